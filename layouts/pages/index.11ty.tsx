import { indexTables } from "../../scripts/model/index-table.ts";
import type { Index } from "../../scripts/model/indices.ts";
import { countStatuses } from "../../scripts/model/progress.ts";
import type { Site } from "../../scripts/model/site.ts";
import { figuresOf } from "../figures.ts";
import { formatCount } from "../format.ts";
import { indexName, shortName } from "../index-name.ts";
import { FigureBrief } from "../parts/figure-brief.tsx";
import { feedOf } from "../parts/follow.tsx";
import { Layout, type PageData } from "../parts/layout.tsx";
import { PlanList } from "../parts/plan-list.tsx";
import { SearchForm } from "../parts/search-form.tsx";
import { StatusBar } from "../parts/status.tsx";
import { agenciesInUse, related } from "../related.ts";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";

const words = strings.home;

export const data = { permalink: urls.home };

/** Plans and dashboards that are listed at most. */
const NEWEST = 8;

/** Pages that answer what brings readers here. */
const ANSWERS = ["search", "agencies", "tasks", "documents"] as const;

export default function HomePage(props: PageData) {
  const { site } = props;
  const raised = [...new Set(site.plans.flatMap(({ indices }) => indices))];
  // An index that plans name need not be described on the site.
  const described = raised.flatMap(id => site.indices.get(id) ?? []);
  return (
    <Layout
      {...props}
      title={strings.site.tagline}
      description={strings.site.tagline}
      path={urls.home}
      feed={feedOf(site, urls.home)}
    >
      <section class="hero">
        <h1>{words.title}</h1>
        <p>
          {[
            words.lead(new Intl.ListFormat("vi").format(new Set(raised.map(id => indexName(site, id))))),
            ...(site.results.length > 0 ? [words.leadIndices] : []),
          ].join(", ")}
          . {words.leadRule}
        </p>
        <SearchForm />
      </section>
      <section>
        <h2>{words.needs}</h2>
        <dl class="needs">
          {ANSWERS.map(page => (
            <div>
              <dt>
                <a href={urls[page]}>{words.answers[page].need}</a>
              </dt>
              <dd>{words.answers[page].who}</dd>
            </div>
          ))}
        </dl>
      </section>
      <div class={site.plans.length > 0 && site.indices.size > 0 ? "split" : undefined}>
        <div>
          {site.plans.length > 0 && <Plans site={site} />}
          {site.results.length > 0 && <Questions site={site} />}
        </div>
        {site.indices.size > 0 && (
          <Indices site={site} indices={[...new Set([...described, ...site.indices.values()])]} />
        )}
      </div>
    </Layout>
  );
}

function Plans({ site }: { site: Site }) {
  const tasks = related(site).judged;
  return (
    <>
      <section>
        <h2>{words.newest}</h2>
        <PlanList site={site} plans={site.plans.slice(0, NEWEST)} />
        <p>
          <a href={urls.plans}>{words.plans(formatCount(site.plans.length))}</a>
        </p>
      </section>
      <section>
        <h2>{words.status(formatCount(tasks.length))}</h2>
        <StatusBar counts={countStatuses(tasks)} href={urls.tasksOfStatus} />
        <p>
          <a href={urls.tasks}>{words.tasks}</a> ·{" "}
          <a href={urls.agencies}>{words.agencies(formatCount(agenciesInUse(site).length))}</a>
        </p>
      </section>
    </>
  );
}

/** Ways into the results that begin with a question, not with an index. */
function Questions({ site }: { site: Site }) {
  return (
    <section>
      <h2>{words.questions}</h2>
      <ul>
        {site.dashboards.slice(0, NEWEST).map(({ slug, title }) => (
          <li>
            <a href={urls.dashboard(slug)}>{title}</a>
          </li>
        ))}
        <li>
          <a href={urls.compare}>{words.compare}</a>
        </li>
      </ul>
    </section>
  );
}

function Indices({ site, indices }: { site: Site; indices: readonly Index[] }) {
  const tables = indexTables(site);
  return (
    <section>
      <h2>{words.indices}</h2>
      <ul class="cards">
        {indices.map(index => {
          const latest = tables.get(index.id)?.years.at(-1);
          return (
            <li>
              <a href={urls.index(index.id)}>{shortName(index)}</a>
              <p>{index.measures ?? index.name}</p>
              <FigureBrief figures={figuresOf(site, urls.index(index.id))} />
              {latest !== undefined && (
                <p>
                  <a href={urls.indexYear(index.id, latest)}>{words.latest(latest)}</a>
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
