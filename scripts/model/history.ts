import { type Change, diffTaskUpdates } from "./change.ts";
import type { IsoDate } from "./fields.ts";
import { getOrMake, groupBy, push } from "./maps.ts";
import type { Plan } from "./plan.ts";
import { continued } from "./setback.ts";
import type { Site } from "./site.ts";
import { perSite } from "./site-reads.ts";
import type { TaskUpdate } from "./task-update.ts";
import { compareText } from "./text-order.ts";
import type { Update } from "./update.ts";

/** A moment in Vietnam's time, `2023-06-06T08:30:00+07:00`; compares as text. */
export type Instant = string;

/** One commit of the content's repository: the files it added, changed, renamed or removed. */
export interface Commit {
  readonly id: string;
  readonly at: Instant;
  /** Why, where whoever made it wrote that down for readers. */
  readonly reason: string | undefined;
  readonly files: readonly {
    /** Name inside content/ after the commit; for a removed file, its last name. */
    readonly name: string;
    /** Name before the commit, when the file was renamed. */
    readonly from: string | undefined;
    /** Id of the text; undefined = the file was removed. */
    readonly blob: string | undefined;
  }[];
}

/** A file through time, under its last name. */
export interface FileHistory {
  readonly name: string;
  /** Oldest first. */
  readonly versions: readonly FileVersion[];
}

/** A state of a file, the commit that made it and the name it then had. */
export interface FileVersion {
  readonly name: string;
  readonly blob: string | undefined;
  readonly commit: Commit;
}

/** All that one commit changed in one plan or report, for readers. */
export interface Correction {
  readonly commit: string;
  readonly at: Instant;
  /** Path of the file as the editor knows it. */
  readonly path: string;
  /** Slug of the plan, also that of a report; the page of a removed plan is gone. */
  readonly plan: string;
  readonly planTitle: string | undefined;
  /** The day that the report describes; undefined for a plan. */
  readonly report: IsoDate | undefined;
  readonly changes: readonly Change[];
}

/** What the content's repository tells of the time before: every change after a file first came. */
export interface History {
  /** The day of the first commit that is known. */
  readonly since: IsoDate;
  /** Whether the repository is a shallow copy, in which everything before `since` is missing. */
  readonly isShallow: boolean;
  /** Newest first. */
  readonly corrections: readonly Correction[];
  /** By plan slug, newest first. */
  readonly byPlan: ReadonlyMap<string, readonly Correction[]>;
  /** When a file first came, by its path as the editor knows it; unknown for what a shallow copy begins with. */
  readonly added: ReadonlyMap<string, Instant>;
}

/** Seconds since 1970 as the time in Vietnam, which has been UTC+7 without summer time since 1975. */
export function instantOf(seconds: number): Instant {
  return `${new Date((seconds + 7 * 3600) * 1000).toISOString().slice(0, 19)}+07:00`;
}

/** The beginning of a day in Vietnam. */
export function startOfDay(day: IsoDate): Instant {
  return `${day}T00:00:00+07:00`;
}

/** The day of a moment in Vietnam. */
export function dayOf(instant: Instant): IsoDate {
  return instant.slice(0, 10);
}

/**
 * Follows each file of the commits through all its names. A file that comes again after it was removed is a new one.
 * @param commits oldest first
 */
export function followFiles(commits: Iterable<Commit>): FileHistory[] {
  const open = new Map<string, FileVersion[]>();
  const all: FileVersion[][] = [];
  for (const commit of commits)
    for (const { name, from, blob } of commit.files) {
      const versions = open.get(from ?? name) ?? [];
      if (versions.length === 0) all.push(versions);
      versions.push({ name, blob, commit });
      if (from !== undefined) open.delete(from);
      if (blob === undefined) open.delete(name);
      else open.set(name, versions);
    }
  return all.map(versions => ({ name: versions.at(-1)?.name ?? "", versions }));
}

