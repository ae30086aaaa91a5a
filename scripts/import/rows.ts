import type { Block, Cell, Note, Paragraph, Row, Table } from "./blocks.ts";
import { type Column, type Role, readHeader } from "./columns.ts";
import { cleanNumber, createNumbering, isNumber, isRoman } from "./numbering.ts";
import { isRecipients } from "./read-text.ts";

/** A row of an appendix that names a letter, a part or a group of tasks. */
export interface SectionItem {
  readonly kind: "section";
  readonly id: string;
  readonly depth: number;
  readonly title: string;
  readonly deadline: string;
  readonly line: number;
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

export type Item = SectionItem | TaskItem;

/** A row while it may still be joined by what follows. */
interface OpenRow {
  number: string;
  title: string;
  deadline: string;
  pairs: { leads: string; coordinators: string }[];
  output: string;
  target: string;
  others: { header: string; text: string }[];
  line: number;
}

/**
 * Reads the tables of a document that list tasks. A table that is cut by pages goes on under the same header.
 * @param header the columns of the table above
 * @param isHeaderless the table is known to have these columns, and holds no header
 * @param used ids that are taken; grows
 * @returns undefined for a table of something else
 */
export function readTaskTable(
  table: Table,
  header: readonly Column[] | undefined,
  isHeaderless: boolean,
  used: Set<string>,
  note: Note,
): { items: readonly Item[]; columns: readonly Column[] } | undefined {
  const start = isHeaderless ? undefined : findHeader(table.rows);
  if (!isHeaderless && !start && !(header && isContinuation(table, header))) return undefined;
  const columns = start?.columns ?? header ?? [];
  const rows = table.rows.slice(start?.end ?? 0);
  return {
    items: number(joinRows(rows, columns, note), used, note),
    columns,
  };
}

/** A row of a sheet or layout table as plain text. */
export function toParagraph(row: Row): Paragraph[] {
  const text = row.cells
    .filter(({ carried }) => !carried)
    .map(({ text }) => text.trim())
    .filter(text => text !== "")
    .join(" ");
  return text === "" ? [] : [{ kind: "paragraph", text, line: row.line }];
}

/**
 * A sheet is one table from the letterhead to the signature: what stands above the header, and from “Nơi nhận” on,
 * become paragraphs. undefined for a table without the header of a task table.
 */
export function splitSheet({ rows }: Table): Block[] | undefined {
  const header = findHeader(rows);
  if (!header) return undefined;
  const isEnd = (row: Row) => row.cells.some(({ text }) => isRecipients(text));
  const end = rows.findIndex((row, i) => i > header.end && isEnd(row));
  const last = end < 0 ? rows.length : end;
  return [
    ...rows.slice(0, header.at).flatMap(toParagraphs),
    { kind: "table", rows: rows.slice(header.at, last) },
    ...rows.slice(last).flatMap(toParagraphs),
  ];
}

/** Each line of each cell as a paragraph. */
function toParagraphs({ cells, line }: Row): Paragraph[] {
  return cells
    .flatMap(({ text, carried }) => (carried ? [] : text.split("\n")))
    .filter(text => text.trim() !== "")
    .map(text => ({ kind: "paragraph", text: text.trim(), line }));
}

function findHeader(rows: readonly Row[]): { at: number; end: number; columns: Column[] } | undefined {
  for (let at = 0; at < Math.min(rows.length, 40); at++) {
    const cells = texts(rows[at]);
    const next = rows[at + 1];
    const single = readHeader(cells);
    // Two header rows: “Phân công” above “Chủ trì” and “Phối hợp”.
    const joined =
      next && next.cells.filter(({ text, carried }) => text !== "" && !carried).length < cells.length
        ? readHeader(
            next.cells.map(({ text, carried }, i) => `${cells[i] ?? ""} ${carried ? "" : text}`.trim()),
          )
        : undefined;
    const isSecond = next?.cells.every(
      ({ text, carried }) => text === "" || carried || (text.length < 60 && readHeaderWord(text)),
    );
    if (joined && isSecond && countRoles(joined) > countRoles(single))
      return { at, end: at + 2, columns: joined };
    if (single) return { at, end: at + 1, columns: single };
  }
  return undefined;
}

function readHeaderWord(text: string): boolean {
  return readHeader(["TT", "Nhiệm vụ", "Tiến độ", text])?.[3]?.role !== "note" || /chú|phí/iu.test(text);
}

function countRoles(columns: readonly Column[] | undefined): number {
  return columns?.filter(({ role }) => role !== "note").length ?? 0;
}

/** A table without a header that stands right below one with as many columns, and begins with an item. */
function isContinuation(table: Table, header: readonly Column[]): boolean {
  return (
    table.rows.every(({ cells }) => cells.length <= header.length) && (table.rows[0]?.cells.length ?? 0) > 2
  );
}

function texts(row: Row | undefined): string[] {
  return row?.cells.map(({ text }) => text) ?? [];
}

/** Drops what is printed again on every page, and joins rows that pages or merged cells broke. */
function joinRows(rows: readonly Row[], columns: readonly Column[], note: Note): OpenRow[] {
  const joined: OpenRow[] = [];
  let afterBreak = false;
  for (const row of rows) {
    const cells = texts(row);
    if (cells.every(text => text.trim() === "")) continue;
    if (isHeaderAgain(cells, columns)) {
      note("dropped", row.line, "dòng tiêu đề bảng lặp lại");
      afterBreak = true;
      continue;
    }
    if (isColumnNumbers(cells)) {
      note("dropped", row.line, `dòng số cột “${cells.filter(Boolean).join(" ")}”`);
      continue;
    }
    const open = readRow(row, columns);
    const last = joined.at(-1);
    const isFirst = afterBreak || row.afterBreak === true;
    afterBreak = false;
    if (last && goesOn(open, row, columns, last, isFirst)) join(last, open, isFirst);
    else joined.push(open);
  }
  return joined;
}

function isHeaderAgain(cells: readonly string[], columns: readonly Column[]): boolean {
  const again = readHeader(cells);
  return again?.every((column, i) => column.role === columns[i]?.role) ?? false;
}

/** (1) | (2) | (3) …: the number of each column. */
function isColumnNumbers(cells: readonly string[]): boolean {
  const filled = cells.map(cleanNumber).filter(text => text !== "");
  if (filled.length < 3 || filled.length < cells.length - 1) return false;
  const digits = filled.filter(text => /^\d+$/.test(text)).map(Number);
  return (
    digits.length >= 3 &&
    filled.every(text => /^(\d{1,2}|[A-H])$/.test(text)) &&
    digits.every((digit, i) => i === 0 || digit === (digits[i - 1] ?? 0) + 1)
  );
}

function readRow(row: Row, columns: readonly Column[]): OpenRow {
  const cells = row.cells;
  const open: OpenRow = {
    number: "",
    title: "",
    deadline: "",
    pairs: [],
    output: "",
    target: "",
    others: [],
    line: row.line,
  };
  const pair = { leads: "", coordinators: "" };
  for (const [i, { text }] of cells.entries()) {
    const column = columns[i];
    const value = text.trim();
    if (value === "") continue;
    const role: Role = column?.role ?? "note";
    if (role === "note" || role === "criterion")
      open.others.push({ header: column?.header || "Ghi chú", text: value });
    else if (role === "leads" || role === "coordinators") pair[role] = value;
    else if (role === "assignment") Object.assign(pair, splitAssignment(value));
    else open[role] = value;
  }
  if (pair.leads !== "" || pair.coordinators !== "") open.pairs.push(pair);
  splitNumber(open, cells, columns);
  return open;
}

/** `Chủ trì: X` and `Phối hợp: Y` in one cell. */
export function splitAssignment(text: string): { leads: string; coordinators: string } {
  const flat = text
    .replace(/[^\S\n]+/g, " ")
    .replace(/[\s,]+(?:để\s+)?(?:(?:triển khai|tổ chức)\s+)?thực hiện[.\s]*$/iu, "");
  const help =
    /(?:^|[\n;.,-])\s*(?:[-+]\s*)?(?:(?:các\s+)?(?:cơ quan|đơn vị|phòng|bộ phận)[^:\n;.]{0,30}\s)?phối hợp(?:\s+thực hiện)?\s*:\s*/iu.exec(
      flat,
    );
  const lead = (help ? flat.slice(0, help.index) : flat)
    .replace(
      /^\s*[-+]?\s*(?:(?:cơ quan|đơn vị|phòng|bộ phận)[^:\n]{0,30}\s)?chủ trì(?:\s+thực hiện)?\s*:\s*/iu,
      "",
    )
    .trim();
  if (help) return { leads: lead, coordinators: flat.slice(help.index + help[0].length).trim() };
  const said =
    /^(.+?)\s+(?:là (?:cơ quan|đơn vị) )?chủ trì[\s,;]+(?:.{0,60}?)phối hợp\s+(?:cùng\s+)?(?:với\s+)?(.+)$/isu.exec(
      lead,
    );
  return said ? { leads: said[1] ?? "", coordinators: said[2] ?? "" } : { leads: lead, coordinators: "" };
}

/** The number may stand in the first cell together with the title (`II CÔNG TÁC …`), or before the title. */
function splitNumber(open: OpenRow, cells: readonly Cell[], columns: readonly Column[]): void {
  const both = /^((?:[A-ZĐ]|[IVX]+|\d{1,3}(?:\.\d{1,3})*)[.)]?)\s+(\S[\s\S]*)$/u.exec(open.number);
  if (both && open.title === "") {
    open.number = both[1] ?? "";
    open.title = both[2] ?? "";
  }
  if (open.number !== "" && !isNumber(open.number) && open.title === "" && !/^[-+•*–]$/.test(open.number)) {
    open.title = open.number;
    open.number = "";
  }
  const hasNumbers = columns.some(({ role }) => role === "number");
  const own =
    /^((?:[A-ZĐ]|[IVX]+|\d{1,3}(?:\.\d{1,3})*|[a-zđ])[.)]|\d{1,3}(?:\.\d{1,3})+)\s+(\S[\s\S]*)$/u.exec(
      open.title,
    );
  if (own && open.number === "" && (!hasNumbers || cells.filter(({ text }) => text !== "").length < 2)) {
    open.number = own[1] ?? "";
    open.title = own[2] ?? "";
  }
}

