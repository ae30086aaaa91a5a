import type { FlatTable } from "./blocks.ts";
import { cleanNumber, isRoman, toRoman } from "./numbering.ts";
import { isCapitals } from "./words.ts";

/** A word of a row, and what stands before it: nothing, a wide gap, a new line, an empty line, a new page. */
export interface Word {
  readonly text: string;
  readonly gap: 0 | 1 | 2 | 3 | 4;
}

/** A row as it was poured out. */
export interface FlatRow {
  number: string;
  readonly words: Word[];
  readonly line: number;
  /** Indices of words before which the page, or the number of the row, cut it. */
  readonly cuts: number[];
  /** The cut at which the number of the row stands. */
  orphan?: number;
}

/** Cuts the lines where a number stands that comes next in the count. */
export function cutRows(lines: FlatTable["lines"]): FlatRow[] {
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
  let numbers: readonly number[] = [];
  const accept = (path: readonly number[]) => {
    numbers = path;
    return true;
  };
  return {
    next(printed: string, rest: string): boolean {
      const number = cleanNumber(printed);
      if (/^\d+(\.\d+)*$/.test(number) && !/[%,;]$/.test(printed)) {
        const path = number.split(".").map(Number);
        const follows =
          path.length === 1 ? followsOn(number, numbers[0] ?? 0, rest) : followsBelow(path, numbers);
        return follows && accept(path);
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

/** Whether a whole number is the next one, or comes once more before words of its own. */
function followsOn(number: string, before: number, rest: string): boolean {
  const isAgain = Number(number) === before && before > 0 && /^\p{Lu}/u.test(rest) && !/^\d{4}$/.test(number);
  return Number(number) === before + 1 || isAgain;
}

/** Whether a number of several parts is the first one below the number before, or the next beside that or what it is below. */
function followsBelow(path: readonly number[], before: readonly number[]): boolean {
  const last = path.at(-1) ?? 0;
  const isBelow = path.slice(0, -1).every((part, i) => part === before[i]);
  const isChild = path.length === before.length + 1 && last === 1;
  const isNext = path.length <= before.length && last === (before[path.length - 1] ?? 0) + 1;
  return isBelow && (isChild || isNext);
}

function isTitle(rest: string): boolean {
  return rest === "" || isCapitals(rest) || /^\p{Lu}/u.test(rest);
}

/** Words as text; a bullet at the beginning of a line keeps its line. */
export function textOf(words: readonly Word[]): string {
  return words
    .map(({ text, gap }, i) =>
      i === 0 ? text : `${gap > 1 && /^[-+•]$|^[-+]\p{L}/u.test(text) ? "\n" : " "}${text}`,
    )
    .join("");
}
