import type { Block, Paragraph, Row, Table } from "./blocks.ts";
import { type Column, readHeader, roleOf } from "./columns.ts";
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

/** Where the header of a task table stands in its rows, in one row or two. */
export function findHeader(rows: readonly Row[]): { at: number; end: number; columns: Column[] } | undefined {
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
      ({ text, carried }) => text === "" || carried || (text.length < 60 && roleOf(text) !== undefined),
    );
    if (joined && isSecond && countRoles(joined) > countRoles(single))
      return { at, end: at + 2, columns: joined };
    if (single) return { at, end: at + 1, columns: single };
  }
  return undefined;
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
