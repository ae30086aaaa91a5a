import { expect, test } from "vitest";
import { makeWordFilter, readWordFilter } from "../scripts/model/word-filter.ts";

const words = (count: number, prefix: string) =>
  new Set(Array.from({ length: count }, (_, i) => `${prefix}${i * 7}/kh`));

test.each([1, 10, 500, 20_000])("a filter of %i words knows each of them, in a byte a word", count => {
  const filter = makeWordFilter(words(count, "a"));
  const mayHave = readWordFilter(filter);
  expect([...words(count, "a")].filter(word => !mayHave(word))).toEqual([]);
  expect(atob(filter).length).toBe(count);
});

test("of words that a site does not have, it takes one in forty for one that it has", () => {
  const mayHave = readWordFilter(makeWordFilter(words(5_000, "a")));
  const mistaken = [...words(20_000, "b")].filter(mayHave).length;
  expect(mistaken).toBeLessThan(20_000 / 30);
  expect(mistaken).toBeGreaterThan(20_000 / 80);
});

test("a site without words has none", () => {
  expect(readWordFilter(makeWordFilter(new Set()))("a")).toBe(false);
});
