import { correctionsOfYear } from "../../../scripts/model/data-change.ts";
import { type IndexTable, indexTables, mainPeers } from "../../../scripts/model/index-table.ts";
import { getOrMake } from "../../../scripts/model/maps.ts";
import { byStanding, type Cell } from "../../../scripts/model/series.ts";
import type { Site } from "../../../scripts/model/site.ts";
import { indexStrings } from "../../chart-strings.ts";
import { figuresOf } from "../../figures.ts";
import { historyStrings } from "../../history-strings.ts";
import { pageEach } from "../../paginate.ts";
import { DataChanged } from "../../parts/data-history.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { ResultTable } from "../../parts/result-table.tsx";
import { SummaryHead } from "../../parts/sheet-head.tsx";
import { YearTargets } from "../../parts/targets.tsx";
import { YearResults, yearSentence } from "../../parts/year-results.tsx";
import { type IndexYear, indexYears, urls } from "../../urls.ts";

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
  const name = `${table.name} ${year}`;
  const figures = figuresOf(site, urls.indexYear(index.id, year));
  const bands = (index.bands ?? []).filter(({ years }) => years.includes(year));
  const corrections = correctionsOfYear(site, index.id, year);
  return (
    <Layout
      {...props}
      title={name}
      description={yearSentence(figures) ?? `${name}: ${indexStrings.results(main.length)}.`}
      path={urls.indexYear(index.id, year)}
      breadcrumbs={[
        { title: indexStrings.title, href: urls.indices },
        { title: table.name, href: urls.index(index.id) },
      ]}
      entries={["figure"]}
    >
      <SummaryHead {...props} />
      <h1>{name}</h1>
      <YearResults
        site={site}
        settings={settings}
        index={index}
        table={table}
        year={year}
        figures={figures}
        cells={main}
        heading={groups.get(peers)?.title ?? indexStrings.ranking}
        caption={name}
        language="vi"
      />
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
          <ResultTable
            site={site}
            table={table}
            cells={group.cells}
            caption={`${name}: ${group.title}`}
            language="vi"
          />
        </section>
      ))}
      {corrections.length > 0 && (
        <p class="meta">
          {historyStrings.changed}: <DataChanged site={site} corrections={corrections} />
        </p>
      )}
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
    getOrMake(groups, key, () => ({ title: peerTitle(site, cell.agency), cells: [] })).cells.push(cell);
  }
  return groups;
}

function peerTitle(site: Site, id: string): string {
  const { peers } = indexStrings;
  const agency = site.agencies.byId.get(id);
  if (!agency || agency.kind === "group") return peers.means;
  if (agency.level === "central") return peers.ministries;
  if (agency.level === "province" && agency.kind === "body") return peers.provinces;
  const parent = site.agencies.byId.get(agency.parent ?? "")?.shortName;
  if (parent === undefined) return indexStrings.ranking;
  return agency.level === "district" ? peers.districts(parent) : peers.departments(parent);
}
