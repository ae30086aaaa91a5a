import { expect, test } from "vitest";
import { SourceText } from "../layouts/parts/figure-table.tsx";
import { renderHtml } from "../layouts/render.ts";
import { checkText } from "../scripts/check-text.ts";
import { indexJson, readIndexJson } from "../scripts/model/index-json.ts";
import { indexTables } from "../scripts/model/index-table.ts";
import { formatProblem } from "../scripts/model/problem.ts";
import { plan, siteOf } from "./support/sources.ts";

const siteWith = (source: string) =>
  siteOf({
    "plans/vi-du/ke-hoach.md": plan("Lời mở.\n"),
    "indices/chi-so.yaml": "name: Chỉ số\n",
    "results/chi-so.csv": `year,agency,value,source\n2023,ubnd-vi-du,80,${source}\n`,
  });

test.each([
  ["Báo A · https://bao.example/tin", '<a href="https://bao.example/tin">Báo A</a>'],
  [
    "Kế hoạch 1 · theo 2/QĐ-BNV · /ke-hoach/ke-hoach/",
    '<a href="/ke-hoach/ke-hoach/">Kế hoạch 1 · theo 2/QĐ-BNV</a>',
  ],
  ["Báo in, số 5 · trang 2/4", "Báo in, số 5 · trang 2/4"],
])("the source of a result “%s” is one click away where it has an address", (source, html) => {
  expect(renderHtml(<SourceText text={source} />)).toBe(html);
});

test("a source that is a page of the site is checked as every link is", () => {
  const problemsOf = (source: string) => checkText(siteWith(source).site).map(formatProblem);
  expect(problemsOf("Kế hoạch 1 · /ke-hoach/ke-hoach/")).toEqual([]);
  expect(problemsOf("Kế hoạch 1 · /ke-hoach/ke-hoac/")).toEqual([
    "results/chi-so.csv:2:20: liên kết “/ke-hoach/ke-hoac/” không dẫn tới trang nào; có phải ý bạn là “/ke-hoach/ke-hoach/”?",
  ]);
});

test("it leads into the sub-folder of the site in what the comparison is drawn from in the browser, too", () => {
  const [table] = indexTables(siteWith("Kế hoạch 1 · /ke-hoach/ke-hoach/").site).values();
  if (!table) throw new Error("no table");
  const drawn = readIndexJson(JSON.parse(indexJson(table, "/cchc/")));
  expect(drawn.cells.get("")?.get("ubnd-vi-du")?.[0]?.source).toBe("Kế hoạch 1 · /cchc/ke-hoach/ke-hoach/");
});
