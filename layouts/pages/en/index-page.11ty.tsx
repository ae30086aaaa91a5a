import {
  baseOf,
  type IndexTable,
  indexTables,
  mainPeers,
  peerCells,
} from "../../../scripts/model/index-table.ts";
import type { Index } from "../../../scripts/model/indices.ts";
import { type Spread, spreadsOf } from "../../../scripts/model/series.ts";
import { englishUnit } from "../../chart-strings-en.ts";
import { englishFiguresOf } from "../../figures.ts";
import { englishIndex, wordsOf } from "../../languages.ts";
import { pageEach } from "../../paginate.ts";
import { Breaks } from "../../parts/breaks.tsx";
import { decimalClasses, decimalSign } from "../../parts/decimals.ts";
import { Editions } from "../../parts/editions.tsx";
import { Figures } from "../../parts/figure.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { NotAssessedList } from "../../parts/not-assessed.tsx";
import { Said } from "../../parts/said.tsx";
import { ScrollTable } from "../../parts/table.tsx";
import { resultsOf, YearsList } from "../../parts/years-list.tsx";
import { urls } from "../../urls.ts";

export const data = {
  pagination: pageEach("index", site => [...site.indices.values()]),
  permalink: ({ index }: { index: Index }) => urls.english.index(index.id),
};

const { indices: words, charts } = wordsOf("en");

/** One index in English: what it measures, its range over the years, its breaks and sets of criteria. */
export default function EnglishIndexPage({ index, ...props }: PageData & { index: Index }) {
  const { site, settings } = props;
  const { name, short, shortEnglish, measures, population, publisher, language } = englishIndex(index);
  const table = indexTables(site).get(index.id);
  const spreads = table ? rangesOf(table) : [];
  const figures = englishFiguresOf(site, urls.index(index.id));
  return (
    <Layout
      {...props}
      language="en"
      title={short}
      description={`${short}. ${measures ?? name}`}
      path={urls.english.index(index.id)}
      breadcrumbs={[{ title: words.title, href: urls.english.indices }]}
      entries={figures.length > 0 ? ["figure"] : []}
    >
      <h1>
        <Said language="en" english={shortEnglish} vietnamese={short} />
        {short !== name && (
          <small class="long-name" lang={language}>
            {" "}
            {name}
          </small>
        )}
      </h1>
      <Figures figures={figures} settings={settings} />
      <dl class="facts">
        {[
          [words.measures, measures, language],
          publisher === undefined
            ? [words.publisher, site.agencies.byId.get(index.publisher ?? "")?.name ?? index.publisher, "vi"]
            : [words.publisher, publisher, "en"],
          [words.population, population, language],
          [words.unit, index.unit && englishUnit(index.unit), "en"],
        ].map(
          ([label, value, of]) =>
            value && (
              <>
                <dt>{label}</dt>
                <dd lang={of === "vi" ? "vi" : undefined}>{value}</dd>
              </>
            ),
        )}
      </dl>
      <section>
        <h2>{words.years}</h2>
        {table && spreads.length > 0 ? (
          <RangeTable table={table} spreads={spreads} />
        ) : (
          <YearsList table={table} language="en" count={words.results} />
        )}
      </section>
      <Breaks index={index} language="en" />
      <NotAssessedList site={site} index={index} language="en" />
      <Editions site={site} index={index} language="en" />
    </Layout>
  );
}

/** The years of an index with the range of the results that it is made for. */
function RangeTable({ table, spreads }: { table: IndexTable; spreads: readonly Spread[] }) {
  const byYear = new Map(spreads.map(spread => [spread.year, spread]));
  const years = table.years.toReversed();
  const columns = (["min", "mean", "max"] as const).map(key => {
    const texts = years.map(year => {
      const value = byYear.get(year)?.[key];
      return value === undefined ? "–" : charts.number(value);
    });
    return { texts, classes: decimalClasses(texts, decimalSign(charts.number)) };
  });
  return (
    <ScrollTable label={words.years} kind="years-table">
      <thead>
        <tr>
          <th scope="col">{charts.columns.year}</th>
          {[words.resultsHead, charts.columns.min, charts.columns.mean, charts.columns.max].map(column => (
            <th scope="col" class="number">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((year, i) => (
          <tr>
            <th scope="row">
              <a href={urls.english.indexYear(table.id, year)}>{year}</a>
            </th>
            <td class="number">{resultsOf(table, year)}</td>
            {columns.map(({ texts, classes }) => (
              <td class={classes[i]}>{texts[i]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

function rangesOf(table: IndexTable): Spread[] {
  const peers = mainPeers(table);
  const cells = table.years.flatMap(year => peerCells(table, peers, year));
  return spreadsOf(cells, year => baseOf(table, peers, year));
}
