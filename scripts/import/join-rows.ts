import { NO_VALUE } from "../model/labelled-item.ts";
import { fold } from "../model/vietnamese.ts";
import { createAsAbove } from "./as-above.ts";
import { splitAssignment } from "./assignment.ts";
import type { Cell, Note, Row } from "./blocks.ts";
import { type Column, type Role, readHeader } from "./columns.ts";
import { cleanNumber, isNumber } from "./numbering.ts";
import { texts } from "./table-header.ts";
import { isCapitalTitle, start } from "./words.ts";

/** A row while it may still be joined by what follows. */
export interface OpenRow {
  number: string;
  title: string;
  deadline: string;
  pairs: { leads: string; coordinators: string }[];
  output: string;
  target: string;
  others: { header: string; text: string }[];
  line: number;
}

/** Drops what is printed again on every page, and joins rows that pages or merged cells broke. */
export function joinRows(rows: readonly Row[], columns: readonly Column[], note: Note): OpenRow[] {
  const joined: OpenRow[] = [];
  const asAbove = createAsAbove(columns, note);
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
    const open = readRow(asAbove(row), columns, note);
    if (isTotal(cells, open)) {
      note("dropped", row.line, `dòng tổng “${cells.filter(Boolean).join(" | ")}”`);
      continue;
    }
    const last = joined.at(-1);
    const isFirst = afterBreak || row.afterBreak === true;
    afterBreak = false;
    // Two rows may share the words of one merged cell and each have a number of its own.
    const isBelow = isTitleCarried(row, columns) && (open.number === "" || open.number === last?.number);
    if (last && (isBelow || goesOn(open, last, isFirst))) join(last, open, isFirst, isBelow && !isFirst);
    else joined.push(open);
  }
  return joined;
}

function isHeaderAgain(cells: readonly string[], columns: readonly Column[]): boolean {
  const again = readHeader(cells);
  return again?.every((column, i) => column.role === columns[i]?.role) ?? false;
}

/** “Tổng cộng” below points or money is no work. */
function isTotal(cells: readonly string[], { pairs, deadline }: OpenRow): boolean {
  const first = cells.find(text => text.trim() !== "") ?? "";
  return (
    pairs.length === 0 && deadline === "" && /^(?:tong(?: cong| so)?|cong)[:.]?$/.test(fold(first).trim())
  );
}

/** (1) | (2) | (3) …: the number of each column. */
export function isColumnNumbers(cells: readonly string[]): boolean {
  const filled = cells.map(cleanNumber).filter(text => text !== "");
  if (filled.length < 3 || filled.length < cells.length - 1) return false;
  const digits = filled.filter(text => /^\d+$/.test(text)).map(Number);
  return (
    digits.length >= 3 &&
    filled.every(text => /^(\d{1,2}|[A-H])$/.test(text)) &&
    digits.every((digit, i) => i === 0 || digit === (digits[i - 1] ?? 0) + 1)
  );
}

function readRow(row: Row, columns: readonly Column[], note: Note): OpenRow {
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
  const crossed: string[] = [];
  const part = findPart(cells, columns);
  for (const [i, { text }] of cells.entries()) {
    const column = columns[i];
    const value = text.trim();
    const role: Role = i === part ? "title" : (column?.role ?? "note");
    // In front of the work a dash is a bullet.
    if (value === "" || (role !== "number" && NO_VALUE.test(value))) continue;
    if (column?.time !== undefined && CROSS.test(value)) {
      crossed.push(column.time);
      continue;
    }
    if (role === "note" || role === "criterion")
      open.others.push({ header: column?.header || "Ghi chú", text: value });
    else if (role === "coordinators") pair.coordinators = joinCells(pair.coordinators, value);
    else if (role === "leads") {
      // “Đơn vị thực hiện” may say who helps as well.
      const said = /phối hợp/iu.test(value) ? splitAssignment(value) : { leads: value, coordinators: "" };
      pair.leads = said.leads;
      pair.coordinators = joinCells(pair.coordinators, said.coordinators);
    } else if (role === "assignment") {
      Object.assign(pair, splitAssignment(value));
      if (/phoi hop/.test(fold(column?.header ?? "")) && !SAYS_WHO.test(value) && SEVERAL.test(value))
        note(
          "reading",
          row.line,
          `“${start(value)}” không nói ai chủ trì, ai phối hợp; ghi tất cả là chủ trì`,
        );
    } else open[role] = value;
  }
  if (crossed.length > 0) {
    open.deadline = [open.deadline, ...crossed].filter(time => time !== "").join("; ");
    note("reading", row.line, "dấu đánh ở cột thời gian đọc là thời hạn theo tên cột");
  }
  if (pair.leads !== "" || pair.coordinators !== "") open.pairs.push(pair);
  splitNumber(open, cells, columns);
  return open;
}

