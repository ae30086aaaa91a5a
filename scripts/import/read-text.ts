import { fold } from "../model/vietnamese.ts";
import { looksLikeAgency } from "./agency-cell.ts";
import { readAligned } from "./aligned.ts";
import { type Block, cell, type Line, type Note, type Row, type SourceDocument } from "./blocks.ts";
import { cleanText } from "./clean.ts";
import { readFlatHeader } from "./columns.ts";
import { splitLoose, splitShort, splitTabs, splitterOf, takeOutOfBars, tellUneven } from "./text-rows.ts";
import { ISSUED_WITH, isAppendix, isCapitals, isPlanTitle, isRecipients } from "./words.ts";

/**
 * Plain text as it comes out of a PDF: wrapped lines become paragraphs again; rows with tabs or bars become tables;
 * a table whose cells were poured out one after another is kept as it is for `flat-table.ts`.
 */
export function readText(text: string, note: Note): SourceDocument {
  const lines = text.split("\n").map((raw, i): Line => {
    const isPageStart = raw.includes("\f");
    const clean = takeOutOfBars(
      raw
        .replace(/\f/g, "")
        .split("\t")
        .map(part => cleanText(part, i + 1, note).replace(/\*\*/g, ""))
        .join("\t"),
    );
    return { text: clean.trimEnd() === "" ? clean.replace(/\S/g, "") : clean, line: i + 1, isPageStart };
  });
  const blocks: Block[] = [];
  const isLoose = isSpacedOut(lines);
  let zone: "head" | "body" | "tail" = lines.some(({ text }) => isPlanTitle(text)) ? "head" : "body";
  for (let i = 0; i < lines.length; ) {
    const line = lines[i];
    if (!line || line.text.trim() === "") {
      i++;
      continue;
    }
    const table = takeRows(lines, i) ?? takeLaidOut(lines, i, note);
    if (table) {
      blocks.push(table.block);
      if (table.isLoose) tellUneven(table.block, note);
      i = table.end;
      zone = "body";
      continue;
    }
    if (isPageNumber(lines, i)) {
      note("dropped", line.line, `số trang “${line.text.trim()}”`);
      i++;
      continue;
    }
    if (zone === "head" && isPlanTitle(line.text)) zone = "body";
    if (isRecipients(line.text)) zone = "tail";
    if (zone === "tail" && (isAppendix(line.text) || isPlanTitle(line.text))) zone = "body";
    if (zone !== "body") {
      // Two columns of a letterhead or of the signature stand in one line, far apart.
      for (const part of line.text.trim().split(COLUMNS))
        if (part.trim() !== "") blocks.push({ kind: "paragraph", text: part.trim(), line: line.line });
      i++;
      continue;
    }
    const paragraph = takeParagraph(lines, i, isLoose);
    blocks.push({ kind: "paragraph", text: paragraph.text, line: line.line });
    i = paragraph.end;
  }
  return { blocks, unit: "dòng" };
}

/** Between the columns of a letterhead: a bar, much space, or what always begins the right one. */
const COLUMNS =
  /\s*\|\s*|\s{5,}|\s+(?=CỘNG HO?[ÀÒ]?A? XÃ HỘI|Độc lập\s*[-–])|(?<=^Số\s*:.*\/\S+)\s+(?=\p{Lu}.*,\s*ngày\s)/u;

/** Whether every line of the text has an empty one below it, so that empty lines say nothing. */
function isSpacedOut(lines: readonly Line[]): boolean {
  let single = 0;
  let close = 0;
  let gap = -1;
  for (const { text } of lines) {
    if (text.trim() === "") gap++;
    else {
      if (gap === 0) close++;
      else if (gap === 1) single++;
      gap = 0;
    }
  }
  return single > close;
}

function isPageNumber(lines: readonly Line[], i: number): boolean {
  const isEmpty = (line: Line | undefined) => line === undefined || line.text.trim() === "";
  return (
    /^\s*[-–]?\s*\d{1,3}\s*[-–]?\s*$/.test(lines[i]?.text ?? "") &&
    isEmpty(lines[i - 1]) &&
    isEmpty(lines[i + 1])
  );
}

/** What begins a paragraph of its own: I. 1. 1.1. a) - + • and the like. */
const MARKER =
  /^(?:[-–+•*]\s*\S|[A-ZĐ][.)]\s|[IVX]{1,5}[.)/]\s|\d{1,2}[.)/]\s|\d{1,2}(?:\.\d{1,2})+\.?\s|[a-zđ][.)]\s|\(\d{1,2}\)\s)/u;
const OPENING =
  /^(?:Căn cứ|Thực hiện (?:Kế hoạch|Quyết định|Nghị quyết|Chương trình|Chỉ thị)|Nơi nhận|Phụ lục|PHỤ LỤC|Trên đây là|Chương [IVX]|Phần thứ)/u;

