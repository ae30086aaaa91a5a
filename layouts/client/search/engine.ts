import type { RecordKind, SearchRecord } from "../../../scripts/model/search-table.ts";
import { hasMarks, queryWords, type SearchWord } from "../../../scripts/model/search-words.ts";
import { fold } from "../../../scripts/model/vietnamese.ts";
import type { Sought } from "./excerpt.ts";
import { type AnsweringSite, type LoadedSites, openSites } from "./loaded-sites.ts";
import type { Standings } from "./positions.ts";
import { runsOf, splitQuotes, type Variant, widen } from "./query.ts";
import { isCalled, NAMED, scoreOf } from "./ranking.ts";
import { suggestQuery } from "./suggest.ts";

/** One hit: a record, or one task of a plan. */
export interface Hit {
  readonly record: SearchRecord;
  /** Place of its site among those of the answer. */
  readonly site: number;
  /** Place of its record among those of its site. */
  readonly order: number;
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
  /** What was looked up, for marking it in the text. */
  readonly sought: Sought;
  /** What was probably meant by a query that finds nothing. */
  readonly near?: string | undefined;
  /** The sites that were searched, this one first. */
  readonly sites: readonly AnsweringSite[];
  /** Names of the sites that should have been searched and could not be. */
  readonly missing: readonly string[];
}

/** Index and tables, loaded when they are first needed. */
export interface Engine {
  search(query: string): Promise<Answer>;
}

/** Loads Pagefind and the table of this site; of other sites only what may have the words of a query. */
export async function loadEngine(base: string): Promise<Engine> {
  const sites = await openSites(base);
  return { search: query => search(sites, query) };
}

/** How the words of a query are looked up. */
interface Way {
  /** As they were typed, or else as any word that folds to them. */
  readonly withMarks: boolean;
  /** One after another, or else all of them anywhere in a part. */
  readonly inRow: boolean;
}

/** The strictest way first; the next is tried when nothing is found. */
const WAYS: readonly Way[] = [true, false].flatMap(withMarks =>
  [true, false].map(inRow => ({ withMarks, inRow })),
);

/** A query as it is looked up. */
interface Asked {
  readonly typed: string;
  readonly free: string;
  readonly variants: readonly Variant[];
  /** Words of quoted phrases, which always stand in a row. */
  readonly quoted: readonly (readonly SearchWord[])[];
}

async function search(sites: LoadedSites, query: string): Promise<Answer> {
  const { phrases, free } = splitQuotes(query);
  const variants = phrases.length === 0 ? widen(free, sites.abbreviations) : [{ text: free }];
  const quoted = phrases.flatMap(phrase => runsOf(queryWords(phrase)));
  const asked = { typed: fold(query), free, variants, quoted };
  await sites.reach(variants.map(({ text }) => [...phrases, text].flatMap(queryWords)));
  const marked = hasMarks(query);
  for (const way of WAYS) {
    const hits = way.withMarks && !marked ? [] : await findHits(sites, asked, way);
    if (hits.length === 0) continue;
    const how = marked && !way.withMarks ? "folded" : way.inRow ? "exact" : "apart";
    const sought = { runs: runsToMark(asked, way), withMarks: way.withMarks };
    return { hits, how, sought, sites: sites.sites(), missing: sites.missing() };
  }
  return {
    hits: [],
    how: "exact",
    sought: { runs: [], withMarks: false },
    near: suggestQuery(query, sites.tables()),
    sites: sites.sites(),
    missing: sites.missing(),
  };
}

/** Words that stand apart are marked one by one, but what an abbreviation was spelled out to only as a whole. */
function runsToMark({ free, variants, quoted }: Asked, { inRow }: Way): Answer["sought"]["runs"] {
  if (inRow) return variants.flatMap(({ text }) => [...quoted, ...runsOf(queryWords(text))]);
  return [
    ...quoted,
    ...queryWords(free).map(word => [word]),
    ...variants.flatMap(({ put = "" }) => runsOf(queryWords(put))),
  ];
}

