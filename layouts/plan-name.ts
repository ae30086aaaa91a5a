import type { Plan } from "../scripts/model/plan.ts";
import type { Site } from "../scripts/model/site.ts";
import { perSite } from "../scripts/model/site-reads.ts";
import { formatYears } from "./format.ts";
import { indexName } from "./index-name.ts";
import { planStrings } from "./plan-strings.ts";

/**
 * What a plan is called where its title would be too long: its number, or what it is about, for which year and whose; and
 * that it is not in force, since its tasks stand among those of plans that are.
 */
export function planName(site: Site, plan: Plan): string {
  return planNames(site).get(plan.slug) ?? plan.title;
}

/** By the plan's slug; each row of a table names its plan. */
const planNames = perSite(
  "planNames",
  site =>
    new Map(
      site.plans.map(plan => {
        const words = planStrings.notInForce[plan.state];
        return [plan.slug, `${plan.number ?? planSubject(site, plan)}${words ? `, ${words.name}` : ""}`];
      }),
    ),
);

/** What a plan is about, for which year and whose: titles of plans differ only in their last words. */
export function planSubject(site: Site, plan: Plan): string {
  const issuer = site.agencies.byId.get(plan.agency)?.shortName ?? plan.agency;
  const indices = plan.indices.map(id => indexName(site, id)).join(", ");
  return planStrings.unnumbered(indices, formatYears(plan.years), issuer);
}
