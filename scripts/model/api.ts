import type { z } from "zod";
import { DATASET } from "./download.ts";
import type { Plan } from "./plan.ts";
import type { Site } from "./site.ts";
import type { Addresses } from "./table.ts";
import {
  agencyRows,
  assignmentRows,
  noteRows,
  type PlacedTask,
  placedTasks,
  planRows,
  resultRows,
  rowOfTask,
  sectionRows,
  targetRows,
} from "./table-rows.ts";
import { type assignmentRow, TABLES_VERSION } from "./tables.ts";

/** Entries of one page of a long list. */
export const API_PAGE = 100;

/** One file of the API: its path below /api/v1/, and its value, made when it is written. */
export interface ApiFile {
  readonly path: string;
  readonly value: () => object;
}

/**
 * Every file of the API. Rows are those of the published tables, so that one schema describes both; a file changes only
 * when its content does, so that a server's ETag holds.
 */
export function* apiFiles(site: Site, at: Addresses): Iterable<ApiFile> {
  const plans = [...site.planBySlug.values()];
  const leads = tasksByLead(site);
  const results = groupBy(site.results, ({ index, year }) => `${index}/${year}`);
  const resultsOf = groupBy(site.results, ({ agency }) => agency);
  const plansOf = groupBy(plans, ({ agency }) => agency);
  yield { path: "index.json", value: () => apiIndex(site) };
  yield* pages("ke-hoach", plans, items => [...planRows(site, at, items)]);
  for (const plan of plans)
    yield { path: `ke-hoach/${plan.slug}.json`, value: () => planFile(site, at, plan) };
  yield* pages("co-quan", site.agencies.all, items => [...agencyRows(site, at, items)]);
  for (const agency of site.agencies.all) {
    const { id } = agency;
    const tasks = leads.get(id) ?? [];
    yield {
      path: `co-quan/${id}.json`,
      value: () => ({
        agency: [...agencyRows(site, at, [agency])][0],
        plans: [...planRows(site, at, plansOf.get(id) ?? [])],
        results: [...resultRows(site, at, resultsOf.get(id) ?? [])],
        lead_tasks: tasks.length,
        lead_task_pages: Math.ceil(tasks.length / API_PAGE),
      }),
    };
    if (tasks.length > 0)
      yield* pages(`co-quan/${id}/nhiem-vu`, tasks, items => items.map(task => rowOfTask(site, at, task)));
  }
  for (const [key, rows] of results)
    yield {
      path: `chi-so/${key}.json`,
      value: () => ({
        index: rows[0]?.index,
        year: rows[0]?.year,
        results: [...resultRows(site, at, rows)],
      }),
    };
}

function apiIndex(site: Site): object {
  const years = groupBy(site.results, ({ index }) => index);
  return {
    title: DATASET.title,
    version: TABLES_VERSION,
    as_of: site.asOf,
    license: DATASET.license.path,
    plans: { total: site.planBySlug.size, pages: pageCount(site.planBySlug.size) },
    agencies: { total: site.agencies.all.length, pages: pageCount(site.agencies.all.length) },
    indices: [...years].map(([id, results]) => ({
      id,
      name: site.indices.get(id)?.name ?? id,
      years: [...new Set(results.map(({ year }) => year))].sort((a, b) => a - b),
    })),
  };
}

function planFile(site: Site, at: Addresses, plan: Plan): object {
  const assignments = groupBy<z.output<typeof assignmentRow>>(
    assignmentRows(site, at, [plan]),
    ({ task }) => task,
  );
  const tasks = [...placedTasks([plan])].map(placed => {
    const row = rowOfTask(site, at, placed);
    return { ...row, assignments: assignments.get(row.id) ?? [] };
  });
  return {
    plan: [...planRows(site, at, [plan])][0],
    sections: [...sectionRows(site, at, [plan])],
    tasks,
    targets: [...targetRows(site, at, [plan])],
    notes: [...noteRows(site, at, [plan])],
  };
}

/** An empty list is one empty page. */
function* pages<Item>(
  folder: string,
  items: readonly Item[],
  rowsOf: (items: readonly Item[]) => readonly object[],
): Iterable<ApiFile> {
  const count = pageCount(items.length);
  for (let page = 1; page <= count; page++)
    yield {
      path: `${folder}/trang/${page}.json`,
      value: () => ({
        total: items.length,
        page,
        pages: count,
        items: rowsOf(items.slice((page - 1) * API_PAGE, page * API_PAGE)),
      }),
    };
}

function pageCount(items: number): number {
  return Math.max(1, Math.ceil(items / API_PAGE));
}

/** Tasks by the agencies that lead them; only their places are held, rows are made when they are written. */
function tasksByLead(site: Site): ReadonlyMap<string, PlacedTask[]> {
  const groups = new Map<string, PlacedTask[]>();
  for (const placed of placedTasks(site.planBySlug.values()))
    for (const agency of new Set(
      placed.task.assignments.flatMap(({ leads }) => leads.map(({ agency }) => agency)),
    ))
      if (agency !== undefined) push(groups, agency, placed);
  return groups;
}

function groupBy<Row>(rows: Iterable<Row>, keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) push(groups, keyOf(row), row);
  return groups;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
