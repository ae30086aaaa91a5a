import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkContent, checkSources } from "../scripts/check.ts";
import { checkText } from "../scripts/check-text.ts";
import { loadSources } from "../scripts/load.ts";
import { formatProblem } from "../scripts/model/problem.ts";
import { runScript } from "./support/run.ts";
import { plan, siteOf } from "./support/sources.ts";

const fixture = (name: string) => ({
  CONTENT_DIR: `test/fixtures/${name}/content`,
  DATA_DIR: `test/fixtures/${name}/data`,
  AS_OF: "2023-08-31",
});
const check = (env: Record<string, string>, ...args: string[]) => runScript("scripts/check.ts", env, args);
const STACK = /^\s+at .+:\d+:\d+\)?$/m;

describe("npm run check", () => {
  test("says that all is well, and ends with 0", async () => {
    const { code, stdout, stderr } = await check(fixture("good"));
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: "Không có lỗi: 3 kế hoạch, 15 nhiệm vụ, 2 báo cáo, 6 cơ quan, 2 văn bản, 5 kết quả.\n",
      stderr: "",
    });
  });

  test("prints every problem on a line of its own, then the sum, and ends with 1", async () => {
    const { code, stdout, stderr } = await check(fixture("broken"));
    const lines = stderr.trimEnd().split("\n");
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(lines.pop()).toBe("55 lỗi trong 46 tệp. Trang đã công bố không thay đổi.");
    expect(lines).toHaveLength(55);
    for (const line of lines) expect(line).toMatch(/^test\/fixtures\/broken\/\S+:\d+:\d+: [^;]+; .+$/);
    expect(stderr).not.toMatch(STACK);
  });

  test("--json gives the same problems to tools", async () => {
    const { code, stdout } = await check(fixture("broken"), "--json");
    expect(code).toBe(1);
    const { problems } = JSON.parse(stdout);
    expect(problems).toHaveLength(55);
    expect(problems[0]).toEqual({
      file: "test/fixtures/broken/content/lac.md",
      line: 1,
      column: 1,
      message: "tệp không nằm trong thư mục nào của định dạng",
      mend: "chuyển vào plans/, updates/, dashboards/ hoặc pages/",
    });
    expect(JSON.parse((await check(fixture("good"), "--json")).stdout)).toEqual({ problems: [] });
  });

  test("a folder that is not there is a problem, not a crash", async () => {
    const { code, stderr } = await check({ ...fixture("good"), CONTENT_DIR: "khong-co" });
    expect(code).toBe(1);
    expect(stderr).toContain("khong-co:1:1: không có thư mục này");
    expect(stderr).not.toMatch(STACK);
  });

  test("a day of judgement that is none is refused", async () => {
    const { code, stderr } = await check({ ...fixture("good"), AS_OF: "2023-02-30" });
    expect(code).toBe(1);
    // No report is late for a day that there is not: one mistake is one problem.
    expect(stderr).toMatch(
      /^AS_OF:1:1: “2023-02-30” không phải ngày có trong lịch; .+\n1 lỗi trong 1 tệp\..+\n$/,
    );
  });
});

test.skipIf(!existsSync("content") || !existsSync("data"))("the shipped content has no problem", async () => {
  const { problems } = await checkContent({ contentDir: "content", dataDir: "data", asOf: "2099-12-31" });
  expect(problems.map(formatProblem)).toEqual([]);
});

test.each([
  ["[xem](www.vi-du.example)", "viết cả https://: https://www.vi-du.example"],
  ["[xem](C:\\Users\\ke-hoach.docx)", "dùng địa chỉ trên web"],
  ["[xem](..\\anh.png)", "dùng địa chỉ trên web"],
  ["[xem](javascript:alert\\(1\\))", "dùng địa chỉ bắt đầu bằng https://"],
  ["[xem]( JaVaScRiPt:void )", "dùng địa chỉ bắt đầu bằng https://"],
  ["[xem][a]\n\n[a]: file:///D:/ke-hoach.docx", "dùng địa chỉ trên web"],
  ["[xem](ftp://vi-du.example/a.pdf)", "dùng địa chỉ bắt đầu bằng https://"],
  ["[xem](/ke-hoach/vi-du-2033/)", "có phải ý bạn là “/ke-hoach/vi-du-2023/”?"],
])("a link that leads nowhere is mended by what it was meant to be: %s", async (link, mend) => {
  const settings = { contentDir: "test/fixtures/good/content", dataDir: "test/fixtures/good/data" };
  const sources = await loadSources(settings);
  const page = { name: "pages/lien-ket.md", path: "lien-ket.md", text: `---\ntitle: A\n---\n${link}\n` };
  const { problems } = checkSources({ ...sources, content: [...sources.content, page] }, "2023-08-31");
  expect(problems.map(formatProblem)).toEqual([expect.stringContaining(mend)]);
});

