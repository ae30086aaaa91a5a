import { describe, expect, test } from "vitest";
import { parseLabelledItem } from "../scripts/model/labelled-item.ts";
import {
  findChartFences,
  findLinks,
  plainText,
  renderInline,
  renderMarkdown,
} from "../scripts/model/markdown.ts";
import { outline } from "../scripts/model/outline.ts";

const cut = (body: string) => outline(body, "a.md", 10);

describe("a body is cut at its headings", () => {
  test("with the list that follows at once, and the prose", () => {
    expect(
      cut("Mở đầu\n\n## A.I.3. Kiểm tra\n- Chủ trì: Sở\n- Thời hạn: Quý II\n\nVăn xuôi\n"),
    ).toMatchObject([
      { level: 0, heading: "", items: [], prose: { source: "Mở đầu", line: 10 } },
      {
        level: 2,
        heading: "A.I.3. Kiểm tra",
        place: { file: "a.md", line: 12, column: 1 },
        items: [
          { text: "Chủ trì: Sở", line: 13, column: 3 },
          { text: "Thời hạn: Quý II", line: 14, column: 3 },
        ],
        prose: { source: "Văn xuôi", line: 16 },
      },
    ]);
  });
  test("a heading in a code fence is no heading", () => {
    expect(cut("## A\n```\n## B\n```\n~~~\n# C\n~~~\n").map(({ heading }) => heading)).toEqual(["", "A"]);
  });
  test("a heading in a quotation or a list is no heading", () => {
    expect(cut("> ## B\n\n- ## C\n").map(({ heading }) => heading)).toEqual([""]);
  });
  test("a list after a paragraph belongs to the prose", () => {
    expect(cut("## A\nLời dẫn\n\n- Chủ trì: Sở\n")[1]).toMatchObject({
      items: [],
      prose: { source: expect.stringContaining("Chủ trì") },
    });
  });
  test("an underlined heading is one too, and ends where its line ends", () => {
    expect(cut("A.I.3. Kiểm tra\n---\n- Chủ trì: Sở\n")[1]).toMatchObject({
      level: 2,
      items: [{ text: "Chủ trì: Sở", line: 12 }],
    });
  });
  test("a list below a label belongs to its value", () => {
    expect(cut("## A\n- Phối hợp:\n  - Sở Một\n  - Sở Hai\n- Thời hạn: Quý II\n")[1]?.items).toMatchObject([
      { text: "Phối hợp: Sở Một; Sở Hai" },
      { text: "Thời hạn: Quý II" },
    ]);
  });
  test("a value may go on in the next line", () => {
    expect(cut("## A\n- Sản phẩm: một\n  hai\n")[1]?.items).toMatchObject([
      { text: "Sản phẩm: một hai", line: 11 },
    ]);
  });
});

describe("a labelled item", () => {
  const item = (text: string) => parseLabelledItem({ text, line: 3, column: 3 }, "a.md");
  test("has a label, a value and the place of each", () => {
    expect(item("Chủ trì:  Sở Nội vụ")).toEqual({
      label: "Chủ trì",
      value: "Sở Nội vụ",
      labelPlace: { file: "a.md", line: 3, column: 3 },
      valuePlace: { file: "a.md", line: 3, column: 13 },
    });
  });
  test("keeps colons in the value", () => expect(item("Sản phẩm: a: b")?.value).toBe("a: b"));
  test.each(["Không có nhãn", "https://vi-du.vn", "12:30 họp", `${"x".repeat(41)}: dài`])(
    "%j is not one",
    text => expect(item(text)).toBeUndefined(),
  );
});

