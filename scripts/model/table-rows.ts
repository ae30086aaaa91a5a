import type { z } from "zod";
import { judgementsOf } from "./judgement.ts";
import type { Plan } from "./plan.ts";
import { judge } from "./progress.ts";
import { type Site, taskKey } from "./site.ts";
import type { Addresses } from "./table.ts";
import type {
  agencyRow,
  assignmentRow,
  documentRow,
  noteRow,
  planRow,
  reportRow,
  resultRow,
  sectionRow,
  targetRow,
  taskRow,
  updateRow,
} from "./tables.ts";
import { type AgencyReference, coordinatorsOf, leadsOf, type Task } from "./task.ts";

/** Plans in the order of their files, so that a plan that joins does not move the others. */
export function* planRows(
  site: Site,
  at: Addresses,
  plans: Iterable<Plan> = site.planBySlug.values(),
): Iterable<z.output<typeof planRow>> {
  for (const plan of plans)
    yield {
      id: plan.slug,
      title: plan.title,
      agency: plan.agency,
      agency_name: nameOf(site, plan.agency),
      number: plan.number,
      issued: plan.issued,
      year_from: plan.years[0],
      year_to: plan.years[1],
      state: plan.state,
      indices: plan.indices,
      implements: plan.implements.map(({ name }) => name),
      legal_basis: plan.legalBasis,
      signed_by: plan.signedBy,
      position: plan.position,
      recipients: plan.recipients,
      task_count: plan.tasks.length,
      source: sourceOf(plan),
      url: at.plan(plan.slug),
    };
}

export function* taskRows(site: Site, at: Addresses): Iterable<z.output<typeof taskRow>> {
  for (const placed of placedTasks(site.planBySlug.values())) yield rowOfTask(site, at, placed);
}

/** A task and where it stands in its plan. */
export interface PlacedTask {
  readonly plan: Plan;
  readonly task: Task;
  /** Place among the headings of the plan, from 1. */
  readonly order: number;
  readonly level: number;
}

/** Every task of some plans, in their order. */
export function* placedTasks(plans: Iterable<Plan>): Iterable<PlacedTask> {
  for (const plan of plans)
    for (const [i, part] of plan.parts.entries())
      if (part.kind === "task") yield { plan, task: part.task, order: i + 1, level: part.level };
}

/** The row of one task. */
export function rowOfTask(
  site: Site,
  at: Addresses,
  { plan, task, order, level }: PlacedTask,
): z.output<typeof taskRow> {
  const { key, rule, update } = judge(site, plan, task);
  const leads = cellsOf(leadsOf(task));
  const coordinators = cellsOf(coordinatorsOf(task));
  return {
    id: taskKey(plan.slug, task.id),
    plan: plan.slug,
    order,
    level,
    code: task.id,
    title: task.title,
    leads: leads.ids,
    leads_printed: leads.printed,
    coordinators: coordinators.ids,
    coordinators_printed: coordinators.printed,
    deadline: task.deadline?.printed,
    due: task.deadline?.due,
    due_precision: task.deadline?.precision,
    due_rule: task.deadline?.rule,
    deadline_from: task.deadlineFrom,
    output: task.output,
    criteria: task.criteria,
    target: task.target,
    carries_out:
      task.carriesOut.length === 0 ? NONE : task.carriesOut.map(upper => taskKey(upper.plan, upper.task)),
    prose: task.prose.source,
    status: key,
    status_rule: rule,
    reported: update?.asOf,
    progress: update?.progress,
    source: sourceOf(plan),
    url: at.task(plan.slug, task.id),
  };
}

/** A pair that names nobody has no row. */
export function* assignmentRows(
  site: Site,
  _: Addresses,
  plans: Iterable<Plan> = site.planBySlug.values(),
): Iterable<z.output<typeof assignmentRow>> {
  for (const plan of plans)
    for (const { id, assignments } of plan.tasks) {
      const task = taskKey(plan.slug, id);
      for (const [i, { leads, coordinators }] of assignments.entries())
        for (const [part, references] of [
          ["lead", leads],
          ["coordinator", coordinators],
        ] as const)
          for (const [j, { agency, printed, role }] of references.entries())
            yield { task, pair: i + 1, part, order: j + 1, agency, printed, role };
    }
}

export function* sectionRows(
  site: Site,
  _: Addresses,
  plans: Iterable<Plan> = site.planBySlug.values(),
): Iterable<z.output<typeof sectionRow>> {
  for (const plan of plans)
    for (const [i, part] of plan.parts.entries()) {
      if (part.kind === "task") continue;
      const deadline = part.kind === "section" ? part.deadline : undefined;
      yield {
        plan: plan.slug,
        order: i + 1,
        level: part.level,
        code: part.kind === "section" ? part.id : undefined,
        title: part.title,
        deadline: deadline?.printed,
        due: deadline?.due,
        due_precision: deadline?.precision,
        due_rule: deadline?.rule,
        prose: part.prose.source,
      };
    }
}

