import type { IndexTable } from "./index-table.ts";
import { baseOf, cellsOf, componentName, mainPeers, peerCells } from "./index-table.ts";
import type { SeriesBreak } from "./indices.ts";
import type { Judgement } from "./judgement.ts";
import { type Cell, hardBreaksBetween, type Spread, spreadsOf } from "./series.ts";

/** The agency id under which the published national mean stands in data/results. */
export const NATIONAL = "ca-nuoc";

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
export type ChartType = (typeof CHART_TYPES)[number];

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

interface ChartBase {
  readonly index: string;
  readonly indexName: string;
  /** Name of what is measured: the index or one domain of it. */
  readonly measured: string;
  readonly unit: string;
}

export interface NamedSeries {
  readonly agency: string;
  readonly name: string;
  readonly cells: readonly Cell[];
}

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
  /** How many were measured; undefined = not known. */
  readonly base: number | undefined;
  /** Names of those that were not assessed that year; never zero. */
  readonly notAssessed: readonly string[];
  readonly national: number | undefined;
}

export interface DomainRow {
  readonly key: string;
  readonly name: string;
  readonly maximum: number | undefined;
  readonly a: Cell | undefined;
  readonly b: Cell | undefined;
}

export interface DomainsData extends ChartBase {
  readonly type: "domains";
  /** What the two marks of a row are: two years of one agency, or two agencies in one year. */
  readonly labels: readonly [string, string];
  readonly subject: string;
  readonly rows: readonly DomainRow[];
  /** Points as a share of the maximum: needed when the domains have different maxima. */
  readonly asShare: boolean;
  /** Whether the two sides may be compared at all: no hard break between two years. */
  readonly comparable: boolean;
}

export interface HeatmapData extends ChartBase {
  readonly type: "heatmap";
  /** The year whose domains stand side by side; undefined where the columns are years. */
  readonly year: number | undefined;
  readonly columns: readonly { readonly key: string; readonly name: string; readonly breakBefore: boolean }[];
  readonly rows: readonly {
    readonly name: string;
    readonly chosen: boolean;
    readonly cells: readonly (Cell | undefined)[];
  }[];
}

export interface ScatterData extends ChartBase {
  readonly type: "scatter";
  readonly against: string;
  readonly againstName: string;
  readonly againstUnit: string;
  readonly year: number;
  readonly points: readonly {
    readonly agency: string;
    readonly name: string;
    readonly x: Cell;
    readonly y: Cell;
    readonly chosen: boolean;
  }[];
}

export interface RegionsData extends ChartBase {
  readonly type: "regions";
  readonly years: readonly [number, number];
  readonly regions: readonly {
    readonly name: string;
    readonly series: readonly (NamedSeries & { readonly chosen: boolean })[];
  }[];
  readonly breaks: readonly SeriesBreak[];
}

/** Everything that a chart, its sentence, its table and its files are made from. */
export type ChartData = TrendData | YearData | DomainsData | HeatmapData | ScatterData | RegionsData;

/**
 * Takes out of the index tables what a chart shows.
 * @returns undefined when there is nothing to show
 */
export function chartData(
  tables: ReadonlyMap<string, IndexTable>,
  spec: ChartSpec,
  targets: readonly Judgement[] = [],
): ChartData | undefined {
  const table = tables.get(spec.index);
  if (!table) return undefined;
  const base = {
    index: table.id,
    indexName: table.name,
    measured: componentName(table, spec.component),
    unit: table.unit,
  };
  switch (spec.type) {
    case "trend":
    case "rank":
      return trendData(table, spec, base, targets);
    case "ranking":
    case "distribution":
      return yearData(table, spec, base);
    case "domains":
      return domainsData(table, spec, base);
    case "heatmap":
      return heatmapData(table, spec, base);
    case "scatter":
      return scatterData(table, tables.get(spec.against ?? ""), spec, base);
    case "regions":
      return regionsData(table, spec, base);
  }
}

/** First and last of the asked years, or of the years that the index has. */
function yearSpan(table: IndexTable, years: readonly number[]): [number, number] {
  const known = years.length > 0 ? years : table.years;
  return [Math.min(...known), Math.max(...known)];
}

function within<Item extends { readonly year: number }>(
  items: readonly Item[],
  [from, to]: readonly [number, number],
) {
  return items.filter(({ year }) => from <= year && year <= to);
}

