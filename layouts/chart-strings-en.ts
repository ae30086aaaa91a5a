import type { Judgement } from "../scripts/model/judgement.ts";
import type { Target } from "../scripts/model/target.ts";
import { BOUND_SIGNS, type ChartWords } from "./chart-strings.ts";
import { formatAmount, formatRank, numbersIn, withSign } from "./format.ts";

const number = numbersIn("en-GB");

function change(value: number, digits?: number): string {
  return withSign(value, number(Math.abs(value), digits));
}

const verdicts = {
  met: "met",
  missed: "missed",
  unknown: "no result yet",
  incomparable: "not comparable",
} as const;

function bound({ measure, bound: kind, threshold, baseYear }: Target, unit = ""): string {
  if (measure === "change" && kind === "above" && threshold === 0) return `improvement on ${baseYear}`;
  const limit = typeof threshold === "number" ? amount(measure, number(threshold), unit) : threshold;
  const subject = { rank: "rank ", value: "", band: "group ", change: "change " }[measure];
  return `${subject}${BOUND_SIGNS[kind]}\u00a0${limit}`;
}

function changeUnit(unit: string): string {
  return unit === "%" ? "percentage points" : unit;
}

const ranked = (rank: number, of: number | undefined) => formatRank(rank, of, "unknown");

function amount(measure: Target["measure"], text: string, unit: string): string {
  if (measure === "rank") return text;
  return formatAmount(text, measure === "change" ? changeUnit(unit) : unit);
}

function judged({ target, verdict, actual, result }: Judgement, unit: string): string {
  const { measure } = target;
  const shown =
    actual === undefined
      ? undefined
      : typeof actual === "string"
        ? `group ${actual}`
        : measure === "rank"
          ? `rank ${ranked(actual, result?.rank_of)}`
          : amount(measure, measure === "change" ? change(actual) : number(actual), unit);
  const came = shown === undefined ? "" : ` Result: ${shown}.`;
  const why =
    verdict === "incomparable" ? ` The method changed between ${target.baseYear} and ${target.year}.` : "";
  return `target for ${target.year} ${bound(target, unit)}: ${verdicts[verdict]}.${came}${why}`;
}

/** "1 result", "2 results". */
export function counted(count: number, one: string): string {
  return `${number(count)} ${one}${count === 1 ? "" : "s"}`;
}

const moves = { up: "up", down: "down", same: "unchanged" } as const;

const measures = { value: "score", rank: "rank" } as const;

const UNITS: Readonly<Record<string, string>> = { điểm: "points" };

/** A unit of an index in English; as its source writes it where there is no other word. */
export function englishUnit(unit: string): string {
  return UNITS[unit] ?? unit;
}

