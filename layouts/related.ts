import { type Agency, ancestorsOf } from "../scripts/model/agency.ts";
import { isSupervising } from "../scripts/model/agency-reference.ts";
import { push, pushOnce } from "../scripts/model/maps.ts";
import type { Plan } from "../scripts/model/plan.ts";
import { byLead, byStatus, countStatuses, type JudgedTask, judgeTasks } from "../scripts/model/progress.ts";
import type { Site } from "../scripts/model/site.ts";
import { perSite } from "../scripts/model/site-reads.ts";
import type { StatusKey } from "../scripts/model/status.ts";
import { coordinatorsOf, leadsOf, type Task } from "../scripts/model/task.ts";

/** What pages ask of the whole site, computed once a build: who does what, who cites what, where tasks stand. */
interface Related {
  /** Every task with where it stands. */
  readonly judged: readonly JudgedTask[];
  readonly leads: ReadonlyMap<string, readonly JudgedTask[]>;
  /** The tasks that an agency leads, those that need attention first. */
  readonly leading: ReadonlyMap<string, readonly JudgedTask[]>;
  /** How many tasks of a plan stand where, by plan slug. */
  readonly planCounts: ReadonlyMap<string, ReadonlyMap<StatusKey, number>>;
  readonly coordinates: ReadonlyMap<string, readonly JudgedTask[]>;
  readonly supervises: ReadonlyMap<string, readonly JudgedTask[]>;
  readonly plansOf: ReadonlyMap<string, readonly Plan[]>;
  readonly children: ReadonlyMap<string, readonly Agency[]>;
  readonly predecessors: ReadonlyMap<string, readonly Agency[]>;
  /** Plans that cite a document as legal basis or carry it out, by document id. */
  readonly citedBy: ReadonlyMap<string, readonly Plan[]>;
}

/** What an agency is asked to do for a task, each with a list of its own in `Related`. */
export const ROLES = ["leads", "coordinates", "supervises"] as const;

/** The relations of a site. */
export const related = perSite("related", relate);

function relate(site: Site): Related {
  const coordinates = new Map<string, JudgedTask[]>();
  const supervises = new Map<string, JudgedTask[]>();
  const judged = judgeTasks(site);
  const leads = byLead(judged);
  // An agency that a task names twice has it once.
  const add = (role: Map<string, JudgedTask[]>, agency: string | undefined, item: JudgedTask) => {
    if (agency !== undefined) pushOnce(role, agency, item);
  };
  for (const item of judged) {
    for (const reference of leadsOf(item.task))
      if (isSupervising(reference)) add(supervises, reference.agency, item);
    for (const reference of coordinatorsOf(item.task))
      add(isSupervising(reference) ? supervises : coordinates, reference.agency, item);
  }
  const plansOf = new Map<string, Plan[]>();
  const citedBy = new Map<string, Plan[]>();
  for (const plan of site.plans) {
    push(plansOf, plan.agency, plan);
    const upper = (site.upperPlans.get(plan.slug) ?? []).flatMap(({ document }) =>
      document ? [document.id] : [],
    );
    for (const id of new Set([...plan.legalBasis, ...upper])) push(citedBy, id, plan);
  }
  const children = new Map<string, Agency[]>();
  const predecessors = new Map<string, Agency[]>();
  for (const agency of site.agencies.all) {
    if (agency.parent !== undefined) push(children, agency.parent, agency);
    for (const id of agency.successors) push(predecessors, id, agency);
  }
  const leading = new Map([...leads].map(([id, own]) => [id, [...byStatus(own).values()].flat()]));
  const planCounts = new Map<string, ReadonlyMap<StatusKey, number>>();
  let first = 0;
  for (const { slug, tasks } of site.plans) {
    planCounts.set(slug, countStatuses(judged.slice(first, first + tasks.length)));
    first += tasks.length;
  }
  return {
    judged,
    leads,
    leading,
    planCounts,
    coordinates,
    supervises,
    plansOf,
    children,
    predecessors,
    citedBy,
  };
}

/** Ids of the agencies that lead a task, each once. */
export function leadIds(task: Task): string[] {
  const ids = leadsOf(task).flatMap(({ agency }) => agency ?? []);
  return ids.length > 1 ? [...new Set(ids)] : ids;
}

/** The agencies that the site has something to say of: they act in a plan, or stand above one that does. */
export function agenciesInUse(site: Site): readonly Agency[] {
  return agenciesByUse(site).used;
}

/** The agencies of the data that are not in use. */
export function otherAgencies(site: Site): readonly Agency[] {
  return agenciesByUse(site).others;
}

const agenciesByUse = perSite("agenciesByUse", site => {
  const { leads, coordinates, supervises, plansOf } = related(site);
  const ids = new Set([...leads.keys(), ...coordinates.keys(), ...supervises.keys(), ...plansOf.keys()]);
  for (const id of [...ids]) for (const ancestor of ancestorsOf(site.agencies.byId, id)) ids.add(ancestor);
  const used: Agency[] = [];
  const others: Agency[] = [];
  for (const agency of site.agencies.all) (ids.has(agency.id) ? used : others).push(agency);
  return { used, others };
});
