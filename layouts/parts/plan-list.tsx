import type { Plan } from "../../scripts/model/plan.ts";
import type { Site } from "../../scripts/model/site.ts";
import { formatDate, formatYears } from "../format.ts";
import { indexName } from "../index-name.ts";
import { planStrings } from "../plan-strings.ts";
import { progressStrings } from "../progress-strings.ts";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";
import { AgencyLink } from "./agency-name.tsx";
import { joined } from "./joined.tsx";

interface PlanListProps {
  readonly site: Site;
  readonly plans: readonly Plan[];
  /** Whether they say who issued them; on the page of an agency all are its own. */
  readonly withAgency?: boolean;
  /** The year that the heading above them names; of plans for it alone it is not said again. */
  readonly underYear?: number;
}

/**
 * Plans as a list. Titles begin alike and differ in their last words: whose plan it is, for which year and which indices
 * stands above the title; number, date and number of tasks below.
 */
export function PlanList({ site, plans, withAgency = true, underYear }: PlanListProps) {
  return (
    <ol class="plans">
      {plans.map(plan => (
        <li data-agency={plan.agency} data-year={yearsOf(plan).join(" ")} data-index={plan.indices.join(" ")}>
          <p>
            {joined(
              [
                withAgency && (
                  <b>
                    <AgencyLink site={site} id={plan.agency} />
                  </b>
                ),
                plan.years.some(year => year !== underYear) && formatYears(plan.years),
                plan.indices.map(id => indexName(site, id)).join(", "),
              ].filter(Boolean),
              " · ",
            )}
          </p>
          <a class="title" href={urls.plan(plan.slug)}>
            {plan.title}
          </a>
          <p>
            {plan.number ?? planStrings.noNumber}
            {plan.issued && ` · ${formatDate(plan.issued)}`} · {progressStrings.tasks(plan.tasks.length)}
            {plan.state !== "issued" && ` · ${strings.planState[plan.state]}`}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Every year that a plan is for, the last first. */
function yearsOf({ years: [from, to] }: Plan): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => to - i);
}

/** Every year that one of the plans is for, the last first. */
export function allYears(plans: readonly Plan[]): number[] {
  return [...new Set(plans.flatMap(yearsOf))].sort((a, b) => b - a);
}
