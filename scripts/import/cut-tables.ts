import type { Note, Row, Table } from "./blocks.ts";
import { joinRows } from "./join-rows.ts";
import { rowNumbering } from "./rows.ts";
import { findHeader, isContinuation } from "./table-header.ts";

/** Tables that pages cut into many are one again; all else stays as it is. */
export function joinCutTables<Other extends { readonly kind: string }>(
  parts: readonly (Other | Table)[],
  note: Note,
): (Other | Table)[] {
  const joined: (Other | Table)[] = [];
  let goOn: ReturnType<typeof openTable>;
  for (const part of parts) {
    if (!isTable(part)) {
      goOn = undefined;
      joined.push(part);
    } else if (!goOn?.(part)) {
      const rows = [...part.rows];
      goOn = openTable(rows, note);
      joined.push({ kind: "table", rows });
    }
  }
  return joined;
}

function isTable(part: { readonly kind: string }): part is Table {
  return part.kind === "table";
}

/**
 * A table that may go on in those right below it: its header may stand there again, and its numbers must go on as well,
 * or they are other tables.
 * @param whole its rows; those that go on are added
 * @returns what takes over a table below, and tells whether it belongs to this one; undefined for a table without tasks
 */
function openTable(whole: Row[], note: Note): ((below: Table) => boolean) | undefined {
  const header = findHeader(whole);
  if (!header) return undefined;
  const { columns } = header;
  const counter = (first: readonly Row[]) => {
    const idOf = rowNumbering(read(first), new Set());
    return (rows: readonly Row[]) => read(rows).filter(row => idOf(row).reason === "repeated").length;
  };
  const read = (rows: readonly Row[]) => joinRows(rows, columns, () => {});
  const begin = whole.slice(header.end);
  const countRepeated = counter(begin);
  countRepeated(begin);
  return below => {
    const again = findHeader(below.rows);
    const isAgain = again?.at === 0 && again.columns.every(({ role }, i) => role === columns[i]?.role);
    if (again ? !isAgain : !isContinuation(below, columns)) return false;
    const rows = below.rows
      .slice(again?.end ?? 0)
      .map((row, i) => (i === 0 ? { ...row, afterBreak: true } : row));
    if (countRepeated(rows) > counter(rows)(rows)) return false;
    if (again) note("dropped", below.rows[0]?.line ?? 0, "dòng tiêu đề bảng lặp lại");
    whole.push(...rows);
    return true;
  };
}
