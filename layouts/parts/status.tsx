import { STATUS_KEYS, type StatusKey } from "../../scripts/model/status.ts";
import { formatCount } from "../format.ts";
import { rendered } from "../render.ts";
import { strings } from "../strings.ts";

/** Where a task stands, as word and shape; the shape is drawn by the style sheet from the class. */
export function StatusBadge({ status }: { status: StatusKey }) {
  return <>{BADGES.get(status)}</>;
}

const BADGES = new Map(
  STATUS_KEYS.map(key => [key, rendered(<span class={`status ${key}`}>{strings.status[key]}</span>)]),
);

/** How many tasks stand where, as one bar and a list; absent statuses are left out. */
export function StatusBar({ counts }: { counts: ReadonlyMap<StatusKey, number> }) {
  const present = [...counts].filter(([, count]) => count > 0);
  return (
    <ul class="status-counts">
      {present.map(([key, count]) => (
        <li>
          <span class={`status ${key}`}>{strings.status[key]}</span> <b>{formatCount(count)}</b>
        </li>
      ))}
    </ul>
  );
}
