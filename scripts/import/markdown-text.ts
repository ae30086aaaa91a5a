import { STRAY_LABELS } from "../model/plan-parts.ts";
import { findStrayLine } from "../model/stray-line.ts";
import { TASK_LABELS } from "../model/task-items.ts";
import { findNearest } from "../model/vietnamese.ts";
import { readMarker } from "./outline.ts";
import { oneLine } from "./words.ts";

/** A paragraph or bullet; a number in front must not make a list of its own. */
export function writeText(text: string): string {
  const line = oneLine(text);
  const marker = readMarker({ kind: "paragraph", text: line, line: 0 });
  if (marker.kind === "bullet") return `- ${escapeLabel(escapeMarks(marker.text))}`;
  const words = escapeNumber(escapeMarks(line));
  // A paragraph that begins like a label is prose of the original, not a list that went wrong.
  return findStrayLine({ source: words, line: 1 }, STRAY_LABELS) ? words.replace(/\s*[:：]/, "&#58;") : words;
}

/** `1. …` and `I. …` as words rather than as a list or an id. */
export function escapeNumber(text: string): string {
  return text
    .replace(/^(\d+|[A-ZĐ]|[IVXLC]+|\d+(?:\.\d+)+)([.)])(?=\s)/u, "$1\\$2")
    .replace(/^([#>])/, "\\$1");
}

/** A bullet of prose is not a label of a task. */
function escapeLabel(text: string): string {
  const label = /^([^:\n]{1,40}):(?=\s|$)/u.exec(text)?.[1];
  return label !== undefined && findNearest(label, Object.keys(TASK_LABELS)) !== undefined
    ? `${label}&#58;${text.slice(label.length + 1)}`
    : text;
}

/** Rows as a table of Markdown, the first as its head; short rows get empty cells. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => escapeMarks(cells[i] ?? "").replaceAll("|", "\\|")).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), `|${" --- |".repeat(width)}`, ...body.map(line)].join("\n");
}

/** Bullets stand close together, all else with an empty line between. */
export function joinBlocks(blocks: readonly string[]): string {
  let text = "";
  for (const [i, block] of blocks.entries()) {
    const before = blocks[i - 1];
    const isClose = before !== undefined && /^[-*] /.test(before) && /^[-*] /.test(block);
    text += i === 0 ? block : isClose ? `\n${block}` : `\n\n${block}`;
  }
  return text;
}

/** Signs that Markdown would read as its own. */
export function escapeMarks(text: string): string {
  return text
    .replace(/[\\`*[\]]/g, "\\$&")
    .replace(/(^|\s)_|_(?=\s|$)/g, match => match.replace("_", "\\_"))
    .replace(/~~/g, "\\~\\~");
}
