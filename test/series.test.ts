import { describe, expect, test } from "vitest";
import {
  byStanding,
  changeBetween,
  changeUnlikeStated,
  isNearlyAll,
  runsOf,
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
    ["otherwise", 80, 75, -5.1, -5],
    ["otherwise by a hundredth", 80, 75, -5.01, -5],
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

test("the best value comes first; those without a value last, by their rank", () => {
  const of = (agency: string, value?: number, rank?: number) => ({ agency, year: 2023, value, rank });
  const cells = [of("d", undefined, 12), of("b", 80), of("c", undefined, 3), of("a", 90), of("e")];
  expect(cells.sort(byStanding).map(({ agency }) => agency)).toEqual(["a", "b", "c", "d", "e"]);
});
