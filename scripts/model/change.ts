import { abridge } from "./abridge.ts";
import { printReferences } from "./agency-reference.ts";
import { withComma } from "./fields.ts";
import type { Prose } from "./markdown.ts";
import type { Plan, PlanNote } from "./plan.ts";
import { idOf, type PlanPart } from "./plan-parts.ts";
import type { Target } from "./target.ts";
import type { TaskUpdate } from "./task-update.ts";
import type { Update } from "./update.ts";

/** What can change in a plan or a report, in the order in which it is listed. */
const CHANGED_FIELDS = [
  "file",
  "address",
  "title",
  "number",
  "issued",
  "years",
  "state",
  "agency",
  "signedBy",
  "position",
  "recipients",
  "indices",
  "implements",
  "legalBasis",
  "notes",
  "promise",
  "asOf",
  "published",
  "reporter",
  "document",
  "section",
  "task",
  "leads",
  "coordinators",
  "deadline",
  "output",
  "target",
  "criteria",
  "carriesOut",
  "status",
  "progress",
  "value",
  "evidence",
  "finished",
  "newDeadline",
  "prose",
] as const;
export type ChangedField = (typeof CHANGED_FIELDS)[number];

/** One thing that was changed: where, what, and its value before and after (undefined = there was none). */
export interface Change {
  /** Id of the task or section; undefined for the plan or report as a whole. */
  readonly id: string | undefined;
  /** Title of the task, section or piece of prose, as far as it is known. */
  readonly title: string | undefined;
  readonly field: ChangedField;
  /** As typed, long text cut down to what differs; a promise about an index keeps its parts. */
  readonly before: string | Target | undefined;
  readonly after: string | Target | undefined;
}

type Values = Partial<Record<ChangedField, string | undefined>>;

/** What differs between two states of one plan; empty when a reader would see no difference. */
export function diffPlans(before: Plan, after: Plan): Change[] {
  return [
    ...diffValues(planValues(before), planValues(after)),
    ...diffPromises(before.targets, after.targets),
    ...diffKeyed(before.notes, after.notes, ({ where }) => where, diffNotes),
    ...diffKeyed(before.parts, after.parts, partKey, diffParts),
  ];
}

/** What differs between two states of one report. */
export function diffUpdates(before: Update, after: Update): Change[] {
  return [
    ...diffValues(updateValues(before), updateValues(after)),
    ...diffKeyed(before.tasks, after.tasks, ({ task }) => task, diffTaskUpdates),
  ];
}

/** What differs between two reports on one task: two states of one report, or a report and the one before it. */
export function diffTaskUpdates(before: TaskUpdate | undefined, after: TaskUpdate | undefined): Change[] {
  return diffValues(reportedValues(before), reportedValues(after), (after ?? before)?.task);
}

function reportedValues(update: TaskUpdate | undefined): Values {
  if (!update) return {};
  const { state, progress, value, evidence, finished, newDeadline } = update;
  return {
    status: state,
    progress: progress === undefined ? undefined : `${withComma(progress)}%`,
    value,
    evidence,
    finished,
    newDeadline: newDeadline?.printed,
    prose: written(update.prose),
  };
}

function updateValues({ asOf, published, reporter, document, prose }: Update): Values {
  return { asOf, published, reporter, document, prose: written(prose) };
}

function planValues(plan: Plan): Values {
  const [from, to] = plan.years;
  return {
    address: plan.slug,
    title: plan.title,
    number: plan.number,
    issued: plan.issued,
    years: from === to ? String(from) : `${from}–${to}`,
    state: plan.state,
    agency: plan.agency,
    signedBy: plan.signedBy,
    position: plan.position,
    recipients: listed(plan.recipients),
    indices: listed(plan.indices),
    implements: listed(plan.implements.map(({ name }) => name)),
    legalBasis: listed(plan.legalBasis),
  };
}

function partValues(part: PlanPart): Values {
  if (part.kind === "prose") return { prose: written(part.prose) };
  if (part.kind === "section")
    return {
      section: part.title,
      deadline: part.deadline?.printed,
      prose: written(part.prose),
    };
  const { task } = part;
  return {
    task: task.title,
    leads: listed(task.assignments.map(({ leads }) => printReferences(leads))),
    coordinators: listed(task.assignments.map(({ coordinators }) => printReferences(coordinators))),
    deadline: task.deadline?.printed,
    output: task.output,
    target: task.target,
    criteria: listed(task.criteria),
    carriesOut: listed(task.carriesOut.map(({ plan, task: upper }) => `${plan}#${upper}`)),
    prose: written(task.prose),
  };
}

/** A part that came or went is one change, not one for each of its values. */
function diffParts(before: PlanPart | undefined, after: PlanPart | undefined): Change[] {
  const part = after ?? before;
  if (!part) return [];
  const id = idOf(part);
  const title = part.kind === "task" ? part.task.title : part.title || undefined;
  if (before && after) return diffValues(partValues(before), partValues(after), id, title);
  const text = part.kind === "prose" ? written(part.prose) : title;
  return diffValues(before && { [part.kind]: text }, after && { [part.kind]: text }, id, title);
}

/** Tasks and sections are known by their id, prose by its heading. */
function partKey(part: PlanPart): string {
  return part.kind === "prose" ? `# ${part.title}` : (idOf(part) ?? "");
}

function diffNotes(before: PlanNote | undefined, after: PlanNote | undefined): Change[] {
  return diffValues(noteValues(before), noteValues(after), undefined, (after ?? before)?.where);
}

function noteValues(note: PlanNote | undefined): Values {
  return note ? { notes: `${note.printed === undefined ? "" : `“${note.printed}” `}${note.note}` } : {};
}

/** Items by key; the second of two with one key has a key of its own. */
function keyed<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item> {
  const byKey = new Map<string, Item>();
  const seen = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    byKey.set(count === 0 ? key : `${key}\n${count}`, item);
  }
  return byKey;
}

/** Compares the items of two lists key by key: those that were there first, then the new ones. */
export function diffKeyed<Item, Found>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
  diff: (before: Item | undefined, after: Item | undefined) => Found[],
): Found[] {
  const [old, now] = [keyed(before, keyOf), keyed(after, keyOf)];
  return [
    ...[...old].flatMap(([key, item]) => diff(item, now.get(key))),
    ...[...now].flatMap(([key, item]) => (old.has(key) ? [] : diff(undefined, item))),
  ];
}

/** Promises about the same measure of the same year are one promise whose threshold changed. */
function diffPromises(before: readonly Target[], after: readonly Target[]): Change[] {
  return diffKeyed(before, after, promiseKey, (was, is) => {
    const isSame = was && is && was.bound === is.bound && was.threshold === is.threshold;
    return isSame ? [] : [{ id: undefined, title: undefined, field: "promise", before: was, after: is }];
  });
}

function promiseKey({ index, measure, component, year, baseYear }: Target): string {
  return [index, measure, component, year, baseYear].join("|");
}

function diffValues(before: Values = {}, after: Values = {}, id?: string, title?: string): Change[] {
  return CHANGED_FIELDS.flatMap(field => {
    if (before[field] === after[field]) return [];
    const [was, is] = abridge(before[field], after[field]);
    return [{ id, title, field, before: was, after: is }];
  });
}

function written({ source }: Prose): string | undefined {
  return source.trim() || undefined;
}

function listed(values: readonly string[]): string | undefined {
  return values.filter(value => value !== "").join("; ") || undefined;
}
