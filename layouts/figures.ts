import type { ChartData, ChartSpec } from "../scripts/model/chart.ts";
import { chartData } from "../scripts/model/chart-data.ts";
import {
  cellsOf,
  chartAgency,
  type IndexTable,
  indexTables,
  mainPeers,
  peerCells,
} from "../scripts/model/index-table.ts";
import { type Judgement, judgementsOf } from "../scripts/model/judgement.ts";
import { groupBy } from "../scripts/model/maps.ts";
import type { Measure } from "../scripts/model/series.ts";
import type { Site } from "../scripts/model/site.ts";
import { perSite } from "../scripts/model/site-reads.ts";
import { chartTitle } from "./charts/chart.ts";
import { inEnglish } from "./english-figures.ts";
import { englishPages, type Language, wordsOf } from "./languages.ts";
import { INDEX_VIEWS, urls, VIEW_SLUGS } from "./urls.ts";

/** A chart on a page: what it shows, its place on the site, and the files that are taken from it. */
export interface Figure {
  /** Anchor on its page and name of its files in either language; made from what it shows, never from its place among others. */
  readonly id: string;
  /** The page that it stands on. */
  readonly page: string;
  readonly title: string;
  readonly language: Language;
  readonly data: ChartData;
  /** Whether it has a bare page under /nhung/. */
  readonly embeds: boolean;
  /** Names in it that are Vietnamese, on a page in another language. */
  readonly vietnamese?: readonly string[];
  /** Line of the ```chart block that asks for it. */
  readonly line?: number;
}

interface SiteFigures {
  readonly all: readonly Figure[];
  readonly byPage: ReadonlyMap<string, readonly Figure[]>;
}

/** Every figure of the site, each on one page; made once for a site, in time linear in the number of figures. */
export const siteFigures = perSite("figures", (site): SiteFigures => {
  const all = [
    ...indexFigures(site),
    ...dashboardFigures(site),
    ...agencyFigures(site),
    ...compareFigures(site),
  ];
  return { all, byPage: groupBy(all, ({ page }) => page) };
});

/** The figures of one page, in their order. */
export function figuresOf(site: Site, page: string): readonly Figure[] {
  return siteFigures(site).byPage.get(page) ?? [];
}

/** The figures of a page as its English counterpart shows them: the same results under English words. */
export function englishFiguresOf(site: Site, page: string): readonly Figure[] {
  return englishFigures(site).get(page) ?? [];
}

const englishFigures = perSite("englishFigures", (site): ReadonlyMap<string, readonly Figure[]> => {
  const { charts } = wordsOf("en");
  return new Map(
    [...englishPages(site)].map(([page, english]) => [
      page,
      figuresOf(site, page).map(figure => {
        const own = inEnglish(figure.data, site.indices.get(figure.data.index));
        return { ...figure, ...own, page: english, title: chartTitle(own.data, charts), language: "en" };
      }),
    ]),
  );
});

/** Every figure in each language that it stands in: what files are made of. */
export function figuresInAllLanguages(site: Site): readonly Figure[] {
  return [...siteFigures(site).all, ...[...englishFigures(site).values()].flat()];
}

/** A figure of what a chart is asked to show; none where there is nothing to show. */
function figure(
  own: Pick<Figure, "id" | "page"> & Partial<Pick<Figure, "embeds" | "line">>,
  tables: ReadonlyMap<string, IndexTable>,
  spec: ChartSpec,
  targets?: readonly Judgement[],
): Figure[] {
  const data = chartData(tables, spec, targets);
  return data ? [{ embeds: true, ...own, title: spec.title ?? chartTitle(data), language: "vi", data }] : [];
}

const NOTHING = { agencies: [], years: [], highlight: [] } as const;

function indexFigures(site: Site): Figure[] {
  const tables = indexTables(site);
  const made: Figure[] = [];
  for (const table of tables.values()) {
    const own = ownAgencies(site, table);
    const add = (spec: Partial<ChartSpec> & Pick<ChartSpec, "type">, page: string, name: string) =>
      made.push(
        ...figure({ id: `${table.id}-${name}`, page }, tables, { ...NOTHING, index: table.id, ...spec }),
      );
    add({ type: "trend", agencies: own }, urls.index(table.id), "xu-huong");
    for (const type of INDEX_VIEWS)
      add({ type, highlight: own }, urls.indexView(table.id, type), VIEW_SLUGS[type]);
    for (const year of table.years) {
      const yearPage = urls.indexYear(table.id, year);
      if (knownIn(table, year) >= FIELD) {
        add({ type: "distribution", years: [year], highlight: own }, yearPage, `${year}-phan-bo`);
        add({ type: "ranking", years: [year], highlight: own }, yearPage, `${year}-xep-hang`);
      }
      if (table.components.some(({ key }) => knownIn(table, year, key) >= FIELD))
        add({ type: "heatmap", years: [year], highlight: own }, yearPage, `${year}-linh-vuc`);
    }
  }
  return made;
}

