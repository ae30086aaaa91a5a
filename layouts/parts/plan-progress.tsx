import { countBy, getOrMake, groupBy, totalOf } from "../../scripts/model/maps.ts";
import { type Plan, tasksById } from "../../scripts/model/plan.ts";
import { byLead, coverageOf, differences, flagsOf, updatesOf } from "../../scripts/model/progress.ts";
import type { Site } from "../../scripts/model/site.ts";
import { perSite } from "../../scripts/model/site-reads.ts";
import { LATE_KEYS, type StatusKey } from "../../scripts/model/status.ts";
import { formatCount } from "../format.ts";
import { planName } from "../plan-name.ts";
import { planStrings } from "../plan-strings.ts";
import { progressStrings } from "../progress-strings.ts";
import { related } from "../related.ts";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";
import { AgencyLink } from "./agency-name.tsx";
import { joined } from "./joined.tsx";
import { StatusBar } from "./status.tsx";

/** Where a plan page tells of its tasks. */
export const TASKS = "nhiem-vu";

/** Where a plan stands: its tasks by status, what reports moved or took back, and how far plans below carry it out. */
export function PlanProgress({ site, plan }: { site: Site; plan: Plan }) {
  const counts = related(site).planCounts.get(plan.slug);
  const flagged = plan.tasks.filter(task => flagsOf(task, updatesOf(site, plan, task)).length > 0);
  const words = progressStrings.flags;
  const notInForce = planStrings.notInForce[plan.state];
  return (
    <section class="overview">
      <h2 id={TASKS}>{progressStrings.tasks(plan.tasks.length)}</h2>
      {notInForce && plan.tasks.length > 0 && <p>{notInForce.judged}</p>}
      {counts && plan.tasks.length > 0 && <StatusBar counts={counts} />}
      <LateLeads site={site} plan={plan} />
      {flagged.length > 0 && (
        <p>
          {words.heading} <TaskLinks ids={flagged.map(({ id }) => id)} />.
        </p>
      )}
      <Coverage site={site} plan={plan} />
      {plan.tasks.length > 0 && (
        <p class="screen">
          <a href={urls.planSheet(plan.slug)}>{progressStrings.sheet.link}</a>
        </p>
      )}
    </section>
  );
}

/** How many tasks an agency leads that are overdue or that nobody reported on. */
interface LateLead {
  readonly agency: string;
  readonly counts: ReadonlyMap<StatusKey, number>;
}

/** The leads with late tasks of each plan by its slug, those with the most first. */
const lateLeads = perSite("lateLeads", (site): ReadonlyMap<string, readonly LateLead[]> => {
  const late = related(site).judged.filter(({ status }) => LATE_KEYS.includes(status));
  return new Map(
    [...groupBy(late, ({ plan }) => plan.slug)].map(([slug, tasks]) => [
      slug,
      [...byLead(tasks)]
        .map(([agency, own]) => ({ agency, counts: countBy(own.map(({ status }) => status)) }))
        .sort((a, b) => totalOf(b.counts) - totalOf(a.counts)),
    ]),
  );
});

function LateLeads({ site, plan }: { site: Site; plan: Plan }) {
  const leads = lateLeads(site).get(plan.slug) ?? [];
  if (leads.length === 0) return null;
  const words = progressStrings.late;
  const kinds = LATE_KEYS.filter(kind => leads.some(({ counts }) => counts.has(kind)));
  const told = ({ counts }: LateLead) =>
    kinds.length === 1
      ? formatCount(totalOf(counts))
      : kinds
          .flatMap(kind => {
            const count = counts.get(kind);
            return count === undefined ? [] : [words.count(count, strings.status[kind])];
          })
          .join(", ");
  return (
    <details class="late screen">
      <summary>{words.summary(kinds.map(kind => strings.status[kind]).join("; "), leads.length)}</summary>
      <ul class="columns">
        {leads.map(lead => (
          <li>
            <AgencyLink site={site} id={lead.agency} />: {told(lead)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function TaskLinks({ ids }: { ids: readonly string[] }) {
  return joined(ids.map(id => <a href={`#${id}`}>{id}</a>));
}

/** The coverage of each plan by its slug, which the pages of all plans below it state too. */
const coverages = perSite(
  "coverages",
  site => new Map(site.plans.map(plan => [plan.slug, coverageOf(site, plan)])),
);

/** How many tasks have someone below to carry them out: of this plan, and of the plans that this one carries out. */
function Coverage({ site, plan }: { site: Site; plan: Plan }) {
  const words = progressStrings.lineage;
  const own = coverages(site).get(plan.slug);
  // Upper plans by the tasks of theirs that this plan carries out.
  const carried = new Map<string, Set<string>>();
  const differing = new Set<string>();
  for (const task of plan.tasks)
    for (const reference of task.carriesOut) {
      getOrMake(carried, reference.plan, () => new Set()).add(reference.task);
      const upper = site.planBySlug.get(reference.plan);
      const target = upper && tasksById(upper).get(reference.task);
      if (target && differences(task, target).length > 0) differing.add(task.id);
    }
  return (
    <>
      {own && own.covered > 0 && <p>{words.coverage(own.covered, own.total)}.</p>}
      {[...carried].map(([slug, tasks]) => {
        const upper = site.planBySlug.get(slug);
        const coverage = coverages(site).get(slug);
        if (!upper || !coverage) return null;
        return (
          <p>
            {words.of} <a href={urls.plan(slug)}>{planName(site, upper)}</a>:{" "}
            {words.coverageAbove(coverage.covered, coverage.total)}; {words.share(tasks.size)}.
          </p>
        );
      })}
      {differing.size > 0 && (
        <p>
          {words.differing(differing.size)} <TaskLinks ids={[...differing]} />.
        </p>
      )}
    </>
  );
}
