import { withComma } from "../../scripts/model/fields.ts";
import type { DatedTaskUpdate } from "../../scripts/model/status.ts";
import { formatDate } from "../format.ts";
import { progressStrings } from "../progress-strings.ts";
import { Inline, Prose } from "./prose.tsx";

const words = progressStrings.reports;

/** What was reported on a task: the newest report, and the older ones folded. */
export function TaskReports({ updates }: { updates: readonly DatedTaskUpdate[] }) {
  const newest = updates.at(-1);
  if (!newest) return null;
  const older = updates.slice(0, -1).reverse();
  return (
    <>
      <dt>{words.label}</dt>
      <dd>
        <TaskReport update={newest} />
        {older.length > 0 && (
          <details>
            <summary>{words.older(older.length)}</summary>
            {older.map(update => (
              <TaskReport update={update} />
            ))}
          </details>
        )}
      </dd>
    </>
  );
}

function TaskReport({ update }: { update: DatedTaskUpdate }) {
  const { asOf, state, progress, value, finished, newDeadline, evidence, prose } = update;
  const facts = [
    state,
    progress === undefined ? undefined : `${withComma(progress)}%`,
    value,
    finished && words.finished(finished),
    newDeadline && words.newDeadline(newDeadline.printed),
  ].filter(Boolean);
  return (
    <div class="task-report">
      <time dateTime={asOf}>{formatDate(asOf)}</time>: {facts.join(" · ")}
      {evidence && (
        <>
          {" · "}
          {words.evidence} <Inline source={evidence} />
        </>
      )}
      <Prose source={prose.source} />
    </div>
  );
}
