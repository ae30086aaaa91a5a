import { encodeText } from "./bytes.ts";
import { agencyRows, resultRows } from "./data-rows.ts";
import { DATASET } from "./download.ts";
import {
  bandRows,
  breakRows,
  coverRows,
  domainRows,
  editionRows,
  indexRows,
  unassessedRows,
} from "./index-rows.ts";
import { groupBy, pushOnce } from "./maps.ts";
import type { Plan } from "./plan.ts";
import { noteRows, planRows, sectionRows, targetRows } from "./plan-rows.ts";
import type { Site } from "./site.ts";
import type { Addresses } from "./table.ts";
import { TABLES_VERSION } from "./table-list.ts";
import { leadsOf, type Task } from "./task.ts";

/** Entries of one page of a long list. */
const API_PAGE = 100;

/** One file of the API: its path below /api/v1/, and its JSON piece by piece, made when it is written. */
export interface ApiFile {
  readonly path: string;
  readonly pieces: () => Iterable<ApiPiece>;
}

/** JSON text, already encoded where the same text is written often; or a row that is copied from the file of its table. */
type ApiPiece = string | Uint8Array | RowPiece;

/** A row of one of the two long tables, as it stands in the table's file. */
export interface RowPiece {
  readonly table: "nhiem-vu" | "phan-cong";
  /** Place in the table, from 0. */
  readonly row: number;
  /** Whether more fields follow, so that the brace at the end is left away. */
  readonly isOpen?: boolean;
}

const COMMA = encodeText(",");
const ASSIGNMENTS = encodeText(',"assignments":[');
const END = encodeText("]}");

/**
 * Every file of the API. Rows are those of the published tables, so that one schema describes both; a file changes only
 * when its content does, so that a server's ETag holds.
 */
export function* apiFiles(site: Site, at: Addresses): Iterable<ApiFile> {
  const plans = [...site.planBySlug.values()];
  const leads = tasksByLead(plans);
  const results = groupBy(site.results, ({ index, year }) => `${index}/${year}`);
  const resultsOf = groupBy(site.results, ({ agency }) => agency);
  const plansOf = groupBy(plans, ({ agency }) => agency);
  yield file("index.json", () => apiIndex(site));
  yield* pages("ke-hoach", plans, plan => JSON.stringify(one(planRows(site, at, [plan]))));
  let [task, assignment] = [0, 0];
  for (const plan of plans) {
    const first = { task, assignment };
    yield { path: `ke-hoach/${plan.slug}.json`, pieces: () => planPieces(site, at, plan, first) };
    task += plan.tasks.length;
    assignment += plan.tasks.reduce((sum, own) => sum + countReferences(own), 0);
  }
  yield* pages("co-quan", site.agencies.all, agency => JSON.stringify(one(agencyRows(at, [agency]))));
  for (const agency of site.agencies.all) {
    const { id } = agency;
    const tasks = leads.get(id) ?? [];
    yield file(`co-quan/${id}.json`, () => ({
      agency: one(agencyRows(at, [agency])),
      plans: [...planRows(site, at, plansOf.get(id) ?? [])],
      results: [...resultRows(site, at, resultsOf.get(id) ?? [])],
      lead_tasks: tasks.length,
      lead_task_pages: Math.ceil(tasks.length / API_PAGE),
    }));
    if (tasks.length > 0) yield* pages(`co-quan/${id}/nhiem-vu`, tasks, row => ({ table: "nhiem-vu", row }));
  }
  for (const index of site.indices.values())
    yield file(`chi-so/${index.id}.json`, () => ({
      index: one(indexRows([index])),
      editions: [...editionRows([index])],
      components: [...domainRows([index])],
      breaks: [...breakRows([index])],
      bands: [...bandRows([index])],
      covers: [...coverRows([index])],
      not_assessed: [...unassessedRows([index])],
    }));
  for (const [key, rows] of results)
    yield file(`chi-so/${key}.json`, () => ({
      index: rows[0]?.index,
      year: rows[0]?.year,
      results: [...resultRows(site, at, rows)],
    }));
}

function one<Row>(rows: Iterable<Row>): Row | undefined {
  const [row] = rows;
  return row;
}

function file(path: string, value: () => object): ApiFile {
  return { path, pieces: () => [JSON.stringify(value())] };
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

function* planPieces(
  site: Site,
  at: Addresses,
  plan: Plan,
  first: { readonly task: number; readonly assignment: number },
): Iterable<ApiPiece> {
  const json = (rows: Iterable<object>) => JSON.stringify([...rows]);
  yield `{"plan":${JSON.stringify(one(planRows(site, at, [plan])))},"sections":${json(sectionRows([plan]))},"tasks":[`;
  let { assignment } = first;
  for (const [i, task] of plan.tasks.entries()) {
    if (i > 0) yield COMMA;
    yield { table: "nhiem-vu", row: first.task + i, isOpen: true };
    const next = assignment + countReferences(task);
    yield ASSIGNMENTS;
    for (let row = assignment; row < next; row++) {
      if (row > assignment) yield COMMA;
      yield { table: "phan-cong", row };
    }
    yield END;
    assignment = next;
  }
  yield `],"targets":${json(targetRows(site, [plan]))},"notes":${json(noteRows([plan]))}}`;
}

/** Agencies that a task names, as often as it names them: its rows in the table of assignments. */
function countReferences({ assignments }: Task): number {
  return assignments.reduce((sum, { leads, coordinators }) => sum + leads.length + coordinators.length, 0);
}

/** An empty list is one empty page. */
function* pages<Item>(
  folder: string,
  items: readonly Item[],
  pieceOf: (item: Item) => ApiPiece,
): Iterable<ApiFile> {
  const count = pageCount(items.length);
  for (let page = 1; page <= count; page++)
    yield {
      path: `${folder}/trang/${page}.json`,
      *pieces() {
        yield `{"total":${items.length},"page":${page},"pages":${count},"items":[`;
        for (const [i, item] of items.slice((page - 1) * API_PAGE, page * API_PAGE).entries()) {
          if (i > 0) yield COMMA;
          yield pieceOf(item);
        }
        yield END;
      },
    };
}

function pageCount(items: number): number {
  return Math.max(1, Math.ceil(items / API_PAGE));
}

/** Places in the table of tasks, by the agencies that lead them. */
function tasksByLead(plans: readonly Plan[]): ReadonlyMap<string, number[]> {
  const groups = new Map<string, number[]>();
  let row = 0;
  for (const plan of plans)
    for (const task of plan.tasks) {
      // An agency that is named twice leads the task once.
      for (const { agency } of leadsOf(task)) if (agency !== undefined) pushOnce(groups, agency, row);
      row++;
    }
  return groups;
}