function joinCells(before: string, rest: string): string {
  return [before, rest].filter(text => text !== "").join("\n");
}

/** How a cell says that its column is meant. */
const CROSS = /^[x×✓✔√]$/iu;

/** Words by which a cell tells who leads from who helps. */
const SAYS_WHO = /chủ trì|phối hợp/iu;
/** Signs that a cell names more than one agency; “các sở, ban, ngành” is one. */
const SEVERAL = /[;/]|[,\n]\s*(?:[-+•]\s*)?(?=\p{Lu})/u;

/** What may stand beside the name of a part: its points, and what they are to be. */
const BESIDE_PART: readonly Role[] = ["number", "criterion", "target", "note"];

/**
 * The cell that names a part though it stands in front of the column of the work: `II | THỂ CHẾ`, merged with those behind
 * it or with its points beside it; without a number in capitals.
 */
function findPart(cells: readonly Cell[], columns: readonly Column[]): number | undefined {
  const roleAt = (i: number): Role => columns[i]?.role ?? "note";
  const filled = cells.flatMap(({ text, carried }, i) => (carried || text.trim() === "" ? [] : i));
  if (filled.some(i => !BESIDE_PART.includes(roleAt(i)))) return undefined;
  const named = filled.find(i => roleAt(i) === "criterion" || roleAt(i) === "target");
  const text = cells[named ?? -1]?.text ?? "";
  const hasNumber = filled.some(i => roleAt(i) === "number");
  return hasNumber || isCapitalTitle(text) ? named : undefined;
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
  // `NV-01` is no number of an item; the words of the row keep it.
  if (open.number !== "" && !isNumber(open.number) && !/^[-+•*–]$/.test(open.number)) {
    const header = columns.find(({ role }) => role === "number")?.header || "Mã";
    if (open.pairs.length > 0 || open.deadline !== "" || open.output !== "")
      open.others.unshift({ header, text: open.number });
    else open.title = `${open.number}: ${open.title}`;
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

/** Whether the words of the row reach down from the one above. */
function isTitleCarried({ cells }: Row, columns: readonly Column[]): boolean {
  return cells.some((cell, i) => cell.carried && columns[i]?.role === "title");
}

/** Whether a row is the rest of the row above that the page cut off. */
function goesOn(row: OpenRow, last: OpenRow, isFirst: boolean): boolean {
  if (row.number !== "") return false;
  if (row.title === "") return true;
  const says = row.pairs.length > 0 || row.deadline !== "";
  if (says) return false;
  if (/^\p{Ll}/u.test(row.title)) return true;
  return isFirst && (/^[-+•]/.test(row.title) || /^\p{Ll}/u.test(row.output)) && last.pairs.length > 0;
}

/**
 * Adds a row to the one above.
 * @param isApart the row stands below merged cells and has values of its own; otherwise it is what a page cut off
 */
function join(last: OpenRow, row: OpenRow, isFirst: boolean, isApart: boolean): void {
  // What a merged cell says again is not said twice.
  const more = (before: string, rest: string) => append(before, rest === before ? "" : rest, isApart);
  last.title = more(last.title, row.title);
  last.output = more(last.output, row.output);
  last.target = more(last.target, row.target);
  if (!last.deadline.split("; ").includes(row.deadline))
    last.deadline = isApart
      ? [last.deadline, row.deadline].filter(text => text !== "").join("; ")
      : more(last.deadline, row.deadline);
  for (const pair of row.pairs) {
    const above = last.pairs.at(-1);
    const isRest = isFirst && /^\p{Ll}|^\d/u.test(pair.leads || pair.coordinators);
    if (!above) last.pairs.push(pair);
    else if (
      isRest ||
      pair.leads === "" ||
      (pair.leads === above.leads && pair.coordinators === above.coordinators)
    ) {
      above.leads = more(above.leads, pair.leads);
      above.coordinators = more(above.coordinators, pair.coordinators);
    } else last.pairs.push(pair);
  }
  for (const other of row.others) {
    const above = last.others.find(({ header }) => header === other.header);
    if (above) above.text = more(above.text, other.text);
    else last.others.push(other);
  }
}

/** A bullet, or a value of its own, begins a line of its own; other text goes on where the page cut it. */
function append(before: string, rest: string, isApart: boolean): string {
  if (before === "" || rest === "") return before + rest;
  const isNew = /^[-+•]/.test(rest) || /[.;:]$/.test(before) || (isApart && !/^\p{Ll}/u.test(rest));
  return `${before}${isNew ? "\n" : " "}${rest}`;
}
