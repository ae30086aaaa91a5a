import { hasMarks, queryWords, type SearchWord } from "../../../scripts/model/search-words.ts";
import { fold } from "../../../scripts/model/vietnamese.ts";
import type { Sought } from "./excerpt.ts";
import { find, type Hit, standings, type Way } from "./find.ts";
import { type AnsweringSite, type LoadedSites, openSites } from "./loaded-sites.ts";
import { inParts, runsOf, splitQuotes, topicOf, type Variant, widen } from "./query.ts";
import { isCalled, NAMED } from "./ranking.ts";
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

/** A query as it is looked up. */
interface Asked {
  readonly typed: string;
  readonly free: string;
  readonly variants: readonly Variant[];
  /** Words of quoted phrases, which always stand in a row. */
  readonly quoted: readonly (readonly SearchWord[])[];
}

/**
 * Looks up a query; where it finds nothing, what it asks about, then its numbers in their parts, then what has most of its
 * words.
 */
async function search(sites: LoadedSites, query: string): Promise<Answer> {
  const asked = readQuery(sites, query);
  await sites.reach(asked.variants.map(({ text }) => [...asked.quoted.flat(), ...queryWords(text)]));
  const topic = topicOf(query);
  // Words that only ask stand together by chance; elsewhere than in a row they say nothing.
  const ways = topic === query ? WAYS : WAYS.filter(({ inRow }) => inRow);
  const found = await findAnyWay(sites, query, asked, ways);
  if (found) return found;
  const about = [topic, inParts(query)].find(other => other !== query);
  if (about !== undefined) {
    const answer = await search(sites, about);
    if (answer.hits.length > 0) return { about, ...answer };
  }
  const withMarks = hasMarks(query);
  const hits = await findMost(sites, asked, withMarks);
  return {
    hits,
    how: hits.length > 0 ? "most" : "exact",
    sought: { runs: queryWords(asked.free).map(word => [word]), withMarks },
    near: hits.length > 0 ? undefined : await nearestWithHits(sites, query),
    sites: sites.sites(),
    missing: sites.missing(),
  };
}

function readQuery(sites: LoadedSites, query: string): Asked {
  const { phrases, free } = splitQuotes(query);
  const variants = phrases.length === 0 ? widen(free, sites.abbreviations) : [{ text: free }];
  const quoted = phrases.flatMap(phrase => runsOf(queryWords(phrase)));
  return { typed: fold(query), free, variants, quoted };
}

/** The answer of the first way that finds something. */
async function findAnyWay(
  sites: LoadedSites,
  query: string,
  asked: Asked,
  ways: readonly Way[],
): Promise<Answer | undefined> {
  const marked = hasMarks(query);
  for (const way of ways) {
    const hits = way.withMarks && !marked ? [] : await findHits(sites, asked, way);
    if (hits.length === 0) continue;
    const how = marked && !way.withMarks ? "folded" : way.inRow ? "exact" : "apart";
    const sought = { runs: runsToMark(asked, way), withMarks: way.withMarks };
    return { hits, how, sought, sites: sites.sites(), missing: sites.missing() };
  }
  return undefined;
}

/**
 * What has the most of the words, if that is more than half of them: one word of two says nothing. A number is never left
 * out: another plan of the same office is not what was looked for.
 */
async function findMost(sites: LoadedSites, { free, quoted }: Asked, withMarks: boolean): Promise<Hit[]> {
  const words = [...new Map(queryWords(free).map(word => [word.folded, word])).values()];
  if (quoted.length > 0) return [];
  const found = await Promise.all(words.map(word => find(sites, [word], { withMarks, inRow: false })));
  const keys = new Set(found.flatMap(hits => [...hits.keys()]));
  const counted = [...keys]
    .filter(key => words.every(({ folded }, i) => !/\d/.test(folded) || found[i]?.has(key)))
    .map(key => found.flatMap(hits => hits.get(key) ?? []));
  const most = Math.max(0, ...counted.map(({ length }) => length));
  if (most * 2 <= words.length) return [];
  return inOrder(
    counted
      .filter(({ length }) => length === most)
      .flatMap(([hit, ...others]) =>
        hit ? [{ ...hit, score: others.reduce((sum, { score }) => sum + score, hit.score) }] : [],
      ),
  );
}

/** What was probably meant: only what finds something is offered. */
async function nearestWithHits(sites: LoadedSites, query: string): Promise<string | undefined> {
  const words = queryWords(query);
  const places = await Promise.all(words.map(word => standings(sites, word, false)));
  const known = words.filter((_, i) => places[i]?.size).map(({ folded }) => folded);
  for (const near of suggestQueries(query, sites.tables(), new Set(known)))
    if (await findAnyWay(sites, near, readQuery(sites, near), WAYS)) return near;
  return undefined;
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
  return inOrder([...all.values()]);
}

function inOrder(hits: readonly Hit[]): Hit[] {
  return hits.toSorted(
    (a, b) => b.score - a.score || a.site - b.site || a.order - b.order || a.part - b.part,
  );
}
