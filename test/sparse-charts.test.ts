import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { chartStrings } from "../layouts/chart-strings.ts";
import { englishChartStrings } from "../layouts/chart-strings-en.ts";
import { cut, nameRoom, spread, wrap } from "../layouts/charts/canvas.ts";
import { drawChart } from "../layouts/charts/chart.ts";
import { notesOf } from "../layouts/charts/notes.ts";
import { namesBeside } from "../layouts/charts/scatter.ts";
import { chartData } from "../scripts/model/chart-data.ts";
import { indexTables, makeIndexTable } from "../scripts/model/index-table.ts";
import { example } from "./support/chart-example.ts";
import { describeChart } from "./support/describe-chart.ts";
import { siteOf } from "./support/sources.ts";

test("of two years the last is told by its own domains, not by one that only the other has", () => {
  const said = domainsSaid(["2022,ubnd-vi-du,mot,9", "2022,ubnd-vi-du,hai,7", "2023,ubnd-vi-du,hai,6"]);
  expect(said).toContain("2023: Hai 6.");
  expect(said).not.toContain("Một 9");
});

test("of two agencies each is told by its own domains", () => {
  const said = domainsSaid(
    ["2023,ubnd-vi-du,mot,9", "2023,ubnd-vi-du,hai,7", "2023,ubnd-mau,hai,6"],
    ["ubnd-vi-du", "ubnd-mau"],
  );
  expect(said).toContain("Ủy ban nhân dân tỉnh Mẫu: Hai 6.");
  expect(said).not.toContain("Một 9");
});

test("two values of a domain that are the same stand on both sides of their marks, not on each other", () => {
  const data = domainsOf(["2022,ubnd-vi-du,mot,9", "2023,ubnd-vi-du,mot,9"]);
  const { document } = parseHTML("<html></html>");
  const svg = data && drawChart(data, { document, width: 680 });
  const numbers = (side: string) =>
    [...(svg?.querySelectorAll(`[text-anchor=${side}] text`) ?? [])].filter(
      ({ textContent }) => textContent === "9",
    );
  expect(numbers("end")).toHaveLength(1);
  expect(numbers("start")).toHaveLength(1);
});

test("of domains the ends are told as ends: the least of a rise is no fall, and the least ahead is not behind", () => {
  const years = (mot: number, hai: number) =>
    domainsSaid([
      "2022,ubnd-vi-du,mot,5",
      "2022,ubnd-vi-du,hai,5",
      `2023,ubnd-vi-du,mot,${mot}`,
      `2023,ubnd-vi-du,hai,${hai}`,
    ]);
  expect(years(7, 5.1)).toContain("So với 2022: Một tăng nhiều nhất 2, Hai tăng ít nhất 0,1.");
  expect(years(4.9, 3)).toContain("So với 2022: Một giảm ít nhất 0,1, Hai giảm nhiều nhất 2.");
  expect(years(5, 3)).toContain("So với 2022: Một không đổi, Hai giảm nhiều nhất 2.");
  const agencies = (mot: number, hai: number) =>
    domainsSaid(
      [
        "2023,ubnd-vi-du,mot,5",
        "2023,ubnd-vi-du,hai,5",
        `2023,ubnd-mau,mot,${mot}`,
        `2023,ubnd-mau,hai,${hai}`,
      ],
      ["ubnd-vi-du", "ubnd-mau"],
    );
  expect(agencies(7, 5.1)).toContain("hơn nhiều nhất ở Một (+2), hơn ít nhất ở Hai (+0,1).");
  expect(agencies(7, 3)).toContain("hơn nhiều nhất ở Một (+2), kém nhiều nhất ở Hai (−2).");
  expect(agencies(5, 3)).toContain("ngang nhau ở Một, kém nhiều nhất ở Hai (−2).");
});

/** What is said of the domains of these rows: year, agency, domain, value. */
function domainsSaid(rows: readonly string[], agencies?: readonly string[]): string {
  const data = domainsOf(rows, agencies);
  return data ? describeChart(data) : "";
}

