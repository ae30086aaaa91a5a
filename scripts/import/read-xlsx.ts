import ExcelJS from "exceljs";
import type { Block, Cell, Note, Row, SourceDocument } from "./blocks.ts";
import { cleanText } from "./clean.ts";

/** The sheets of a workbook, one below the other; `line` counts rows, and goes on from sheet to sheet. */
export async function readXlsx(bytes: Uint8Array, note: Note): Promise<SourceDocument> {
  const workbook = new ExcelJS.Workbook();
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  // A drop-down list for a whole column would be written out for each of its million cells.
  await workbook.xlsx.load(copy, { ignoreNodes: ["dataValidations"] });
  const blocks: Block[] = [];
  let before = 0;
  for (const sheet of workbook.worksheets) {
    const rows: Row[] = [];
    sheet.eachRow((row, number) => {
      const line = before + number;
      const cells: Cell[] = [];
      for (let column = 1; column <= Math.min(row.cellCount, 60); column++)
        cells.push(readCell(row.getCell(column), line, note));
      while (cells.at(-1)?.text === "") cells.pop();
      if (cells.length > 0) rows.push({ cells, line });
    });
    if (rows.length === 0) continue;
    if (sheet.state !== "visible")
      note("reading", before + 1, `trang tính ẩn “${sheet.name}” cũng được nhập`);
    if (before > 0) note("reading", before + 1, `từ đây là trang tính “${sheet.name}”`);
    blocks.push({ kind: "table", rows });
    before += sheet.rowCount;
  }
  return { blocks, unit: "dòng" };
}

/** A cell below or beside the first of a merge holds its text when it is carried down, and none when across. */
function readCell(cell: ExcelJS.Cell, line: number, note: Note): Cell {
  if (!cell.isMerged || cell.master.address === cell.address)
    return { text: cleanText(textOf(cell), line, note).trim(), carried: false };
  const isBelow = cell.master.col === cell.col;
  return { text: isBelow ? cleanText(textOf(cell.master), line, note).trim() : "", carried: isBelow };
}

function textOf(cell: ExcelJS.Cell): string {
  return valueText(cell.value, cell.numFmt);
}

function valueText(value: ExcelJS.CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  if (typeof value === "number") return numberText(value, format ?? "");
  if (value instanceof Date)
    return `${value.getUTCDate()}/${value.getUTCMonth() + 1}/${value.getUTCFullYear()}`;
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("text" in value) return typeof value.text === "string" ? value.text : valueText(value.text, format);
  if ("result" in value) return valueText(value.result, format);
  return "";
}

/** A number as the sheet shows it: 1.10 and not 1.1, 30% and not 0.3. */
function numberText(value: number, format: string): string {
  const decimals = /\.(0+)/.exec(format)?.[1]?.length;
  if (format.includes("%")) return `${Number((value * 100).toFixed(decimals ?? 0))}%`;
  return decimals === undefined ? String(Number(value.toPrecision(12))) : value.toFixed(decimals);
}
