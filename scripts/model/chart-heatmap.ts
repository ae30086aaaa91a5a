import type { ChartBase, ChartSpec, HeatmapData } from "./chart.ts";
import { baseOf, cellsOf, type IndexTable, mainPeers, nameIn, namesOf, unitOf } from "./index-table.ts";
import { type Cell, hardBreaksBetween } from "./series.ts";
import { compareText } from "./text-order.ts";

/** One agency against all domains when one year is asked for; agencies against years otherwise. */
export function heatmapData(table: IndexTable, spec: ChartSpec, base: ChartBase): HeatmapData | undefined {
  const peers = table.agencies.get(spec.highlight[0] ?? spec.agencies[0] ?? "")?.peers ?? mainPeers(table);
  const all = [...table.agencies.values()];
  const known = all.filter(({ peers: own }) => own === peers);
  const agencies = spec.agencies.length > 0 ? all.filter(({ id }) => spec.agencies.includes(id)) : known;
  const [year, other] = spec.years;
  const byDomain = year !== undefined && other === undefined;
  const columns = byDomain
    ? table.components.map(each => ({ key: each.key, name: nameIn(each, year), breakBefore: false }))
    : (spec.years.length > 0 ? table.years.filter(y => spec.years.includes(y)) : table.years).map(
        (y, i, all) => ({
          key: String(y),
          name: String(y),
          breakBefore: i > 0 && hardBreaksBetween(table.breaks, all[i - 1] ?? y, y).length > 0,
        }),
      );
  /** By the whole index of the year; or by the last value, and who has none of the last years below. */
  const lastOf = ({ id, cells }: { id: string; cells: readonly (Cell | undefined)[] }) =>
    byDomain
      ? cellsOf(table, id).find(cell => cell.year === year)
      : cells.findLast(cell => cell !== undefined);
  const names = namesOf(
    table,
    agencies.map(({ id }) => id),
  );
  const rows = agencies
    .map(({ id }) => ({
      id,
      name: names.get(id) ?? id,
      chosen: spec.highlight.includes(id),
      cells: columns.map(({ key }) =>
        cellsOf(table, id, byDomain ? key : spec.component).find(
          cell => cell.year === (byDomain ? year : Number(key)) && cell.value !== undefined,
        ),
      ),
    }))
    .filter(({ cells }) => cells.some(cell => cell !== undefined))
    .map(row => ({ ...row, last: lastOf(row) }))
    .sort(
      (a, b) =>
        (b.last?.year ?? 0) - (a.last?.year ?? 0) ||
        (b.last?.value ?? -Infinity) - (a.last?.value ?? -Infinity) ||
        compareText(a.name, b.name),
    );
  const used = columns.map((_, i) => rows.some(({ cells }) => cells[i] !== undefined));
  if (rows.length === 0) return undefined;
  const shown = columns.filter((_, i) => used[i]);
  const lastBase = () =>
    spec.agencies.length > 0 ? undefined : baseOf(table, peers, Number(shown.at(-1)?.key));
  return {
    ...base,
    type: "heatmap",
    unit: unitOf(
      table,
      rows.flatMap(({ cells }) => cells),
    ),
    year: byDomain ? year : undefined,
    base: byDomain ? (baseOf(table, peers, year) ?? known.length) : lastBase(),
    columns: shown,
    rows: rows.map(({ name, chosen, cells }) => ({ name, chosen, cells: cells.filter((_, i) => used[i]) })),
  };
}
