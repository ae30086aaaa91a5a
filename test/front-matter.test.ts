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
  reading(report => parseMarkdownFile(source("a.md", markdown), schema, Object.keys(schema.shape), report));

describe("a value is the text that was typed", () => {
  test.each(["0123", "12:30", "01", "1e3", "yes", "null", "~", "0x1F", "1.50", "2023-06-06", ".5"])(
    "%s",
    typed => {
      const { value, problems } = parse(`---\ntitle: ${typed}\n---\n`);
      expect(problems).toEqual([]);
      expect(value?.fields.title).toBe(typed);
    },
  );
});

test("the body begins behind the front matter, and says on which line", () => {
  const { value } = parse("---\ntitle: A\ntags: [một, hai]\n---\n\n# B\n");
  expect(value).toMatchObject({ body: "\n# B\n", bodyLine: 5, fields: { title: "A", tags: ["một", "hai"] } });
  expect(value?.placeOf("tags", 1)).toEqual({ file: "a.md", line: 3, column: 13 });
});

test("a rule of three dashes in the body is no front matter", () => {
  expect(parse("---\ntitle: A\n---\nMột\n\n---\n\nHai\n").value?.body).toBe("Một\n\n---\n\nHai\n");
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
    ["nothing in it", "---\n---\n", "a.md:1:1: không có danh sách khóa"],
    ["a list", "---\n- title\n---\n", "a.md:2:1: không có danh sách khóa"],
    ["a tag", "---\ntitle: !!js/function 'x'\n---\n", "a.md:2:8: thẻ YAML"],
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
    ["a list where text belongs", "---\ntitle: [A]\n---\n", "a.md:2:8: title: giá trị không đúng dạng"],
    [
      "text where a list belongs",
      "---\ntitle: A\ntags: một\n---\n",
      "a.md:3:7: tags: giá trị không đúng dạng",
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
    ["a colon in plain text", "---\ntitle: Kế hoạch: năm 2023: a\n---\n", "a.md:2:"],
    ["a tab", "---\ntitle: A\ntags:\n\t- x\n---\n", "a.md:4:1: thụt đầu dòng bằng phím Tab"],
    ["an open bracket", "---\ntitle: [A\n---\n", "a.md:"],
    ["an empty value", "---\ntitle:\n---\n", "a.md:2:7: title: giá trị để trống"],
    ["__proto__", "---\ntitle: A\n__proto__: {polluted: x}\n---\n", "a.md:3:1: khóa “__proto__”"],
    ["constructor", "---\ntitle: A\nconstructor: x\n---\n", "a.md:3:1: khóa “constructor”"],
  ])("%s", (_, markdown, problem) => {
    const { value, problems } = parse(markdown);
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(value).toBeUndefined();
  });
});
