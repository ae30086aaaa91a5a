import type { Token } from "markdown-it";
import { blockTokens, type Prose } from "./markdown.ts";
import type { Place } from "./problem.ts";

/** A heading with all that stands below it up to the next heading. */
export interface Block {
  /** 1–6; 0 for the text before the first heading. */
  readonly level: number;
  /** The heading's Markdown, without its number signs. */
  readonly heading: string;
  readonly place: Place;
  /** Items of the list that follows the heading at once; empty when there is none. */
  readonly items: Items;
  /** What stands between the heading (and its list, when `items` is not empty) and the next heading. */
  readonly prose: Prose;
  /** The same with the list, for a heading whose list turns out to be prose. */
  readonly proseWithList: Prose;
}

/**
 * Cuts a Markdown body into headings, the list that follows a heading at once, and prose, as markdown-it's block tokens
 * have it: a heading inside a code fence is no heading. Inline text is not parsed here; most of it never needs to be.
 * @param bodyLine 1-based line of the file on which `body` begins
 */
export function outline(body: string, path: string, bodyLine: number): Block[] {
  const lines = body.split("\n");
  const found = findHeadings(body, lines, bodyLine);
  return found.map(({ level, text, line, end, list }, i) => {
    const last = found[i + 1]?.line ?? lines.length;
    const proseFrom = (start: number): Prose => ({
      source: sliceLines(lines, start, last),
      line: bodyLine + start,
    });
    return {
      level,
      heading: text,
      place: { file: path, line: bodyLine + line, column: 1 },
      items: list?.items ?? NO_ITEMS,
      prose: proseFrom(list?.end ?? end),
      // Hardly any list turns out to be prose.
      get proseWithList() {
        return proseFrom(end);
      },
    };
  });
}

type Items = readonly Item[];
interface Item {
  text: string;
  readonly line: number;
  readonly column: number;
  /** The lines right below the item that are not indented: Markdown adds them to the item, and hardly anyone means that. */
  readonly runOn?: Prose;
  /** The last column of the first line, when the text goes on over several lines. */
  lastColumn?: number;
  /** Number signs that stand further in than the text of the item above: a heading only of this list. */
  readonly isHeading?: boolean;
}
const NO_ITEMS: Items = [];

/** A heading and the list right below it. Its lines count from 0 in the body; those of items from 1 in the file. */
interface Heading {
  readonly level: number;
  readonly text: string;
  readonly line: number;
  readonly end: number;
  list: { readonly items: Items; readonly end: number } | undefined;
}

function findHeadings(body: string, lines: readonly string[], bodyLine: number): Heading[] {
  return findPlainHeadings(lines, bodyLine) ?? findAnyHeadings(body, lines, bodyLine);
}

/**
 * Whether a line right below a list, which Markdown would add to its last item, is a paragraph of its own: a sentence begins
 * in it, no label does, and the item does not break off. A value that was only broken into two lines is none.
 */
