import { describe, expect, test } from "vitest";
import { readLengths, writeLengths } from "../scripts/model/part-lengths.ts";
import { divideRecords } from "../scripts/model/search-shards.ts";

/** Letters that one index holds here: four hundred plans of a hundred letters. */
const MOST = 40_000;

const record = (name: string, year: number | undefined, letters = 100) => ({
  url: `/ke-hoach/${name}/`,
  years: year === undefined ? undefined : ([year - 1, year] as const),
  parts: ["a".repeat(60), "b".repeat(Math.max(0, letters - 60))],
});
type Record = ReturnType<typeof record>;

const years = (from: number, to: number, count: number) =>
  Array.from({ length: count * (to - from + 1) }, (_, i) =>
    record(`ke-hoach-${i + 1}`, from + Math.floor(i / count)),
  );
const letters = (records: readonly Record[]) =>
  records.reduce((sum, { parts }) => sum + parts.join("").length, 0);

/** How many of the indices of one site another one does not have. */
function changed(before: readonly Record[], after: readonly Record[]): number {
  const texts = (records: readonly Record[]) =>
    divideRecords(records, MOST).map(shard => JSON.stringify(shard));
  const kept = new Set(texts(before));
  return texts(after).filter(shard => !kept.has(shard)).length;
}

const site = [record("co-quan", undefined, 80), ...years(2019, 2024, 610)];
const inOneYear = years(2023, 2023, 3_660);

describe("records are divided among indices", () => {
  test.each([
    ["years", site],
    ["one year", inOneYear],
  ])("of %s each is in one of them, none has too much, and there are few", (_, records) => {
    const shards = divideRecords(records, MOST);
    expect(
      shards
        .flat()
        .map(({ url }) => url)
        .toSorted(),
    ).toEqual(records.map(({ url }) => url).toSorted());
    for (const shard of shards) expect(letters(shard)).toBeLessThanOrEqual(MOST);
    expect(shards.length).toBeLessThanOrEqual(Math.ceil((letters(records) / MOST) * 1.4));
  });

  test.each<[string, readonly Record[], (records: readonly Record[]) => Record[]]>([
    ["edited", site, records => records.map((plan, i) => (i === 200 ? { ...plan, parts: ["c"] } : plan))],
    ["added", site, records => [...records, record("moi", 2021)]],
    ["removed", site, records => records.filter((_, i) => i !== 77)],
    ["made longer", inOneYear, records => [...records.slice(1), record("ke-hoach-1", 2023, 300)]],
    ["added", inOneYear, records => [record("moi", 2023), ...records]],
    ["removed", inOneYear, records => records.slice(0, -1)],
  ])("where a plan is %s, the others stay", (_, before, edit) => {
    expect(divideRecords(before, MOST).length).toBeGreaterThan(8);
    expect(changed(before, edit(before))).toBe(1);
  });

  test("what a new year brings leaves most of the indices of the years before as they are", () => {
    const next = [...site, ...years(2025, 2025, 300).map(plan => ({ ...plan, url: `${plan.url}2025/` }))];
    expect(changed(site, next)).toBeLessThanOrEqual(2);
  });

  test("a small site has one index, a site of nothing too", () => {
    expect(divideRecords(site.slice(0, 300), MOST)).toHaveLength(1);
    expect(divideRecords([], MOST)).toEqual([[]]);
  });

  test("texts longer than an index have one of their own each", () => {
    expect(divideRecords(inOneYear, 1).map(({ length }) => length)).toEqual(inOneYear.map(() => 1));
    const long = record("dai", 2023, 3 * MOST);
    const shards = divideRecords([...inOneYear, long], MOST);
    expect(shards.filter(shard => shard.includes(long))).toEqual([[long]]);
  });
});

test.each([[[]], [[0]], [[44, 45, 46]], [[27, 30, 0, 25]], [[2024, 2025, 91_124, 91_125, 5_000_000, 1]]])(
  "lengths %j are read as they were written",
  lengths => {
    expect(readLengths(writeLengths(lengths))).toEqual(lengths);
    expect(writeLengths(lengths)).toMatch(/^[#-|]*$/);
  },
);
