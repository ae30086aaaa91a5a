import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type PageProblem, pageOf, previewContent } from "../scripts/preview.ts";
import { readSettings } from "../scripts/settings.ts";
import { runScript } from "./support/run.ts";

const FIXTURE = "test/fixtures/good";
const PLAN = "content/plans/vi-du/vi-du-2023.md";

describe("content that is being written", () => {
  let folder = "";
  let told: readonly PageProblem[] = [];
  let read: ReturnType<typeof previewContent>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "minh-bach-preview-"));
    await cp(FIXTURE, folder, { recursive: true });
    const env = {
      CONTENT_DIR: join(folder, "content"),
      DATA_DIR: join(folder, "data"),
      AS_OF: "2023-08-31",
    };
    read = previewContent(readSettings(env, new Date()), problems => {
      told = problems;
    });
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("what is wrong with the settings is told with it", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const [CONTENT_DIR, DATA_DIR] = [join(folder, "content"), join(folder, "data")];
    const settings = readSettings({ CONTENT_DIR, DATA_DIR, AS_OF: "31/6/2023" }, new Date());
    await previewContent(settings, problems => {
      told = problems;
    })();
    expect(told).toMatchObject([{ file: "AS_OF" }]);
    vi.mocked(console.error).mockClear();
  });

  async function edit(name: string, change: (text: string) => string): Promise<void> {
    const path = join(folder, name);
    await writeFile(path, change(await readFile(path, "utf8")));
  }

  test("is the same site as long as nothing is saved, and when a file is saved as it was", async () => {
    const site = await read();
    expect(await read()).toBe(site);
    await edit(PLAN, text => text);
    expect(await read()).toBe(site);
    expect(told).toEqual([]);
  });

  test("is parsed again where it was edited, and nowhere else", async () => {
    const before = await read();
    await edit(PLAN, text => text.replace("ít nhất 30%", "ít nhất 35%"));
    const after = await read();
    const isNew = after.plans.filter(plan => plan !== before.planBySlug.get(plan.slug));
    expect(isNew.map(({ slug }) => slug)).toEqual(["vi-du-2023"]);
    expect(after.updates.filter(update => !before.updates.includes(update))).toEqual([]);
    expect(after.agencies).toBe(before.agencies);
  });

  test("has a link told that leads nowhere any more, though its own file was not touched", async () => {
    vi.mocked(console.error).mockReturnValue();
    await edit(PLAN, text => `${text}\nXem [trang giới thiệu](/gioi-thieu/).\n`);
    await read();
    expect(told).toEqual([]);
    await rm(join(folder, "content/pages/gioi-thieu.md"));
    await read();
    expect(told.map(({ message }) => message)).toEqual(["liên kết “/gioi-thieu/” không dẫn tới trang nào"]);
    vi.mocked(console.error).mockClear();
  });

  test("stays as it last was right where it is wrong, and goes on elsewhere", async () => {
    vi.mocked(console.error).mockReturnValue();
    const before = await read();
    await edit(PLAN, text => text.replace("Chủ trì: Sở Nội vụ", "Chủ trì: Sở Nọi vụ"));
    const broken = await read();
    expect(told.map(({ page, line }) => [page, line])).toEqual([["/ke-hoach/vi-du-2023/", 27]]);
    expect(broken).toBe(before);

    await edit("content/pages/gioi-thieu.md", text => text.replace("Trang ví dụ", "Trang mới"));
    const elsewhere = await read();
    expect(elsewhere.pages[0]?.prose.source).toContain("Trang mới");
    expect(elsewhere.planBySlug.get("vi-du-2023")).toBe(before.planBySlug.get("vi-du-2023"));

    await edit(PLAN, text => text.replace("Sở Nọi vụ", "Sở Nội vụ"));
    await read();
    expect(told).toEqual([]);
    // The terminal tells of it too, to the end.
    expect(vi.mocked(console.error).mock.lastCall?.[0]).toMatch(/^Không có lỗi/);
    vi.mocked(console.error).mockClear();
  });

  test("stays as it last was right where a file can no longer be read", async () => {
    vi.mocked(console.error).mockReturnValue();
    const before = await read();
    const text = await readFile(join(folder, PLAN), "utf8");
    await writeFile(join(folder, PLAN), Buffer.from(text, "latin1"));
    expect((await read()).planBySlug.get("vi-du-2023")).toBe(before.planBySlug.get("vi-du-2023"));
    expect(told).toMatchObject([{ page: "/ke-hoach/vi-du-2023/" }]);

    // What is taken away is gone.
    await rm(join(folder, "content/pages/gioi-thieu.md"));
    expect((await read()).pages).toEqual([]);
    vi.mocked(console.error).mockClear();
  });
});

test("Eleventy renders the page that is asked for, and no other", async () => {
  const env = {
    CONTENT_DIR: join(FIXTURE, "content"),
    DATA_DIR: join(FIXTURE, "data"),
    AS_OF: "2023-08-31",
  };
  const asked = [
    ["/ke-hoach/vi-du-2023/", "Kế hoạch cải cách hành chính năm 2023 của tỉnh Ví Dụ", 1],
    ["/ke-hoach/", "Kế hoạch", 1],
    ["/ke-hoach/vi-du-2023/thoi-han.ics", "BEGIN:VCALENDAR", 1],
    ["/khong-co/", null, 0],
  ] as const;
  const urls = asked.map(([url]) => url);
  const { stdout, stderr } = await runScript("test/support/render-asked.ts", env, urls);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual(asked);
});

test("each file of content and data has the page on which it is read", () => {
  const where = { contentDir: "content", dataDir: "data", pathPrefix: "/cchc/" };
  expect(pageOf("content/plans/vi-du/vi-du-2023.md", where)).toBe("/cchc/ke-hoach/vi-du-2023/");
  expect(pageOf("content/updates/so/vi-du-2023/2023-06-30.md", where)).toBe("/cchc/ke-hoach/vi-du-2023/");
  expect(pageOf("content/pages/gioi-thieu.md", where)).toBe("/cchc/gioi-thieu/");
  expect(pageOf("content/dashboards/hang.md", where)).toBe("/cchc/bang-dieu-khien/hang/");
  expect(pageOf("data/agencies.csv", where)).toBe("/cchc/co-quan/");
  expect(pageOf("data/results/par-index.csv", where)).toBe("/cchc/chi-so/par-index/");
  expect(pageOf("content/lac.md", where)).toBeUndefined();
  expect(pageOf("AS_OF", where)).toBeUndefined();
  expect(pageOf("content/pages/a.md", { ...where, contentDir: "./content/" })).toBe("/cchc/a/");
});
