import type { IndexTable } from "../../../scripts/model/index-table.ts";
import { baseOf, cellsOf, indexTables, mainPeers } from "../../../scripts/model/index-table.ts";
import { byStanding, type Cell, changeUnlikeStated } from "../../../scripts/model/series.ts";
import type { Site } from "../../../scripts/model/site.ts";
import { chartStrings, indexStrings } from "../../chart-strings.ts";
import { figuresOf } from "../../figures.ts";
import { formatChange, formatNumber, formatRank } from "../../format.ts";
import { pageEach } from "../../paginate.ts";
import { AgencyLink, AgencyLinks } from "../../parts/agency-name.tsx";
import { ChartFigure, SourceText } from "../../parts/figure.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { ScrollTable } from "../../parts/scroll-table.tsx";
import { SummaryHead } from "../../parts/sheet-head.tsx";
import { YearTargets } from "../../parts/targets.tsx";
import { type IndexYear, indexYears, YearNav } from "../../parts/year-nav.tsx";
import { urls } from "../../urls.ts";

export const data = {
  pagination: pageEach("indexYear", indexYears),
  permalink: ({ indexYear: { index, year } }: { indexYear: IndexYear }) => urls.indexYear(index.id, year),
};

/** All results of an index in one year: who stands where, who was not assessed, the bands, sources and notes. */
export default function IndexYearPage({
  indexYear: { index, year },
  ...props
}: PageData & { indexYear: IndexYear }) {
  const { site, settings } = props;
  const table = indexTables(site).get(index.id);
  if (!table) throw new Error(`${index.id} has a year page but no table`);
  const peers = mainPeers(table);
  const cells = (table.byYear.get("")?.get(year) ?? []).toSorted(byStanding);
  const groups = peerGroups(site, table, cells);
  const main = groups.get(peers)?.cells ?? [];
  const others = [...groups].flatMap(([key, group]) => (key === peers ? [] : [group]));
  const base = baseOf(table, peers, year);
  const name = `${index.short_name ?? index.name} ${year}`;
  const figures = figuresOf(site, urls.indexYear(index.id, year));
  const missing = (index.not_assessed ?? []).filter(entry => entry.year === year);
  const bands = (index.bands ?? []).filter(({ years }) => years.includes(year));
  return (
    <Layout
      {...props}
      title={name}
      description={`${name}: ${indexStrings.results(main.length)}.`}
      path={urls.indexYear(index.id, year)}
      breadcrumbs={[
        { title: indexStrings.title, href: urls.indices },
        { title: index.short_name ?? index.name, href: urls.index(index.id) },
      ]}
      entries={["figure"]}
      kind="wide"
    >
      <SummaryHead {...props} />
      <h1>{name}</h1>
      <YearNav table={table} year={year} language="vi" />
      {base !== undefined && main.length < 0.9 * base && (
        <p class="notice">{indexStrings.partial(main.length, base)}</p>
      )}
      {missing.map(({ agencies, why }) => (
        <p class="notice">
          <strong>{indexStrings.notAssessed}</strong> ({year}): <AgencyLinks site={site} ids={agencies} />.{" "}
          {indexStrings.notAssessedLead} {why && indexStrings.notAssessedWhy(why)}
        </p>
      ))}
      {figures.length > 0 && <h2 class="visually-hidden">{indexStrings.figures}</h2>}
      {figures.map(figure => (
        <ChartFigure figure={figure} settings={settings} />
      ))}
      {main.length > 0 && (
        <section>
          <h2>{groups.get(peers)?.title}</h2>
          <ResultTable
            site={site}
            table={table}
            cells={main}
            caption={name}
            missing={missing.flatMap(m => m.agencies)}
          />
        </section>
      )}
      <YearTargets site={site} index={index.id} year={year} />
      {bands.length > 0 && (
        <section>
          <h2>{indexStrings.bands}</h2>
          <ul>
            {bands.map(({ label, from, below }) => (
              <li>
                <strong>{label}</strong>: {indexStrings.band(from, below)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.map(group => (
        <section>
          <h2>{group.title}</h2>
          <ResultTable site={site} table={table} cells={group.cells} caption={group.title} missing={[]} />
        </section>
      ))}
    </Layout>
  );
}

interface PeerGroup {
  readonly title: string;
  readonly cells: Cell[];
}

/** Results by who is measured against whom: provinces, ministries, the departments or the districts of one province. */
function peerGroups(site: Site, table: IndexTable, cells: readonly Cell[]): Map<string, PeerGroup> {
  const groups = new Map<string, PeerGroup>();
  for (const cell of cells) {
    const key = table.agencies.get(cell.agency)?.peers ?? "";
    const group = groups.get(key) ?? { title: peerTitle(site, cell.agency), cells: [] };
    groups.set(key, group);
    group.cells.push(cell);
  }
  return groups;
}

function peerTitle(site: Site, id: string): string {
  const { peers } = indexStrings;
  const agency = site.agencies.byId.get(id);
  if (!agency || agency.kind === "group") return peers.means;
  if (agency.level === "central") return peers.ministries;
  if (agency.level === "province" && agency.kind === "body") return peers.provinces;
  const parent = site.agencies.byId.get(agency.parent ?? "")?.shortName ?? "";
  return agency.level === "district" ? peers.districts(parent) : peers.departments(parent);
}

function ResultTable({
  site,
  table,
  cells,
  caption,
  missing,
}: {
  site: Site;
  table: IndexTable;
  cells: readonly Cell[];
  caption: string;
  missing: readonly string[];
}) {
  const { columns } = chartStrings;
  const named = new Set(cells.map(({ agency }) => agency));
  const hasGroups = cells.some(({ group }) => group !== undefined);
  return (
    <div data-sortable>
      <ScrollTable label={caption}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.agency}</th>
            <th scope="col" class="number">
              {columns.value} ({table.unit})
            </th>
            <th scope="col" class="number">
              {columns.rank}
            </th>
            {hasGroups && <th scope="col">{columns.group}</th>}
            <th scope="col" class="number">
              {columns.stated}
            </th>
            <th scope="col">{columns.basis}</th>
            <th scope="col">
              {columns.source}, {columns.note.toLowerCase()}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map(cell => (
            <tr>
              <th scope="row">
                <AgencyLink site={site} id={cell.agency} />
              </th>
              <td class="number" data-value={cell.value}>
                {cell.value === undefined ? "–" : formatNumber(cell.value)}
              </td>
              <td class="number" data-value={cell.rank}>
                {cell.rank === undefined ? "–" : formatRank(cell.rank, cell.rank_of)}
              </td>
              {hasGroups && <td>{cell.group}</td>}
              <td class="number" data-value={cell.stated_change}>
                {cell.stated_change === undefined ? "" : formatChange(cell.stated_change)}
              </td>
              <td>{cell.basis && chartStrings.basis[cell.basis]}</td>
              <td class="source">
                {cell.source && <SourceText text={cell.source} />}
                {cell.note && <small> {cell.note}</small>}
                <ChangeNote table={table} cell={cell} />
              </td>
            </tr>
          ))}
          {missing
            .filter(id => !named.has(id))
            .map(id => (
              <tr>
                <th scope="row">
                  <AgencyLink site={site} id={id} />
                </th>
                <td colSpan={hasGroups ? 6 : 5}>{indexStrings.notAssessed.toLowerCase()}</td>
              </tr>
            ))}
        </tbody>
      </ScrollTable>
    </div>
  );
}

function ChangeNote({ table, cell }: { table: IndexTable; cell: Cell }) {
  const earlier = cellsOf(table, cell.agency).find(({ year }) => year === cell.year - 1);
  const computed = changeUnlikeStated(earlier, cell, table.breaks);
  return computed === undefined ? null : <small> {indexStrings.changeDiffers(cell.year, computed)}</small>;
}
