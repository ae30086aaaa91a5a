import type { TrendData } from "../../scripts/model/chart.ts";
import {
  type Cell,
  changeBetween,
  type Measure,
  missingYears,
  rankStretchesOf,
  stretchesOf,
} from "../../scripts/model/series.ts";
import type { Move } from "../chart-sentences.ts";
import type { ChartWords } from "../chart-strings.ts";
import { formatAmount, formatSize } from "../format.ts";
import { cautionsOf } from "./cautions.ts";
import { measureOf } from "./trend-marks.ts";

/** What a chart shows: its point in one sentence, where there is one to make, and the rest. */
export interface Description {
  readonly point: string;
  readonly rest: string;
  /** What may not be compared, and what only with care: the fine print of the rest. */
  readonly cautions?: readonly string[];
}

/**
 * Trends and ranks over years. A change is said only inside a stretch without a hard break, of ranks only where as many
 * were ranked; a printed change is quoted as such.
 */
export function describeTrend(data: TrendData, words: ChartWords): Description {
  const { sentence, number } = words;
  const kind = kindOf(data);
  const latest = data.series.map(({ name, cells }) => {
    const stretch = comparableOf(cells, data).at(-1) ?? [];
    return `${name}: ${latestWords(stretch, data, words)}.`;
  });
  // Among many agencies only the latest stretch of each is told; the table has the rest.
  const before = data.series.map(series => {
    const { name, cells } = series;
    if (data.series.length > 2 || cells.length === 0) return "";
    const told = comparableOf(cells, data).map((stretch, i, all) =>
      stretchWords(stretch, data, words, i === all.length - 1),
    );
    const missing = missingYears(series, data.years, kind);
    const of = data.series.length > 1 ? name : undefined;
    const gaps = missing.length > 0 ? ` ${sentence.missing(kind, yearList(missing), of)}` : "";
    const known = told.filter(Boolean).join("; ");
    return `${known && `${of ?? capital(data.measured)}: ${known}.`}${gaps}`;
  });
  const targets = data.targets.map(judgement => capital(words.judged(judgement, data.unit)));
  const spread = data.spreads.at(-1);
  const national = stretchesOf(data.national, data.breaks).at(-1) ?? [];
  const context = spread
    ? sentence.spread(spread.year, spread.count, number(spread.min), number(spread.max), number(spread.mean))
    : `${capital(words.nationwide)}: ${latestWords(national, data, words)}.`;
  // Of two both are the point; among more, the first is the one that was asked for.
  const told = latest.length === 2 ? 2 : 1;
  const point = latest.slice(0, told).join(" ") || context;
  const rest = [...latest.slice(told), ...before, ...targets].map(text => text.trim());
  return {
    point,
    rest: rest.filter(Boolean).join(" "),
    cautions: cautionsOf(data.breaks, data.years, words),
  };
}

/** The stretches within which the measure that is shown may be compared. */
function comparableOf(cells: readonly Cell[], { type, breaks }: TrendData): Cell[][] {
  return type === "rank" ? rankStretchesOf(cells, breaks) : stretchesOf(cells, breaks);
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function showCell(cell: Cell, data: TrendData, words: ChartWords): string {
  return data.type === "rank"
    ? words.sentence.rank(words.ranked(cell.rank ?? 0, cell.rank_of))
    : formatAmount(words.number(cell.value ?? 0), data.unit);
}

function kindOf({ type }: TrendData): Measure {
  return type === "rank" ? "rank" : "value";
}

/** Year and value of the last result, and the change since the first of its stretch. */
function latestWords(cells: readonly Cell[], data: TrendData, words: ChartWords): string {
  const [first] = cells;
  const last = cells.at(-1);
  if (!first || !last) return words.sentence.none(kindOf(data));
  const { sentence } = words;
  const ranked =
    data.type !== "rank" && data.series.length < 3 && last.rank !== undefined
      ? `, ${sentence.rank(words.ranked(last.rank, last.rank_of))}`
      : "";
  const now = `${sentence.inYear(last.year, showCell(last, data, words))}${ranked}`;
  return `${now}${first === last ? stated(first, words) : moveWords(first, last, data, words)}`;
}

/** ", tăng 3,69 điểm so với năm 2022"; empty where nothing may be computed. */
function moveWords(first: Cell, last: Cell, data: TrendData, words: ChartWords): string {
  if (data.type === "rank") return rankMove(first, last, words);
  const change = changeBetween(first, last, data.breaks);
  if (change === undefined) return "";
  const by = formatAmount(formatSize(change, words.number), words.changeUnit(data.unit));
  return words.sentence.changed(moveOf(change), by, first.year);
}

/** Highest and lowest of a stretch, and how it ended; of the last one the end is told already. Two are told as they came. */
function stretchWords(cells: readonly Cell[], data: TrendData, words: ChartWords, isLast: boolean): string {
  const { sentence } = words;
  const isRank = data.type === "rank";
  const measure = measureOf(data);
  const show = (cell: Cell) => showCell(cell, data, words);
  const tell = (cell: Cell) => {
    const said = sentence.inYear(cell.year, show(cell));
    return isRank || cell.rank === undefined
      ? said
      : `${said}, ${sentence.rank(words.ranked(cell.rank, cell.rank_of))}`;
  };
  const [first] = cells;
  const last = cells.at(-1);
  if (!first || !last) return "";
  if (first === last) return isLast ? "" : `${tell(first)}${stated(first, words)}`;
  const sorted = cells.toSorted((a, b) => measure(a) - measure(b));
  const [low, high] = [sorted[0] ?? first, sorted.at(-1) ?? last];
  const [best, worst] = isRank ? [low, high] : [high, low];
  // Nothing is known of a year between them that has no result; several may have been the highest.
  const yearsOf = (end: Cell) =>
    yearList(cells.filter(cell => measure(cell) === measure(end)).map(({ year }) => year));
  const years = yearList(cells.map(({ year }) => year));
  if (show(best) === show(worst)) return sentence.steady(years, show(best));
  const range =
    cells.length === 2
      ? tell(first)
      : sentence.stretch(years, `${show(best)} (${yearsOf(best)})`, `${show(worst)} (${yearsOf(worst)})`);
  return isLast ? range : `${range}, ${tell(last)}${moveWords(first, last, data, words)}`;
}

/** ", lên 2 bậc so với năm 2019". */
function rankMove(first: Cell, last: Cell, { sentence }: ChartWords): string {
  if (first.rank === undefined || last.rank === undefined) return "";
  const places = first.rank - last.rank;
  return sentence.places(moveOf(places), Math.abs(places), first.year);
}

function stated({ stated_change: change }: Cell, { sentence, number }: ChartWords): string {
  return change === undefined ? "" : sentence.stated(moveOf(change), number(Math.abs(change)));
}

/** Which way a value went. */
export function moveOf(change: number): Move {
  return change === 0 ? "same" : change > 0 ? "up" : "down";
}

/** [2012, 2013, 2015] → "2012–2013, 2015". */
function yearList(years: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const year of years) {
    const last = spans.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else spans.push([year, year]);
  }
  return spans.map(([a, b]) => (a === b ? String(a) : `${a}–${b}`)).join(", ");
}
