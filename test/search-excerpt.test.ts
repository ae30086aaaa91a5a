import { describe, expect, test } from "vitest";
import { excerptOf, placesOf, type Sought } from "../layouts/client/search/excerpt.ts";
import { widen } from "../layouts/client/search/query.ts";
import { hasMarks, queryWords } from "../scripts/model/search-words.ts";

const apart = (query: string): Sought => ({
  runs: queryWords(query).map(word => [word]),
  withMarks: hasMarks(query),
});
const inARow = (query: string): Sought => ({ runs: [queryWords(query)], withMarks: hasMarks(query) });

const FILLER = "Các phòng, đơn vị báo cáo đúng thời hạn, đúng nội dung được giao. ".repeat(5);

test("an excerpt is cut where the words stand together, not where the first of them stands", () => {
  const text = `Ban hành kèm phụ lục. ${FILLER}Đẩy mạnh cải cách hành chính trong toàn tỉnh. ${FILLER}`;
  const excerpt = excerptOf(text, apart("cai cach hanh chinh"));
  expect(excerpt).toContain("cải cách hành chính");
  expect(excerpt).not.toContain("Ban hành");
  expect(excerpt.length).toBeLessThan(230);
});

test("of places with as many of the words the first is shown", () => {
  const text = `Hồ sơ đất đai của hộ. ${FILLER}Hồ sơ đất đai của tổ chức.`;
  expect(excerptOf(text, apart("dat dai"))).toMatch(/^Hồ sơ đất đai của hộ/);
});

test("a text without the words is shown from its beginning", () => {
  expect(excerptOf(FILLER, apart("dat dai"))).toMatch(/^Các phòng, đơn vị .*…$/);
});

describe("what was looked up is marked as it was looked up", () => {
  const marked = (text: string, sought: Sought) =>
    placesOf(text, sought).map(({ from, to }) => text.slice(from, to));
  test.each([
    ["năm 2023 của tỉnh Quảng Nam", apart("quang nam"), ["năm", "Quảng", "Nam"]],
    ["năm 2023 của tỉnh Quảng Nam", inARow("quang nam"), ["Quảng Nam"]],
    ["đất đai, dat dai", inARow("đất đai"), ["đất đai"]],
    ["hồ sơ đất, đai", inARow("dat dai"), ["đất, đai"]],
    ["thành phố Hoà Bình", inARow("hòa bình"), ["Hoà Bình"]],
    ["theo Nghị định số 61/2018/NĐ-CP.", inARow("61/2018/NDCP"), ["61/2018/NĐ-CP"]],
    ["Kế hoạch 3503/KH-UBND", inARow("3503"), ["3503"]],
    ["(A.IV.4.1)", inARow("a.iv.4.1"), ["A.IV.4.1"]],
    ["nâng cao", apart("an"), []],
  ])("%s", (text, sought, expected) => expect(marked(text, sought)).toEqual(expected));
});

test("an abbreviation is spelled out in place, and an expansion abbreviated; marks that were typed stay", () => {
  const known = [
    ["TTHC", "thủ tục hành chính"],
    ["PAKN", "phản ánh, kiến nghị"],
  ] as const;
  const texts = (query: string) => widen(query, known).map(({ text }) => text);
  expect(texts("đơn giản TTHC")).toEqual(["đơn giản TTHC", "đơn giản thủ tục hành chính"]);
  expect(texts("phản ánh, kiến nghị mới")).toEqual(["phản ánh, kiến nghị mới", "PAKN mới"]);
  expect(texts("tthc, pakn")).toEqual(["tthc, pakn", "thủ tục hành chính pakn", "tthc phản ánh, kiến nghị"]);
  expect(texts("đất đai")).toEqual(["đất đai"]);
});
