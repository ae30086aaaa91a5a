import type { SearchTable } from "../../../scripts/model/search-table.ts";
import { isCode, queryWords, type SearchWord } from "../../../scripts/model/search-words.ts";
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

/** Words that only bind, as they are typed with marks: without them they may be others ("của", "cửa"). */
const BINDING = new Set(queryWords("của và các những về ở tại với trong năm").map(({ marked }) => marked));

/** The words that say something where they stand apart; all of them where none does. */
export function sayingWords(words: readonly SearchWord[]): readonly SearchWord[] {
  const saying = words.filter(({ marked }) => !BINDING.has(marked));
  return saying.length > 0 ? saying : words;
}

/** "…" are phrases, the rest is free; a phrase that is not closed yet, too. */
export function splitQuotes(query: string): { phrases: string[]; free: string } {
  const phrases = [...query.matchAll(/["“”]([^"“”]+)["“”]/g)].map(([, phrase = ""]) => phrase);
  return { phrases, free: query.replace(/["“”][^"“”]*["“”]/g, " ").replace(/["“”]/g, " ") };
}

const DOES =
  "chu tri|phoi hop|phu trach|chiu trach nhiem|theo doi|don doc|tham muu|ban hanh|ky|lam|thuc hien";
const WHICH = "(?:tinh|so|co quan|don vi) nao";
/** What asks for the meaning of an abbreviation, without marks. */
const MEANING =
  "(?:nay |(?:co )?nghia )?la (?:cai )?gi|(?:la )?(?:tu )?viet tat (?:cua |cho )?(?:(?:cum )?tu |chu )?(?:gi|nao)|what (?:is|are)";

/** What asks for the tasks of an agency that are late: its page has them, each with where it stands. */
const LATE =
  "(?:co )?(?:bao nhieu )?(?:(?:nhiem vu|viec) )?(?:(?:nao|gi) )?(?:bi )?(?:(?:qua|tre|cham|het) (?:han|tien do)|chua (?:co )?bao cao)(?: (?:nhung )?(?:nhiem vu|viec) (?:nao|gi))?";

/** What only makes a question of a query, without marks: nobody writes it where the answer stands. */
const QUESTION = whole(
  // The page of comparison is one for all agencies, which are chosen there.
  "(?<=^so sanh ).+",
  `(?:do )?(?:ai|${WHICH})(?: la)?(?: nguoi)?(?: (?:${DOES}))?(?: (?:ve|cho))?`,
  "(?:co quan|don vi) (?:chu tri|phoi hop)",
  "(?:co quan|don vi|tinh)(?= (?:(?:dung|dan) (?:dau|cuoi)|(?:cao|thap) nhat))",
  "top \\d+(?: (?:tinh|don vi|co quan))?",
  "(?:khi nao|bao gio)(?: thi)?(?: (?:xong|hoan thanh|den han))?",
  `(?:nay )?(?:la|thuoc) (?:ai|dau|${WHICH})|nay la$`,
  `(?:(?:sap|hop) nhap )?(?:voi|vao|thanh) (?:dau|${WHICH})`,
  `(?:phai )?(?:${DOES}|do|quy dinh) (?:nhung )?(?:cai |(?:cong )?viec |nhiem vu )?(?:gi|nao)`,
  // The page of a plan or an agency counts its tasks by where they stand.
  `(?:(?:da )?(?:co|xong|duoc|hoan thanh|${DOES})(?: (?:xong|duoc))? )?bao nhieu(?: (?:nhiem vu|(?:cong )?viec|phan tram|diem))?`,
  // The page of a year says how it stands to the year before.
  "(?<=\\d{4} )so voi (?:nam )?\\d{4}",
  "(?:nhu )?the nao|ra sao|o dau|(?:(?:xep|dung) )?(?:hang )?(?:hang|thu) may|(?:bang )?(?:xep|thu) hang",
  `^(?:nhiem vu|(?:cong )?viec) (?:${LATE}|(?:nao )?(?:bi |dang |con )?(?:cham|tre)(?: tre)?) cua`,
  `(?<=^(?:.* cua )?(?:so|ubnd|uy ban|van phong) .*)${LATE}`,
  "^(?:ket qua|diem(?: so)?|nhiem vu|(?:cong )?viec)(?: nao)?(?: cua)?",
  "^van ban (?:cua|do)|(?<=^van ban do .*)ban hanh",
  // “… có đổi không?”
  "co(?! quan)(?= .+ khong\\??$)|(?<=(?<![^ ])co (?!quan).+)(?:hay )?khong(?=\\??$)",
  MEANING,
);

const ASKS_MEANING = whole(MEANING);

function whole(...patterns: readonly string[]): RegExp {
  return new RegExp(`(?<![^ ])(?:${patterns.join("|")})\\??(?![^ ])`, "g");
}

/** Whether a query asks what something means: "TTHC là gì?". */
export function asksMeaning(query: string): boolean {
  return fold(query).search(ASKS_MEANING) >= 0;
}

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
  return query.replace(/(?<=\d)[/.,:-]+(?=[\p{L}\d])|(?<=\p{L}{2})[/.,:-]*(?=\d)/gu, " ");
}

/** A query as it is looked up. */
export interface Variant {
  readonly text: string;
  /** What was put into it. */
  readonly put?: string;
}

/** Words that all variants of a query have together at most: a long text is looked up as it stands. */
const MOST_WORDS = 150;

/** The query, and what it is with abbreviations spelled out or expansions abbreviated, one after another. */
export function widen(query: string, abbreviations: SearchTable["abbreviations"]): Variant[] {
  const pairs = abbreviations.flatMap(([short, long]) => [
    { wanted: foldedWords(short), put: long },
    { wanted: foldedWords(long), put: short },
  ]);
  const variants = new Map<string, Variant>([[foldedWords(query).join(" "), { text: query }]]);
  let room = MOST_WORDS;
  // What is added meanwhile is widened as well.
  for (const [key, { text }] of variants) {
    const folded = key.split(" ");
    for (const { wanted, put } of pairs) {
      const at = folded.findIndex((_, i) => wanted.every((word, j) => word === folded[i + j]));
      if (at < 0 || room < folded.length) continue;
      const words = wordsOf(text);
      const other = [...words.slice(0, at), put, ...words.slice(at + wanted.length)].join(" ");
      const otherKey = foldedWords(other).join(" ");
      if (variants.has(otherKey)) continue;
      variants.set(otherKey, { text: other, put });
      room -= folded.length;
    }
  }
  return [...variants.values()];
}

function foldedWords(text: string): string[] {
  return wordsOf(text).map(fold);
}

function wordsOf(text: string): string[] {
  return text
    .split(/\s+/)
    .map(word => word.replace(/,+$/, ""))
    .filter(word => word !== "");
}