test("a figure of domains names the derived ones: its hollow marks are those of the first year", () => {
  const data = domainsOf([
    "2022,ubnd-vi-du,mot,9,printed",
    "2023,ubnd-vi-du,mot,8,derived",
    "2022,ubnd-vi-du,hai,7,derived",
    "2023,ubnd-vi-du,hai,6,derived",
  ]);
  expect(data && notesOf(data, chartStrings)).toEqual([
    "Suy ra từ các số đã công bố: Một (2023); Hai (2022, 2023).",
  ]);
  expect(data && notesOf(data, englishChartStrings)).toEqual([
    "Derived from published figures: Một (2023); Hai (2022, 2023).",
  ]);
  const printed = domainsOf(["2022,ubnd-vi-du,mot,9,printed", "2023,ubnd-vi-du,mot,8,printed"]);
  expect(printed && notesOf(printed, chartStrings)).toEqual([]);
});

function domainsOf(rows: readonly string[], agencies: readonly string[] = ["ubnd-vi-du"]) {
  const domains = "{key: mot, name: Một}, {key: hai, name: Hai}";
  const { site } = siteOf({
    "indices/par-index.yaml": `name: A\neditions:\n  - {from: 2022, domains: [${domains}]}\n`,
    "results/par-index.csv": `year,agency,component,value,basis\n${rows.join("\n")}\n`,
  });
  const spec = { type: "domains", index: "par-index", agencies, years: [], highlight: [] } as const;
  return chartData(indexTables(site), spec);
}

test("of several series each names its own missing years, and a stated change of nothing is no fall", () => {
  const { site } = siteOf({
    "indices/par-index.yaml": "name: Chỉ số ví dụ\nunit: điểm\n",
    "results/par-index.csv":
      "year,agency,value,stated_change\n2021,ubnd-vi-du,80,\n2022,ubnd-vi-du,81,\n2022,ubnd-mau,82,0\n",
  });
  const data = chartData(indexTables(site), {
    type: "trend",
    index: "par-index",
    agencies: ["ubnd-vi-du", "ubnd-mau"],
    years: [2020, 2022],
    highlight: [],
  });
  const words = data && describeChart(data);
  expect(words).toContain("Chưa có số liệu về điểm của Ủy ban nhân dân tỉnh Ví Dụ: 2020.");
  expect(words).toContain("Chưa có số liệu về điểm của Ủy ban nhân dân tỉnh Mẫu: 2020–2021.");
  expect(words).toContain("82 điểm năm 2022 (theo công bố: không đổi)");
});

test.each([
  ["none", "", "Chỉ số ví dụ năm 2022: 2 đơn vị có số liệu về điểm"],
  ["that of the results", ",điểm", "Chỉ số ví dụ năm 2022, điểm: 2 đơn vị có số liệu về điểm"],
])("an index without a unit has %s", (_, unit, words) => {
  const { site } = siteOf({
    "indices/par-index.yaml": "name: Chỉ số ví dụ\n",
    "results/par-index.csv": `year,agency,value${unit && ",unit"}\n2022,ubnd-vi-du,81${unit}\n2022,ubnd-mau,82${unit}\n`,
  });
  const spec = { type: "ranking", index: "par-index", agencies: [], years: [2022], highlight: [] } as const;
  const data = chartData(indexTables(site), spec);
  expect(data && describeChart(data)).toContain(words);
});

test("of one agency in a ranking its value is told once, and of none that none has a score", () => {
  const { site } = siteOf({
    "indices/par-index.yaml": "name: Chỉ số ví dụ\n",
    "results/par-index.csv": "year,agency,value,rank\n2022,ubnd-vi-du,81,\n2023,ubnd-vi-du,,2\n",
  });
  const ranking = (year: number, words?: typeof englishChartStrings) => {
    const spec = { type: "ranking", index: "par-index", agencies: [], highlight: [] } as const;
    const data = chartData(indexTables(site), { ...spec, years: [year] });
    return data && describeChart(data, words);
  };
  expect(ranking(2022)).toBe(
    "Chỉ số ví dụ năm 2022: 1 đơn vị có số liệu về điểm, Ủy ban nhân dân tỉnh Ví Dụ 81.",
  );
  expect(ranking(2022, englishChartStrings)).toContain("1 unit with a known score, ");
  expect(ranking(2023)).toBe(
    "Chỉ số ví dụ năm 2023: 0 đơn vị có số liệu về điểm. Chỉ có thứ hạng: Ủy ban nhân dân tỉnh Ví Dụ 2/chưa rõ.",
  );
});

