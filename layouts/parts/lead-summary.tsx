import { countStatuses, type JudgedTask } from "../../scripts/model/progress.ts";
import type { StatusKey } from "../../scripts/model/status.ts";
import { formatCount } from "../format.ts";
import { progressStrings } from "../progress-strings.ts";
import { strings } from "../strings.ts";
import { listPage, statusSlug, urls } from "../urls.ts";
import { PAGE_SIZE } from "./pager.tsx";

/** What an agency leads, counted. */
export interface Lead {
  /** Agency id. */
  readonly id: string;
  readonly total: number;
  /** In the order in which they need attention. */
  readonly counts: ReadonlyMap<StatusKey, number>;
}

/** Counts the tasks that an agency leads. */
export function leadOf(id: string, tasks: readonly JudgedTask[]): Lead {
  return { id, total: tasks.length, counts: countStatuses(tasks) };
}

/** Statuses that a reader asks for by name: their number is told even when it is none. */
const ALWAYS: readonly StatusKey[] = ["overdue", "due-soon", "unreported", "undated"];
const FINISHED: readonly StatusKey[] = ["done", "done-late", "not-applicable"];
const words = progressStrings.lead;

/** How the tasks that an agency leads stand, each number a way to its tasks. */
export function LeadSummary({ lead: { id, total, counts } }: { lead: Lead }) {
  const open = total - FINISHED.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0);
  return (
    <dl class="lead-summary">
      <div>
        <dt>{words.heading}</dt>
        <dd>
          <a href={urls.tasksOfAgency(id)}>{words.ofAll(open, total)}</a>
        </dd>
      </div>
      {[...counts].map(
        ([key, count]) =>
          (count > 0 || ALWAYS.includes(key)) && (
            <div>
              <dt>
                <span class={`status ${key}`}>{key === "due-soon" ? words.soon : strings.status[key]}</span>
              </dt>
              <dd>{count > 0 ? <a href={groupAddress(id, counts, key)}>{formatCount(count)}</a> : count}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** Where the tasks of one status begin in the agency's list, which is sorted by status and cut into pages. */
function groupAddress(id: string, counts: ReadonlyMap<StatusKey, number>, key: StatusKey): string {
  let before = 0;
  for (const [other, count] of counts) {
    if (other === key) break;
    before += count;
  }
  return `${listPage(urls.tasksOfAgency(id), Math.floor(before / PAGE_SIZE) + 1)}#${statusSlug(key)}`;
}
