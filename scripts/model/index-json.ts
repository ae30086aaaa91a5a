import { type ChartAgency, type IndexHead, type IndexTable, makeIndexTable } from "./index-table.ts";
import { getOrMake } from "./maps.ts";
import { RESULT_BASES } from "./result-basis.ts";
import { sourceBelow } from "./result-source.ts";
import type { Cell } from "./series.ts";

/**
 * [agency, component, year, value, rank, rank_of, basis, source]: places in the lists beside it; null = not published.
 * The unit follows where it is not that of the index.
 */
type JsonRow = [
  number,
  number,
  number,
  number | null,
  number | null,
  number | null,
  number | null,
  number | null,
  unit?: string,
];

interface IndexJson {
  readonly head: IndexHead;
  readonly agencies: readonly ChartAgency[];
  readonly components: readonly string[];
  readonly sources: readonly string[];
  readonly rows: readonly JsonRow[];
}

/** All results of an index in a form small enough to be fetched by a phone. Notes stay on the pages. */
export function indexJson(table: IndexTable, pathPrefix = "/"): string {
  const { agencies: byId, cells, byYear: _, years: __, ...head } = table;
  const agencies = [...byId.values()];
  const place = new Map(agencies.map(({ id }, i) => [id, i]));
  const components = [...cells.keys()];
  const sources = new Map<string, number>();
  const placeOf = (source: string) => getOrMake(sources, source, () => sources.size);
  const rows: JsonRow[] = [];
  for (const [i, component] of components.entries())
    for (const [agency, list] of cells.get(component) ?? [])
      for (const cell of list)
        rows.push([
          place.get(agency) ?? 0,
          i,
          cell.year,
          cell.value ?? null,
          cell.rank ?? null,
          cell.rank_of ?? null,
          cell.basis === undefined ? null : RESULT_BASES.indexOf(cell.basis),
          cell.source === undefined ? null : placeOf(cell.source),
          ...unitBeside(head.unit, cell),
        ]);
  return JSON.stringify({
    head,
    agencies,
    components,
    sources: [...sources.keys()].map(source => sourceBelow(pathPrefix, source)),
    rows,
  } satisfies IndexJson);
}

/** Reads what `indexJson` wrote, back into the table that charts are made from. */
export function readIndexJson({ head, agencies, components, sources, rows }: IndexJson): IndexTable {
  const cells = rows.map(
    ([agency, component, year, value, rank, rankOf, basis, source, unit]): Cell & { component: string } => ({
      agency: agencies[agency]?.id ?? "",
      component: components[component] ?? "",
      year,
      value: value ?? undefined,
      rank: rank ?? undefined,
      rank_of: rankOf ?? undefined,
      basis: basis === null ? undefined : RESULT_BASES[basis],
      source: source === null ? undefined : sources[source],
      unit,
    }),
  );
  return makeIndexTable(head, agencies, cells);
}

function unitBeside(ofIndex: string, { value, unit = ofIndex }: Cell): [unit?: string] {
  return value === undefined || unit === ofIndex ? [] : [unit];
}
