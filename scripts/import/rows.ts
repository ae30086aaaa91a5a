import type { Note, Table } from "./blocks.ts";
import type { Column } from "./columns.ts";
import { joinRows, type OpenRow } from "./join-rows.ts";
import { cleanNumber, createNumbering, isNumber, isRoman } from "./numbering.ts";
import { findHeader, isContinuation } from "./table-header.ts";
import { start } from "./words.ts";

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

/** What a row of an appendix becomes. */
export type Item = SectionItem | TaskItem;

/**
 * Reads the tables of a document that list tasks. A table that is cut by pages goes on under the same header.
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
  return { items: readTaskRows(table.rows.slice(header?.end ?? 0), columns, used, note), columns };
}

/**
 * The table that goes on in the one right below it: a page cut it, and its header may stand there again. Its numbers must
 * go on as well, or they are two.
 * @returns undefined where the table below is another one
 */
export function joinTables(above: Table, below: Table, note: Note): Table | undefined {
  const header = findHeader(above.rows);
  if (!header) return undefined;
  const again = findHeader(below.rows);
  const isAgain = again?.at === 0 && again.columns.every(({ role }, i) => role === header.columns[i]?.role);
  if (again ? !isAgain : !isContinuation(below, header.columns)) return undefined;
  const rows = below.rows
    .slice(again?.end ?? 0)
    .map((row, i) => (i === 0 ? { ...row, afterBreak: true } : row));
  const before = above.rows.slice(header.end);
  const count = (rows: Table["rows"]) => countRepeated(joinRows(rows, header.columns, () => {}));
  if (count([...before, ...rows]) > count(before) + count(rows)) return undefined;
  if (again) note("dropped", below.rows[0]?.line ?? 0, "dòng tiêu đề bảng lặp lại");
  return { kind: "table", rows: [...above.rows, ...rows] };
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

const REPEATED = "có hai lần";

function countRepeated(rows: readonly OpenRow[]): number {
  let repeated = 0;
  numberRows(rows, new Set(), undefined, (_, _line, message) => {
    if (message.includes(REPEATED)) repeated++;
  });
  return repeated;
}

/** Gives every row its id, and tells sections from tasks. */
function numberRows(
  rows: readonly OpenRow[],
  used: Set<string>,
  prefix: string | undefined,
  note: Note,
): Item[] {
  const numbering = createNumbering(used, prefix);
  const items: Item[] = [];
  const hasRomans = rows.some(({ number }) => isRoman(cleanNumber(number)));
  let plainSections = 0;
  for (const row of rows) {
    const found =
      (!hasRomans && isPlainSection(row) ? numbering.section(++plainSections) : undefined) ??
      (isNumber(row.number) ? numbering.numbered(row.number) : undefined) ??
      numbering.unnumbered();
    if (found.reason === "repeated")
      note("reading", row.line, `số “${row.number}” ${REPEATED}; mục thứ hai mang mã ${found.id}`);
    if (found.reason === "unnumbered" && !/^[-+•*–]$/.test(row.number))
      note("reading", row.line, `mục không có số thứ tự; đặt mã ${found.id}: “${start(row.title)}”`);
    const { id, depth } = found;
    const { title, deadline, pairs, output, target, others, line } = row;
    if (pairs.length === 0 && output === "" && target === "" && others.length === 0)
      items.push({ kind: "section", id, depth, title, deadline });
    else items.push({ kind: "task", id, depth, title, deadline, pairs, output, target, others, line });
  }
  return items;
}

/** A row in capitals with nothing but its words heads a part of a table whose parts have no numbers. */
function isPlainSection(row: OpenRow): boolean {
  return (
    row.number === "" &&
    row.pairs.length === 0 &&
    row.output === "" &&
    row.deadline === "" &&
    row.target === "" &&
    /\p{Lu}{2}/u.test(row.title) &&
    row.title === row.title.toUpperCase()
  );
}
