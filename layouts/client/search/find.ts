import type { RecordKind, SearchRecord } from "../../../scripts/model/search-table.ts";
import type { SearchWord } from "../../../scripts/model/search-words.ts";
import type { LoadedSites } from "./loaded-sites.ts";
import type { Standings } from "./positions.ts";
import { scoreOf } from "./ranking.ts";

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
  /** Short name of the agency whose plan the record is. */
  readonly issuer?: string | undefined;
  readonly score: number;
}

/** How the words of a query are looked up. */
export interface Way {
  /** As they were typed, or else as any word that folds to them. */
  readonly withMarks: boolean;
  /** One after another, or else all of them anywhere in a part. */
  readonly inRow: boolean;
}

/** The parts of every record in which the words stand. */
export async function find(
  sites: LoadedSites,
  words: readonly SearchWord[],
  { withMarks, inRow }: Way,
): Promise<Map<string, Hit>> {
  const [first, ...others] = await Promise.all(words.map(word => standings(sites, word, withMarks)));
  const hits = new Map<string, Hit>();
  for (const [key, starts] of first ?? []) {
    const place = sites.placeOf(key);
    if (!place || others.some(list => !list.has(key))) continue;
    const rest = others.flatMap(list => list.get(key) ?? []);
    const { record, lengths, site, order, issuer } = place;
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
        issuer,
        score: scoreOf(record, part, at),
      });
  }
  return hits;
}

/** Where a word stands: as it was typed, or as any word that folds to it. */
export async function standings(
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
