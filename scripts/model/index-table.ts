import type { Agency, AgencyDirectory } from "./agency.ts";
import { editionOf } from "./edition.ts";
import { existence } from "./existence.ts";
import type { Index, SeriesBreak } from "./indices.ts";
import { getOrMake, groupBy, push } from "./maps.ts";
import type { Result } from "./result.ts";
import type { Cell, Lifetime } from "./series.ts";
import { perSite } from "./site-reads.ts";
import { toldApart } from "./told-apart.ts";

/** The agency id under which the published national mean stands in data/results. */
export const NATIONAL = "ca-nuoc";

/** An agency as charts name it. */
export interface ChartAgency extends Lifetime {
  readonly id: string;
  readonly name: string;
  readonly region?: string | undefined;
  /** Agencies with the same key are measured against each other. */
  readonly peers: string;
  /** Of the departments and districts of a province, which one it is. */
  readonly within?: string | undefined;
  /** Since when and until when it exists. */
  readonly days?: string | undefined;
}

/** A domain as the edition calls it that was last in force. */
interface ChartComponent {
  readonly key: string;
  readonly name: string;
  /** What editions before called it, each with its last year, oldest first; none where it always had one name. */
  readonly former?: readonly { readonly name: string; readonly until: number }[];
}

/**
 * All results of one index, ready to be looked up: what charts are made from, on the server from the site and in the
 * browser from data/<index>.json.
 */
export interface IndexTable {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly breaks: readonly SeriesBreak[];
  readonly components: readonly ChartComponent[];
  readonly covers: readonly { readonly years: readonly [number, number]; readonly count: number }[];
  readonly notAssessed: readonly { readonly year: number; readonly agencies: readonly string[] }[];
  readonly agencies: ReadonlyMap<string, ChartAgency>;
  /** Component key ("" = the whole index) → agency id → results by year. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, readonly Cell[]>>;
  /** Component key → year → results. */
  readonly byYear: ReadonlyMap<string, ReadonlyMap<number, readonly Cell[]>>;
  /** Every year with a result, ascending. */
  readonly years: readonly number[];
}

/** The head of an index table, without its results. */
export type IndexHead = Omit<IndexTable, "agencies" | "cells" | "byYear" | "years">;

/** Which agencies are measured against each other: provinces, ministries, the departments of one province. */
function peersOf(agency: Pick<Agency, "kind" | "level" | "parent">): string {
  return `${agency.level ?? ""}/${agency.kind}/${agency.parent ?? ""}`;
}

/** Groups results by component, agency and year; one pass, so the cost is linear in the number of results. */
export function makeIndexTable(
  head: IndexHead,
  agencies: Iterable<ChartAgency>,
  results: Iterable<Cell & { readonly component?: string | undefined }>,
): IndexTable {
  const cells = new Map<string, Map<string, Cell[]>>();
  const byYear = new Map<string, Map<number, Cell[]>>();
  const years = new Set<number>();
  for (const result of results) {
    const component = result.component ?? "";
    const ofAgencies = getOrMake(cells, component, () => new Map());
    const ofYears = getOrMake(byYear, component, () => new Map());
    push(ofAgencies, result.agency, result);
    push(ofYears, result.year, result);
    years.add(result.year);
  }
  for (const component of cells.values())
    for (const list of component.values()) list.sort((a, b) => a.year - b.year);
  return {
    ...head,
    agencies: new Map([...agencies].map(agency => [agency.id, agency])),
    cells,
    byYear,
    years: [...years].sort((a, b) => a - b),
  };
}

/** The tables of all described indices of a site, by id; made once for a site. */
export const indexTables = perSite("indexTables", (site): ReadonlyMap<string, IndexTable> => {
  const results = groupBy(site.results, ({ index }) => index);
  const made = new Map<string, IndexTable>();
  for (const index of site.indices.values()) {
    const own = results.get(index.id) ?? [];
    const agencies: ChartAgency[] = [];
    const notAssessed = (index.not_assessed ?? []).flatMap(({ agencies: ids }) => ids);
    for (const id of new Set([...own.map(({ agency }) => agency), ...notAssessed])) {
      const agency = chartAgency(site.agencies, id);
      if (agency) agencies.push(agency);
    }
    made.set(
      index.id,
      makeIndexTable(
        {
          id: index.id,
          name: index.short_name ?? index.name,
          unit: index.unit ?? own.find(({ component }) => component === undefined)?.unit ?? "",
          breaks: index.breaks ?? [],
          components: componentsOf(index),
          covers: (index.covers ?? []).map(({ years, count }) => ({ years, count })),
          notAssessed: (index.not_assessed ?? []).map(({ year, agencies: ids }) => ({ year, agencies: ids })),
        },
        agencies,
        own.map(result => withMaximum(result, index)),
      ),
    );
  }
  return made;
});

