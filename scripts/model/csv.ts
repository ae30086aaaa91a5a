import type { z } from "zod";
import { checkHeader } from "./csv-header.ts";
import { type CsvRow, cutTable, dropBlankEnd, isBlank, placeOfCell } from "./csv-rows.ts";
import { mendChoice, type NamedKeys } from "./meant-word.ts";
import type { Place, Report } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";

/** A checked CSV row and where its cells stand. */
export interface Row<Fields> {
  readonly fields: Fields;
  /** The place of a cell, or of the row when the column is absent. */
  readonly placeOf: (column?: string) => Place;
}

/** Options for reading a table. */
interface TableHelp {
  /** Vietnamese names of its columns, which people may have written into the header. */
  readonly words?: NamedKeys;
  /** Called with the cells of each refused row, so that what refers to the row is not reported as well. */
  readonly onRefused?: (record: Readonly<Record<string, string>>) => void;
}

/**
 * Reads a CSV table with a header row, separated by `,`, `;` (what a Vietnamese Excel writes) or tabs (its Unicode Text),
 * and checks every row. Empty cells are absent from the row, and so are those that Excel leaves out at its end. Columns
 * may stand in any order; unknown ones are reported.
 * @param file undefined = there is none, as a site need not have every table: no rows
 */
export function parseCsv<Schema extends z.ZodObject>(
  file: SourceFile | undefined,
  schema: Schema,
  report: Report,
  { words = {}, onRefused = () => {} }: TableHelp = {},
): Row<z.output<Schema>>[] {
  if (!file) return [];
  const { delimiter, rows: table, header: top, columns: names } = cutTable(file.text);
  const at = (line: number, column = 1): Place => ({ file: file.path, line, column });
  const cellAt = (row: CsvRow, cell: number): Place => ({
    file: file.path,
    ...placeOfCell(file.text, row, Math.max(cell, 0)),
  });
  // Past such a mark rows run together, so nothing that was read there can be trusted.
  const open = table.filter(({ isOpen }) => isOpen);
  for (const { line } of open)
    report(
      at(line),
      "dấu ngoặc kép của dòng này không được đóng đúng chỗ",
      'đặt cả ô trong ngoặc kép "…", và viết hai dấu "" cho một dấu ngoặc kép bên trong',
    );
  if (open.length > 0) return [];
  const placeAt = (column?: number) => at(table[top]?.line ?? 1, column);
  const header = checkHeader({ names, delimiter, placeAt }, schema, words, report);
  if (!header) return [];
  const lost = LOST_LETTERS.test(file.text) ? findLostLetters(table) : undefined;
  if (lost) {
    report(
      cellAt(lost.row, lost.cell),
      `chữ có dấu đã mất khi lưu: “${lost.row.cells[lost.cell]}”`,
      "mở bản gốc trong Excel, chọn Lưu thành (Save As) rồi CSV UTF-8; dấu đã mất thì không lấy lại từ tệp này được",
    );
    return [];
  }

  const rows: Row<z.output<Schema>>[] = [];
  for (const row of table.slice(top + 1)) {
    const { cells: typed, line } = row;
    if (isBlank(typed)) continue;
    // Excel leaves empty cells at the end of every row.
    const cells = typed.length > header.length ? dropBlankEnd(typed, header.length) : typed;
    const placeOf = (name?: string): Place =>
      name === undefined ? at(line) : cellAt(row, header.indexOf(name));
    if (names.every((name, j) => cells[j]?.trim() === name)) {
      report(placeOf(), "dòng lặp lại tên các cột", "xóa dòng này");
      continue;
    }
    const record: Record<string, string> = {};
    for (const [j, name] of header.entries()) {
      const cell = cells[j]?.trim();
      if (cell && Object.hasOwn(schema.shape, name)) record[name] = cell;
    }
    const parsed = schema.safeParse(record);
    // Cells that stand one too far make no sense where they are.
    if (cells.length > header.length || (typed.length > header.length && !parsed.success)) {
      onRefused(record);
      report(
        placeOf(),
        `dòng có ${typed.length} ô, nhiều hơn ${header.length} cột`,
        `đặt ô có dấu “${delimiter}” trong ngoặc kép, như "86${delimiter}57"`,
      );
    } else if (parsed.success) rows.push({ fields: parsed.data, placeOf });
    else {
      onRefused(record);
      for (const issue of parsed.error.issues) reportIssue(issue, { record, placeOf }, words, report);
    }
  }
  return rows;
}

/** Reports why the value of a cell is refused, or that there is none. */
function reportIssue(
  issue: z.core.$ZodIssue,
  { record, placeOf }: { record: Readonly<Record<string, string>>; placeOf: Row<unknown>["placeOf"] },
  words: NamedKeys,
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
        ? mendChoice(record[name] ?? "", issue.values.map(String), words[name]?.options)
        : "xem lại giá trị",
    );
}

/** What another code page leaves where a letter with marks was, outside of addresses: S? N?i v?. */
export const LOST_LETTERS = /\p{L}\?\p{L}|\uFFFD/u;

/** The first cell whose letters were lost when Excel saved the table as plain “CSV”. */
function findLostLetters(table: readonly CsvRow[]): { row: CsvRow; cell: number } | undefined {
  for (const row of table) {
    const cell = row.cells.findIndex(text => LOST_LETTERS.test(text) && !text.includes("://"));
    if (cell >= 0) return { row, cell };
  }
  return undefined;
}
