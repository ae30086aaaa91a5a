import { parseHTML } from "linkedom";
import { h } from "preact";
import { describe, expect, test } from "vitest";
import { readerTable, tableCsv, tabulate } from "../layouts/charts/table.ts";
import { figuresOf } from "../layouts/figures.ts";
import { wordsOf } from "../layouts/languages.ts";
import { ChartFigure } from "../layouts/parts/figure.tsx";
import { YearResults } from "../layouts/parts/year-results.tsx";
import { renderHtml } from "../layouts/render.ts";
import { urls } from "../layouts/urls.ts";
import { checkContent } from "../scripts/check.ts";
import { chartData } from "../scripts/model/chart-data.ts";
import { indexJson, readIndexJson } from "../scripts/model/index-json.ts";
import { indexTables, mainPeers, peerCells } from "../scripts/model/index-table.ts";
import { readSettings } from "../scripts/settings.ts";
import { example, exampleTables } from "./support/chart-example.ts";
import { describeChart } from "./support/describe-chart.ts";

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

test("two indices against each other stand under their own names, and each with its own unit", () => {
  const heads = ["Cơ quan", "Chỉ số", "Giá trị", "Đơn vị"];
  const rows = [
    ["An Bình", "Chỉ số ví dụ", "50", "điểm"],
    ["An Bình", "Chỉ số không đơn vị", "7", ""],
    ["Bình Lộc", "Chỉ số ví dụ", "51", "điểm"],
  ];
  const { said, columns } = readerTable({ columns: heads, numeric: [false, false, true, false], rows });
  expect([said, columns]).toEqual([[], heads]);
  const drawn = example("scatter");
  expect(tabulate(drawn).columns.slice(0, 3)).toEqual(["Cơ quan", "Chỉ số", "Năm"]);
});

describe("the table of several units over years", () => {
  const columns = ["Cơ quan", "Năm", "Giá trị", "Đơn vị", "Hạng", "Trên tổng số", "Nguồn", "Ghi chú"];
  const numeric = [false, true, true, false, true, true, false, false];
  const of = (unit: string, year: number, value: string, source: string, rank = "", note = "") => [
    unit,
    String(year),
    value,
    "điểm",
    rank,
    rank && "8",
    source,
    note,
  ];
  const early = "Báo cáo giai đoạn 2019–2021 · https://vi-du.example/bao-cao";
  const rows = [
    of("An Bình", 2019, "7", early),
    of("An Bình", 2021, "8", early, "2"),
    of("An Bình", 2022, "8,5", "Báo cáo năm 2022", "1", "theo bảng phụ lục"),
    of("Bình Minh", 2019, "6", early),
    of("Bình Minh", 2020, "6,5", early),
    of("Bình Minh", 2021, "6,75", early),
  ];
  const table = { columns, numeric, rows };

  test("has a row for each year and a column for each unit; a gap stays empty", () => {
    const { said, columns: heads, rows: lines } = readerTable(table);
    expect(said).toEqual([["Đơn vị", "điểm"]]);
    expect(heads).toEqual(["Năm", "An Bình", "Bình Minh"]);
    expect(lines).toEqual([
      ["2019", "7", "6"],
      ["2020", "", "6,5"],
      ["2021", "8 · hạng 2/8", "6,75"],
      ["2022", "8,5 · hạng 1/8", ""],
    ]);
  });

  test("marks every value with the number of the note that names its source", () => {
    const { marks, notes } = readerTable(table);
    expect(marks).toEqual([
      [1, 1],
      [0, 1],
      [1, 1],
      [2, 0],
    ]);
    expect(notes).toEqual([
      [["Nguồn", early]],
      [
        ["Nguồn", "Báo cáo năm 2022"],
        ["Ghi chú", "theo bảng phụ lục"],
      ],
    ]);
  });

  test("has the units down where there are more of them than years", () => {
    const many = ["A", "B", "C"].flatMap(unit => [of(unit, 2021, "1", early), of(unit, 2022, "2", early)]);
    const { columns: heads, rows: lines } = readerTable({ ...table, rows: many });
    expect(heads).toEqual(["Cơ quan", "2021", "2022"]);
    expect(lines.map(([unit]) => unit)).toEqual(["A", "B", "C"]);
  });

  test.each([
    ["two values stand at one place", [...rows, of("An Bình", 2019, "7,1", early)]],
    ["there is one unit", rows.slice(0, 3)],
    ["most values have a note of their own", rows.map((row, i) => [...row.slice(0, 7), `ghi chú ${i}`])],
  ])("keeps a row for each value where %s", (_, kept) => {
    const { rows: lines, marks } = readerTable({ ...table, rows: kept });
    expect(lines).toHaveLength(kept.length);
    expect(marks).toBeUndefined();
  });

  test("leads from each value of a page to its source, and its file keeps a row for each", () => {
    const figure = figuresOf(site, urls.index("papi"))[0];
    if (!figure) throw new Error("no figure");
    const html = renderHtml(h(ChartFigure, { figure, settings: readSettings({}, new Date()) }));
    const page = parseHTML(html).document;
    const values = tabulate(figure.data).rows.length;
    const links = [...page.querySelectorAll("td sup a")];
    expect(links).toHaveLength(values);
    for (const link of links)
      expect(page.querySelector(link.getAttribute("href") ?? "")?.textContent).toContain("Nguồn: ");
    expect(page.querySelectorAll("tbody tr").length).toBeLessThan(values / 3);
    expect(tableCsv(tabulate(figure.data)).trim().split("\r\n")).toHaveLength(values + 1);
  });
});

test("table, file and sentence carry the same numbers, in vi-VN form", () => {
  const data = example("trend");
  const table = tabulate(data);
  const [head, ...lines] = tableCsv(table).trimEnd().split("\r\n");
  expect(head).toMatch(/^\uFEFFCơ quan;Năm;Giá trị/);
  if (data.type !== "trend") throw new Error("not a trend");
  const [own] = data.series;
  const values = own?.cells.map(({ value }) => String(value).replace(".", ","));
  expect(values?.length).toBeGreaterThan(3);
  const ofOwn = (rows: readonly (readonly string[])[]) =>
    rows.filter(([name]) => name === own?.name).map(([, , value]) => value);
  expect(ofOwn(table.rows)).toEqual(values);
  expect(ofOwn(lines.map(line => line.split(";")))).toEqual(values);
  expect(describeChart(data)).toContain(` ${values?.at(-1)} `);
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
  const index = site.indices.get("papi");
  const table = indexTables(site).get("papi");
  if (!index || !table) throw new Error("no papi");
  const html = renderHtml(
    h(YearResults, {
      site,
      settings: readSettings({}, new Date()),
      index,
      table,
      year: 2023,
      figures: figuresOf(site, urls.indexYear("papi", 2023)),
      cells: peerCells(table, mainPeers(table), 2023),
      heading: "Tỉnh, thành phố",
      caption: "PAPI 2023",
      language: "vi",
    }),
  );
  const page = parseHTML(`<body>${html}</body>`).document;
  const rows = [...page.querySelectorAll("#papi-2023-xep-hang tbody tr")];
  expect(rows.length).toBe(63);
  expect(rows.slice(-2).map(row => row.textContent)).toEqual([
    "Quảng Ninhkhông có kết quả",
    "Bình Dươngkhông có kết quả",
  ]);
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
