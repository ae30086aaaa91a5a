import { describe, expect, test } from "vitest";
import {
  addDays,
  date,
  lastDayOfMonth,
  number,
  parseDate,
  parseNumber,
  slug,
  text,
  webAddress,
  wholeNumber,
  year,
} from "../scripts/model/fields.ts";

describe("text", () => {
  test.each(["Sở\u0000", "a\rb", "\u202Egpj.exe", "\uD800"])("%j has a sign that nobody sees", value => {
    expect(text.safeParse(value).error?.issues[0]?.message).toBe("có ký tự điều khiển, không nhìn thấy được");
  });
  test("may have lines and any letter", () => expect(text.parse(" Sở\nNội vụ 𝟙 ")).toBe("Sở\nNội vụ 𝟙"));
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
    ["an impossible day", date, "31/6/2023", /không có trong lịch/],
    ["words for a day", date, "hôm nay", /không phải ngày/],
    ["a year of two digits", year, "23", /không phải năm/],
    ["a year outside two centuries", year, "3023", /không phải năm/],
    ["words for a number", number, "nhiều", /không phải số/],
    ["half a rank", wholeNumber, "12,5", /không phải số nguyên/],
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
    ["57/63", "viết 57; 63 là tổng số thì ghi vào cột rank_of"],
  ])("%j is no number: %s", (typed, mend) =>
    expect(number.safeParse(typed).error?.issues).toMatchObject([{ params: { mend } }]),
  );

  test("an issue number in a title is no placeholder", () => {
    expect(text.parse("Chuyển đổi số #1 của tỉnh")).toBe("Chuyển đổi số #1 của tỉnh");
  });
});
