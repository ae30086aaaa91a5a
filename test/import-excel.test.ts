import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { importBytes } from "./support/importing.ts";

describe("an Excel file", () => {
  async function excel(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) {
    const book = new ExcelJS.Workbook();
    fill(book.addWorksheet("Phụ lục"), book);
    return importBytes(new Uint8Array(await book.xlsx.writeBuffer()), "phu-luc.xlsx");
  }

  test("gives its title, tasks and recipients, whatever stands above and below the table", async () => {
    const { plan, tasks } = await excel(sheet => {
      sheet.addRow(["KẾ HOẠCH"]);
      sheet.addRow(["Nâng cao chỉ số năm 2023"]);
      sheet.addRow([]);
      sheet.addRow(["STT", "Phụ trách", "Phối hợp", "Nội dung công việc", "Thời hạn"]);
      sheet.addRow([
        1,
        "Sở Nội vụ",
        "Các sở, ban, ngành; UBND cấp huyện",
        "Khảo sát",
        new Date(Date.UTC(2023, 5, 30)),
      ]);
      sheet.addRow(["Nơi nhận:"]);
      sheet.addRow(["- Bộ Nội vụ;"]);
    });
    expect(plan?.title).toBe("Kế hoạch nâng cao chỉ số năm 2023");
    expect(plan?.recipients).toEqual(["Bộ Nội vụ"]);
    expect(tasks).toEqual(["1 | Khảo sát | so-noi-vu | cac-so; cap-huyen | 30/6/2023"]);
  });

  test("two rows of headers: who and when are said below what is merged", async () => {
    const { tasks, plan } = await excel(sheet => {
      sheet.addRow(["UBND TỈNH VÍ DỤ"]);
      sheet.addRow(["PHỤ LỤC I. NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2023"]);
      sheet.addRow(["STT", "Nhiệm vụ", "Cơ quan thực hiện", "", "Thời gian", "", "Kết quả"]);
      sheet.addRow(["", "", "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", ""]);
      sheet.addRow([
        1,
        "Rà soát;\nhội thảo\nBáo cáo",
        "Sở Nội vụ",
        "Sở Tư pháp",
        "Quý I/2023",
        "Quý II/2023",
        "Sổ",
      ]);
      for (const merge of ["A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:G4", "A2:G2"]) sheet.mergeCells(merge);
    });
    expect(tasks).toEqual(["1 | Rà soát; hội thảo | so-noi-vu | so-tu-phap | Quý II/2023"]);
    expect(plan?.tasks[0]?.prose.source).toBe("Báo cáo\n\nThời gian Bắt đầu: Quý I/2023");
    expect(plan?.title).toBe("NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2023");
  });

  test("a row below names that are merged down is one of the header, whatever words it has", async () => {
    const { tasks, plan } = await excel(sheet => {
      sheet.addRow(["PHỤ LỤC. NHIỆM VỤ NĂM 2023"]);
      sheet.addRow(["STT", "Tên nhiệm vụ", "Cơ quan thực hiện", "", "Thời gian", "", "Kinh phí", ""]);
      sheet.addRow(["", "", "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", "Trung ương", "Địa phương"]);
      sheet.addRow([1, "Việc", "Sở Nội vụ", "Sở Tư pháp", "Quý I/2023", "Quý II/2023", 10, 20]);
      for (const merge of ["A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:H2"]) sheet.mergeCells(merge);
    });
    expect(tasks).toEqual(["1 | Việc | so-noi-vu | so-tu-phap | Quý II/2023"]);
    expect(plan?.tasks[0]?.prose.source).toBe(
      "Thời gian Bắt đầu: Quý I/2023\n\nKinh phí Trung ương: 10\n\nKinh phí Địa phương: 20",
    );
  });

  test("years below the words for the time are crossed", async () => {
    const { tasks } = await excel(sheet => {
      sheet.addRow(["STT", "Nhiệm vụ", "Chủ trì", "Lộ trình thực hiện", "", ""]);
      sheet.addRow(["", "", "", "Năm 2023", "Năm 2024", "Năm 2025"]);
      sheet.addRow([1, "Việc một", "Sở Nội vụ", "x"]);
      sheet.addRow([2, "Việc hai", "Sở Nội vụ", "", "x", "x"]);
      for (const merge of ["A1:A2", "B1:B2", "C1:C2", "D1:F1"]) sheet.mergeCells(merge);
    });
    expect(tasks).toEqual([
      "1 | Việc một | so-noi-vu |  | Năm 2023",
      "2 | Việc hai | so-noi-vu |  | Năm 2024; Năm 2025",
    ]);
  });

  test("the name of an appendix stands above its own table, on a second sheet too", async () => {
    const { markdown } = await excel((sheet, book) => {
      sheet.addRow(["KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2023"]);
      sheet.addRow(["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"]);
      sheet.addRow([1, "Việc", "Sở Nội vụ", "Quý I/2023"]);
      const other = book.addWorksheet("PL2");
      other.addRow(["PHỤ LỤC 2. CHỈ TIÊU"]);
      other.addRow(["TT", "Chỉ tiêu", "Chủ trì", "Mức"]);
      other.addRow([1, "Hài lòng", "Sở Nội vụ", "90%"]);
    });
    expect(markdown.match(/^##+ .*/gm)).toEqual([
      "## 1. Việc",
      "## PHỤ LỤC 2. CHỈ TIÊU",
      "### P.1. Hài lòng",
    ]);
  });

  test("a sheet with a header of its own does not go on with the one before", async () => {
    const { tasks, markdown } = await excel((sheet, book) => {
      sheet.addRow(["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"]);
      sheet.addRow([1, "Việc", "Sở Nội vụ", "Quý I/2023"]);
      const other = book.addWorksheet("Chỉ tiêu");
      other.addRow(["STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2023"]);
      other.addRow([1, "Hồ sơ trực tuyến", "%", "80%"]);
    });
    expect(tasks).toEqual(["1 | Việc | so-noi-vu |  | Quý I/2023"]);
    expect(markdown).toContain("| STT | Chỉ tiêu | Đơn vị tính | Năm 2023 |\n");
  });

  test("merged cells, rich text, formulas, percentages and numbers as they are shown", async () => {
    const { plan, tasks } = await excel(sheet => {
      sheet.addRow(["TT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Chỉ tiêu"]);
      sheet.addRow(["I", "CẢI CÁCH THỦ TỤC"]);
      sheet.addRow([1.1, "Việc một", "Sở Nội vụ", "Quý I/2023", 0.3]);
      sheet.addRow([
        1.1,
        "Việc mười",
        "Sở Nội vụ",
        { formula: '"Quý "&"II/2023"', result: "Quý II/2023" },
        0.855,
      ]);
      sheet.getCell("A4").numFmt = "0.00";
      sheet.getCell("E3").numFmt = "0%";
      sheet.getCell("E4").numFmt = "0.0%";
      sheet.getCell("B3").value = { richText: [{ text: "Việc " }, { font: { bold: true }, text: "một" }] };
      sheet.mergeCells("B2:E2");
      sheet.mergeCells("C3:C4");
    });
    expect(tasks).toEqual([
      "I.1.1 | Việc một | so-noi-vu |  | Quý I/2023",
      "I.1.10 | Việc mười | so-noi-vu |  | Quý II/2023",
    ]);
    expect(plan?.tasks.map(({ target }) => target)).toEqual(["30%", "85,5%"]);
  });

  test("a month is no day, and what a format adds to a number is read", async () => {
    const { plan, tasks } = await excel(sheet => {
      sheet.addRow(["TT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Chỉ tiêu"]);
      const day = new Date(Date.UTC(2023, 2, 1));
      for (const [at, format] of ["mmm-yy", "mm/yyyy", "yyyy", "[$-42A]dd/mm/yyyy"].entries())
        sheet.addRow([at + 1, "Việc", "Sở Nội vụ", day, 12]).getCell(4).numFmt = format;
      for (const [at, format] of ["000", '0" cơ quan"'].entries())
        sheet.getCell(`E${at + 2}`).numFmt = format;
    });
    expect(tasks.map(task => task.split(" | ").at(-1))).toEqual(["3/2023", "3/2023", "2023", "1/3/2023"]);
    expect(plan?.tasks.map(({ target }) => target)).toEqual(["012", "12 cơ quan", "12", "12"]);
  });

  test("what nobody sees in the sheet, and what no cell can say, is told", async () => {
    const { report } = await excel(sheet => {
      sheet.addRow(["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"]);
      sheet.addRow([1, "Việc một", "Sở Nội vụ", "Quý I/2023"]).hidden = true;
      sheet.addRow([2, "Việc hai", { formula: 'A1&"x"' }, { error: "#REF!" }]);
      sheet.getColumn(3).hidden = true;
      sheet.getCell("B2").note = "Hỏi lại";
      sheet.getCell(3, 70).value = "Xa quá";
    });
    expect(report).toContain("dòng 2: hàng ẩn cũng được nhập");
    expect(report).toContain("cột ẩn C cũng được nhập");
    expect(report).toContain("dòng 3: ô C3 có công thức mà tệp không lưu kết quả");
    expect(report).toContain("dòng 3: ô D3 báo lỗi #REF!");
    expect(report).toContain("dòng 2: ghi chú của ô B2 “Hỏi lại”");
    expect(report).toContain("dòng 3: ô BR3 ở quá xa bên phải: “Xa quá”");
  });

  test("every sheet is imported, hidden ones with a remark", async () => {
    const { tasks, report } = await excel((sheet, book) => {
      sheet.addRow(["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"]);
      sheet.addRow(["1", "Việc một", "Sở Nội vụ", "Quý I/2023"]);
      const second = book.addWorksheet("Ẩn", { state: "hidden" });
      second.addRow(["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"]);
      second.addRow(["2", "Việc hai", "Sở Tư pháp", "Quý I/2023"]);
    });
    expect(tasks.map(task => task.split(" | ")[1])).toEqual(["Việc một", "Việc hai"]);
    expect(report).toContain("trang tính ẩn “Ẩn” cũng được nhập");
  });

  test("words of a font from before Unicode are read by it, unless they are Unicode already", async () => {
    const { tasks, report } = await excel(sheet => {
      sheet.addRow(["TT", "NhiÖm vô", "Chñ tr×", "Thêi gian"]);
      sheet.addRow([1, "­u tiªn c¶i c¸ch", "Së Néi vô", "Quý I/2023"]);
      sheet.addRow([2, "Báo cáo", { richText: [{ text: "Së T­ ph¸p" }] }, "Quý I/2023"]);
      sheet.eachRow(row => {
        row.font = { name: ".VnTime" };
      });
    });
    expect(tasks).toEqual([
      "1 | ưu tiên cải cách | so-noi-vu |  | Quý I/2023",
      "2 | Báo cáo | so-tu-phap |  | Quý I/2023",
    ]);
    expect(report).toContain("- dòng 1, 2, 3: chữ theo phông .VnTime đã chuyển sang Unicode");
  });
});
