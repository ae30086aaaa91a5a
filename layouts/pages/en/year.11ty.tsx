import { indexTables, mainPeers, peerCells } from "../../../scripts/model/index-table.ts";
import { englishFiguresOf } from "../../figures.ts";
import { englishIndex, wordsOf } from "../../languages.ts";
import { pageEach } from "../../paginate.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { Said } from "../../parts/said.tsx";
import { YearResults, yearSentence } from "../../parts/year-results.tsx";
import { type IndexYear, indexYears, urls } from "../../urls.ts";

export const data = {
  pagination: pageEach("indexYear", indexYears),
  permalink: ({ indexYear: { index, year } }: { indexYear: IndexYear }) =>
    urls.english.indexYear(index.id, year),
};

const { indices: words } = wordsOf("en");

/** The results of an index in one year, in English: those that the index is made for, best first. */
export default function EnglishYearPage({
  indexYear: { index, year },
  ...props
}: PageData & { indexYear: IndexYear }) {
  const { site, settings } = props;
  const table = indexTables(site).get(index.id);
  if (!table) throw new Error(`${index.id} has a year page but no table`);
  const cells = peerCells(table, mainPeers(table), year);
  const figures = englishFiguresOf(site, urls.indexYear(index.id, year));
  const { short, shortEnglish } = englishIndex(index);
  const title = `${short} ${year}`;
  return (
    <Layout
      {...props}
      language="en"
      title={title}
      description={yearSentence(figures) ?? `${title}: ${words.results(cells.length)}.`}
      path={urls.english.indexYear(index.id, year)}
      breadcrumbs={[
        { title: words.title, href: urls.english.indices },
        { title: short, href: urls.english.index(index.id) },
      ]}
      entries={["figure"]}
    >
      <h1>
        <Said language="en" english={shortEnglish} vietnamese={short} /> {year}
      </h1>
      <YearResults
        site={site}
        settings={settings}
        index={index}
        table={table}
        year={year}
        figures={figures}
        cells={cells}
        heading={words.ranking}
        caption={title}
        language="en"
      />
      <p>
        <a href={urls.indexYear(index.id, year)} hreflang="vi">
          Other units and notes (in Vietnamese)
        </a>
      </p>
    </Layout>
  );
}
