import type { ChartData, ChartSpec } from "./chart.ts";
import { domainsData } from "./chart-domains.ts";
import { heatmapData } from "./chart-heatmap.ts";
import { regionsData, trendData } from "./chart-lines.ts";
import { scatterData, yearData } from "./chart-standing.ts";
import { componentName, type IndexTable } from "./index-table.ts";
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
  const base = {
    index: table.id,
    indexName: table.name,
    measured: componentName(table, spec.component, spec.years.at(-1)),
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
