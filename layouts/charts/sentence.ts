import type {
  ChartData,
  DomainsData,
  HeatmapData,
  RegionsData,
  ScatterData,
  TrendData,
  YearData,
} from "../../scripts/model/chart.ts";
import {
  type Cell,
  changeBetween,
  hardBreaks,
  missingYears,
  stretchesOf,
} from "../../scripts/model/series.ts";
import { type ChartWords, chartStrings } from "../chart-strings.ts";
import { formatAmount, formatRank } from "../format.ts";
import { domainMeasure } from "./domains.ts";

/** What a chart shows: its point in one sentence, where there is one to make, and the rest. */
export interface Description {
  readonly point: string;
  readonly rest: string;
}

/** Point and rest as one text: the text alternative. */
export function describe(data: ChartData, words: ChartWords = chartStrings): string {
  const { point, rest } = describeParts(data, words);
  return `${point} ${rest}`.trim();
}

/**
 * What a chart shows, in sentences: highest, lowest, change, rank and missing years. A change is said only inside a
 * stretch without a hard break; a printed change is quoted as such.
 */
export function describeParts(data: ChartData, words: ChartWords = chartStrings): Description {
  switch (data.type) {
    case "trend":
    case "rank":
      return describeTrend(data, words);
    case "ranking":
    case "distribution":
      return describeYear(data, words);
    case "domains":
      return describeDomains(data, words);
    case "heatmap":
      return describeHeatmap(data, words);
    case "scatter":
      return describeScatter(data, words);
    case "regions":
      return describeRegions(data, words);
  }
}

