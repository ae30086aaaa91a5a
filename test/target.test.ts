import { describe, expect, test } from "vitest";
import { targetFields } from "../scripts/model/target.ts";

const base = { index: "par-index", year: "2023" };

describe("a plan promises about an index", () => {
  test.each([
    ["a value", { measure: "value", at_least: "86,5" }, { bound: "at_least", threshold: 86.5 }],
    [
      "a value of a domain",
      { measure: "value", component: "the-che", above: "9" },
      { component: "the-che", bound: "above", threshold: 9 },
    ],
    ["a rank", { measure: "rank", at_most: "25" }, { bound: "at_most", threshold: 25 }],
    ["a band", { measure: "band", at_least: "B" }, { bound: "at_least", threshold: "B" }],
    [
      "a change",
      { measure: "change", at_least: "1,5", base_year: "2022" },
      { bound: "at_least", threshold: 1.5, baseYear: 2022 },
    ],
    ["a limit from above", { measure: "value", below: "5" }, { bound: "below", threshold: 5 }],
    ["a value below one", { measure: "value", below: "1" }, { bound: "below", threshold: 1 }],
    ["the first place", { measure: "rank", at_most: "1" }, { bound: "at_most", threshold: 1 }],
    [
      "the first place, as before the second",
      { measure: "rank", below: "2" },
      { bound: "below", threshold: 2 },
    ],
  ])("%s", (_, fields, target) => {
    expect(targetFields.parse({ ...base, ...fields })).toMatchObject({
      index: "par-index",
      year: 2023,
      ...target,
    });
  });
});

describe("a promise that cannot be measured is refused", () => {
  test.each([
    ["no bound", { measure: "rank" }, "chỉ tiêu cần đúng một ngưỡng"],
    ["two bounds", { measure: "value", at_least: "1", at_most: "2" }, "chỉ tiêu cần đúng một ngưỡng"],
    ["words for a value", { measure: "value", at_least: "cao" }, "ngưỡng “cao” không phải số"],
    ["half a rank", { measure: "rank", at_most: "2,5" }, "ngưỡng “2,5” không phải số nguyên"],
    ["a rank that nobody has", { measure: "rank", at_most: "0" }, "ngưỡng hạng “0” nhỏ hơn 1"],
    ["a rank before the first", { measure: "rank", below: "1" }, "không có hạng nào trước hạng 1"],
    [
      "a rank from below, since lower is better",
      { measure: "rank", at_least: "25" },
      "chỉ tiêu về thứ hạng ghi at_least, tức là từ hạng 25 trở xuống",
    ],
    [
      "a rank above another one",
      { measure: "rank", above: "25" },
      "chỉ tiêu về thứ hạng ghi above, tức là từ hạng 25 trở xuống",
    ],
    [
      "a base year of what is no change",
      { measure: "value", at_least: "1", base_year: "2022" },
      "base_year không dùng với measure: value",
    ],
    [
      "a change from the year itself",
      { measure: "change", at_least: "1", base_year: "2023" },
      "năm gốc 2023 không trước năm 2023 của chỉ tiêu",
    ],
    ["a change from nowhere", { measure: "change", at_least: "1" }, "chỉ tiêu về mức thay đổi thiếu năm gốc"],
  ])("%s", (_, fields, message) => {
    expect(targetFields.safeParse({ ...base, ...fields }).error?.issues).toMatchObject([
      { message, params: { mend: expect.stringMatching(/./) } },
    ]);
  });
  test("an unknown measure or key too", () => {
    expect(targetFields.safeParse({ ...base, measure: "score", at_least: "1" }).success).toBe(false);
    expect(targetFields.safeParse({ ...base, measure: "value", at_least: "1", atmost: "2" }).success).toBe(
      false,
    );
  });
});
