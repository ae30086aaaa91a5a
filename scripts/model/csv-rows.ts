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

/** What separates the columns of a table, by its first line. */
export function delimiterOf(header: string): "," | ";" | "\t" {
  const count = (sign: string) => header.split(sign).length;
  const sign = count(";") > count(",") ? ";" : ",";
  return count("\t") > count(sign) ? "\t" : sign;
}

/** The line by which Excel tells itself how columns are separated; it is no row. */
export const SEPARATOR_LINE = /^sep=.\n/i;

/** Whether all cells of a row are blank. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every(cell => cell.trim() === "");
}
