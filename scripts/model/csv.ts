import Papa from "papaparse";
import type { z } from "zod";
import type { Place, Report } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";
import { findNearest, suggest } from "./vietnamese.ts";

/** A checked CSV row and where its cells stand. */
export interface Row<Fields> {
  readonly fields: Fields;
  /** The place of a cell, or of the row when the column is absent. */
  readonly placeOf: (column?: string) => Place;
}

/**
 * Reads a CSV table with a header row, separated by `,` or `;` (what a Vietnamese Excel writes), and checks every row.
 * Empty cells are absent from the row. Columns may stand in any order; unknown columns and short rows are reported.
 * @param onRefused is given the cells of a row that was reported, so that what names it need not be reported as well
 */
export function parseCsv<Schema extends z.ZodObject>(
  file: SourceFile,
  schema: Schema,
  report: Report,
  onRefused: (record: Readonly<Record<string, string>>) => void = () => {},
): Row<z.output<Schema>>[] {
  const { data, lines, delimiter, openQuotes } = readTable(file.text);
  const at = (line: number, column = 1): Place => ({ file: file.path, line, column });
  // Past such a mark rows run together, so nothing that was read there can be trusted.
  for (const row of openQuotes)
    report(
      at(lines[row] ?? row + 1),
      "dấu ngoặc kép của dòng này không được đóng đúng chỗ",
      'đặt cả ô trong ngoặc kép "…", và viết hai dấu "" cho một dấu ngoặc kép bên trong',
    );
  if (openQuotes.length > 0) return [];
  // Excel leaves empty lines above a table, and empty cells at the end of every row.
  const top = data.findIndex(cells => !isBlank(cells));
  const header = dropBlankEnd(data[top] ?? []).map(name => name.trim());
  const isRead = checkHeader(header, schema, delimiter, column => at(lines[top] ?? 1, column), report);
  if (!isRead) return [];

  const rows: Row<z.output<Schema>>[] = [];
  for (let i = top + 1; i < data.length; i++) {
    const row = data[i];
    if (!row || isBlank(row)) continue;
    const cells = row.length > header.length ? dropBlankEnd(row, header.length) : row;
    const line = lines[i] ?? i + 1;
    const placeOf = (name?: string): Place =>
      at(line, name === undefined ? 1 : columnOf(cells, header.indexOf(name), delimiter));
    if (cells.length > header.length) {
      report(
        placeOf(),
        `dòng có ${cells.length} ô, nhiều hơn ${header.length} cột`,
        `đặt ô có dấu “${delimiter}” trong ngoặc kép, như "86${delimiter}57"`,
      );
      continue;
    }
    if (cells.length < header.length) {
      report(
        placeOf(),
        `dòng có ${cells.length} ô, ít hơn ${header.length} cột`,
        `thêm dấu “${delimiter}” cho các ô trống`,
      );
      continue;
    }
    const record: Record<string, string> = {};
    for (const [j, name] of header.entries()) {
      const cell = cells[j]?.trim();
      if (cell && Object.hasOwn(schema.shape, name)) record[name] = cell;
    }
    const parsed = schema.safeParse(record);
    if (parsed.success) rows.push({ fields: parsed.data, placeOf });
    else {
      onRefused(record);
      for (const issue of parsed.error.issues) reportIssue(issue, record, placeOf, report);
    }
  }
  return rows;
}

/**
 * Reports what is wrong with the names of columns.
 * @returns whether rows can be read by them
 */
