import { describe, expect, test } from "vitest";
import { excerptOf, placesOf, type Sought } from "../layouts/client/search/excerpt.ts";
import { initialsOf, spellInitials } from "../layouts/client/search/initials.ts";
import { inParts, splitQuotes, topicOf, widen } from "../layouts/client/search/query.ts";
import { suggestQueries } from "../layouts/client/search/suggest.ts";
import { searchRecords } from "../layouts/search-records.ts";
import { inOneLine } from "../layouts/search-texts.ts";
import { plainText } from "../scripts/model/markdown.ts";
import { hasMarks, indexWords, queryWords } from "../scripts/model/search-words.ts";
import { plan, siteOf } from "./support/sources.ts";

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
    ["theo Nghị định số 04/2019/NĐ-CP.", inARow("4/2019/NĐ-CP"), ["04/2019/NĐ-CP"]],
    ["theo Nghị quyết 4/NQ-CP.", inARow("04/NQ-CP"), ["4/NQ-CP"]],
    ["ngày 13/04/2019, theo 3/2019/NĐ-CP", inARow("04/2019/NĐ-CP"), []],
    ["40/NQ-CP", inARow("4/NQ-CP"), []],
    ["Kế hoạch 3503/KH-UBND", inARow("3503"), ["3503"]],
    ["ngày 06/6/2023", inARow("6/06/2023"), ["06/6/2023"]],
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
  expect(texts("tthc, pakn")).toEqual([
    "tthc, pakn",
    "thủ tục hành chính pakn",
    "tthc phản ánh, kiến nghị",
    "thủ tục hành chính phản ánh, kiến nghị",
  ]);
  expect(texts("đất đai")).toEqual(["đất đai"]);
  expect(texts("tthc ".repeat(200))).toHaveLength(1);
});

describe("a name is looked up by the initials of its words", () => {
  const names = [
    "Sở Tài nguyên và Môi trường tỉnh Quảng Nam",
    "Sở Tư pháp tỉnh Quảng Nam",
    "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu",
  ].map(initialsOf);
  const spelled = (query: string) =>
    spellInitials(query, names, word => word === "tai").map(([, words]) => words);
  test.each([
    ["sở tnmt", ["Tài nguyên và Môi trường"]],
    ["STNMT", ["Sở Tài nguyên và Môi trường"]],
    ["Sở TN&MT", ["Tài nguyên và Môi trường"]],
    ["brvt", ["Bà Rịa - Vũng Tàu"]],
    ["sở tp, quảng nam", ["Tư pháp"]],
    ["tp", []],
    ["tài sản", []],
    ["tnmt2023", []],
  ])("%s", (query, expected) => expect(spelled(query)).toEqual(expected));
});

test("a phrase that is not closed yet is free", () => {
  expect(splitQuotes('"đất đai" hồ sơ')).toEqual({ phrases: ["đất đai"], free: "  hồ sơ" });
  expect(splitQuotes('"đất đai')).toEqual({ phrases: [], free: " đất đai" });
});

