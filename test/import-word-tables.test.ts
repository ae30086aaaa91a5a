import { Document, Packer, Paragraph, Table } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { importBytes } from "./support/importing.ts";
import { HEADER, paragraphs, td, tr, word } from "./support/word.ts";

describe("a table of a Word file", () => {
  test("merged cells are carried to every row that they reach", async () => {
    const { tasks } = await word([
      new Table({
        rows: [
          tr("TT", "Nhiệm vụ", td("Phân công", { columnSpan: 2 }), "Thời gian"),
          tr("", "", "Chủ trì", "Phối hợp", ""),
          tr(td("I. Cải cách thể chế", { columnSpan: 5 })),
          tr(
            "1",
            "Rà soát văn bản",
            "Sở Tư pháp",
            "Văn phòng UBND tỉnh",
            td("Trong năm 2023", { rowSpan: 2 }),
          ),
          tr("2", "Kiểm tra văn bản", "Sở Tư pháp", "Sở Nội vụ"),
          tr(
            td("3", { rowSpan: 2 }),
            td("Tuyển dụng", { rowSpan: 2 }),
            "Sở Nội vụ",
            "Địa phương",
            "Quý I/2023",
          ),
          tr("UBND cấp huyện", "Sở Nội vụ", "Quý I/2023"),
        ],
      }),
    ]);
    expect(tasks).toEqual([
      "I.1 | Rà soát văn bản | so-tu-phap | van-phong | Trong năm 2023",
      "I.2 | Kiểm tra văn bản | so-tu-phap | so-noi-vu | Trong năm 2023",
      "I.3 | Tuyển dụng | so-noi-vu + cap-huyen | dia-phuong + so-noi-vu | Quý I/2023",
    ]);
  });

  test("values of rows below one merged cell are kept apart, unless a sentence goes on", async () => {
    const { plan, tasks } = await word([
      new Table({
        rows: [
          HEADER,
          tr(td("1", { rowSpan: 3 }), td("Việc", { rowSpan: 3 }), "Quý I/2023", "Sở Nội vụ", "", "Báo cáo"),
          tr("Quý III/2023", "Sở Tư pháp", "", "Kế hoạch"),
          tr("Quý III/2023", "Sở Tư pháp", "", "kèm phụ lục"),
        ],
      }),
    ]);
    expect(plan?.tasks[0]?.output).toBe("Báo cáo; Kế hoạch kèm phụ lục");
    expect(tasks).toEqual(["1 | Việc | so-noi-vu + so-tu-phap |  +  | Quý I/2023; Quý III/2023"]);
  });

  test("what stands below the table is no part of its last task, nor goes above it", async () => {
    const { plan, findings } = await word([
      new Paragraph("KẾ HOẠCH"),
      new Paragraph("Cải cách hành chính năm 2023"),
      new Table({ rows: [HEADER, tr("1", "Việc", "Quý I/2023", "Sở Nội vụ", "", "Báo cáo")] }),
      new Paragraph("Trên đây là Kế hoạch, đề nghị các cơ quan thực hiện./."),
      new Paragraph("Nơi nhận:"),
    ]);
    const closing = "Trên đây là Kế hoạch, đề nghị các cơ quan thực hiện./.";
    expect(plan?.parts).toMatchObject([
      { kind: "task", task: { prose: { source: "" } } },
      { kind: "prose", title: "Phần sau bảng nhiệm vụ", prose: { source: `\n${closing}` } },
    ]);
    expect(findings).toContainEqual({
      kind: "reading",
      line: 0,
      message:
        "“Trên đây là Kế hoạch, đề nghị các cơ quan thực hiện./.” đứng sau bảng nhiệm vụ, được đặt dưới tiêu đề “Phần sau bảng nhiệm vụ”",
    });
  });

  test("a table inside a cell stays with its row", async () => {
    const inner = new Table({ rows: [tr("Mức 1", "30%"), tr("Mức 2", "50%")] });
    const { plan, tasks } = await word([
      new Table({
        rows: [
          HEADER,
          tr("1", "Số hóa hồ sơ", "Quý I/2023", "Sở Nội vụ", "", [new Paragraph("Đạt:"), inner]),
          tr("2", "Công bố", "Quý I/2023", "Sở Tư pháp", "", ""),
        ],
      }),
    ]);
    expect(tasks).toHaveLength(2);
    expect(plan?.tasks[0]?.output).toBe("Đạt: Mức 1: 30%; Mức 2: 50%");
  });

  test("a table that goes on after a page break without its header is one table", async () => {
    const { tasks } = await word([
      new Table({ rows: [HEADER, tr("1", "Việc một", "Quý I/2023", "Sở Nội vụ", "", "")] }),
      new Table({ rows: [tr("2", "Việc hai", "Quý II/2023", "Sở Tư pháp", "", "")] }),
    ]);
    expect(tasks.map(task => task.split(" | ")[0])).toEqual(["1", "2"]);
  });

  test("rows that share the words of one merged cell, each with a number of its own, are two tasks", async () => {
    const { tasks } = await word([
      new Table({
        rows: [
          HEADER,
          tr("1", td("Công bố thủ tục", { rowSpan: 2 }), "Quý I/2023", "Sở Nội vụ", "", "Báo cáo"),
          tr("2", "Quý II/2023", "Sở Tư pháp", "", "Kế hoạch"),
        ],
      }),
    ]);
    expect(tasks).toEqual([
      "1 | Công bố thủ tục | so-noi-vu |  | Quý I/2023",
      "2 | Công bố thủ tục | so-tu-phap |  | Quý II/2023",
    ]);
  });

  test("a table inside a frame of one column is read as if it stood alone", async () => {
    const inner = new Table({ rows: [HEADER, tr("1", "Việc", "Quý I/2023", "Sở Nội vụ", "", "")] });
    const { tasks, markdown } = await word([
      new Table({ rows: [tr([new Paragraph("KẾ HOẠCH VÍ DỤ"), inner, new Paragraph("Lời cuối.")])] }),
    ]);
    expect(tasks).toEqual(["1 | Việc | so-noi-vu |  | Quý I/2023"]);
    expect(markdown).toContain("Lời cuối.");
  });

  test("the number of a page between two parts of a table does not cut it", async () => {
    const { tasks, markdown, findings } = await word([
      new Table({
        rows: [
          HEADER,
          tr("A", "THỂ CHẾ", "", "", "", ""),
          tr("1", "Việc một", "Quý I/2023", "Sở Nội vụ", "", ""),
        ],
      }),
      ...paragraphs("5"),
      new Table({ rows: [HEADER, tr("2", "Việc hai", "Quý II/2023", "Sở Nội vụ", "", "")] }),
    ]);
    expect(tasks).toEqual([
      "A.1 | Việc một | so-noi-vu |  | Quý I/2023",
      "A.2 | Việc hai | so-noi-vu |  | Quý II/2023",
    ]);
    expect(markdown).not.toContain("Phần sau bảng");
    expect(findings).toContainEqual({ kind: "dropped", line: 4, message: "số trang “5”" });
  });

  test("three rows of headers", async () => {
    const { tasks } = await word([
      new Table({
        rows: [
          tr(
            td("TT", { rowSpan: 3 }),
            td("Nội dung", { rowSpan: 3 }),
            td("Tổ chức thực hiện", { columnSpan: 3 }),
            td("Kết quả", { rowSpan: 3 }),
          ),
          tr(td("Phân công", { columnSpan: 2 }), td("Thời gian", { rowSpan: 2 })),
          tr("Chủ trì", "Phối hợp"),
          tr("1", "Việc", "Sở Nội vụ", "Sở Tư pháp", "Quý I/2023", "Báo cáo"),
        ],
      }),
    ]);
    expect(tasks).toEqual(["1 | Việc | so-noi-vu | so-tu-phap | Quý I/2023"]);
  });

  test("a row that begins further to the right keeps its columns", async () => {
    const document = new Document({
      sections: [
        {
          children: [
            new Table({
              rows: [
                HEADER,
                tr("1", "Việc một", "Quý I/2023", "Sở Nội vụ", "", ""),
                tr("Việc hai", "Quý II/2023", "Sở Tư pháp", "", "Sổ"),
              ],
            }),
          ],
        },
      ],
    });
    const files = unzipSync(await Packer.toBuffer(document));
    const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
    const at = xml.lastIndexOf("<w:tr>") + "<w:tr>".length;
    files["word/document.xml"] = strToU8(
      `${xml.slice(0, at)}<w:trPr><w:gridBefore w:val="1"/></w:trPr>${xml.slice(at)}`,
    );
    const { tasks } = await importBytes(zipSync(files), "ke-hoach.docx");
    expect(tasks[1]).toBe("1.a | Việc hai | so-tu-phap |  | Quý II/2023");
  });

  const ROW = ["Quý I/2023", "Sở Nội vụ", "", "Báo cáo"] as const;
  test.each([
    [
      "the part that it stands in goes on, and so does a row that was cut",
      [HEADER, tr("", "phần còn lại", "", "", "", ""), tr("2", "Việc hai", ...ROW)],
      ["A.1 Việc một phần còn lại", "A.2 Việc hai"],
    ],
    [
      "another table of the same columns has its own numbers",
      [HEADER, tr("1", "Việc khác", ...ROW)],
      ["A.1 Việc một", "1 Việc khác"],
    ],
  ])("a table below another with the same header: %s", async (_, rows, ids) => {
    const { tasks } = await word([
      new Table({ rows: [HEADER, tr("A", "PHẦN MỘT", "", "", "", ""), tr("1", "Việc một", ...ROW)] }),
      new Paragraph(""),
      new Table({ rows }),
    ]);
    expect(tasks.map(task => task.split(" | ", 2).join(" "))).toEqual(ids);
  });
});
