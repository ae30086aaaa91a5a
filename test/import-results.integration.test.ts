import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { place } from "./support/import-command.ts";

describe("results from Excel", () => {
  async function sheet(...rows: (string | number)[][]) {
    const book = new ExcelJS.Workbook();
    const page = book.addWorksheet("Kết quả");
    for (const row of rows) page.addRow(row);
    return place("ket-qua.xlsx", new Uint8Array(await book.xlsx.writeBuffer()));
  }
  const asked = { index: "par-index", year: "2024" };

  test("what changes is shown, other rows keep their bytes, and the table is written when it checks", async () => {
    const { env, run, importHere } = await sheet(
      ["BẢNG KẾT QUẢ"],
      ["STT", "Tỉnh", "Điểm", "Xếp hạng"],
      [1, "UBND tỉnh Ví Dụ", 88.5, "12/63"],
    );
    const path = join(env.DATA_DIR, "results/par-index.csv");
    const before = (await readFile(path, "utf8")).trimEnd().split("\n");
    const { code, stdout } = await run("--index", "par-index", "--year", "2024");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[+~] 2024 ubnd-vi-du: .*rank/m);
    const after = (await readFile(path, "utf8")).trimEnd().split("\n");
    expect(before.filter(line => !after.includes(line)).length).toBeLessThan(2);
    expect(
      after.some(line => line.startsWith("2024;bo-2;ubnd-vi-du;;88.5;") && line.includes(";12;63;")),
    ).toBe(true);
    expect(await importHere(asked)).toContain("Không có gì thay đổi.");
  });

  test.each([
    ["with the mark and the line ends of Excel", (text: string) => Buffer.from(`\uFEFF${text}`)],
    ["in UTF-16", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le")],
  ])("a table stays %s, by which Excel knows its letters", async (_, encode) => {
    const { env, importHere } = await sheet(["Tỉnh", "Điểm", "Nguồn"], ["UBND tỉnh Ví Dụ", 88.5, "Sở"]);
    const path = join(env.DATA_DIR, "results/par-index.csv");
    const before = (await readFile(path, "utf8")).replaceAll("\n", "\r\n");
    await writeFile(path, encode(before));
    expect(await importHere(asked)).toContain("Đã ghi 1 thay đổi");
    expect(await readFile(path)).toEqual(
      encode(`${before}2024;bo-2;ubnd-vi-du;;88.5;điểm;100;;;printed;Sở\r\n`),
    );
  });

  test("a table that cannot be read is told and left as it is, not begun anew", async () => {
    const { env, importHere } = await sheet(["Tỉnh", "Điểm", "Nguồn"], ["UBND tỉnh Ví Dụ", 88.5, "Sở"]);
    const path = join(env.DATA_DIR, "results/par-index.csv");
    const before = Buffer.from(await readFile(path, "utf8"), "latin1");
    await writeFile(path, before);
    expect(await importHere(asked)).toContain("par-index.csv:2:");
    expect(await readFile(path)).toEqual(before);
  });

  test.each([
    ["2025", "12", true],
    ["2025", "12/34", false],
    // The index tells how many were ranked until 2024.
    ["2024", "12", false],
  ])("of %s, a place %s of which nobody knows the base is told: %j", async (year, rank, isTold) => {
    const { importHere } = await sheet(
      ["Tỉnh", "Điểm", "Xếp hạng", "Nguồn"],
      ["UBND tỉnh Ví Dụ", 88.5, rank, "Sở"],
    );
    const said = await importHere({ index: "par-index", year });
    expect(said).toContain("Đã ghi");
    expect(
      said.includes(
        "1 thứ hạng không rõ trên bao nhiêu đơn vị; thêm cột rank_of, hoặc số đơn vị của năm 2025",
      ),
    ).toBe(isTold);
  });

  test("a number that is replaced without a source is told: it would be cited from where the old one stood", async () => {
    const { importHere } = await sheet(
      ["Tỉnh", "Điểm", "Nguồn"],
      ["UBND tỉnh Ví Dụ", 89.5, ""],
      ["UBND tỉnh Mẫu", 80.5, "Quyết định 1"],
    );
    const told = await importHere({ ...asked, year: "2022" });
    expect(told).toContain("\n1 kết quả đổi số nhưng vẫn ghi nguồn cũ;");
    expect(told).toContain("source Ví dụ → Quyết định 1");
  });

  test("what counts the rows, and the unit, are not taken for the province", async () => {
    const { env, run } = await sheet(
      ["Số TT", "Đơn vị tính", "Bộ tiêu chí", "Tỉnh", "Chỉ số năm 2024", "Thứ hạng"],
      [1, "điểm", "bo-2", "UBND tỉnh Ví Dụ", 88.5, "12/63"],
    );
    expect(await run("--index", "par-index", "--year", "2024")).toMatchObject({ code: 0 });
    expect(await readFile(join(env.DATA_DIR, "results/par-index.csv"), "utf8")).toContain(
      "\n2024;bo-2;ubnd-vi-du;;88.5;điểm;100;12;63;",
    );
  });

  test.each([
    ["a rank above its base", ["UBND tỉnh Ví Dụ", 88.5, "70/63"], "hạng 70 lớn hơn số đơn vị xếp hạng 63"],
    ["an unknown province", ["UBND tỉnh Ví Dự", 88.5, "12/63"], "không có cơ quan tên “UBND tỉnh Ví Dự”"],
    ["a score above the maximum", ["UBND tỉnh Ví Dụ", 188.5, "12/63"], "lớn hơn điểm tối đa"],
  ])("%s: the difference and the problem are shown, and nothing is written", async (_, row, sentence) => {
    const { env, importHere } = await sheet(["Tỉnh", "Điểm", "Xếp hạng"], row);
    const path = join(env.DATA_DIR, "results/par-index.csv");
    const before = await readFile(path, "utf8");
    const refusal = await importHere(asked);
    expect(refusal).toMatch(/^\+ 2024 /m);
    expect(refusal).toContain(sentence);
    expect(refusal).toContain("\n1 lỗi;");
    expect(refusal).toContain("được giữ nguyên");
    expect(await readFile(path, "utf8")).toBe(before);
  });

  test("an unknown index, a missing year and a sheet without results are said in words", async () => {
    const { importHere } = await sheet(["Tên", "Ghi chú"], ["a", "b"]);
    expect(await importHere({ ...asked, index: "par-inde" })).toContain("có phải ý bạn là “par-index”?");
    expect(await importHere({ index: "par-index" })).toContain("thiếu năm");
    expect(await importHere(asked)).toContain("không có bảng kết quả");
  });
});
