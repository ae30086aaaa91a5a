import { correctionsByIndex } from "../../../scripts/model/data-change.ts";
import { indexTables } from "../../../scripts/model/index-table.ts";
import type { Index } from "../../../scripts/model/indices.ts";
import { indexStrings } from "../../chart-strings.ts";
import { compareStrings } from "../../compare-strings.ts";
import { figuresOf } from "../../figures.ts";
import { historyStrings } from "../../history-strings.ts";
import { shortName } from "../../index-name.ts";
import { pageEach } from "../../paginate.ts";
import { AgencyLink } from "../../parts/agency-name.tsx";
import { Breaks } from "../../parts/breaks.tsx";
import { DataChanged } from "../../parts/data-history.tsx";
import { Editions } from "../../parts/editions.tsx";
import { Fact } from "../../parts/fact.tsx";
import { Figures } from "../../parts/figure.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { NotAssessedList } from "../../parts/not-assessed.tsx";
import { SummaryHead } from "../../parts/sheet-head.tsx";
import { IndexTargets } from "../../parts/targets.tsx";
import { YearsList } from "../../parts/years-list.tsx";
import { INDEX_VIEWS, urls } from "../../urls.ts";

export const data = {
  pagination: pageEach("index", site => [...site.indices.values()]),
  permalink: ({ index }: { index: Index }) => urls.index(index.id),
};

/** One index: what it measures, how it looks over the years, how its scheme changed, and the way to every year. */
export default function IndexPage({ index, ...props }: PageData & { index: Index }) {
  const { site, settings } = props;
  const table = indexTables(site).get(index.id);
  const figures = figuresOf(site, urls.index(index.id));
  const views = INDEX_VIEWS.filter(view => figuresOf(site, urls.indexView(index.id, view)).length > 0);
  const name = shortName(index);
  const corrections = correctionsByIndex(site).get(index.id);
  return (
    <Layout
      {...props}
      title={name}
      description={index.measures ?? index.name}
      path={urls.index(index.id)}
      breadcrumbs={[{ title: indexStrings.title, href: urls.indices }]}
      entries={figures.length > 0 ? ["figure"] : []}
    >
      <SummaryHead {...props} />
      <h1>
        {name}
        {index.short_name && <small class="long-name"> {index.name}</small>}
      </h1>
      <Figures figures={figures} settings={settings} />
      <dl class="facts">
        {index.measures && <Fact label={indexStrings.measures}>{index.measures}</Fact>}
        {index.publisher && (
          <Fact label={indexStrings.publisher}>
            {site.agencies.byId.has(index.publisher) ? (
              <AgencyLink site={site} id={index.publisher} full />
            ) : (
              index.publisher
            )}
          </Fact>
        )}
        {index.population && <Fact label={indexStrings.population}>{index.population}</Fact>}
        {index.unit && <Fact label={indexStrings.unit}>{index.unit}</Fact>}
        {corrections && (
          <Fact label={historyStrings.changed}>
            <DataChanged site={site} corrections={corrections} />
          </Fact>
        )}
      </dl>
      <section>
        <h2>{indexStrings.years}</h2>
        <YearsList table={table} language="vi" count={indexStrings.results} />
      </section>
      {table && table.years.length > 0 && (
        <section class="screen">
          <h2>{indexStrings.views.title}</h2>
          <ul>
            {views.map(view => (
              <li>
                <a href={urls.indexView(index.id, view)}>{indexStrings.views[view]}</a>
              </li>
            ))}
            <li>
              <a href={`${urls.compare}?chi-so=${index.id}`}>{compareStrings.title}</a>
            </li>
          </ul>
        </section>
      )}
      <IndexTargets site={site} index={index.id} years={table?.years ?? []} />
      <Breaks index={index} language="vi" />
      <NotAssessedList site={site} index={index} language="vi" />
      <Editions site={site} index={index} language="vi" />
    </Layout>
  );
}
