import { describe, expect, test } from "vitest";
import type { ChartSpec } from "../scripts/model/chart.ts";
import { chartData } from "../scripts/model/chart-data.ts";
import { type IndexTable, makeIndexTable } from "../scripts/model/index-table.ts";

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

test("there is no chart of what has no result, nor of an index that is not there", () => {
  expect(drawn({ type: "trend", agencies: ["c"], years: [2024, 2025] })).toBeUndefined();
  expect(drawn({ type: "trend", index: "ba" })).toBeUndefined();
  expect(drawn({ type: "scatter", against: "ba" })).toBeUndefined();
});
