import { parseDeadline } from "../model/deadline.ts";
import { cell, type FlatTable, type Note, type Row, type Table } from "./blocks.ts";
import type { Column } from "./columns.ts";
import { looksLikeAgency, type Name, type Namer } from "./names.ts";
import { cleanNumber, isRoman, toRoman } from "./numbering.ts";
import { isCapitals } from "./read-text.ts";

/** A word of a row, and what stands before it: nothing, a wide gap, a new line, an empty line, a new page. */
interface Word {
  readonly text: string;
  readonly gap: 0 | 1 | 2 | 3 | 4;
}

interface FlatRow {
  number: string;
  readonly words: Word[];
  readonly line: number;
  /** Indices of words before which the page, or the number of the row, cut it. */
  readonly cuts: number[];
  /** The cut at which the number of the row stands. */
  orphan?: number;
}

/**
 * Puts a table together again whose cells a PDF poured out one after another. Numbers that continue the count begin
 * rows; inside a row the words fall to the columns in their order, so that deadlines read as deadlines and names as
 * names. A row that a page cut in two goes through the columns twice.
 */
export function readFlatTable({ columns, lines }: FlatTable, namer: Namer, note: Note): Table {
  const wanted = columns.filter(({ role }) => role !== "number");
  const rows = mergeOrphans(cutRows(lines), wanted, namer);
  return {
    kind: "table",
    rows: [
      ...rows.map((row): Row => {
        const read = isCapitals(textOf(row.words)) ? [] : readCells(row, wanted, namer);
        const typed = wanted.some(({ role }, i) => isTyped(role) && (read[i] ?? "") !== "");
        // Without any of these the row is a heading.
        const cells = typed ? read : wanted.map(({ role }) => (role === "title" ? textOf(row.words) : ""));
        if (!typed && row.words.length > 60)
          note("reading", row.line, `không tách được các cột của dòng ${row.number || "không số"}`);
        return { cells: [row.number, ...cells].map(cell), line: row.line };
      }),
    ],
  };
}

/** Whether what belongs into a column can be told by its words. */
function isTyped(role: Column["role"]): boolean {
  return role === "deadline" || role === "leads" || role === "coordinators";
}

/** Cuts the lines where a number stands that comes next in the count. */
function cutRows(lines: FlatTable["lines"]): FlatRow[] {
  const rows: FlatRow[] = [];
  const count = createCount();
  let empty = 0;
  let closed = false;
  for (const { text, line, isPageStart } of lines) {
    if (text.trim() === "") {
      empty++;
      if (/ {4}/.test(text) && rows.length > 0) closed = true;
      continue;
    }
    const isPage = isPageStart || /^ \S/.test(text);
    const [, number = "", rest = ""] = /^\s*(\S+)(?:\s+(.*))?$/.exec(text) ?? [];
    const kind = count.next(number, rest);
    const last = rows.at(-1);
    // A numberless row follows a heading whose other cells are empty: the PDF leaves their spaces.
    const isBare =
      last !== undefined &&
      !kind &&
      last.words.length > 0 &&
      /^\p{Lu}/u.test(text.trim()) &&
      (closed || (/^[A-ZĐ]/.test(last.number) && isCapitals(textOf(last.words)) && !isCapitals(text)));
    if (kind || !last || isBare) rows.push({ number: kind ? number : "", words: [], line, cuts: [] });
    const row = rows.at(-1);
    if (!row) continue;
    if (row.words.length > 0 && isPage) row.cuts.push(row.words.length);
    const words = kind ? rest : text;
    const gap = isPage ? 4 : empty > 0 ? 3 : 2;
    row.words.push(...wordsOf(words, kind && row.words.length === 0 ? 2 : gap));
    closed = / {4,}$/.test(text) && /\S/.test(rest);
    empty = 0;
  }
  return rows;
}

function wordsOf(text: string, first: Word["gap"]): Word[] {
  return [...text.matchAll(/(\s*)(\S+)/g)].map(([, space = "", word = ""], i) => ({
    text: word,
    gap: i === 0 ? first : space.length > 1 ? 1 : 0,
  }));
}

