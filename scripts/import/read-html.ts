import { parseHTML } from "linkedom";
import {
  type Block,
  type Cell,
  cell,
  type Footnote,
  type Note,
  type Row,
  type SourceDocument,
} from "./blocks.ts";
import { cleanText } from "./clean.ts";
import { formatNumber } from "./docx-numbers.ts";
import { oneLine, start } from "./words.ts";

const SKIPPED = new Set(["SCRIPT", "STYLE", "HEAD", "TEMPLATE", "NOSCRIPT", "IMG"]);
const STRUCK = new Set(["DEL", "S", "STRIKE"]);
const BLOCKS = new Set(
  "P DIV H1 H2 H3 H4 H5 H6 UL OL LI SECTION ARTICLE BLOCKQUOTE PRE CENTER HEADER FOOTER MAIN BODY DL DT DD FIGURE".split(
    " ",
  ),
);

/** The notes of a Word file: all of them stand behind its last paragraph, far from what they are about. */
const FOOTNOTE = /^(?:foot|end)note-\d+$/;

/** HTML, or Word turned into HTML, as paragraphs and tables. `line` counts paragraphs and rows. */
export function readHtml(html: string, note: Note): SourceDocument {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const blocks: Block[] = [];
  const footnotes: Footnote[] = [];
  let count = 0;
  let text = "";
  let marker = "";
  const flush = () => {
    for (const words of text.split("\n")) {
      if (words.trim() === "") continue;
      const line = marker + words.trimStart();
      marker = "";
      count++;
      const clean = oneLine(cleanText(line, count, note));
      if (clean !== "") blocks.push({ kind: "paragraph", text: clean, line: count });
    }
    text = "";
  };
  const walk = (node: Element): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) text += (child.textContent ?? "").replace(/\s+/g, " ");
      if (!isElement(child) || isLeftOut(child, count + 1, note)) continue;
      if (child.tagName === "BR") text += "\n";
      else if (child.tagName === "SUP") text += raise(child.textContent ?? "");
      else if (FOOTNOTE.test(child.id)) {
        const words = oneLine(cleanText(textOf(child, 0, note), 0, note)).replace(/\s*↑$/, "");
        if (words !== "") footnotes.push({ about: wordsBefore(`#${child.id}`, document), text: words });
      } else if (child.tagName === "TABLE" && isFrame(child)) {
        flush();
        for (const cell of rowsOf(child).flatMap(row => [...row.children])) {
          walk(cell);
          flush();
        }
      } else if (child.tagName === "TABLE") {
        flush();
        for (const caption of child.children)
          if (caption.tagName === "CAPTION") text += `${textOf(caption, count + 1, note)}\n`;
        flush();
        blocks.push({ kind: "table", rows: readTable(child, () => ++count, note) });
      } else if (BLOCKS.has(child.tagName)) {
        flush();
        if (child.tagName === "LI") marker = markerOf(child);
        walk(child);
        flush();
      } else walk(child);
    }
  };
  walk(document.body);
  flush();
  return { blocks, unit: "đoạn", footnotes };
}

/** The last words before the mark that leads to a note. */
function wordsBefore(address: string, document: Document): string {
  const mark = document.querySelector(`a[href="${address}"]`);
  const around = mark?.closest("p, td, th, li, h1, h2, h3, h4, h5, h6")?.textContent ?? "";
  const [before = ""] = around.split(mark?.textContent ?? "");
  const words = oneLine(before.normalize("NFC").replace(/\[\d+\]/g, "")).split(" ");
  return words.length > WORDS_BEFORE ? `…${words.slice(-WORDS_BEFORE).join(" ")}` : words.join(" ");
}

const WORDS_BEFORE = 10;

function isElement(node: globalThis.Node): node is Element {
  return node.nodeType === 1;
}

/** Whether a table only frames what stands in it, and that is another table. */
function isFrame(table: Element): boolean {
  return (
    table.querySelector("table") !== null && rowsOf(table).every(({ children }) => children.length === 1)
  );
}

