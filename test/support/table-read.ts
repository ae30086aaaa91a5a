import { z } from "zod";
import { type Agency, agencyDirectory } from "../../scripts/model/agency.ts";
import type { AgencyReference } from "../../scripts/model/agency-reference.ts";
import { agencyRow, documentRow, resultRow } from "../../scripts/model/data-columns.ts";
import type { Deadline } from "../../scripts/model/deadline.ts";
import { documentDirectory, type LegalDocument } from "../../scripts/model/document.ts";
import { groupBy, push } from "../../scripts/model/maps.ts";
import type { Plan } from "../../scripts/model/plan.ts";
import {
  assignmentRow,
  noteRow,
  planRow,
  reportRow,
  sectionRow,
  targetRow,
  taskRow,
  updateRow,
} from "../../scripts/model/plan-columns.ts";
import type { PlanPart } from "../../scripts/model/plan-parts.ts";
import { startOf } from "../../scripts/model/problem.ts";
import type { Site } from "../../scripts/model/site.ts";
import { joinSite, type SiteParts } from "../../scripts/model/site-join.ts";
import type { TableName } from "../../scripts/model/table-list.ts";
import type { Target } from "../../scripts/model/target.ts";
import type { TaskReference } from "../../scripts/model/task.ts";
import type { TaskUpdate } from "../../scripts/model/task-update.ts";
import type { Update } from "../../scripts/model/update.ts";
import { readIndices } from "./index-read.ts";
import { reading } from "./sources.ts";

/** The rows of every table, as a file gave them. */
export type TableData = Readonly<Record<TableName, readonly unknown[]>>;

/** What a site has beside its tables: its day, prose pages, charts. */
type Beside = Omit<SiteParts, "agencies" | "documents" | "indices" | "results" | "planBySlug" | "updates">;

/**
 * Makes a site from its published tables: agencies, documents, indices, results, plans with all their parts, and reports,
 * and from them everything that follows: who carries out what, which report speaks of which task, where tasks stand.
 * Values that the tables only repeat or work out (names beside ids, status, verdicts, sources, addresses) are not read.
 * Places in the editors' files are not published: everything stands at its table.
 * @throws when a row is not as the tables are described, or names what no row has
 */
export function readSite(
  tables: TableData,
  { asOf, abbreviations, peers, pages, dashboards, charts, history, dataHistory, contact, redirects }: Beside,
): Site {
  const beside = {
    asOf,
    abbreviations,
    peers,
    pages,
    dashboards,
    charts,
    history,
    dataHistory,
    contact,
    redirects,
  };
  const agencies = z.array(agencyRow).parse(tables["co-quan"]).map(readAgency);
  const documents = z.array(documentRow).parse(tables["van-ban"]).map(readDocument);
  const results = z.array(resultRow).parse(tables["ket-qua"]);
  const parts = {
    ...beside,
    agencies: agencyDirectory(new Map(agencies.map(agency => [agency.id, agency]))),
    documents: documentDirectory(new Map(documents.map(document => [document.id, document]))),
    indices: readIndices(tables),
    results: results.map(({ id: _, agency_name: __, url: ___, ...result }) => result),
    planBySlug: new Map(readPlans(tables).map(plan => [plan.slug, plan])),
    updates: readUpdates(tables),
  };
  const { value, problems } = reading(report => joinSite(parts, new Set(), report));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return value;
}

function readAgency(row: z.output<typeof agencyRow>): Agency {
  return {
    id: row.id,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind,
    level: row.level,
    parent: row.parent,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    successors: row.successors,
    aliases: row.aliases,
    region: row.region,
    code: row.code,
    source: row.source,
    note: row.note,
  };
}

function readDocument(row: z.output<typeof documentRow>): LegalDocument {
  const { id, number, kind, date, issuer, title, source } = row;
  return { id, number, kind, date, issuer, title, url: source };
}

