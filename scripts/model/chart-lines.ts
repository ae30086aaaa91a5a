import type { ChartBase, ChartSpec, NamedSeries, RegionsData, TrendData } from "./chart.ts";
import {
  baseOf,
  cellsOf,
  type IndexTable,
  mainPeers,
  NATIONAL,
  namesOf,
  peerCells,
  unitOf,
} from "./index-table.ts";
import type { Judgement } from "./judgement.ts";
import { push } from "./maps.ts";
import { isNearlyAll, spreadsOf } from "./series.ts";

/** Values or ranks of some agencies over the years, beside the range of all peers. */
export function trendData(
  table: IndexTable,
  spec: ChartSpec,
  base: ChartBase,
  targets: readonly Judgement[],
): TrendData | undefined {
  const years = yearSpan(table, spec.years);
  const measure = spec.type === "rank" ? "rank" : "value";
  const series = [...namesOf(table, spec.agencies)].map(([agency, name]) => ({
    agency,
    name,
    since: table.agencies.get(agency)?.since,
    until: table.agencies.get(agency)?.until,
    cells: within(cellsOf(table, agency, spec.component), years).filter(cell => cell[measure] !== undefined),
  }));
  const peers = table.agencies.get(spec.agencies[0] ?? "")?.peers ?? mainPeers(table);
  const all = [...(table.cells.get(spec.component ?? "") ?? [])].flatMap(([agency, cells]) =>
    table.agencies.get(agency)?.peers === peers ? cells : [],
  );
  const spreads =
    measure === "value" ? spreadsOf(within(all, years), year => baseOf(table, peers, year)) : [];
  const national =
    measure === "value" && peers === mainPeers(table)
      ? within(cellsOf(table, NATIONAL, spec.component), years).filter(({ value }) => value !== undefined)
      : [];
  if (series.every(({ cells }) => cells.length === 0) && spreads.length === 0 && national.length === 0)
    return undefined;
  return {
    ...base,
    type: measure === "rank" ? "rank" : "trend",
    unit: unitOf(table, [...series.flatMap(({ cells }) => cells), ...all]),
    years,
    series,
    spreads,
    national,
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

/** All agencies over the years, by region. */
export function regionsData(table: IndexTable, spec: ChartSpec, base: ChartBase): RegionsData | undefined {
  const years = yearSpan(table, spec.years);
  const peers = mainPeers(table);
  const regions = new Map<string, (NamedSeries & { chosen: boolean })[]>();
  const own = [...table.agencies.values()].filter(agency => agency.peers === peers);
  const names = namesOf(
    table,
    own.map(({ id }) => id),
  );
  for (const { id, name, region } of own) {
    const cells = within(cellsOf(table, id, spec.component), years).filter(
      ({ value }) => value !== undefined,
    );
    if (region === undefined || cells.length === 0) continue;
    const chosen = [...spec.highlight, ...spec.agencies].includes(id);
    push(regions, region, { agency: id, name: names.get(id) ?? name, cells, chosen });
  }
  if (regions.size === 0) return undefined;
  const isKnown = (year: number) => {
    const count = baseOf(table, peers, year);
    const known = peerCells(table, peers, year, spec.component).filter(({ value }) => value !== undefined);
    return count !== undefined && isNearlyAll(known.length, count);
  };
  const lastMean = ({ spreads }: RegionsData["regions"][number]) =>
    spreads.at(-1)?.year === years[1] ? (spreads.at(-1)?.mean ?? 0) : 0;
  return {
    ...base,
    type: "regions",
    unit: unitOf(
      table,
      [...regions.values()].flatMap(series => series.flatMap(({ cells }) => cells)),
    ),
    years,
    base: baseOf(table, peers, years[1]),
    regions: [...regions]
      .map(([name, series]) => ({
        name,
        series,
        // Of one region few may be known even then.
        spreads: spreadsOf(
          series.flatMap(({ cells }) => cells),
          year => (isKnown(year) ? series.length : undefined),
        ),
      }))
      .sort((a, b) => lastMean(b) - lastMean(a)),
    breaks: table.breaks,
  };
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
