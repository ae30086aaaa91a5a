import { describe, expect, test } from "vitest";
import { findNearest, fold, nameKey, suggest } from "../scripts/model/vietnamese.ts";

test.each([
  ["Đà Nẵng", "da nang"],
  ["ĐẮK LẮK", "dak lak"],
  ["Thừa Thiên  Huế", "thua thien hue"],
  ["Quảng Nam".normalize("NFD"), "quang nam"],
  ["Ưu điểm ơ", "uu diem o"],
])("fold(%j) is what is typed without marks: %j", (typed, folded) => expect(fold(typed)).toBe(folded));

describe("a name has one key however it is typed", () => {
  test.each([
    ["Uỷ ban nhân dân", "Ủy ban nhân dân"],
    ["ỦY BAN  NHÂN DÂN", "Ủy ban nhân dân"],
    ["Hoà Bình", "Hòa Bình"],
    ["Khoá", "Khóa"],
    ["Thuỷ sản", "Thủy sản"],
    ["Bà Rịa – Vũng Tàu", "Bà Rịa-Vũng Tàu"],
    ["Sở, ban,ngành", "Sở , ban, ngành"],
    ["Sở Nội vụ".normalize("NFD"), "Sở Nội vụ"],
  ])("%j = %j", (a, b) => expect(nameKey(a)).toBe(nameKey(b)));

  test.each([
    ["tình", "tỉnh"],
    ["Sở Nội vụ", "Sở Ngoại vụ"],
    ["Đà Nẵng", "Da Nang"],
  ])("%j is not %j", (a, b) => expect(nameKey(a)).not.toBe(nameKey(b)));
});

describe("did you mean", () => {
  const agencies = ["Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính"];
  test.each([
    ["Sở Nôi vụ", "Sở Nội vụ"],
    ["so tu phap", "Sở Tư pháp"],
    ["Sở Tài chinh", "Sở Tài chính"],
    ["Kho bạc Nhà nước", undefined],
  ])("%j → %j", (typed, nearest) => expect(findNearest(typed, agencies)).toBe(nearest));

  test("says what is possible when nothing is near", () => {
    expect(suggest("Sở Nôi vụ", agencies, "thêm cơ quan")).toBe("có phải ý bạn là “Sở Nội vụ”?");
    expect(suggest("Kho bạc Nhà nước", agencies, "thêm cơ quan")).toBe("thêm cơ quan");
    expect(suggest("x", [], "thêm cơ quan")).toBe("thêm cơ quan");
  });
});
