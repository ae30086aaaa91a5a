import type { ComponentChildren } from "preact";
import type { Change } from "../../scripts/model/change.ts";
import { changesOfTask, dayOf, type History } from "../../scripts/model/history.ts";
import type { Site } from "../../scripts/model/site.ts";
import { changeText } from "../change-text.ts";
import { formatDate } from "../format.ts";
import { historyStrings } from "../history-strings.ts";
import { urls } from "../urls.ts";
import { Fact } from "./fact.tsx";
import { Inline } from "./prose.tsx";

/** Changes as a list: where, what, from what into what. Deleted and inserted text is marked as such. */
export function ChangeList({ site, changes, taskUrl }: ChangeListProps) {
  return (
    <ul class="changes">
      {changes.map(change => (
        <li>
          {change.id !== undefined && (
            <>{taskUrl ? <a href={taskUrl(change.id)}>{change.id}</a> : change.id} </>
          )}
          <ChangeWords site={site} change={change} />
        </li>
      ))}
    </ul>
  );
}

interface ChangeListProps {
  readonly site: Site;
  readonly changes: readonly Change[];
  /** The address of a task; undefined when its plan is gone. */
  readonly taskUrl: ((task: string) => string) | undefined;
}

/** "Thời hạn: từ Quý II/2023 thành Quý III/2023". */
export function ChangeWords({ site, change }: { site: Site; change: Change }) {
  const { what, before, after } = changeText(site, change);
  return (
    <FromInto
      what={what}
      before={before === undefined ? undefined : <Inline source={before} />}
      after={after === undefined ? undefined : <Inline source={after} />}
    />
  );
}

/** What became of a value; undefined = there was none. */
export function FromInto({ what, before, after }: FromIntoProps) {
  const words = historyStrings.change;
  return (
    <>
      {what}: {before === undefined ? words.added : after === undefined ? words.removed : words.from}{" "}
      {before !== undefined && <del>{before}</del>}
      {before !== undefined && after !== undefined && ` ${words.into} `}
      {after !== undefined && <ins>{after}</ins>}
    </>
  );
}

interface FromIntoProps {
  readonly what: string;
  readonly before: ComponentChildren;
  readonly after: ComponentChildren;
}

interface HistoryNoteProps {
  readonly history: Pick<History, "since" | "isShallow"> | undefined;
  /** What is said where nothing is known. */
  readonly none?: string;
  readonly since?: string;
}

/** From when changes are known, and what is not known. */
export function HistoryNote({
  history,
  none = historyStrings.noHistory,
  since = historyStrings.since,
}: HistoryNoteProps) {
  if (!history) return <p class="meta">{none}</p>;
  return (
    <p class="meta">
      {since} <time dateTime={history.since}>{formatDate(history.since)}</time>.
      {history.isShallow && ` ${historyStrings.shallow}`}
    </p>
  );
}

/** In a task: that it was changed, how often, and from what its deadline was moved. Nothing for most tasks. */
export function TaskChanges({ site, plan, task }: { site: Site; plan: string; task: string }) {
  const changes = changesOfTask(site, plan, task);
  const [newest] = changes;
  if (!newest) return null;
  const moved = changes.find(({ field, before }) => field === "deadline" && before !== undefined);
  return (
    <Fact label={historyStrings.changed}>
      <a href={`${urls.planHistory(plan)}#${task}`}>
        {historyStrings.changedTimes(changes.length, dayOf(newest.at))}
      </a>
      {moved && ` · ${historyStrings.deadlineBefore(dayOf(moved.at), String(moved.before))}`}
    </Fact>
  );
}
