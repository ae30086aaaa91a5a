import type { Block, Paragraph, Row, Table } from "./blocks.ts";
import { type Column, readHeader, roleOf, timeOf } from "./columns.ts";
import { isRecipients } from "./words.ts";

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

/** Where the header of a task table stands in its rows, in one row or up to three. */
export function findHeader(rows: readonly Row[]): { at: number; end: number; columns: Column[] } | undefined {
  for (let at = 0; at < Math.min(rows.length, 40); at++) {
    let words = texts(rows[at]);
    let best = readHeader(words);
    let end = at + 1;
    // More rows of headers: “Phân công” above “Chủ trì” and “Phối hợp”.
    for (const next of rows.slice(at + 1, at + HEADER_ROWS)) {
      const isReached = reachesDown(next);
      if (!isReached && !isBelowHeader(next, words.length)) break;
      words = next.cells.map(({ text, carried }, i) => `${words[i] ?? ""} ${carried ? "" : text}`.trim());
      const joined = readHeader(words);
      if (countRoles(joined) <= countRoles(best) && !(isReached && joined)) continue;
      best = joined;
      end = rows.indexOf(next, at) + 1;
    }
    if (best) return { at, end, columns: nameBelow(best, rows.slice(at, end)) };
  }
  return undefined;
}

const HEADER_ROWS = 3;

/** Whether a row has names of columns only, and leaves some of the header above as they are. */
function isBelowHeader({ cells }: Row, width: number): boolean {
  return (
    cells.filter(({ text, carried }) => text !== "" && !carried).length < width &&
    cells.every(
      ({ text, carried }) => text === "" || carried || (text.length < 60 && roleOf(text) !== undefined),
    )
  );
}

/** Whether the name of a column, “STT” or “Nhiệm vụ”, is merged down to this row: it belongs to the header whatever it says. */
function reachesDown({ cells }: Row): boolean {
  return cells.some(({ text, carried }) => carried && text.length < 60 && roleOf(text) !== undefined);
}

/**
 * A column that is kept as prose begins with the words that stand above it and its neighbours: “Kinh phí” above two sources.
 * One below the words for the time may be headed by a time of its own.
 */
function nameBelow(columns: readonly Column[], [first, ...below]: readonly Row[]): Column[] {
  let above = "";
  return columns.map((column, i) => {
    const own = first?.cells[i]?.text ?? "";
    if (own !== "") above = own;
    const last = below.findLast(({ cells }) => cells[i]?.text && !cells[i]?.carried)?.cells[i]?.text;
    const time = column.time ?? (last && roleOf(above) === "deadline" ? timeOf(last) : undefined);
    if (time !== undefined && column.role === "deadline")
      return { role: "note", header: column.header, time };
    return own === "" && last && column.role === "note"
      ? { ...column, header: `${above} ${column.header}`, time }
      : { ...column, time };
  });
}

function countRoles(columns: readonly Column[] | undefined): number {
  return columns?.filter(({ role }) => role !== "note").length ?? 0;
}

/** Whether the rows of a table fit under the header of the table above: none has more cells, and the first has at least three. */
export function isContinuation(table: Table, header: readonly Column[]): boolean {
  return (
    !texts(table.rows[0]).some(text => roleOf(text) === "number") &&
    table.rows.every(({ cells }) => cells.length <= header.length) &&
    (table.rows[0]?.cells.length ?? 0) > 2
  );
}

/** The texts of a row's cells. */
export function texts(row: Row | undefined): string[] {
  return row?.cells.map(({ text }) => text) ?? [];
}