/** Whether a row is the rest of the row above: cut off by the page, or below its merged cells. */
function goesOn(
  row: OpenRow,
  { cells }: Row,
  columns: readonly Column[],
  last: OpenRow,
  isFirst: boolean,
): boolean {
  const carried = (role: Role) => cells.some((cell, i) => cell.carried && columns[i]?.role === role);
  if (carried("title")) return true;
  if (row.number !== "") return false;
  if (row.title === "") return true;
  const says = row.pairs.length > 0 || row.deadline !== "";
  if (says) return false;
  if (/^\p{Ll}/u.test(row.title)) return true;
  return isFirst && (/^[-+•]/.test(row.title) || /^\p{Ll}/u.test(row.output)) && last.pairs.length > 0;
}

function join(last: OpenRow, row: OpenRow, isFirst: boolean): void {
  last.title = more(last.title, row.title === last.title ? "" : row.title);
  last.output = more(last.output, row.output === last.output ? "" : row.output);
  last.target = more(last.target, row.target === last.target ? "" : row.target);
  if (row.deadline !== last.deadline) last.deadline = more(last.deadline, row.deadline);
  for (const pair of row.pairs) {
    const above = last.pairs.at(-1);
    const isRest = isFirst && /^\p{Ll}|^\d/u.test(pair.leads || pair.coordinators);
    if (!above) last.pairs.push(pair);
    else if (
      isRest ||
      pair.leads === "" ||
      (pair.leads === above.leads && pair.coordinators === above.coordinators)
    ) {
      if (pair.leads !== above.leads) above.leads = more(above.leads, pair.leads);
      if (pair.coordinators !== above.coordinators)
        above.coordinators = more(above.coordinators, pair.coordinators);
    } else last.pairs.push(pair);
  }
  for (const other of row.others) {
    const above = last.others.find(({ header }) => header === other.header);
    if (above) above.text = other.text === above.text ? above.text : more(above.text, other.text);
    else last.others.push(other);
  }
}