test.each([
  ["Cà Mau", "80", "Cà Mau 80"],
  ["Thừa Thiên Huế", "56/63", "Thừa Thiên Huế\n56/63"],
  ["Sở Nông nghiệp và Phát triển nông thôn", "84,6", "Sở Nông nghiệp\nvà Phát… 84,6"],
])("on a phone the name of %s gives way to its number %s", (name, number, label) => {
  expect(wrap(name, 14, number)).toBe(label);
});

test.each([
  ["Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu"],
  ["Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Phát…"],
  ["Xâydựngchínhquyềnđiệntử,chínhquyềnsố", "Xâydựngchínhquyềnđiệntử…"],
])("a long name is cut after a word: %s", (name, shown) => {
  expect(cut(name, 24)).toBe(shown);
});

test.each([
  ["short names", ["Cà Mau"], 104, "Cà Mau"],
  ["longer ones", ["Sở Tài nguyên nước A"], 122, "Sở Tài nguyên nước A"],
  ["what no phone holds", ["Sở Nông nghiệp và Phát triển nông thôn"], 150, "Sở Nông nghiệp và Phát…"],
])("the margin of a drawing holds %s", (_, names, margin, shown) => {
  const { marginLeft, fit } = nameRoom(names, [104, 150], 6);
  expect(marginLeft).toBe(margin);
  expect(names.map(fit)).toEqual([shown]);
});

test.each([
  ["Minh bạch trong việc ra quyết định", false],
  ["Transparency in local decision-making", true],
])("the head of a column, %s, is written upwards where a word is wider than it: %s", (name, isUpright) => {
  const keys = [..."abcdefgh"];
  const { site } = siteOf({
    "indices/par-index.yaml": `name: A\neditions:\n  - {from: 2022, domains: [${keys.map(key => `{key: ${key}, name: "${name}"}`)}]}\n`,
    "results/par-index.csv": `year,agency,component,value\n${["vi-du", "mau"].flatMap(id => [`2022,ubnd-${id},,9`, ...keys.map((key, i) => `2022,ubnd-${id},${key},${i}`)]).join("\n")}\n`,
  });
  const { document } = parseHTML("<body></body>");
  const spec = { type: "heatmap", index: "par-index", agencies: [], years: [2022], highlight: [] } as const;
  const data = chartData(indexTables(site), spec);
  const drawing = data && drawChart(data, { document, width: 680 }).outerHTML;
  expect(drawing?.includes("rotate(-90)")).toBe(isUpright);
});

test("a single value is drawn on an axis as coarse as itself", () => {
  const { site } = siteOf({
    "indices/par-index.yaml": "name: A\n",
    "results/par-index.csv": "year,agency,value\n2022,ubnd-vi-du,71.5\n",
  });
  const { document } = parseHTML("<body></body>");
  const spec = {
    type: "trend",
    index: "par-index",
    agencies: ["ubnd-vi-du"],
    years: [],
    highlight: [],
  } as const;
  const data = chartData(indexTables(site), spec);
  const texts = data && [...drawChart(data, { document, width: 680 }).querySelectorAll("text")];
  expect(texts?.map(({ textContent }) => textContent).filter(text => /^[\d,]+$/.test(text ?? ""))).toEqual([
    "72,5",
    "72",
    "71,5",
    "71",
    "70,5",
    "2022",
  ]);
});