/** Words of charts on English pages; names stay as their sources give them. */
export const englishChartStrings: ChartWords = {
  number,
  separator: ",",
  change,
  nationwide: "nationwide",
  everyUnit: "every unit",
  and: (a, b) => `${a} and ${b}`,
  bound,
  judged,
  changeUnit,
  verdicts,
  rank: "rank",
  ranked,
  rankAxis: "rank, lower is better",
  shareAxis: "% of the maximum",
  break: "Method changed",
  meanShort: "National mean",
  median: "Median",
  eachDot: "each dot a unit",
  regionKey: "dashed line: mean of the units of the region",
  breakKey: years => `dotted line: method changed ${years}`,
  heatmapLegend: "Stronger colour: higher in its column; empty: no data",
  basis: { printed: "as published", corrected: "corrected", derived: "derived from published figures" },
  columns: {
    agency: "Agency",
    year: "Year",
    value: "Value",
    unit: "Unit",
    rank: "Rank",
    base: "Out of",
    group: "Group",
    stated: "Change as stated",
    basis: "Basis",
    source: "Source",
    note: "Note",
    domain: "Domain",
    index: "Index",
    maximum: "Maximum",
    min: "Lowest",
    max: "Highest",
    mean: "Mean",
  },
  figure: {
    table: "Show the figures as a table",
    source: "Source",
    csv: "CSV",
    svg: "SVG",
    download: "Download",
    embed: "Embed",
    permalink: "Link to this figure",
    more: count => `and ${counted(count, "other source")}, named in the table`,
    derived: "Hollow marks: values derived from published figures.",
    derivedOf: domains => `Derived from published figures: ${domains}.`,
    band: "Grey band: from the lowest to the highest of all units with data; dashed line: their mean.",
    national: "Dashed line: the national mean as published.",
    partial: (known, base) => `Values of only ${known} of ${base} units.`,
    partialIn: (year, known, base) => `Values of only ${known} of ${base} units in ${year}.`,
    notAssessed: names => `No result: ${names}.`,
    page: (site: string) => `See it on ${site}`,
    spreadNote: count => `computed from ${counted(count, "unit")} with data`,
  },
  titles: {
    trend: (what, who) => `${what}: ${who} over the years`,
    rank: (what, who) => `Rank in ${what}: ${who} over the years`,
    ranking: (what, year) => `${what} ${year}: every unit`,
    distribution: (what, year) => `${what} ${year}: distribution`,
    domains: (what, who, sides) => `${what} by domain, ${who}: ${sides}`,
    heatmap: (what, year) =>
      year === undefined ? `${what}: every unit, every year` : `${what} ${year}: every unit, every domain`,
    scatter: (a, b, year) => `${a} and ${b} in ${year}`,
    regions: what => `${what} by region`,
  },
  sentence: {
    none: measure => `no data on the ${measures[measure]}`,
    missing: (measure, years, of) => `No data on the ${measures[measure]}${of ? ` of ${of}` : ""}: ${years}.`,
    unknown: names => `No data: ${names}.`,
    breakWhy: (years, why) => `${years} (${why})`,
    crossing: breaks => `Not comparable across the change of method ${breaks}.`,
    noted: breaks => `Comparable, but the method changed in part: ${breaks}.`,
    spread: (year, count, min, max, mean) =>
      `In ${year}, ${counted(count, "unit")} with data, from ${min} to ${max}, mean ${mean}.`,
    rank: rank => `rank ${rank}`,
    inYear: (year, what) => `${what} in ${year}`,
    changed: (move, by, year) =>
      move === "same" ? `, unchanged since ${year}` : `, ${moves[move]} ${by} since ${year}`,
    places: (move, places, year) =>
      move === "same"
        ? `, same rank as in ${year}`
        : `, ${moves[move]} ${counted(places, "place")} since ${year}`,
    stated: (move, by) => ` (as published: ${move === "same" ? moves.same : `${moves[move]} ${by}`})`,
    stretch: (span, best, worst) => `${span} highest ${best}, lowest ${worst}`,
    steady: (years, what) => `${what} in each of ${years}`,
    year: (measured, year, unit, count, isPart) =>
      `${measured} ${year}${unit && `, ${unit}`}: ${count}${isPart ? " chosen" : ""} ${count === "1" ? "unit" : "units"} with a known score`,
    only: what => `, ${what}.`,
    alike: value => `, all ${value}.`,
    range: (best, worst, isComplete) =>
      `, highest ${best}, lowest ${worst}${isComplete ? "" : " of those known"}.`,
    national: mean => ` National mean ${mean}.`,
    onlyRanks: ranks => ` Rank only: ${ranks}.`,
    domains: (what, unit, best, worst) => `${what}${unit && ` (${unit})`}: highest ${best}, lowest ${worst}.`,
    oneDomain: (what, unit, value) => `${what}${unit && ` (${unit})`}: ${value}.`,
    incomparable: (a, b) => ` ${a} and ${b} are not compared: the method changed.`,
    compared: (a, moves) => ` Compared with ${a}: ${moves}.`,
    movedEnd: (move, isUpper, name, by) =>
      move === "same"
        ? `${name} ${moves.same}`
        : `${name} ${moves[move]} ${(move === "up") === isUpper ? "most" : "least"}, by ${by}`,
    aheadEnd: (move, isUpper, name, change) =>
      move === "same"
        ? `level in ${name}`
        : `${(move === "up") === isUpper ? "furthest" : "least far"} ${move === "up" ? "ahead" : "behind"} in ${name} (${change})`,
    greatest: (year, count, moved) =>
      `Compared with ${year}, of ${counted(count, "unit")} with a known score in both years: ${moved}.`,
    movedMost: (move, names, by) => `${moves[move]} most ${names} ${by}`,
    moved: (move, by) => (move === "same" ? moves.same : `${moves[move]} ${by}`),
    heatmap: (measured, rows, columns, year) =>
      year === undefined
        ? `${measured}: ${counted(rows, "unit")}, ${counted(columns, "year")}, in the order of the last year.`
        : `${measured} ${year}: ${counted(rows, "unit")}, ${counted(columns, "domain")}, in the order of the total.`,
    aboveMedian: (name, above, of, which) =>
      `${name} is above the median in ${above} of ${of} domains${which && `: ${which}`}.`,
    fromMedian: (what, move, by) =>
      move === "same"
        ? `${what}, at the median.`
        : `${what}, ${by} ${move === "up" ? "above" : "below"} the median.`,
    half: (from, to) => `Half of the units lie between ${from} and ${to}.`,
    regionMeans: (year, most, least) => `Mean of the region in ${year}: highest ${most}, lowest ${least}.`,
    column: (name, best, worst, isComplete) =>
      worst === undefined
        ? `${name}: ${best}.`
        : `${name}: highest ${best}; lowest ${worst}${isComplete ? "" : " of those known"}.`,
    empty: count => `${counted(count, "empty cell")}.`,
    both: (year, count) => `${year}: ${counted(count, "unit")} with data on both indices.`,
    withoutBoth: names => `No data on both: ${names}.`,
    highest: (index, what) => ` Highest in ${index}: ${what}.`,
    region: (name, min, max) => (max === undefined ? `${name} ${min}` : `${name} from ${min} to ${max}`),
    noRegion: name => `${name} without data`,
    regions: (measured, year, unit) => `${measured} ${year}${unit && `, ${unit}`}`,
  },
};
