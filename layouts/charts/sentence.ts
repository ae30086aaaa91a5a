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
import { chartStrings } from "../chart-strings.ts";
import { formatNumber, formatRank } from "../format.ts";
import { domainMeasure } from "./domains.ts";

/**
 * What a chart shows, in Vietnamese sentences: highest, lowest, change, rank and missing years. It is also the text
 * alternative. A change is said only inside a stretch without a hard break; a printed change is quoted as such.
 */
export function describe(data: ChartData): string {
  switch (data.type) {
    case "trend":
    case "rank":
      return describeTrend(data);
    case "ranking":
    case "distribution":
      return describeYear(data);
    case "domains":
      return describeDomains(data);
    case "heatmap":
      return describeHeatmap(data);
    case "scatter":
      return describeScatter(data);
    case "regions":
      return describeRegions(data);
  }
}

function describeTrend(data: TrendData): string {
  const isRank = data.type === "rank";
  const parts = data.series.map(({ name, cells }) => {
    const last = cells.at(-1);
    if (!last) return `${name}: không có số liệu.`;
    const stretches = stretchesOf(cells, data.breaks);
    // Among many agencies only the latest stretch of each is told; the table has the rest.
    if (data.series.length > 2) return `${name}: ${latestWords(stretches.at(-1) ?? [], data, isRank)}.`;
    const words = stretches.map(stretch => stretchWords(stretch, data, isRank));
    const missing = missingYears(cells, data.years, isRank ? "rank" : "value");
    const gaps = missing.length > 0 ? ` Không có số liệu: ${yearList(missing)}.` : "";
    return `${name}: ${words.join("; ")}.${gaps}`;
  });
  const breaks = hardBreaks(data.breaks)
    .filter(({ between: [a, b] }) => data.years[0] <= a && b <= data.years[1])
    .map(({ between: [a, b], why }) => `${a} | ${b} (${lowerFirst(why)})`);
  const crossing = breaks.length > 0 ? ` Không so sánh qua mốc ${breaks.join("; ")}.` : "";
  const targets = data.targets.map(judgement => ` ${chartStrings.judgement(judgement)}`).join("");
  const spread = data.spreads.at(-1);
  const context =
    parts.length === 0 && spread
      ? `Năm ${spread.year}, ${spread.count} đơn vị có số liệu từ ${formatNumber(spread.min)} đến ${formatNumber(spread.max)}, trung bình ${formatNumber(spread.mean)}.`
      : "";
  return `${data.measured}. ${parts.join(" ")}${context}${crossing}${targets}`;
}

function showCell(cell: Cell, unit: string, isRank: boolean): string {
  return isRank
    ? `hạng ${formatRank(cell.rank ?? 0, cell.rank_of)}`
    : `${formatNumber(cell.value ?? 0)} ${unit}`;
}

/** Year and value of the last result, and the change since the first of its stretch. */
function latestWords(cells: readonly Cell[], data: TrendData, isRank: boolean): string {
  const [first] = cells;
  const last = cells.at(-1);
  if (!first || !last) return "không có số liệu";
  const now = `năm ${last.year} ${showCell(last, data.unit, isRank)}`;
  return first === last ? now : `${now}${moveWords(first, last, data, isRank)}`;
}

/** ", tăng 3,69 điểm so với năm 2022"; empty where nothing may be computed. */
function moveWords(first: Cell, last: Cell, data: TrendData, isRank: boolean): string {
  if (isRank) return rankMove(first, last);
  const change = changeBetween(first, last, data.breaks);
  if (change === undefined) return "";
  return change === 0
    ? `, không đổi so với năm ${first.year}`
    : `, ${change > 0 ? "tăng" : "giảm"} ${formatNumber(Math.abs(change))} ${data.unit} so với năm ${first.year}`;
}

function stretchWords(cells: readonly Cell[], data: TrendData, isRank: boolean): string {
  const measure = (cell: Cell) => (isRank ? cell.rank : cell.value) ?? 0;
  const show = (cell: Cell) => showCell(cell, data.unit, isRank);
  const [first] = cells;
  const last = cells.at(-1);
  if (!first || !last) return "";
  const ranked = !isRank && last.rank !== undefined ? `, hạng ${formatRank(last.rank, last.rank_of)}` : "";
  if (first === last) return `năm ${first.year} ${show(first)}${ranked}${stated(first)}`;
  const sorted = cells.toSorted((a, b) => measure(a) - measure(b));
  const [low, high] = [sorted[0] ?? first, sorted.at(-1) ?? last];
  const [best, worst] = isRank ? [low, high] : [high, low];
  return `${first.year}–${last.year} cao nhất ${show(best)} (${best.year}), thấp nhất ${show(worst)} (${worst.year}), năm ${last.year} ${show(last)}${ranked}${moveWords(first, last, data, isRank)}`;
}

/** Places gained or lost, only where both ranks are out of the same number. */
function rankMove(first: Cell, last: Cell): string {
  if (first.rank === undefined || last.rank === undefined || first.rank_of !== last.rank_of) return "";
  const places = first.rank - last.rank;
  return places === 0
    ? `, giữ nguyên hạng so với năm ${first.year}`
    : `, ${places > 0 ? "lên" : "xuống"} ${Math.abs(places)} bậc so với năm ${first.year}`;
}

function stated({ stated_change: change }: Cell): string {
  return change === undefined
    ? ""
    : ` (theo công bố: ${change > 0 ? "tăng" : "giảm"} ${formatNumber(Math.abs(change))})`;
}

