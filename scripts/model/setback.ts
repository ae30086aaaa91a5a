import { parseNumber, withComma } from "./fields.ts";
import type { Task } from "./task.ts";
import type { ReportedState, TaskUpdate } from "./task-update.ts";
import { fold } from "./vietnamese.ts";

/** How far a state has come; a task that no longer applies stands outside the order. */
const STEPS = { "Chưa bắt đầu": 0, "Đang thực hiện": 1, "Vướng mắc": 1, "Hoàn thành": 2 } as const;

/** A target that sets an upper limit: there, a smaller value is the better one. */
const UPPER_LIMIT = /[≤<]|\bduoi\b|khong qua|toi da/;
/** Words of which nobody can say from a number alone whether more is better: "giảm 20%", "5 hồ sơ trễ hạn". */
const EITHER_WAY = /\b(giam|tre|qua han|ton dong|vi pham|khieu nai)\b/;

/** What is known of a task after a report: what that leaves unsaid stands as it was reported before. */
export function continued<Reported extends TaskUpdate>(before: TaskUpdate, now: Reported): Reported {
  return {
    ...now,
    progress: now.progress ?? before.progress,
    value: now.value ?? before.value,
    newDeadline: now.newDeadline ?? before.newDeadline,
  };
}

/**
 * Where a report takes back what was known before it, as Vietnamese clauses: a state that fell back, progress that
 * fell, a measured value that moved away from its target. Values are compared only where their words are the same
 * ("22/40 cơ quan" and "18/40 cơ quan").
 */
export function setbacksOf(before: TaskUpdate, after: TaskUpdate, task: Pick<Task, "target">): string[] {
  const found: string[] = [];
  if (hasFallen(before.state, after.state))
    found.push(`trạng thái lùi từ “${before.state}” về “${after.state}”`);
  if (before.progress !== undefined && after.progress !== undefined && after.progress < before.progress)
    found.push(`tiến độ giảm từ ${withComma(before.progress)}% còn ${withComma(after.progress)}%`);
  const [was, is] = [readAmount(before.value), readAmount(after.value)];
  if (was && is && was.words === is.words) {
    const target = fold(task.target ?? "");
    const better = UPPER_LIMIT.test(target) ? -1 : EITHER_WAY.test(`${target} ${is.words}`) ? 0 : 1;
    if ((is.amount - was.amount) * better < 0)
      found.push(`giá trị đi ngược từ “${before.value}” thành “${after.value}”`);
  }
  return found;
}

function hasFallen(before: ReportedState, after: ReportedState): boolean {
  if (before === "Không còn áp dụng") return false;
  if (after === "Không còn áp dụng") return before === "Hoàn thành";
  return STEPS[after] < STEPS[before];
}

/** The first number of a value and the words around it; undefined when there is none or it can be read in two ways. */
function readAmount(value: string | undefined): { amount: number; words: string } | undefined {
  const [, head = "", digits = "", tail = ""] = /^(\D*)(\d[\d.,]*)(.*)$/.exec(value ?? "") ?? [];
  // "1.234" is one thousand or one and a bit: who would accuse a report of falling has to know.
  const amount = /^\d{1,3}[.,]\d{3}$/.test(digits) ? undefined : parseNumber(digits);
  return amount === undefined ? undefined : { amount, words: fold(`${head}#${tail}`).trim() };
}
