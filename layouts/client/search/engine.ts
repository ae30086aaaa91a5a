import {
  type RecordKind,
  type SearchRecord,
  type SearchTable,
  shardFolder,
} from "../../../scripts/model/search-table.ts";
import { hasMarks, isCode, queryWords, type SearchWord } from "../../../scripts/model/search-words.ts";
import { fold } from "../../../scripts/model/vietnamese.ts";
import { loadPacked } from "./packed.ts";

/** What Pagefind is asked for: the positions of one word in every record that has it. */
interface Pagefind {
  options(options: object): Promise<void>;
  mergeIndex(path: string): Promise<void>;
  search(query: string): Promise<{ results: { id: string; words: number[] }[] } | null>;
}

/** One hit: a record, or one task of a plan. */
export interface Hit {
  readonly record: SearchRecord;
  /** 0 = the record itself, n = the n-th task of the plan. */
  readonly part: number;
  readonly kind: RecordKind | "task";
  readonly score: number;
}

/** All hits of a query, best first, and how they were found. */
export interface Answer {
  readonly hits: readonly Hit[];
  /** "apart": nowhere do the words stand together; "folded": nothing has the marks that were typed. */
  readonly how: "exact" | "apart" | "folded";
  /** The words that were looked up, for marking them in the text: folded, or with marks. */
  readonly terms: readonly string[];
}

/** The index of one site, loaded when it is first needed. */
export interface Engine {
  readonly table: SearchTable;
  search(query: string): Promise<Answer>;
}

/** Loads Pagefind and the table of records. */
export async function loadEngine(base: string): Promise<Engine> {
  const [pagefind, table] = await Promise.all([
    import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<Pagefind>,
    loadPacked<SearchTable>(`${base}pagefind/records.pack`),
  ]);
  const folder = `${base}pagefind/`;
  await pagefind.options({ noWorker: true, basePath: folder });
  const others = Array.from({ length: table.shards - 1 }, (_, i) => `${folder}${shardFolder(i + 2)}`);
  await Promise.all(others.map(path => pagefind.mergeIndex(path)));
  const byHash = new Map(table.records.map(record => [record.hash, record]));
  const places = new Map(table.records.map((record, i) => [record, i]));
  const order = ({ record }: Hit) => places.get(record) ?? 0;
  const positions = cachedPositions(pagefind);

  /** Where a word stands: as it was typed, or as any word that folds to it. */
  async function standings({ folded, marked }: SearchWord, withMarks: boolean): Promise<Standings> {
    const spellings = withMarks
      ? [marked]
      : [spellPlain(folded, marked), ...(table.vocabulary[folded] ?? [])];
    const [first, ...others] = await Promise.all(spellings.map(positions));
    if (!first || others.length === 0) return first ?? new Map();
    const all = new Map([...first].map(([hash, found]) => [hash, new Set(found)]));
    for (const other of others)
      for (const [hash, found] of other) {
        const known = all.get(hash);
        if (known) for (const position of found) known.add(position);
        else all.set(hash, new Set(found));
      }
    return all;
  }

  /** The parts of every record in which the words stand: in a row, or all of them anywhere in the part. */
  async function find(
    words: readonly SearchWord[],
    marked: boolean,
    inRow: boolean,
  ): Promise<Map<string, Hit>> {
    const lists = await Promise.all(words.map(word => standings(word, marked)));
    const [first, ...others] = lists;
    const hits = new Map<string, Hit>();
    for (const [hash, starts] of first ?? []) {
      const record = byHash.get(hash);
      const rest = others.map(list => list.get(hash));
      if (!record || rest.some(list => list === undefined)) continue;
      const found = inRow
        ? inARow(starts, rest as Set<number>[])
        : [...starts, ...rest.flatMap(list => [...(list ?? [])])];
      const parts = partsAt(record, found);
      for (const [part, at] of parts) {
        if (!inRow && !others.every(list => partsAt(record, [...(list.get(hash) ?? [])]).has(part))) continue;
        if (!inRow && !partsAt(record, [...starts]).has(part)) continue;
        hits.set(`${hash}|${part}`, {
          record,
          part,
          kind: part > 0 ? "task" : record.kind,
          score: scoreOf(record, part, at),
        });
      }
    }
    return hits;
  }

  async function search(query: string): Promise<Answer> {
    const { phrases, free } = splitQuotes(query);
    const marked = hasMarks(query);
    const variants = phrases.length === 0 ? widen(free, marked, table.abbreviations) : [free];
    const attempt = async (withMarks: boolean, inRow: boolean) => {
      const all = new Map<string, Hit>();
      for (const variant of variants) {
        const quoted = phrases.flatMap(phrase => runsOf(queryWords(phrase)));
        const free = inRow ? runsOf(queryWords(variant)) : [queryWords(variant)];
        const groups = [...quoted, ...free].filter(words => words.length > 0);
        const found = await Promise.all(
          groups.map((words, i) => find(words, withMarks, inRow || i < quoted.length)),
        );
        const [head, ...tail] = found;
        for (const [key, hit] of head ?? []) {
          const others = tail.map(other => other.get(key));
          if (others.some(other => other === undefined)) continue;
          const score = others.reduce((sum, other) => sum + (other?.score ?? 0), hit.score);
          if ((all.get(key)?.score ?? -1) < score) all.set(key, { ...hit, score });
        }
      }
      return [...all.values()].sort((a, b) => b.score - a.score || order(a) - order(b) || a.part - b.part);
    };
    const terms = variants.flatMap(variant => [...phrases, variant]);
    for (const withMarks of marked ? [true, false] : [false])
      for (const inRow of [true, false]) {
        const hits = await attempt(withMarks, inRow);
        if (hits.length > 0)
          return {
            hits,
            how: marked && !withMarks ? "folded" : inRow ? "exact" : "apart",
            terms: withMarks ? terms : terms.map(fold),
          };
      }
    return { hits: [], how: "exact", terms };
  }
  return { table, search };
}

