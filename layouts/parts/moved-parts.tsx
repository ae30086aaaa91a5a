import type { Site } from "../../scripts/model/site.ts";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";

/** Old ids of a plan's tasks and sections: whoever cites one arrives here and is led on. */
export function MovedParts({ site, plan }: { site: Site; plan: string }) {
  const page = `${urls.plan(plan)}#`;
  const moved = site.redirects.filter(({ from }) => from.startsWith(page));
  if (moved.length === 0) return null;
  return (
    <section>
      <h2>{strings.moved.ids}</h2>
      <ul>
        {moved.map(({ from, to, note }) => (
          <li id={from.slice(page.length)} data-moved>
            {from.slice(page.length)} {strings.moved.now} <a href={to}>{to.slice(to.lastIndexOf("#") + 1)}</a>
            {note && ` (${note})`}
          </li>
        ))}
      </ul>
    </section>
  );
}