function readPlans(tables: TableData): Plan[] {
  const parts = readParts(tables);
  const targets = groupBy(z.array(targetRow).parse(tables["muc-tieu"]), ({ plan }) => plan);
  const notes = groupBy(z.array(noteRow).parse(tables["ghi-chu"]), ({ plan }) => plan);
  return z
    .array(planRow)
    .parse(tables["ke-hoach"])
    .map((row): Plan => {
      const own = (parts.get(row.id) ?? []).sort((a, b) => a.order - b.order).map(({ part }) => part);
      return {
        slug: row.id,
        path: TABLE_PLACE.file,
        title: row.title,
        agency: row.agency,
        number: row.number,
        issued: row.issued,
        years: [row.year_from, row.year_to],
        state: row.state,
        indices: row.indices,
        implements: row.implements.map(name => ({ name, place: TABLE_PLACE })),
        legalBasis: row.legal_basis,
        signedBy: row.signed_by,
        position: row.position,
        recipients: row.recipients,
        targets: (targets.get(row.id) ?? []).map(readTarget),
        notes: (notes.get(row.id) ?? []).map(({ where, printed, note }) => ({ where, printed, note })),
        parts: own,
        tasks: own.flatMap(part => (part.kind === "task" ? [part.task] : [])),
      };
    });
}

interface Placed {
  readonly order: number;
  readonly part: PlanPart;
}

/** Headings and tasks by plan, in no order yet. */
function readParts(tables: TableData): Map<string, Placed[]> {
  const parts = new Map<string, Placed[]>();
  for (const row of z.array(sectionRow).parse(tables.muc)) {
    const { level, title } = row;
    const prose = proseOf(row.prose);
    push(parts, row.plan, {
      order: row.order,
      part:
        row.code === undefined
          ? { kind: "prose", level, title, prose }
          : { kind: "section", level, id: row.code, title, deadline: readDeadline(row), prose },
    });
  }
  const named = groupBy(z.array(assignmentRow).parse(tables["phan-cong"]), ({ task }) => task);
  for (const row of z.array(taskRow).parse(tables["nhiem-vu"]))
    push(parts, row.plan, {
      order: row.order,
      part: {
        kind: "task",
        level: row.level,
        task: {
          id: row.code,
          title: row.title,
          assignments: readAssignments(named.get(row.id) ?? []),
          deadline: readDeadline(row),
          deadlineFrom: row.deadline_from,
          output: row.output,
          criteria: row.criteria,
          target: row.target,
          carriesOut: row.carries_out.map(readTaskKey),
          prose: proseOf(row.prose),
          place: TABLE_PLACE,
        },
      },
    });
  return parts;
}

function readAssignments(rows: readonly z.output<typeof assignmentRow>[]) {
  const pairs: { leads: AgencyReference[]; coordinators: AgencyReference[] }[] = [];
  for (const { pair, part, agency, printed, role } of rows) {
    while (pairs.length < pair) pairs.push({ leads: [], coordinators: [] });
    pairs[pair - 1]?.[part === "lead" ? "leads" : "coordinators"].push({ agency, printed, role });
  }
  return pairs;
}

function readDeadline(
  row: Pick<z.output<typeof taskRow>, "deadline" | "due" | "due_precision" | "due_rule">,
): Deadline | undefined {
  if (row.deadline === undefined) return undefined;
  return { printed: row.deadline, due: row.due, precision: row.due_precision, rule: row.due_rule ?? "" };
}

function readTarget(row: z.output<typeof targetRow>): Target {
  return {
    index: row.index,
    measure: row.measure,
    component: row.component,
    bound: row.bound,
    threshold: row.band ?? row.threshold ?? Number.NaN,
    year: row.year,
    baseYear: row.base_year,
  };
}

function readUpdates(tables: TableData): Update[] {
  const tasks = groupBy(z.array(updateRow).parse(tables["cap-nhat"]), ({ report }) => report);
  return z
    .array(reportRow)
    .parse(tables["bao-cao"])
    .map(row => ({
      id: row.id,
      plan: row.plan,
      asOf: row.as_of,
      published: row.published,
      reporter: row.reporter,
      document: row.document,
      prose: proseOf(row.prose),
      tasks: (tasks.get(row.id) ?? []).map(
        (update): TaskUpdate => ({
          task: readTaskKey(update.task).task,
          state: update.state,
          progress: update.progress,
          value: update.value,
          evidence: update.evidence,
          evidencePlace: undefined,
          finished: update.finished,
          newDeadline: readDeadline(update),
          prose: proseOf(update.prose),
          place: TABLE_PLACE,
        }),
      ),
      path: TABLE_PLACE.file,
      place: TABLE_PLACE,
      asOfPlace: TABLE_PLACE,
    }));
}

/** `<plan>#<task>`; a slug never has the sign. */
function readTaskKey(key: string): TaskReference {
  const at = key.indexOf("#");
  return { plan: key.slice(0, at), task: key.slice(at + 1), place: TABLE_PLACE };
}

const TABLE_PLACE = startOf("du-lieu");

function proseOf(source: string) {
  return { source, line: 1 };
}
