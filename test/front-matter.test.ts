import { describe, expect, test } from "vitest";
import { z } from "zod";
import { date, number, text } from "../scripts/model/fields.ts";
import { parseMarkdownFile } from "../scripts/model/front-matter.ts";
import { reading, source } from "./support/sources.ts";

const schema = z.strictObject({
  title: text,
  issued: date.optional(),
  state: z.enum(["draft", "issued"]).optional(),
  score: number.optional(),
  tags: z.array(text).optional(),
  notes: z.array(z.strictObject({ where: text, note: text })).optional(),
});
const parse = (markdown: string) =>
  reading(report => parseMarkdownFile(source("a.md", markdown), schema, report));

describe("a value is the text that was typed", () => {
  test.each(["0123", "12:30", "01", "1e3", "yes", "null", "~", "0x1F", "1.50", "2023-06-06", ".5"])(
    "%s",
    typed => {
      const { value, problems } = parse(`---\ntitle: ${typed}\n---\n`);
      expect(problems).toEqual([]);
      expect(value?.front?.fields.title).toBe(typed);
    },
  );
});

test("the body begins behind the front matter, and says on which line", () => {
  const { value } = parse("---\ntitle: A\ntags: [một, hai]\n---\n\n# B\n");
  expect(value).toMatchObject({
    body: "\n# B\n",
    bodyLine: 5,
    front: { fields: { title: "A", tags: ["một", "hai"] } },
  });
  expect(value?.front?.placeOf("tags", 1)).toEqual({ file: "a.md", line: 3, column: 13 });
});

test("a rule of three dashes in the body is no front matter", () => {
  expect(parse("---\ntitle: A\n---\nMột\n\n---\n\nHai\n").value?.body).toBe("Một\n\n---\n\nHai\n");
});

test("empty lines and lines that stand further in count as lines", () => {
  const { value, problems } = parse('---\n\n \ntitle: "A"\n\n\ntags:\n  - một\n\n  - hai\n\n---\nB\n');
  expect(problems).toEqual([]);
  expect(value).toMatchObject({ body: "B\n", bodyLine: 13, front: { fields: { tags: ["một", "hai"] } } });
  expect(value?.front?.placeOf("tags", 1)).toEqual({ file: "a.md", line: 10, column: 5 });
});

test("bad front matter is refused every time it is read", () => {
  for (let time = 0; time < 2; time++) expect(parse("---\ntitle: [A\n---\n").problems).toHaveLength(1);
});

