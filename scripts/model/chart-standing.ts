import type { ChartBase, ChartSpec, ScatterData, YearData } from "./chart.ts";
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
import { byStanding, livesIn } from "./series.ts";
import { compareText } from "./text-order.ts";

/** All peers in one year, best first; a ranking may be of some that are asked for. */
export function yearData(
  table: IndexTable,
  { type, component, years, highlight, agencies }: ChartSpec,
  base: ChartBase,
): YearData | undefined {
  const year = years.at(-1) ?? table.years.at(-1) ?? 0;
  const first = table.agencies.get(highlight[0] ?? agencies[0] ?? "");
  const peers = first?.peers ?? mainPeers(table);
  const isPart = agencies.length > 0 && type === "ranking";
  const known = peerCells(table, peers, year, component).filter(
    ({ value, rank }) => value !== undefined || rank !== undefined,
  );
  const rows = known
    .filter(({ agency }) => !isPart || agencies.includes(agency))
    .filter(({ value }) => value !== undefined || type === "ranking")
    .sort((a, b) => byStanding(a, b) || compareText(a.agency, b.agency));
  if (rows.length === 0) return undefined;
  const isMain = peers === mainPeers(table);
  const notAssessed = table.notAssessed
    .filter(entry => entry.year === year)
    .flatMap(entry => entry.agencies)
    .filter(id => !isPart || agencies.includes(id));
  const without = withoutResult(table, peers, year, [...highlight, ...agencies], known).filter(
    id => !isMain || !notAssessed.includes(id),
  );
  const names = namesOf(table, [...rows.map(({ agency }) => agency), ...notAssessed, ...without]);
  const name = (id: string) => names.get(id) ?? id;
  return {
    ...base,
    type: type === "distribution" ? "distribution" : "ranking",
    unit: unitOf(table, rows),
    year,
    rows: rows.map(cell => ({
      ...cell,
      name: name(cell.agency),
      chosen: highlight.includes(cell.agency),
    })),
    base: isPart ? undefined : baseOf(table, peers, year),
    isPart,
    notAssessed: isMain ? notAssessed.map(name) : [],
    without: without.map(name),
    national: isMain
      ? cellsOf(table, NATIONAL, component).find(cell => cell.year === year)?.value
      : undefined,
  };
}

/** All peers in one year by two indices; those that only one of them has are left out. */
export function scatterData(
  table: IndexTable,
  other: IndexTable | undefined,
  { years, highlight, agencies }: ChartSpec,
  base: ChartBase,
): ScatterData | undefined {
  if (!other) return undefined;
  const year = years.at(-1) ?? table.years.filter(y => other.years.includes(y)).at(-1) ?? 0;
  const chosen = [...highlight, ...agencies];
  const theirs = new Map((other.byYear.get("")?.get(year) ?? []).map(cell => [cell.agency, cell]));
  const points = peerCells(table, mainPeers(table), year).flatMap(x => {
    const y = theirs.get(x.agency);
    return x.value === undefined || y?.value === undefined ? [] : [{ agency: x.agency, x, y }];
  });
  if (points.length === 0) return undefined;
  const without = withoutResult(table, mainPeers(table), year, chosen, points);
  const names = namesOf(table, [...points.map(({ agency }) => agency), ...without]);
  const name = (id: string) => names.get(id) ?? id;
  return {
    ...base,
    type: "scatter",
    againstName: other.name,
    againstUnit: other.unit,
    year,
    points: points.map(({ agency, x, y }) => ({
      name: name(agency),
      x,
      y,
      chosen: chosen.includes(agency),
    })),
    without: without.map(name),
  };
}

/** Chosen agencies that are measured with these peers, and could have one of these results, but have none. */
function withoutResult(
  table: IndexTable,
  peers: string,
  year: number,
  chosen: readonly string[],
  results: readonly { readonly agency: string }[],
): string[] {
  const ids = new Set(results.map(({ agency }) => agency));
  return [...new Set(chosen)].filter(id => {
    const agency = table.agencies.get(id);
    return agency?.peers === peers && livesIn(agency, year) && !ids.has(id);
  });
}