function trendData(
  table: IndexTable,
  spec: ChartSpec,
  base: ChartBase,
  targets: readonly Judgement[],
): TrendData | undefined {
  const years = yearSpan(table, spec.years);
  const measure = spec.type === "rank" ? "rank" : "value";
  const series = spec.agencies.map(agency => ({
    agency,
    name: table.agencies.get(agency)?.name ?? agency,
    cells: within(cellsOf(table, agency, spec.component), years).filter(cell => cell[measure] !== undefined),
  }));
  const peers = table.agencies.get(spec.agencies[0] ?? "")?.peers ?? mainPeers(table);
  const all = [...(table.cells.get(spec.component ?? "") ?? [])].flatMap(([agency, cells]) =>
    table.agencies.get(agency)?.peers === peers ? cells : [],
  );
  const spreads =
    measure === "value" ? spreadsOf(within(all, years), year => baseOf(table, peers, year)) : [];
  if (series.every(({ cells }) => cells.length === 0) && spreads.length === 0) return undefined;
  return {
    ...base,
    type: measure === "rank" ? "rank" : "trend",
    years,
    series,
    spreads,
    national:
      measure === "value" && peers === mainPeers(table)
        ? within(cellsOf(table, NATIONAL, spec.component), years).filter(({ value }) => value !== undefined)
        : [],
    breaks: table.breaks,
    targets: targets.filter(
      ({ target }) =>
        target.index === table.id &&
        target.component === spec.component &&
        target.measure === measure &&
        years[0] <= target.year &&
        target.year <= years[1],
    ),
  };
}