describe("what is refused, and where", () => {
  test.each([
    ["no front matter", "# A\n", "a.md:1:1: tệp không có phần đầu"],
    ["an empty file", "", "a.md:1:1: tệp không có phần đầu"],
    ["JavaScript", '---js\n{title: "A"}\n---\n', "a.md:1:4: phần đầu khai ngôn ngữ “js”"],
    ["JSON", '---json\n{"title": "A"}\n---\n', "a.md:1:4: phần đầu khai ngôn ngữ “json”"],
    ["never closed", "---\ntitle: A\n", "a.md:1:1: phần đầu chưa được đóng"],
    ["closed by four dashes", "---\ntitle: A\n----\nMột\n\n---\nHai\n", "a.md:3:1: dòng “----” không đóng"],
    [
      "closed by the dash that Word makes",
      "---\ntitle: A\n—\nMột\n",
      "a.md:3:1: dòng “—” không đóng được phần đầu",
    ],
    [
      "closed by two dashes above a rule",
      "---\ntitle: A\n-- \nMột\n\n---\nHai\n",
      "a.md:3:1: dòng “--” không đóng",
    ],
    [
      "never closed above a table",
      "---\ntitle: A\n\n--- | ---\n\n---\n",
      "a.md:1:1: phần đầu chưa được đóng",
    ],
    ["nothing in it", "---\n---\n", "a.md:1:1: không có danh sách khóa"],
    ["a list", "---\n- title\n---\n", "a.md:2:1: không có danh sách khóa"],
    ["a tag", "---\ntitle: !!js/function 'x'\n---\n", "a.md:2:8: thẻ YAML"],
    ["a tag of plain text", "---\ntitle: !!str A\n---\n", "a.md:2:8: thẻ YAML"],
    ["a local tag", "---\ntitle: !x A\n---\n", "a.md:2:8: thẻ YAML “!x”"],
    ["a binary tag", "---\ntitle: !!binary AAAA\n---\n", "a.md:2:8: thẻ YAML"],
    ["an anchor", "---\ntitle: &a A\n---\n", "a.md:2:8: neo YAML “&a”"],
    [
      "an unknown key",
      "---\ntitle: A\ntitel: B\n---\n",
      "a.md:3:1: khóa “titel” không có trong định dạng; có phải ý bạn là “title”?",
    ],
    ["a key that stands twice", "---\ntitle: A\ntitle: B\n---\n", "a.md:3:1: khóa này đã có ở trên"],
    ["a missing key", "---\nissued: 2023-06-06\n---\n", "a.md:1:1: thiếu khóa “title”; thêm dòng title: …"],
    [
      "a value of no list",
      "---\ntitle: A\nstate: isued\n---\n",
      "a.md:3:8: state: “isued” không có trong danh mục; có phải ý bạn là “issued”?",
    ],
    [
      "an impossible day",
      "---\ntitle: A\nissued: 2025-06-31\n---\n",
      "a.md:3:9: issued: ngày “2025-06-31” không có trong lịch",
    ],
    [
      "a list where text belongs",
      "---\ntitle: [A]\n---\n",
      "a.md:2:8: title: chỉ nhận một giá trị, không phải danh sách",
    ],
    [
      "text where a list belongs",
      "---\ntitle: A\ntags: một, hai\n---\n",
      "a.md:3:7: tags: cần một danh sách; viết tags: [một, hai]",
    ],
    [
      "a key missing in a list",
      "---\ntitle: A\nnotes:\n  - where: đầu\n---\n",
      "a.md:4:5: thiếu khóa “note”",
    ],
    [
      "an unknown key in a list",
      "---\ntitle: A\nnotes:\n  - {where: đầu, note: x, y: z}\n---\n",
      "a.md:4:27: khóa “y”",
    ],
    [
      "a colon in plain text",
      "---\ntitle: Kế hoạch: năm 2023\n---\n",
      'a.md:2:8: giá trị có dấu hai chấm phải nằm trong ngoặc kép; viết title: "Kế hoạch: năm 2023"',
    ],
    [
      "a colon in plain text, below one in a comment",
      "---\nyear: 2023 # or: 2024\ntitle: Kế hoạch: năm 2023\n---\n",
      "a.md:3:8: giá trị có dấu hai chấm phải nằm trong ngoặc kép",
    ],
    [
      "a colon in the quotation marks of Word",
      "---\ntitle: “Kế hoạch: năm 2023”\n---\n",
      'a.md:2:8: giá trị có dấu hai chấm mà chỉ nằm trong ngoặc cong “ ”; viết title: "Kế hoạch: năm 2023"',
    ],
    [
      "quotation marks in quotation marks",
      '---\ntitle: "Kế hoạch "mới""\n---\n',
      "a.md:2:8: có chữ đứng sau dấu ngoặc kép đóng; viết title: 'Kế hoạch \"mới\"'",
    ],
    [
      "quotation marks that stay open",
      '---\ntitle: "Kế hoạch\nstate: draft\n---\n',
      'a.md:2:8: dấu ngoặc kép không được đóng; viết title: "Kế hoạch"',
    ],
    [
      "no space behind the colon",
      "---\ntitle:Kế hoạch\n---\n",
      "a.md:2:1: sau “title” cần dấu hai chấm “:” rồi một dấu cách; viết title: Kế hoạch",
    ],
    ["a wide colon", "---\ntitle：Kế hoạch\n---\n", "a.md:2:1: sau “title” cần dấu hai chấm"],
    ["an equals sign", "---\ntitle = Kế hoạch\n---\n", "a.md:2:1: sau “title” cần dấu hai chấm"],
    [
      "a key that stands further in",
      "---\ntitle: Kế hoạch\n state: draft\n---\n",
      "a.md:3:1: khóa “state” thụt vào sâu hơn dòng trên",
    ],
    [
      "a number sign that cuts the value off",
      "---\ntitle: Kế hoạch #5\n---\n",
      "a.md:2:17: phần từ dấu # trở đi bị coi là ghi chú",
    ],
    [
      "a misspelled key of a list",
      "---\ntitle: A\nnotes:\n  - {where: đầu, notte: x}\n---\n",
      "a.md:4:18: khóa “notte” không có trong định dạng; có phải ý bạn là “note”?",
    ],
    [
      "a misspelled key that must be there",
      "---\ntitel: A\n---\n",
      "a.md:2:1: khóa “titel” không có trong định dạng; có phải ý bạn là “title”?",
    ],
    ["a tab", "---\ntitle: A\ntags:\n\t- x\n---\n", "a.md:4:1: thụt đầu dòng bằng phím Tab"],
    ["an open bracket", "---\ntitle: [A\n---\n", "a.md:"],
    ["an empty value", "---\ntitle:\n---\n", "a.md:2:7: title: giá trị để trống"],
    ["a key that is a list", "---\ntitle: A\n[a, b]: c\n---\n", "a.md:3:1: khóa không phải là một từ"],
    [
      "a value of many letters",
      `---\ntitle: A\nstate: ${"x".repeat(5000)}\n---\n`,
      `a.md:3:8: state: “${"x".repeat(80)}…” không có trong danh mục`,
    ],
    ["__proto__", "---\ntitle: A\n__proto__: {polluted: x}\n---\n", "a.md:3:1: khóa “__proto__”"],
    ["constructor", "---\ntitle: A\nconstructor: x\n---\n", "a.md:3:1: khóa “constructor”"],
  ])("%s", (_, markdown, problem) => {
    const { value, problems } = parse(markdown);
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(value?.front).toBeUndefined();
  });
});