/** What commits changed, in the order of the commits, the newest first; what one of them changed, by its name. */
export function newestFirst<Item extends { readonly commit: string }>(
  items: Iterable<Item>,
  commits: readonly Commit[],
  nameOf: (item: Item) => string,
): Item[] {
  const places = new Map(commits.map(({ id }, i) => [id, i]));
  const place = ({ commit }: Item) => places.get(commit) ?? 0;
  return [...items].sort((a, b) => place(b) - place(a) || compareText(nameOf(a), nameOf(b)));
}

/** One day of a plan's life: a change of its text or of a report, or a new report. */
export interface HistoryEntry {
  readonly day: IsoDate;
  readonly source: Correction | Update;
  readonly changes: readonly Change[];
}

/** Whether an entry is a change of what stood there before, and not a new report. */
export function isCorrection(source: Correction | Update): source is Correction {
  return "commit" in source;
}

/**
 * Everything that happened to a plan, newest first: what was changed in its text and its reports, and what each report
 * said that the one before did not.
 */
export function historyOf(site: Site, plan: Plan): HistoryEntry[] {
  const printed = new Map(plan.tasks.map(({ id, deadline }) => [id, deadline?.printed]));
  const last = new Map<string, TaskUpdate>();
  const reports = reportsOn(site, plan.slug).map(update => ({
    day: update.asOf,
    source: update,
    changes: update.tasks.flatMap(task => {
      const before = last.get(task.task);
      const now = before ? continued(before, task) : task;
      last.set(task.task, now);
      return diffTaskUpdates(before, now)
        .filter(({ field, after }) => REPORTED.has(field) && after !== undefined)
        .map(
          (change): Change =>
            change.field === "newDeadline"
              ? { ...change, field: "deadline", before: change.before ?? printed.get(task.task) }
              : change,
        );
    }),
  }));
  const corrections = correctionsOf(site, plan.slug).map(source => ({
    day: dayOf(source.at),
    source,
    changes: source.changes,
  }));
  return [...corrections, ...reports.reverse()].sort((a, b) => compareText(b.day, a.day));
}

/** What of a new report belongs to the history; its prose and evidence stand in the report itself. */
const REPORTED: ReadonlySet<string> = new Set(["status", "progress", "value", "newDeadline", "finished"]);

/** Whether there is anything to tell of a plan beside its text: a report, or a change. */
export function hasHistory(site: Site, plan: Plan): boolean {
  return correctionsOf(site, plan.slug).length > 0 || reportsOn(site, plan.slug).length > 0;
}

const NONE: readonly never[] = [];

/** The changes of a plan and its reports, newest first. */
export function correctionsOf(site: Site, plan: string): readonly Correction[] {
  return site.history?.byPlan.get(plan) ?? NONE;
}

/** A change with the moment it was made. */
interface DatedChange extends Change {
  readonly at: Instant;
}

const byTask = new WeakMap<readonly Correction[], ReadonlyMap<string, readonly DatedChange[]>>();

/** The changes of one task in plan and reports, newest first. */
export function changesOfTask(site: Site, plan: string, task: string): readonly DatedChange[] {
  const corrections = correctionsOf(site, plan);
  if (corrections.length === 0) return NONE;
  return getOrMake(byTask, corrections, () => datedByTask(corrections)).get(task) ?? NONE;
}

function datedByTask(corrections: readonly Correction[]): ReadonlyMap<string, readonly DatedChange[]> {
  const byId = new Map<string, DatedChange[]>();
  for (const { at, changes } of corrections)
    for (const change of changes) if (change.id !== undefined) push(byId, change.id, { ...change, at });
  return byId;
}

const reports = perSite("reports", site => groupBy(site.updates.toReversed(), ({ plan }) => plan));

/** The reports on a plan, oldest first. */
export function reportsOn(site: Site, plan: string): readonly Update[] {
  return reports(site).get(plan) ?? NONE;
}
