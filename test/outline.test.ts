import fc from "fast-check";
import { expect, test } from "vitest";
import { findAnyHeadings, findPlainHeadings, outline } from "../scripts/model/outline.ts";

/** Lines that plans have, and lines that are easily mistaken for them. */
const LINES = [
  "",
  "",
  "",
  "# A. Mục",
  "### A.I.1. Kiểm tra",
  "- Chủ trì: Sở Nội vụ",
  "- Thời hạn: Quý II",
  "Văn bản thường.",
  "## ",
  "#",
  "#Không",
  "## Tên ##",
  "## Tên #",
  "##  Hai cách",
  "####### Bảy",
  " # Lùi",
  "- ",
  "-",
  "- - lồng",
  "-  hai cách",
  "* Sao",
  "+ Cộng",
  "1. Một",
  "- 1. Số",
  "- # Mục",
  "  - Con",
  "  tiếp",
  "    mã",
  "\tTab",
  "- a\tb",
  "---",
  "===",
  "```",
  "~~~",
  "> Trích",
  "| a | b |",
  "|---|---|",
  "[a]: /b",
  "<div>",
  "- [ ] Việc",
  "   ",
  "Chữ  ",
  "- Nhãn: chữ  ",
  "Đoạn\u00a0",
  "\u00a0",
  "## \u00a0",
  "- Đ\u00a0",
];

test("a body in the canonical form is read as markdown-it reads it", () => {
  const lines = [
    "Mục đích.",
    "",
    "## A. Việc",
    "### A.1. Một",
    "- Chủ trì: Sở",
    "- Thời hạn: Quý I",
    "",
    "Thêm.",
    "",
  ];
  expect(findPlainHeadings(lines, 7)).toEqual(findAnyHeadings(lines.join("\n"), lines, 7));
  expect(findPlainHeadings(lines, 7)?.at(-1)?.list?.items).toEqual([
    { text: "Chủ trì: Sở", line: 11, column: 3 },
    { text: "Thời hạn: Quý I", line: 12, column: 3 },
  ]);
});

test("a sentence right below a list is prose, however the rest of the body is written", () => {
  const plain = ["### A.1. Một", "- Chủ trì: Sở", "Làm hằng năm.", "", "Thêm."];
  for (const lines of [plain, [...plain, "", "1. Bước"]]) {
    const [, heading] = outline(lines.join("\n"), "a.md", 3);
    expect(heading?.items).toEqual([{ text: "Chủ trì: Sở", line: 4, column: 3 }]);
    expect(heading?.prose).toEqual({ source: lines.slice(2).join("\n"), line: 5 });
  }
});

test("whatever lines follow each other, they are read alike or left to markdown-it", () => {
  const plain = { read: 0, left: 0 };
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...LINES, ...LINES.slice(0, 8), ...LINES.slice(0, 8)), { maxLength: 12 }),
      lines => {
        const body = lines.join("\n");
        const found = findPlainHeadings(body.split("\n"), 1);
        plain[found ? "read" : "left"]++;
        if (found) expect(found).toEqual(findAnyHeadings(body, body.split("\n"), 1));
      },
    ),
    { numRuns: 20_000, seed: 1 },
  );
  expect(plain.read).toBeGreaterThan(1_000);
  expect(plain.left).toBeGreaterThan(1_000);
});
