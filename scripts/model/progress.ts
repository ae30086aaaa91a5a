import type { Deadline } from "./deadline.ts";
import type { IsoDate } from "./fields.ts";
import { getOrMake, push, pushOnce } from "./maps.ts";
import type { Plan } from "./plan.ts";
import { continued, setbacksOf } from "./setback.ts";
import { type PlanTask, type Site, taskKey } from "./site.ts";
import { perSite } from "./site-reads.ts";
import {
  type DatedTaskUpdate,
  deadlineOf,
  STATUS_KEYS,
  type Status,
  type StatusKey,
  statusKeyOf,
  statusOf,
} from "./status.ts";
import { leadsOf, type Task } from "./task.ts";
import { compareText } from "./text-order.ts";

/** A task with where it stands on the site's day. */
export interface JudgedTask extends PlanTask {
  readonly status: StatusKey;
  /** The day that it is due by: the plan's, or the one that a report moved it to. */
  readonly due: IsoDate | undefined;
  /** Whether a report moved its deadline or took something back; `flagsOf` says what. */
  readonly isFlagged: boolean;
}

/** Judges every task of some plans, or of all, on the site's day, in the order of plans and tasks. */
export function judgeTasks(site: Site, plans: readonly Plan[] = site.plans): JudgedTask[] {
  return plans.flatMap(plan => {
    const isReported = reported(site).has(plan.slug);
    return plan.tasks.map(task => {
      const updates = isReported ? updatesOf(site, plan, task) : NONE;
      return {
        plan,
        task,
        status: statusKeyOf(task, updates, site.asOf),
        due: deadlineOf(task, updates)?.due,
        isFlagged: updates.length > 0 && flagsOf(task, updates).length > 0,
      };
    });
  });
}

/** Where one task stands on the site's day. */
export function judgeKey(site: Site, plan: Plan, task: Task): StatusKey {
  return statusKeyOf(task, updatesOf(site, plan, task), site.asOf);
}

/** The same with the rule in words. */
export function judge(site: Site, plan: Plan, task: Task): Status {
  return statusOf(task, updatesOf(site, plan, task), site.asOf);
}

/** The deadline that a task is judged by: its own, or the one that a report moved it to. */
export function deadlineNow(site: Site, plan: Plan, task: Task): Deadline | undefined {
  return deadlineOf(task, updatesOf(site, plan, task));
}

const NONE: readonly DatedTaskUpdate[] = [];
/** Slugs of the plans that have reports. */
const reported = perSite("reported", site => new Set(site.updates.map(({ plan }) => plan)));

/** The reports on a task, oldest first. */
export function updatesOf(site: Site, plan: Plan, task: Task): readonly DatedTaskUpdate[] {
  // Most plans have no report yet; the key of a task is only made where there are any.
  return reported(site).has(plan.slug) ? (site.updatesByTask.get(taskKey(plan.slug, task.id)) ?? NONE) : NONE;
}

/** How many tasks there are of each status, in the order in which they need attention; absent ones are 0. */
export function countStatuses(tasks: Iterable<JudgedTask>): ReadonlyMap<StatusKey, number> {
  const counts = new Map<StatusKey, number>(STATUS_KEYS.map(key => [key, 0]));
  for (const { status } of tasks) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}

/** Tasks by where they stand, in the order in which they need attention. */
export function byStatus(tasks: Iterable<JudgedTask>): ReadonlyMap<StatusKey, JudgedTask[]> {
  const groups = new Map<StatusKey, JudgedTask[]>(STATUS_KEYS.map(key => [key, []]));
  for (const judged of tasks) groups.get(judged.status)?.push(judged);
  return groups;
}

/** Tasks by the agencies that lead them; a task with two leads stands under both. */
export function byLead(tasks: Iterable<JudgedTask>): ReadonlyMap<string, JudgedTask[]> {
  const groups = new Map<string, JudgedTask[]>();
  // An agency that is named twice leads the task once.
  for (const judged of tasks)
    for (const { agency } of leadsOf(judged.task)) if (agency !== undefined) pushOnce(groups, agency, judged);
  return groups;
}

/** Whether a task names no agency that leads it: `byLead` has it nowhere. */
export function hasNoLead({ task }: PlanTask): boolean {
  return leadsOf(task).every(({ agency }) => agency === undefined);
}

/** Tasks by the quarter in which they are due, `2023-2`; tasks without a date are left out. */
export function byQuarter(tasks: Iterable<JudgedTask>): ReadonlyMap<string, JudgedTask[]> {
  const groups = new Map<string, JudgedTask[]>();
  for (const judged of tasks) {
    if (judged.due !== undefined) push(groups, quarterOf(judged.due), judged);
  }
  return new Map([...groups].sort(([a], [b]) => compareText(b, a)));
}

const quarters = new Map<string, string>();

/** 2023-06-30 → `2023-2`. */
export function quarterOf(day: string): string {
  // A few days are asked for a million times.
  return getOrMake(quarters, day, () => `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`);
}

/** How many tasks of an upper plan have a task below them that carries them out. */
export function coverageOf(site: Site, upper: Plan): { readonly covered: number; readonly total: number } {
  if (site.lowerTasks.size === 0) return { covered: 0, total: upper.tasks.length };
  const covered = upper.tasks.filter(task => site.lowerTasks.has(taskKey(upper.slug, task.id))).length;
  return { covered, total: upper.tasks.length };
}

/** Where a task and the upper task that it carries out differ, as Vietnamese sentences; empty when they agree. */
export function differences(lower: Task, upper: Task): string[] {
  const found: string[] = [];
  if (lower.deadline?.due !== upper.deadline?.due)
    found.push(`thời hạn: “${printed(lower.deadline)}”, nhiệm vụ cấp trên “${printed(upper.deadline)}”`);
  if (lower.target !== undefined && upper.target !== undefined && lower.target !== upper.target)
    found.push(`chỉ tiêu: “${lower.target}”, nhiệm vụ cấp trên “${upper.target}”`);
  return found;
}

/** Something that a reader should be told of the reports on a task. */
export interface Flag {
  /** The day of the report that it stands in. */
  readonly asOf: IsoDate;
  /** A Vietnamese clause. */
  readonly text: string;
}

/** Deadlines that reports moved, and what they took back: a state, progress, a value. Oldest first. */
export function flagsOf(task: Task, updates: readonly DatedTaskUpdate[]): Flag[] {
  let before: DatedTaskUpdate | undefined;
  return updates.flatMap(update => {
    const texts = before ? setbacksOf(before, update, task) : [];
    const deadline = before?.newDeadline ?? task.deadline;
    const { newDeadline, asOf } = update;
    if (newDeadline !== undefined && newDeadline.due !== deadline?.due)
      texts.push(`thời hạn dời từ “${printed(deadline)}” sang “${newDeadline.printed}”`);
    before = before ? continued(before, update) : update;
    return texts.map(text => ({ asOf, text }));
  });
}

function printed(deadline: Deadline | undefined): string {
  return deadline?.printed ?? "không nêu";
}
