import type { z } from "zod";
import { type AgencyReference, printReferences } from "./agency-reference.ts";
import { deadlineCells } from "./data-rows.ts";
import { getOrMake } from "./maps.ts";
import type { assignmentRow, taskRow } from "./plan-columns.ts";
import { sourceOf } from "./plan-rows.ts";
import { deadlineNow, judge } from "./progress.ts";
import { type Site, taskKey } from "./site.ts";
import type { Addresses } from "./table.ts";
import { coordinatorsOf, leadsOf } from "./task.ts";

/** nhiem-vu. */
export function* taskRows(site: Site, at: Addresses): Iterable<z.output<typeof taskRow>> {
  for (const plan of site.planBySlug.values())
    for (const [i, part] of plan.parts.entries()) {
      if (part.kind !== "task") continue;
      const { task, level } = part;
      const { key, rule, update } = judge(site, plan, task);
      const leads = cellsOf(leadsOf(task));
      const coordinators = cellsOf(coordinatorsOf(task));
      yield {
        id: taskKey(plan.slug, task.id),
        plan: plan.slug,
        // Its place among the headings of the plan.
        order: i + 1,
        level,
        code: task.id,
        title: task.title,
        leads: leads.ids,
        leads_printed: leads.printed,
        coordinators: coordinators.ids,
        coordinators_printed: coordinators.printed,
        ...deadlineCells(task.deadline),
        deadline_from: task.deadlineFrom,
        due_now: deadlineNow(site, plan, task)?.due,
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
}

/** A pair that names nobody has no row. */
export function* assignmentRows(site: Site): Iterable<z.output<typeof assignmentRow>> {
  for (const plan of site.planBySlug.values())
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

/** Agencies of a task as two cells. */
interface AgencyCells {
  readonly ids: readonly string[];
  readonly printed: string | undefined;
}

const NONE: readonly never[] = [];
const agencyCells = new WeakMap<readonly AgencyReference[], AgencyCells>();

/** The same list of agencies, which tasks of a plan share, gives the same cells. */
function cellsOf(references: readonly AgencyReference[]): AgencyCells {
  return getOrMake(agencyCells, references, () => {
    const ids = new Set(references.flatMap(({ agency }) => agency ?? []));
    return { ids: [...ids], printed: printReferences(references) || undefined };
  });
}
