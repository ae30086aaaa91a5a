import { groupBy } from "../../../scripts/model/maps.ts";
import type { Plan } from "../../../scripts/model/plan.ts";
import type { Site } from "../../../scripts/model/site.ts";
import { formatCount } from "../../format.ts";
import { indexName } from "../../index-name.ts";
import { pageEach } from "../../paginate.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { type ListPage, Pager, paged } from "../../parts/pager.tsx";
import { PlanFilter } from "../../parts/plan-filter.tsx";
import { allYears, PlanList } from "../../parts/plan-list.tsx";
import { planStrings } from "../../plan-strings.ts";
import { strings } from "../../strings.ts";
import { listPage, urls } from "../../urls.ts";

const words = planStrings.lists;

/** A list of plans with its own address: all, those of a year, those of an index. */
interface Selection extends ListPage<Plan> {
  /** What the lists of this site can be narrowed by. */
  readonly years: readonly number[];
  readonly indices: readonly string[];
  readonly title: string;
  readonly path: string;
  /** Plans on all pages of the list. */
  readonly total: number;
}

export const data = {
  pagination: pageEach("selection", selections),
  permalink: ({ selection }: { selection: Selection }) => listPage(selection.path, selection.number),
};

function selections(site: Site): Selection[] {
  const all = site.plans;
  const ofYear = (year: number) => all.filter(({ years: [from, to] }) => from <= year && year <= to);
  const years = allYears(all);
  const indices = indicesOf(all);
  const lists = [
    { title: strings.nav.plans, path: urls.plans, plans: all },
    ...years.map(year => ({
      title: words.ofYear(year),
      path: urls.plansOfYear(year),
      plans: ofYear(year),
    })),
    ...indices.map(index => ({
      title: words.ofIndex(indexName(site, index)),
      path: urls.plansOfIndex(index),
      plans: all.filter(({ indices }) => indices.includes(index)),
    })),
  ];
  return lists.flatMap(({ title, path, plans }) =>
    paged(plans).map(page => ({ ...page, title, path, years, indices, total: plans.length })),
  );
}

export default function PlansPage({ selection, ...props }: PageData & { selection: Selection }) {
  const { site } = props;
  const { title, path, items } = selection;
  const isAll = path === urls.plans;
  return (
    <Layout
      {...props}
      title={title}
      description={words.description(title, formatCount(selection.total))}
      path={path}
      number={selection.number}
      breadcrumbs={isAll ? [] : [{ title: strings.nav.plans, href: urls.plans }]}
    >
      <h1>{title}</h1>
      {site.plans.length === 0 ? <p>{words.none}</p> : <Facets site={site} selection={selection} />}
      {isFiltered(selection) && <PlanFilter site={site} plans={items} />}
      {[...groupBy(items, ({ years }) => years[1])].map(([year, plans]) => (
        <section>
          <h2>{words.year(year)}</h2>
          <PlanList site={site} plans={plans} underYear={year} />
        </section>
      ))}
      <Pager base={path} page={selection} />
    </Layout>
  );
}

/** The ways to narrower lists; where the whole list can be filtered in its place, only for those without scripts. */
function Facets({ site, selection }: { site: Site; selection: Selection }) {
  const { path } = selection;
  return (
    <nav class={isFiltered(selection) ? "facets without-scripts" : "facets"} aria-label={words.filter}>
      <p>
        <b>{strings.planFilter.year}</b>{" "}
        {selection.years.map(year => (
          <a
            href={urls.plansOfYear(year)}
            aria-current={path === urls.plansOfYear(year) ? "page" : undefined}
          >
            {year}
          </a>
        ))}
      </p>
      {selection.indices.length > 0 && (
        <p>
          <b>{strings.planFilter.index}</b>{" "}
          {selection.indices.map(index => (
            <a
              href={urls.plansOfIndex(index)}
              aria-current={path === urls.plansOfIndex(index) ? "page" : undefined}
            >
              {indexName(site, index)}
            </a>
          ))}
        </p>
      )}
      <p>
        <b>{strings.planFilter.agency}</b> <a href={urls.agencies}>{words.chooseAgency}</a>
      </p>
    </nav>
  );
}

/** Whether the whole list stands on one page, which a filter can narrow. */
function isFiltered({ path, count, total }: Selection): boolean {
  return path === urls.plans && count === 1 && total > 0;
}

function indicesOf(plans: readonly Plan[]): string[] {
  return [...new Set(plans.flatMap(({ indices }) => indices))].sort();
}
