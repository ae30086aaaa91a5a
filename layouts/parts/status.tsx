import { totalOf } from "../../scripts/model/maps.ts";
import type { Flag } from "../../scripts/model/progress.ts";
import { STATUS_KEYS, type StatusKey } from "../../scripts/model/status.ts";
import { formatCount } from "../format.ts";
import { progressStrings } from "../progress-strings.ts";
import { rendered } from "../render.ts";
import { strings } from "../strings.ts";

/** Where a task stands, as word and shape; the shape is drawn by the style sheet from the class. */
export function StatusBadge({ status }: { status: StatusKey }) {
  return BADGES.get(status) ?? null;
}

const BADGES = new Map(
  STATUS_KEYS.map(key => [key, rendered(<span class={`status ${key}`}>{strings.status[key]}</span>)]),
);

/** The shapes of the statuses where no style sheet draws them; the same as in status.css. */
const SHAPES: Record<StatusKey, string> = {
  overdue: "▲",
  unreported: "△",
  "due-soon": "◆",
  blocked: "■",
  "in-progress": "◐",
  "not-due": "○",
  undated: "◇",
  "done-late": "◉",
  done: "●",
  "not-applicable": "×",
};

/** Parts of the bar that are narrower than this many per cent have no room for their shape. */
const ROOM = 3;

/**
 * How many tasks stand where: one bar, and the same as words, shapes and numbers in the order of its parts; absent
 * statuses are left out.
 * @param href where each status leads to, when it leads somewhere
 */
export function StatusBar({
  counts,
  href,
}: {
  counts: ReadonlyMap<StatusKey, number>;
  href?: (key: StatusKey) => string;
}) {
  const present = [...counts].filter(([, count]) => count > 0);
  const total = totalOf(counts);
  let from = 0;
  return (
    <>
      <svg class="status-bar" aria-hidden="true">
        {present.map(([key, count]) => {
          const width = (100 * count) / total;
          const x = from;
          from += width;
          return (
            <g class={key}>
              <rect x={percent(x)} width={percent(width)} height="100%" />
              {width >= ROOM && (
                <text x={percent(x + width / 2)} y="50%">
                  {SHAPES[key]}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <ul class="status-counts">
        {present.map(([key, count]) => (
          <li>
            {href ? (
              <a href={href(key)}>
                <StatusBadge status={key} />
              </a>
            ) : (
              <StatusBadge status={key} />
            )}{" "}
            <b>{formatCount(count)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}

/** What reports moved or took back, under the status that they led to. */
export function FlagList({ flags }: { flags: readonly Flag[] }) {
  if (flags.length === 0) return null;
  return (
    <ul class="flags">
      {flags.map(({ text, asOf }) => (
        <li>{progressStrings.flags.at(text, asOf)}</li>
      ))}
    </ul>
  );
}
