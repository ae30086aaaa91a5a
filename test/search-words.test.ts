import { describe, expect, test } from "vitest";
import {
  hasMarks,
  indexWords,
  isCode,
  queryWords,
  wordKey,
  wordPlaces,
} from "../scripts/model/search-words.ts";

const marked = (text: string) => queryWords(text).map(word => word.marked);

/** Syllables that differ in one mark, in one letter, or of which one begins another; and what is no Vietnamese. */
const DIFFERENT = (
  "a ă â e ê o ô ơ u ư d đ da đa an ăn ân ấn ầy ngày ngáy ngảy ngãy ngạy ngay hoa hòa hóa hỏa hõa họa hoặc hoàn hoan " +
  "z zz dz dzd az azq aq as s af pizza 1 12 123 2023 20231 tư từ tứ tử tữ tự tu"
).split(" ");

describe("words that Pagefind cannot mistake", () => {
  test("no word stands in the index as another one, or as its beginning", () => {
    const spelled = DIFFERENT.flatMap(marked);
    expect(spelled).toHaveLength(DIFFERENT.length);
    expect(spelled.filter(word => !/^[a-z\d]+$/.test(word))).toEqual([]);
    for (const [i, one] of spelled.entries())
      for (const [j, other] of spelled.entries())
        if (i !== j && other.startsWith(one)) throw new Error(`${DIFFERENT[i]} finds ${DIFFERENT[j]}`);
  });

  test("nor as it would stand there without its marks", () => {
    const bare = DIFFERENT.filter(word => !hasMarks(word));
    expect(bare.map(word => queryWords(word)[0]?.plain)).toEqual(bare.flatMap(marked));
    expect(queryWords("Đặng")[0]?.plain).toBe(marked("dang")[0]);
    expect(queryWords("gióng z")[0]?.plain).toBe(marked("giong")[0]);
  });

  test.each([
    ["hòa", "hoà"],
    ["ủy", "uỷ"],
    ["ĐẮK LẮK", "Đắk Lắk"],
    ["Quảng Nam".normalize("NFD"), "quảng nam"],
    ["“Nội vụ”,", "nội vụ"],
    ["Bà Rịa – Vũng Tàu", "bà rịa-vũng tàu"],
  ])("%j is spelled like %j", (one, other) => expect(marked(one)).toEqual(marked(other)));

  test("each is found by what someone types who types no marks", () => {
    expect(indexWords("Đặng Thị Quỷnh hoà").map(wordKey)).toEqual(["dang", "thi", "quynh", "hoa"]);
  });
});

describe("a number or an id is one word", () => {
  test.each([
    ["61/2018/NĐ-CP", "61/2018/NDCP"],
    ["61/2018/NĐ-CP", "61/2018/nđcp"],
    ["04/NQ-CP", "4/NQ-CP"],
    ["86,57", "86.57"],
    ["06/6/2023", "6/06/2023"],
    ["06-06-2023", "6/6/2023"],
    ["6.6.2023", "6/6/2023"],
    ["25/12/2023", "25-12-2023"],
    ["(99%),", "99%"],
    ["A.IV.4.1.", "a.iv.4.1"],
    ["Đ.2", "đ.2"],
  ])("%j is %j", (one, other) => {
    expect(queryWords(one)).toHaveLength(1);
    expect(queryWords(one).map(isCode)).toEqual([true]);
    expect(marked(one)).toEqual(marked(other));
    // Signs are what Pagefind splits words at.
    expect(marked(one)[0]).toMatch(/^[a-z\d]+$/);
  });

  test.each([
    ["4/NQ-CP", "40/NQ-CP"],
    ["12/2/2023", "1/22/2023"],
    ["86,57", "8657"],
    ["99%", "99"],
    ["12:30", "12%"],
    ["A.I.1", "A.I.11"],
    ["1/z", "1/zz"],
    ["1/KH", "1.KH"],
  ])("%j is not %j, and does not begin it", (one, other) => {
    expect(marked(other)[0]?.startsWith(marked(one)[0] ?? "")).toBe(false);
  });

  test.each(["A.I", "B.IV", "Đ.II", "A.X.L", "12:30", "1-2", "99%", "1,5%"])("%s is one", text =>
    expect(queryWords(text).map(isCode)).toEqual([true]),
  );

  test.each(["PAR-INDEX", "và/hoặc", "2023", "Sở", "Q.Tân"])("%s is none", text =>
    expect(queryWords(text).some(isCode)).toBe(false),
  );

  test("stands in the index with its parts before it, and is asked for whole", () => {
    expect(indexWords("số 61/2018/NĐ-CP").map(wordKey)).toEqual([
      "so",
      "61",
      "2018",
      "nd",
      "cp",
      wordKey(queryWords("61/2018/NĐ-CP")[0] ?? { folded: "", marked: "", plain: "" }),
    ]);
    expect(queryWords("số 61/2018/NĐ-CP").map(isCode)).toEqual([false, true]);
  });
});

test.each([
  ["đ", true],
  ["Đ", true],
  ["hòa", true],
  ["ơ".normalize("NFC"), true],
  ["hoa d 99%", false],
])("that %j was typed with marks is %s", (query, is) => expect(hasMarks(query)).toBe(is));

test("each word is found where it stands in a text, a number as its parts and whole", () => {
  const text = "Theo “(61/2018/NĐ-CP)”, Đà Nẵng:  99%.";
  expect([...wordPlaces(text)].map(({ from, to }) => text.slice(from, to))).toEqual([
    "Theo",
    "61/2018/NĐ-CP",
    "61",
    "2018",
    "NĐ",
    "CP",
    "Đà",
    "Nẵng",
    "99%",
    "99",
  ]);
  expect([...wordPlaces(text)].map(({ word }) => wordKey(word)).toSorted()).toEqual(
    indexWords(text).map(wordKey).toSorted(),
  );
});