describe("prose is shown safely", () => {
  test.each([
    ["<script>alert(1)</script>", "<script"],
    ['<img src=x onerror="alert(1)">', "<img"],
    ["[x](javascript:alert(1))", "<a"],
    ["[x](JaVaScRiPt:alert(1))", "<a"],
    ["[x](vbscript:x)", "<a"],
    ["[x](file:///etc/passwd)", "<a"],
    ["[x](data:text/html,x)", "<a"],
    ["![x](javascript:alert(1))", "<img"],
    ["<javascript:alert(1)>", "<a"],
    ["[x]: javascript:alert(1)\n\n[x]", "<a"],
  ])("%j never becomes %s", (source, markup) => {
    expect(renderMarkdown(source)).not.toContain(markup);
    expect(renderInline(source)).not.toContain(markup);
  });
  test("a quotation mark cannot leave an attribute", () => {
    expect(renderInline('[x](/a "b\\" onclick=\\"x")')).not.toMatch(/" onclick/);
  });
  test("plain text is escaped", () => expect(renderInline("a < b & c")).toBe("a &lt; b &amp; c"));
  test("quotation marks are escaped on the short way too", () =>
    expect(renderInline('nói "vâng"')).toMatch(/^nói ("|&quot;)vâng\1$/));
  test.each([
    ["`mã`", "<code>mã</code>"],
    ["_nghiêng_", "<em>nghiêng</em>"],
    ["*nghiêng*", "<em>nghiêng</em>"],
    ["~~bỏ~~", "<s>bỏ</s>"],
    ["1 \\- 2", "1 - 2"],
    ["a > b", "a &gt; b"],
    ["Lãnh đạo&#58; A", "Lãnh đạo: A"],
    ["xem https://vi-du.vn", 'xem <a href="https://vi-du.vn">https://vi-du.vn</a>'],
    ["xem vi-du.vn, a@vi-du.vn", "xem vi-du.vn, a@vi-du.vn"],
  ])("one line says %j as %j", (source, html) => expect(renderInline(source)).toBe(html));
  test("nothing gives nothing", () => expect(renderMarkdown(" \n")).toBe(""));
});

describe("links", () => {
  const links = (source: string) =>
    findLinks({ source, line: 5 }, "a.md").map(({ href, place }) => [href, place.line, place.column]);
  test("are found with their places", () => {
    expect(links("Xem [A](/a/) và\n[B](/b/#x), ![h](/h.png)\n")).toEqual([
      ["/a/", 5, 9],
      ["/b/#x", 6, 5],
      ["/h.png", 6, 18],
    ]);
  });
  test("of a table have the lines of their rows", () => {
    expect(links("Bảng:\n\n| A | B |\n| --- | --- |\n| a | [A](/a/) |\n| [A](/a/) | [B](/b/) |\n")).toEqual([
      ["/a/", 9, 11],
      ["/a/", 10, 7],
      ["/b/", 10, 18],
    ]);
  });
  test("two of one address have two places", () => {
    expect(links("[A](/a/) [B](/a/)\n[C](/a/)")).toEqual([
      ["/a/", 5, 5],
      ["/a/", 5, 14],
      ["/a/", 6, 5],
    ]);
  });
  test("in code are none", () => expect(links("`[A](/a/)`\n\n    [B](/b/)\n")).toEqual([]));
  test("by reference are found too", () =>
    expect(links("[A][x]\n\n[x]: /a/\n")).toMatchObject([["/a/", 5, expect.any(Number)]]));
  test.each([
    ["<https://vi-du.vn>", "https://vi-du.vn", 2],
    ["xem http://vi-du.vn/a", "http://vi-du.vn/a", 5],
    ["xem https://vi-du.vn/a", "https://vi-du.vn/a", 5],
    ["<mailto:a@vi-du.vn>", "mailto:a@vi-du.vn", 2],
  ])("are found however they are written: %s", (source, href, column) =>
    expect(links(source)).toEqual([[href, 5, column]]),
  );
  test("a picture is told from a link", () =>
    expect(
      findLinks({ source: "[A](/a/) ![B](/b.png)", line: 5 }, "a.md").map(({ isImage }) => isImage),
    ).toEqual([false, true]));
  test("v.v. is no address", () => expect(links("các sở v.v. và www.vi-du.vn [x]")).toEqual([]));
});

test("fences of a language, with the line their content begins on", () => {
  const source = "Lời\n\n```chart\na: 1\n```\n\n```js\nx\n```\n";
  expect(findChartFences({ source, line: 7 })).toEqual([{ source: "a: 1\n", line: 10 }]);
  for (const [begin, end] of [
    ["~~~ chart", "~~~"],
    ["```` Chart", "````"],
    ["```   chart", "```"],
  ])
    expect(findChartFences({ source: `${begin}\na: 1\n${end}\n`, line: 7 })).toEqual([
      { source: "a: 1\n", line: 8 },
    ]);
});

describe("what prose says, without signs of Markdown", () => {
  test.each([
    ["Không có dấu gì: 57/63, ngày 30-6.", "Không có dấu gì: 57/63, ngày 30-6."],
    ["- một\n- hai\n  - **ba**", "một\nhai\nba"],
    ["1. một\n2. hai", "một\nhai"],
    ["| Năm | Điểm |\n| :-- | ---: |\n| 2023 | 86,57 |", "Năm\nĐiểm\n2023\n86,57"],
    ["xem [Kế hoạch 3503](/ke-hoach/a/) và ![sơ đồ](/a.png)", "xem Kế hoạch 3503 và sơ đồ"],
    ["> trích *nguyên* `văn`\n\n---\n\n### Mục\nhết", "trích nguyên văn\nMục\nhết"],
    ["dòng một\ndòng hai  \ndòng ba #1", "dòng một\ndòng hai\ndòng ba #1"],
    ["Lãnh đạo&#58; A \\* B", "Lãnh đạo: A * B"],
    ["- một", "một"],
    ["+ một", "một"],
    ["* một", "một"],
    ["> một", "một"],
    ["12. một", "một"],
    ["12) một", "một"],
    ["Mục\n===", "Mục"],
    ["~~bỏ~~", "bỏ"],
    ["_nghiêng_", "nghiêng"],
    ["`mã`", "mã"],
    ["1 \\- 2", "1 - 2"],
    ["một &amp; hai", "một & hai"],
    ["[A](/a/)", "A"],
    ["<https://vi-du.vn>", "https://vi-du.vn"],
    ["```\nlà chữ\n```\n\n``` Chart\ntype: lines\n```", "là chữ"],
  ])("%j", (source, said) => {
    expect(plainText(source)).toBe(said);
  });
});