function takeParagraph(
  lines: readonly Line[],
  start: number,
  isLoose: boolean,
): { text: string; end: number } {
  let text = lines[start]?.text.trim() ?? "";
  const around = lines.slice(Math.max(start - 40, 0), start + 40);
  const width = Math.max(...around.map(line => Math.min(line.text.length, 120)));
  let end = start + 1;
  let empty = 0;
  let last = text;
  const isAgencies = /^[-–+•*]?\s*[^:]{0,40}(?:chủ trì|phối hợp)[^:]{0,20}:/iu.test(text);
  for (let i = start + 1; i < lines.length; i++) {
    const next = lines[i];
    if (!next) break;
    const rest = next.text.trim();
    if (rest === "" || isPageNumber(lines, i)) {
      empty++;
      continue;
    }
    const isBlank = isLoose ? empty > 1 : empty > 0;
    if (!isWrapped(last, rest, isBlank, width, isAgencies) || takeRows(lines, i) || startsFlat(next.text))
      break;
    text = `${text}${/[\p{L}\d]-$/u.test(text) && /^\p{Lu}/u.test(rest) ? "" : " "}${rest}`;
    last = rest;
    end = i + 1;
    empty = 0;
  }
  return { text, end };
}

/** @param isAgencies the paragraph says who leads or helps */
function isWrapped(
  before: string,
  next: string,
  isBlank: boolean,
  width: number,
  isAgencies: boolean,
): boolean {
  if (
    ISSUED_WITH.test(next) ||
    MARKER.test(next) ||
    OPENING.test(next) ||
    isPlanTitle(before) ||
    isRecipients(next)
  )
    return false;
  const isLower = /^\p{Ll}/u.test(next) || (next.startsWith("(") && !isCapitals(before));
  const isEnded = /[.;:!?]$|\.\/\.?$|\/\.$/.test(before);
  if (isCapitals(before) !== isCapitals(next) && !isLower && next.length > 12) return false;
  if (/\.\/\.?$|\/\.$/.test(before)) return false;
  // “ngày” above “06/3/2023”, and the second agency of a list.
  if (!isBlank && /(?:^|\s)(?:ngày|số)$/iu.test(before) && /^\d/.test(next)) return true;
  if (!isBlank && isAgencies && before.endsWith(";") && looksLikeAgency(next)) return true;
  if (isCapitals(before) && isCapitals(next) && !isEnded) return true;
  if (isBlank) return isLower && !isEnded;
  return isLower || before.endsWith(",") || before.length > width * (isEnded ? 0.8 : 0.6);
}

/** A table that was taken out of lines. */
interface Taken {
  readonly block: Block;
  readonly end: number;
  /** Its rows have no bar in front, so that one may have lost an empty cell. */
  readonly isLoose?: boolean;
}

/** Rows of cells between tabs, or between bars. Empty lines, which pages leave, do not end them. */
function takeRows(lines: readonly Line[], start: number): Taken | undefined {
  const split = splitterOf(lines[start]?.text ?? "");
  if (!split(lines[start]?.text ?? "")) return undefined;
  const rows: Row[] = [];
  let end = start;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.text.trim() === "") continue;
    const cells =
      split(line.text) ??
      (split === splitTabs && line.text.includes("\t") ? splitShort(line.text) : undefined);
    if (!cells) {
      // A cell with a break in it goes on in the next line; a page number may stand between.
      const below = lines[i + 1]?.text ?? "";
      const isInside = i === end && below.trim() !== "" && split(below) !== undefined;
      if (isPageNumber(lines, i)) continue;
      const last = rows.at(-1);
      if (!isInside || !last || MARKER.test(line.text.trim())) break;
      const filled = last.cells.findLastIndex(({ text }) => text !== "");
      rows[rows.length - 1] = {
        ...last,
        cells: last.cells.map((found, at) =>
          at === filled ? cell(`${found.text}\n${line.text.trim()}`) : found,
        ),
      };
      end = i + 1;
      continue;
    }
    if (cells.length > 0)
      rows.push({ cells: cells.map(cell), line: line.line, afterBreak: line.isPageStart });
    end = i + 1;
  }
  return { block: { kind: "table", rows }, end, isLoose: split === splitLoose };
}

function startsFlat(text: string): boolean {
  return /^\s*(?:tt|stt|so tt)\s/.test(fold(text).concat(" "));
}

/** The longest header of a table that is not marked as one. */
const HEADER_LINES = 24;

/** A table whose cells stand under each other in columns of spaces, or were poured out one after another. */
function takeLaidOut(lines: readonly Line[], start: number, note: Note): Taken | undefined {
  if (!startsFlat(lines[start]?.text ?? "")) return undefined;
  let header = "";
  let body = start;
  for (; body < Math.min(start + HEADER_LINES, lines.length); body++) {
    const text = lines[body]?.text ?? "";
    if (body > start && /^\s*\(?(?:A|I|1|1\.1)\)?[.)]?(?:\s|$)/.test(text)) break;
    header += ` ${text.trim()}`;
  }
  const columns = readFlatHeader(header);
  if (!columns) return undefined;
  const stop = lines.findIndex(({ text }, i) => i > body && (isRecipients(text) || isAppendix(text)));
  const end = stop < 0 ? lines.length : stop;
  const aligned = readAligned(lines.slice(start, end), body - start, note);
  if (aligned) return { block: aligned, end };
  return { block: { kind: "flat", columns, lines: lines.slice(body, end) }, end };
}