/** Follows the numbers of a table: A, I, 1, 2, 2.1, 2.2, II, 1 …; what does not continue them is text. */
function createCount() {
  let letter = "";
  let roman = 0;
  let numbers: number[] = [];
  const accept = (path: number[]) => {
    numbers = path;
    return true;
  };
  return {
    next(printed: string, rest: string): boolean {
      const number = cleanNumber(printed);
      if (/^\d+(\.\d+)*$/.test(number) && !/[%,;]$/.test(printed)) {
        const path = number.split(".").map(Number);
        const [first = 0] = path;
        const last = path.at(-1) ?? 0;
        if (path.length === 1) {
          const before = numbers[0] ?? 0;
          return (
            (first === before + 1 ||
              (first === before &&
                rest !== "" &&
                first > 0 &&
                numbers.length > 0 &&
                /^\p{Lu}/u.test(rest) &&
                !/^\d{4}$/.test(number))) &&
            accept(path)
          );
        }
        const isChild =
          path.length === numbers.length + 1 &&
          last === 1 &&
          path.slice(0, -1).every((n, i) => n === numbers[i]);
        const above = numbers.slice(0, path.length);
        const isNext =
          above.length === path.length &&
          path.slice(0, -1).every((n, i) => n === above[i]) &&
          last === (above.at(-1) ?? 0) + 1;
        return (isChild || isNext) && accept(path);
      }
      if (isRoman(number) && number === toRoman(roman + 1) && isTitle(rest)) {
        roman++;
        return accept([]);
      }
      if (
        /^[A-ZĐ]$/u.test(number) &&
        number === String.fromCharCode((letter === "" ? 64 : letter.charCodeAt(0)) + 1) &&
        isTitle(rest)
      ) {
        letter = number;
        roman = 0;
        return accept([]);
      }
      return false;
    },
  };
}

function isTitle(rest: string): boolean {
  return rest === "" || isCapitals(rest) || /^\p{Lu}/u.test(rest);
}

/**
 * A number may be printed in the middle of its row: rows without a number whose cells are read take the number of
 * the piece behind them that holds the rest of their cells.
 */
function mergeOrphans(rows: readonly FlatRow[], columns: readonly Column[], namer: Namer): FlatRow[] {
  const merged: FlatRow[] = [];
  for (const row of rows) {
    const last = merged.at(-1);
    const isRest =
      last &&
      last.number === "" &&
      /^\p{Ll}/u.test(row.words[0]?.text ?? "") &&
      hasTyped(last, columns, namer) &&
      !hasTyped(row, columns, namer);
    if (!isRest) {
      merged.push(row);
      continue;
    }
    last.number = row.number;
    last.cuts.push(last.words.length);
    last.orphan = last.words.length;
    last.words.push(...row.words);
  }
  return merged;
}

function hasTyped(row: FlatRow, columns: readonly Column[], namer: Namer): boolean {
  const cells = readCells({ ...row, cuts: [] }, columns, namer);
  return columns.some(({ role }, i) => role === "deadline" && cells[i] !== "");
}

function readCells(row: FlatRow, columns: readonly Column[], namer: Namer): string[] {
  const whole = parse(row.words, columns, namer);
  let best = whole;
  const isWhole = columns.every(({ role }, i) => {
    const text = whole.cells[i] ?? "";
    return !isTyped(role) || ((role === "deadline" ? scoreDeadline(text) : scoreNames(text, namer)) ?? 0) > 3;
  });
  for (const cut of isWhole ? row.cuts.filter(at => at === row.orphan) : row.cuts) {
    const halves = parseHalves(row.words.slice(0, cut), row.words.slice(cut), columns, namer);
    if (halves && halves.score > best.score) best = halves;
  }
  return best.cells;
}

interface Parsed {
  readonly score: number;
  readonly cells: string[];
}

const LONGEST = 18;

/** The best way to give the words to the columns in their order. */
function parse(words: readonly Word[], columns: readonly Column[], namer: Namer): Parsed {
  let states: ({ score: number; bounds: number[] } | undefined)[] = [{ score: 0, bounds: [0] }];
  // states[i]: the best way to fill the columns so far with the first i words.
  states.length = words.length + 1;
  for (const { role } of columns) {
    const next: typeof states = [];
    next.length = words.length + 1;
    for (let from = 0; from <= words.length; from++) {
      const state = states[from];
      if (!state) continue;
      const furthest = !isTyped(role)
        ? words.length
        : canBegin(words, from, role, namer)
          ? Math.min(from + LONGEST, words.length)
          : from;
      for (let to = from; to <= furthest; to++) {
        const score = state.score + scoreSpan(words, from, to, role, namer);
        if (score > (next[to]?.score ?? Number.NEGATIVE_INFINITY))
          next[to] = { score, bounds: [...state.bounds, to] };
      }
    }
    states = next;
  }
  const end = states[words.length];
  const bounds = end?.bounds ?? [0, ...columns.map(() => words.length)];
  return {
    score: end?.score ?? -100,
    cells: columns.map((_, i) => textOf(words.slice(bounds[i] ?? 0, bounds[i + 1] ?? 0))),
  };
}

