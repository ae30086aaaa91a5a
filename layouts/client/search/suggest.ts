import type { SearchTable } from "../../../scripts/model/search-table.ts";
import { findNearest, fold } from "../../../scripts/model/vietnamese.ts";

/**
 * What was probably meant by a query that finds nothing, the likeliest first: a name of the sites that is nearly the same;
 * the query with each unknown word freed of the keys that make marks, divided into words of the sites where the spaces were
 * left out, or replaced by the nearest of them. Without marks.
 * @param known words of the query that the sites have, without marks
 */
export function* suggestQueries(
  query: string,
  tables: readonly SearchTable[],
  known: ReadonlySet<string>,
): Iterable<string> {
  const names = tables
    .flatMap(({ abbreviations, agencies, records }) => [
      ...abbreviations.flat(),
      ...Object.values(agencies),
      ...records.map(({ title, called = title }) => called),
    ])
    .filter(Boolean);
  const name = findNearest(query, names);
  if (name !== undefined) yield name;
  const vocabulary = new Set([
    ...tables.flatMap(table => Object.keys(table.vocabulary)),
    ...names.flatMap(each => fold(each).split(/[^\p{L}\p{N}]+/u)),
  ]);
  const words = fold(query).split(" ").filter(Boolean);
  const mended = words.map(word => (known.has(word) || vocabulary.has(word) ? word : mend(word, vocabulary)));
  if (mended.some((word, i) => word !== words[i])) yield mended.join(" ");
}

function mend(word: string, vocabulary: ReadonlySet<string>): string {
  const plain = word.replace(KEYS, "$1");
  if (vocabulary.has(plain)) return plain;
  // What has no vowel abbreviates something that the sites do not know.
  const isWord = word.length >= 4 && VOWEL.test(word);
  return divide(word, vocabulary) ?? ((isWord && findNearest(word, vocabulary)) || word);
}

const VOWEL = /[aeiouy]/;

/** Keys that stay as letters or digits where no program makes marks of them: "ddaats", "d9a6t1" → "dat". */
const KEYS = /([adeo])\1|w|(?<=[aeiouy][a-z]*)[sfrxj]|(?<=[a-z])\d/g;

/** Letters of the longest word that is divided: several words of a query typed as one. */
const LONGEST = 60;

/** "dichvucong" → "dich vu cong": as long words as make it up; none of one letter, none that cannot be spoken. */
function divide(word: string, vocabulary: ReadonlySet<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  // What the rest from each letter on is made up of, the last first: no rest is divided twice.
  const rests: (string | undefined)[] = Array.from({ length: word.length });
  rests.push("");
  for (let from = word.length - 2; from >= 0; from--)
    for (let to = word.length; to >= from + 2 && rests[from] === undefined; to--) {
      const first = word.slice(from, to);
      const isWord = vocabulary.has(first) && VOWEL.test(first);
      if (isWord && rests[to] !== undefined) rests[from] = `${first} ${rests[to]}`.trimEnd();
    }
  return rests[0];
}
