import { hasMarks, queryWords, type SearchWord } from "../../../scripts/model/search-words.ts";
import { fold } from "../../../scripts/model/vietnamese.ts";
import { comparisonOf } from "./comparison.ts";
import type { Sought } from "./excerpt.ts";
import { find, type Hit, standings, type Way } from "./find.ts";
import { type AnsweringSite, type LoadedSites, openSites } from "./loaded-sites.ts";
import {
  asksMeaning,
  inParts,
  runsOf,
  sayingWords,
  splitQuotes,
  topicOf,
  type Variant,
  widen,
} from "./query.ts";
import { isCalled, nameWeight } from "./ranking.ts";
import { suggestQueries } from "./suggest.ts";

/** All hits of a query, best first, and how they were found. */
export interface Answer {
  readonly hits: readonly Hit[];
  /**
   * "apart": nowhere do the words stand together; "folded": nothing has the marks that were typed; "most": nowhere are all
   * of the words.
   */
  readonly how: "exact" | "apart" | "folded" | "most";
  /** What was looked up instead of the query, which finds nothing as it was typed. */
  readonly about?: string;
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

/** The strictest way first; the next is tried when nothing is found. */
const WAYS: readonly Way[] = [true, false].flatMap(withMarks =>
  [true, false].map(inRow => ({ withMarks, inRow })),
);

/** A query, or what it is read as, as it is looked up. */
interface Reading {
  readonly text: string;
  readonly free: string;
  readonly variants: readonly Variant[];
  /** Words of quoted phrases, which always stand in a row. */
  readonly quoted: readonly (readonly SearchWord[])[];
}

/** What was found, and which reading of the query found it. */
interface Found extends Pick<Answer, "hits" | "how" | "sought" | "near"> {
  readonly reading: string;
}

/**
 * Looks up a query and what it asks about; where that finds nothing, its numbers in their parts, then what has most of its
 * words.
 */
async function search(sites: LoadedSites, query: string): Promise<Answer> {
  const [own] = sites.tables();
  const spell = (typed: string) => read(sites, typed).variants.map(({ text }) => text);
  const comparison = own && comparisonOf(query, spell, own);
  const topic = topicOf(query);
  const { reading, ...found } =
    (comparison && { ...comparison, reading: query }) ??
    (await findAnyWay(sites, topic, query)) ??
    (await findAnyWay(sites, inParts(topic))) ??
    (await findMost(sites, topic)) ??
    (await findMost(sites, inParts(topic))) ??
    (await findNear(sites, topic));
  const hits = asksMeaning(query) ? withMeaning(sites, topic, found.hits) : found.hits;
  return {
    ...found,
    hits,
    ...(reading !== query && hits.length > 0 && { about: reading }),
    sites: sites.sites(),
    missing: sites.missing(),
  };
}

function read(sites: LoadedSites, text: string): Reading {
  const { phrases, free } = splitQuotes(text);
  const variants = phrases.length === 0 ? widen(free, sites.abbreviationsOf(free)) : [{ text: free }];
  const quoted = phrases.flatMap(phrase => runsOf(queryWords(phrase)));
  return { text, free, variants, quoted };
}

/**
 * Tries the ways one after the other, and gives the hits of the first that has any.
 * @param asked the whole question, where the query is one about the topic. It is looked up as words in a row only: apart,
 * the words of a question are found everywhere.
 */
async function findAnyWay(sites: LoadedSites, topic: string, asked = topic): Promise<Found | undefined> {
  const readings = [...new Set([asked, topic])].map(text => read(sites, text));
  await sites.reach(
    readings.flatMap(({ variants, quoted }) =>
      variants.map(({ text }) => [...quoted.flat(), ...queryWords(text)]),
    ),
  );
  for (const way of WAYS)
    for (const reading of readings) {
      const marked = hasMarks(reading.text);
      if ((way.withMarks && !marked) || (!way.inRow && reading.text !== topic)) continue;
      const hits = await findHits(sites, reading, way);
      if (hits.length === 0) continue;
      const how = marked && !way.withMarks ? "folded" : way.inRow ? "exact" : "apart";
      const sought = { runs: runsToMark(reading, way), withMarks: way.withMarks };
      return { reading: reading.text, hits, how, sought };
    }
  return undefined;
}

/** Puts first what an abbreviation means, after what is called just so itself. */
function withMeaning(sites: LoadedSites, topic: string, hits: readonly Hit[]): readonly Hit[] {
  const record = sites.meaningOf(topic);
  if (!record) return hits;
  const isItself = ({ part, record }: Hit) => part === 0 && isCalled(record, fold(topic));
  const meaning: Hit = { record, site: 0, order: 0, part: 0, kind: record.kind, score: 0 };
  return [...hits.filter(isItself), meaning, ...hits.filter(hit => !isItself(hit))];
}

/**
 * Hits that have the most of the words, at least two of them and half of their weight. A number must always be found, since
 * another plan of the same office is not what was looked for; it counts as two words, so that another may be missing.
 */
async function findMost(sites: LoadedSites, text: string): Promise<Found | undefined> {
  const { free, quoted } = read(sites, text);
  const withMarks = hasMarks(text);
  const words = [...new Map(sayingWords(queryWords(free)).map(word => [word.folded, word])).values()];
  const weights = words.map(({ folded }) => (NUMBER.test(folded) ? 2 : 1));
  const found = await Promise.all(words.map(word => find(sites, [word], { withMarks, inRow: false })));
  const keys = new Set(quoted.length > 0 ? [] : found.flatMap(hits => [...hits.keys()]));
  const counted = [...keys]
    .filter(key => words.every(({ folded }, i) => !/\d/.test(folded) || found[i]?.has(key)))
    .map(key => ({
      hits: found.flatMap(hits => hits.get(key) ?? []),
      weight: sumOf(found.map((hits, i) => (hits.has(key) ? (weights[i] ?? 0) : 0))),
    }));
  const most = Math.max(2, sumOf(weights) / 2, ...counted.map(({ weight }) => weight));
  const hits = inOrder(
    counted
      .filter(({ weight }) => weight === most)
      .flatMap(({ hits: [hit, ...others] }) =>
        hit
          ? [
              {
                ...hit,
                score: sumOf([hit, ...others].map(({ score }) => score)) * nameWeight(hit, fold(text)),
              },
            ]
          : [],
      ),
  );
  const sought = { runs: words.map(word => [word]), withMarks };
  return hits.length > 0 ? { reading: text, hits, how: "most", sought } : undefined;
}

/** A number that says by itself what is meant; a year does not, nor does "3". */
const NUMBER = /^(?!(?:19|20)\d\d$)(?=.*\d).{3}/;

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** An answer without hits, and what was probably meant: a suggestion is offered only when it finds something. */
async function findNear(sites: LoadedSites, text: string): Promise<Found> {
  const nothing: Found = { reading: text, hits: [], how: "exact", sought: { runs: [], withMarks: false } };
  const words = queryWords(text);
  const places = await Promise.all(words.map(word => standings(sites, word, false)));
  const known = words.filter((_, i) => places[i]?.size).map(({ folded }) => folded);
  for (const near of suggestQueries(text, sites.tables(), new Set(known)))
    if (await findAnyWay(sites, near)) return { ...nothing, near };
  return nothing;
}

/** Words that stand apart are marked one by one, but what an abbreviation was spelled out to only as a whole. */
function runsToMark({ free, variants, quoted }: Reading, { inRow }: Way): Answer["sought"]["runs"] {
  if (inRow) return variants.flatMap(({ text }) => [...quoted, ...runsOf(queryWords(text))]);
  return [
    ...quoted,
    ...queryWords(free).map(word => [word]),
    ...variants.flatMap(({ put = "" }) => runsOf(queryWords(put))),
  ];
}

/** Hits that have all words of one of the variants, best first. */
async function findHits(
  sites: LoadedSites,
  { variants, quoted }: Reading,
  { withMarks, inRow }: Way,
): Promise<Hit[]> {
  const all = new Map<string, Hit>();
  for (const { text } of variants) {
    const words = queryWords(text);
    const groups = [...quoted, ...(inRow ? runsOf(words) : [sayingWords(words)])].filter(
      ({ length }) => length > 0,
    );
    const found = await Promise.all(
      groups.map((group, i) => find(sites, group, { withMarks, inRow: inRow || i < quoted.length })),
    );
    const [head, ...tail] = found;
    for (const [key, hit] of head ?? []) {
      const others = tail.map(other => other.get(key));
      if (others.some(other => other === undefined)) continue;
      const sum = others.reduce((sum, other) => sum + (other?.score ?? 0), hit.score);
      const score = sum * nameWeight(hit, fold(text));
      if ((all.get(key)?.score ?? -1) < score) all.set(key, { ...hit, score });
    }
  }
  return inOrder([...all.values()]);
}

function inOrder(hits: readonly Hit[]): Hit[] {
  return hits.toSorted(
    (a, b) => b.score - a.score || a.site - b.site || a.order - b.order || a.part - b.part,
  );
}
