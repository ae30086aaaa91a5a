import { describe, expect, test } from "vitest";
import { findNearest, fold, nameKey, suggest } from "../scripts/model/vietnamese.ts";

test.each([
  ["Đà Nẵng", "da nang"],
  ["ĐẮK LẮK", "dak lak"],
  ["Thừa Thiên  Huế", "thua thien hue"],
  ["Quảng Nam".normalize("NFD"), "quang nam"],
  ["Ưu điểm ơ", "uu diem o"],
  [" Sở\u00a0Nội vụ\n", "so noi vu"],
])("fold(%j) is what is typed without marks: %j", (typed, folded) => expect(fold(typed)).toBe(folded));

describe("a name has one key however it is typed", () => {
  test.each([
    ["Uỷ ban nhân dân", "Ủy ban nhân dân"],
    ["ỦY BAN  NHÂN DÂN", "Ủy ban nhân dân"],
    ["Hoà Bình", "Hòa Bình"],
    ["Khoá", "Khóa"],
    ["Thuỷ sản", "Thủy sản"],
    ["oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ", "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"],
    ["Bà Rịa – Vũng Tàu", "Bà Rịa-Vũng Tàu"],
    ["Bà Rịa—Vũng Tàu", "Bà Rịa - Vũng Tàu"],
    [" Sở Nội vụ ", "Sở Nội vụ"],
    ["Sở, ban,ngành", "Sở , ban, ngành"],
    ["TP. Hải Phòng", "TP Hải Phòng"],
    ["TP.HCM", "TP HCM"],
    ["Sở Nội vụ".normalize("NFD"), "Sở Nội vụ"],
  ])("%j = %j", (a, b) => expect(nameKey(a)).toBe(nameKey(b)));

  test.each([
    ["tình", "tỉnh"],
    ["Sở Nội vụ", "Sở Ngoại vụ"],
    ["Đà Nẵng", "Da Nang"],
    ["Bà Rịa-Vũng Tàu", "Bà Rịa Vũng Tàu"],
    ["Sở, ban", "Sở ban"],
    ["Nội vụ", "Nộivụ"],
    ["Phòng 1.2", "Phòng 1 2"],
  ])("%j is not %j", (a, b) => expect(nameKey(a)).not.toBe(nameKey(b)));
});

describe("did you mean", () => {
  const agencies = ["Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính"];
  test.each([
    ["Sở Nôi vụ", "Sở Nội vụ"],
    ["so tu phap", "Sở Tư pháp"],
    ["Sở Tài chinh", "Sở Tài chính"],
    ["Kho bạc Nhà nước", undefined],
    // The nearest, wherever it stands in the list; two letters may be wrong, and a third of a long name.
    ["Sở Tài pháp", "Sở Tư pháp"],
    ["Sở T", undefined],
  ])("%j → %j", (typed, nearest) => expect(findNearest(typed, agencies)).toBe(nearest));

  test.each([
    ["abcd", ["abxy"], "abxy"],
    ["abcd", ["axyz"], undefined],
    ["abcdefghi", ["abcdefxyz"], "abcdefxyz"],
    ["abcdefghi", ["abcdewxyz"], undefined],
    ["abc", ["abx", "abc", "abz"], "abc"],
    ["abc", ["abcde"], "abcde"],
    ["abc", ["abcdef"], undefined],
  ])("at most two letters apart, or a third of them: %s among %j is %s", (typed, candidates, nearest) =>
    expect(findNearest(typed, candidates)).toBe(nearest),
  );

  test("says what is possible when nothing is near", () => {
    expect(suggest("Sở Nôi vụ", agencies, "thêm cơ quan")).toBe("có phải ý bạn là “Sở Nội vụ”?");
    expect(suggest("Kho bạc Nhà nước", agencies, "thêm cơ quan")).toBe("thêm cơ quan");
    expect(suggest("x", [], "thêm cơ quan")).toBe("thêm cơ quan");
  });
});