test("a link inside a report is no second problem while its plan cannot be read", async () => {
  const settings = { contentDir: "test/fixtures/good/content", dataDir: "test/fixtures/good/data" };
  const sources = await loadSources(settings);
  const content = sources.content.map(file =>
    file.name === "plans/vi-du/vi-du-2023.md"
      ? { ...file, text: file.text.replace("title:", "titel:") }
      : file,
  );
  const { problems } = checkSources({ ...sources, content }, "2023-08-31");
  expect(problems.map(formatProblem)).toEqual([
    expect.stringContaining("khóa “titel” không có trong định dạng"),
  ]);
});

test("bold that is not closed is told beside whatever else is wrong with its file", async () => {
  const settings = { contentDir: "test/fixtures/good/content", dataDir: "test/fixtures/good/data" };
  const sources = await loadSources(settings);
  const page = {
    name: "pages/dam.md",
    path: "pages/dam.md",
    text: "---\ntitle: A\n---\nLời **đậm.\n\n```chart\ntype: tròn\nindex: par-index\n```\n",
  };
  const { problems } = checkSources({ ...sources, content: [...sources.content, page] }, "2023-08-31");
  expect(problems.map(formatProblem)).toEqual([
    expect.stringContaining("dam.md:4:5: dấu ** không thành chữ đậm"),
    expect.stringContaining("không có loại biểu đồ “tròn”"),
  ]);
});

test("a link in a title, an output or a target is checked too: it is one on the page", () => {
  const { site } = siteOf({
    "plans/a/b.md": plan(
      "Lời.\n\n## Mục [x](/khong-1/)\n\n## A.1. Việc [y](/khong-2/)\n- Sản phẩm: [z](/khong-3/)\n- Chỉ tiêu: [đây](/ke-hoach/b/) [t](/khong-4/)\n",
    ),
  });
  expect(checkText(site).map(problem => formatProblem(problem).split(";")[0])).toEqual([
    expect.stringContaining("b.md:9:1: liên kết “/khong-1/” không dẫn tới trang nào"),
    expect.stringContaining("b.md:11:1: liên kết “/khong-2/” không dẫn tới trang nào"),
    expect.stringContaining("b.md:11:1: liên kết “/khong-3/” không dẫn tới trang nào"),
    expect.stringContaining("b.md:11:1: liên kết “/khong-4/” không dẫn tới trang nào"),
  ]);
});

test("an address that leads nowhere is quoted as it was typed", () => {
  const { site } = siteOf({ "plans/a/b.md": plan("Xem [kế hoạch](/kế-hoạch/b/)\n") });
  expect(checkText(site).map(formatProblem)).toEqual([
    expect.stringContaining(
      "b.md:7:16: liên kết “/kế-hoạch/b/” không dẫn tới trang nào; có phải ý bạn là “/ke-hoach/b/”?",
    ),
  ]);
});

test("an anchor is one of the page: of a task, a section or a figure; headings of prose have none", () => {
  const chart = "```chart\ntype: ranking\nindex: sipas\nyears: [2023]\n```\n";
  const links = (slug: string) => `[hình](#${slug}-1) [không có](#${slug}-2) [mục](#muc)\n\n## Mục\n${chart}`;
  const { site, problems } = siteOf({
    "indices/sipas.yaml": "name: A\n",
    "results/sipas.csv": "year,agency,value\n2023,ubnd-vi-du,80\n",
    "dashboards/bang.md": `---\ntitle: Bảng\n---\n${links("bang")}`,
    "plans/a/b.md": plan(
      `${links("b")}\n[việc](#A.1) [bảng](/bang-dieu-khien/bang/#bang-1)\n\n## A.1 Việc\n- Thời hạn: Quý I\n`,
    ),
  });
  expect(problems).toEqual([]);
  expect(checkText(site).map(({ message }) => /“(.*)”/.exec(message)?.[1])).toEqual([
    "#b-2",
    "#muc",
    "#bang-2",
    "#muc",
  ]);
});

test.each([
  "/du-lieu/nhiem-vu.csv",
  "/du-lieu/excel/phan-cong.csv",
  "/ke-hoach/b/theo-quy/",
  "/nguon-tin.atom",
])("content may link to what is no page of text: %s", address => {
  const body = `Xem [đây](${address}).\n\n## A.1 Việc\n- Chủ trì: Sở Nội vụ\n`;
  expect(checkText(siteOf({ "plans/a/b.md": plan(body) }).site)).toEqual([]);
  expect(checkText(siteOf({ "plans/a/b.md": plan(body.replace(address, `${address}x`)) }).site)).toHaveLength(
    1,
  );
});
