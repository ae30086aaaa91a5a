import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { renderToString } from "preact-render-to-string";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import GuidePage from "../layouts/pages/huong-dan/index.11ty.tsx";
import { GUIDE_EXAMPLES } from "../layouts/parts/guide-examples.ts";
import { FORMAT_NAMES, fieldsOf } from "../scripts/model/format.ts";
import { readSettings } from "../scripts/settings.ts";
import { findDeadLinks } from "./support/links.ts";
import { runScript } from "./support/run.ts";
import { siteOf } from "./support/sources.ts";

const guide = renderToString(
  GuidePage({ site: siteOf({}).site, settings: readSettings({}, new Date("2023-12-31")) }),
);

describe("the guide", () => {
  test.each(FORMAT_NAMES)("tells every key of the format %s", name => {
    for (const { key, help } of fieldsOf(name)) {
      expect(guide).toContain(`<code>${key}</code>`);
      expect(guide).toContain(help);
    }
  });

  test("tells the clerk how a Word file and a table of Excel become a plan and results", () => {
    expect(guide).toContain("npm run import -- &quot;Kế hoạch.docx&quot; --agency");
    expect(guide).toContain("npm run import -- &quot;Kết quả.xlsx&quot; --index par-index --year 2023");
  });

  test("shows what the check says of three mistakes", () => {
    const path = "content/updates/so-noi-vu-vi-du/vi-du-2023/2023-10-31.md";
    for (const said of [
      `${path}:2:7: không có kế hoạch “vi-du-2032”; có phải ý bạn là “vi-du-2023”?`,
      `${path}:6:15: trạng thái “Đang thực hện” không có trong danh mục; có phải ý bạn là “Đang thực hiện”?`,
      `${path}:9:15: nhiệm vụ A.I.2 ghi “Hoàn thành” mà không có minh chứng; thêm dòng - Minh chứng: …`,
    ])
      expect(guide).toContain(said);
  });
});

describe("the examples of the guide", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "minh-bach-guide-"));
    for (const [path, text] of Object.entries(GUIDE_EXAMPLES)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("make a site of their own, without a dead link", async () => {
    const site = join(folder, "site");
    const { code, stdout, stderr } = await runScript("scripts/build.ts", {
      CONTENT_DIR: join(folder, "content"),
      DATA_DIR: join(folder, "data"),
      OUTPUT_DIR: site,
      AS_OF: "2023-12-31",
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("1 kế hoạch, 2 nhiệm vụ, 1 báo cáo, 4 cơ quan, 1 văn bản, 2 kết quả");
    expect((await findDeadLinks(site, "/")).dead).toEqual([]);
    expect(await readFile(join(site, "ke-hoach/vi-du-2023/index.html"), "utf8")).toContain(
      "báo cáo gần nhất tại ngày 30/09/2023 ghi “Chưa bắt đầu”",
    );
    expect(await readFile(join(site, "bang-dieu-khien/thu-hang/index.html"), "utf8")).toContain("<svg");
  });
});
