/**
 * How text becomes the words of the search index, and a query the words that are looked up. Pagefind folds Vietnamese
 * marks but not đ, and finds every word that merely begins with the one that was typed. So it is given words that it
 * cannot mistake: marks and signs are spelled as a z, which no Vietnamese word has, and a letter, and so is the end of the
 * word; a z itself is spelled twice. These are letters that Pagefind folds at once. A query without marks looks up every
 * word of the site that folds to what was typed.
 */
export interface SearchWord {
  /** Without marks: what someone types who types none. */
  readonly folded: string;
  /** As it stands in the index: marks spelled, the tone at the end wherever it was placed (hòa = hoà, uỷ = ủy). */
  readonly marked: string;
  /** As it would stand there if it had no marks; a number or id has none. */
  readonly plain: string;
}

/** Stands between the fields of a text that is indexed, so that no phrase runs from one into the next. */
export const FIELD_END = " \u001e ";

const END_WORD = "zq";
const END_CODE = "zw";

/** Marks that make another vowel stay where they stand; tones move to the end. */
const VOWELS = new Map([
  ["\u0306", "za"],
  ["\u0302", "zb"],
  ["\u031b", "zc"],
]);
const TONES = new Map([
  ["\u0300", "zf"],
  ["\u0301", "zs"],
  ["\u0309", "zr"],
  ["\u0303", "zx"],
  ["\u0323", "zj"],
]);

/** Signs that belong to a number or an id: 59/2012/NĐ-CP, A.IV.4.1, 99%, 86,57. */
const CODE = /^(?=.*\d)[\p{L}\p{N}]+(?:[/.,:-][\p{L}\p{N}]+)+%?$|^\p{N}+%$|^[a-zđ](?:\.[ivxlc\d]+)+$/u;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu;

/**
 * The words of a text in the order in which they stand; a number or id as its parts, then as one word. A word that comes
 * again is mostly the same object.
 */
export function indexWords(text: string): SearchWord[] {
  const words: SearchWord[] = [];
  for (const typed of text.normalize("NFC").toLowerCase().split(/\s+/)) {
    let found = indexed.get(typed);
    if (!found) {
      found = chunksOf(typed).flatMap(chunk =>
        CODE.test(chunk) ? [...partsOf(chunk), codeWord(chunk)] : partsOf(chunk),
      );
      if (indexed.size < MOST_KNOWN) indexed.set(typed, found);
    }
    for (const word of found) words.push(word);
  }
  return words;
}

/** The words of a query; a number or id is looked up as one word. */
export function queryWords(query: string): SearchWord[] {
  return chunksOf(query).flatMap(chunk => (CODE.test(chunk) ? [codeWord(chunk)] : partsOf(chunk)));
}

/** A word where it stands in a text. */
export interface WordPlace {
  readonly word: SearchWord;
  readonly from: number;
  readonly to: number;
}

/** The words of a text, and its numbers and ids: as their parts, and each as one word as well. */
export function* wordPlaces(text: string): Iterable<WordPlace> {
  for (const { 0: chunk, index } of text.matchAll(/\S+/g)) {
    const [code] = chunksOf(chunk);
    if (code && CODE.test(code)) {
      const from = index + (/^[^\p{L}\p{N}]+/u.exec(chunk)?.[0].length ?? 0);
      yield { word: codeWord(code), from, to: from + code.length };
    }
    for (const { 0: part, index: at } of chunk.matchAll(/[\p{L}\p{N}]+/gu))
      yield { word: encodeWord(part.toLowerCase()), from: index + at, to: index + at + part.length };
  }
}

/** Whether a word is a number or an id, which has one spelling. */
export function isCode(word: SearchWord): boolean {
  return word.marked.endsWith(END_CODE);
}

/** What a word is found by, however it is typed: a number or id as the index spells it, any other without marks. */
export function wordKey(word: SearchWord): string {
  return isCode(word) ? word.marked : word.folded;
}

/** Whether anything in the query was typed with a mark, so that words without it are not meant. */
export function hasMarks(query: string): boolean {
  return /[\u0300-\u036f]|[đĐ]/.test(query.normalize("NFD"));
}

function chunksOf(text: string): string[] {
  return text
    .normalize("NFC")
    .toLowerCase()
    .split(/\s+/)
    .map(chunk => chunk.replace(EDGES, ""))
    .filter(chunk => chunk !== "");
}

function partsOf(chunk: string): SearchWord[] {
  return chunk
    .split(/[^\p{L}\p{N}]+/u)
    .filter(part => part !== "")
    .map(encodeWord);
}

/** Vietnamese has few syllables, and a site says the same ones again and again. */
const MOST_KNOWN = 50_000;
const known = new Map<string, SearchWord>();
const indexed = new Map<string, readonly SearchWord[]>();

function encodeWord(word: string): SearchWord {
  const before = known.get(word);
  if (before) return before;
  let folded = "";
  let marked = "";
  let plain = "";
  let tone = "";
  for (const sign of word.normalize("NFD")) {
    const vowel = VOWELS.get(sign);
    const mark = TONES.get(sign);
    if (mark) tone += mark;
    else if (vowel) marked += vowel;
    else if (sign === "đ") {
      folded += "d";
      marked += "dzd";
      plain += "d";
    } else if (!/\p{M}/u.test(sign)) {
      folded += sign;
      marked += sign === "z" ? "zz" : sign;
      plain += sign === "z" ? "zz" : sign;
    }
  }
  const encoded = { folded, marked: marked + tone + END_WORD, plain: plain + END_WORD };
  if (known.size < MOST_KNOWN) known.set(word, encoded);
  return encoded;
}

/**
 * 61/2018/NĐ-CP, 61/2018/NDCP and 61/2018/nđcp are one number, 4/NQ-CP and 04/NQ-CP too; 86,57 and 86.57 one figure;
 * 06/6/2023 and 6/06/2023 one day.
 */
function codeWord(chunk: string): SearchWord {
  const folded = chunk
    .replace(/^0?(\d{1,2})[/.-]0?(\d{1,2})[/.-](\d{4})$/, "$1/$2/$3")
    .replace(/^0+(?=\d+\/)/, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("z", "zz")
    .replaceAll("-", "")
    .replaceAll("/", "zg")
    .replace(/[.,:]/g, "zh")
    .replaceAll("%", "zk");
  return { folded, marked: folded + END_CODE, plain: folded + END_CODE };
}
