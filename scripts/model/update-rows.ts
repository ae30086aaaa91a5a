import type { z } from "zod";
import { deadlineCells } from "./data-rows.ts";
import type { reportRow, updateRow } from "./plan-columns.ts";
import { type Site, taskKey } from "./site.ts";
import type { Addresses } from "./table.ts";

/** bao-cao. */
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

/** cap-nhat. */
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
        ...deadlineCells(newDeadline),
        prose: prose.source,
        source: document,
      };
    }
}
