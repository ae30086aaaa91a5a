import { baseOf, indexTables, mainPeers, peerCells } from "../../../scripts/model/index-table.ts";
import { byStanding } from "../../../scripts/model/series.ts";
import { englishFiguresOf } from "../../figures.ts";
import { formatRank } from "../../format.ts";
import { englishIndex, wordsOf } from "../../languages.ts";
import { pageEach } from "../../paginate.ts";
import { ChartFigure, SourceText } from "../../parts/figure.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { ScrollTable } from "../../parts/scroll-table.tsx";
import { type IndexYear, indexYears, YearNav } from "../../parts/year-nav.tsx";
import { urls } from "../../urls.ts";

export const data = {
  pagination: pageEach("indexYear", indexYears),
  permalink: ({ indexYear: { index, year } }: { indexYear: IndexYear }) =>
    urls.english.indexYear(index.id, year),
};

const { indices: words, charts } = wordsOf("en");

/** The results of an index in one year, in English: those that the index is made for, best first. */
export default function EnglishYearPage({
  indexYear: { index, year },
  ...props
}: PageData & { indexYear: IndexYear }) {
  const { site, settings } = props;
  const table = indexTables(site).get(index.id);
  if (!table) throw new Error(`${index.id} has a year page but no table`);
  const peers = mainPeers(table);
  const cells = peerCells(table, peers, year).sort(byStanding);
  const base = baseOf(table, peers, year);
  const missing = (index.not_assessed ?? []).flatMap(entry => (entry.year === year ? entry.agencies : []));
  const short = index.short_name ?? englishIndex(index).name;
  const title = `${short} ${year}`;
  const figures = englishFiguresOf(site, urls.indexYear(index.id, year));
  return (
    <Layout
      {...props}
      language="en"
      title={title}
      description={`${title}: ${words.results(cells.length)}.`}
      path={urls.english.indexYear(index.id, year)}
      breadcrumbs={[
        { title: words.title, href: urls.english.indices },
        { title: short, href: urls.english.index(index.id) },
      ]}
      entries={["figure"]}
      kind="wide"
    >
      <h1>{title}</h1>
      <YearNav table={table} year={year} language="en" />
      {base !== undefined && cells.length < 0.9 * base && (
        <p class="notice">{words.partial(cells.length, base)}</p>
      )}
      {missing.length > 0 && (
        <p class="notice">
          <strong>{words.notAssessed}</strong>:{" "}
          <span lang="vi">{missing.map(id => site.agencies.byId.get(id)?.shortName ?? id).join(", ")}</span>.
        </p>
      )}
      {figures.length > 0 && <h2 class="visually-hidden">{words.figures}</h2>}
      {figures.map(figure => (
        <ChartFigure figure={figure} settings={settings} />
      ))}
      <div data-sortable>
        <ScrollTable label={title}>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{charts.columns.agency}</th>
              <th scope="col" class="number">
                {charts.columns.value}
              </th>
              <th scope="col" class="number">
                {charts.columns.rank}
              </th>
              <th scope="col">{charts.columns.basis}</th>
              <th scope="col">{charts.columns.source}</th>
            </tr>
          </thead>
          <tbody>
            {cells.map(({ agency, value, rank, rank_of, basis, source }) => (
              <tr>
                <th scope="row" lang="vi">
                  <a href={urls.agency(agency)} hreflang="vi">
                    {site.agencies.byId.get(agency)?.shortName ?? agency}
                  </a>
                </th>
                <td class="number" data-value={value}>
                  {value === undefined ? "–" : charts.number(value)}
                </td>
                <td class="number" data-value={rank}>
                  {rank === undefined ? "–" : formatRank(rank, rank_of)}
                </td>
                <td>{basis && charts.basis[basis]}</td>
                <td class="source" lang="vi">
                  {source && <SourceText text={source} />}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </div>
      <p>
        <a href={urls.indexYear(index.id, year)} hreflang="vi">
          Other units and notes (in Vietnamese)
        </a>
      </p>
    </Layout>
  );
}
