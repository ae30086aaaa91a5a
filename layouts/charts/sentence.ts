import { median, quantile } from "d3";
import type {
  ChartData,
  DomainsData,
  HeatmapData,
  RegionsData,
  ScatterData,
  YearData,
} from "../../scripts/model/chart.ts";
import { groupBy } from "../../scripts/model/maps.ts";
import { type Cell, difference, isNearlyAll } from "../../scripts/model/series.ts";
import { type ChartWords, chartStrings } from "../chart-strings.ts";
import { formatAmount, formatSize, withSign } from "../format.ts";
import { domainMeasure } from "./domains.ts";
import { type Description, describeTrend, moveOf } from "./trend-sentence.ts";

/** All that is said of a chart as one text: the text alternative. */
export function oneText({ point, rest, cautions = [] }: Description): string {
  return [point, rest, ...cautions].filter(Boolean).join(" ");
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
      return describeYear(data, words);
    case "distribution":
      return describeDistribution(data, words);
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

function describeYear(data: YearData, words: ChartWords): Description {
  const { sentence, number } = words;
  const rows = data.rows.filter(({ value }) => value !== undefined);
  const [first] = rows;
  const last = rows.at(-1);
  const show = (cell: Cell, name: string) =>
    `${name} ${number(cell.value ?? 0)}${cell.rank === undefined ? "" : ` (${sentence.rank(words.ranked(cell.rank, cell.rank_of))})`}`;
  /** All who share an end; of one value two may be ranked apart, by decimals that are not published. */
  const end = ({ value }: Cell) => {
    const places = groupBy(
      rows.filter(cell => cell.value === value),
      ({ rank }) => rank,
    );
    return [...places.values()]
      .flatMap(([cell, ...others]) =>
        cell ? show(cell, [cell, ...others].map(({ name }) => name).join(", ")) : [],
      )
      .join(", ");
  };
  const complete = isNearlyAll(rows.length, data.base);
  let range = ".";
  if (first && last) range = sentence.range(end(first), end(last), complete);
  if (first && first === last) range = sentence.only(show(first, first.name));
  else if (first && first.value === last?.value) range = sentence.alike(number(first.value ?? 0));
  const chosen = rows.filter(cell => cell.chosen).map(cell => `${show(cell, cell.name)}.`);
  const ranks = data.rows
    .filter(({ value, rank }) => value === undefined && rank !== undefined)
    .map(cell => `${cell.name} ${words.ranked(cell.rank ?? 0, cell.rank_of)}`);
  const onlyRank = ranks.length > 0 ? sentence.onlyRanks(ranks.join(", ")) : "";
  const notAssessed =
    data.notAssessed.length > 0 ? ` ${words.figure.notAssessed(data.notAssessed.join(", "))}` : "";
  const missing = data.without.length > 0 ? ` ${sentence.unknown(data.without.join(", "))}` : "";
  const gaps = `${notAssessed}${missing}`;
  const count = `${rows.length}${data.base === undefined ? "" : `/${data.base}`}`;
  const mean = data.national === undefined ? "" : sentence.national(number(data.national));
  const known = sentence.year(data.measured, data.year, data.unit, count, data.isPart);
  return { point: chosen.join(" "), rest: `${known}${range}${mean}${onlyRank}${gaps}` };
}

/** Where half of all lie, and on which side of the middle the chosen ones: the ranking says who stands where. */
function describeDistribution(data: YearData, words: ChartWords): Description {
  const { sentence, number } = words;
  const whole = describeYear(data, words);
  const rows = data.rows.filter(({ value }) => value !== undefined);
  const values = rows.map(({ value }) => value ?? 0);
  const middle = median(values);
  if (middle === undefined || !isNearlyAll(values.length, data.base)) return whole;
  const unit = words.changeUnit(data.unit);
  const chosen = rows
    .filter(cell => cell.chosen)
    .map(({ name, value = 0, rank, rank_of }) => {
      const place = rank === undefined ? "" : ` (${sentence.rank(words.ranked(rank, rank_of))})`;
      const off = difference(middle, value);
      const by = formatAmount(formatSize(off, number), unit);
      return sentence.fromMedian(`${name} ${number(value)}${place}`, moveOf(off), by);
    });
  const half = sentence.half(number(quantile(values, 0.25) ?? 0), number(quantile(values, 0.75) ?? 0));
  return chosen.length > 0
    ? { point: chosen.join(" "), rest: `${half} ${whole.rest}` }
    : { point: half, rest: whole.rest };
}

function describeDomains(data: DomainsData, words: ChartWords): Description {
  const { sentence, number } = words;
  const [left, right] = data.labels;
  const unit = data.asShare ? words.shareAxis : data.unit;
  // The last side is told by what stands on it: what only the other has is no result of its year or agency.
  const [side, told] = data.rows.some(({ b }) => b) ? (["b", right] as const) : (["a", left] as const);
  const measured = data.rows.flatMap(row => {
    const value = domainMeasure(data, row[side]);
    return value === undefined ? [] : [{ name: row.name, value }];
  });
  const sorted = measured.toSorted((a, b) => b.value - a.value);
  const [high] = sorted;
  const low = sorted.at(-1);
  const moved = data.rows
    .flatMap(({ name, a, b }) => {
      const [from, to] = [domainMeasure(data, a), domainMeasure(data, b)];
      return from === undefined || to === undefined ? [] : [{ name, by: difference(from, to) }];
    })
    .sort((a, b) => b.by - a.by);
  const [most] = moved;
  const least = moved.at(-1);
  // A share of the maximum that rose by ten is no ten points.
  const far = (by: number) =>
    formatAmount(formatSize(by, number, 1), words.changeUnit(data.asShare ? "%" : data.unit));
  const ahead = (by: number) => withSign(by, far(by));
  const only = ({ name, by }: { name: string; by: number }) =>
    data.ofYears ? `${name} ${sentence.moved(moveOf(by), far(by))}` : `${name} (${ahead(by)})`;
  const end = ({ name, by }: { name: string; by: number }, isUpper: boolean) =>
    data.ofYears
      ? sentence.movedEnd(moveOf(by), isUpper, name, far(by))
      : sentence.aheadEnd(moveOf(by), isUpper, name, ahead(by));
  let change = "";
  if (!data.comparable) change = sentence.incomparable(left, right);
  else if (most && most === least) change = sentence.compared(left, only(most));
  else if (most && least) change = sentence.compared(left, `${end(most, true)}, ${end(least, false)}`);
  const [best = "", worst = ""] = [high, low].map(end => {
    const tied = measured.filter(({ value }) => value === end?.value);
    return `${tied.map(({ name }) => name).join("; ")} ${number(end?.value ?? 0, 1)}`;
  });
  const what = `${data.indexName}, ${data.subject}, ${told}`;
  const extremes =
    high?.value === low?.value
      ? sentence.oneDomain(what, unit, best)
      : sentence.domains(what, unit, best, worst);
  return left === right ? { point: "", rest: extremes } : { point: change.trim(), rest: extremes };
}

function describeHeatmap(data: HeatmapData, { sentence, number }: ChartWords): Description {
  const column = data.columns.at(-1);
  const at = data.columns.length - 1;
  const rows = data.rows
    .flatMap(({ name, cells }) => (cells[at]?.value === undefined ? [] : [{ name, value: cells[at].value }]))
    .sort((a, b) => b.value - a.value);
  const isLevel = rows[0]?.value === rows.at(-1)?.value;
  // The lowest of a few is not one of the highest as well.
  const top = rows.slice(0, isLevel ? 3 : Math.min(3, rows.length - 1));
  const bottom = isLevel ? undefined : rows.at(-1);
  const show = ({ name, value }: (typeof rows)[number]) => `${name} ${number(value)}`;
  const empty = data.rows.reduce(
    (sum, { cells }) => sum + cells.filter(cell => cell === undefined).length,
    0,
  );
  const last = sentence.column(
    column?.name ?? "",
    top.map(show).join(", "),
    bottom && show(bottom),
    isNearlyAll(rows.length, data.base),
  );
  const size = sentence.heatmap(data.measured, data.rows.length, data.columns.length, data.year);
  const gaps = empty > 0 ? ` ${sentence.empty(empty)}` : "";
  if (data.year === undefined) return { point: last, rest: `${size}${gaps}` };
  // The middle of a few agencies is not the middle of all.
  const chosen = isNearlyAll(data.rows.length, data.base) ? data.rows.filter(row => row.chosen) : [];
  return { point: chosen.map(row => aboveMedian(data, row, sentence)).join(" "), rest: `${size}${gaps}` };
}

/** In how many domains a row lies above the middle of all rows, and in which. */
function aboveMedian(
  { columns, rows }: HeatmapData,
  { name, cells }: HeatmapData["rows"][number],
  sentence: ChartWords["sentence"],
): string {
  const middle = columns.map((_, i) => median(rows, row => row.cells[i]?.value));
  const known = columns.filter((_, i) => cells[i]?.value !== undefined);
  const above = columns.filter((_, i) => (cells[i]?.value ?? -Infinity) > (middle[i] ?? Infinity));
  const which = above.length <= 3 ? above.map(column => column.name).join("; ") : "";
  return sentence.aboveMedian(name, above.length, known.length, which);
}

function describeScatter(data: ScatterData, { sentence, number }: ChartWords): Description {
  const show = ({ name, x, y }: ScatterData["points"][number]) =>
    `${name}: ${data.indexName} ${formatAmount(number(x.value ?? 0), data.unit)}, ${data.againstName} ${formatAmount(number(y.value ?? 0), data.againstUnit)}`;
  const chosen = data.points.filter(point => point.chosen).map(point => `${show(point)}.`);
  const highest = data.points.toSorted((a, b) => (b.x.value ?? 0) - (a.x.value ?? 0))[0];
  const best = highest && !highest.chosen ? sentence.highest(data.indexName, show(highest)) : "";
  const gaps = data.without.length > 0 ? ` ${sentence.withoutBoth(data.without.join(", "))}` : "";
  return { point: chosen.join(" "), rest: `${sentence.both(data.year, data.points.length)}${best}${gaps}` };
}

function describeRegions(data: RegionsData, { sentence, number }: ChartWords): Description {
  const year = data.years[1];
  const parts = data.regions.map(({ name, series }) => {
    const values = series.flatMap(({ cells }) =>
      cells.filter(cell => cell.year === year).map(cell => cell.value ?? 0),
    );
    if (values.length === 0) return sentence.noRegion(name);
    const [min, max] = [number(Math.min(...values)), number(Math.max(...values))];
    return sentence.region(name, min, min === max ? undefined : max);
  });
  const means = data.regions.flatMap(({ name, spreads }) => {
    const last = spreads.at(-1);
    return last?.year === year ? [{ name, mean: last.mean }] : [];
  });
  const [most] = means;
  const least = means.at(-1);
  const show = ({ name, mean }: { name: string; mean: number }) => `${name} ${number(mean)}`;
  const point =
    most && least && most.mean !== least.mean ? sentence.regionMeans(year, show(most), show(least)) : "";
  return { point, rest: `${sentence.regions(data.measured, year, data.unit)}: ${parts.join("; ")}.` };
}
