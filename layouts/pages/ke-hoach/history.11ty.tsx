import type { Change } from "../../../scripts/model/change.ts";
import { type HistoryEntry, hasHistory, historyOf, isCorrection } from "../../../scripts/model/history.ts";
import { type Plan, tasksById } from "../../../scripts/model/plan.ts";
import { idOf } from "../../../scripts/model/plan-parts.ts";
import type { Site } from "../../../scripts/model/site.ts";
import type { Update } from "../../../scripts/model/update.ts";
import { formatDate } from "../../format.ts";
import { historyStrings } from "../../history-strings.ts";
import { pageEach } from "../../paginate.ts";
import { AgencyLink } from "../../parts/agency-name.tsx";
import { ChangeWords, HistoryNote } from "../../parts/history.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { strings } from "../../strings.ts";
import { historyAnchor, urls } from "../../urls.ts";

const words = historyStrings.ofPlan;

export const data = {
  pagination: pageEach("plan", site => site.plans.filter(plan => hasHistory(site, plan))),
  permalink: ({ plan }: { plan: Plan }) => urls.planHistory(plan.slug),
};

export default function PlanHistoryPage({ plan, ...props }: PageData & { plan: Plan }) {
  const { site } = props;
  const entries = historyOf(site, plan);
  // Of two entries with one anchor the last in the list has it.
  const anchored = new Map(entries.map(({ source }) => [historyAnchor(source), source]));
  const anchorOf = (source: HistoryEntry["source"]) =>
    anchored.get(historyAnchor(source)) === source ? historyAnchor(source) : undefined;
  const groups = byPlace(plan, entries);
  return (
    <Layout
      {...props}
      title={`${historyStrings.history}: ${plan.title}`}
      description={words.description(plan.title)}
      path={urls.planHistory(plan.slug)}
      breadcrumbs={[
        { title: strings.nav.plans, href: urls.plans },
        { title: plan.number ?? historyStrings.thisPlan, href: urls.plan(plan.slug) },
      ]}
    >
      <h1>{historyStrings.historyOfPlan}</h1>
      <p class="lead">
        <a href={urls.plan(plan.slug)}>{plan.title}</a>
      </p>
      <HistoryNote history={site.history} />
      <section>
        <h2>{words.byTime}</h2>
        <ol class="changes">
          {entries.map(({ day, source, changes }) => (
            <li id={anchorOf(source)}>
              <time dateTime={day}>{formatDate(day)}</time>{" "}
              {isCorrection(source) ? (
                words.changes(changes.length, source.report)
              ) : (
                <ReportLine site={site} update={source} />
              )}
            </li>
          ))}
        </ol>
      </section>
      {groups.size > 0 && (
        <section>
          <h2>{words.byTask}</h2>
          {[...groups].map(([id, { title, changes }]) => (
            <section id={id || undefined}>
              <h3>
                {id === "" ? historyStrings.wholePlan : <PlaceTitle plan={plan} id={id} title={title} />}
              </h3>
              <ul class="changes">
                {changes.map(({ day, change }) => (
                  <li>
                    <time dateTime={day}>{formatDate(day)}</time> <ChangeWords site={site} change={change} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </section>
      )}
    </Layout>
  );
}

function ReportLine({ site, update: { reporter, tasks } }: { site: Site; update: Update }) {
  return (
    <>
      {words.report}{" "}
      {reporter && (
        <>
          {words.by} <AgencyLink site={site} id={reporter} full />{" "}
        </>
      )}
      {words.about(tasks.length)}
    </>
  );
}

/** A task that is still there leads to its place in the plan. */
function PlaceTitle({ plan, id, title }: { plan: Plan; id: string; title: string | undefined }) {
  const task = tasksById(plan).get(id);
  const name = `${id}. ${task?.title ?? title ?? ""}`;
  return task ? <a href={urls.task(plan.slug, id)}>{name}</a> : name;
}

interface Place {
  readonly title: string | undefined;
  readonly changes: { readonly day: string; readonly change: Change }[];
}

/** The changes of each task and section, in the order of the plan; first those of the plan as a whole, under "". */
function byPlace(plan: Plan, entries: readonly HistoryEntry[]): ReadonlyMap<string, Place> {
  const order = plan.parts.map(part => idOf(part) ?? "");
  const places = new Map<string, Place>(["", ...order].map(id => [id, { title: undefined, changes: [] }]));
  for (const { day, changes } of entries)
    for (const change of changes) {
      const id = change.id ?? "";
      const place = places.get(id) ?? { title: change.title, changes: [] };
      places.set(id, place);
      place.changes.push({ day, change });
    }
  return new Map([...places].filter(([, { changes }]) => changes.length > 0));
}
