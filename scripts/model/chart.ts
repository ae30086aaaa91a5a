import type { SeriesBreak } from "./indices.ts";
import type { Judgement } from "./judgement.ts";
import type { Cell, Lifetime, Spread } from "./series.ts";

/** Every kind of chart; `trend` is of values, `rank` of places over the years. */
export const CHART_TYPES = [
  "trend",
  "rank",
  "ranking",
  "domains",
  "heatmap",
  "distribution",
  "scatter",
  "regions",
] as const;
type ChartType = (typeof CHART_TYPES)[number];

/** What a chart is asked to show: a checked ```chart block, a choice in the page, or a page's own figure. */
export interface ChartSpec {
  readonly type: ChartType;
  readonly index: string;
  /** Second index, for `scatter`. */
  readonly against?: string | undefined;
  readonly component?: string | undefined;
  readonly agencies: readonly string[];
  readonly years: readonly number[];
  readonly highlight: readonly string[];
  readonly title?: string | undefined;
}

/** What all charts have. */
export interface ChartBase {
  readonly index: string;
  /** With the province whose departments or districts are shown: each has a Sở Nội vụ. */
  readonly indexName: string;
  /** That province. */
  readonly within: string | undefined;
  /** Name of what is measured: the index or one domain of it. */
  readonly measured: string;
  readonly unit: string;
}

/** Results of one agency by year. */
export interface NamedSeries extends Lifetime {
  readonly agency: string;
  readonly name: string;
  readonly cells: readonly Cell[];
}

/** Values or places of some agencies over the years. */
export interface TrendData extends ChartBase {
  readonly type: "trend" | "rank";
  readonly years: readonly [number, number];
  readonly series: readonly NamedSeries[];
  readonly spreads: readonly Spread[];
  /** Published national mean, where one is. */
  readonly national: readonly Cell[];
  readonly breaks: readonly SeriesBreak[];
  readonly targets: readonly Judgement[];
}

/** A result with the name of its agency. */
export interface NamedCell extends Cell {
  readonly name: string;
  readonly chosen: boolean;
}

/** All peers in one year, for `ranking` and `distribution`. */
export interface YearData extends ChartBase {
  readonly type: "ranking" | "distribution";
  readonly year: number;
  /** Best first; those without a value last, by rank. */
  readonly rows: readonly NamedCell[];
  /** How many were measured; undefined = not known, or the rows are those that were asked for. */
  readonly base: number | undefined;
  /** Whether the rows are some that were asked for. */
  readonly isPart: boolean;
  /** Names of those that are told not to have been assessed that year; never zero. */
  readonly notAssessed: readonly string[];
  /** Names of other chosen ones whose result is not in the data: it may have been published all the same. */
  readonly without: readonly string[];
  readonly national: number | undefined;
}

/** One domain with its results on both sides. */
export interface DomainRow {
  readonly key: string;
  readonly name: string;
  readonly a: Cell | undefined;
  readonly b: Cell | undefined;
}

/** The domains of an index, two marks a row. */
export interface DomainsData extends ChartBase {
  readonly type: "domains";
  /** Whether the two marks of a row are two years of one agency; otherwise two agencies in one year. */
  readonly ofYears: boolean;
  /** The two years or agencies; alike where there is one mark. */
  readonly labels: readonly [string, string];
  readonly subject: string;
  readonly rows: readonly DomainRow[];
  /** Points as a share of the maximum: needed when the domains have different maxima, where those of all are known. */
  readonly asShare: boolean;
  /** Whether the two sides may be compared at all: no hard break between two years. */
  readonly comparable: boolean;
}

/** Agencies as rows, years or domains as columns. */
export interface HeatmapData extends ChartBase {
  readonly type: "heatmap";
  /** The year whose domains stand side by side; undefined where the columns are years. */
  readonly year: number | undefined;
  /**
   * How many were measured that year, or in the last of the years, of which the rows may be a few; undefined = not known,
   * or the rows are those that were asked for.
   */
  readonly base: number | undefined;
  readonly columns: readonly { readonly key: string; readonly name: string; readonly breakBefore: boolean }[];
  readonly rows: readonly {
    readonly name: string;
    readonly chosen: boolean;
    readonly cells: readonly (Cell | undefined)[];
  }[];
}

/** All peers of one year by two indices. */
export interface ScatterData extends ChartBase {
  readonly type: "scatter";
  readonly againstName: string;
  readonly againstUnit: string;
  readonly year: number;
  readonly points: readonly {
    readonly name: string;
    readonly x: Cell;
    readonly y: Cell;
    readonly chosen: boolean;
  }[];
  /** Names of the chosen ones that lack a result of the two. */
  readonly without: readonly string[];
}

/** All peers over the years, a small chart a region. */
export interface RegionsData extends ChartBase {
  readonly type: "regions";
  readonly years: readonly [number, number];
  /** How many were measured in the last year; undefined = not known. */
  readonly base: number | undefined;
  /** The highest mean of the last year first. */
  readonly regions: readonly {
    readonly name: string;
    /** Range and mean of the region, in the years that nearly all units of all regions have a value for. */
    readonly spreads: readonly Spread[];
    readonly series: readonly (NamedSeries & { readonly chosen: boolean })[];
  }[];
  readonly breaks: readonly SeriesBreak[];
}

/** Everything that a chart, its sentence, its table and its files are made from. */
export type ChartData = TrendData | YearData | DomainsData | HeatmapData | ScatterData | RegionsData;
