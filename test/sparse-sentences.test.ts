import { describe, expect, test } from "vitest";
import { describeParts } from "../layouts/charts/sentence.ts";
import { figuresOf } from "../layouts/figures.ts";
import { urls } from "../layouts/urls.ts";
import type { ChartSpec } from "../scripts/model/chart.ts";
import { chartData } from "../scripts/model/chart-data.ts";
import { type IndexHead, makeIndexTable, NATIONAL } from "../scripts/model/index-table.ts";
import type { SeriesBreak } from "../scripts/model/indices.ts";
import { siteOf } from "./support/sources.ts";

/** Agency, year, value, rank, domain; a to c are of the north, d of the south. */
type Row = readonly [
  agency: string,
  year: number,
  value: number | undefined,
  rank?: number | undefined,
  component?: string,
];

const REGIONS: Readonly<Record<string, string>> = { a: "Bắc", b: "Bắc", c: "Bắc", d: "Nam" };

function tableOf(id: string, rows: readonly Row[], head: Partial<IndexHead> = {}) {
  const agencies = [...new Set(rows.map(([agency]) => agency))].map(agency => ({
    id: agency,
    name: agency.toUpperCase(),
    region: REGIONS[agency],
    peers: agency === NATIONAL ? "national" : "",
  }));
  return makeIndexTable(
    { id, name: id, unit: "điểm", breaks: [], components: [], covers: [], notAssessed: [], ...head },
    agencies,
    rows.map(([agency, year, value, rank, component]) => ({ agency, year, value, rank, component })),
  );
}

function said(spec: Partial<ChartSpec> & Pick<ChartSpec, "type">, ...tables: ReturnType<typeof tableOf>[]) {
  const whole = { index: "X", agencies: [], years: [], highlight: [], ...spec };
  const data = chartData(new Map(tables.map(table => [table.id, table])), whole);
  if (!data) throw new Error("no data");
  return describeParts(data);
}

const components = ["mot", "hai", "ba", "bon"].map(key => ({ key, name: key }));

describe("domains", () => {
  const both: readonly Row[] = [
    ["a", 2023, 5, undefined, "mot"],
    ["a", 2023, 4, undefined, "hai"],
    ["b", 2023, 6.5, undefined, "mot"],
  ];
  test("one that two agencies have in common is compared, the one that only the first has is not", () => {
    const { point } = said({ type: "domains", agencies: ["a", "b"] }, tableOf("X", both, { components }));
    expect(point).toBe("So với A: mot (+1,5 điểm).");
  });
  test("one of two years is told as a rise or a fall", () => {
    const rows: readonly Row[] = [...both.slice(0, 2), ["a", 2024, 4.5, undefined, "mot"]];
    const { point } = said({ type: "domains", agencies: ["a"] }, tableOf("X", rows, { components }));
    expect(point).toBe("So với 2023: mot giảm 0,5 điểm.");
  });
  test("all that share the highest or the lowest value are named, and where all have the same none is the lowest", () => {
    const ofValues = (...values: number[]) => {
      const rows = values.map((value, i): Row => ["a", 2023, value, undefined, components[i]?.key ?? ""]);
      return said({ type: "domains", agencies: ["a"] }, tableOf("X", rows, { components })).rest;
    };
    expect(ofValues(8, 9, 9)).toBe("X, A, 2023 (điểm): cao nhất hai; ba 9, thấp nhất mot 8.");
    expect(ofValues(9, 9)).toBe("X, A, 2023 (điểm): mot; hai 9.");
  });
});

test.each([
  [3, "A cao hơn trung vị ở 3/4 lĩnh vực: mot; hai; ba."],
  [4, "A cao hơn trung vị ở 4/4 lĩnh vực."],
])("domains above the median are named where they are few: %i", (above, sentence) => {
  const rows = components.flatMap(({ key }, i): Row[] => [
    ["a", 2023, i < above ? 9 : 1, undefined, key],
    ["b", 2023, 5, undefined, key],
    ["c", 2023, 5, undefined, key],
  ]);
  const table = tableOf("X", rows, { components });
  expect(said({ type: "heatmap", years: [2023], highlight: ["a"] }, table).point).toBe(sentence);
});

test("of many agencies over the years the first is the point, and ranks and earlier years are left to the table", () => {
  const rows = ["a", "b", "c"].flatMap((agency, i): Row[] => [
    [agency, 2021, 70 + i, 3 - i],
    [agency, 2022, 80 + i, 3 - i],
    [agency, 2023, 90 + i, 3 - i],
  ]);
  const { point, rest } = said({ type: "trend", agencies: ["a", "b", "c"] }, tableOf("X", rows));
  expect(point).toBe("A: 90 điểm năm 2023, tăng 20 điểm so với năm 2021.");
  expect(rest).toBe(
    "B: 91 điểm năm 2023, tăng 20 điểm so với năm 2021. C: 92 điểm năm 2023, tăng 20 điểm so với năm 2021.",
  );
});

describe("a figure of all agencies over the years", () => {
  test("tells of the last year", () => {
    const rows: readonly Row[] = [2022, 2023].flatMap((year): Row[] => [
      ["a", year, year - 1950],
      ["b", year, year - 1940],
    ]);
    const table = tableOf("X", rows, { covers: [{ years: [2022, 2023], count: 2 }] });
    expect(said({ type: "trend" }, table).point).toBe(
      "Năm 2023, 2 đơn vị có số liệu từ 73 đến 83, trung bình 78.",
    );
  });
  test("tells of the national mean since the last break", () => {
    const rows: readonly Row[] = [2020, 2021, 2022, 2023].map(year => [NATIONAL, year, year - 1950]);
    const breaks: SeriesBreak[] = [{ between: [2021, 2022], why: "Đổi cách đo", kind: "hard" }];
    expect(said({ type: "trend" }, tableOf("X", rows, { breaks })).point).toBe(
      "Cả nước: 73 điểm năm 2023, tăng 1 điểm so với năm 2022.",
    );
  });
});