test("what is the only one is not called the highest and the lowest", () => {
  const said = (type: "heatmap" | "regions", rows: string) => {
    const { site } = siteOf({
      "indices/par-index.yaml": "name: A\n",
      "results/par-index.csv": `year,agency,value\n${rows}\n`,
    });
    const data = chartData(indexTables(site), {
      type,
      index: "par-index",
      agencies: [],
      years: [],
      highlight: [],
    });
    return data && describeChart(data);
  };
  expect(said("heatmap", "2022,ubnd-vi-du,81\n2023,ubnd-vi-du,82")).toMatch(/^2023: \S.* 82\. /);
  expect(said("heatmap", "2023,ubnd-vi-du,81\n2023,ubnd-mau,81")).toMatch(/^2023: \S[^;]* 81, \S[^;]* 81\. /);
  expect(said("heatmap", "2023,ubnd-vi-du,81\n2023,ubnd-mau,82")).toMatch(
    /^2023: cao nhất [^,]*82; thấp nhất .*81\. /,
  );
});

test("a ranking of a few of all says how few, and what its hollow marks are; in a distribution no mark is hollow", () => {
  const table = makeIndexTable(
    {
      id: "x",
      name: "X",
      unit: "điểm",
      breaks: [],
      components: [],
      covers: [{ years: [2023, 2023], count: 63 }],
      notAssessed: [],
    },
    ["a", "b"].map(id => ({ id, name: id, peers: "" })),
    [
      { agency: "a", year: 2023, value: 81, basis: "derived" },
      { agency: "b", year: 2023, value: 82 },
    ],
  );
  const notes = (type: "ranking" | "distribution") => {
    const data = chartData(new Map([["x", table]]), {
      type,
      index: "x",
      agencies: [],
      years: [],
      highlight: [],
    });
    return data && notesOf(data, chartStrings);
  };
  expect(notes("ranking")).toEqual([
    "Chỉ có giá trị của 2/63 đơn vị.",
    "Dấu rỗng: giá trị suy ra từ các số đã công bố.",
  ]);
  expect(notes("distribution")).toEqual(["Chỉ có giá trị của 2/63 đơn vị."]);
});

test("of a few units the highest and lowest are those of the few, and a figure of many years says how few they are", () => {
  const table = makeIndexTable(
    {
      id: "x",
      name: "X",
      unit: "điểm",
      breaks: [],
      components: [],
      covers: [{ years: [2022, 2023], count: 63 }],
      notAssessed: [],
    },
    ["a", "b"].map(id => ({ id, name: id, region: "Vùng", peers: "" })),
    [
      { agency: "a", year: 2022, value: 80 },
      { agency: "a", year: 2023, value: 81 },
      { agency: "b", year: 2023, value: 82 },
    ],
  );
  const ofYears = (type: "heatmap" | "regions", agencies: readonly string[] = []) =>
    chartData(new Map([["x", table]]), { type, index: "x", agencies, years: [], highlight: [] });
  const heatmap = ofYears("heatmap");
  expect(heatmap && describeChart(heatmap)).toMatch(/^2023: cao nhất b 82; thấp nhất a 81 trong số đã có\. /);
  expect(heatmap && describeChart(heatmap, englishChartStrings)).toMatch(/lowest a 81 of those known\. /);
  for (const data of [heatmap, ofYears("regions")])
    expect(data && notesOf(data, chartStrings)).toEqual(["Năm 2023 chỉ có giá trị của 2/63 đơn vị."]);
  const asked = ofYears("heatmap", ["a", "b"]);
  expect(asked && describeChart(asked)).not.toContain("trong số đã có");
  expect(asked && notesOf(asked, chartStrings)).toEqual([]);
});

test("a drawing of an index without a unit names the index alone", () => {
  const { site } = siteOf({
    "indices/par-index.yaml": "name: Chỉ số ví dụ\n",
    "results/par-index.csv": "year,agency,value\n2022,ubnd-vi-du,81\n2022,ubnd-mau,82\n",
  });
  const { document } = parseHTML("<body></body>");
  for (const type of ["ranking", "distribution"] as const) {
    const spec = { type, index: "par-index", agencies: [], years: [], highlight: [] };
    const data = chartData(indexTables(site), spec);
    const texts = data && [...drawChart(data, { document, width: 680 }).querySelectorAll("text")];
    const named = texts?.map(({ textContent }) => textContent).filter(text => text?.startsWith("Chỉ số"));
    expect(named).toEqual([expect.stringMatching(/^Chỉ số ví dụ( · |$)/)]);
  }
});

