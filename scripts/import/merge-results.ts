import { formatRow } from "../edit-table.ts";
import { cutTable } from "../model/csv-rows.ts";
import { RESULT_COLUMNS } from "./result-columns.ts";
import type { ResultRecord } from "./results.ts";

/** What a merge changes, line by line, and the table that comes of it. */
interface Merged {
  readonly diff: readonly string[];
  /** How many rows have new numbers but still the source of the old ones. */
  readonly oldSources: number;
  /** Columns of the new results that the table does not have. */
  readonly lost: readonly string[];
  readonly text: string;
}

/** Columns that are read from the source; the import fills in the others by itself. */
const READ_COLUMNS = [
  "component",
  "value",
  "unit",
  "rank",
  "rank_of",
  "group",
  "stated_change",
  "source",
  "note",
] as const;

/**
 * Puts new results into the text of data/results/<index>.csv. Rows that do not change keep their bytes and place; a
 * row of the same year, agency and component is replaced, others are added at the end. An empty cell keeps what was there.
 * @param unit that of the index, which needs no column
 */
export function mergeResults(before: string, results: readonly ResultRecord[], unit?: string): Merged {
  const { delimiter, rows, header, columns: named } = cutTable(before);
  const columns = header < 0 ? RESULT_COLUMNS : named;
  const indexOf = new Map<string, number>();
  for (const [i, { cells }] of rows.entries()) {
    if (i <= header) continue;
    const record = toRecord(cells, columns);
    // What the source prints is held against what is printed, and not against its correction.
    if (record.basis !== "corrected" || !indexOf.has(keyOf(record))) indexOf.set(keyOf(record), i);
  }
  const lines = rows.map(({ from, to }) => before.slice(from, to).replace(/\n$/, ""));
  if (header < 0) lines.push(columns.join(delimiter));
  const diff: string[] = [];
  let oldSources = 0;
  for (const result of results) {
    const at = indexOf.get(keyOf(result));
    const old = at === undefined ? undefined : toRecord(rows[at]?.cells ?? [], columns);
    const changed = RESULT_COLUMNS.filter(
      column =>
        columns.includes(column) && !isSame(result[column] ?? old?.[column] ?? "", old?.[column] ?? ""),
    );
    if (changed.length === 0) continue;
    const next: Record<string, string | undefined> = { ...old };
    for (const column of changed) next[column] = inTable(result[column] ?? "", delimiter);
    const name = [result.year, result.agency, result.component].filter(Boolean).join(" ");
    if (at === undefined || !old) {
      diff.push(
        `+ ${name}: ${changed
          .filter(column => !["year", "agency", "component"].includes(column))
          .map(column => `${column} ${next[column]}`)
          .join(", ")}`,
      );
      lines.push(formatRow(columns, next, delimiter));
    } else {
      diff.push(
        `~ ${name}: ${changed.map(column => `${column} ${old[column] || "(trống)"} → ${next[column]}`).join(", ")}`,
      );
      lines[at] = formatRow(columns, next, delimiter);
      if (old.source && !result.source && (changed.includes("value") || changed.includes("rank")))
        oldSources++;
    }
  }
  const lost = READ_COLUMNS.filter(
    column =>
      !columns.includes(column) &&
      results.some(result => result[column] !== undefined && (column !== "unit" || result.unit !== unit)),
  );
  return { diff, oldSources, lost, text: `${lines.filter(line => line.trim() !== "").join("\n")}\n` };
}

function keyOf(record: Readonly<Record<string, string | undefined>>): string {
  return `${record.year}|${record.agency}|${record.component ?? ""}`;
}

/** A number with the decimal sign that the table's commas leave to it. */
function inTable(text: string, delimiter: string): string {
  return delimiter === "," ? text.replace(/^([+-]?\d+),(\d+)$/, "$1.$2") : text;
}

/** 86,57 and 86.570 are one number. */
function isSame(a: string, b: string): boolean {
  const number = (text: string) =>
    /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : text;
  return number(a) === number(b);
}

function toRecord(cells: readonly string[], columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap((column, i) => (cells[i]?.trim() ? [[column, cells[i].trim()]] : [])),
  );
}
