import { describe, expect, test } from "vitest";
import { parseSite } from "../scripts/model/site-sources.ts";
import { DOCUMENTS, DOING, UPPER, update } from "./support/plan-family.ts";
import { AGENCIES, plan, siteOf } from "./support/sources.ts";

describe("one broken file makes no problem elsewhere", () => {
  test("a plan whose front matter cannot be read", () => {
    const { problems } = siteOf({
      "plans/a/tren.md": UPPER.replace("title", "titel"),
      "plans/b/duoi.md": plan("## 1 Việc\n- Thực hiện: tren#A.1\n", "implements: [tren]\n"),
      "updates/a/tren/2023-09-01.md": update("tren", "2023-09-01", DOING),
    });
    expect([...new Set(problems.map(problem => problem.split(":")[0]))]).toEqual(["plans/a/tren.md"]);
  });
  test("a plan that is named by its number", () => {
    const { problems } = siteOf({
      "plans/a/tren.md": UPPER.replace("2023-02-01", "31/6/2023"),
      "plans/b/duoi.md": plan("", "implements: [10/KH-UBND]\n"),
    });
    expect(problems).toEqual([expect.stringContaining("plans/a/tren.md:7:9")]);
  });
  test("an agency whose row cannot be read, though plans name it", () => {
    const { problems } = siteOf({
      "agencies.csv": AGENCIES.replace("Sở Tư pháp,agency", "Sở Tư pháp,agenci"),
      "plans/a/tren.md": plan("## A.1 Việc\n- Chủ trì: Sở Tư pháp; STP\n", "", "so-tu-phap-vi-du"),
    });
    expect(problems).toEqual([expect.stringContaining("agencies.csv:4:")]);
  });
  test("a table that cannot be read at all", () => {
    const { problems } = siteOf({
      "agencies.csv": AGENCIES.replace("id,name,kind", "id,name,kin"),
      "documents.csv": DOCUMENTS.replace(",10/KH", ',"10/KH'),
      "plans/a/tren.md": UPPER,
      "plans/b/duoi.md": plan("", "implements: [10-kh]\nlegal_basis: [10-kh]\n"),
    });
    expect(problems).toEqual([
      expect.stringContaining("agencies.csv:1:9: cột “kin”"),
      expect.stringContaining("documents.csv:2:1: dấu ngoặc kép"),
    ]);
  });
  test("an index description that cannot be read, though results and plans name it", () => {
    const { problems } = siteOf({
      "indices/chi-so-moi.yaml": "name: A\nnamee: B\n",
      "results/chi-so-moi.csv": "year,agency,value\n2023,ubnd-vi-du,5\n",
      "plans/a/tren.md": plan("", "indices: [chi-so-moi]\n"),
    });
    expect(problems).toEqual([expect.stringContaining("indices/chi-so-moi.yaml:2:1")]);
  });
});

describe("files of data/ that nothing would read", () => {
  test.each([
    ["agences.csv", "dữ liệu không có tệp “agences.csv” trong định dạng; có phải ý bạn là “agencies.csv”?"],
    ["par-index.csv", "dữ liệu không có tệp “par-index.csv” trong định dạng; dùng agencies.csv, "],
    ["results/2023/par-index.csv", "dữ liệu không có tệp “results/2023/par-index.csv” trong định dạng"],
  ])("%s is reported", (name, words) => {
    expect(siteOf({ [name]: "id\n" }).problems).toEqual([expect.stringContaining(words)]);
  });

  test("an index that is described twice is reported", () => {
    const { problems } = siteOf({ "indices/sipas.yaml": "name: A\n", "indices/sipas.yml": "name: B\n" });
    expect(problems).toEqual([expect.stringContaining("indices/sipas.yml:1:1: chỉ số “sipas” đã có")]);
  });
});

describe("what a file would have said is not missed when the file could not be read", () => {
  const CHART = plan("```chart\ntype: ranking\nindex: par-index\nyears: [2022]\n```\n");
  const INDEX = { "indices/par-index.yaml": "name: PAR INDEX\n", "plans/vi-du/bieu-do.md": CHART };

  test("results behind a header that is wrong", () => {
    const { problems } = siteOf({ ...INDEX, "results/par-index.csv": "yeer;agency\n2022;ubnd-vi-du\n" });
    expect(problems).toEqual([expect.stringContaining("cột “yeer” không có trong định dạng")]);
  });

  test("agencies in bytes that are no UTF-8", () => {
    const named = (name: string, text: string) => ({ name, path: name, text });
    const { problems } = parseSite(
      {
        content: [named("plans/vi-du/a.md", plan("## A.1. Việc\n- Chủ trì: Sở Nội vụ\n"))],
        data: [],
        problems: [{ file: "data/agencies.csv", line: 1, column: 1, message: "", mend: "" }],
      },
      "2023-10-01",
    );
    expect(problems).toEqual([]);
  });
});