/** An agency as charts name it, with results or without. */
export function chartAgency({ byId }: AgencyDirectory, id: string): ChartAgency | undefined {
  const agency = byId.get(id);
  if (!agency) return undefined;
  const parent = byId.get(agency.parent ?? "");
  const within = parent?.level === "central" ? undefined : parent?.shortName;
  const { shortName: name, region, validFrom, validTo } = agency;
  return {
    id,
    name,
    region,
    peers: peersOf(agency),
    within,
    days: existence(agency) || undefined,
    since: validFrom ? Number(validFrom.slice(0, 4)) : undefined,
    until: validTo ? Number(validTo.slice(0, 4)) - (validTo.endsWith("-12-31") ? 0 : 1) : undefined,
  };
}

/** The domains of all editions as the last one lists them; those that only former ones had come after them. */
function componentsOf({ editions = [] }: Index): ChartComponent[] {
  const names = new Map<string, { name: string; until: number }[]>();
  for (const [i, { domains = [] }] of editions.entries()) {
    // An edition holds until the next one does, whether its end is told or not (`editionOf`).
    const until = (editions[i + 1]?.from ?? Infinity) - 1;
    for (const { key, name } of domains) push(names, key, { name, until });
  }
  const keys = editions.toReversed().flatMap(({ domains = [] }) => domains.map(({ key }) => key));
  return [...new Set(keys)].map(key => {
    const list = names.get(key) ?? [];
    const name = list.at(-1)?.name ?? key;
    return list.every(former => former.name === name)
      ? { key, name }
      : { key, name, former: list.slice(0, -1) };
  });
}

/** What the edition of a year calls a domain. */
export function nameIn({ name, former = [] }: ChartComponent, year = Infinity): string {
  return former.find(({ until }) => year <= until)?.name ?? name;
}

/** The unit that all of some results are in, or else that of the index. */
export function unitOf(table: IndexTable, cells: Iterable<Cell | undefined>): string {
  const units = new Set(
    [...cells].flatMap(cell => (cell?.value === undefined ? [] : (cell.unit ?? table.unit))),
  );
  const [unit = table.unit] = units;
  return units.size === 1 ? unit : table.unit;
}

/** The result with the maximum of its domain in the edition of its year, where the row does not give one. */
function withMaximum(result: Result, index: Index): Result {
  if (result.component === undefined || result.maximum !== undefined) return result;
  const { domains } = editionOf(index, result.year, result.edition) ?? {};
  const maximum = domains?.find(({ key }) => key === result.component)?.maximum;
  return maximum === undefined ? result : { ...result, maximum };
}

/**
 * Names of agencies that are shown together: of two provinces' Sở Nội vụ each says whose it is, and Đà Nẵng before and
 * after 1/7/2025 until or since when, so that no row or line is taken for that of the other.
 */
export function namesOf({ agencies }: IndexTable, ids: Iterable<string>): Map<string, string> {
  const of = (id: string) => agencies.get(id);
  return toldApart(new Set(ids), id => of(id)?.name ?? id, [id => of(id)?.within, id => of(id)?.days]);
}

const everyName = new WeakMap<IndexTable, Map<string, string>>();

/** Names of all agencies of an index, to choose from. */
export function allNames(table: IndexTable): ReadonlyMap<string, string> {
  return getOrMake(everyName, table, () => namesOf(table, table.agencies.keys()));
}

/** Results of one agency by year; empty when it has none. */
export function cellsOf(table: IndexTable, agency: string, component = ""): readonly Cell[] {
  return table.cells.get(component)?.get(agency) ?? [];
}

/** Results of the peers of an agency in one year. */
export function peerCells(table: IndexTable, peers: string, year: number, component = ""): Cell[] {
  return (table.byYear.get(component)?.get(year) ?? []).filter(
    ({ agency }) => table.agencies.get(agency)?.peers === peers,
  );
}

const mains = new WeakMap<IndexTable, string>();

/** The peers with the most results: those that the index is made for, such as the provinces. */
export function mainPeers(table: IndexTable): string {
  return getOrMake(mains, table, () => findMainPeers(table));
}

function findMainPeers(table: IndexTable): string {
  const counts = new Map<string, number>();
  for (const [agency, cells] of table.cells.get("") ?? []) {
    const peers = table.agencies.get(agency)?.peers ?? "";
    counts.set(peers, (counts.get(peers) ?? 0) + cells.length);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}

/** How many of these peers were measured in a year: as the index says, or the base of a published rank. */
export function baseOf(table: IndexTable, peers: string, year: number): number | undefined {
  if (peers === mainPeers(table)) {
    const cover = table.covers.find(({ years: [from, to] }) => from <= year && year <= to);
    if (cover) return cover.count;
  }
  return peerCells(table, peers, year).find(({ rank_of }) => rank_of !== undefined)?.rank_of;
}

/** Name of a component in a year, or its last one; the name of the index for the whole of it. */
export function componentName(table: IndexTable, component: string | undefined, year?: number): string {
  const found = table.components.find(({ key }) => key === component);
  return found ? nameIn(found, year) : table.name;
}