/** What has all words of one of the variants, best first. */
async function findHits(
  sites: LoadedSites,
  { typed, variants, quoted }: Asked,
  { withMarks, inRow }: Way,
): Promise<Hit[]> {
  const all = new Map<string, Hit>();
  for (const { text } of variants) {
    const words = queryWords(text);
    const groups = [...quoted, ...(inRow ? runsOf(words) : [words])].filter(({ length }) => length > 0);
    const found = await Promise.all(
      groups.map((group, i) => find(sites, group, { withMarks, inRow: inRow || i < quoted.length })),
    );
    const [head, ...tail] = found;
    for (const [key, hit] of head ?? []) {
      const others = tail.map(other => other.get(key));
      if (others.some(other => other === undefined)) continue;
      const sum = others.reduce((sum, other) => sum + (other?.score ?? 0), hit.score);
      const score = hit.part === 0 && isCalled(hit.record, typed) ? NAMED * sum : sum;
      if ((all.get(key)?.score ?? -1) < score) all.set(key, { ...hit, score });
    }
  }
  return [...all.values()].sort(
    (a, b) => b.score - a.score || a.site - b.site || a.order - b.order || a.part - b.part,
  );
}

/** The parts of every record in which the words stand. */
async function find(
  sites: LoadedSites,
  words: readonly SearchWord[],
  { withMarks, inRow }: Way,
): Promise<Map<string, Hit>> {
  const [first, ...others] = await Promise.all(words.map(word => standings(sites, word, withMarks)));
  const hits = new Map<string, Hit>();
  for (const [key, starts] of first ?? []) {
    const place = sites.placeOf(key);
    const rest = others.flatMap(list => list.get(key) ?? []);
    if (!place || rest.length < others.length) continue;
    const { record, lengths, site, order } = place;
    const parts = inRow
      ? partsAt(lengths, inARow(starts, rest))
      : inAll([starts, ...rest].map(list => partsAt(lengths, list)));
    for (const [part, at] of parts)
      hits.set(`${key}|${part}`, {
        record,
        site,
        order,
        part,
        kind: part > 0 ? "task" : record.kind,
        score: scoreOf(record, part, at),
      });
  }
  return hits;
}

/** Where a word stands: as it was typed, or as any word that folds to it. */
async function standings(
  sites: LoadedSites,
  { folded, marked, plain }: SearchWord,
  withMarks: boolean,
): Promise<Standings> {
  const known = sites
    .tables()
    .flatMap(({ vocabulary }) => (Object.hasOwn(vocabulary, folded) ? (vocabulary[folded] ?? []) : []));
  const spellings = withMarks ? [marked] : [plain, ...new Set(known)];
  const [first, ...rest] = await Promise.all(spellings.map(sites.positions));
  if (!first || rest.length === 0) return first ?? new Map();
  const all = new Map([...first].map(([key, found]) => [key, new Set(found)]));
  for (const other of rest)
    for (const [key, found] of other) {
      const known = all.get(key);
      if (known) for (const position of found) known.add(position);
      else all.set(key, new Set(found));
    }
  return all;
}

/** Positions at which all words stand one after another. */
function inARow(starts: ReadonlySet<number>, rest: readonly ReadonlySet<number>[]): number[] {
  return [...starts].filter(start => rest.every((list, i) => list.has(start + i + 1)));
}

/** The parts of a record that positions fall into, with the nearest position to the part's beginning. */
function partsAt(lengths: readonly number[], positions: Iterable<number>): Map<number, number> {
  const parts = new Map<number, number>();
  const sorted = [...positions].sort((a, b) => a - b);
  let part = 0;
  let begin = 0;
  for (const position of sorted) {
    while (part < lengths.length && position >= begin + (lengths[part] ?? 0)) {
      begin += lengths[part] ?? 0;
      part++;
    }
    if (part < lengths.length && !parts.has(part)) parts.set(part, position - begin);
  }
  return parts;
}

/** The parts that every word falls into, with the position by which all of them have come. */
function inAll(words: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const [first = new Map<number, number>(), ...others] = words;
  return new Map(
    [...first].flatMap(([part, at]) => {
      const rest = others.flatMap(places => places.get(part) ?? []);
      return rest.length < others.length ? [] : [[part, Math.max(at, ...rest)]];
    }),
  );
}
