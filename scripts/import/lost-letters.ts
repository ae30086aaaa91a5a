import { countBy } from "../model/maps.ts";
import { SYLLABLES } from "./syllables.ts";

/** Text whose letters a font lost (`nh n thức`), and what it may have been. */
export interface LostLetters {
  readonly line: number;
  /** As extracted, with a word either side. */
  readonly printed: string;
  /** What it may be, the most likely first; empty when no known syllable fits. */
  readonly proposals: readonly string[];
}

/** The small letters of Vietnamese that have a mark. */
export const MARKED_LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
const MARKED = new RegExp(`[${MARKED_LETTERS}]`, "iu");

/** Whether the text is that of a scan read without a Vietnamese dictionary: hardly a marked word is Vietnamese. */
export function isMisread(texts: readonly string[]): boolean {
  const { marked, known } = countMarked(texts);
  return marked > 100 && known < marked * 0.6;
}

/** How many words have a Vietnamese mark, and how many of them are known syllables. */
export function countMarked(texts: readonly string[]): { marked: number; known: number } {
  let marked = 0;
  let known = 0;
  for (const text of texts)
    for (const word of text.toLowerCase().match(/\p{L}{2,}/gu) ?? [])
      if (MARKED.test(word)) {
        marked++;
        if (SYLLABLES.has(word)) known++;
      }
  return { marked, known };
}

/** Vowels end what may stand before a lost letter; a syllable without one has lost it. */
const FRAGMENT = /^(?:[bcdđghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)$/iu;
const UNITS = new Set(["km", "kg", "ha", "tr", "đ", "m", "h", "s", "p", "v", "k"]);

interface Reading {
  readonly letter: string;
  readonly syllable: string;
  /** The first and last word that the syllable takes the place of. */
  readonly from: number;
  readonly to: number;
}

interface Gap {
  readonly line: number;
  readonly words: readonly string[];
  readonly at: number;
  readonly readings: readonly Reading[];
}

/**
 * Lists the places where letters were lost. A font loses the same few letters everywhere, so of all readings those
 * are proposed that explain the whole document with the fewest letters. The text itself is never changed.
 */
export function findLostLetters(paragraphs: readonly { text: string; line: number }[]): LostLetters[] {
  const gaps = paragraphs.flatMap(({ text, line }) => gapsOf(text, line));
  const chosen = chooseLetters(gaps);
  return gaps.map(({ line, words, at, readings }) => {
    const likely = chosen
      .flatMap(letter => readings.filter(reading => reading.letter === letter))
      .slice(0, 3);
    const from = Math.max((likely[0]?.from ?? at) - 1, 0);
    const to = Math.min((likely[0]?.to ?? at) + 2, words.length);
    const proposals = likely.map(reading =>
      [...words.slice(from, reading.from), reading.syllable, ...words.slice(reading.to + 1, to)].join(" "),
    );
    return { line, printed: words.slice(from, to).join(" "), proposals };
  });
}

function gapsOf(text: string, line: number): Gap[] {
  const words = text.split(/\s+/).filter(word => word !== "");
  const gaps: Gap[] = [];
  // A letter alone in its cell is the number of the row.
  if (words.length < 2) return gaps;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const bare = trimSigns(word);
    if (!FRAGMENT.test(bare) || /^\S[).]/.test(word) || (bare.length > 1 && bare === bare.toUpperCase()))
      continue;
    const before = words[at - 1] ?? "";
    const after = words[at + 1] ?? "";
    if (/^[A-ZĐ]$/u.test(bare) && (bare !== word || !/^\p{Lu}\p{Ll}/u.test(after))) continue;
    if (UNITS.has(bare.toLowerCase()) && /\d[%.,]?$/.test(before)) continue;
    const rest = trimSigns(after);
    // Two halves of one syllable, then the end of the word before, then the beginning of a syllable.
    const isHalf = word === bare && (FRAGMENT.test(rest) || /^[aeiouy]$/i.test(rest));
    const halves = isHalf ? fill(bare, after, at, at + 1) : [];
    const ends = halves.length === 0 && CODA.test(bare) ? fill(before, word, at - 1, at) : [];
    const readings =
      halves.length > 0 ? halves : ends.length > 0 ? ends : fill(bare, word.slice(bare.length), at, at);
    gaps.push({ line, words, at, readings });
    if (halves.length > 0) at++;
  }
  return gaps;
}

const CODA = /^(?:c|ch|m|n|ng|nh|p|t)$/;

function trimSigns(word: string): string {
  return word.replace(/[,;.:)”"]+$/, "");
}

/** Syllables of which two fragments and one letter between them are made. */
function fill(before: string, after: string, from: number, to: number): Reading[] {
  const start = before.toLowerCase();
  const end = trimSigns(after).toLowerCase();
  const signs = after.slice(end.length);
  const readings: Reading[] = [];
  for (const letter of LETTERS) {
    const syllable = `${start}${letter}${end}`;
    if (!SYLLABLES.has(syllable)) continue;
    const isCapital = before !== start;
    readings.push({
      letter,
      syllable: `${isCapital ? syllable.slice(0, 1).toUpperCase() + syllable.slice(1) : syllable}${signs}`,
      from,
      to,
    });
  }
  return readings;
}

const LETTERS = [..."ậởỗềệảạộợựữỡẫẩầấẽễểếẻẹẳẵặắằẩổốồớờứừửủũụịỉĩ"].filter(
  (letter, i, all) => all.indexOf(letter) === i,
);

/** The letters that explain most gaps, greedily. */
function chooseLetters(gaps: readonly Gap[]): string[] {
  let open = gaps.filter(({ readings }) => readings.length > 0);
  const chosen: string[] = [];
  while (open.length > 0) {
    const counts = countBy(open.flatMap(gap => [...new Set(gap.readings.map(({ letter }) => letter))]));
    const best = [...counts].sort(
      (a, b) => b[1] - a[1] || LETTERS.indexOf(a[0]) - LETTERS.indexOf(b[0]),
    )[0]?.[0];
    if (best === undefined) break;
    chosen.push(best);
    open = open.filter(({ readings }) => readings.every(({ letter }) => letter !== best));
  }
  return chosen;
}