/** Values that a drawing has at least: one of fewer would be taken for the whole field, and the table says as much. */
const FIELD = 5;

/** How many of the main peers have a value in a year. */
function knownIn(table: IndexTable, year: number, component?: string): number {
  return peerCells(table, mainPeers(table), year, component).filter(({ value }) => value !== undefined)
    .length;
}

const MOST_OWN = 3;

/** The first of the agencies whose plans the site has, among those that the index is made for. */
function ownAgencies(site: Site, table: IndexTable): string[] {
  const peers = mainPeers(table);
  const issuers = new Set(site.plans.map(({ agency }) => agency));
  return [...issuers]
    .filter(id => table.agencies.get(id)?.peers === peers && cellsOf(table, id).length > 0)
    .slice(0, MOST_OWN);
}

function dashboardFigures(site: Site): Figure[] {
  const tables = indexTables(site);
  const pages = [
    ...site.dashboards.map(({ slug, path }) => ({ slug, path, page: urls.dashboard(slug) })),
    ...site.pages.map(({ slug, path }) => ({ slug, path, page: urls.page(slug) })),
    ...site.plans.map(({ slug, path }) => ({ slug, path, page: urls.plan(slug) })),
  ];
  return pages.flatMap(({ slug, path, page }) =>
    (site.charts.get(path) ?? []).flatMap(({ spec, line }, i) => {
      const targets = spec.agencies.flatMap(agency => judgementsOf(site, agency));
      // A block's number on its page, not on the site: stable while the page keeps its order.
      return figure({ id: `${slug}-${i + 1}`, page, line }, withAsked(site, tables, spec), spec, targets);
    }),
  );
}

/** The tables with agencies that are asked for and have no result at all: they are told by name to have none. */
function withAsked(
  site: Site,
  tables: ReadonlyMap<string, IndexTable>,
  { index, agencies, highlight }: ChartSpec,
): ReadonlyMap<string, IndexTable> {
  const table = tables.get(index);
  const added = [...agencies, ...highlight]
    .filter(id => table && !table.agencies.has(id))
    .flatMap(id => chartAgency(site.agencies, id) ?? []);
  if (!table || added.length === 0) return tables;
  const known = new Map([...table.agencies, ...added.map(agency => [agency.id, agency] as const)]);
  return new Map([...tables, [index, { ...table, agencies: known }]]);
}

function agencyFigures(site: Site): Figure[] {
  return [...indexTables(site).values()].flatMap(table =>
    [...table.agencies.keys()].flatMap(agency => figuresOfAgency(site, table, agency)),
  );
}

/** An agency by an index: values and ranks over the years, and domains in the last two years in which they are known. */
function figuresOfAgency(site: Site, table: IndexTable, agency: string): Figure[] {
  const kind = site.agencies.byId.get(agency)?.kind;
  if (kind === undefined || kind === "group") return [];
  // A year of which only a group is known has nothing to draw.
  const cells = cellsOf(table, agency).filter(({ value, rank }) => (value ?? rank) !== undefined);
  const targets = judgementsOf(site, agency);
  const years = cells.map(({ year }) => year);
  const promised = targets.flatMap(({ target }) => (target.index === table.id ? target.year : []));
  const known = (measure: Measure) => cells.filter(cell => cell[measure] !== undefined).length;
  const made = (type: "trend" | "rank" | "domains", name: string, span: readonly number[]) => {
    const own = { id: `${agency}-${table.id}-${name}`, page: urls.agency(agency), embeds: false };
    const spec = { ...NOTHING, type, index: table.id, agencies: [agency], years: span };
    return figure(own, indexTables(site), spec, targets);
  };
  const span = [Math.min(...years), Math.max(...years, ...promised)];
  return [
    ...(known("value") > 0 ? made("trend", "xu-huong", span) : []),
    ...(known("rank") > 1 ? made("rank", "thu-hang", span) : []),
    ...made("domains", "linh-vuc", []),
  ];
}

/** The comparison that the page of comparison shows before anyone chooses: the agencies of the plans, first and last. */
function compareFigures(site: Site): Figure[] {
  const tables = indexTables(site);
  const table = [...tables.values()].sort((a, b) => resultCount(b) - resultCount(a))[0];
  if (!table) return [];
  const ranked = peerCells(table, mainPeers(table), table.years.at(-1) ?? 0)
    .filter(({ value }) => value !== undefined)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .map(({ agency }) => agency);
  const issuers = site.plans.map(({ agency }) => agency).filter(agency => ranked.includes(agency));
  const agencies = [...new Set([...issuers.slice(0, 3), ...ranked.slice(0, 1), ...ranked.slice(-1)])];
  const spec = { ...NOTHING, type: "trend", index: table.id, agencies } as const;
  return figure({ id: "so-sanh", page: urls.compare }, tables, spec);
}

function resultCount(table: IndexTable): number {
  return [...(table.cells.get("")?.values() ?? [])].reduce((sum, { length }) => sum + length, 0);
}
