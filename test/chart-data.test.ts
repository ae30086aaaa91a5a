import { describe, expect, test } from "vitest";
import { chartTitle } from "../layouts/charts/chart.ts";
import { readerTable, tabulate } from "../layouts/charts/table.ts";
import type { ChartSpec } from "../scripts/model/chart.ts";
import { chartData } from "../scripts/model/chart-data.ts";
import {
  allNames,
  type IndexTable,
  indexTables,
  makeIndexTable,
  NATIONAL,
} from "../scripts/model/index-table.ts";
import type { Judgement } from "../scripts/model/judgement.ts";
import type { Target } from "../scripts/model/target.ts";
import { describeChart } from "./support/describe-chart.ts";
import { siteOf } from "./support/sources.ts";

const AGENCIES = ["a", "b"].map(id => ({ id, name: `Tỉnh ${id}`, peers: "tỉnh" }));
const HEAD = { unit: "điểm", breaks: [], components: [], covers: [], notAssessed: [] };

/** An index of which both provinces have a value in the given years. */
function tableOf(id: string, years: readonly number[]): [string, IndexTable] {
  const results = AGENCIES.flatMap(({ id: agency }) => years.map(year => ({ agency, year, value: year })));
  return [id, makeIndexTable({ ...HEAD, id, name: id }, AGENCIES, results)];
}
const tables = new Map([tableOf("mot", [2019, 2020, 2021, 2022, 2023]), tableOf("hai", [2019, 2021])]);
const drawn = (spec: Partial<ChartSpec> & Pick<ChartSpec, "type">) =>
  chartData(tables, { index: "mot", agencies: ["a"], years: [], highlight: [], ...spec });

describe("each province has a Sở Nội vụ: a figure of departments names their province", () => {
  const { site } = siteOf({
    "indices/trong-tinh.yaml": "name: Trong tỉnh\nunit: điểm\n",
    "results/trong-tinh.csv":
      "year,agency,value\n2022,so-noi-vu-vi-du,90\n2022,so-tu-phap-vi-du,80\n2022,so-noi-vu-mau,70\n",
  });
  const titleOf = (spec: Pick<ChartSpec, "type"> & Partial<ChartSpec>) => {
    const data = chartData(indexTables(site), {
      index: "trong-tinh",
      agencies: [],
      years: [],
      highlight: [],
      ...spec,
    });
    return data && [chartTitle(data), describeChart(data)];
  };
  test.each([
    [
      "of one year",
      { type: "ranking", years: [2022] },
      "Trong tỉnh (Ủy ban nhân dân tỉnh Ví Dụ) năm 2022: từng đơn vị",
    ],
    [
      "of one department",
      { type: "trend", agencies: ["so-noi-vu-mau"] },
      "Trong tỉnh (Ủy ban nhân dân tỉnh Mẫu): Sở Nội vụ qua các năm",
    ],
  ] as const)("%s", (_, spec, title) => expect(titleOf(spec)?.[0]).toBe(title));
  test("in its sentence too", () =>
    expect(titleOf({ type: "ranking", years: [2022] })?.[1]).toMatch(
      /^Trong tỉnh \(Ủy ban nhân dân tỉnh Ví Dụ\) năm 2022, điểm: /,
    ));
  test("those of two provinces each name theirs", () =>
    expect(titleOf({ type: "trend", agencies: ["so-noi-vu-vi-du", "so-noi-vu-mau"] })?.[0]).toBe(
      "Trong tỉnh: Sở Nội vụ (Ủy ban nhân dân tỉnh Ví Dụ), Sở Nội vụ (Ủy ban nhân dân tỉnh Mẫu) qua các năm",
    ));
});