export function* targetRows(
  site: Site,
  _: Addresses,
  plans: Iterable<Plan> = site.planBySlug.values(),
): Iterable<z.output<typeof targetRow>> {
  for (const plan of plans) {
    if (plan.targets.length === 0) continue;
    const judged = new Map(judgementsOf(site, plan.agency).map(judgement => [judgement.target, judgement]));
    for (const [i, target] of plan.targets.entries()) {
      const { verdict = "unknown", actual } = judged.get(target) ?? {};
      yield {
        id: `${plan.slug}/${i + 1}`,
        plan: plan.slug,
        agency: plan.agency,
        index: target.index,
        component: target.component,
        year: target.year,
        measure: target.measure,
        bound: target.bound,
        threshold: typeof target.threshold === "number" ? target.threshold : undefined,
        band: typeof target.threshold === "string" ? target.threshold : undefined,
        base_year: target.baseYear,
        verdict,
        actual: typeof actual === "number" ? actual : undefined,
        actual_band: typeof actual === "string" ? actual : undefined,
        source: sourceOf(plan),
      };
    }
  }
}

export function* noteRows(
  site: Site,
  _: Addresses,
  plans: Iterable<Plan> = site.planBySlug.values(),
): Iterable<z.output<typeof noteRow>> {
  for (const plan of plans)
    for (const [i, { where, printed, note }] of plan.notes.entries())
      yield { plan: plan.slug, order: i + 1, where, printed, note };
}

export function* reportRows(site: Site, at: Addresses): Iterable<z.output<typeof reportRow>> {
  for (const update of site.updates)
    yield {
      id: update.id,
      plan: update.plan,
      as_of: update.asOf,
      published: update.published,
      reporter: update.reporter,
      document: update.document,
      prose: update.prose.source,
      url: at.plan(update.plan),
    };
}

export function* updateRows(site: Site): Iterable<z.output<typeof updateRow>> {
  for (const { id, plan, asOf, document, tasks } of site.updates)
    for (const [i, update] of tasks.entries()) {
      const { task, state, progress, value, evidence, finished, newDeadline, prose } = update;
      yield {
        report: id,
        order: i + 1,
        task: taskKey(plan, task),
        as_of: asOf,
        state,
        progress,
        value,
        evidence,
        finished,
        deadline: newDeadline?.printed,
        due: newDeadline?.due,
        due_precision: newDeadline?.precision,
        due_rule: newDeadline?.rule,
        prose: prose.source,
        source: document,
      };
    }
}

export function* resultRows(
  site: Site,
  at: Addresses,
  results: Iterable<Site["results"][number]> = site.results,
): Iterable<z.output<typeof resultRow>> {
  for (const result of results)
    yield {
      id: [result.index, result.year, result.agency, result.component].filter(Boolean).join("/"),
      index: result.index,
      year: result.year,
      edition: result.edition,
      agency: result.agency,
      agency_name: nameOf(site, result.agency),
      component: result.component,
      value: result.value,
      unit: result.unit,
      maximum: result.maximum,
      rank: result.rank,
      rank_of: result.rank_of,
      group: result.group,
      stated_change: result.stated_change,
      basis: result.basis,
      source: result.source,
      note: result.note,
      url: at.indexYear(result.index, result.year),
    };
}

export function* agencyRows(
  site: Site,
  at: Addresses,
  agencies: Iterable<Site["agencies"]["all"][number]> = site.agencies.all,
): Iterable<z.output<typeof agencyRow>> {
  for (const agency of agencies)
    yield {
      id: agency.id,
      name: agency.name,
      short_name: agency.shortName,
      kind: agency.kind,
      level: agency.level,
      parent: agency.parent,
      valid_from: agency.validFrom,
      valid_to: agency.validTo,
      successors: agency.successors,
      aliases: agency.aliases,
      region: agency.region,
      code: agency.code,
      source: agency.source,
      note: agency.note,
      url: at.agency(agency.id),
    };
}

export function* documentRows(site: Site, at: Addresses): Iterable<z.output<typeof documentRow>> {
  for (const { id, number, kind, date, issuer, title, url } of site.documents.values())
    yield { id, number, kind, date, issuer, title, source: url, url: at.document(id) };
}

function nameOf(site: Site, agency: string): string {
  return site.agencies.byId.get(agency)?.name ?? agency;
}

/** The document that a plan's content comes from: number and day, as far as they are known. */
function sourceOf({ number, issued }: Plan): string | undefined {
  return number === undefined ? undefined : issued === undefined ? number : `${number}, ${issued}`;
}

/** Agencies of a task as two cells. */
interface AgencyCells {
  readonly ids: readonly string[];
  readonly printed: string | undefined;
}

const NONE: readonly never[] = [];
const agencyCells = new WeakMap<readonly AgencyReference[], AgencyCells>();

/** The same list of agencies, which tasks of a plan share, gives the same cells. */
function cellsOf(references: readonly AgencyReference[]): AgencyCells {
  let cells = agencyCells.get(references);
  if (!cells) {
    const ids = new Set(references.flatMap(({ agency }) => agency ?? []));
    const names = references.map(({ printed, role }) =>
      role === undefined ? printed : `${printed} (${role})`,
    );
    cells = { ids: [...ids], printed: names.length === 0 ? undefined : names.join("; ") };
    agencyCells.set(references, cells);
  }
  return cells;
}
