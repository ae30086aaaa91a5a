import { beforeAll, describe, expect, test } from "vitest";
import { checkSources } from "../scripts/check.ts";
import { loadSources, type Sources } from "../scripts/load.ts";
import { formatProblem } from "../scripts/model/problem.ts";

const FIXTURE = "test/fixtures/good";
const PLAN = "plans/vi-du/vi-du-2023.md";
const INDEX = "indices/par-index.yaml";

let good: Sources;
beforeAll(async () => {
  good = await loadSources({ contentDir: `${FIXTURE}/content`, dataDir: `${FIXTURE}/data` });
});

/** What the check says once a file of the good site is changed, or one is added. */
function said(name: string, change: (text: string) => string): string[] {
  const folder = name.endsWith(".md") ? "content" : "data";
  const before = good[folder].find(file => file.name === name)?.text ?? "";
  const file = { path: name, name, text: change(before) };
  expect(file.text).not.toBe(before);
  const files = [...good[folder].filter(known => known.name !== name), file];
  return checkSources({ ...good, [folder]: files }, "2023-12-31").problems.map(formatProblem);
}
const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

describe("one mistake is one message, at the place where it is mended", () => {
  test.each<[string, string, (text: string) => string, string]>([
    [
      "a task without its id, though a report names it",
      PLAN,
      swap("#### A.I.2. Xử lý", "#### Xử lý"),
      `${PLAN}:33:1: tiêu đề “Xử lý vấn đề phát hiện” có danh sách của nhiệm vụ nhưng không có mã`,
    ],
    [
      "an id that stands twice, though a report names the one it should be",
      PLAN,
      swap("#### A.I.2.", "#### A.I.1."),
      `${PLAN}:33:1: mã “A.I.1” đã có ở dòng 26`,
    ],
    [
      "a misspelled threshold of a target",
      PLAN,
      swap("at_most: 10", "most: 10"),
      `${PLAN}:11:39: khóa “most” không có trong định dạng`,
    ],
    [
      "an index that cannot be read, though charts show it",
      INDEX,
      swap("publisher:", "publsher:"),
      `${INDEX}:4:1: khóa “publsher” không có trong định dạng; có phải ý bạn là “publisher”?`,
    ],
    [
      "an agency whose id is no id, though plans and results name it",
      "agencies.csv",
      swap("ubnd-mau,", "UBND Mẫu,"),
      "agencies.csv:6:1: id: mã “UBND Mẫu” không hợp lệ",
    ],
    [
      "a title that is empty: it cannot be left out",
      PLAN,
      swap(/title: .*/, "title:"),
      `${PLAN}:2:7: title: giá trị để trống; ghi giá trị`,
    ],
    [
      "a kind of agency by its name",
      "agencies.csv",
      swap(",agency,", ",Cơ quan,"),
      "agencies.csv:3:28: kind: “Cơ quan” không có trong danh mục; có phải ý bạn là “agency”?",
    ],
    [
      "a chart block with a capital letter is a chart block",
      "dashboards/a.md",
      () => "---\ntitle: A\n---\n```Chart\ntype: lin\nindex: par-index\n```\n",
      "dashboards/a.md:5:7: không có loại biểu đồ “lin”",
    ],
    [
      "a site without https://",
      "sites.csv",
      () => "id,name,address\na,Tỉnh A,www.vi-du.vn\n",
      "sites.csv:2:10: address: “www.vi-du.vn” không phải địa chỉ của trang",
    ],
  ])("%s", (_, name, change, problem) => {
    const problems = said(name, change);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.slice(0, problem.length)).toBe(problem);
  });

  test("addresses that have moved to each other are told once each", () => {
    expect(said("redirects.csv", () => "from,to\n/a/,/b/\n/b/,/a/\n")).toEqual([
      "redirects.csv:2:5: “/b/” cũng đã chuyển, sang “/a/”; ghi địa chỉ còn dùng",
      "redirects.csv:3:5: “/a/” cũng đã chuyển, sang “/b/”; ghi địa chỉ còn dùng",
    ]);
  });
});