function describeYear(data: YearData): string {
  const rows = data.rows.filter(({ value }) => value !== undefined);
  const [first] = rows;
  const last = rows.at(-1);
  const show = (cell: { name: string } & Cell) =>
    `${cell.name} ${formatNumber(cell.value ?? 0)}${cell.rank === undefined ? "" : ` (hạng ${formatRank(cell.rank, cell.rank_of)})`}`;
  const complete = data.base === undefined || rows.length >= 0.9 * data.base;
  const range =
    first && last
      ? ` cao nhất ${show(first)}, thấp nhất ${show(last)}${complete ? "" : " trong số đã có"}.`
      : "";
  const chosen = rows.filter(cell => cell.chosen).map(cell => ` ${show(cell)}.`);
  const ranks = data.rows
    .filter(({ value, rank }) => value === undefined && rank !== undefined)
    .map(cell => `${cell.name} ${formatRank(cell.rank ?? 0, cell.rank_of)}`);
  const onlyRank = ranks.length > 0 ? ` Chỉ có thứ hạng: ${ranks.join(", ")}.` : "";
  const gaps =
    data.notAssessed.length > 0 ? ` ${chartStrings.figure.notAssessed(data.notAssessed.join(", "))}` : "";
  const count = `${rows.length}${data.base === undefined ? "" : `/${data.base}`} đơn vị có điểm`;
  const mean = data.national === undefined ? "" : ` Trung bình cả nước ${formatNumber(data.national)}.`;
  return `${data.measured} năm ${data.year}, ${data.unit}: ${count},${range}${chosen.join("")}${mean}${onlyRank}${gaps}`;
}

function describeDomains(data: DomainsData): string {
  const [left, right] = data.labels;
  const unit = data.asShare ? "% điểm tối đa" : data.unit;
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
  const change =
    !data.comparable || !most || !least
      ? ` Không so sánh ${left} với ${right}: cách đo đã đổi.`
      : years
        ? ` So với ${left}: ${most.name} ${move(most.by)}, ${least.name} ${move(least.by)}.`
        : ` So với ${left}: hơn nhiều nhất ở ${most.name} (${signed(most.by)}), kém nhất ở ${least.name} (${signed(least.by)}).`;
  return `${data.indexName}, ${data.subject}, ${right} (${unit}): cao nhất ${high?.name} ${formatNumber(high?.to ?? 0, 1)}, thấp nhất ${low?.name} ${formatNumber(low?.to ?? 0, 1)}.${left === right ? "" : change}`;
}

function move(by: number): string {
  return by === 0 ? "không đổi" : `${by > 0 ? "tăng" : "giảm"} ${formatNumber(Math.abs(by), 1)}`;
}

function signed(by: number): string {
  return `${by > 0 ? "+" : by < 0 ? "−" : ""}${formatNumber(Math.abs(by), 1)}`;
}

function describeHeatmap(data: HeatmapData): string {
  const column = data.columns.at(-1);
  const at = data.columns.length - 1;
  const rows = data.rows
    .flatMap(({ name, cells }) => (cells[at]?.value === undefined ? [] : [{ name, value: cells[at].value }]))
    .sort((a, b) => b.value - a.value);
  const top = rows.slice(0, 3).map(({ name, value }) => `${name} ${formatNumber(value)}`);
  const bottom = rows.at(-1);
  const empty = data.rows.reduce(
    (sum, { cells }) => sum + cells.filter(cell => cell === undefined).length,
    0,
  );
  return `${data.measured}: ${data.rows.length} đơn vị, ${data.columns.length} cột. ${column?.name}: cao nhất ${top.join(", ")}; thấp nhất ${bottom?.name} ${formatNumber(bottom?.value ?? 0)}. ${empty} ô không có số liệu.`;
}

function describeScatter(data: ScatterData): string {
  const show = ({ name, x, y }: ScatterData["points"][number]) =>
    `${name}: ${data.indexName} ${formatNumber(x.value ?? 0)}, ${data.againstName} ${formatNumber(y.value ?? 0)}`;
  const chosen = data.points.filter(point => point.chosen).map(point => ` ${show(point)}.`);
  const highest = data.points.toSorted((a, b) => (b.x.value ?? 0) - (a.x.value ?? 0))[0];
  return `Năm ${data.year}: ${data.points.length} đơn vị có cả hai chỉ số.${chosen.join("")}${highest && !highest.chosen ? ` Cao nhất về ${data.indexName}: ${show(highest)}.` : ""}`;
}

function describeRegions(data: RegionsData): string {
  const year = data.years[1];
  const parts = data.regions.map(({ name, series }) => {
    const values = series.flatMap(({ cells }) =>
      cells.filter(cell => cell.year === year).map(cell => cell.value ?? 0),
    );
    return values.length === 0
      ? `${name} chưa có số liệu`
      : `${name} từ ${formatNumber(Math.min(...values))} đến ${formatNumber(Math.max(...values))}`;
  });
  return `${data.measured} năm ${year}, ${data.unit}: ${parts.join("; ")}.`;
}

/** [2012, 2013, 2015] → "2012–2013, 2015". */
export function yearList(years: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const year of years) {
    const last = spans.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else spans.push([year, year]);
  }
  return spans.map(([a, b]) => (a === b ? String(a) : `${a}–${b}`)).join(", ");
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
