import { readLengths } from "../../../scripts/model/part-lengths.ts";
import type { RecordKind, SearchRecord, SearchTable } from "../../../scripts/model/search-table.ts";
import { hasMarks, queryWords, type SearchWord, wordKey } from "../../../scripts/model/search-words.ts";
import { fold } from "../../../scripts/model/vietnamese.ts";
import type { Sought } from "./excerpt.ts";
import { openIndex, recordKey, type Standings } from "./positions.ts";
import { runsOf, splitQuotes, type Variant, widen } from "./query.ts";
import { isCalled, NAMED, scoreOf } from "./ranking.ts";
import { type KnownSite, loadPeers, loadTable, type SearchedSite, thisSite } from "./sites.ts";
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

/** A site with the short names of the agencies and indices that its records name. */
export interface AnsweringSite extends SearchedSite {
  readonly agencies: SearchTable["agencies"];
  readonly indices: Readonly<Record<string, string>>;
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

/** A record of a site that is loaded. */
interface Place extends Pick<Hit, "record" | "site" | "order"> {
  /** How many words each of its parts has. */
  readonly lengths: readonly number[];
}

/** Index and tables, loaded when they are first needed. */
export interface Engine {
  search(query: string): Promise<Answer>;
}

/** Loads Pagefind and the table of this site; of other sites only what may have the words of a query. */
export async function loadEngine(base: string): Promise<Engine> {
  const own = thisSite(base);
  const [client, table] = await Promise.all([
    import(/* @vite-ignore */ `${base}pagefind/pagefind.js`),
    loadTable(own),
  ]);
  const { abbreviations } = table;
  const index = openIndex(client, { ...own, place: 0, shards: table.shards });
  const peers = await loadPeers(own, table);
  const tables = new Map([[0, table]]);
  const byKey = new Map<string, Place>();
  const missing = new Set(table.unsearched);
  const reached = new Map<KnownSite, Promise<void>>();
  learn(0, table);

  function learn(site: number, { records, lengths }: SearchTable): void {
    for (const [order, record] of records.entries())
      byKey.set(recordKey(site, record.hash), {
        record,
        lengths: readLengths(lengths[order] ?? ""),
        site,
        order,
      });
  }

  /** Loads the sites that may have all words of one of the variants; the others have nothing to do with the query. */
  async function reach(variants: readonly (readonly SearchWord[])[]): Promise<void> {
    const wanted = peers.filter(({ mayHave }) =>
      variants.some(words => words.length > 0 && words.every(word => mayHave(wordKey(word)))),
    );
    const fresh = wanted.filter(peer => !reached.has(peer));
    if (fresh.length > 0) index.add(fresh);
    for (const peer of fresh)
      reached.set(
        peer,
        loadTable(peer).then(
          loaded => {
            tables.set(peer.place, loaded);
            learn(peer.place, loaded);
          },
          () => void missing.add(peer.name),
        ),
      );
    await Promise.all(wanted.map(peer => reached.get(peer)));
  }

  /** Where a word stands: as it was typed, or as any word that folds to it. */
  async function standings({ folded, marked, plain }: SearchWord, withMarks: boolean): Promise<Standings> {
    const known = [...tables.values()].flatMap(({ vocabulary }) =>
      Object.hasOwn(vocabulary, folded) ? (vocabulary[folded] ?? []) : [],
    );
    const spellings = withMarks ? [marked] : [plain, ...new Set(known)];
    const [first, ...rest] = await Promise.all(spellings.map(index.positions));
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

  /** The parts of every record in which the words stand: in a row, or all of them anywhere in the part. */
  async function find(
    words: readonly SearchWord[],
    marked: boolean,
    inRow: boolean,
  ): Promise<Map<string, Hit>> {
    const lists = await Promise.all(words.map(word => standings(word, marked)));
    const [first, ...others] = lists;
    const hits = new Map<string, Hit>();
    for (const [key, starts] of first ?? []) {
      const place = byKey.get(key);
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

  async function search(query: string): Promise<Answer> {
    const { phrases, free } = splitQuotes(query);
    const marked = hasMarks(query);
    const typed = fold(query);
    const variants: Variant[] = phrases.length === 0 ? widen(free, abbreviations) : [{ text: free }];
    const quoted = phrases.flatMap(phrase => runsOf(queryWords(phrase)));
    const rows = variants.map(({ text }) => [...quoted, ...runsOf(queryWords(text))]);
    const attempt = async (withMarks: boolean, inRow: boolean) => {
      const all = new Map<string, Hit>();
      for (const [i, { text }] of variants.entries()) {
        const groups = inRow ? (rows[i] ?? []) : [...quoted, queryWords(text)];
        const found = await Promise.all(
          groups
            .filter(words => words.length > 0)
            .map((words, place) => find(words, withMarks, inRow || place < quoted.length)),
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
    };
    // Words that stand apart are marked one by one, but what an abbreviation was spelled out to only as a whole.
    const apart = () => [
      ...quoted,
      ...queryWords(free).map(word => [word]),
      ...variants.flatMap(({ put = "" }) => runsOf(queryWords(put))),
    ];
    await reach(variants.map(({ text }) => [...phrases, text].flatMap(queryWords)));
    for (const withMarks of marked ? [true, false] : [false])
      for (const inRow of [true, false]) {
        const hits = await attempt(withMarks, inRow);
        if (hits.length > 0)
          return {
            ...searched(),
            hits,
            how: marked && !withMarks ? "folded" : inRow ? "exact" : "apart",
            sought: { runs: inRow ? rows.flat() : apart(), withMarks },
          };
      }
    return {
      ...searched(),
      hits: [],
      how: "exact",
      sought: { runs: [], withMarks: false },
      near: suggestQuery(query, [...tables.values()]),
    };
  }

  const searched = () => ({
    sites: [own, ...peers].map(({ id, name, root, folder, details }, place): AnsweringSite => {
      const { agencies = {}, records = [] } = tables.get(place) ?? {};
      return { id, name, root, folder, details, agencies, indices: indexNames(records) };
    }),
    missing: [...missing, ...index.unreadable().map(({ name }) => name)],
  });
  return { search };
}

/** What each index is called: its own page is the one that is of no year. */
function indexNames(records: readonly SearchRecord[]): Record<string, string> {
  const own = records.filter(({ kind, years }) => kind === "result" && years === undefined);
  return Object.fromEntries(own.map(({ indices: [id = ""], title }) => [id, title]));
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
