import { fold } from "../model/vietnamese.ts";
import type { Note, Row } from "./blocks.ts";
import type { Column, Role } from "./columns.ts";
import { start } from "./words.ts";

/** What a row may leave to the one above. */
const LEFT: readonly (Role | undefined)[] = [
  "leads",
  "coordinators",
  "assignment",
  "deadline",
  "output",
  "target",
];

/** `nt`, `-nt-`, `Như trên`, `-//-`, `"` */
function isAsAbove(text: string): boolean {
  const words = fold(text)
    .replace(/[^a-z/"”〃]+/g, " ")
    .trim();
  return /^(?:n ?t|nhu (?:dong |muc |o )?tren|\/\/|["”〃]+)$/.test(words);
}

/**
 * Reads rows one after another, and gives cells that say “as above” the words of the task above. Where nothing stands
 * there, the cell stays as it was printed.
 */
export function createAsAbove(columns: readonly Column[], note: Note): (row: Row) => Row {
  let above: readonly string[] = [];
  return row => {
    const cells = row.cells.map((cell, i) => {
      const words = above[i]?.trim() ?? "";
      if (words === "" || !LEFT.includes(columns[i]?.role) || !isAsAbove(cell.text)) return cell;
      if (!cell.carried)
        note("reading", row.line, `“${cell.text.trim()}” đọc là như dòng trên: “${start(words)}”`);
      return { ...cell, text: words };
    });
    const has = (isMeant: (role: Role | undefined) => boolean) =>
      cells.some(({ text }, i) => isMeant(columns[i]?.role) && text.trim() !== "");
    const isRest = !has(role => role === "number" || role === "title");
    if (has(role => LEFT.includes(role)))
      above = cells.map(({ text }, i) => (isRest && text.trim() === "" ? (above[i] ?? "") : text));
    return { ...row, cells };
  };
}
