import type { ChartData, ChartSpec } from "./chart.ts";
import { domainsData } from "./chart-domains.ts";
import { heatmapData } from "./chart-heatmap.ts";
import { regionsData, trendData } from "./chart-lines.ts";
import { scatterData, yearData } from "./chart-standing.ts";
import { componentName, type IndexTable, mainPeers } from "./index-table.ts";
import type { Judgement } from "./judgement.ts";

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
  const within = withinOf(table, spec);
  const indexName = nameWithin(table.name, within);
  const measured = componentName(table, spec.component, spec.years.at(-1));
  const base = {
    index: table.id,
    indexName,
    within,
    measured: measured === table.name ? indexName : measured,
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

/** The name of an index with the province that all who are shown belong to. */
export function nameWithin(index: string, within: string | undefined): string {
  return within === undefined ? index : `${index} (${within})`;
}

/** The province that all belong to who are chosen, or else all who are mainly measured. */
function withinOf(table: IndexTable, { agencies, highlight }: ChartSpec): string | undefined {
  const chosen = [...agencies, ...highlight].flatMap(id => table.agencies.get(id) ?? []);
  const main = mainPeers(table);
  const shown =
    chosen.length > 0 ? chosen : [...table.agencies.values()].filter(({ peers }) => peers === main);
  const names = new Set(shown.map(({ within }) => within));
  return names.size === 1 ? shown[0]?.within : undefined;
}
