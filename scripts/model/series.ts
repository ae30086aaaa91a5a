import type { SeriesBreak } from "./indices.ts";
import { getOrMake } from "./maps.ts";
import type { ResultBasis } from "./result-basis.ts";

/** One result as charts need it; a row of data/results, or the same row read from a JSON download. */
export interface Cell {
  readonly agency: string;
  readonly year: number;
  /** Undefined where only a rank was published. */
  readonly value?: number | undefined;
  /** Undefined = that of the index; domains may be in per cent of their maximum. */
  readonly unit?: string | undefined;
  /** Published place, 1 = best; never computed here. */
  readonly rank?: number | undefined;
  readonly rank_of?: number | undefined;
  readonly maximum?: number | undefined;
  readonly basis?: ResultBasis | undefined;
  /** Class or quartile as published, such as "A". */
  readonly group?: string | undefined;
  /** A change that the source itself prints; quoted, never computed. */
  readonly stated_change?: number | undefined;
  readonly source?: string | undefined;
  readonly note?: string | undefined;
}

/** First and last year at whose end an agency exists: of other years nobody publishes a result of it. */
export interface Lifetime {
  readonly since?: number | undefined;
  readonly until?: number | undefined;
}

/** What of a result is shown over the years. */
export type Measure = "value" | "rank";

/** Breaks that no line and no comparison may cross: all but the soft ones. */
export function hardBreaks(breaks: readonly SeriesBreak[]): SeriesBreak[] {
  return breaks.filter(({ kind }) => kind !== "soft");
}

/** Breaks that may be crossed by whoever names them. */
export function softBreaks(breaks: readonly SeriesBreak[]): SeriesBreak[] {
  return breaks.filter(({ kind }) => kind === "soft");
}

/**
 * The hard breaks between two years, in either order; none = the two may be compared. A break whose years are further apart
 * lies anywhere between them.
 */
export function hardBreaksBetween(breaks: readonly SeriesBreak[], a: number, b: number): SeriesBreak[] {
  const [from, to] = a < b ? [a, b] : [b, a];
  return hardBreaks(breaks).filter(({ between: [before, after] }) => from < after && before < to);
}

/**
 * Cuts a series into the stretches that may be joined by a line: cut at a year without the measure and at every hard
 * break. A gap stays open; nothing is interpolated.
 * @param items one agency's results in the order of years
 */
export function runsOf<Item extends { readonly year: number }>(
  items: readonly Item[],
  breaks: readonly SeriesBreak[],
): Item[][] {
  return stretchesOf(items, breaks).flatMap(stretch =>
    splitBetween(stretch, (before, item) => item.year !== before.year + 1),
  );
}

/** Cuts a series at hard breaks only: the stretches whose values may be compared, gaps or not. */
export function stretchesOf<Item extends { readonly year: number }>(
  items: readonly Item[],
  breaks: readonly SeriesBreak[],
): Item[][] {
  return splitBetween(items, (before, item) => hardBreaksBetween(breaks, before.year, item.year).length > 0);
}

/**
 * Cuts the years with a rank into the stretches whose ranks may be compared: at hard breaks, and wherever it is not known
 * that as many were ranked.
 */
export function rankStretchesOf(cells: readonly Cell[], breaks: readonly SeriesBreak[]): Cell[][] {
  return stretchesOf(cells, breaks).flatMap(stretch =>
    splitBetween(stretch, (before, cell) => before.rank_of === undefined || before.rank_of !== cell.rank_of),
  );
}

function splitBetween<Item>(
  items: readonly Item[],
  isApart: (before: Item, item: Item) => boolean,
): Item[][] {
  const pieces: Item[][] = [];
  for (const item of items) {
    const piece = pieces.at(-1);
    const before = piece?.at(-1);
    if (!piece || before === undefined || isApart(before, item)) pieces.push([item]);
    else piece.push(item);
  }
  return pieces;
}

/** How much the second value is more, to the decimals that scores are published with: 86.57 − 80.91 is 5.66, not 5.659999. */
export function difference(from: number, to: number): number {
  return Math.round((to - from) * 1e4) / 1e4;
}

/**
 * Later minus earlier value, in the unit of the index.
 * @returns undefined when a value is missing or a hard break lies between the years: then nothing may be computed.
 */
