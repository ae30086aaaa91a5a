import { looksLikeAgency } from "./agency-cell.ts";
import { cell, type FlatTable, type Note, type Row, type Table } from "./blocks.ts";
import type { Column } from "./columns.ts";
import { cutRows, type FlatRow, textOf, type Word } from "./flat-rows.ts";
import { BEGINS_DEADLINE, canBegin, isTyped, scoreDeadline, scoreNames, scoreSpan } from "./flat-score.ts";
import type { Namer } from "./names.ts";
import { isCapitals } from "./words.ts";

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
    rows: rows.map((row): Row => {
      const read = isCapitals(textOf(row.words)) ? [] : readCells(row, wanted, namer);
      const typed = wanted.some(({ role }, i) => isTyped(role) && (read[i] ?? "") !== "");
      // Without any of these the row is a heading.
      const cells = typed ? read : wanted.map(({ role }) => (role === "title" ? textOf(row.words) : ""));
      if (!typed && row.words.length > 60)
        note("reading", row.line, `không tách được các cột của dòng ${row.number || "không số"}`);
      return { cells: [row.number, ...cells].map(cell), line: row.line };
    }),
  };
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
