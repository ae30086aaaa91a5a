import { parseHTML } from "linkedom";
import { h } from "preact";
import { describe, expect, test } from "vitest";
import { plainColours } from "../layouts/charts/canvas.ts";
import { drawChart, NARROW, WIDE } from "../layouts/charts/chart.ts";
import { describe as describeChart, describeParts } from "../layouts/charts/sentence.ts";
import { readerTable, tableCsv, tabulate } from "../layouts/charts/table.ts";
import { inEnglish } from "../layouts/english-figures.ts";
import { drawFigure, figureCsv, figureFiles, figureSvg } from "../layouts/figure-files.ts";
import { englishFiguresOf, figuresInAllLanguages, figuresOf, siteFigures } from "../layouts/figures.ts";
import { englishPages, wordsOf } from "../layouts/languages.ts";
import { chartsOfChoice, formatChoice, parseChoice } from "../layouts/parts/compare-choice.ts";
import { ChartFigure } from "../layouts/parts/figure.tsx";
import { YearResults } from "../layouts/parts/year-results.tsx";
import { renderHtml } from "../layouts/render.ts";
import { urls } from "../layouts/urls.ts";
import { checkContent } from "../scripts/check.ts";
import { readSettings } from "../scripts/load.ts";
import { chartData } from "../scripts/model/chart-data.ts";
import { indexJson, readIndexJson } from "../scripts/model/index-json.ts";
import { indexTables, mainPeers, makeIndexTable, NATIONAL, peerCells } from "../scripts/model/index-table.ts";
import type { SeriesBreak } from "../scripts/model/indices.ts";
import { judgementsOf, judgeTarget } from "../scripts/model/judgement.ts";
import { type Cell, changeBetween, changeUnlikeStated, runsOf } from "../scripts/model/series.ts";
import { EXAMPLES, exampleTables } from "./support/chart-example.ts";

const { charts: englishCharts } = wordsOf("en");
const { document } = parseHTML("<!doctype html><html><body></body></html>");
const { site, problems } = await checkContent({ contentDir: "content", dataDir: "data", asOf: "2026-06-30" });
const tables = exampleTables();
const example = (name: string) => {
  const spec = EXAMPLES.find(([known]) => known === name)?.[1];
  const data = spec && chartData(tables, spec);
  if (!data) throw new Error(`no example ${name}`);
  return data;
};

describe("gallery", () => {
  for (const [name] of EXAMPLES)
    for (const width of [WIDE, NARROW])
      test(`${name} at ${width}`, async () => {
        const data = example(name);
        const svg = drawChart(data, { document, width });
        expect(svg.outerHTML).not.toMatch(/<style|style=|aria-label|NaN|undefined/);
        const ground = `<desc>${describeChart(data).replaceAll("<", "&lt;")}</desc><rect width="100%" height="100%" fill="#ffffff"/>`;
        const file = plainColours(svg.outerHTML)
          .replace(/(<svg[^>]*>)/, `$1${ground}`)
          .replaceAll("><", ">\n<");
        await expect(`${file}\n`).toMatchFileSnapshot(`gallery/${name}-${width}.svg`);
      });
});

test("no path of any figure of the site crosses a hard break", () => {
  expect(problems).toEqual([]);
  let paths = 0;
  for (const figure of siteFigures(site).all) {
    const { data } = figure;
    if (data.type !== "trend" && data.type !== "rank" && data.type !== "regions") continue;
    const expected = data.breaks.filter(
      ({ kind, between: [a, b] }) => kind !== "soft" && data.years[0] <= a && b <= data.years[1],
    );
    for (const svg of [drawFigure(figure).wide, drawFigure(figure).narrow]) {
      const { document: drawing } = parseHTML(`<body>${svg}</body>`);
      const rules = [...drawing.querySelectorAll("g.break line")].map(line =>
        Number(line.getAttribute("x1")),
      );
      expect(new Set(rules).size, figure.id).toBe(expected.length);
      for (const path of drawing.querySelectorAll("g.series path, g.mean path, g.band path")) {
        const xs = [...(path.getAttribute("d") ?? "").matchAll(/[ML](-?[\d.]+),/g)].map(match =>
          Number(match[1]),
        );
        if (path.parentElement?.hasAttribute("stroke-width") && xs.length === 0) continue;
        paths++;
        for (const rule of rules)
          expect(
            xs.every(x => x < rule) || xs.every(x => x > rule),
            `${figure.id}: ${path.getAttribute("d")}`,
          ).toBe(true);
      }
    }
  }
  expect(paths).toBeGreaterThan(1000);
});