/** The rows of a table; a cell that reaches down or across fills its places, marked as carried. */
function readTable(table: Element, nextLine: () => number, note: Note): Row[] {
  const rows: Row[] = [];
  const carried: { text: string; rows: number }[] = [];
  for (const tr of rowsOf(table)) {
    const line = nextLine();
    const cells: Cell[] = [];
    const carry = () => {
      for (let above = carried[cells.length]; above && above.rows > 0; above = carried[cells.length]) {
        above.rows--;
        cells.push({ text: above.text, carried: true });
      }
    };
    for (const td of tr.children) {
      if (td.tagName !== "TD" && td.tagName !== "TH") continue;
      carry();
      const text = cleanText(textOf(td, line, note), line, note);
      const across = span(td, "colspan");
      const down = span(td, "rowspan");
      for (let i = 0; i < across; i++) {
        if (down > 1) carried[cells.length] = { text: i === 0 ? text : "", rows: down - 1 };
        cells.push(cell(i === 0 ? text : ""));
      }
    }
    carry();
    rows.push({ cells, line });
  }
  return rows;
}

/** Rows of this table and not of tables inside its cells. */
function rowsOf(table: Element): Element[] {
  return [...table.children].flatMap(child =>
    child.tagName === "TR" ? [child] : /^T(HEAD|BODY|FOOT)$/.test(child.tagName) ? rowsOf(child) : [],
  );
}

function span(cell: Element, name: string): number {
  const value = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, 1000) : 1;
}

/** Whether nothing of an element is read; words that are struck out are told. */
function isLeftOut(element: Element, line: number, note: Note): boolean {
  if (STRUCK.has(element.tagName)) {
    const words = start(element.textContent ?? "");
    if (words !== "") note("dropped", line, `chữ gạch ngang “${words}”`);
    return true;
  }
  // The mark of a note, which leads to it.
  const isMark = element.tagName === "SUP" && (element.closest("a") ?? element.querySelector("a"));
  return SKIPPED.has(element.tagName) || Boolean(isMark);
}

/** `m2` with a raised 2 is `m²`. */
function raise(text: string): string {
  return /^\d+$/.test(text) ? text.replace(/\d/g, digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? "") : text;
}

/** What stands before an item of a list, with the number that the browser counts. */
function markerOf(item: Element): string {
  const list = item.parentElement;
  if (list?.tagName === "UL") return "- ";
  if (list?.tagName !== "OL" || /^\s*(?:\d+|\p{L}|[IVX]+)[.)]/u.test(item.textContent ?? "")) return "";
  let number = Number(list.getAttribute("start") ?? 1) - 1;
  for (const before of list.children) {
    if (before.tagName === "LI") number = Number(before.getAttribute("value") ?? number + 1);
    if (before === item) break;
  }
  const format = FORMATS.get(list.getAttribute("type") ?? "1") ?? "decimal";
  return `${formatNumber(number, format)}${/^lower/.test(format) ? ")" : "."} `;
}

/** How a list of a web page is counted, as Word calls it. */
const FORMATS = new Map([
  ["I", "upperRoman"],
  ["i", "lowerRoman"],
  ["A", "upperLetter"],
  ["a", "lowerLetter"],
]);

/** Stands behind the marker of an item until its words come. */
const PENDING = "\0";

/** Text of a cell with a line for each paragraph and bullet; a table inside it gives a line for each row. */
function textOf(node: Element, line: number, note: Note): string {
  let text = "";
  const walk = (element: Element) => {
    for (const child of element.childNodes) {
      if (child.nodeType === 3) text += (child.textContent ?? "").replace(/\s+/g, " ");
      if (!isElement(child) || isLeftOut(child, line, note)) continue;
      if (child.tagName === "BR") text += "\n";
      else if (child.tagName === "SUP") text += raise(child.textContent ?? "");
      else if (child.tagName === "TABLE")
        text += `\n${rowsOf(child)
          .map(tr =>
            [...tr.children]
              .map(td => textOf(td, line, note).replace(/(?<!\s)\s*\n\s*/g, " "))
              .filter(Boolean)
              .join(": "),
          )
          .join("\n")}\n`;
      else if (BLOCKS.has(child.tagName)) {
        text += "\n";
        if (child.tagName === "LI") text += markerOf(child) + PENDING;
        walk(child);
        text += "\n";
      } else walk(child);
    }
  };
  walk(node);
  return text
    .replace(/\0\s*/g, "")
    .split("\n")
    .map(oneLine)
    .filter(line => line !== "" && line !== "-")
    .join("\n");
}
