import type { VNode } from "preact";
import { type Deadline, NO_DAY } from "../../scripts/model/deadline.ts";
import { editionOf } from "../../scripts/model/edition.ts";
import { type Plan, tasksById } from "../../scripts/model/plan.ts";
import { differences, flagsOf, updatesOf } from "../../scripts/model/progress.ts";
import { type Site, taskKey } from "../../scripts/model/site.ts";
import { statusOf } from "../../scripts/model/status.ts";
import type { Task } from "../../scripts/model/task.ts";
import type { Settings } from "../../scripts/settings.ts";
import { formatDate } from "../format.ts";
import { indexName } from "../index-name.ts";
import { planName } from "../plan-name.ts";
import { planStrings } from "../plan-strings.ts";
import { progressStrings } from "../progress-strings.ts";
import { html, remembered, rendered } from "../render.ts";
import { urls } from "../urls.ts";
import { AgencyReferences } from "./agency-name.tsx";
import { Fact } from "./fact.tsx";
import { TaskChanges } from "./history.tsx";
import { joined } from "./joined.tsx";
import { Inline } from "./prose.tsx";
import { ProseWithCharts } from "./prose-with-charts.tsx";
import { FlagList, StatusBadge } from "./status.tsx";
import { TaskReports } from "./task-reports.tsx";

interface TaskProps {
  readonly site: Site;
  readonly plan: Plan;
  readonly task: Task;
  /** Heading level of the task on the page. */
  readonly level: number;
  readonly settings: Settings;
}

const words = planStrings.task;

const UNSTATED = rendered(<span class="unstated">{progressStrings.unstated}</span>);

/** One task of a plan: what, who, by when, with what result, and where it stands. */
export function TaskArticle({ site, plan, task, level, settings }: TaskProps): VNode {
  const heading = `h${Math.min(level, 6)}`;
  const { id, assignments, output, target, criteria, prose } = task;
  const updates = updatesOf(site, plan, task);
  const status = statusOf(task, updates, site.asOf);
  const hasResult = output || target || criteria.length > 0;
  const path = urls.plan(plan.slug);
  return html`
    <article class="task" id="${id}" data-task>
      <${heading}>
        <a class="id" href="#${id}">${id}</a> ${Inline({ source: task.title })}
      </${heading}>
      <dl>
        <div class="who">
          ${assignments.map(
            ({ leads, coordinators }) => html`
              <dt>${words.leads}</dt>
              <dd>${leads.length > 0 ? AgencyReferences({ references: leads }) : UNSTATED}</dd>
              ${
                coordinators.length > 0 &&
                html`<dt>${words.coordinators}</dt><dd>${AgencyReferences({ references: coordinators })}</dd>`
              }`,
          )}
          ${assignments.length === 0 && html`<dt>${words.leads}</dt><dd>${UNSTATED}</dd>`}
        </div>
        <div class="when"><dt>${words.deadline}</dt><dd>${DeadlineText({ task })}</dd></div>
        ${
          hasResult &&
          html`
            <div class="what">
              ${output && html`<dt>${words.output}</dt><dd>${Inline({ source: output })}</dd>`}
              ${target && html`<dt>${words.target}</dt><dd>${Inline({ source: target })}</dd>`}
              ${criteria.length > 0 && html`<dt>${words.criteria}</dt><dd>${criteriaNames(site, plan, criteria)}</dd>`}
            </div>`
        }
        ${Lineage({ site, plan, task })}
        <div class="state">
          <dt>${words.status}</dt>
          <dd>
            ${StatusBadge({ status: status.key })} <small>${reasonOf(status.rule)}</small>
            ${updates.length > 0 && FlagList({ flags: flagsOf(task, updates) })}
          </dd>
          ${TaskReports({ updates })}
          ${TaskChanges({ site, plan: plan.slug, task: id })}
        </div>
      </dl>
      ${ProseWithCharts({ prose, path: plan.path, page: path, site, settings })}
    </article>`;
}

/** The rule beside a status that says already that there is no day. */
function reasonOf(rule: string): string {
  return rule.startsWith(NO_DAY) ? rule.slice(NO_DAY.length) : rule;
}

/** The deadline as printed, the day it comes to, and the group that it is inherited from. */
export function DeadlineText({ task }: { task: Task }) {
  const { deadline, deadlineFrom } = task;
  if (!deadline) return UNSTATED;
  if (!deadlineFrom) return deadlineHtml(deadline);
  return (
    <>
      {deadlineHtml(deadline)}
      {` ${words.deadlineFrom(deadlineFrom)}`}
    </>
  );
}

const deadlineHtml = remembered(({ printed, due, precision }: Deadline) => (
  <>
    {printed}
    {due && precision !== "day" && (
      <>
        {" "}
        <small>
          {words.computed} <time dateTime={due}>{formatDate(due)}</time>
        </small>
      </>
    )}
  </>
));

/** The upper task that this one carries out and the lower ones that carry it out, and where either differs. */
function Lineage({ site, plan, task }: { site: Site; plan: Plan; task: Task }) {
  const lower = site.lowerTasks.size > 0 ? (site.lowerTasks.get(taskKey(plan.slug, task.id)) ?? []) : [];
  if (task.carriesOut.length === 0 && lower.length === 0) return null;
  return (
    <div class="lineage">
      {task.carriesOut.length > 0 && (
        <Fact label={progressStrings.lineage.carriesOut}>
          {joined(
            task.carriesOut.map(reference => {
              const upper = site.planBySlug.get(reference.plan);
              const target = upper && tasksById(upper).get(reference.task);
              return (
                <>
                  <a href={urls.task(reference.plan, reference.task)}>
                    {reference.task} {upper && planName(site, upper)}
                  </a>
                  {target && <Differences lower={task} upper={target} />}
                </>
              );
            }),
            "; ",
          )}
        </Fact>
      )}
      {lower.length > 0 && (
        <Fact label={progressStrings.lineage.carriedOutBy}>
          {joined(
            lower.map(item => (
              <>
                <a href={urls.task(item.plan.slug, item.task.id)}>
                  {item.task.id} {site.agencies.byId.get(item.plan.agency)?.shortName}
                </a>
                <Differences lower={item.task} upper={task} />
              </>
            )),
            "; ",
          )}
        </Fact>
      )}
    </div>
  );
}

function Differences({ lower, upper }: { lower: Task; upper: Task }) {
  const found = differences(lower, upper);
  return found.length === 0 ? null : <small> {progressStrings.lineage.differs(found)}</small>;
}

function criteriaNames(site: Site, plan: Plan, criteria: readonly string[]): string {
  return criteria.map(criterion => criterionName(site, plan, criterion)).join("; ");
}

/** "PAR INDEX 3.2.5 (Cải cách thủ tục hành chính)": codes are those of the criteria in force when the plan begins. */
function criterionName(site: Site, { years: [year] }: Plan, criterion: string): string {
  const [id = "", code = ""] = criterion.split("/");
  const index = site.indices.get(id);
  const { domains = [] } = (index && editionOf(index, year)) ?? {};
  const domain = domains.find(candidate => candidate.code === code.split(".")[0]);
  return `${indexName(site, id)} ${code}${domain ? ` (${domain.name})` : ""}`;
}