describe("a province and the one that it became with others have one name, and are two", () => {
  const { site } = siteOf({
    "agencies.csv": `id,name,short_name,kind,level,parent,valid_from,valid_to,successors,region
vi-du,Ủy ban nhân dân tỉnh Ví Dụ,Ví Dụ,body,province,,,2025-06-30,vi-du-2025,Miền Núi
vi-du-2025,Ủy ban nhân dân tỉnh Ví Dụ,Ví Dụ,body,province,,2025-07-01,,,Miền Núi
mau,Ủy ban nhân dân tỉnh Mẫu,Mẫu,body,province,,,2025-06-30,vi-du-2025,Miền Núi
`,
    "indices/chi-so.yaml": "name: Chỉ số\nunit: điểm\n",
    "results/chi-so.csv":
      "year,agency,value\n2023,vi-du,50\n2024,vi-du,51\n2025,vi-du-2025,90\n2023,mau,40\n2024,mau,41\n",
  });
  const dataOf = (
    type: ChartSpec["type"],
    agencies: readonly string[] = [],
    years: readonly number[] = [],
  ) => {
    const data = chartData(indexTables(site), { type, index: "chi-so", agencies, years, highlight: [] });
    if (!data) throw new Error("nothing to show");
    return data;
  };
  const BOTH = ["Ví Dụ (từ 01/07/2025)", "Ví Dụ (đến 30/06/2025)"];
  test.each([
    ["heatmap", ["vi-du", "vi-du-2025"]],
    ["trend", ["vi-du-2025", "vi-du"]],
    ["regions", []],
  ] as const)("so a %s has a row for each", (type, agencies) => {
    const { columns, rows } = readerTable(tabulate(dataOf(type, agencies)));
    expect(columns[1] === "Năm" ? rows.map(([name]) => name) : [...columns, ...rows.flat()]).toEqual(
      expect.arrayContaining(BOTH),
    );
  });
  test("the years of its table stand in their order, also where the first row begins late", () => {
    const { columns, rows } = readerTable(tabulate(dataOf("heatmap")));
    expect(columns).toEqual(["Cơ quan", "2023", "2024", "2025"]);
    expect(rows).toEqual([
      ["Ví Dụ (từ 01/07/2025)", "", "", "90"],
      ["Ví Dụ (đến 30/06/2025)", "50", "51", ""],
      ["Mẫu", "40", "41", ""],
    ]);
  });
  test("where only one of them is shown, its name alone says who it is", () => {
    const data = dataOf("ranking", [], [2025]);
    expect(data.type === "ranking" && data.rows.map(({ name }) => name)).toEqual(["Ví Dụ"]);
  });
  test("to choose from, each says until or since when", () => {
    const table = indexTables(site).get("chi-so");
    expect(table && [...allNames(table).values()].sort()).toEqual(["Mẫu", ...BOTH.toSorted()]);
  });
});

describe("domains of two years", () => {
  const cell = (year: number, component: string, value: number, maximum?: number) => ({
    agency: "a",
    year,
    component,
    value,
    ...(maximum !== undefined && { maximum }),
  });
  const components = ["x", "y"].map(key => ({ key, name: key }));
  const domainsOf = (cells: readonly ReturnType<typeof cell>[], years: number[] = []) => {
    const table = makeIndexTable({ ...HEAD, id: "mot", name: "mot", components }, AGENCIES, cells);
    const spec = { type: "domains", index: "mot", agencies: ["a"], years, highlight: [] } as const;
    const data = chartData(new Map([["mot", table]]), spec);
    return data?.type === "domains" ? data : undefined;
  };
  const both = [
    cell(2021, "x", 7, 14),
    cell(2021, "y", 5, 10),
    cell(2022, "x", 6, 12),
    cell(2022, "y", 5, 10),
  ];
  test("are held against the maximum of their own year", () => {
    const data = domainsOf(both);
    expect(data?.asShare).toBe(true);
    expect(data?.rows.map(({ a, b }) => [a?.maximum, b?.maximum])).toEqual([
      [14, 12],
      [10, 10],
    ]);
  });
  test("stand in points where the maximum of a year is not known: that of another year is none", () => {
    const data = domainsOf([...both.slice(2), cell(2021, "x", 7), cell(2021, "y", 5)]);
    expect(data?.asShare).toBe(false);
    expect(data?.rows.map(({ a }) => a?.maximum)).toEqual([undefined, undefined]);
  });
  test("stand with the earlier year first, however they are typed", () => {
    expect(domainsOf(both, [2022, 2021])?.labels).toEqual(["2021", "2022"]);
  });
});