/** A bullet begins a line of its own; other text goes on where the page cut it. */
function more(before: string, rest: string): string {
  if (before === "" || rest === "") return before + rest;
  return `${before}${/^[-+•]/.test(rest) || /[.;:]$/.test(before) ? "\n" : " "}${rest}`;
}

/** Gives every row its id, and tells sections from tasks. */
function number(rows: readonly OpenRow[], used: Set<string>, note: Note): Item[] {
  const numbering = createNumbering(used);
  const items: Item[] = [];
  const plainSections = rows.some(({ number }) => isRoman(cleanNumber(number)))
    ? []
    : rows.filter(row => isPlainSection(row));
  for (const row of rows) {
    const isPlain = plainSections.includes(row);
    const found =
      (isPlain ? numbering.section(plainSections.indexOf(row) + 1) : undefined) ??
      (isNumber(row.number) ? numbering.numbered(row.number) : undefined) ??
      numbering.unnumbered();
    if (found.reason === "repeated")
      note("reading", row.line, `số “${row.number}” có hai lần; mục thứ hai mang mã ${found.id}`);
    if (found.reason === "unnumbered" && !/^[-+•*–]$/.test(row.number))
      note("reading", row.line, `mục không có số thứ tự; đặt mã ${found.id}: “${start(row.title)}”`);
    const { id, depth } = found;
    const { title, deadline, pairs, output, target, others, line } = row;
    if (pairs.length === 0 && output === "" && target === "" && others.length === 0)
      items.push({ kind: "section", id, depth, title, deadline, line });
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

/** The beginning of a text, for messages. */
export function start(text: string, length = 60): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > length ? `${line.slice(0, length).trimEnd()}…` : line;
}