test("every line of YAML that people usually write wrong is reported at once", () => {
  const { problems } = parse('---\ntitle:A\nstate = draft\nscore: "5\ntags: [một\n---\n');
  expect(problems.map(problem => problem.split(": ", 1)[0])).toEqual([
    "a.md:2:1",
    "a.md:3:1",
    "a.md:4:8",
    "a.md:5:7",
  ]);
});

test("a note behind a value is no part of it", () => {
  expect(parse("---\ntitle: A # ghi chú\n---\n")).toMatchObject({
    value: { front: { fields: { title: "A" } } },
    problems: [],
  });
});

describe("what people type who do not know YAML is mended as it is written", () => {
  const words = {
    title: { title: "Tên kế hoạch" },
    state: { title: "Tình trạng", options: { draft: "Dự thảo", issued: "Đã ban hành" } },
  };
  const problemsOf = (front: string) =>
    reading(report => parseMarkdownFile(source("a.md", `---\n${front}\n---\n`), schema, report, words))
      .problems;
  test.each([
    ["Tên kế hoạch: A", "khóa “Tên kế hoạch” không có trong định dạng; có phải ý bạn là “title”?"],
    ["title: A\nstate: đã ban hành", "có phải ý bạn là “issued”?"],
    ["title: A\nstate: xong", "dùng một trong: draft (Dự thảo), issued (Đã ban hành)"],
    ["title: A\nissued: ngày 06 tháng 6 năm 2023", "viết 2023-06-06"],
    ["title: A\nissued: 6.6.2023", "viết 2023-06-06"],
    ["title: A\nissued: 31.6.2023", "viết dạng 2023-06-30 hoặc 30/6/2023"],
    ["title: A\nscore: đạt 86,5 điểm", "viết 86,5"],
    ["title: A\nscore: 57/63", "viết 57; 63 là tổng số thì ghi vào cột rank_of"],
    ["title: A\ntags:\n  - Lưu: VT, HC.", 'viết "Lưu: VT, HC."'],
    [
      "title: A\ntags:\n  -một: hai\n  - ba: [",
      "mục của danh sách không bắt đầu bằng - rồi một dấu cách; viết - một",
    ],
    ["title: A\ntags:\n– một\n– hai\nx", "viết - một"],
  ])("%s", (front, mend) => expect(problemsOf(front)[0]).toContain(mend));

  test.each([
    ["\n---\ntitle: A\n---\n", "xóa các dòng trống và dấu cách phía trên dòng ---"],
    ["–--\ntitle: A\n---\n", "viết dòng đầu tiên bằng đúng ba dấu gạch ngang của bàn phím ---"],
  ])("%j", (markdown, mend) => expect(parse(markdown).problems).toEqual([expect.stringContaining(mend)]));
});