describe("years of a chart", () => {
  test.each([
    ["all that the index has", [], [2019, 2023]],
    ["from one to the other", [2020, 2022], [2020, 2022]],
    ["the same when they are typed the other way round", [2022, 2020], [2020, 2022]],
  ])("of a trend are %s", (_, years, span) => {
    const data = drawn({ type: "trend", years });
    expect(data?.type === "trend" && data.years).toEqual(span);
    expect(data?.type === "trend" && data.series[0]?.cells.map(({ year }) => year)).toEqual(
      [2019, 2020, 2021, 2022, 2023].filter(year => (span[0] ?? 0) <= year && year <= (span[1] ?? 0)),
    );
  });

  test("of a ranking are the last one, unless another is asked for", () => {
    const yearOf = (years: readonly number[]) => {
      const data = drawn({ type: "ranking", agencies: [], years });
      return data?.type === "ranking" ? data.year : undefined;
    };
    expect([yearOf([]), yearOf([2020])]).toEqual([2023, 2020]);
  });

  test("of two indices are the last that both have", () => {
    const data = drawn({ type: "scatter", agencies: [], against: "hai" });
    expect(data?.type === "scatter" && data.year).toBe(2021);
  });
});

describe("a trend", () => {
  const agencies = [
    { id: "a", name: "Tỉnh a", peers: "tỉnh" },
    { id: "b", name: "Tỉnh b", peers: "tỉnh" },
    { id: "s", name: "Sở s", peers: "sở" },
    { id: "t", name: "Sở t", peers: "sở" },
    { id: NATIONAL, name: "Cả nước", peers: "" },
  ];
  const values = { a: 80, b: 84, s: 60, t: 70, [NATIONAL]: 82 };
  const table = makeIndexTable(
    { ...HEAD, id: "mot", name: "mot", covers: [{ years: [2022, 2023], count: 2 }] },
    [...agencies, { id: "c", name: "Tỉnh c", peers: "tỉnh" }],
    Object.entries(values).flatMap(([agency, value]) => [2022, 2023].map(year => ({ agency, year, value }))),
  );
  const trendOf = (spec: Partial<ChartSpec>, targets: readonly Target[] = []) => {
    const judged = targets.map(
      (target): Judgement => ({
        target,
        plan: "ke-hoach",
        planTitle: "Kế hoạch",
        agency: "a",
        verdict: "unknown",
        result: undefined,
        baseResult: undefined,
        actual: undefined,
      }),
    );
    const whole = {
      type: "trend",
      index: "mot",
      agencies: ["a"],
      years: [],
      highlight: [],
      ...spec,
    } as const;
    const data = chartData(new Map([["mot", table]]), whole, judged);
    return data?.type === "trend" || data?.type === "rank" ? data : undefined;
  };

  test("of provinces stands beside all provinces and the national mean; of departments beside neither", () => {
    const provinces = trendOf({});
    expect(provinces?.spreads.map(({ min, max }) => [min, max])).toEqual([
      [80, 84],
      [80, 84],
    ]);
    expect(provinces?.national.map(({ value }) => value)).toEqual([82, 82]);
    const departments = trendOf({ agencies: ["s"] });
    expect(departments?.spreads).toEqual([]);
    expect(departments?.national).toEqual([]);
  });
  test("is drawn where one of those who are asked for has results", () =>
    expect(trendOf({ agencies: ["s", "c"] })?.series.map(({ cells }) => cells.length)).toEqual([2, 0]));
  test("of one year is of that year alone", () =>
    expect(trendOf({ years: [2022] })?.years).toEqual([2022, 2022]));
  test("shows what plans promised about the same index, domain and measure in its years, and nothing else", () => {
    const target = (other: Partial<Target>): Target => ({
      index: "mot",
      measure: "value",
      component: undefined,
      bound: "at_least",
      threshold: 85,
      year: 2023,
      baseYear: undefined,
      ...other,
    });
    const shown = [target({ year: 2022 }), target({ year: 2023 })];
    const hidden = [
      { index: "hai" },
      { measure: "rank" },
      { component: "x" },
      { year: 2021 },
      { year: 2024 },
    ] as const;
    expect(trendOf({}, [...hidden.map(target), ...shown])?.targets.map(({ target }) => target)).toEqual(
      shown,
    );
  });
});

