import MarkdownIt, { type Token } from "markdown-it";
import type { Place } from "./problem.ts";

/** HTML in Markdown is shown as text: content is data and can never become markup or script. */
const markdown = createParser();
/** Sees as a link what never becomes one either: `javascript:` and the like, which are shown as they were typed. */
const anyAddress = createParser();
anyAddress.validateLink = () => true;

function createParser(): MarkdownIt {
  const parser = new MarkdownIt({ html: false, linkify: true, typographer: false });
  // An address without a scheme ("v.v.") is not a link.
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  return parser;
}

/** A piece of Markdown prose and the 1-based line of the file on which it begins. */
export interface Prose {
  readonly source: string;
  readonly line: number;
}

/** Renders prose to HTML that is safe to put into a page. */
export function renderMarkdown(source: string): string {
  return source.trim() === "" ? "" : markdown.render(source);
}

/** What may be Markdown within a line. */
const INLINE_SIGNS = /[\\`*_[\]<>&!~^:]/;

/** Renders one line (a title, a value of a label) to HTML without a paragraph around it. */
export function renderInline(source: string): string {
  return INLINE_SIGNS.test(source) ? markdown.renderInline(source) : source;
}

/** Signs of Markdown: a text without any is what it says. */
const SIGNS = /[\\`*_[\]<>&#|~]|^[^\S\n]*(?:[-+=]|\d+[.)])/m;

/**
 * What prose says, without the signs of Markdown and the addresses of links; each piece, a cell of a table too, on a line
 * of its own. Of a code block its text, of a chart nothing: its keys are no words.
 */
export function plainText(source: string): string {
  if (!SIGNS.test(source)) return source;
  const lines: string[] = [];
  for (const block of markdown.parse(source, {})) {
    if (block.type === "inline") lines.push((block.children ?? []).map(wordsOf).join(""));
    else if (block.type === "code_block" || (block.type === "fence" && !isChart(block)))
      lines.push(block.content.trim());
  }
  return lines.filter(line => line !== "").join("\n");
}

/** What one line says, without the signs of Markdown. */
export function plainInline(source: string): string {
  if (!INLINE_SIGNS.test(source)) return source;
  return markdown
    .parseInline(source, {})
    .flatMap(({ children }) => (children ?? []).map(wordsOf))
    .join("");
}

/** What a piece of a line says; of an image its description. */
function wordsOf({ type, content }: Token): string {
  return type === "softbreak" || type === "hardbreak" ? "\n" : content;
}

/** A link written in Markdown, and where it stands. */
interface Link {
  readonly href: string;
  readonly isImage: boolean;
  readonly place: Place;
}

/** Every link of a piece of prose, images and what only was meant as one included. Text without the signs of a link is not parsed at all. */
export function findLinks(prose: Prose, file: string): Link[] {
  if (!/\]\(|\]\[|\]:|https?:|</.test(prose.source)) return [];
  const links: Link[] = [];
  const lines = prose.source.split("\n");
  for (const { tokens, from: first, to } of inlineTokens(prose.source)) {
    let from = { line: first, column: 0 };
    for (const token of tokens) {
      const isImage = token.type === "image";
      const href = token.attrGet(isImage ? "src" : "href");
      if (href === null) continue;
      // Links of a paragraph come in the order of the text: the next is looked for behind the one before.
      const found = findAddress(lines, from, to, href);
      if (found) from = { line: found.line, column: found.column + 1 };
      const { line, column } = found ?? { line: first, column: 0 };
      links.push({ href, isImage, place: { file, line: prose.line + line, column: column + 1 } });
    }
  }
  return links;
}

/** The texts of a piece of prose, each in pieces, with the lines of the source that it stands on. */
export function inlineTokens(source: string): { tokens: readonly Token[]; from: number; to: number }[] {
  let [from, to] = [0, 0];
  return anyAddress.parse(source, {}).flatMap(({ type, map, children }) => {
    // A cell of a table has no lines of its own: they are those of its row.
    [from, to] = map ?? [from, to];
    return type === "inline" ? [{ tokens: children ?? [], from, to }] : [];
  });
}

/** An address as its author typed it, with the letters that an address on the web spells as bytes. */
export function decodeHref(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

function findAddress(
  lines: readonly string[],
  from: { line: number; column: number },
  end: number,
  href: string,
): { line: number; column: number } | undefined {
  for (let line = from.line; line < end; line++) {
    const column = (lines[line] ?? "").indexOf(decodeHref(href), line === from.line ? from.column : 0);
    if (column >= 0) return { line, column };
  }
  return undefined;
}

/** The blocks that begin with ` ```chart `, with the line on which their content begins. */
export function findChartFences(prose: Prose): Prose[] {
  if (!/(`{3}|~{3}) *chart/i.test(prose.source)) return [];
  return blockTokens(prose.source)
    .filter(isChart)
    .map(token => ({ source: token.content, line: prose.line + (token.map?.[0] ?? 0) + 1 }));
}

function isChart({ type, info }: Token): boolean {
  return type === "fence" && info.trim().toLowerCase() === "chart";
}

/** The blocks of a text without what stands inside them. */
export function blockTokens(source: string): Token[] {
  const tokens: Token[] = [];
  markdown.block.parse(source, markdown, {}, tokens);
  return tokens;
}