describe("what may be computed", () => {
  const breaks = [
    { between: [2018, 2019] as [number, number], why: "", kind: "hard" as const },
    { between: [2016, 2017] as [number, number], why: "", kind: "soft" as const },
  ];
  const cell = (year: number, value?: number) => ({ agency: "a", year, value });

  test.each([
    [2015, 2018, 1],
    [2016, 2017, 1],
    [2018, 2019, undefined],
    [2019, 2018, undefined],
    [2015, 2023, undefined],
    [2019, 2023, 1],
  ])("change %i to %i is %s", (from, to, change) => {
    expect(changeBetween(cell(from, 1), cell(to, 2), breaks)).toBe(change);
  });

  test.each([
    ["as rounded", 80, 75, -5, undefined],
    ["otherwise", 80, 75, -5.1, -5],
    ["nowhere", 80, 75, undefined, undefined],
    ["without an earlier value", undefined, 75, -5, undefined],
  ])("a change that the source prints %s", (_, earlier, later, stated, noted) => {
    const now = { ...cell(2020, later), stated_change: stated };
    expect(changeUnlikeStated(cell(2019, earlier), now, breaks)).toBe(noted);
    expect(changeUnlikeStated(cell(2018, earlier), now, breaks)).toBe(undefined);
  });

  test("runs end at gaps and at hard breaks only", () => {
    const runs = runsOf(
      [2015, 2016, 2017, 2018, 2019, 2021].map(year => cell(year, 1)),
      breaks,
    );
    expect(runs.map(run => run.map(({ year }) => year))).toEqual([[2015, 2016, 2017, 2018], [2019], [2021]]);
  });

  test("a rounded change has the decimals of the scores", () => {
    expect(changeBetween(cell(2019, 80.91), cell(2020, 86.57), breaks)).toBe(5.66);
  });

  test("one value on each side of a break: the sentence says neither rise nor fall", () => {
    const spec = {
      type: "trend",
      index: "vi-du",
      agencies: ["tinh-1"],
      years: [2018, 2019],
      highlight: [],
    } as const;
    const data = chartData(tables, spec);
    expect(data && describeChart(data)).not.toMatch(/tăng|giảm|lên|xuống/);
    expect(data && describeChart(data)).toContain("Không so sánh qua mốc 2018 | 2019");
  });

  test("targets: met, missed, without result, not comparable", () => {
    const plan = { slug: "p", title: "Kế hoạch", agency: "a" };
    const index = { id: "i", name: "I", breaks };
    const target = { index: "i", component: undefined, year: 2020, baseYear: undefined };
    const rank = { ...target, measure: "rank", bound: "at_most", threshold: 25 } as const;
    const verdict = (goal: Parameters<typeof judgeTarget>[0], results: ReturnType<typeof cell>[]) =>
      judgeTarget(goal, plan, index, year => results.find(result => result.year === year)).verdict;
    expect(verdict(rank, [{ ...cell(2020), rank: 25 } as ReturnType<typeof cell>])).toBe("met");
    expect(verdict(rank, [{ ...cell(2020), rank: 26 } as ReturnType<typeof cell>])).toBe("missed");
    expect(verdict(rank, [])).toBe("unknown");
    const change = { ...target, measure: "change", bound: "above", threshold: 0, baseYear: 2018 } as const;
    expect(verdict(change, [cell(2018, 1), cell(2020, 2)])).toBe("incomparable");
    expect(verdict({ ...change, baseYear: 2019 }, [cell(2019, 1), cell(2020, 2)])).toBe("met");
  });
});

