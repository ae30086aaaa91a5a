import { describe, expect, test } from "vitest";
import { indexStrings } from "../layouts/chart-strings.ts";
import {
  formatAmount,
  formatBytes,
  formatChange,
  formatCount,
  formatDate,
  formatEnglishDate,
  formatLongDate,
  formatNumber,
  formatRank,
  formatYears,
  numbersIn,
} from "../layouts/format.ts";
import { insideSentence } from "../layouts/inside-sentence.ts";
import { planStrings } from "../layouts/plan-strings.ts";
import { settingsStrings } from "../layouts/settings-strings.ts";
import { strings } from "../layouts/strings.ts";

test.each([
  ["2023-06-05", "05/06/2023", "ngày 05 tháng 6 năm 2023", "5 June 2023"],
  ["2024-02-29", "29/02/2024", "ngày 29 tháng 02 năm 2024", "29 February 2024"],
  ["2023-01-31", "31/01/2023", "ngày 31 tháng 01 năm 2023", "31 January 2023"],
  ["2023-03-01", "01/03/2023", "ngày 01 tháng 3 năm 2023", "1 March 2023"],
  ["2023-12-31", "31/12/2023", "ngày 31 tháng 12 năm 2023", "31 December 2023"],
])("%s is %s, in a letterhead %s, in English %s", (day, short, long, english) => {
  expect([formatDate(day), formatLongDate(day), formatEnglishDate(day)]).toEqual([short, long, english]);
});

describe("numbers are written as Vietnamese writes them", () => {
  test.each([
    [86.57, "86,57"],
    [86.5, "86,5"],
    [86, "86"],
    [0.126, "0,13"],
    [1234.5, "1.234,5"],
  ])("%d is %s", (value, words) => expect(formatNumber(value)).toBe(words));

  test("with as many decimals as are asked for", () => {
    expect([formatNumber(41.2345, 4), formatNumber(41.2345, 1), formatNumber(41.25, 0)]).toEqual([
      "41,2345",
      "41,2",
      "41",
    ]);
    expect(numbersIn("en-GB")(1234.567)).toBe("1,234.57");
  });
  test("counts have their thousands apart", () =>
    expect([999, 1234, 1234567].map(formatCount)).toEqual(["999", "1.234", "1.234.567"]));

  test.each([
    ["hits of a search", strings.search.count(1234)],
    ["plans that a filter leaves", settingsStrings.plans(1234)],
    ["recipients", planStrings.head.recipientCount(1234)],
    ["results", indexStrings.results(1234)],
  ])("so have numbers of %s", (_, words) => expect(words).toMatch(/^1\.234 /));

  test.each([
    [1.5, "+1,5"],
    [-2, "−2"],
    [0, "0"],
    [5.659, "+5,66"],
    [-1234.5, "−1.234,5"],
  ])("a change of %d has its sign: %s", (value, words) => expect(formatChange(value)).toBe(words));
});

test.each([
  ["84,6", "điểm", "84,6 điểm"],
  ["78,44", "%", "78,44%"],
  ["5", "", "5"],
])("%s with the unit %j is %s", (number, unit, words) => expect(formatAmount(number, unit)).toBe(words));

test("a rank carries its base, or says that it is not known", () => {
  expect([formatRank(57, 63), formatRank(57, undefined), formatRank(57, undefined, "?")]).toEqual([
    "57/63",
    "57/chưa rõ",
    "57/?",
  ]);
});

test("a plan is of a year or of a period", () => {
  expect([formatYears([2023, 2023]), formatYears([2021, 2025])]).toEqual(["năm 2023", "giai đoạn 2021–2025"]);
});

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1 kB"],
  [1536, "1,5 kB"],
  [999_949, "999,9 kB"],
  [1_000_000, "1 MB"],
  [12_345_678, "12,3 MB"],
])("%d bytes are %s", (bytes, words) => expect(formatBytes(bytes)).toBe(words));

describe("what was written as a sentence stands inside another one with a small letter", () => {
  test.each([
    ["Thêm hai nội dung, tổng điểm tối đa từ 60 lên 80", "thêm hai nội dung, tổng điểm tối đa từ 60 lên 80"],
    ["Áp dụng Quyết định 876/QĐ-BNV", "áp dụng Quyết định 876/QĐ-BNV"],
    ["Từ 63 còn 34 tỉnh, thành phố", "từ 63 còn 34 tỉnh, thành phố"],
    ["Covers public policies as well", "covers public policies as well"],
  ])("%s", (written, inside) => {
    expect(insideSentence(written)).toBe(inside);
  });

  test.each([
    "SIPAS đổi cách đo",
    "Bộ Nội vụ đổi cách đo",
    "Quyết định 1149/QĐ-BNV và bộ tiêu chí 1150/QĐ-BNV",
    "Nghị quyết số 202/2025/QH15",
    "Decision 876/QĐ-BNV applies",
  ])("but a name that it begins with keeps its capital: %s", written => {
    expect(insideSentence(written)).toBe(written);
  });
});
