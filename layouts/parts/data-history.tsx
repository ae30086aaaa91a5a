import type { ComponentChildren } from "preact";
import type { DataCorrection } from "../../scripts/model/data-change.ts";
import { dayOf } from "../../scripts/model/history.ts";
import type { Site } from "../../scripts/model/site.ts";
import { dataLines } from "../data-change-text.ts";
import { historyStrings } from "../history-strings.ts";
import { correctionAddress } from "../index-history.ts";
import { FromInto } from "./history.tsx";
import { joined } from "./joined.tsx";

const words = historyStrings.ofIndex;

interface DataChangesProps {
  readonly site: Site;
  readonly correction: DataCorrection;
  /** How many lines are shown. */
  readonly most: number;
  /** Where the rest is told. */
  readonly rest: ComponentChildren;
}

/** What a commit changed in an index and its results, and why. */
export function DataChanges({ site, correction, most, rest }: DataChangesProps) {
  const lines = dataLines(site, correction);
  const { reason } = correction;
  return (
    <>
      {reason && (
        <p>
          {words.reason} {reason}
        </p>
      )}
      <ul class="changes">
        {lines.slice(0, most).map(({ name, href, changes }) => (
          <li>
            {href ? <a href={href}>{name}</a> : name}
            {name && changes.length > 0 && " – "}
            {joined(
              changes.map(change => <FromInto {...change} />),
              "; ",
            )}
          </li>
        ))}
      </ul>
      {lines.length > most && (
        <p class="meta">
          {words.more(lines.length - most)} {rest}
        </p>
      )}
    </>
  );
}

/** Where an index or a year of it was changed: how often, and when last. */
export function DataChanged({ site, corrections }: DataChangedProps) {
  const [newest] = corrections;
  return (
    newest && (
      <a href={correctionAddress(site, newest)}>
        {historyStrings.changedTimes(corrections.length, dayOf(newest.at))}
      </a>
    )
  );
}

interface DataChangedProps {
  readonly site: Site;
  /** Newest first. */
  readonly corrections: readonly DataCorrection[];
}