test("of a question its topic is looked up", () => {
  const topics = {
    "ai chủ trì kiểm tra công vụ": "kiểm tra công vụ",
    "kiem tra cong vu do ai chu tri?": "kiem tra cong vu",
    "khi nào hoàn thành số hóa hồ sơ": "số hóa hồ sơ",
    "bao gio xong kho du lieu": "kho du lieu",
    "Bình Dương nay thuộc tỉnh nào": "Bình Dương",
    "Nhiệm vụ của Sở Tài chính": "Sở Tài chính",
    "TTHC là gì?": "TTHC",
    "PAKN là viết tắt của từ gì": "PAKN",
    "what is SIPAS": "SIPAS",
    "cơ quan nào chịu trách nhiệm về LGSP": "LGSP",
    "don vi phoi hop xin loi nguoi dan": "xin loi nguoi dan",
    "Sở Nội vụ chủ trì những việc gì": "Sở Nội vụ",
    "kon tum sáp nhập với tỉnh nào": "kon tum",
    "bảng xếp hạng papi": "papi",
    "văn bản của bộ nội vụ": "bộ nội vụ",
    "văn bản do Chính phủ ban hành": "Chính phủ",
    "ban hành văn bản của ngành": "ban hành văn bản của ngành",
    "điểm papi đà nẵng": "papi đà nẵng",
    "tỉnh đứng đầu sipas": "đứng đầu sipas",
    "xếp hạng": "xếp hạng",
    "top 10 papi 2023": "papi 2023",
    "top 5 tỉnh PAPI": "PAPI",
    "sở nội vụ quá hạn": "sở nội vụ",
    "So Noi vu cham tien do": "So Noi vu",
    "nhiệm vụ quá hạn của Sở Nội vụ": "Sở Nội vụ",
    "nhiệm vụ nào của Sở Nội vụ bị trễ hạn": "Sở Nội vụ",
    "Sở Nội vụ có việc nào quá hạn?": "Sở Nội vụ",
    "việc chậm của Sở Nội vụ": "Sở Nội vụ",
    "nhiem vu dang cham tre cua So Noi vu": "So Noi vu",
    "sipas có đổi cách tính không?": "sipas đổi cách tính",
    "papi co xep hang hay khong": "papi",
    "có bảo vệ không gian mạng": "có bảo vệ không gian mạng",
    "cơ quan báo cáo không": "cơ quan báo cáo không",
    "so noi vu co bao nhieu viec chua bao cao": "so noi vu",
    "Quảng Nam có bao nhiêu nhiệm vụ": "Quảng Nam",
    "Quảng Nam làm xong bao nhiêu việc năm 2023": "Quảng Nam năm 2023",
    "hoàn thành bao nhiêu phần trăm kế hoạch 3503": "kế hoạch 3503",
    "papi bao nhiêu điểm": "papi",
    "PAR INDEX 2024 so với 2023": "PAR INDEX 2024",
    "Quảng Nam năm 2023 so với năm 2022": "Quảng Nam năm 2023",
    "tỉnh nào giảm nhiều nhất PAPI 2024 so với 2023": "giảm nhiều nhất PAPI 2024",
    "sở nội vụ trễ hạn việc gì": "sở nội vụ",
    "Sở Nội vụ có việc gì quá hạn?": "Sở Nội vụ",
    "Sở Nội vụ chậm tiến độ những nhiệm vụ nào": "Sở Nội vụ",
    "Quảng Nam đứng thứ mấy PAR INDEX": "Quảng Nam PAR INDEX",
    "SIPAS Quảng Nam xếp hạng thứ mấy": "SIPAS Quảng Nam",
    "so sánh Quảng Nam với Quảng Ngãi": "so sánh",
    "không so sánh được": "không so sánh được",
    "bộ phận một cửa trễ hạn": "bộ phận một cửa trễ hạn",
    "hồ sơ trễ hạn": "hồ sơ trễ hạn",
    "van phong ubnd tre han": "van phong ubnd",
    "Sở Tài chính chưa báo cáo": "Sở Tài chính",
    "tỉnh thấp nhất papi 2021": "thấp nhất papi 2021",
    "tỉnh nào đứng cuối papi": "đứng cuối papi",
    "Quảng Nam nay là": "Quảng Nam",
    "số hóa hồ sơ": "số hóa hồ sơ",
    "bao giờ xong": "bao giờ xong",
    "kiểm tra công vụ": "kiểm tra công vụ",
    "hai bà trưng": "hai bà trưng",
  };
  expect(Object.fromEntries(Object.keys(topics).map(query => [query, topicOf(query)]))).toEqual(topics);
});

test("a number that is cited in part is looked up in its parts", () => {
  expect(["nđ 61/2018", "876/QĐ", "papi2023", "PAPI-2023", "99%"].map(inParts)).toEqual([
    "nđ 61 2018",
    "876 QĐ",
    "papi 2023",
    "PAPI 2023",
    "99%",
  ]);
});

test("a plan has the number and the date by which it is cited, in any of their spellings", () => {
  const file = plan("Mở đầu.\n", "number: 08/KH-UBND\nissued: 2023-03-02\n");
  const { site } = siteOf({ "plans/vi-du/ke-hoach.md": file });
  const record = [...searchRecords(site)].find(({ kind }) => kind === "plan");
  const words = new Set(indexWords(record?.parts.join(" ") ?? "").map(({ marked }) => marked));
  const missing = (query: string) => queryWords(query).filter(({ marked }) => !words.has(marked));
  expect(missing("8/KHUBND ngày 02/3/2023")).toEqual([]);
  expect(missing("ngày 3/3/2023")).toHaveLength(1);
});

describe("what was probably meant", () => {
  const table = {
    shards: 1,
    records: [],
    lengths: [],
    agencies: { "so-noi-vu": "Sở Nội vụ" },
    comparison: "",
    vocabulary: {
      dich: ["dịch"],
      vu: ["vụ"],
      cong: ["công"],
      tra: ["tra"],
      ap: ["áp"],
      apap: ["apap"],
      tt: ["tt"],
    },
    abbreviations: [],
  };
  const suggested = (query: string, ...known: string[]) => [
    ...suggestQueries(query, [table], new Set(known)),
  ];
  test("spaces that were left out are put back", () =>
    expect(suggested("dichvucong")).toContain("dich vu cong"));
  test("letters that could be divided in countless ways are no word, and soon known to be none", () =>
    expect(suggested(`${"apap".repeat(14)}q`)).toEqual([]));
  test("a word that the site has stays, even without marks", () =>
    expect(suggested("papi congg traa", "papi")).toEqual(["papi cong tra"]));
  test("keys that make marks are taken out where they made none", () => {
    expect(suggested("coong dichj vuj")).toContain("cong dich vu");
    expect(suggested("co6ng vu5")).toContain("cong vu");
  });
  test("nothing is made of letters that cannot be spoken", () => expect(suggested("so tttt")).toEqual([]));
});

test("items and cells that share a line are told apart", () => {
  expect(
    inOneLine(plainText("| Lĩnh vực | Tỷ lệ |\n| --- | --- |\n| Thể chế | 88% |\n\n- Một\n- Hai\n")),
  ).toBe("Lĩnh vực · Tỷ lệ · Thể chế · 88% · Một · Hai");
});