test("a share of the maximum is that of the edition of its year", () => {
  const edition = (years: string, first: number, second: number) =>
    `  - {${years}, domains: [{key: mot, name: Một, maximum: ${first}}, {key: hai, name: Hai, maximum: ${second}}]}\n`;
  const { site, problems } = siteOf({
    "indices/par-index.yaml": `name: A\neditions:\n${edition("from: 2021, to: 2021", 8, 10)}${edition("from: 2022", 16, 20)}`,
    "results/par-index.csv":
      "year,agency,component,value\n2021,ubnd-vi-du,mot,8\n2021,ubnd-vi-du,hai,5\n2022,ubnd-vi-du,mot,8\n2022,ubnd-vi-du,hai,20\n",
  });
  expect(problems).toEqual([]);
  const spec = {
    type: "domains",
    index: "par-index",
    agencies: ["ubnd-vi-du"],
    years: [],
    highlight: [],
  } as const;
  const data = chartData(indexTables(site), spec);
  expect(data && describeChart(data)).toContain(
    "So với 2021: Hai tăng nhiều nhất 50 điểm phần trăm, Một giảm nhiều nhất 50 điểm phần trăm.",
  );
});

test.each([
  ["apart", [10, 100], [15, 15], [10, 100]],
  ["two on one place", [50, 50], [20, 20], [40, 60]],
  ["a heap, a label of two lines in it", [50, 51, 52], [15, 26, 15], [30.5, 51, 71.5]],
  ["one beside a heap", [50, 50, 90], [20, 20, 20], [40, 60, 90]],
  ["at the top", [5, 5], [20, 20], [5, 25]],
  ["at the bottom", [200, 199], [20, 20], [200, 180]],
])("labels move as little as may be: %s", (_, at, heights, placed) => {
  const labels = at.map((place, i) => ({ at: place, height: heights[i] ?? 0 }));
  expect(spread(labels, [5, 200])).toEqual(placed);
});

test("a name beside its dot lies on no other dot and on no other name", () => {
  const cell = (value: number) => ({ agency: "a", year: 2024, value, basis: "printed" as const });
  const at = (name: string, x: number, y: number) => ({ name, chosen: false, x: cell(x), y: cell(y) });
  const points = [
    at("Xa", 0, 0),
    at("Điện Biên", 40, 50),
    at("Cần Thơ", 48, 52),
    at("Kẹt giữa", 44, 50),
    at("Rất xa", 100, 100),
  ];
  const sides = namesBeside(points, [300, 240]);
  expect(points.map(point => sides.get(point))).toEqual(["right", "left", "right", undefined, "left"]);
});

test("the number of a mark from which the line goes up, and nowhere down, stands below it", () => {
  const data = example("rank");
  const [first] = data.type === "rank" ? data.series : [];
  if (!first || data.type !== "rank") throw new Error("no ranks");
  const ranks = [
    [2019, 3],
    [2020, 3],
    [2021, 1],
    [2022, 2],
  ] as const;
  const cells = ranks.map(([year, rank]) => ({ agency: "a", year, rank, rank_of: 8 }));
  const { document } = parseHTML("<html></html>");
  const drawing = drawChart(
    { ...data, series: [{ ...first, cells }], breaks: [], targets: [], years: [2019, 2022] },
    { document, width: 680 },
  );
  const numbers = (down: number) =>
    [...drawing.querySelectorAll(`g[transform="translate(0,${down})"] text`)].map(text => text.textContent);
  expect(numbers(13)).toEqual(["3/8"]);
  expect(numbers(-13)).toEqual(["3/8", "1/8"]);
});