describe("shipped data", () => {
  // Printed in the plans or by the press; a chart that shows another number is wrong.
  test.each([
    ["par-index", 2021, "ubnd-quang-nam", "", 86.57, 33],
    ["par-index", 2022, "ubnd-quang-nam", "", 80.91, 57],
    ["par-index", 2023, "ubnd-quang-nam", "", 84.6, 56],
    ["sipas", 2021, "ubnd-quang-nam", "", 84.24, 57],
    ["sipas", 2022, "ubnd-quang-nam", "", 74.56, 61],
    ["sipas", 2023, "ubnd-quang-nam", "", 78.44, 59],
    ["sipas", 2023, "ubnd-gia-lai", "", 83.84, 19],
    ["sipas", 2022, "ca-nuoc", "", 80.08, undefined],
    ["par-index", 2023, "ca-nuoc", "", 86.98, undefined],
    ["par-index", 2022, "ubnd-quang-nam", "thu-tuc-hanh-chinh", 9.66, 63],
    ["par-index", 2023, "ubnd-quang-nam", "chi-dao-dieu-hanh", 9.44, 15],
    ["papi", 2018, "ubnd-quang-nam", "", 43.14, 33],
  ])("%s %i %s %s is %f", (id, year, agency, component, value, rank) => {
    const found = indexTables(site)
      .get(id)
      ?.cells.get(component)
      ?.get(agency)
      ?.find(cell => cell.year === year);
    expect(found?.value).toBeCloseTo(value, 1);
    if (rank !== undefined && found?.rank !== undefined) expect(found.rank).toBe(rank);
  });

  test("every PAPI province-year is on a year page and in its file", () => {
    const papi = indexTables(site).get("papi");
    if (!papi) throw new Error("no papi");
    const values = papi.years.flatMap(year => peerCells(papi, mainPeers(papi), year));
    const drawn = siteFigures(site).all.flatMap(({ data }) =>
      data.type === "ranking" && data.index === "papi" ? data.rows : [],
    );
    expect(drawn.length).toBe(values.length);
    expect(values.length).toBeGreaterThanOrEqual(868);
  });

  test("2022 shows Bắc Giang and Bắc Ninh as not assessed, never as a value", () => {
    const figure = siteFigures(site).all.find(({ id }) => id === "papi-2022-xep-hang");
    if (figure?.data.type !== "ranking") throw new Error("no ranking of 2022");
    expect(figure.data.notAssessed).toEqual(["Bắc Giang", "Bắc Ninh"]);
    expect(figure.data.rows.map(({ name }) => name)).not.toContain("Bắc Ninh");
    expect(drawFigure(figure).sentence).toContain("Không có kết quả: Bắc Giang, Bắc Ninh");
  });

  test("the plan's place among the first 25 was missed, its change over the break is not judged", () => {
    const verdicts = judgementsOf(site, "ubnd-quang-nam").map(
      ({ target, verdict }) => `${target.measure} ${verdict}`,
    );
    expect(verdicts).toContain("rank missed");
    expect(verdicts).toContain("change incomparable");
    expect(verdicts).not.toContain("change met");
  });
});

