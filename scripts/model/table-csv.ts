import { disarm } from "./formula.ts";
import { type Cell, columnsOf, type Table } from "./table.ts";

/**
 * The two ways a table is written as CSV: for programs, and for an Excel whose country writes 86,57 and separates
 * columns by a semicolon, as Vietnam's does. Both are UTF-8 with a byte order mark and CRLF. A list in a cell is a JSON
 * array, as the type `array` of Table Schema wants it; people get bars between the values. (The type `list` would have
 * bars for both, but it has no escape for a bar in a value, and the published profile of Table Schema refuses it.)
 */
export const DIALECTS = {
  plain: { separator: ",", decimal: ".", list: "json" },
  excel: { separator: ";", decimal: ",", list: "bars" },
} as const;
export type Dialect = (typeof DIALECTS)[keyof typeof DIALECTS];

/** Without this mark Excel takes UTF-8 for the machine's old code page. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The rule that every published CSV keeps, in the words of the data dictionary. */
export const CSV_RULE =
  "Ô chữ bắt đầu bằng = + - @ (kể cả dạng toàn khổ), dấu Tab, dấu xuống dòng CR hoặc dấu ' được thêm một dấu ' ở trước để bảng tính không coi là công thức; khi đọc, bỏ đúng một dấu ' ở đầu ô chữ. Nhiều giá trị trong một ô được viết thành mảng JSON; trong tệp dành cho Excel, chúng cách nhau bằng dấu |, còn dấu | hoặc \\ nằm trong giá trị được viết là \\| và \\\\. Ô trống là nguồn không nêu, trừ khi ý nghĩa của cột nói khác.";

/** The header line of a table, byte order mark included. */
export function csvHeader(table: Pick<Table, "row">, { separator }: Dialect): string {
  const names = columnsOf(table).map(({ name }) => name);
  return `${BYTE_ORDER_MARK}${names.join(separator)}\r\n`;
}

/** Returns the function that writes a cell as a dialect has it. */
export function csvCell({ separator, decimal, list }: Dialect): (cell: Exclude<Cell, undefined>) => string {
  const needsQuotes = new RegExp(`["\\r\\n${separator}]|^\\s|\\s$`);
  const quote = (text: string) => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return cell => {
    if (typeof cell === "number") return String(cell).replace(".", decimal);
    return quote(disarm(typeof cell === "string" ? cell : writeList(cell, list)));
  };
}

function writeList(items: readonly string[], list: Dialect["list"]): string {
  if (list === "json") return items.length === 0 ? "" : JSON.stringify(items);
  return items.map(item => item.replace(/[|\\]/g, "\\$&")).join("|");
}