/** Where a word stands, by record. */
type Standings = ReadonlyMap<string, Set<number>>;

/** The index's own spelling of a word without marks; a number or id has only one. */
function spellPlain(folded: string, marked: string): string {
  return folded + marked.slice(-1);
}

/** The positions of a word, by record; every word is asked for once. */
function cachedPositions(pagefind: Pagefind): (word: string) => Promise<Standings> {
  const known = new Map<string, Promise<Standings>>();
  return word => {
    const before = known.get(word);
    if (before) return before;
    const asked = pagefind
      .search(word)
      .then(answer => new Map(answer?.results.map(({ id, words }) => [id, new Set(words)])));
    known.set(word, asked);
    return asked;
  };
}

/** Positions at which all words stand one after another. */
function inARow(starts: Set<number>, rest: readonly Set<number>[]): number[] {
  return [...starts].filter(start => rest.every((list, i) => list.has(start + i + 1)));
}

/** The parts of a record that positions fall into, with the nearest position to the part's beginning. */
function partsAt(record: SearchRecord, positions: readonly number[]): Map<number, number> {
  const parts = new Map<number, number>();
  const sorted = [...positions].sort((a, b) => a - b);
  let part = 0;
  let begin = 0;
  for (const position of sorted) {
    while (part < record.lengths.length && position >= begin + (record.lengths[part] ?? 0)) {
      begin += record.lengths[part] ?? 0;
      part++;
    }
    if (part < record.lengths.length && !parts.has(part)) parts.set(part, position - begin);
  }
  return parts;
}

const KIND_WEIGHT: Record<RecordKind, number> = {
  plan: 3,
  agency: 2.5,
  document: 2.5,
  result: 2,
  update: 1.5,
  dashboard: 1.5,
  page: 1,
};

/** A word early in a part stands in its title; records come before the tasks that merely mention the words. */
function scoreOf(record: SearchRecord, part: number, at: number): number {
  return (part === 0 ? KIND_WEIGHT[record.kind] : 2) * (1 / (1 + at / 12));
}

/** Words that have to stand in a row: a number or id stands for itself, since the index has its parts beside it. */
function runsOf(words: readonly SearchWord[]): SearchWord[][] {
  const runs: SearchWord[][] = [[]];
  for (const word of words) {
    if (isCode(word)) runs.push([word], []);
    else runs.at(-1)?.push(word);
  }
  return runs.filter(run => run.length > 0);
}

/** "…" are phrases, the rest is free. */
function splitQuotes(query: string): { phrases: string[]; free: string } {
  const phrases = [...query.matchAll(/["“”]([^"“”]+)["“”]/g)].map(([, phrase = ""]) => phrase);
  return { phrases, free: query.replace(/["“”][^"“”]*["“”]?/g, " ") };
}

/** The query, and the query with one abbreviation spelled out or one expansion abbreviated. */
function widen(query: string, marked: boolean, abbreviations: SearchTable["abbreviations"]): string[] {
  const variants = [query];
  const folded = ` ${fold(query)} `;
  for (const [short, long] of abbreviations) {
    const brief = ` ${fold(short)} `;
    const full = ` ${fold(long.replace(/[,]/g, ""))} `;
    if (folded.includes(brief)) variants.push(folded.replace(brief, marked ? ` ${long} ` : full).trim());
    else if (folded.replaceAll(",", "").includes(full))
      variants.push(folded.replaceAll(",", "").replace(full, brief).trim());
  }
  return variants;
}