function checkHeader(
  header: readonly string[],
  { shape }: z.ZodObject,
  delimiter: string,
  placeAt: (column?: number) => Place,
  report: Report,
): boolean {
  const columns = Object.keys(shape);
  if (header.length === 0) {
    report(placeAt(), "bảng trống", `dòng đầu phải là tên cột: ${columns.join(",")}`);
    return false;
  }
  if (header.length === 1 && header[0]?.includes("\t")) {
    report(
      placeAt(),
      "các cột ngăn nhau bằng phím Tab",
      "lưu lại bảng dạng CSV (trong Excel: CSV UTF-8), các cột ngăn bằng , hoặc ;",
    );
    return false;
  }
  const unknown = header.filter(name => !columns.includes(name));
  const misspelled = unknown.filter(name => findNearest(name, columns) !== undefined);
  if (unknown.length === header.length && misspelled.length * 2 < header.length) {
    report(
      placeAt(),
      "dòng này không phải dòng tên cột",
      `dòng đầu của bảng phải là: ${columns.join(delimiter)}`,
    );
    return false;
  }
  let column = 1;
  for (const [i, name] of header.entries()) {
    if (name === "") report(placeAt(column), "cột này không có tên", "ghi tên cột, hoặc xóa cột này");
    else if (!columns.includes(name))
      report(
        placeAt(column),
        `cột “${name}” không có trong định dạng`,
        suggest(name, columns, `các cột dùng được: ${columns.join(", ")}`),
      );
    else if (header.indexOf(name) < i) report(placeAt(column), `cột “${name}” có hai lần`, "giữ lại một cột");
    column += name.length + 1;
  }
  const missing = columns.filter(
    name => !header.includes(name) && !shape[name]?.safeParse(undefined).success,
  );
  // A column that is only misspelled was reported as that.
  for (const name of missing)
    if (!unknown.some(typed => findNearest(typed, [name]) !== undefined))
      report(placeAt(), `thiếu cột “${name}”`, "thêm cột này vào dòng đầu");
  return missing.length === 0;
}

/** Reports why the value of a cell is refused, or that there is none. */
function reportIssue(
  issue: z.core.$ZodIssue,
  record: Readonly<Record<string, string>>,
  placeOf: (column?: string) => Place,
  report: Report,
): void {
  const name = String(issue.path[0] ?? "");
  if (issue.code === "custom")
    report(placeOf(name), `${name}: ${issue.message}`, String(issue.params?.mend ?? "xem lại giá trị"));
  else if (!(name in record)) report(placeOf(), `thiếu giá trị ở cột “${name}”`, "điền ô này");
  else
    report(
      placeOf(name),
      `${name}: “${record[name]}” không có trong danh mục`,
      issue.code === "invalid_value"
        ? suggest(record[name] ?? "", issue.values.map(String), `dùng một trong: ${issue.values.join(", ")}`)
        : "xem lại giá trị",
    );
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every(cell => cell.trim() === "");
}

/** A row without the blank cells at its end, but with `atLeast` cells. */
function dropBlankEnd(cells: readonly string[], atLeast = 0): readonly string[] {
  let end = cells.length;
  while (end > atLeast && cells[end - 1]?.trim() === "") end--;
  return cells.slice(0, end);
}

interface Table {
  data: string[][];
  /** The 1-based line on which each row begins; quoted cells may hold breaks. */
  lines: number[];
  delimiter: string;
  /** Rows with a quotation mark that is not closed, or not at the end of its cell. */
  openQuotes: number[];
}

/** What separates the columns of a table, by its first line. */
export function delimiterOf(header: string): "," | ";" {
  return header.split(";").length > header.split(",").length ? ";" : ",";
}

/** The line by which Excel tells itself how columns are separated; it is no row. */
const SEPARATOR_LINE = /^sep=.\n/i;

function readTable(text: string): Table {
  if (SEPARATOR_LINE.test(text)) {
    const { lines, ...table } = readTable(text.slice(text.indexOf("\n") + 1));
    return { ...table, lines: lines.map(line => line + 1) };
  }
  const delimiter = delimiterOf(/^\s*(.*)/.exec(text)?.[1] ?? "");
  const data: string[][] = [];
  const lines: number[] = [];
  const openQuotes: number[] = [];
  let line = 1;
  let offset = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    skipEmptyLines: false,
    step: ({ data: row, meta, errors }) => {
      if (errors.some(({ type }) => type === "Quotes")) openQuotes.push(data.length);
      data.push(row);
      lines.push(line);
      for (; offset < meta.cursor; offset++) if (text.charCodeAt(offset) === 10) line++;
    },
  });
  return { data, lines, delimiter, openQuotes };
}

/** 1-based column of a cell; exact unless a cell before it was quoted. */
function columnOf(cells: readonly string[], index: number, delimiter: string): number {
  let column = 1;
  for (let i = 0; i < index; i++) column += (cells[i]?.length ?? 0) + delimiter.length;
  return column;
}