export function changeBetween(
  earlier: Pick<Cell, "year" | "value">,
  later: Pick<Cell, "year" | "value">,
  breaks: readonly SeriesBreak[],
): number | undefined {
  if (earlier.value === undefined || later.value === undefined) return undefined;
  if (hardBreaksBetween(breaks, earlier.year, later.year).length > 0) return undefined;
  return difference(earlier.value, later.value);
}

/**
 * The computed change where the change that the source prints differs from it by more than rounding: a note for the
 * reader, both values stand.
 * @returns undefined when they agree, or when either is missing or may not be computed
 */
export function changeUnlikeStated(
  earlier: Pick<Cell, "year" | "value"> | undefined,
  later: Pick<Cell, "year" | "value" | "stated_change">,
  breaks: readonly SeriesBreak[],
): number | undefined {
  const computed = earlier && changeBetween(earlier, later, breaks);
  if (computed === undefined || later.stated_change === undefined) return undefined;
  // Half a hundredth is rounded up by one source and down by the other.
  return Math.round(Math.abs(computed - later.stated_change) * 1e4) > 50 ? computed : undefined;
}

/** Lowest, mean and highest value of all peers in one year. */
export interface Spread {
  readonly year: number;
  readonly min: number;
  readonly max: number;
  /** Unweighted mean of the values at hand. */
  readonly mean: number;
  readonly count: number;
  /** The source that most of the values come from. */
  readonly source: string | undefined;
}

/**
 * The spread of the peers' values year by year, only for years in which nearly all of them are known: the range of
 * ten provinces out of 63 is not the national range.
 * @param baseOf how many were measured in a year; undefined = not known, then no spread is given
 */
export function spreadsOf(cells: Iterable<Cell>, baseOf: (year: number) => number | undefined): Spread[] {
  const byYear = new Map<number, { values: number[]; sources: Map<string | undefined, number> }>();
  for (const { year, value, source } of cells) {
    if (value === undefined) continue;
    const known = getOrMake(byYear, year, () => ({ values: [], sources: new Map() }));
    known.values.push(value);
    known.sources.set(source, (known.sources.get(source) ?? 0) + 1);
  }
  const spreads: Spread[] = [];
  for (const [year, { values, sources }] of [...byYear].sort(([a], [b]) => a - b)) {
    const base = baseOf(year);
    if (base === undefined || !isNearlyAll(values.length, base)) continue;
    const sum = values.reduce((total, value) => total + value, 0);
    spreads.push({
      year,
      min: Math.min(...values),
      max: Math.max(...values),
      mean: sum / values.length,
      count: values.length,
      source: [...sources].sort(([, a], [, b]) => b - a)[0]?.[0],
    });
  }
  return spreads;
}

/** Whether there may be a result of a year. */
export function livesIn({ since = -Infinity, until = Infinity }: Lifetime, year: number): boolean {
  return since <= year && year <= until;
}

/** Years of [from, to] in which an agency has no value of this measure, though it could have one. */
export function missingYears(
  { cells, ...lifetime }: Lifetime & { readonly cells: readonly Cell[] },
  [from, to]: readonly [number, number],
  measure: Measure,
): number[] {
  const known = new Set(cells.filter(cell => cell[measure] !== undefined).map(({ year }) => year));
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).filter(
    year => livesIn(lifetime, year) && !known.has(year),
  );
}

/**
 * Whether so many known values speak for all that were measured: at least nine in ten. Mean, median and quartiles of
 * fewer would be those of whoever happened to be found.
 * @param base how many were measured; undefined = not known, and what is known is taken for all
 */
export function isNearlyAll(known: number, base: number | undefined): boolean {
  return base === undefined || known >= 0.9 * base;
}

/**
 * Results of one year in the order of their places, where each has one out of the same number: of some only the place is
 * known, and the sixth does not stand below the last. Otherwise by standing.
 */
export function bestFirst(cells: readonly Cell[]): Cell[] {
  const base = cells[0]?.rank_of;
  const isRanked = cells.every(({ rank, rank_of }) => rank !== undefined && rank_of === base);
  return cells.toSorted((a, b) => (isRanked && (a.rank ?? 0) - (b.rank ?? 0)) || byStanding(a, b));
}

/** Orders by value, best first; those without a value last, by rank. */
export function byStanding(a: Cell, b: Cell): number {
  return (b.value ?? -Infinity) - (a.value ?? -Infinity) || (a.rank ?? Infinity) - (b.rank ?? Infinity);
}
