import { indexTables } from "../../../scripts/model/index-table.ts";
import { englishFiguresOf } from "../../figures.ts";
import { englishIndex, wordsOf } from "../../languages.ts";
import { FigureBrief } from "../../parts/figure-brief.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { Said } from "../../parts/said.tsx";
import { YearsList } from "../../parts/years-list.tsx";
import { urls } from "../../urls.ts";

export const data = { permalink: urls.english.indices };

const words = wordsOf("en").indices;

/** All indices in English, with the years that have results. */
export default function EnglishIndices(props: PageData) {
  const tables = indexTables(props.site);
  return (
    <Layout {...props} language="en" title={words.title} description={words.lead} path={urls.english.indices}>
      <h1>{words.title}</h1>
      <p class="lead">{tables.size > 0 ? words.lead : words.none}</p>
      {[...props.site.indices.values()].map(index => {
        const { name, short, shortEnglish, measures, language } = englishIndex(index);
        return (
          <section class="briefs">
            <div>
              <h2>
                <a href={urls.english.index(index.id)}>
                  <Said language="en" english={shortEnglish} vietnamese={short} />
                </a>
              </h2>
              {(short !== name || measures) && (
                <p lang={language}>
                  {short !== name && <strong>{name}. </strong>}
                  {measures}
                </p>
              )}
              <YearsList table={tables.get(index.id)} language="en" />
            </div>
            <FigureBrief figures={englishFiguresOf(props.site, urls.index(index.id))} />
          </section>
        );
      })}
    </Layout>
  );
}