describe("a chosen agency without a result is named, and no other", () => {
  const AGENCIES = ["a", "b", "c"].map(id => ({ id, name: `Tỉnh ${id}`, peers: "tỉnh" }));
  const BODY = { id: "d", name: "Bộ d", peers: "bộ" };
  const table = (id: string, agencies: readonly string[]) =>
    makeIndexTable(
      { ...HEAD, id, name: id },
      [...AGENCIES, BODY],
      [
        ...agencies.map(agency => ({ agency, year: 2023, value: 1 })),
        { agency: "c", year: 2022, value: 1 },
        { agency: "c", year: 2023, rank: 3 },
      ],
    );
  const tables = new Map([
    ["mot", table("mot", ["a", "b", "d"])],
    ["hai", table("hai", ["a", "d"])],
  ]);
  test.each<[ChartSpec["type"], readonly string[], readonly string[]]>([
    ["scatter", ["a", "b", "c", "d"], ["Tỉnh b", "Tỉnh c"]],
    ["ranking", ["a", "b", "c", "d"], []],
    ["distribution", ["a", "c"], []],
  ])("in a %s", (type, highlight, names) => {
    const data = chartData(tables, {
      type,
      index: "mot",
      against: "hai",
      agencies: [],
      years: [2023],
      highlight,
    });
    expect(data && "without" in data && data.without).toEqual(names);
  });
  test("in a ranking of another year", () => {
    const spec = {
      type: "ranking",
      index: "mot",
      agencies: ["a", "c"],
      years: [2022],
      highlight: [],
    } as const;
    expect(chartData(tables, spec)).toMatchObject({ rows: [{ agency: "c" }], without: ["Tỉnh a"] });
  });
});

test("there is no chart of what has no result, nor of an index that is not there", () => {
  expect(drawn({ type: "trend", agencies: ["c"], years: [2024, 2025] })).toBeUndefined();
  expect(drawn({ type: "trend", index: "ba" })).toBeUndefined();
  expect(drawn({ type: "scatter", against: "ba" })).toBeUndefined();
});

describe("of an agency that has merged, no result is missing of the years after", () => {
  const { site } = siteOf({
    "agencies.csv": `id,name,kind,level,parent,valid_from,valid_to,successors
cu,UBND tỉnh Cũ,body,province,,,2025-06-30,moi
moi,UBND tỉnh Mới,body,province,,2025-07-01,,
hue,UBND tỉnh Huế Cũ,body,province,,,2024-12-31,
`,
    "indices/mau.yaml": "name: Mẫu\nunit: điểm\n",
    "results/mau.csv": "year,agency,value\n2023,cu,80\n2023,hue,81\n2025,moi,82\n",
  });
  const said = (spec: Pick<ChartSpec, "type"> & Partial<ChartSpec>) => {
    const data = chartData(indexTables(site), {
      index: "mau",
      agencies: [],
      years: [],
      highlight: [],
      ...spec,
    });
    return data && describeChart(data);
  };

  test.each([
    ["cu", "2024"],
    ["hue", "2024"],
    ["moi", undefined],
  ])("over the years: %s", (agency, missing) => {
    const told = /Chưa có số liệu về điểm: ([^.]*)\./.exec(said({ type: "trend", agencies: [agency] }) ?? "");
    expect(told?.[1]).toBe(missing);
  });

  test("in a year", () => {
    expect(said({ type: "ranking", years: [2025], highlight: ["cu"] })).not.toContain("Chưa có số liệu");
    expect(said({ type: "ranking", years: [2023], highlight: ["moi"] })).not.toContain("Chưa có số liệu");
  });
});