function describeTrend(data: TrendData, words: ChartWords): Description {
  const { sentence, number } = words;
  const isRank = data.type === "rank";
  const latest = data.series.map(({ name, cells }) => {
    const stretch = stretchesOf(cells, data.breaks).at(-1) ?? [];
    return `${name}: ${latestWords(stretch, data, words)}.`;
  });
  // Among many agencies only the latest stretch of each is told; the table has the rest.
  const before = data.series.map(({ name, cells }) => {
    if (data.series.length > 2 || cells.length === 0) return "";
    const told = stretchesOf(cells, data.breaks).map((stretch, i, all) =>
      stretchWords(stretch, data, words, i === all.length - 1),
    );
    const missing = missingYears(cells, data.years, isRank ? "rank" : "value");
    const gaps = missing.length > 0 ? ` ${sentence.missing(yearList(missing))}` : "";
    const known = told.filter(Boolean).join("; ");
    return `${known && `${data.series.length > 1 ? name : capital(data.measured)}: ${known}.`}${gaps}`;
  });
  const breaks = hardBreaks(data.breaks)
    .filter(({ between: [a, b] }) => data.years[0] <= a && b <= data.years[1])
    .map(({ between: [a, b], why }) => sentence.breakWhy(`${a} | ${b}`, why));
  const crossing = breaks.length > 0 ? ` ${sentence.crossing(breaks.join("; "))}` : "";
  const targets = data.targets.map(judgement => capital(words.judged(judgement)));
  const spread = data.spreads.at(-1);
  const national = stretchesOf(data.national, data.breaks).at(-1) ?? [];
  const context = spread
    ? sentence.spread(spread.year, spread.count, number(spread.min), number(spread.max), number(spread.mean))
    : `${capital(words.nationwide)}: ${latestWords(national, data, words)}.`;
  const [point = context, ...others] = latest;
  const rest = [...others, ...before, crossing, ...targets].map(text => text.trim());
  return { point, rest: rest.filter(Boolean).join(" ") };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function showCell(cell: Cell, data: TrendData, words: ChartWords): string {
  return data.type === "rank"
    ? words.sentence.rank(formatRank(cell.rank ?? 0, cell.rank_of))
    : formatAmount(words.number(cell.value ?? 0), data.unit);
}

/** Year and value of the last result, and the change since the first of its stretch. */
function latestWords(cells: readonly Cell[], data: TrendData, words: ChartWords): string {
  const [first] = cells;
  const last = cells.at(-1);
  if (!first || !last) return words.sentence.none;
  const { sentence } = words;
  const ranked =
    data.type !== "rank" && data.series.length < 3 && last.rank !== undefined
      ? `, ${sentence.rank(formatRank(last.rank, last.rank_of))}`
      : "";
  const now = `${sentence.inYear(last.year, showCell(last, data, words))}${ranked}`;
  return `${now}${first === last ? stated(first, words) : moveWords(first, last, data, words)}`;
}

/** ", tăng 3,69 điểm so với năm 2022"; empty where nothing may be computed. */
function moveWords(first: Cell, last: Cell, data: TrendData, words: ChartWords): string {
  if (data.type === "rank") return rankMove(first, last, words);
  const change = changeBetween(first, last, data.breaks);
  if (change === undefined) return "";
  const by = `${words.number(Math.abs(change))} ${words.changeUnit(data.unit)}`;
  return words.sentence.changed(moveOf(change), by, first.year);
}

/** Highest and lowest of a stretch, and how it ended; of the last one the end is told already. */
function stretchWords(cells: readonly Cell[], data: TrendData, words: ChartWords, isLast: boolean): string {
  const { sentence } = words;
  const isRank = data.type === "rank";
  const measure = (cell: Cell) => (isRank ? cell.rank : cell.value) ?? 0;
  const show = (cell: Cell) => showCell(cell, data, words);
  const [first] = cells;
  const last = cells.at(-1);
  if (!first || !last) return "";
  const ranked =
    !isRank && last.rank !== undefined ? `, ${sentence.rank(formatRank(last.rank, last.rank_of))}` : "";
  if (first === last && isLast) return "";
  if (first === last) return `${sentence.inYear(first.year, show(first))}${ranked}${stated(first, words)}`;
  const sorted = cells.toSorted((a, b) => measure(a) - measure(b));
  const [low, high] = [sorted[0] ?? first, sorted.at(-1) ?? last];
  const [best, worst] = isRank ? [low, high] : [high, low];
  const range = sentence.stretch(
    `${first.year}–${last.year}`,
    `${show(best)} (${best.year})`,
    `${show(worst)} (${worst.year})`,
  );
  if (isLast) return range;
  return `${range}, ${sentence.inYear(last.year, show(last))}${ranked}${moveWords(first, last, data, words)}`;
}

/** Places gained or lost, only where both ranks are out of the same number. */
function rankMove(first: Cell, last: Cell, { sentence }: ChartWords): string {
  if (first.rank === undefined || last.rank === undefined || first.rank_of !== last.rank_of) return "";
  const places = first.rank - last.rank;
  return sentence.places(moveOf(places), Math.abs(places), first.year);
}

function stated({ stated_change: change }: Cell, { sentence, number }: ChartWords): string {
  return change === undefined ? "" : sentence.stated(change > 0 ? "up" : "down", number(Math.abs(change)));
}

function moveOf(change: number): "up" | "down" | "same" {
  return change === 0 ? "same" : change > 0 ? "up" : "down";
}

function describeYear(data: YearData, words: ChartWords): Description {
  const { sentence, number } = words;
  const rows = data.rows.filter(({ value }) => value !== undefined);
  const [first] = rows;
  const last = rows.at(-1);
  const show = (cell: { name: string } & Cell) =>
    `${cell.name} ${number(cell.value ?? 0)}${cell.rank === undefined ? "" : ` (${sentence.rank(formatRank(cell.rank, cell.rank_of))})`}`;
  const complete = data.base === undefined || rows.length >= 0.9 * data.base;
  const range = first && last ? sentence.range(show(first), show(last), complete) : "";
  const chosen = rows.filter(cell => cell.chosen).map(cell => `${show(cell)}.`);
  const ranks = data.rows
    .filter(({ value, rank }) => value === undefined && rank !== undefined)
    .map(cell => `${cell.name} ${formatRank(cell.rank ?? 0, cell.rank_of)}`);
  const onlyRank = ranks.length > 0 ? sentence.onlyRanks(ranks.join(", ")) : "";
  const gaps = data.notAssessed.length > 0 ? ` ${words.figure.notAssessed(data.notAssessed.join(", "))}` : "";
  const count = `${rows.length}${data.base === undefined ? "" : `/${data.base}`}`;
  const mean = data.national === undefined ? "" : sentence.national(number(data.national));
  const known = sentence.year(data.measured, data.year, data.unit, count);
  return { point: chosen.join(" "), rest: `${known}${range}${mean}${onlyRank}${gaps}` };
}

function describeDomains(data: DomainsData, words: ChartWords): Description {
  const { sentence, number } = words;
  const [left, right] = data.labels;
  const unit = data.asShare ? sentence.share : data.unit;
  const measured = data.rows.flatMap(row => {
    const to = domainMeasure(data, row, row.b) ?? domainMeasure(data, row, row.a);
    return to === undefined
      ? []
      : [{ name: row.name, to, from: domainMeasure(data, row, row.a), both: row.a && row.b }];
  });
  const sorted = measured.toSorted((a, b) => b.to - a.to);
  const [high] = sorted;
  const low = sorted.at(-1);
  const moved = measured
    .filter(row => row.both && row.from !== undefined)
    .map(row => ({ name: row.name, by: row.to - (row.from ?? 0) }))
    .sort((a, b) => b.by - a.by);
  const [most] = moved;
  const least = moved.at(-1);
  const years = /^\d{4}$/.test(left);
  const move = ({ name, by }: { name: string; by: number }) =>
    years
      ? `${name} ${sentence.moved(moveOf(by), number(Math.abs(by), 1))}`
      : `${name} (${words.change(by, 1)})`;
  const change =
    !data.comparable || !most || !least
      ? sentence.incomparable(left, right)
      : sentence[years ? "comparedYears" : "comparedAgencies"](left, move(most), move(least));
  const ends = [high, low].map(end => `${end?.name} ${number(end?.to ?? 0, 1)}`);
  const what = `${data.indexName}, ${data.subject}, ${right}`;
  const extremes = sentence.domains(what, unit, ends[0] ?? "", ends[1] ?? "");
  return left === right ? { point: "", rest: extremes } : { point: change.trim(), rest: extremes };
}

function describeHeatmap(data: HeatmapData, { sentence, number }: ChartWords): Description {
  const column = data.columns.at(-1);
  const at = data.columns.length - 1;
  const rows = data.rows
    .flatMap(({ name, cells }) => (cells[at]?.value === undefined ? [] : [{ name, value: cells[at].value }]))
    .sort((a, b) => b.value - a.value);
  const top = rows.slice(0, 3).map(({ name, value }) => `${name} ${number(value)}`);
  const bottom = rows.at(-1);
  const empty = data.rows.reduce(
    (sum, { cells }) => sum + cells.filter(cell => cell === undefined).length,
    0,
  );
  const rest = [
    sentence.heatmap(data.measured, data.rows.length, data.columns.length),
    sentence.column(column?.name ?? "", top.join(", "), `${bottom?.name} ${number(bottom?.value ?? 0)}`),
    ...(empty > 0 ? [sentence.empty(empty)] : []),
  ];
  return { point: "", rest: rest.join(" ") };
}

function describeScatter(data: ScatterData, { sentence, number }: ChartWords): Description {
  const show = ({ name, x, y }: ScatterData["points"][number]) =>
    `${name}: ${data.indexName} ${number(x.value ?? 0)}, ${data.againstName} ${number(y.value ?? 0)}`;
  const chosen = data.points.filter(point => point.chosen).map(point => `${show(point)}.`);
  const highest = data.points.toSorted((a, b) => (b.x.value ?? 0) - (a.x.value ?? 0))[0];
  const best = highest && !highest.chosen ? sentence.highest(data.indexName, show(highest)) : "";
  return { point: chosen.join(" "), rest: `${sentence.both(data.year, data.points.length)}${best}` };
}

function describeRegions(data: RegionsData, { sentence, number }: ChartWords): Description {
  const year = data.years[1];
  const parts = data.regions.map(({ name, series }) => {
    const values = series.flatMap(({ cells }) =>
      cells.filter(cell => cell.year === year).map(cell => cell.value ?? 0),
    );
    return values.length === 0
      ? sentence.noRegion(name)
      : sentence.region(name, number(Math.min(...values)), number(Math.max(...values)));
  });
  return { point: "", rest: `${sentence.regions(data.measured, year, data.unit)}: ${parts.join("; ")}.` };
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
