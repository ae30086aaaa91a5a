import type { Plan } from "../scripts/model/plan.ts";
import { byQuarter, quarterOf } from "../scripts/model/progress.ts";
import type { Site } from "../scripts/model/site.ts";
import { STATUS_KEYS } from "../scripts/model/status.ts";
import type { Task } from "../scripts/model/task.ts";
import { CHUNK, type FacetValue, type TaskIndex, type TaskRow } from "../scripts/model/task-index.ts";
import { compareText } from "../scripts/model/text-order.ts";
import { distinctNames } from "./agency-names.ts";
import { issuerOf, planName } from "./plan-name.ts";
import { progressStrings } from "./progress-strings.ts";
import { leadIds, related } from "./related.ts";
import { strings } from "./strings.ts";
import { statusSlug } from "./urls.ts";

/** The facets of every task of the site. */
export function taskIndex(site: Site): TaskIndex {
  const { judged } = related(site);
  const quarters = [...byQuarter(judged).keys()];
  const leads = [
    ...distinctNames(
      site,
      judged.flatMap(({ task }) => leadIds(task)),
    ),
  ].map(([id, name]) => ({ id, name }));
  leads.sort((a, b) => a.name.localeCompare(b.name, "vi") || compareText(a.id, b.id));
  const place = <Key>(keys: readonly Key[]) => {
    const places = new Map(keys.map((key, i) => [key, i]));
    return (key: Key) => places.get(key) ?? -1;
  };
  const statusPlace = place(STATUS_KEYS);
  const quarterPlace = place(quarters);
  const leadPlace = place(leads.map(({ id }) => id));
  return {
    statuses: STATUS_KEYS.map(key => ({ id: statusSlug(key), key, name: strings.status[key] })),
    leads,
    quarters: quarters.map((key): FacetValue => ({ id: key, name: progressStrings.quarter(key) })),
    plans: site.plans.map(plan => ({
      id: plan.slug,
      name: planOf(site, plan),
      count: plan.tasks.length,
    })),
    status: judged.map(({ status }) => statusPlace(status)),
    quarter: judged.map(({ due }) => (due === undefined ? -1 : quarterPlace(quarterOf(due)))),
    lead: judged.map(({ task }) => leadIds(task).map(leadPlace)),
  };
}

/** A plan by its name, and whose it is: a reader looks for an agency among plans of many. */
function planOf(site: Site, plan: Plan): string {
  const [name, issuer] = [planName(site, plan), issuerOf(site, plan)];
  return name.includes(issuer) ? name : `${name} (${issuer})`;
}

/** A run of tasks whose words are one file. */
export interface TaskChunk {
  readonly at: number;
  readonly tasks: readonly Task[];
}

/** All tasks of the site, chunk by chunk. */
export function taskChunks(site: Site): TaskChunk[] {
  const { judged } = related(site);
  return Array.from({ length: Math.ceil(judged.length / CHUNK) }, (_, at) => ({
    at,
    tasks: judged.slice(at * CHUNK, (at + 1) * CHUNK).map(({ task }) => task),
  }));
}

/** The words of the tasks of a chunk. */
export function taskRows({ tasks }: TaskChunk): TaskRow[] {
  return tasks.map(task => [task.id, task.title, task.deadline?.printed ?? ""]);
}