test("where nobody is chosen, half of all are the point of a distribution", () => {
  const rows = [1, 2, 3, 4, 5].map((value, i): Row => [`${i}`, 2023, value]);
  const { point, rest } = said({ type: "distribution" }, tableOf("X", rows));
  expect(point).toBe("Một nửa số đơn vị nằm giữa 2 và 4.");
  expect(rest).toMatch(/^X năm 2023, điểm: 5 đơn vị có số liệu về điểm/);
});

test("of a region with one agency its value is told", () => {
  const rows: readonly Row[] = [
    ["a", 2023, 70],
    ["b", 2023, 72],
    ["d", 2023, 75],
  ];
  expect(said({ type: "regions" }, tableOf("X", rows)).rest).toBe(
    "X năm 2023, điểm: Bắc từ 70 đến 72; Nam 75.",
  );
});

test("a chosen agency that has one of two indices is named", () => {
  const other = tableOf("Y", [["a", 2023, 50]]);
  const table = tableOf("X", [
    ["a", 2023, 70],
    ["b", 2023, 72],
  ]);
  expect(said({ type: "scatter", against: "Y", highlight: ["b"] }, table, other).rest).toBe(
    "Năm 2023: 1 đơn vị có số liệu của cả hai chỉ số. Cao nhất về X: A: X 70 điểm, Y 50 điểm. Chưa có đủ hai kết quả: B.",
  );
});

test("agencies without a value of the last year stand below those that have one", () => {
  const table = tableOf("X", [
    ["a", 2022, 90],
    ["b", 2023, 70],
    ["c", 2022, 60],
    ["c", 2023, 80],
  ]);
  const data = chartData(new Map([["X", table]]), {
    type: "heatmap",
    index: "X",
    agencies: [],
    years: [],
    highlight: [],
  });
  if (data?.type !== "heatmap") throw new Error("no heatmap");
  expect(data.rows.map(({ name }) => name)).toEqual(["C", "B", "A"]);
});

test("who was not assessed is told once, also where it is chosen", () => {
  const rows: readonly Row[] = [
    ["a", 2023, 70],
    ["b", 2022, 72],
    ["c", 2022, 71],
  ];
  const table = tableOf("X", rows, { notAssessed: [{ year: 2023, agencies: ["b"] }] });
  const { rest } = said({ type: "ranking", years: [2023], highlight: ["a", "b", "c"] }, table);
  expect(rest).toBe(
    "X năm 2023, điểm: 1 đơn vị có số liệu về điểm, A 70. Không có kết quả: B. Chưa có số liệu: C.",
  );
});

test("all who share the highest or the lowest value are named, and where all have the same none is the lowest", () => {
  const ofValues = (...values: number[]) =>
    said(
      { type: "ranking", years: [2023] },
      tableOf(
        "X",
        values.map((value, i) => [["a", "b", "c", "d"][i] ?? "", 2023, value]),
      ),
    ).rest;
  expect(ofValues(70, 72, 72, 70)).toContain("cao nhất B, C 72, thấp nhất A, D 70.");
  expect(ofValues(70, 70)).toBe("X năm 2023, điểm: 2 đơn vị có số liệu về điểm, đều 70.");
});

test("a ranking of some agencies shows them alone, their distribution all that they are measured with", () => {
  const covers = [{ years: [2023, 2023], count: 4 } as const];
  const notAssessed = [{ year: 2023, agencies: ["e"] }];
  const table = tableOf(
    "X",
    ["a", "b", "c", "d"].map((agency, i) => [agency, 2023, 70 + i]),
    { covers, notAssessed },
  );
  const asked = { years: [2023], agencies: ["a", "b"] };
  expect(said({ type: "ranking", ...asked }, table).rest).toBe(
    "X năm 2023, điểm: 2 đơn vị được chọn có số liệu về điểm, cao nhất B 71, thấp nhất A 70.",
  );
  expect(said({ type: "distribution", ...asked }, table).rest).toContain("4/4 đơn vị có số liệu về điểm");
});

test("an agency without any result that a block asks for is told by its name", () => {
  const { site, problems } = siteOf({
    "indices/par-index.yaml": "name: Chỉ số ví dụ\nunit: điểm\n",
    "results/par-index.csv": "year,agency,value\n2022,ubnd-vi-du,80\n2023,ubnd-vi-du,82\n",
    "dashboards/thu.md":
      "---\ntitle: Thử\n---\n```chart\ntype: trend\nindex: par-index\nagencies: [ubnd-vi-du, ubnd-mau]\n```\n",
  });
  expect(problems).toEqual([]);
  const [figure] = figuresOf(site, urls.dashboard("thu"));
  expect(figure?.title).toBe(
    "Chỉ số ví dụ: Ủy ban nhân dân tỉnh Ví Dụ, Ủy ban nhân dân tỉnh Mẫu qua các năm",
  );
  expect(figure && describeParts(figure.data).point).toContain(
    "Ủy ban nhân dân tỉnh Mẫu: chưa có số liệu về điểm.",
  );
});
