import { h } from "preact";
import { describe, expect, test } from "vitest";
import { describeParts } from "../layouts/charts/sentence.ts";
import { drawFigure } from "../layouts/figure-files.ts";
import { figuresOf, siteFigures } from "../layouts/figures.ts";
import { ChartFigure } from "../layouts/parts/figure.tsx";
import { yearSentence } from "../layouts/parts/year-results.tsx";
import { renderHtml } from "../layouts/render.ts";
import { urls } from "../layouts/urls.ts";
import { checkContent } from "../scripts/check.ts";
import { chartData } from "../scripts/model/chart-data.ts";
import { indexTables, makeIndexTable, NATIONAL } from "../scripts/model/index-table.ts";
import type { SeriesBreak } from "../scripts/model/indices.ts";
import type { Cell } from "../scripts/model/series.ts";
import { readSettings } from "../scripts/settings.ts";
import { example, exampleTables } from "./support/chart-example.ts";
import { describeChart } from "./support/describe-chart.ts";
import { siteOf } from "./support/sources.ts";

const { site } = await checkContent({ contentDir: "content", dataDir: "data", asOf: "2026-06-30" });
const tables = exampleTables();

describe("a sentence about years", () => {
  const breaks = [
    { between: [2017, 2018], why: "Thêm hai nội dung", kind: "hard" },
    { between: [2019, 2020], why: "Thêm một câu hỏi", kind: "soft" },
    { between: [2021, 2023], why: "Đổi bộ tiêu chí", kind: "soft" },
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
  test("names a change whose year is not known wherever it may lie between the years", () => {
    const within = (from: number, to: number) => told([from, to].map(year => ({ year, value: year - 1980 })));
    const words = "2021 | 2023 (đổi bộ tiêu chí)";
    expect(within(2020, 2021)).not.toContain(words);
    expect(within(2021, 2022)).toContain(words);
    expect(within(2022, 2024)).toContain(words);
    expect(within(2023, 2024)).not.toContain(words);
  });
  test("tells two results as they came, and not which of them is the highest", () => {
    const values = { 2016: 35, 2017: 36, 2018: 43.1, 2019: 44 };
    const text = told(Object.entries(values).map(([year, value]) => ({ year: Number(year), value })));
    expect(text).toContain(
      "X: 35 điểm năm 2016, 36 điểm năm 2017, tăng 1 điểm so với năm 2016; 43,1 điểm năm 2018.",
    );
    expect(text).not.toContain("cao nhất");
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
  test("speaks for the years that are known alone, not for a gap between them", () => {
    const cells = (years: readonly number[], ranks: readonly number[]) =>
      years.map((year, i) => ({ year, rank: ranks[i], rank_of: 63 }));
    expect(told(cells([2011, 2014], [63, 63]), "rank")).toContain("2011, 2014 đều hạng 63/63.");
    expect(told(cells([2011, 2012, 2014], [3, 1, 2]), "rank")).toContain(
      "2011–2012, 2014 cao nhất hạng 1/63 (2012), thấp nhất hạng 3/63 (2011)",
    );
  });
  const ranks = (years: Readonly<Record<number, number>>) =>
    told(
      Object.entries(years).map(([year, rank]) => ({ year: Number(year), rank, rank_of: 20 })),
      "rank",
    );
  test("names every year in which a result was the highest or the lowest", () => {
    expect(ranks({ 2020: 1, 2021: 1, 2022: 3, 2023: 1, 2024: 3 })).toContain(
      "2020–2024 cao nhất hạng 1/20 (2020–2021, 2023), thấp nhất hạng 3/20 (2022, 2024)",
    );
  });
  test("calls no value the lowest that is higher by decimals which the sentence does not show", () => {
    const values = { 2018: 46.8337, 2019: 46.0428, 2020: 44.3172, 2021: 44.3204 };
    const text = told(Object.entries(values).map(([year, value]) => ({ year: Number(year), value })));
    expect(text).toContain("2018–2021 cao nhất 46,83 điểm (2018), thấp nhất 44,32 điểm (2020)");
  });
  test("compares places only where as many were ranked: third of 18 is neither better nor worse than third of 17", () => {
    const cells = [
      { year: 2018, rank: 2, rank_of: 18 },
      { year: 2019, rank: 3, rank_of: 18 },
      { year: 2020, rank: 3, rank_of: 17 },
      { year: 2021, rank: 3, rank_of: 17 },
      { year: 2022, rank: 1, rank_of: 17 },
    ];
    const text = told(cells, "rank");
    expect(text).toContain("Tỉnh A: hạng 1/17 năm 2022, lên 2 bậc so với năm 2020.");
    expect(text).toContain(
      "X: hạng 2/18 năm 2018, hạng 3/18 năm 2019, xuống 1 bậc so với năm 2018; 2020–2022 cao nhất hạng 1/17 (2022), thấp nhất hạng 3/17 (2020–2021).",
    );
  });
  test("compares no place of which nobody says out of how many", () => {
    const text = told(
      [2018, 2019, 2020].map(year => ({ year, rank: year - 2017 })),
      "rank",
    );
    expect(text).toContain("X: hạng 1/chưa rõ năm 2018; hạng 2/chưa rõ năm 2019.");
    expect(text).not.toMatch(/cao nhất|bậc/);
  });
  test("says what is missing, the score or the rank: the other may well be known", () => {
    const cells = [
      { year: 2020, rank: 9, rank_of: 63 },
      { year: 2021, value: 80 },
      { year: 2022, value: 81, rank: 8, rank_of: 63 },
    ];
    expect(told(cells)).toContain("Chưa có số liệu về điểm: 2020.");
    expect(told(cells, "rank")).toContain("Chưa có số liệu về hạng: 2021.");
  });
});

describe("a sentence about domains", () => {
  const domains = (
    agencies: readonly string[],
    values: Readonly<Record<string, readonly [number, number]>>,
  ) => {
    const table = makeIndexTable(
      {
        id: "x",
        name: "X",
        unit: "điểm",
        breaks: [],
        components: Object.keys(values).map(key => ({ key, name: key })),
        covers: [],
        notAssessed: [],
      },
      ["a", "b"].map(id => ({ id, name: `Tỉnh ${id.toUpperCase()}`, peers: "" })),
      Object.entries(values).flatMap(([component, [before, after]]) =>
        agencies.length > 1
          ? [
              { agency: "a", year: 2024, component, value: before },
              { agency: "b", year: 2024, component, value: after },
            ]
          : [
              { agency: "a", year: 2023, component, value: before },
              { agency: "a", year: 2024, component, value: after },
            ],
      ),
    );
    const spec = { type: "domains", index: "x", agencies, years: [], highlight: [] } as const;
    const data = chartData(new Map([["x", table]]), spec);
    return data && describeParts(data).point;
  };

  test("tells of the two that it names that they are the ends", () => {
    expect(domains(["a"], { Một: [5, 6.2], Hai: [5, 5.3], Ba: [5, 5.1] })).toBe(
      "So với 2023: Một tăng nhiều nhất 1,2 điểm, Ba tăng ít nhất 0,1 điểm.",
    );
  });
  test("calls nothing unchanged that fell by little", () => {
    expect(domains(["a"], { Một: [5, 6], Hai: [3.5275, 3.5] })).toContain("Hai giảm nhiều nhất 0,0275 điểm");
  });
  test("calls no domain behind in which an agency is ahead", () => {
    expect(domains(["a", "b"], { Một: [5, 6], Hai: [5, 5.02] })).toBe(
      "So với Tỉnh A: hơn nhiều nhất ở Một (+1 điểm), hơn ít nhất ở Hai (+0,02 điểm).",
    );
  });
});

test("an agency hardly off the median is not told to be off by nothing", () => {
  const values = [40, 41.002, 41, 42, 43.5, 39];
  const table = makeIndexTable(
    { id: "x", name: "X", unit: "điểm", breaks: [], components: [], covers: [], notAssessed: [] },
    values.map((_, i) => ({ id: `${i}`, name: `Tỉnh ${i}`, peers: "" })),
    values.map((value, i) => ({ agency: `${i}`, year: 2024, value })),
  );
  const spec = { type: "distribution", index: "x", agencies: [], years: [2024], highlight: ["1"] } as const;
  const data = chartData(new Map([["x", table]]), spec);
  expect(data && describeParts(data).point).toBe("Tỉnh 1 41, cao hơn trung vị 0,001 điểm.");
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

test("a year is described, where it is shared or found, by who is highest and lowest in it", () => {
  const year = (year: number) => yearSentence(figuresOf(site, urls.indexYear("papi", year)));
  expect(year(2023)).toBe(
    "PAPI năm 2023, điểm: 61/63 đơn vị có số liệu về điểm, cao nhất Thừa Thiên Huế 46,04 (hạng 1/61), thấp nhất Đắk Nông 38,97. Không có kết quả: Quảng Ninh, Bình Dương.",
  );
  expect(year(1999)).toBeUndefined();
});

test("what a figure shows is read out once: its point, then the rest", () => {
  const [figure] = figuresOf(site, urls.index("sipas"));
  if (!figure) throw new Error("no figure");
  const settings = readSettings({}, new Date());
  // Numbers that are not to be torn stand in elements of their own.
  const html = renderHtml(h(ChartFigure, { figure, settings })).replace(/<\/?span[^>]*>/g, "");
  const { point, rest } = drawFigure(figure).described;
  expect([html.split(point).length - 1, html.split(rest).length - 1]).toEqual([1, 1]);
});

test("the figure of an index that measures the departments of one province names the province, not the country", () => {
  const { site } = siteOf({
    "indices/ddci.yaml": "name: Năng lực cạnh tranh\nshort_name: DDCI\n",
    "results/ddci.csv":
      "year,agency,value,rank,rank_of\n2024,so-noi-vu-vi-du,80,1,2\n2024,so-tu-phap-vi-du,79,2,2\n",
  });
  expect(figuresOf(site, urls.index("ddci")).map(({ title }) => title)).toEqual([
    "DDCI (Ủy ban nhân dân tỉnh Ví Dụ): mọi đơn vị qua các năm",
  ]);
});
