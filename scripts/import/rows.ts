import type { Note, Table } from "./blocks.ts";
import { type Column, secondColumns } from "./columns.ts";
import { joinRows, type OpenRow } from "./join-rows.ts";
import { cleanNumber, createNumbering, isNumber, isRoman, type NumberedId } from "./numbering.ts";
import { findHeader, isContinuation } from "./table-header.ts";
import { isCapitalTitle, start } from "./words.ts";

/** A row of an appendix that names a letter, a part or a group of tasks. */
interface SectionItem {
  readonly kind: "section";
  readonly id: string;
  readonly depth: number;
  readonly title: string;
  readonly deadline: string;
}

/** A row of an appendix that is a task; every text as printed, lines of a cell kept apart. */
export interface TaskItem {
  readonly kind: "task";
  readonly id: string;
  readonly depth: number;
  readonly title: string;
  readonly deadline: string;
  /** One pair of lead and coordinator cells a printed row of the task. */
  readonly pairs: readonly { leads: string; coordinators: string }[];
  readonly output: string;
  readonly target: string;
  /** Columns that a plan has no label for, with their header. */
  readonly others: readonly { header: string; text: string }[];
  readonly line: number;
}

/** What a row of an appendix becomes; the points of a part stand below it as text. */
export type Item = SectionItem | TaskItem | { readonly kind: "text"; readonly text: string };

/**
 * Reads a table that lists tasks. One that is cut by pages goes on under the same header.
 * @param above the columns of the table above
 * @param used ids that are taken; grows
 * @returns undefined for a table of something else
 */
export function readTaskTable(
  table: Table,
  above: readonly Column[] | undefined,
  used: Set<string>,
  note: Note,
): { items: readonly Item[]; columns: readonly Column[] } | undefined {
  const header = findHeader(table.rows);
  const columns = header?.columns ?? (above && isContinuation(table, above) ? above : undefined);
  if (!columns) return undefined;
  for (const { header: second, first } of header ? secondColumns(columns) : [])
    note(
      "reading",
      table.rows[header?.at ?? 0]?.line ?? 0,
      `cột “${second}” được giữ thành đoạn văn, vì cột “${first}” đã nói về cùng một điều`,
    );
  return { items: readTaskRows(table.rows.slice(header?.end ?? 0), columns, used, note), columns };
}

/** Reads rows of which the columns are known. */
export function readTaskRows(
  rows: Table["rows"],
  columns: readonly Column[],
  used: Set<string>,
  note: Note,
): readonly Item[] {
  return number(joinRows(rows, columns, note), used, note);
}

/** Gives every row its id. A table whose numbers are those of a table before gets a letter in front of all. */
function number(rows: readonly OpenRow[], used: Set<string>, note: Note): Item[] {
  const alone = new Set<string>();
  numberRows(rows, alone, undefined, () => {});
  if (![...alone].some(id => used.has(id))) return numberRows(rows, used, undefined, note);
  const prefix = [..."PQRSTUVXY"].find(letter => ![...used].some(id => id.startsWith(letter)));
  note(
    "reading",
    rows[0]?.line ?? 0,
    `số thứ tự của bảng này trùng với phần trước; mã của bảng có thêm chữ ${prefix ?? ""}`,
  );
  return numberRows(rows, used, prefix, note);
}

/** Gives every row its id, and tells sections from tasks. */
function numberRows(
  rows: readonly OpenRow[],
  used: Set<string>,
  prefix: string | undefined,
  note: Note,
): Item[] {
  const idOf = rowNumbering(rows, used, prefix);
  return rows.flatMap((row, i): Item[] => {
    const { id, depth, reason } = idOf(row);
    if (reason === "repeated")
      note("reading", row.line, `số “${row.number}” có hai lần; mục thứ hai mang mã ${id}`);
    if (reason === "unnumbered" && !/^[-+•*–]$/.test(row.number))
      note("reading", row.line, `mục không có số thứ tự; đặt mã ${id}: “${start(row.title)}”`);
    const { title, deadline, pairs, output, target, others, line } = row;
    if (
      pairs.length === 0 &&
      output === "" &&
      target === "" &&
      (others.length === 0 || isGroup(row, rows[i + 1]))
    )
      return [
        { kind: "section", id, depth, title, deadline },
        ...others.map(({ header, text }): Item => ({ kind: "text", text: `${header}: ${text}` })),
      ];
    return [{ kind: "task", id, depth, title, deadline, pairs, output, target, others, line }];
  });
}

/**
 * Gives the rows of a table their ids, one after the other.
 * @param first the rows that it begins with; they tell whether its parts have numerals
 */
export function rowNumbering(first: readonly OpenRow[], used: Set<string>, prefix?: string) {
  const numbering = createNumbering(used, prefix);
  const hasRomans = first.some(({ number }) => isRoman(cleanNumber(number)));
  let plainSections = 0;
  return (row: OpenRow): NumberedId =>
    (!hasRomans && isPlainSection(row) ? numbering.section(++plainSections) : undefined) ??
    (isNumber(row.number) ? numbering.numbered(row.number) : undefined) ??
    numbering.unnumbered();
}

/** A row that says how many points its part has, and nobody who does it: in capitals, or with 1.1 below its 1. */
function isGroup({ title, number, deadline, others }: OpenRow, next: OpenRow | undefined): boolean {
  const isAbove = number !== "" && cleanNumber(next?.number ?? "").startsWith(`${cleanNumber(number)}.`);
  return (
    deadline === "" &&
    (isAbove || isCapitalTitle(title)) &&
    others.every(({ text }) => /^[\d.,/%\s]+$/.test(text))
  );
}

/** A row in capitals with nothing but its words heads a part of a table whose parts have no numbers. */
function isPlainSection(row: OpenRow): boolean {
  return (
    row.number === "" &&
    row.pairs.length === 0 &&
    row.output === "" &&
    row.deadline === "" &&
    row.target === "" &&
    isCapitalTitle(row.title)
  );
}