test("figures have ids of their own", () => {
  const ids = siteFigures(site).all.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
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

test("figures of English pages have English words and numbers; what is Vietnamese in them is marked", () => {
  const figures = [...englishPages(site).keys()].flatMap(page => englishFiguresOf(site, page));
  expect(new Set(figures.map(({ data }) => data.type))).toEqual(
    new Set(["trend", "distribution", "ranking", "heatmap"]),
  );
  const settings = readSettings({}, new Date());
  for (const figure of figures) {
    const { document: page } = parseHTML(`<body>${renderHtml(h(ChartFigure, { figure, settings }))}</body>`);
    for (const node of page.querySelectorAll("[lang=vi], [role=img]")) node.remove();
    // The number of a document is its name in any language.
    const text = (page.body.textContent ?? "").replace(/\d+\/[\p{Lu}-]+/gu, "");
    expect([figure.id, /đ|\p{M}/iu.exec(text.normalize("NFD"))]).toEqual([figure.id, null]);
    expect([figure.id, /\d,\d/.exec(text)]).toEqual([figure.id, null]);
  }
});

test("English pages give reasons, notes and names of domains in English, and mark what has none as Vietnamese", () => {
  for (const index of site.indices.values()) {
    const said = [
      ...(index.breaks ?? []),
      ...(index.not_assessed ?? []),
      ...(index.editions ?? []).flatMap(({ domains = [], ...edition }) => [edition, ...domains]),
    ];
    expect([index.id, said.filter(({ english }) => english === undefined)]).toEqual([index.id, []]);
  }
  const heatmap = englishFiguresOf(site, urls.indexYear("papi", 2023)).find(
    ({ data }) => data.type === "heatmap",
  );
  expect(drawFigure(heatmap as NonNullable<typeof heatmap>).sentence).toContain(
    "domains: Public service delivery.",
  );
  const data = example("trend");
  if (data.type !== "trend") throw new Error("not a trend");
  const why = data.breaks.map(of => of.why);
  expect(inEnglish(data, undefined).vietnamese).toEqual(expect.arrayContaining(why));
  const translated = { ...data, breaks: data.breaks.map(of => ({ ...of, english: "New criteria" })) };
  expect(describeChart(inEnglish(translated, undefined).data, wordsOf("en").charts)).toContain(
    "2018 | 2019 (new criteria)",
  );
});

test("a figure of an index shows where the agencies of the site's plans stand, and says it first", () => {
  const point = (id: string) => {
    const figure = siteFigures(site).all.find(known => known.id === id);
    if (!figure) throw new Error(`no figure ${id}`);
    return drawFigure(figure).described.point;
  };
  expect(point("sipas-xu-huong")).toBe(
    "Quảng Nam: 78,44% năm 2023, hạng 59/63, tăng 3,88 điểm phần trăm so với năm 2022.",
  );
  expect(point("papi-2023-xep-hang")).toBe("Quảng Nam 40,6 (hạng 48/61).");
  expect(point("papi-2023-phan-bo")).toBe("Quảng Nam 40,6 (hạng 48/61), thấp hơn trung vị 1,73 điểm.");
  expect(point("papi-2023-linh-vuc")).toBe(
    "Quảng Nam cao hơn trung vị ở 1/8 lĩnh vực: Cung ứng dịch vụ công.",
  );
  expect(point("papi-theo-vung")).toBe(
    "Trung bình vùng năm 2024: cao nhất Đồng bằng sông Hồng 44,32, thấp nhất Tây Nguyên 41,23.",
  );
  expect(describeParts(example("rank")).point).toBe(
    "An Bình: hạng 3/8 năm 2023, xuống 2 bậc so với năm 2019. Gia Hòa: hạng 7/8 năm 2023, xuống 3 bậc so với năm 2019.",
  );
});

test("of a part of the units no median and no mean is told", () => {
  const figure = siteFigures(site).all.find(({ id }) => id === "par-index-2023-phan-bo");
  if (figure?.data.type !== "distribution") throw new Error("no distribution of 2023");
  expect(figure.data.rows.length).toBeLessThan((figure.data.base ?? 0) / 2);
  const { wide, sentence } = drawFigure(figure);
  expect(`${wide} ${sentence}`).not.toMatch(/trung vị|một nửa/i);
  const few = chartData(indexTables(site), {
    type: "heatmap",
    index: "papi",
    agencies: ["ubnd-quang-nam", "ubnd-da-nang"],
    years: [2023],
    highlight: ["ubnd-quang-nam"],
  });
  if (few?.type !== "heatmap") throw new Error("no heatmap of two");
  expect(few.rows).toHaveLength(2);
  expect(describeParts(few).point).toBe("");
});

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

test("what a figure shows is read out once: its point, then the rest", () => {
  const [figure] = figuresOf(site, urls.index("sipas"));
  if (!figure) throw new Error("no figure");
  const settings = readSettings({}, new Date());
  const html = renderHtml(h(ChartFigure, { figure, settings }));
  const { point, rest } = drawFigure(figure).described;
  expect([html.split(point).length - 1, html.split(rest).length - 1]).toEqual([1, 1]);
});

test("an index of which only the national mean is known shows that mean", () => {
  const row = (year: number, value: number) => ({ agency: NATIONAL, year, value });
  const table = makeIndexTable(
    { id: "x", name: "X", unit: "điểm", breaks: [], components: [], covers: [], notAssessed: [] },
    [{ id: NATIONAL, name: "Cả nước", peers: "" }],
    [row(2022, 80), row(2023, 81.5)],
  );
  const data = chartData(new Map([["x", table]]), {
    type: "trend",
    index: "x",
    agencies: [],
    years: [],
    highlight: [],
  });
  expect(data && describeChart(data)).toBe("Cả nước: 81,5 điểm năm 2023, tăng 1,5 điểm so với năm 2022.");
});

test("files of a figure are in the language of its page", () => {
  const [figure] = englishFiguresOf(site, urls.indexYear("sipas", 2023)).slice(-1);
  if (!figure) throw new Error("no English figure");
  expect(figureFiles(figure)).toEqual({
    csv: `/en/data/figures/${figure.id}.csv`,
    svg: `/en/data/figures/${figure.id}.svg`,
  });
  expect(figureCsv(figure)).toMatch(/^\uFEFFAgency,Year,Value,Unit,/);
  expect(figureSvg(figure, "/")).toContain("units with a score");
  const files = figuresInAllLanguages(site).map(each => figureFiles(each).csv);
  expect(files).toContain(`/du-lieu/hinh/${figure.id}.csv`);
  expect(new Set(files).size).toBe(files.length);
});

test("percentages differ by percentage points, scores by points", () => {
  const sentences = figuresOf(site, urls.agency("ubnd-quang-nam")).map(
    figure => [figure.id, drawFigure(figure).sentence] as const,
  );
  const sentence = (id: string) => new Map(sentences).get(`ubnd-quang-nam-${id}-xu-huong`);
  expect(sentence("sipas")).toContain(
    "78,44% năm 2023, hạng 59/63, tăng 3,88 điểm phần trăm so với năm 2022",
  );
  expect(sentence("par-index")).toContain("tăng 3,69 điểm so với năm 2022");
});

test("an index table survives its way through JSON", () => {
  const table = tables.get("vi-du");
  if (!table) throw new Error("no example");
  const back = readIndexJson(JSON.parse(indexJson(table)));
  const spec = { type: "trend", index: "vi-du", agencies: ["tinh-1"], years: [], highlight: [] } as const;
  const there = chartData(new Map([["vi-du", back]]), spec);
  expect(there && describeChart(there)).toBe(describeChart(example("trend")));
  const source = (of: typeof there) =>
    of?.type === "trend" ? of.series.map(({ cells }) => cells.map(cell => cell.source)) : [];
  expect(source(there)).toEqual(source(example("trend")));
});

describe("a sentence about years", () => {
  const breaks = [
    { between: [2017, 2018], why: "Thêm hai nội dung", kind: "hard" },
    { between: [2019, 2020], why: "Thêm một câu hỏi", kind: "soft" },
    { between: [2030, 2031], why: "Chưa tới", kind: "soft" },
  ] satisfies SeriesBreak[];
  const told = (cells: Omit<Cell, "agency">[], type: "trend" | "rank" = "trend") => {
    const table = makeIndexTable(
      { id: "x", name: "X", unit: "điểm", breaks, components: [], covers: [], notAssessed: [] },
      [{ id: "a", name: "Tỉnh A", peers: "" }],
      cells.map(cell => ({ agency: "a", ...cell })),
    );
    const spec = { type, index: "x", agencies: ["a"], years: [], highlight: [] };
    const data = chartData(new Map([["x", table]]), spec);
    return data && describeChart(data);
  };

  test("names what changed in part between years that it compares, and only that", () => {
    const text = told([
      { year: 2018, value: 43.1 },
      { year: 2021, value: 41 },
    ]);
    expect(text).toContain("41 điểm năm 2021, giảm 2,1 điểm so với năm 2018");
    expect(text).toContain("cần lưu ý cách đo đổi một phần: 2019 | 2020 (thêm một câu hỏi).");
  });
  test("says of a change that rounds to nothing how small it is", () => {
    const text = told([
      { year: 2018, value: 43.7301 },
      { year: 2019, value: 43.7312 },
    ]);
    expect(text).toContain("43,73 điểm năm 2019, tăng 0,0011 điểm so với năm 2018");
  });
  test("calls no rank the highest and the lowest at once", () => {
    const text = told(
      [2018, 2019].map(year => ({ year, rank: 7, rank_of: 20 })),
      "rank",
    );
    expect(text).toContain("2018–2019 đều hạng 7/20");
    expect(text).not.toContain("thấp nhất");
  });
});

test("a choice survives its way through the address", () => {
  const fallback = {
    agencies: [],
    index: "papi",
    second: "",
    component: "",
    from: undefined,
    to: undefined,
    measure: "value",
  } as const;
  const read = (query: string) => parseChoice(query, fallback, ["papi", "sipas"]);
  expect(read("")).toEqual(fallback);
  const choice = { ...fallback, agencies: ["a", "b"], second: "sipas", from: 2019, measure: "rank" } as const;
  expect(read(formatChoice(choice))).toEqual(choice);
  expect(read("?co-quan=a,b,c,d,e,f,g,h,i,<x>").agencies).toHaveLength(8);
  expect(read("?co-quan=a,a").agencies).toEqual(["a"]);
  for (const unknown of ["khong-co", "__proto__", "constructor", "<img>", "../x"])
    expect(read(`?chi-so=${unknown}&thu-hai=${unknown}`)).toEqual(fallback);
  const domain = { ...fallback, index: "vi-du", component: "__proto__" };
  expect(chartsOfChoice(domain, tables).map(({ component }) => component)).toEqual([undefined]);
});
