import type { Block, Note } from "./blocks.ts";
import { readHeader } from "./columns.ts";

/** How a line of text is cut into the cells of a row; undefined for one that is none. */
type Splitter = (text: string) => string[] | undefined;

/** How the rows below a line are cut: between bars, also without one in front where the line is a header, or between tabs. */
export function splitterOf(text: string): Splitter {
  if (/^\s*\|.*\|.*\|\s*$/.test(text)) return splitBars;
  return readHeader(splitLoose(text) ?? []) ? splitLoose : splitTabs;
}

/** `| a |` and `|`, by which a page of the web framed a text: what stands alone between bars is no row. */
export function takeOutOfBars(text: string): string {
  const inner = /^\s*\|(.*)$/.exec(text)?.[1]?.trimEnd().replace(/\|$/, "");
  return inner === undefined || inner.includes("|") ? text : inner.trim();
}

/** Says which rows have fewer or more cells than the header; one with a number and words names a part. */
export function tellUneven(block: Block, note: Note): void {
  if (block.kind !== "table") return;
  const width = block.rows[0]?.cells.length;
  for (const { cells, line } of block.rows)
    if (cells.length !== width && cells.length > 2)
      note("reading", line, `dòng có ${cells.length} ô mà tiêu đề bảng có ${width}; xem lại từng ô`);
}

/** Inside a table a row may end early. */
export function splitShort(text: string): string[] {
  return text.split("\t").map(breakBullets);
}

export function splitTabs(text: string): string[] | undefined {
  return text.split("\t").length > 2 ? text.split("\t").map(breakBullets) : undefined;
}

/** `| a | b |` */
function splitBars(text: string): string[] | undefined {
  return splitInner(/^\s*\|(.*)\|\s*$/.exec(text)?.[1]);
}

/** `a | b | c`, as a page of the web is copied; the last bar may be missing. */
export function splitLoose(text: string): string[] | undefined {
  return splitInner(text.trimEnd().replace(/\|$/, ""));
}

/** What stands between bars; the line of dashes below a header gives no cells. */
function splitInner(inner: string | undefined): string[] | undefined {
  if (!inner?.includes("|")) return undefined;
  return /^[\s|:-]+$/.test(inner) && inner.includes("-") ? [] : inner.split("|").map(breakBullets);
}

/** A cell that lost its breaks still shows where its bullets began. */
function breakBullets(text: string): string {
  const plain = text.trim();
  return /^[-+•]/.test(plain) || /[:.;] [-+•]\s?\p{Lu}/u.test(plain)
    ? plain.replace(/(?<=\S)\s+(?=[-+•]\s?[\p{Lu}\d])/gu, "\n")
    : plain;
}
