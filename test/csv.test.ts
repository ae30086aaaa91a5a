import { describe, expect, test } from "vitest";
import { z } from "zod";
import { decodeText } from "../scripts/load.ts";
import { parseCsv } from "../scripts/model/csv.ts";
import { number, text } from "../scripts/model/fields.ts";
import { reading, source } from "./support/sources.ts";

const schema = z.strictObject({ id: text, value: number.optional(), note: text.optional() });
const words = {
  id: { title: "Mã" },
  value: { title: "Điểm", alsoCalled: ["Giá trị"] },
  note: { title: "Ghi chú" },
};
const parse = (csv: string) => {
  const { value, problems } = reading(report => parseCsv(source("bang.csv", csv), schema, report, { words }));
  return {
    rows: value.map(({ fields }) => fields),
    problems,
    places: value.map(({ placeOf }) => placeOf("note")),
  };
};

describe("what Excel and people write is read alike", () => {
  const rows = [{ id: "a", value: 86.57, note: "x; y" }, { id: "b" }];
  test.each([
    ["commas", "id,value,note\na,86.57,x; y\nb,,\n"],
    ["semicolons and decimal comma", 'id;value;note\na;86,57;"x; y"\nb;;\n'],
    ["decimal comma in quotes", 'id,value,note\na,"86,57",x; y\nb,,\n'],
    ["columns in another order", "note,id,value\nx; y,a,86.57\n,b,\n"],
    ["an empty line between and spaces around", "id,value,note\n a , 86.57 ,x; y\n\nb,,\n,,\n"],
    ["the line of Excel that names the separator", 'sep=;\nid;value;note\na;86,57;"x; y"\nb;;\n'],
    ["empty lines above and empty cells behind", "\nid,value,note,,\na,86.57,x; y,,\nb,,,,\n,,,,\n"],
    ["Unicode Text of Excel", "id\tvalue\tnote\na\t86,57\tx; y\nb\t\t\n"],
    ["rows without the empty cells at their end", "id,value,note\na,86.57,x; y\nb\n"],
    [
      "a row of spaces, and a name of the separator in capitals",
      'SEP=;\nid;value;note\na;86,57;"x; y"\n ; ; \nb;;\n',
    ],
    ["no break at the end", "id,value,note\na,86.57,x; y\nb,,"],
  ])("%s", (_, csv) => expect(parse(csv)).toMatchObject({ rows, problems: [] }));

  test("a byte order mark, CRLF and NFD are taken off at the door", () => {
    const bytes = new TextEncoder().encode("\uFEFFid;value;note\r\na;1;Sở\r\n".normalize("NFD"));
    expect(decodeText(bytes)).toBe("id;value;note\na;1;Sở\n");
  });
  test("UTF-16 is read by its mark, either way around", () => {
    const little = Buffer.from("\uFEFFid\tnote\r\na\tSở Nội vụ\r\n", "utf16le");
    expect(decodeText(little)).toBe("id\tnote\na\tSở Nội vụ\n");
    expect(decodeText(Buffer.from(little).swap16())).toBe("id\tnote\na\tSở Nội vụ\n");
  });
  test("so are signs that nobody sees", () => {
    const bytes = new TextEncoder().encode("\uFEFF\uFEFFSở\u200B Nội\u2060 vụ\u00AD");
    expect(decodeText(bytes)).toBe("Sở Nội vụ");
  });
  test("and signs by which a name reads as another one", () => {
    const bytes = new TextEncoder().encode("ubnd\u202Egpj.exe\u202C\u2066\u200F\u0007\u0085");
    expect(decodeText(bytes)).toBe("ubndgpj.exe");
  });
  test("bytes that are not UTF-8 are no text", () => {
    expect(decodeText(new Uint8Array([0x53, 0xff, 0xfe]))).toBeUndefined();
  });
});

test("a line break in a quoted cell does not shift the lines of later rows", () => {
  const { rows, places } = parse('id,value,note\na,1,"hai\ndòng"\nb,2,x\n');
  expect(rows).toEqual([
    { id: "a", value: 1, note: "hai\ndòng" },
    { id: "b", value: 2, note: "x" },
  ]);
  expect(places).toEqual([
    { file: "bang.csv", line: 2, column: 5 },
    { file: "bang.csv", line: 4, column: 5 },
  ]);
});

