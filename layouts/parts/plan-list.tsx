import type { Plan } from "../../scripts/model/plan.ts";
import type { Site } from "../../scripts/model/site.ts";
import { formatCount, formatDate, formatYears } from "../format.ts";
import { planStrings } from "../plan-strings.ts";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";
import { AgencyLink } from "./agency-name.tsx";

const words = planStrings.lists;

/** Plans as a list: title, issuer, number and date, years, indices, number of tasks. */
export function PlanList({ site, plans }: { site: Site; plans: readonly Plan[] }) {
  return (
    <ol class="plans">
      {plans.map(plan => (
        <li data-agency={plan.agency} data-year={yearsOf(plan).join(" ")} data-index={plan.indices.join(" ")}>
          <a class="title" href={urls.plan(plan.slug)}>
            {plan.title}
          </a>
          <p>
            <AgencyLink site={site} id={plan.agency} /> · {plan.number ?? words.noNumber}
            {plan.issued && ` · ${formatDate(plan.issued)}`} · {formatYears(plan.years)} ·{" "}
            {plan.indices.length > 0 && `${plan.indices.map(id => indexName(site, id)).join(", ")} · `}
            {words.tasks(formatCount(plan.tasks.length))}
            {plan.state !== "issued" && ` · ${strings.planState[plan.state]}`}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Every year that a plan is for, the last first. */
export function yearsOf({ years: [from, to] }: Plan): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => to - i);
}

/** PAR INDEX, SIPAS, PAPI: the short name of an index. */
export function indexName(site: Site, id: string): string {
  return site.indices.get(id)?.short_name ?? id.toUpperCase().replaceAll("-", " ");
}
