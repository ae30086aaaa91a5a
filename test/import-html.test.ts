import { describe, expect, test } from "vitest";
import { importText } from "./support/importing.ts";

/** A web page with a plan. */
const page = (body: string) =>
  importText(
    `<html><head><title>Trang</title></head><body><p>KẾ HOẠCH</p><p>Ví dụ năm 2023</p><p>I. MỤC ĐÍCH</p>${body}</body></html>`,
    "trang.html",
  );
const table = (rows: string, caption = "") =>
  `<table>${caption}<tr><th>TT</th><th>Nhiệm vụ</th><th>Thời gian</th><th>Chủ trì</th><th>Sản phẩm</th></tr>${rows}</table>`;
const cell = (inner: string) =>
  table(`<tr><td>1</td><td>Việc</td><td>Quý I/2023</td><td>Sở Nội vụ</td><td>${inner}</td></tr>`);

describe("a web page", () => {
  test("numbers that the browser counts are those of its items", async () => {
    const { markdown, tasks } = await page(
      '<ol type="I" start="2"><li><p>NHIỆM VỤ</p><ol><li>Rà soát. Chủ trì: Sở Nội vụ; thời gian: Quý I/2023.</li><li value="5"><p>Công bố. Chủ trì: Sở Tư pháp; thời gian: Quý II/2023.</p></li></ol></li></ol><ol type="a"><li>Ý đầu</li></ol>',
    );
    expect(tasks).toEqual([
      "II.1 | Rà soát | so-noi-vu |  | Quý I/2023",
      "II.5 | Công bố | so-tu-phap |  | Quý II/2023",
    ]);
    expect(markdown).toContain("a) Ý đầu");
  });

  test("a number that is typed into an item is not counted again", async () => {
    expect((await page("<ol><li>1. Lời một</li></ol>")).markdown).not.toContain("1. 1.");
  });

  test("a bullet stays with the words of its item, in a cell too", async () => {
    expect((await page("<ul><li><p>Lời một</p></li></ul>")).markdown).toContain("\n- Lời một\n");
    const { plan } = await page(cell("<ol><li><p>Báo cáo</p></li><li><p>Kế hoạch</p></li></ol>"));
    expect(plan?.tasks[0]?.output).toBe("1. Báo cáo; 2. Kế hoạch");
  });

  test("of points in the cell of a task the first is its title, without the semicolon, the others stand below", async () => {
    const { markdown } = await page(
      table(
        "<tr><td>1</td><td>- Công khai một;<br>- Công khai hai.</td><td>Quý I/2023</td><td>Sở Nội vụ</td><td></td></tr>",
      ),
    );
    expect(markdown).toMatch(/\n#+ 1\. Công khai một\n(?:- .*\n)+\n\* Công khai hai\.\n/);
  });

  test("the name of the plan above its letterhead, and a table there, are the page's own", async () => {
    const { plan, markdown, findings } = await importText(
      `<html><body><h1>Kế hoạch 12/KH-UBND năm 2023 cải cách hành chính tỉnh Ví Dụ</h1>
      <table><tr><td>Số hiệu:</td><td>12/KH-UBND</td></tr><tr><td>Người ký:</td><td>Phạm Văn Dụ</td></tr></table>
      <table><tr><td>ỦY BAN NHÂN DÂN<br>TỈNH VÍ DỤ</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr>
      <tr><td>Số: 12/KH-UBND</td><td>Ví Dụ, ngày 10 tháng 3 năm 2023</td></tr></table>
      <p>KẾ HOẠCH</p><p>Cải cách hành chính năm 2023</p><p>Căn cứ Luật A;</p><p>I. MỤC ĐÍCH</p><p>Lời mục đích.</p></body></html>`,
      "trang.html",
    );
    expect(plan).toMatchObject({
      title: "Kế hoạch cải cách hành chính năm 2023",
      number: "12/KH-UBND",
      issued: "2023-03-10",
    });
    expect(markdown).toContain(
      "---\nCăn cứ Luật A;\n\n## I. MỤC ĐÍCH\n\nLời mục đích.\n\n## Chưa xếp được chỗ\n",
    );
    expect(findings.filter(({ kind }) => kind === "unplaced").map(({ message }) => message)).toEqual([
      "“Kế hoạch 12/KH-UBND năm 2023 cải cách hành chính tỉnh Ví Dụ”",
      "“Số hiệu: 12/KH-UBND”",
      "“Người ký: Phạm Văn Dụ”",
    ]);
  });

  test("the caption of a table and raised figures are kept", async () => {
    const { plan, markdown } = await page(
      cell("100 m<sup>2</sup>").replace("<table>", "<table><caption>Biểu số 1. Danh mục</caption>"),
    );
    expect(markdown).toContain("Biểu số 1. Danh mục");
    expect(plan?.tasks[0]?.output).toBe("100 m²");
  });

  test("the mark of a note is none of the words", async () => {
    const { markdown } = await page(
      '<p>Lời một<sup><a href="#n1">1</a></sup> và hai<a href="#n2"><sup>2</sup></a> hết.</p>',
    );
    expect(markdown).toContain("Lời một và hai hết.");
  });

  test("words that are struck out are left out and told", async () => {
    const { report, plan } = await page(`<p>Còn <del>mất một</del></p>${cell("Còn <s>mất hai</s>")}`);
    expect(plan?.tasks[0]?.output).toBe("Còn");
    expect(report).toContain("chữ gạch ngang “mất một”");
    expect(report).toContain("chữ gạch ngang “mất hai”");
  });
});