/** By value, best first; without a value by rank. */
function byStanding(a: Cell, b: Cell): number {
  return (
    (b.value ?? -Infinity) - (a.value ?? -Infinity) ||
    (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
    (a.agency < b.agency ? -1 : 1)
  );
}

function yearData(
  table: IndexTable,
  { type, component, years, highlight, agencies }: ChartSpec,
  base: ChartBase,
): YearData | undefined {
  const year = years.at(-1) ?? table.years.at(-1) ?? 0;
  const first = table.agencies.get(highlight[0] ?? agencies[0] ?? "");
  const peers = first?.peers ?? mainPeers(table);
  const rows = peerCells(table, peers, year, component)
    .filter(({ agency }) => agencies.length === 0 || type === "distribution" || agencies.includes(agency))
    .filter(({ value, rank }) => value !== undefined || (type === "ranking" && rank !== undefined))
    .sort(byStanding)
    .map(cell => ({
      ...cell,
      name: table.agencies.get(cell.agency)?.name ?? cell.agency,
      chosen: highlight.includes(cell.agency),
    }));
  if (rows.length === 0) return undefined;
  const missing = table.notAssessed.filter(entry => entry.year === year).flatMap(entry => entry.agencies);
  return {
    ...base,
    type: type === "distribution" ? "distribution" : "ranking",
    year,
    rows,
    base: baseOf(table, peers, year),
    notAssessed: peers === mainPeers(table) ? missing.map(id => table.agencies.get(id)?.name ?? id) : [],
    national:
      peers === mainPeers(table)
        ? cellsOf(table, NATIONAL, component).find(cell => cell.year === year)?.value
        : undefined,
  };
}

function domainsData(table: IndexTable, spec: ChartSpec, base: ChartBase): DomainsData | undefined {
  const [first, second] = spec.agencies;
  if (first === undefined) return undefined;
  const name = (id: string) => table.agencies.get(id)?.name ?? id;
  const years = spec.years.length > 0 ? spec.years : table.years.slice(-2);
  const last = years.at(-1) ?? 0;
  const before = years[0] ?? last;
  const sides =
    second === undefined
      ? [
          [first, before],
          [first, last],
        ]
      : [
          [first, last],
          [second, last],
        ];
  const cell = (key: string, side: number) => {
    const [agency, year] = sides[side] ?? [];
    return cellsOf(table, String(agency), key).find(item => item.year === year && item.value !== undefined);
  };
  const rows = table.components
    .map(({ key, name: printed, maximum }) => {
      const a = cell(key, 0);
      const b = cell(key, 1);
      return { key, name: printed, maximum: b?.maximum ?? a?.maximum ?? maximum, a, b };
    })
    .filter(({ a, b }) => a || b);
  if (rows.length === 0) return undefined;
  return {
    ...base,
    type: "domains",
    labels: second === undefined ? [String(before), String(last)] : [name(first), name(second)],
    subject: second === undefined ? name(first) : String(last),
    rows,
    asShare:
      rows.every(({ maximum }) => maximum !== undefined) && new Set(rows.map(row => row.maximum)).size > 1,
    comparable: second !== undefined || hardBreaksBetween(table.breaks, before, last).length === 0,
  };
}

/** One agency against all domains when one year is asked for; agencies against years otherwise. */
function heatmapData(table: IndexTable, spec: ChartSpec, base: ChartBase): HeatmapData | undefined {
  const peers = table.agencies.get(spec.highlight[0] ?? spec.agencies[0] ?? "")?.peers ?? mainPeers(table);
  const agencies = [...table.agencies.values()].filter(({ id, peers: own }) =>
    spec.agencies.length > 0 ? spec.agencies.includes(id) : own === peers,
  );
  const [year, other] = spec.years;
  const byDomain = year !== undefined && other === undefined;
  const columns = byDomain
    ? table.components.map(({ key, name }) => ({ key, name, breakBefore: false }))
    : (spec.years.length > 0 ? table.years.filter(y => spec.years.includes(y)) : table.years).map(
        (y, i, all) => ({
          key: String(y),
          name: String(y),
          breakBefore: i > 0 && hardBreaksBetween(table.breaks, all[i - 1] ?? y, y).length > 0,
        }),
      );
  const rows = agencies
    .map(({ id, name }) => ({
      name,
      chosen: spec.highlight.includes(id),
      cells: columns.map(({ key }) =>
        cellsOf(table, id, byDomain ? key : spec.component).find(
          cell => cell.year === (byDomain ? year : Number(key)) && cell.value !== undefined,
        ),
      ),
    }))
    .filter(({ cells }) => cells.some(cell => cell !== undefined))
    .sort((a, b) => total(b.cells) - total(a.cells) || (a.name < b.name ? -1 : 1));
  const used = columns.map((_, i) => rows.some(({ cells }) => cells[i] !== undefined));
  if (rows.length === 0) return undefined;
  return {
    ...base,
    type: "heatmap",
    year: byDomain ? year : undefined,
    columns: columns.filter((_, i) => used[i]),
    rows: rows.map(row => ({ ...row, cells: row.cells.filter((_, i) => used[i]) })),
  };
}

/** Orders the rows of a heat map: by the last column that has a value in it. */
function total(cells: readonly (Cell | undefined)[]): number {
  return cells.at(-1)?.value ?? cells.findLast(cell => cell !== undefined)?.value ?? 0;
}

function scatterData(
  table: IndexTable,
  other: IndexTable | undefined,
  { years, highlight, agencies }: ChartSpec,
  base: ChartBase,
): ScatterData | undefined {
  if (!other) return undefined;
  const year = years.at(-1) ?? table.years.filter(y => other.years.includes(y)).at(-1) ?? 0;
  const chosen = new Set([...highlight, ...agencies]);
  const theirs = new Map((other.byYear.get("")?.get(year) ?? []).map(cell => [cell.agency, cell]));
  const points = peerCells(table, mainPeers(table), year).flatMap(x => {
    const y = theirs.get(x.agency);
    return x.value === undefined || y?.value === undefined
      ? []
      : [
          {
            agency: x.agency,
            name: table.agencies.get(x.agency)?.name ?? x.agency,
            x,
            y,
            chosen: chosen.has(x.agency),
          },
        ];
  });
  if (points.length === 0) return undefined;
  return {
    ...base,
    type: "scatter",
    against: other.id,
    againstName: other.name,
    againstUnit: other.unit,
    year,
    points,
  };
}

function regionsData(table: IndexTable, spec: ChartSpec, base: ChartBase): RegionsData | undefined {
  const years = yearSpan(table, spec.years);
  const peers = mainPeers(table);
  const regions = new Map<string, (NamedSeries & { chosen: boolean })[]>();
  for (const { id, name, region, peers: own } of table.agencies.values()) {
    const cells = within(cellsOf(table, id, spec.component), years).filter(
      ({ value }) => value !== undefined,
    );
    if (own !== peers || region === undefined || cells.length === 0) continue;
    const series = regions.get(region) ?? [];
    regions.set(region, series);
    series.push({ agency: id, name, cells, chosen: [...spec.highlight, ...spec.agencies].includes(id) });
  }
  if (regions.size === 0) return undefined;
  return {
    ...base,
    type: "regions",
    years,
    regions: [...regions].map(([name, series]) => ({ name, series })),
    breaks: table.breaks,
  };
}