describe("what cannot be read is reported at its place, once", () => {
  test.each([
    ["an empty table", "", "bang.csv:1:1: bảng trống; dòng đầu phải là tên cột: id,value,note"],
    [
      "an unknown column",
      "id,valeu,note\na,1,x\n",
      "bang.csv:1:4: cột “valeu” không có trong định dạng; có phải ý bạn là “value”?",
    ],
    [
      "a column that stands twice",
      "id,note,note\na,x,y\n",
      "bang.csv:1:9: cột “note” có hai lần; giữ lại một cột",
    ],
    [
      "a column that is only misspelled",
      "ID,note\na,x\n",
      "bang.csv:1:1: cột “ID” không có trong định dạng; có phải ý bạn là “id”?",
    ],
    [
      "columns named in Vietnamese",
      "Mã;Giá trị;GHI CHÚ\na;1;x\n",
      "bang.csv:1:1: tên cột viết bằng tiếng Việt; thay dòng này bằng: id;value;note",
    ],
    [
      "one of them among others",
      "id,Điểm,note\na,1,x\n",
      "bang.csv:1:4: cột “Điểm” không có trong định dạng; có phải ý bạn là “value”?",
    ],
    [
      "letters that Excel lost in plain CSV",
      "id;value;note\na;1;Ch? th? c?a T?nh ?y\nb;2;Quy?t d?nh\n",
      "bang.csv:2:5: chữ có dấu đã mất khi lưu: “Ch? th? c?a T?nh ?y”; mở bản gốc trong Excel",
    ],
    [
      "a column without a name",
      "id,,note\na,1,x\n",
      "bang.csv:1:4: cột này không có tên; ghi tên cột, hoặc xóa cột này",
    ],
    [
      "a column far from all",
      "id,khu vuc dia ly,note\na,1,x\n",
      "bang.csv:1:4: cột “khu vuc dia ly” không có trong định dạng; các cột dùng được: id, value, note",
    ],
    [
      "a column with a slip below empty lines",
      "\n\nid,valeu,note\na,1,x\n",
      "bang.csv:3:4: cột “valeu” không có trong định dạng",
    ],
    [
      "Vietnamese names beside a known one",
      "id;Điểm;Ghi chú\na;1;x\n",
      "bang.csv:1:1: tên cột viết bằng tiếng Việt; thay dòng này bằng: id;value;note",
    ],
    [
      "signs in the place of letters",
      "id;note\na;Ch\uFFFD th\uFFFD\n",
      "bang.csv:2:3: chữ có dấu đã mất khi lưu",
    ],
    [
      "a decimal comma among commas",
      "id,value,note\na,86,57,x\n",
      'bang.csv:2:1: dòng có 4 ô, nhiều hơn 3 cột; đặt ô có dấu “,” trong ngoặc kép, như "86,57"',
    ],
    ["a missing column", "value,note\n1,x\n", "bang.csv:1:1: thiếu cột “id”; thêm cột này vào dòng đầu"],
    ["a missing value", "id,value\n,1\n", "bang.csv:2:1: thiếu giá trị ở cột “id”; điền ô này"],
    ["a long row", "id,value,note\na,1,x,y\n", "bang.csv:2:1: dòng có 4 ô, nhiều hơn 3 cột"],
    ["a short row", "value,note,id\n1,x\n", "bang.csv:2:1: thiếu giá trị ở cột “id”"],
    [
      "words behind a cell with quotation marks and a line break",
      'note,id,value\n"x ""y""\nz",a,cao\n',
      "bang.csv:3:6: value: “cao” không phải số",
    ],
    ["words for a number", "id,value,note\na,cao,x\n", "bang.csv:2:3: value: “cao” không phải số"],
    [
      "a quotation mark that is never closed",
      'id,value,note\na,1,"x\nb,2,y\n',
      'bang.csv:2:1: dấu ngoặc kép của dòng này không được đóng đúng chỗ; đặt cả ô trong ngoặc kép "…", và viết hai dấu ""',
    ],
  ])("%s", (_, csv, problem) => expect(parse(csv).problems).toEqual([expect.stringContaining(problem)]));

  test("behind a quotation mark that is never closed nothing is trusted", () =>
    expect(parse('id,value,note\na,1,x\nb,2,"y\nc,3,z\n').rows).toEqual([]));
  test("names of columns that are all misspelled are mended one by one", () =>
    expect(parse("idd,valeu,notes\na,1,x\n").problems).toEqual(
      ["id", "value", "note"].map(name => expect.stringContaining(`có phải ý bạn là “${name}”?`)),
    ));
  test("the other rows stay", () => {
    expect(parse("id,value,note\na,cao,x\nb,2,y\n").rows).toEqual([{ id: "b", value: 2, note: "y" }]);
  });
  test("a column named like a property of every object is only unknown", () => {
    expect(parse("id,__proto__\na,x\n").problems).toEqual([
      expect.stringContaining("bang.csv:1:4: cột “__proto__”"),
    ]);
    expect(parse("id,constructor\na,x\n").problems).toEqual([
      expect.stringContaining("bang.csv:1:4: cột “constructor”"),
    ]);
  });
});

test("a question mark in an address, or at the end of a word, is no lost letter", () => {
  expect(parse("id,note\na,https://vi-du.example/trang?so=1\nb,Ai làm? Sở Nội vụ\n").problems).toEqual([]);
});

test("spaces of Word and of the web are plain ones behind the door", () => {
  expect(decodeText(new TextEncoder().encode("-\u00A0Chủ\u202Ftrì:\u3000Sở"))).toBe("- Chủ trì: Sở");
});

test("a table whose first row names no column is one problem", () => {
  for (const csv of ["Tên;Tháng;Ngày\na;1;b\n", "Kết quả\n\nid,value,note\na,1,b\n"])
    expect(parse(csv).problems).toEqual([
      expect.stringMatching(/^bang.csv:1:1: dòng này không phải dòng tên cột; dòng đầu của bảng phải là: id/),
    ]);
});

test("several marks of one kind in a number set thousands apart", () => {
  const { rows, problems } = parse("id;value\na;1.234.567\nb;12,345,678\n");
  expect(rows).toEqual([
    { id: "a", value: 1_234_567 },
    { id: "b", value: 12_345_678 },
  ]);
  expect(problems).toEqual([]);
});
