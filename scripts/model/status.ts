import { dayText } from "./day-text.ts";
import { type Deadline, NO_DAY } from "./deadline.ts";
import { addDays, type IsoDate } from "./fields.ts";
import { getOrMake } from "./maps.ts";
import type { Task } from "./task.ts";
import type { TaskUpdate } from "./task-update.ts";

/** Where tasks can stand, in the order in which they need attention: "quá hạn" and "hết hạn, chưa có báo cáo" are two. */
export const STATUS_KEYS = [
  "overdue",
  "unreported",
  "due-soon",
  "blocked",
  "in-progress",
  "not-due",
  "undated",
  "done-late",
  "done",
  "not-applicable",
] as const;
export type StatusKey = (typeof STATUS_KEYS)[number];

/** Of these, where a task stands that is past its day and not done, whether anybody reported on it or not. */
export const LATE_KEYS: readonly StatusKey[] = ["overdue", "unreported"];

/** Where a task stands on a day, and the rule that says so. Never invented: no report is not "late". */
export interface Status {
  readonly key: StatusKey;
  /** The rule and the days it used, as a Vietnamese sentence. */
  readonly rule: string;
  /** The newest report that it is judged by. */
  readonly update: DatedTaskUpdate | undefined;
}

/** A report on a task with the day that it describes. */
export interface DatedTaskUpdate extends TaskUpdate {
  readonly asOf: IsoDate;
}

/** How many days before its deadline a task counts as "sắp đến hạn". */
const SOON_DAYS = 30;

/** The deadline that a task is judged by: the newest that a report moved it to, or the plan's own. */
export function deadlineOf(task: Task, updates: readonly DatedTaskUpdate[]): Deadline | undefined {
  return updates.findLast(({ newDeadline }) => newDeadline !== undefined)?.newDeadline ?? task.deadline;
}

/**
 * Judges a task on the day `asOf`. Lateness is computed only where the deadline gives a date; a task past its
 * deadline that was reported unfinished is "quá hạn", one that nobody reported on is "hết hạn, chưa có báo cáo".
 * @param updates the reports on this task, oldest first, none after `asOf`
 */
export function statusKeyOf(task: Task, updates: readonly DatedTaskUpdate[], asOf: IsoDate): StatusKey {
  const state = updates.at(-1)?.state;
  const due = deadlineOf(task, updates)?.due;
  if (state === "Không còn áp dụng") return "not-applicable";
  if (state === "Hoàn thành")
    return due !== undefined && finishedOn(updates).day > due ? "done-late" : "done";
  if (due !== undefined && asOf > due) return state === undefined ? "unreported" : "overdue";
  if (state === "Vướng mắc") return "blocked";
  if (due !== undefined && soonBy(asOf) >= due) return "due-soon";
  if (state === "Đang thực hiện") return "in-progress";
  return due === undefined ? "undated" : "not-due";
}

let soon = { asOf: "", day: "" };

/** The last day that counts as soon; worked out once for a day, since all tasks are judged on the same. */
function soonBy(asOf: IsoDate): IsoDate {
  if (soon.asOf !== asOf) soon = { asOf, day: addDays(asOf, SOON_DAYS) };
  return soon.day;
}

/** The same with the rule in words, for pages that explain it. */
export function statusOf(task: Task, updates: readonly DatedTaskUpdate[], asOf: IsoDate): Status {
  if (updates.length > 0 || task.deadline === undefined) return judge(task, updates, asOf);
  // Before the first report the deadline decides alone, and a plan's tasks share a few.
  if (unreported.asOf !== asOf) unreported = { asOf, byDeadline: new WeakMap() };
  return getOrMake(unreported.byDeadline, task.deadline, () => judge(task, updates, asOf));
}

let unreported = { asOf: "", byDeadline: new WeakMap<Deadline, Status>() };

function judge(task: Task, updates: readonly DatedTaskUpdate[], asOf: IsoDate): Status {
  const key = statusKeyOf(task, updates, asOf);
  return { key, rule: explain(key, task, updates, asOf), update: updates.at(-1) };
}

/** The day a task was finished: as last stated, or else the day of the first report since which all say "Hoàn thành". */
function finishedOn(updates: readonly DatedTaskUpdate[]): { day: IsoDate; isStated: boolean } {
  const row = updates.slice(updates.findLastIndex(({ state }) => state !== "Hoàn thành") + 1);
  const stated = row.findLast(({ finished }) => finished !== undefined)?.finished;
  return { day: stated ?? row[0]?.asOf ?? "", isStated: stated !== undefined };
}

function explain(key: StatusKey, task: Task, updates: readonly DatedTaskUpdate[], asOf: IsoDate): string {
  const update = updates.at(-1);
  const reported = update ? `báo cáo tại ngày ${dayText(update.asOf)}` : "";
  const due = deadlineOf(task, updates)?.due;
  const limit = due === undefined ? undatedRule(task) : `hạn ${dayText(due)}${movedFrom(task, due)}`;
  switch (key) {
    case "not-applicable":
      return `${reported} ghi không còn áp dụng`;
    case "done":
    case "done-late": {
      const { day, isStated } = finishedOn(updates);
      const how = `${isStated ? "hoàn thành ngày" : "báo cáo hoàn thành tại ngày"} ${dayText(day)}`;
      if (due === undefined) return `${how}; ${limit}`;
      return `${how}, ${key === "done-late" ? "sau" : "trong"} ${limit}`;
    }
    case "unreported":
      return `đã qua ${limit} mà đến ngày ${dayText(asOf)} chưa có báo cáo nào`;
    case "overdue":
      return `đã qua ${limit}; báo cáo gần nhất tại ngày ${dayText(update?.asOf ?? asOf)} ghi “${update?.state}”`;
    case "blocked":
      return `báo cáo vướng mắc tại ngày ${dayText(update?.asOf ?? asOf)}; ${limit}`;
    case "due-soon":
      return `còn không quá ${SOON_DAYS} ngày tới ${limit}`;
    case "in-progress":
      return `${reported}; ${limit}`;
    case "not-due":
      return `${limit} chưa đến tại ngày ${dayText(asOf)}`;
    case "undated":
      return limit;
  }
}

/** That the deadline is not the plan's own, and what that was. */
function movedFrom(task: Task, due: IsoDate): string {
  const own = task.deadline;
  if (own?.due === due) return "";
  return ` (theo báo cáo; kế hoạch: ${own?.due === undefined ? (own?.printed ?? "không nêu") : dayText(own.due)})`;
}

function undatedRule(task: Task): string {
  return task.deadline?.rule ?? `${NO_DAY}văn bản không nêu thời hạn`;
}
