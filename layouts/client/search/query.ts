import type { SearchTable } from "../../../scripts/model/search-table.ts";
import { isCode, type SearchWord } from "../../../scripts/model/search-words.ts";
import { fold } from "../../../scripts/model/vietnamese.ts";

/** Words that have to stand in a row: a number or id stands for itself, since the index has its parts beside it. */
export function runsOf(words: readonly SearchWord[]): SearchWord[][] {
  const runs: SearchWord[][] = [[]];
  for (const word of words) {
    if (isCode(word)) runs.push([word], []);
    else runs.at(-1)?.push(word);
  }
  return runs.filter(run => run.length > 0);
}

/** "…" are phrases, the rest is free. */
export function splitQuotes(query: string): { phrases: string[]; free: string } {
  const phrases = [...query.matchAll(/["“”]([^"“”]+)["“”]/g)].map(([, phrase = ""]) => phrase);
  return { phrases, free: query.replace(/["“”][^"“”]*["“”]?/g, " ") };
}

/** What only makes a question of a query, without marks: nobody writes it where the answer stands. */
const QUESTION = new RegExp(
  `(?<![^ ])(?:${[
    "(?:do )?(?:ai|(?:co quan|don vi|so|tinh) nao)(?: la)?(?: (?:chu tri|phoi hop|phu trach|chiu trach nhiem|lam|thuc hien))?",
    "(?:khi nao|bao gio)(?: thi)?(?: (?:xong|hoan thanh|den han))?",
    "(?:nay )?(?:la|thuoc) (?:gi|ai|dau|tinh nao|co quan nao)",
    "(?:nhiem vu|(?:cong )?viec) cua|(?:phai )?lam (?:nhung )?(?:viec )?gi",
    "(?:nhu )?the nao|ra sao|o dau|bao nhieu|(?:xep )?(?:hang|thu) may",
  ].join("|")})\\??(?![^ ])`,
  "g",
);

/** What a question is about: "ai chủ trì kiểm tra công vụ?" → "kiểm tra công vụ". Other queries stay as they are. */
export function topicOf(query: string): string {
  const text = wordsOf(query.normalize("NFC")).join(" ");
  // Folding a composed letter leaves one letter: places in the one text are places in the other.
  const topic = [...fold(text).matchAll(QUESTION)].reduceRight(
    (rest, { 0: found, index }) => rest.slice(0, index) + rest.slice(index + found.length),
    text,
  );
  return wordsOf(topic).join(" ").replace(/\?$/, "").trim() || query;
}

/** A query with its numbers, ids and words in their parts: "nđ 61/2018" → "nđ 61 2018", "papi2023" → "papi 2023". */
export function inParts(query: string): string {
  return query.replace(/(?<=\d)[/.,:-]+(?=[\p{L}\d])|(?<=\p{L}{2})(?=\d)/gu, " ");
}

/** A query as it is looked up. */
export interface Variant {
  readonly text: string;
  /** What was put into it. */
  readonly put?: string;
}

/** The query, and the query with one abbreviation spelled out or one expansion abbreviated. */
export function widen(query: string, abbreviations: SearchTable["abbreviations"]): Variant[] {
  const words = wordsOf(query);
  const folded = words.map(fold);
  const replaced = (what: string, put: string): Variant[] => {
    const wanted = wordsOf(what).map(fold);
    const at = folded.findIndex((_, i) => wanted.every((word, j) => word === folded[i + j]));
    if (at < 0) return [];
    return [{ text: [...words.slice(0, at), put, ...words.slice(at + wanted.length)].join(" "), put }];
  };
  return [
    { text: query },
    ...abbreviations.flatMap(([short, long]) => {
      const spelled = replaced(short, long);
      return spelled.length > 0 ? spelled : replaced(long, short);
    }),
  ];
}

function wordsOf(text: string): string[] {
  return text
    .split(/\s+/)
    .map(word => word.replace(/,+$/, ""))
    .filter(word => word !== "");
}