/** Whether a deadline or a name may begin with a word: all longer spans from there need not be looked at otherwise. */
function canBegin(words: readonly Word[], from: number, role: Column["role"], namer: Namer): boolean {
  const text = textOf(words.slice(from, from + 10)).replace(/\n/g, " ");
  if (role === "deadline") return BEGINS_DEADLINE.test(text) || /^\d/.test(text) || /^6 tháng/.test(text);
  return (
    looksLikeAgency(text) ||
    namer.prefix(text) !== undefined ||
    /^\p{Lu}\p{L}{0,2}$/u.test(words[from]?.text ?? "")
  );
}

function textOf(words: readonly Word[]): string {
  return words
    .map(({ text, gap }, i) =>
      i === 0 ? text : `${gap > 1 && /^[-+•]$|^[-+]\p{L}/u.test(text) ? "\n" : " "}${text}`,
    )
    .join("");
}

/** How well words fit a column. */
function scoreSpan(
  words: readonly Word[],
  from: number,
  to: number,
  role: Column["role"],
  namer: Namer,
): number {
  if (from === to) return role === "title" ? -8 : isTyped(role) ? -2 : -0.5;
  const gap = words[from]?.gap ?? 0;
  const edge = from === 0 ? 0.5 : ([-1.2, -0.2, 0.5, 0.6, 0.6][gap] ?? 0);
  if (!isTyped(role)) return edge + (/^[\p{Lu}\d“"(+-]/u.test(words[from]?.text ?? "") ? 0.4 : -1);
  const text = textOf(words.slice(from, to)).replace(/\n/g, " ");
  const value = role === "deadline" ? scoreDeadline(text) : scoreNames(text, namer);
  // A cell begins with a capital, and so does what stands behind it.
  const capital = (at: number) => (/^\p{Ll}/u.test(words[at]?.text ?? "") ? -1.5 : 0);
  return value === undefined ? -50 : value + edge + capital(from) + capital(to);
}

const OPEN_DEADLINE =
  /^(?:theo|thường xuyên|định kỳ|hằng|hàng|khi|sau khi|ngay sau|cả năm|từ|đến|chậm nhất)(?=\s|$)/iu;

/** How surely words are a deadline; undefined when they are none. */
function scoreDeadline(text: string): number | undefined {
  const words = text.split(" ").length;
  if (/^\d{4}$/.test(text)) return undefined;
  const read = parseDeadline(text, 2000);
  if (read !== "impossible" && read.due !== undefined) return (/\d/.test(text) ? 5 : 2) + words * 0.5;
  if (
    /^(?:thường xuyên|định kỳ|hằng năm|hàng năm|hằng quý|hàng quý|hằng tháng|hàng tháng|cả năm)$/iu.test(text)
  )
    return 6;
  if (/^\p{Lu}/u.test(text) && OPEN_DEADLINE.test(text) && words <= 10 && !/[.;:]$/.test(text))
    return 4 + Math.min(words, 6) * 0.3;
  return undefined;
}

const scores = new WeakMap<Namer, Map<string, number | undefined>>();

/** How surely words are names of agencies; undefined when they are none. */
function scoreNames(text: string, namer: Namer): number | undefined {
  let known = scores.get(namer);
  if (!known) {
    known = new Map();
    scores.set(namer, known);
  }
  if (!known.has(text)) known.set(text, readScore(text, namer));
  return known.get(text);
}

function readScore(text: string, namer: Namer): number | undefined {
  if (!looksLikeAgency(text) && namer.prefix(text) === undefined && namer.restore(text) === undefined)
    return undefined;
  if (/[,;]$/.test(text) || /[.:]\s/.test(text)) return undefined;
  const names = namer.split(text);
  const words = text.split(" ").length;
  const separators = text.match(/[,;/&]|\svà\s/gu)?.length ?? 0;
  const loose = Math.max(names.length - 1 - separators, 0) * 1.5;
  if (names.every(name => name.agency !== undefined && name.role === undefined))
    return 3 + words * 0.9 - loose;
  if (names.every(name => name.agency !== undefined)) {
    // A role goes on in small letters; a capital begins the next column.
    const roles = names.map(({ role }) => role ?? "").filter(role => role !== "");
    const named = words - roles.join(" ").split(" ").length;
    return roles.every(role => /^\p{Ll}/u.test(role)) && words < 16 ? 2.8 + named * 0.9 : undefined;
  }
  const isName = ({ text, agency, role }: Name) =>
    agency !== undefined ||
    (looksLikeAgency(text) &&
      !/\s(?:Trước|Quý|Trong|Thường|Tháng|Theo|Các)(?=\s|$)/u.test(text) &&
      role === undefined &&
      /\s/.test(text) &&
      text.split(" ").length <= 10);
  return names.every(isName)
    ? 1.3 - loose + names.reduce((sum, { text }) => sum + Math.min(text.split(" ").length, 7) * 0.35, 0)
    : undefined;
}

/**
 * A row in two halves, each through all columns: words of a deadline or a name may stand in both, and only together
 * make sense (“Trong năm” | “2023”, “Phòng” | “HC&TH”).
 */
function parseHalves(
  upper: readonly Word[],
  lower: readonly Word[],
  columns: readonly Column[],
  namer: Namer,
): Parsed | undefined {
  const typed = columns.flatMap(({ role }, i) => (isTyped(role) ? [i] : []));
  const first = typed[0] ?? 0;
  if (!typed.every((column, i) => column === first + i)) return undefined;
  let best: { score: number; tops: number[]; bottoms: number[]; texts: string[] } | undefined;
  /** Fills one typed column after the other from both halves, and gives up where words make no sense together. */
  const fill = (tops: number[], bottoms: number[], texts: string[], score: number): void => {
    const column = typed[texts.length];
    if (column === undefined) {
      if (!best || score > best.score) best = { score, tops, bottoms, texts };
      return;
    }
    const isDeadline = columns[column]?.role === "deadline";
    const top = tops.at(-1) ?? 0;
    const bottom = bottoms.at(-1) ?? 0;
    for (let a = top; a <= Math.min(top + 8, upper.length); a++) {
      const head = textOf(upper.slice(top, a)).replace(/\n/g, " ");
      if (head !== "" && !(isDeadline ? BEGINS_DEADLINE.test(head) : looksLikeAgency(head))) continue;
      for (let b = bottom; b <= Math.min(bottom + 6, lower.length); b++) {
        const text = `${head} ${textOf(lower.slice(bottom, b)).replace(/\n/g, " ")}`.trim();
        const value = text === "" ? -2 : isDeadline ? scoreDeadline(text) : scoreNames(text, namer);
        if (value !== undefined) fill([...tops, a], [...bottoms, b], [...texts, text], score + value);
      }
    }
  };
  const isPart = (words: readonly Word[], at: number) =>
    at === 0 || /^\p{Lu}|^\d{4}$/u.test(words[at]?.text ?? "");
  for (let top = 0; top <= upper.length; top++)
    if (isPart(upper, top))
      for (let bottom = 0; bottom <= lower.length; bottom++) fill([top], [bottom], [], -0.5);
  if (!best) return undefined;
  const { score, tops, bottoms, texts } = best;
  const title = columns.findIndex(({ role }) => role === "title");
  const behind = first + typed.length;
  const cells = columns.map((_, i) => {
    const at = typed.indexOf(i);
    if (at >= 0) return texts[at] ?? "";
    if (i === title && title < first)
      return `${textOf(upper.slice(0, tops[0]))} ${textOf(lower.slice(0, bottoms[0]))}`.trim();
    return i === behind
      ? `${textOf(upper.slice(tops.at(-1)))} ${textOf(lower.slice(bottoms.at(-1)))}`.trim()
      : "";
  });
  return { score, cells };
}

const BEGINS_DEADLINE =
  /^(?:trong|trước|quý|tháng|năm|ngày|theo|thường|định kỳ|hằng|hàng|khi|sau|cả năm|từ|đến|chậm)(?=\s|$)/iu;
