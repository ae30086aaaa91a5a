import Papa from "papaparse";
import { z } from "zod";
import { disarm } from "./formula.ts";
import { type Cell, type ColumnType, columnsOf, type Table } from "./table.ts";

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

/**
 * Reads a published CSV back, cell by cell as it was written.
 * @returns rows for the table's own schema to check
 * @throws when a mark of quotation is wrong or a column is not the table's
 */
export function readCsv(
  table: Pick<Table, "row">,
  text: string,
  { separator, decimal, list }: Dialect,
): Record<string, Cell>[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(BYTE_ORDER_MARK, ""), {
    delimiter: separator,
    newline: "\r\n",
    skipEmptyLines: "greedy",
  });
  if (errors[0]) throw new Error(`row ${errors[0].row}: ${errors[0].message}`);
  const types = new Map(columnsOf(table).map(({ name, type, required }) => [name, { type, required }]));
  const [header = [], ...lines] = data;
  return lines.map(cells => {
    const row: Record<string, Cell> = {};
    for (const [i, name] of header.entries()) {
      const column = types.get(name);
      if (!column) throw new Error(`unknown column ${name}`);
      const cell = cells[i] ?? "";
      if (column.type === "list") row[name] = readList(arm(cell), list);
      else if (cell !== "" || (column.required && column.type === "string"))
        row[name] = readCell(cell, column.type, decimal);
    }
    return row;
  });
}

function readCell(cell: string, type: ColumnType, decimal: string): Cell {
  if (type === "string" || type === "date") return arm(cell);
  return Number(cell.replace(decimal, "."));
}

function arm(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

function writeList(items: readonly string[], list: Dialect["list"]): string {
  if (list === "json") return items.length === 0 ? "" : JSON.stringify(items);
  return items.map(item => item.replace(/[|\\]/g, "\\$&")).join("|");
}

function readList(cell: string, list: Dialect["list"]): string[] {
  if (cell === "") return [];
  if (list === "json") return z.array(z.string()).parse(JSON.parse(cell));
  const items = [""];
  for (const [part] of cell.matchAll(/\\.|\||[^\\|]+/gs)) {
    if (part === "|") items.push("");
    else items[items.length - 1] += part.startsWith("\\") ? part.slice(1) : part;
  }
  return items;
}
