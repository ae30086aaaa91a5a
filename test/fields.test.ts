import { describe, expect, test } from "vitest";
import {
  addDays,
  date,
  lastDayOfMonth,
  names,
  number,
  parseDate,
  parseNumber,
  rankNumber,
  slug,
  text,
  webAddress,
  wholeNumber,
  year,
} from "../scripts/model/fields.ts";

describe("text", () => {
  test.each(["Sở\u0000", "a\rb", "\u202Egpj.exe", "\uD800", "a\u200Eb", "a\u2066b"])(
    "%j has a sign that nobody sees",
    value => {
      expect(text.safeParse(value).error?.issues[0]?.message).toBe(
        "có ký tự điều khiển, không nhìn thấy được",
      );
    },
  );
  test("may have lines and any letter", () => expect(text.parse(" Sở\nNội\tvụ 𝟙 ")).toBe("Sở\nNội\tvụ 𝟙"));
  test("of several names in one cell the empty ones are none", () =>
    expect(names.parse(" STP | | Sở Tư pháp|")).toEqual(["STP", "Sở Tư pháp"]));
});

describe("dates", () => {
  test.each([
    ["2023-06-30", "2023-06-30"],
    ["2023-6-3", "2023-06-03"],
    ["30/6/2023", "2023-06-30"],
    ["30/06/2023", "2023-06-30"],
    ["30-06-2023", "2023-06-30"],
    [" 30/6/2023 ", "2023-06-30"],
    ["29/2/2024", "2024-02-29"],
    ["31/6/2023", "impossible"],
    ["2025-06-31", "impossible"],
    ["29/2/2023", "impossible"],
    ["0/6/2023", "impossible"],
    ["1/1/0099", "0099-01-01"],
    ["2023-13-01", "impossible"],
    ["30/6", undefined],
    ["30/6/23", undefined],
    ["tháng 6", undefined],
    ["", undefined],
  ])("%j is read as %j", (typed, day) => expect(parseDate(typed)).toBe(day));

  test("a day is counted on by the calendar", () => {
    expect(addDays("2023-12-31", 1)).toBe("2024-01-01");
    expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
    expect(lastDayOfMonth(2024, 2)).toBe(29);
  });
});

describe("numbers", () => {
  test.each([
    ["86.57", 86.57],
    ["86,57", 86.57],
    ["-5,67", -5.67],
    ["−5,67", -5.67],
    ["1.234,5", 1234.5],
    ["1,234.5", 1234.5],
    ["1.234.567,5", 1234567.5],
    ["86,570", 86.57],
    ["0", 0],
    ["007", 7],
    [" 12 ", 12],
    ["", undefined],
    ["-", undefined],
    ["NaN", undefined],
    ["Infinity", undefined],
    ["1e3", undefined],
    ["0x10", undefined],
    ["12%", undefined],
    ["1.2.3", undefined],
    ["1 234 567", 1234567],
    ["1\u00A0234,5", 1234.5],
    ["1.234.56", undefined],
    ["86,57,1", undefined],
  ])("%j is read as %j", (typed, value) => expect(parseNumber(typed)).toBe(value));
});

describe("a field gives an exact type or a sentence with its mend", () => {
  const refusals: [
    string,
    { safeParse: (value: unknown) => { success: boolean; error?: { issues: object[] } } },
    string,
    RegExp,
  ][] = [
    ["empty text", text, "  ", /để trống/],
    ["a placeholder of the office system", text, "#SoKyHieu/KH-UBND", /giữ chỗ “#SoKyHieu”/],
    ["an unsigned signature", text, "[daky]", /giữ chỗ/],
    ["dots for a number", text, ".../KH-UBND", /giữ chỗ/],
    ["an ellipsis for a number", text, "…/KH-UBND", /giữ chỗ/],
    ["an underlined gap", text, "ngày ____", /giữ chỗ/],
    ["a placeholder of two words", text, "#so_ky_hieu", /giữ chỗ “#so_ky_hieu”/],
    ["an impossible day", date, "31/6/2023", /không có trong lịch/],
    ["words for a day", date, "hôm nay", /không phải ngày/],
    ["a year of two digits", year, "23", /không phải năm/],
    ["a year outside two centuries", year, "3023", /không phải năm/],
    ["words for a number", number, "nhiều", /không phải số/],
    ["half a rank", wholeNumber, "12,5", /không phải số nguyên/],
    ["no rank", rankNumber, "0", /hạng “0” nhỏ hơn 1/],
    ["an address with a space", webAddress, "https://vi-du.vn/a b", /không phải địa chỉ web/],
    ["a script for an address", webAddress, "javascript:alert(1)", /không phải địa chỉ web/],
    ["words for an address", webAddress, "cổng thông tin", /không phải địa chỉ web/],
    ["marks in a key", slug, "Quảng-Nam", /không hợp lệ/],
    ["a path in a key", slug, "a/b", /không hợp lệ/],
    ["a double hyphen in a key", slug, "a--b", /không hợp lệ/],
  ];
  test.each(refusals)("%s", (_, field, typed, message) => {
    const { success, error } = field.safeParse(typed);
    expect(success).toBe(false);
    expect(error?.issues).toMatchObject([
      { message: expect.stringMatching(message), params: { mend: expect.stringMatching(/./) } },
    ]);
  });

  test.each([
    ["tăng 2,5", "viết 2,5"],
    ["giảm 2,5", "viết -2,5"],
    ["Giảm −2 bậc", "viết -2"],
    ["tụt 2 bậc", "viết -2"],
    ["▼ 2", "viết -2"],
    ["↓2", "viết -2"],
    ["57/63", "viết 57; 63 là tổng số thì ghi vào cột rank_of"],
    ["từ 57 lên 63", "viết một số như 86,57 hoặc 86.57"],
    ["1, 2 và 3", "viết số như 86,57 hoặc 86.57"],
    ["nhiều", "viết số như 86,57 hoặc 86.57"],
  ])("%j is no number: %s", (typed, mend) =>
    expect(number.safeParse(typed).error?.issues).toMatchObject([{ params: { mend } }]),
  );

  test.each([
    ["ngày 30 tháng 6 năm 2023", "viết 2023-06-30"],
    ["30.6.2023", "viết 2023-06-30"],
    ["31.6.2023", "viết dạng 2023-06-30 hoặc 30/6/2023"],
    ["hôm nay", "viết dạng 2023-06-30 hoặc 30/6/2023"],
  ])("%j is no day: %s", (typed, mend) =>
    expect(date.safeParse(typed).error?.issues).toMatchObject([{ params: { mend } }]),
  );

  test.each([
    ["năm 2023", "viết 2023"],
    ["2021-2025", "viết một năm; kế hoạch nhiều năm thì thay bằng years: [2021, 2025]"],
    ["2021, 2022, 2023", "viết năm bằng bốn chữ số, ví dụ 2023"],
    ["23", "viết năm bằng bốn chữ số, ví dụ 2023"],
    ["20233", "viết năm bằng bốn chữ số, ví dụ 2023"],
  ])("%j is no year: %s", (typed, mend) =>
    expect(year.safeParse(typed).error?.issues).toMatchObject([{ params: { mend } }]),
  );

  test("an issue number in a title is no placeholder", () => {
    expect(text.parse("Chuyển đổi số #1 của tỉnh")).toBe("Chuyển đổi số #1 của tỉnh");
  });
});
