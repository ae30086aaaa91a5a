import ExcelJS from "exceljs";
import { withComma } from "../model/fields.ts";
import type { Block, Cell, Note, Row, SourceDocument } from "./blocks.ts";
import { cleanText } from "./clean.ts";
import { fromLegacy, isTypedFor, legacyFont } from "./legacy-fonts.ts";
import { start } from "./words.ts";

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
      for (let column = 1; column <= Math.min(row.cellCount, WIDEST); column++)
        cells.push(readCell(row.getCell(column), line, note));
      row.eachCell(cell => tellUnread(cell, line, note));
      while (cells.at(-1)?.text === "") cells.pop();
      if (cells.length === 0) return;
      rows.push({ cells, line });
      if (row.hidden) note("reading", line, "hàng ẩn cũng được nhập");
    });
    const images = sheet.getImages().length;
    if (images > 0) note("dropped", 0, `${images} hình; thêm lại bằng tay nếu cần`);
    if (rows.length === 0) continue;
    const hidden = (sheet.columns ?? []).filter(column => column.hidden).map(({ letter }) => letter);
    if (hidden.length > 0) note("reading", before + 1, `cột ẩn ${hidden.join(", ")} cũng được nhập`);
    if (sheet.state !== "visible")
      note("reading", before + 1, `trang tính ẩn “${sheet.name}” cũng được nhập`);
    if (before > 0) note("reading", before + 1, `từ đây là trang tính “${sheet.name}”`);
    blocks.push({ kind: "table", rows });
    before += sheet.rowCount;
  }
  return { blocks, unit: "dòng" };
}

/** How many columns of a sheet are read. */
const WIDEST = 60;

/** Says what of a cell is not in the plan: what it could not work out, a remark at it, or all of it far to the right. */
function tellUnread(cell: ExcelJS.Cell, line: number, note: Note): void {
  const { address, value, note: remark } = cell;
  const text = textOf(cell);
  const isFar = Number(cell.col) > WIDEST && (!cell.isMerged || cell.master.address === address);
  if (isFar && text !== "") note("dropped", line, `ô ${address} ở quá xa bên phải: “${start(text)}”`);
  const result = typeof value === "object" && value !== null && "result" in value ? value.result : value;
  if (typeof result === "object" && result !== null && "error" in result)
    note("missing", line, `ô ${address} báo lỗi ${result.error}; sửa trong Excel rồi nhập lại`);
  else if (cell.type === ExcelJS.ValueType.Formula && cell.result === undefined)
    note(
      "missing",
      line,
      `ô ${address} có công thức mà tệp không lưu kết quả; mở bằng Excel, lưu lại rồi nhập lại`,
    );
  const words = typeof remark === "string" ? remark : (remark?.texts ?? []).map(({ text }) => text).join("");
  if (words) note("dropped", line, `ghi chú của ô ${address} “${start(words)}”`);
}

/** A cell below or beside the first of a merge holds its text when it is carried down, and none when across. */
function readCell(cell: ExcelJS.Cell, line: number, note: Note): Cell {
  const isFirst = !cell.isMerged || cell.master.address === cell.address;
  const tell = (font: string) =>
    isFirst && note("reading", line, `chữ theo phông ${font} đã chuyển sang Unicode; so lại với bản gốc`);
  const read = (source: ExcelJS.Cell) => cleanText(textOf(source, tell), line, note).trim();
  if (isFirst) return { text: read(cell), carried: false };
  const isBelow = cell.master.col === cell.col;
  return { text: isBelow ? read(cell.master) : "", carried: isBelow };
}

/** @param tell is given the name of a font from before Unicode that the words were typed for */
function textOf(cell: ExcelJS.Cell, tell: (font: string) => void = () => {}): string {
  const wordsOf = (text: string, name = cell.font?.name): string => {
    const font = legacyFont(name);
    if (!font || !isTypedFor(text, font)) return text;
    const words = fromLegacy(text, font);
    if (words !== text) tell(font.name);
    return words;
  };
  const { value, numFmt } = cell;
  if (typeof value === "object" && value !== null && "richText" in value)
    return value.richText.map(({ text, font }) => wordsOf(text, font?.name)).join("");
  return wordsOf(valueText(value, numFmt));
}

function valueText(value: ExcelJS.CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  if (typeof value === "number") return numberText(value, format ?? "");
  if (value instanceof Date) return dateText(value, format ?? "");
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("text" in value) return typeof value.text === "string" ? value.text : valueText(value.text, format);
  if ("result" in value) return valueText(value.result, format);
  return "";
}

/** A day, or only the month or year of it that the sheet shows: a month that was typed is stored as its first day. */
function dateText(value: Date, format: string): string {
  const shown = format.replace(/\[[^\]]*\]|"[^"]*"/g, "").toLowerCase();
  const [day, month, year] = [value.getUTCDate(), value.getUTCMonth() + 1, value.getUTCFullYear()];
  if (shown.includes("d") || !shown.includes("y")) return `${day}/${month}/${year}`;
  return shown.includes("m") ? `${month}/${year}` : String(year);
}

/** A number as the sheet shows it: 1.10, which may be an id, and not 1.1; 85,5% and not 0.855; 012 and not 12; 12 cơ quan and not 12. */
function numberText(value: number, format: string): string {
  const words = /^([^";]*)"([^"]*)"$/.exec(format);
  if (words) return `${numberText(value, words[1] ?? "")}${words[2]}`;
  if (/^0+$/.test(format)) return value.toFixed(0).padStart(format.length, "0");
  const decimals = /\.(0+)/.exec(format)?.[1]?.length;
  if (format.includes("%")) return `${withComma(Number((value * 100).toFixed(decimals ?? 0)))}%`;
  return decimals === undefined ? String(Number(value.toPrecision(12))) : value.toFixed(decimals);
}
