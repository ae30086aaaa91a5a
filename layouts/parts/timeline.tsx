import { reportsOn } from "../../scripts/model/history.ts";
import type { Plan } from "../../scripts/model/plan.ts";
import type { Site } from "../../scripts/model/site.ts";
import { REPORTED_STATES } from "../../scripts/model/task-update.ts";
import type { Update } from "../../scripts/model/update.ts";
import { formatDate } from "../format.ts";
import { progressStrings } from "../progress-strings.ts";
import { updateAddress } from "../updates.ts";
import { AgencyLink } from "./agency-name.tsx";
import { Prose } from "./prose.tsx";

const words = progressStrings.reports;

/** How many reports stand on a plan page with their text; the older ones are a line each. */
const IN_FULL = 3;

/** The reports on a plan, newest first. */
export function Timeline({ site, plan }: { site: Site; plan: Plan }) {
  const updates = reportsOn(site, plan.slug).toReversed();
  if (updates.length === 0) return null;
  const older = updates.slice(IN_FULL);
  return (
    <section class="timeline" id="bao-cao">
      <h2>{words.heading(updates.length)}</h2>
      <ol>
        {updates.slice(0, IN_FULL).map(update => (
          <li>
            <UpdateHead site={site} update={update} />
            <Prose source={update.prose.source} />
          </li>
        ))}
      </ol>
      {older.length > 0 && (
        <details>
          <summary>{words.older(older.length)}</summary>
          <ol>
            {older.map(update => (
              <li>
                <UpdateHead site={site} update={update} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

/** Day, reporter, document and what a report says of how many tasks. */
function UpdateHead({ site, update }: { site: Site; update: Update }) {
  return (
    <p>
      <a href={updateAddress(site, update)}>
        <time dateTime={update.asOf}>{formatDate(update.asOf)}</time>
      </a>
      <UpdateSource site={site} update={update} /> · {statesOf(update)}
    </p>
  );
}

/** Who reported, in which document, published when; each only when it is known. */
export function UpdateSource({ site, update }: { site: Site; update: Update }) {
  return (
    <>
      {update.reporter && (
        <>
          {" · "}
          <AgencyLink site={site} id={update.reporter} full />
        </>
      )}
      {update.document && ` · ${update.document}`}
      {update.published && ` · ${words.published(update.published)}`}
    </>
  );
}

/** "3 hoàn thành, 2 vướng mắc": how many tasks a report puts into which state. */
function statesOf({ tasks }: Update): string {
  const counts = REPORTED_STATES.flatMap(state => {
    const count = tasks.filter(task => task.state === state).length;
    return count > 0 ? [words.states(count, state)] : [];
  });
  return counts.length > 0 ? counts.join(", ") : words.tasks(0);
}
