import { nameOf } from "../../scripts/model/agency.ts";
import type { Plan } from "../../scripts/model/plan.ts";
import { formatDate } from "../format.ts";
import { planStrings } from "../plan-strings.ts";
import { siteName } from "../site-name.ts";
import { absoluteUrl, urls } from "../urls.ts";
import type { PageData } from "./layout.tsx";

const words = planStrings.citation;

/** The words by which a plan is cited, and how one task of it is. */
export function Citation({ plan, site, settings }: PageData & { plan: Plan }) {
  const issuer = nameOf(site.agencies, plan.agency);
  const address = absoluteUrl(settings, urls.plan(plan.slug));
  const [task] = plan.tasks;
  const facts = [
    issuer,
    plan.title,
    plan.number === undefined ? planStrings.noNumber : words.number(plan.number),
    ...(plan.issued ? [words.day(formatDate(plan.issued))] : []),
    siteName(site),
  ];
  return (
    <details class="screen">
      <summary>{words.title}</summary>
      <p>
        {facts.join(", ")}, {address}
      </p>
      {task && (
        <p class="meta">
          {words.task} {address}#{task.id}
        </p>
      )}
    </details>
  );
}
