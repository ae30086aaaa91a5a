import { push } from "./maps.ts";
import { tasksById } from "./plan.ts";
import type { Report } from "./problem.ts";
import { continued, setbacksOf } from "./setback.ts";
import { type Site, taskKey } from "./site.ts";
import type { DatedTaskUpdate } from "./status.ts";
import type { TaskUpdate } from "./task-update.ts";
import { compareText } from "./text-order.ts";
import { suggest } from "./vietnamese.ts";

/** Joins updates to their tasks, oldest first; reports unknown plans and tasks and two reports of one day. */
export function relateUpdates(
  { updates, planBySlug, asOf }: Pick<Site, "updates" | "planBySlug" | "asOf">,
  broken: ReadonlySet<string>,
  report: Report,
): Map<string, DatedTaskUpdate[]> {
  const byTask = new Map<string, DatedTaskUpdate[]>();
  const known = new Map<string, TaskUpdate>();
  for (const update of [...updates].sort((a, b) => compareText(a.asOf, b.asOf) || compareText(a.id, b.id))) {
    const plan = planBySlug.get(update.plan);
    if (!plan) {
      if (!broken.has(update.plan))
        report(
          update.place,
          `không có kế hoạch “${update.plan}”`,
          suggest(update.plan, planBySlug.keys(), "sửa khóa plan"),
        );
      continue;
    }
    if (plan.issued !== undefined && update.asOf < plan.issued)
      report(
        update.asOfPlace,
        `báo cáo tại ngày ${update.asOf}, trước ngày ban hành kế hoạch ${plan.issued}`,
        "sửa as_of, hoặc issued của kế hoạch",
      );
    const repeated = new Map<string, TaskUpdate[]>();
    const tasks = tasksById(plan);
    for (const task of update.tasks) {
      const planned = tasks.get(task.task);
      if (!planned) {
        report(
          task.place,
          `kế hoạch “${plan.slug}” không có nhiệm vụ “${task.task}”`,
          suggest(task.task, tasks.keys(), "sửa mã ở đầu tiêu đề"),
          `task of ${plan.slug}`,
        );
        continue;
      }
      // The work of a year may be done in the last weeks before it, hardly earlier: the year was mistyped.
      if (Number(task.finished?.slice(0, 4)) < plan.years[0] - 1)
        report(
          task.place,
          `ngày hoàn thành ${task.finished} của ${task.task} sớm hơn nhiều so với năm ${plan.years[0]} của kế hoạch`,
          "sửa năm của ngày hoàn thành",
        );
      const key = taskKey(plan.slug, task.task);
      const last = byTask.get(key)?.at(-1);
      if (last?.asOf === update.asOf) {
        push(repeated, last.place.file, task);
        continue;
      }
      const before = known.get(key);
      for (const setback of before && task.prose.source === "" ? setbacksOf(before, task, planned) : [])
        report(
          task.place,
          `${setback} so với các báo cáo đến ngày ${last?.asOf} mà không nói vì sao`,
          "thêm một đoạn văn dưới danh sách nói lý do, hoặc sửa số liệu",
        );
      known.set(key, before ? continued(before, task) : task);
      if (update.asOf <= asOf) push(byTask, key, { ...task, asOf: update.asOf });
    }
    // A report that was copied repeats every task: it is one mistake.
    for (const [file, [first, ...others]] of repeated)
      if (first)
        report(
          first.place,
          `nhiệm vụ ${first.task}${others.length > 0 ? ` và ${others.length} nhiệm vụ khác` : ""} đã có báo cáo cùng ngày ở ${file}`,
          "gộp hai báo cáo",
        );
  }
  return byTask;
}
