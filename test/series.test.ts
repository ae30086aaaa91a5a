import { describe, expect, test } from "vitest";
import {
  bestFirst,
  byStanding,
  type Cell,
  changeBetween,
  changeUnlikeStated,
  isNearlyAll,
  missingYears,
  runsOf,
  softBreaks,
  spreadsOf,
} from "../scripts/model/series.ts";

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
    [2012, 2013, 1],
    [2013, 2014, undefined],
    [2014, 2015, undefined],
    [2015, 2016, 1],
  ])(
    "a break known only to lie between 2013 and 2015 lies anywhere between: %i to %i",
    (from, to, change) => {
      const wide = [{ between: [2013, 2015] as [number, number], why: "" }];
      expect(changeBetween(cell(from, 1), cell(to, 2), wide)).toBe(change);
    },
  );

  test.each([
    ["as rounded", 80, 75, -5, undefined],
    ["as rounded up at the half", 80.12, 80.245, 0.13, undefined],
    ["as rounded down at the half", 80.12, 80.245, 0.12, undefined],
    ["otherwise than rounded", 80.12, 80.2451, 0.12, 0.1251],
    ["otherwise", 80, 75, -5.1, -5],
    ["otherwise by a hundredth", 80, 75, -5.01, -5],
    ["nowhere", 80, 75, undefined, undefined],
    ["without an earlier value", undefined, 75, -5, undefined],
    ["without a later value", 80, undefined, -5, undefined],
  ])("a change that the source prints %s", (_, earlier, later, stated, noted) => {
    const now = { ...cell(2020, later), stated_change: stated };
    expect(changeUnlikeStated(cell(2019, earlier), now, breaks)).toBe(noted);
    expect(changeUnlikeStated(cell(2018, earlier), now, breaks)).toBe(undefined);
  });

  test("a soft break may be crossed by whoever names it", () => {
    expect(softBreaks(breaks).map(({ between }) => between)).toEqual([[2016, 2017]]);
  });

  test("without a result of the year before nothing is held against what the source prints", () =>
    expect(changeUnlikeStated(undefined, { ...cell(2020, 75), stated_change: -5 }, breaks)).toBe(undefined));

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
});

test.each([
  [9, 10, true],
  [8, 10, false],
  [57, 63, true],
  [56, 63, false],
  [1, undefined, true],
])("%i known of %j measured speak for all: %s", (known, base, isEnough) => {
  expect(isNearlyAll(known, base)).toBe(isEnough);
});

describe("the spread of all that were measured", () => {
  const of = (year: number, value: number | undefined, source?: string) => ({
    agency: "a",
    year,
    value,
    source,
  });
  const base = new Map([
    [2021, 3],
    [2022, 3],
    [2023, 4],
  ]);
  test("year by year: lowest, highest, mean, and where most of the values come from", () => {
    const cells = [
      of(2022, 80, "Báo"),
      of(2022, 90, "Bộ"),
      of(2022, 70.5, "Bộ"),
      of(2021, 60, "Bộ"),
      of(2021, 60),
      of(2021, 75),
      of(2021, undefined, "Bộ"),
    ];
    const [first, second, ...others] = spreadsOf(cells, year => base.get(year));
    expect(first).toEqual({ year: 2021, min: 60, max: 75, mean: 65, count: 3, source: undefined });
    expect(second).toMatchObject({ year: 2022, min: 70.5, max: 90, count: 3, source: "Bộ" });
    expect(second?.mean).toBeCloseTo(80.1667, 4);
    expect(others).toEqual([]);
  });
  test("is none where too few are known, or nobody knows how many there were", () => {
    expect(spreadsOf([of(2023, 1), of(2023, 2), of(2023, 3)], year => base.get(year))).toEqual([]);
    expect(spreadsOf([of(2020, 1), of(2020, 2)], year => base.get(year))).toEqual([]);
  });
});

test("a year without the measure is missing, though it has another one", () => {
  const cells = [
    { agency: "a", year: 2020, value: 1 },
    { agency: "a", year: 2022, rank: 3 },
  ];
  expect(missingYears({ cells }, [2020, 2023], "value")).toEqual([2021, 2022, 2023]);
  expect(missingYears({ cells }, [2020, 2023], "rank")).toEqual([2020, 2021, 2023]);
});

test("no year is missing at whose end the agency did not exist", () => {
  const cells = [{ agency: "a", year: 2022, value: 1 }];
  expect(missingYears({ cells, since: 2021, until: 2023 }, [2019, 2025], "value")).toEqual([2021, 2023]);
  expect(missingYears({ cells, until: 2018 }, [2019, 2025], "value")).toEqual([]);
});

test("the best value comes first; those without a value last, by their rank", () => {
  const of = (agency: string, value?: number, rank?: number) => ({ agency, year: 2023, value, rank });
  const cells = [of("d", undefined, 12), of("b", 80), of("c", undefined, 3), of("a", 90), of("e")];
  expect(cells.sort(byStanding).map(({ agency }) => agency)).toEqual(["a", "b", "c", "d", "e"]);
});

test("where each has a place out of the same number, the places are the order, with a value or without", () => {
  const of = (agency: string, rank?: number, value?: number, rank_of = 63) => ({
    agency,
    year: 2023,
    value,
    rank,
    rank_of,
  });
  const order = (...cells: Cell[]) => bestFirst(cells).map(({ agency }) => agency);
  expect(order(of("last", 63, 81), of("sixth", 6), of("first", 1, 92))).toEqual(["first", "sixth", "last"]);
  expect(order(of("unranked", undefined, 81), of("sixth", 6), of("first", 1, 92))).toEqual([
    "first",
    "unranked",
    "sixth",
  ]);
  expect(order(of("of few", 1, 81, 3), of("of many", 2, 92))).toEqual(["of many", "of few"]);
});
