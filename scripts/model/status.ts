import { addDays, type IsoDate } from "./fields.ts";
import type { Task } from "./task.ts";
import type { ReportedState, TaskUpdate } from "./update.ts";

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
export const SOON_DAYS = 30;

/**
 * Judges a task on the day `asOf`. Lateness is computed only where the deadline gives a date; a task past its
 * deadline that was reported unfinished is "quá hạn", one that nobody reported on is "hết hạn, chưa có báo cáo".
 * @param updates the reports on this task, oldest first, none after `asOf`
 */
export function statusOf(task: Task, updates: readonly DatedTaskUpdate[], asOf: IsoDate): Status {
  const update = updates.at(-1);
  const due = task.deadline?.due;
  const status = (key: StatusKey, rule: string): Status => ({ key, rule, update });
  const reported = (state: ReportedState) => update?.state === state;

  if (update && reported("Không còn áp dụng"))
    return status("not-applicable", `báo cáo tại ngày ${vi(update.asOf)} ghi không còn áp dụng`);
  if (update && reported("Hoàn thành")) {
    const first =
      updates.slice(updates.findLastIndex(({ state }) => state !== "Hoàn thành") + 1)[0] ?? update;
    const finished = first.finished ?? first.asOf;
    const how = first.finished
      ? `hoàn thành ngày ${vi(finished)}`
      : `báo cáo hoàn thành tại ngày ${vi(finished)}`;
    if (due === undefined) return status("done", `${how}; ${undatedRule(task)}`);
    return finished > due
      ? status("done-late", `${how}, sau hạn ${vi(due)}`)
      : status("done", `${how}, trong hạn ${vi(due)}`);
  }
  if (due === undefined) {
    if (update && reported("Vướng mắc"))
      return status("blocked", `báo cáo vướng mắc tại ngày ${vi(update.asOf)}; ${undatedRule(task)}`);
    if (update && reported("Đang thực hiện"))
      return status("in-progress", `báo cáo tại ngày ${vi(update.asOf)}; ${undatedRule(task)}`);
    return status("undated", undatedRule(task));
  }
  if (asOf > due)
    return update
      ? status(
          "overdue",
          `đã qua hạn ${vi(due)}; báo cáo gần nhất tại ngày ${vi(update.asOf)} ghi “${update.state}”`,
        )
      : status("unreported", `đã qua hạn ${vi(due)} mà đến ngày ${vi(asOf)} chưa có báo cáo nào`);
  if (update && reported("Vướng mắc"))
    return status("blocked", `báo cáo vướng mắc tại ngày ${vi(update.asOf)}; hạn ${vi(due)}`);
  if (addDays(asOf, SOON_DAYS) >= due)
    return status("due-soon", `còn không quá ${SOON_DAYS} ngày tới hạn ${vi(due)}`);
  if (update && reported("Đang thực hiện"))
    return status("in-progress", `báo cáo tại ngày ${vi(update.asOf)}; hạn ${vi(due)}`);
  return status("not-due", `hạn ${vi(due)} chưa đến tại ngày ${vi(asOf)}`);
}

function undatedRule(task: Task): string {
  return task.deadline?.rule ?? "không xác định hạn: văn bản không nêu thời hạn";
}

/** 2023-06-05 → 5/6/2023. */
function vi(day: IsoDate): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date}/${month}/${year}`;
}