function beginsProse(line: string, item: string): boolean {
  return /^[\p{Lu}*_[“"(]/u.test(line) && !/^[^:：]{1,40}[:：]/u.test(line) && !/[;,:–-]$/.test(item);
}

const PLAIN_HEADING = /^(#{1,6}) (\S|\S.*[^\s#])$/;
const PLAIN_ITEM = /^- (\p{L}(?:.*[^ ])?) *$/u;
const PLAIN_TEXT = /^\p{L}/u;

/**
 * The headings of a body in the canonical form, read line by line: number signs at the very left, a list of one line an
 * item right below, paragraphs that begin with a letter. Nearly all content is like this, and a quarter of a million
 * tasks are read in a fifth of the time that markdown-it's tokens take.
 * @returns undefined when any line might mean something else; markdown-it then reads the whole body
 */
export function findPlainHeadings(lines: readonly string[], bodyLine: number): Heading[] | undefined {
  const headings: Heading[] = [{ level: 0, text: "", line: 0, end: 0, list: undefined }];
  // The empty text behind the last line break is no line.
  const count = lines.at(-1) === "" ? lines.length - 1 : lines.length;
  let before: "heading" | "item" | "text" | "blank" = "blank";
  for (let i = 0; i < count; i++) {
    const line = lines[i] ?? "";
    if (line === "") before = "blank";
    else if (line.includes("\t")) return undefined;
    else if (line.startsWith("#")) {
      const [, signs, text] = PLAIN_HEADING.exec(line) ?? [];
      if (signs === undefined || text === undefined) return undefined;
      headings.push({ level: signs.length, text, line: i, end: i + 1, list: undefined });
      before = "heading";
    } else if (before === "heading" && line.startsWith("- ")) {
      const items: Items[number][] = [];
      let end = i;
      for (; end < count && lines[end]?.startsWith("- "); end++) {
        const text = lines[end]?.includes("\t") ? undefined : PLAIN_ITEM.exec(lines[end] ?? "")?.[1];
        if (text === undefined) return undefined;
        items.push({ text, line: bodyLine + end, column: 3 });
      }
      i = end - 1;
      // The empty lines behind a list belong to it; the list goes on when an item or an indented line follows them.
      while (end < count && lines[end] === "") end++;
      if (end < count && !/^[\p{L}#]/u.test(lines[end] ?? "")) return undefined;
      const heading = headings.at(-1);
      if (heading) heading.list = { items, end };
      before = "item";
    } else if (
      PLAIN_TEXT.test(line) &&
      (before !== "item" || beginsProse(line, headings.at(-1)?.list?.items.at(-1)?.text ?? ""))
    )
      before = "text";
    else return undefined;
  }
  return headings;
}

/** The headings of any body, by markdown-it's block tokens. */
export function findAnyHeadings(body: string, lines: readonly string[], bodyLine: number): Heading[] {
  const tokens = blockTokens(body);
  let heading: Heading = { level: 0, text: "", line: 0, end: 0, list: undefined };
  const headings = [heading];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.level !== 0 || !token.map) continue;
    if (token.type === "heading_open") {
      heading = {
        level: Number(token.tag.slice(1)),
        text: tokens[i + 1]?.content.trim() ?? "",
        line: token.map[0],
        end: token.map[1],
        list: undefined,
      };
      headings.push(heading);
    } else if (
      token.type === "bullet_list_open" &&
      heading.level > 0 &&
      tokens[i - 1]?.type === "heading_close"
    ) {
      const items = listItems(tokens, i, lines, bodyLine);
      const { runOn, ...last } = items.at(-1) ?? { text: "", line: 0, column: 0 };
      const isProse = runOn !== undefined && beginsProse(runOn.source, last.text);
      heading.list = isProse
        ? { items: [...items.slice(0, -1), last], end: runOn.line - bodyLine }
        : { items, end: token.map[1] };
    }
  }
  return headings;
}

/** The first paragraph of every item of a list, with the place where its text begins. */
function listItems(tokens: readonly Token[], open: number, lines: readonly string[], bodyLine: number) {
  const items: Item[] = [];
  for (let i = open + 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.level === 0) break;
    if (token.type !== "inline" || !token.map) continue;
    if (token.level > 3) {
      // A list below a value belongs to the value; nothing that was written is dropped.
      const last = items.at(-1);
      if (!last) continue;
      last.lastColumn ??= (lines[last.line - bodyLine] ?? "").length;
      last.text += `${last.text.endsWith(":") ? "" : ";"} ${token.content.replace(/\n\s*/g, " ")}`;
      continue;
    }
    const [first] = token.map;
    const parts = token.content.split("\n");
    const runOn = parts.findIndex((_, i) => i > 0 && /^\S/.test(lines[first + i] ?? ""));
    const own = parts.slice(0, runOn < 0 ? parts.length : runOn);
    const column = (lines[first] ?? "").indexOf(parts[0] ?? "");
    items.push({
      text: own.join("\n").replace(/\n\s*/g, " ").replace(/ +$/, ""),
      line: bodyLine + first,
      column: Math.max(column, 0) + 1,
      ...(tokens[i - 1]?.type === "heading_open" && { isHeading: true }),
      ...(own.length > 1 && { lastColumn: (lines[first] ?? "").length }),
      ...(runOn > 0 && { runOn: { source: parts.slice(runOn).join("\n"), line: bodyLine + first + runOn } }),
    });
  }
  return items;
}

function sliceLines(lines: readonly string[], start: number, end: number): string {
  // Below most tasks there is nothing but an empty line.
  while (end > start && lines[end - 1] === "") end--;
  return end <= start ? "" : lines.slice(start, end).join("\n").trimEnd();
}
