import { Layout, type PageData } from "../../parts/layout.tsx";
import { PAGE_SIZE } from "../../parts/pager.tsx";
import { SearchForm } from "../../parts/search-form.tsx";
import { progressStrings } from "../../progress-strings.ts";
import { agenciesInUse, related } from "../../related.ts";
import { searchPageStrings as words } from "../../search-strings.ts";
import { strings } from "../../strings.ts";
import { urls } from "../../urls.ts";

export const data = { permalink: urls.search };

export default function SearchPage(props: PageData) {
  const { site } = props;
  const { leads, plansOf } = related(site);
  const active = agenciesInUse(site).filter(({ id }) => leads.has(id) || plansOf.has(id));
  return (
    <Layout
      {...props}
      title={strings.site.search}
      description={words.description}
      path={urls.search}
      entries={["search"]}
    >
      <h1>{strings.site.search}</h1>
      <SearchForm isMain />
      <p class="meta" data-hint>
        {words.hint}
        {site.peers.length > 0 && (
          <>
            {" "}
            {words.joined} <a href={urls.portal}>{strings.nav.portal}</a>.
          </>
        )}
      </p>
      <noscript>
        <p>{words.noScript}</p>
      </noscript>
      <script src={urls.searchScript} />
      <section data-results-region aria-label={strings.site.search}>
        <p>
          <output data-count aria-live="polite" /> <span data-notice />
        </p>
        <details data-narrow hidden>
          <summary>{strings.search.filters.title}</summary>
          <div data-filters />
        </details>
        <p data-wait>{words.wait}</p>
        <ol data-results />
        <button type="button" data-more hidden>
          {words.more}
        </button>
      </section>
      <section data-static>
        {active.length > 0 && (
          <>
            <h2>{words.byAgency}</h2>
            <p class="meta">{words.byAgencyLead}</p>
            <ul class="columns">
              {active.slice(0, PAGE_SIZE).map(({ id, name }) => (
                <li>
                  <a href={urls.agency(id)}>{name}</a>
                  {leads.has(id) && (
                    <>
                      {" "}
                      –{" "}
                      <a href={urls.tasksOfAgency(id)}>{progressStrings.tasks(leads.get(id)?.length ?? 0)}</a>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <a href={urls.agencies}>{words.allAgencies}</a> · <a href={urls.plans}>{words.allPlans}</a> ·{" "}
          <a href={urls.tasks}>{words.allTasks}</a>
        </p>
      </section>
    </Layout>
  );
}
