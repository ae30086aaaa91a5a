import { parseHTML } from "linkedom";
import { h } from "preact";
import { describe, expect, test } from "vitest";
import { describe as describeChart } from "../layouts/charts/sentence.ts";
import { readerTable, tableCsv, tabulate } from "../layouts/charts/table.ts";
import { figuresOf } from "../layouts/figures.ts";
import { wordsOf } from "../layouts/languages.ts";
import { YearResults } from "../layouts/parts/year-results.tsx";
import { renderHtml } from "../layouts/render.ts";
import { urls } from "../layouts/urls.ts";
import { checkContent } from "../scripts/check.ts";
import { readSettings } from "../scripts/load.ts";
import { chartData } from "../scripts/model/chart-data.ts";
import { indexJson, readIndexJson } from "../scripts/model/index-json.ts";
import { indexTables, mainPeers, peerCells } from "../scripts/model/index-table.ts";
import { example, exampleTables } from "./support/chart-example.ts";

const { charts: englishCharts } = wordsOf("en");
const { site } = await checkContent({ contentDir: "content", dataDir: "data", asOf: "2026-06-30" });

describe("the table under a figure", () => {
  const columns = ["Cơ quan", "Lĩnh vực", "Giá trị", "Đơn vị", "Hạng", "Trên tổng số", "Nguồn"];
  const numeric = [false, false, true, false, true, true, false];

  test("says once what is the same all the way down, and a rank with its base", () => {
    const rows = [
      ["An Bình", "Thể chế", "8", "điểm", "2", "8", "Báo cáo năm 2023"],
      ["Bình Minh", "Thể chế", "7,5", "điểm", "3", "8", "Báo cáo năm 2023"],
      ["Cẩm Sơn", "Thể chế", "", "", "", "", "Báo cáo năm 2023"],
    ];
    expect(readerTable({ columns, numeric, rows })).toEqual({
      said: [
        ["Lĩnh vực", "Thể chế"],
        ["Đơn vị", "điểm"],
        ["Nguồn", "Báo cáo năm 2023"],
      ],
      columns: ["Cơ quan", "Giá trị", "Hạng"],
      numeric: [false, true, true],
      rows: [
        ["An Bình", "8", "2/8"],
        ["Bình Minh", "7,5", "3/8"],
        ["Cẩm Sơn", "", ""],
      ],
    });
  });

  test("has a column for each domain where nothing but values is left", () => {
    const of = (...[name, what, value]: string[]) => [name ?? "", what ?? "", value ?? "", "điểm"];
    const rows = [
      of("An Bình", "Thể chế", "8"),
      of("An Bình", "Công vụ", "9"),
      of("Bình Minh", "Công vụ", "7"),
    ];
    const table = { columns: columns.slice(0, 4), numeric: numeric.slice(0, 4), rows };
    expect(readerTable(table)).toEqual({
      said: [["Đơn vị", "điểm"]],
      columns: ["Cơ quan", "Thể chế", "Công vụ"],
      numeric: [false, true, true],
      rows: [
        ["An Bình", "8", "9"],
        ["Bình Minh", "", "7"],
      ],
    });
    // Two values for one place: none is lost.
    expect(readerTable({ ...table, rows: [...rows, of("An Bình", "Công vụ", "6")] }).rows).toHaveLength(4);
  });
});

test("table, file and sentence carry the same numbers, in vi-VN form", () => {
  const data = example("trend");
  const { rows, columns } = tabulate(data);
  const csv = tableCsv({ rows, columns, numeric: [] });
  expect(csv.startsWith("\uFEFFCơ quan;Năm;Giá trị")).toBe(true);
  if (data.type !== "trend") throw new Error("not a trend");
  for (const { value = 0 } of data.series[0]?.cells ?? [])
    expect(csv).toContain(String(value).replace(".", ","));
});

test("the file of a figure has every decimal of the source, in the form of its language, and no formula", () => {
  const data = example("trend");
  if (data.type !== "trend") throw new Error("not a trend");
  const note = "-1+HYPERLINK(0)";
  const cell = { agency: "a", year: 2023, value: 46.0436, stated_change: -5.667, note };
  const series = data.series.slice(0, 1).map(one => ({ ...one, name: "＝1+1", cells: [cell] }));
  const csv = (words?: typeof englishCharts) =>
    tableCsv(tabulate({ ...data, series, national: [], spreads: [] }, words), words).split("\r\n")[1];
  expect(csv()).toBe(`'＝1+1;2023;46,0436;${data.unit};-5,667;'${note}`);
  expect(csv(englishCharts)).toBe(`'＝1+1,2023,46.0436,${data.unit},-5.667,'${note}`);
});

test("the page of a year has its ranking once: a table with every result, and who has none", () => {
  const table = indexTables(site).get("papi");
  if (!table) throw new Error("no papi");
  const html = renderHtml(
    h(YearResults, {
      site,
      settings: readSettings({}, new Date()),
      table,
      figures: figuresOf(site, urls.indexYear("papi", 2023)),
      cells: peerCells(table, mainPeers(table), 2023),
      heading: "Tỉnh, thành phố",
      caption: "PAPI 2023",
      missing: ["ubnd-quang-ninh"],
      language: "vi",
    }),
  );
  const page = parseHTML(`<body>${html}</body>`).document;
  const rows = [...page.querySelectorAll("#papi-2023-xep-hang tbody tr")];
  expect(rows).toHaveLength(62);
  expect(rows.at(-1)?.textContent).toBe("Quảng Ninhkhông có kết quả");
  expect(page.querySelector(".chosen th")?.textContent).toBe("Quảng Nam");
  expect([...page.querySelectorAll("figure")].map(({ id }) => id)).toEqual([
    "papi-2023-phan-bo",
    "papi-2023-linh-vuc",
  ]);
});

test("an index table survives its way through JSON", () => {
  const table = exampleTables().get("vi-du");
  if (!table) throw new Error("no example");
  const back = readIndexJson(JSON.parse(indexJson(table)));
  const spec = { type: "trend", index: "vi-du", agencies: ["tinh-1"], years: [], highlight: [] } as const;
  const there = chartData(new Map([["vi-du", back]]), spec);
  expect(there && describeChart(there)).toBe(describeChart(example("trend")));
  const facts = (of: typeof there) =>
    of?.type === "trend"
      ? of.series.map(({ cells }) => cells.map(({ year, basis, source }) => [year, basis, source]))
      : [];
  expect(facts(there)).toEqual(facts(example("trend")));
});
