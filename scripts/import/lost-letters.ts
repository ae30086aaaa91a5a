import { SYLLABLES } from "./syllables.ts";

/** Text whose letters a font lost (`nh n thức`), and what it may have been. */
export interface LostLetters {
  readonly line: number;
  /** As extracted, with a word either side. */
  readonly printed: string;
  /** The most likely reading; undefined when no known syllable fits. */
  readonly proposal: string | undefined;
}

const MARKED = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/iu;

/** Whether the text is that of a scan read without a Vietnamese dictionary: hardly a marked word is Vietnamese. */
export function isMisread(texts: readonly string[]): boolean {
  let marked = 0;
  let known = 0;
  for (const text of texts)
    for (const word of text.toLowerCase().match(/\p{L}{2,}/gu) ?? [])
      if (MARKED.test(word)) {
        marked++;
        if (SYLLABLES.has(word)) known++;
      }
  return marked > 100 && known < marked * 0.6;
}

/** Vowels end what may stand before a lost letter; a syllable without one has lost it. */
const FRAGMENT = /^(?:[bcdđghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)$/iu;
const UNITS = new Set(["km", "kg", "ha", "tr", "đ", "m", "h", "s", "p", "v", "k"]);

interface Gap {
  readonly line: number;
  readonly printed: string;
  /** Readings by the letter that they put in. */
  readonly readings: readonly { letter: string; syllable: string; from: number; to: number }[];
  readonly words: readonly string[];
  readonly at: number;
}

/**
 * Lists the places where letters were lost. A font loses the same few letters everywhere, so of all readings those
 * are proposed that explain the whole document with the fewest letters. The text itself is never changed.
 */
export function findLostLetters(paragraphs: readonly { text: string; line: number }[]): LostLetters[] {
  const gaps = paragraphs.flatMap(({ text, line }) => gapsOf(text, line));
  const chosen = chooseLetters(gaps);
  return gaps.map(({ line, words, at, readings, printed }) => {
    const reading = chosen.flatMap(letter => readings.filter(one => one.letter === letter)).at(0);
    const from = Math.max(Math.min(at, reading?.from ?? at) - 1, 0);
    const to = Math.min(Math.max(at, reading?.to ?? at) + 2, words.length);
    const proposal =
      reading && [...words.slice(from, reading.from), reading.syllable, ...words.slice(reading.to + 1, to)].join(" ");
    return { line, printed: reading ? words.slice(from, to).join(" ") : printed, proposal };
  });
}

function gapsOf(text: string, line: number): Gap[] {
  const words = text.split(/\s+/).filter(word => word !== "");
  return words.flatMap((word, at): Gap[] => {
    const bare = word.replace(/[,;.:)”"]+$/, "");
    if (!FRAGMENT.test(bare) || (bare.length > 1 && bare === bare.toUpperCase())) return [];
    const before = words[at - 1] ?? "";
    const after = words[at + 1] ?? "";
    if (/^[A-ZĐ]$/u.test(bare) && (bare !== word || !/^\p{Lu}\p{Ll}/u.test(after))) return [];
    if (UNITS.has(bare.toLowerCase()) && /\d[%.,]?$/.test(before)) return [];
    // The second half of a syllable whose first half was seen already.
    const readings = [
      ...(/\p{L}$/u.test(before) ? fill(before, bare, at - 1, at) : []),
      ...(/^\p{L}/u.test(after) ? fill(bare, after.replace(/[,;.:)”"]+$/, ""), at, at + 1) : []),
      ...fill(bare, "", at, at),
    ];
    return [{ line, printed: [before, word, after].join(" ").trim(), readings, words, at }];
  });
}

/** Syllables of which two fragments and one letter between them are made. */
function fill(before: string, after: string, from: number, to: number): Gap["readings"] {
  const start = before.toLowerCase();
  const end = after.toLowerCase();
  const readings: { letter: string; syllable: string; from: number; to: number }[] = [];
  for (const letter of LETTERS) {
    const syllable = `${start}${letter}${end}`;
    if (!SYLLABLES.has(syllable)) continue;
    const isCapital = before !== start;
    readings.push({
      letter,
      syllable: isCapital ? syllable.slice(0, 1).toUpperCase() + syllable.slice(1) : syllable,
      from,
      to,
    });
  }
  return readings;
}

const LETTERS = [..."ậởỗềệảạộợựữỡẫẩầấẽễểếẻẹẳẵặắằẩổốồớờứừửủũụịỉĩ"].filter((letter, i, all) => all.indexOf(letter) === i);

/** The letters that explain most gaps, greedily. */
function chooseLetters(gaps: readonly Gap[]): string[] {
  let open = gaps.filter(({ readings }) => readings.length > 0);
  const chosen: string[] = [];
  while (open.length > 0) {
    const counts = new Map<string, number>();
    for (const gap of open)
      for (const letter of new Set(gap.readings.map(reading => reading.letter)))
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
    const best = [...counts].sort((a, b) => b[1] - a[1] || LETTERS.indexOf(a[0]) - LETTERS.indexOf(b[0]))[0]?.[0];
    if (best === undefined) break;
    chosen.push(best);
    open = open.filter(({ readings }) => readings.every(({ letter }) => letter !== best));
  }
  return chosen;
}

