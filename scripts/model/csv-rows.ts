import Papa from "papaparse";

/** A row of a table as it stands in a text. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** The 1-based line on which it begins; quoted cells may hold breaks. */
  readonly line: number;
  /** Its part of the text, from one place to another, with the line break at its end. */
  readonly from: number;
  readonly to: number;
  /** Whether a quotation mark is not closed, or not at the end of its cell. */
  readonly isOpen: boolean;
}

/** Cuts a text into the rows of a table, blank ones too. */
export function cutRows(text: string, delimiter: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let line = 1;
  let from = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    skipEmptyLines: false,
    step: ({ data: cells, meta: { cursor: to }, errors }) => {
      rows.push({ cells, line, from, to, isOpen: errors.some(({ type }) => type === "Quotes") });
      for (; from < to; from++) if (text.charCodeAt(from) === 10) line++;
    },
  });
  return rows;
}

/** A table with a row that names its columns. */
interface HeadedTable {
  readonly delimiter: "," | ";" | "\t";
  /** All rows, blank ones too. */
  readonly rows: readonly CsvRow[];
  /** Which row names the columns: Excel leaves empty lines above it; -1 when all are blank. */
  readonly header: number;
  /** The names of the columns, without the empty cells that Excel leaves behind them. */
  readonly columns: readonly string[];
}

/** Cuts a text into the rows of a table of which the first that says something names the columns. */
export function cutTable(text: string): HeadedTable {
  // A blank line in its place: what stands below keeps its place.
  const plain = text.replace(SEPARATOR_LINE, line => "\n".padStart(line.length));
  const delimiter = delimiterOf(/^\s*(.*)/.exec(plain)?.[1] ?? "");
  const rows = cutRows(plain, delimiter);
  const header = rows.findIndex(({ cells }) => !isBlank(cells));
  return {
    delimiter,
    rows,
    header,
    columns: dropBlankEnd(rows[header]?.cells ?? []).map(name => name.trim()),
  };
}

/** Where a cell of a row begins, and where the row ends for one that it does not have; line and column count from 1. */
export function placeOfCell(
  text: string,
  { cells, line, from, to }: CsvRow,
  index: number,
): { line: number; column: number } {
  let at = from;
  for (const cell of cells.slice(0, index)) {
    // In quotation marks, of which each inside is written twice.
    const marks = text[at] === '"' ? cell.split('"').length + 1 : 0;
    at += cell.length + marks + 1;
  }
  const end = text[to - 1] === "\n" ? to - 1 : to;
  const before = text.slice(from, Math.min(at, end)).split("\n");
  return { line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** What separates the columns of a table, by its first line. */
function delimiterOf(header: string): "," | ";" | "\t" {
  const count = (sign: string) => header.split(sign).length;
  const sign = count(";") > count(",") ? ";" : ",";
  return count("\t") > count(sign) ? "\t" : sign;
}

/** The line by which Excel tells itself how columns are separated; it is no row. */
export const SEPARATOR_LINE = /^sep=.\n/i;

/** A row without the blank cells at its end, but with `atLeast` cells. */
export function dropBlankEnd(cells: readonly string[], atLeast = 0): readonly string[] {
  let end = cells.length;
  while (end > atLeast && cells[end - 1]?.trim() === "") end--;
  return cells.slice(0, end);
}

/** Whether all cells of a row are blank. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every(cell => cell.trim() === "");
}
