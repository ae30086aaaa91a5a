import { describe, expect, test } from "vitest";
import { readEntry, writeEntry } from "../scripts/model/entry-text.ts";

const PLAN = `---
# Bản rà soát ngày 5/6
title: "Kế hoạch: cải cách hành chính năm 2023"
agency: ubnd-vi-du # mã trong data/agencies.csv
number: 0123
years: [2023, 2025]
indices: [par-index]

# Hứa gì
targets:
  - {index: par-index, measure: value, at_least: "86,50", year: 2023}
  - {index: par-index, measure: change, base_year: 2022, above: 0, year: 2023}
notes:
  - where: 1.10
    printed: giảm 5.70
    note: 86,57 − 80,91 = 5,66
---

Mở đầu.

## A. Mục
`;

/** What the form does with a file: read, change some keys, write. */
const edit = (text: string, change: Record<string, unknown>) => {
  const entry: Record<string, unknown> = { ...readEntry(text), ...change };
  const kept = Object.entries(entry).filter(([, value]) => value !== undefined);
  return writeEntry(
    Object.fromEntries(kept.map(([key, value]) => [key, key === "body" ? value : trimmed(value)])),
  );
};

/** The CMS cuts off white space around what stands in a line. */
const trimmed = (value: unknown) => (typeof value === "string" ? value.trim() : value);

describe("a file that is opened and saved in a form", () => {
  test("keeps every byte that was not changed", () => {
    expect(edit(PLAN, {})).toBe(PLAN);
  });

  test("is read as it was typed, like the checker does", () => {
    expect(readEntry(PLAN)).toMatchObject({
      number: "0123",
      years: ["2023", "2025"],
      notes: [{ where: "1.10", printed: "giảm 5.70" }],
      body: "Mở đầu.\n\n## A. Mục\n",
    });
  });

  test("changes the lines of one key and no other", () => {
    expect(edit(PLAN, { title: "Kế hoạch đổi tên" })).toBe(
      PLAN.replace(/title: .*/, "title: Kế hoạch đổi tên"),
    );
    expect(edit(PLAN, { body: "Khác.\n" })).toBe(PLAN.replace(/Mở đầu[\s\S]*/, "Khác.\n"));
  });

  test("keeps brackets, and the items of a list that did not change", () => {
    expect(edit(PLAN, { years: [2023, 2026], indices: ["par-index", "sipas"] })).toBe(
      PLAN.replace("[2023, 2025]", "[2023, 2026]").replace("[par-index]", "[par-index, sipas]"),
    );
    const target = { index: "par-index", measure: "rank", at_most: "25", year: 2024 };
    const [first] = readEntry(PLAN).targets as object[];
    expect(edit(PLAN, { targets: [first, target] })).toBe(
      PLAN.replace(
        / {2}- \{index: par-index, measure: change.*/,
        "  - {index: par-index, measure: rank, at_most: 25, year: 2024}",
      ),
    );
  });

  test("does not mind in which order the form holds the keys of an item", () => {
    const { targets, ...rest } = readEntry(PLAN);
    const turned = (targets as object[]).map(item => Object.fromEntries(Object.entries(item).reverse()));
    expect(writeEntry({ ...rest, targets: turned })).toBe(PLAN);
  });

  test("gets a new key behind the one before it in the form, and loses what was emptied", () => {
    const { title, agency, ...rest } = readEntry(PLAN);
    expect(writeEntry({ title, agency, issued: "6/6/2023", ...rest, notes: undefined })).toContain(
      "\nagency: ubnd-vi-du # mã trong data/agencies.csv\nissued: 6/6/2023\nnumber: 0123\n",
    );
    expect(edit(PLAN, { notes: undefined })).toBe(PLAN.replace(/notes:[\s\S]*?(?=---)/, ""));
  });

  test("is written like npm run new does when it is new", () => {
    expect(
      writeEntry({ title: "Kế hoạch: năm 2024", year: 2024, indices: ["par-index"], body: "Mở đầu.\n" }),
    ).toBe('---\ntitle: "Kế hoạch: năm 2024"\nyear: 2024\nindices:\n  - par-index\n---\nMở đầu.\n');
  });

  test("is refused when its front matter is no YAML, so that nothing is lost", () => {
    expect(() => readEntry("---\ntitle: a: b\n---\n")).toThrow();
  });
});
