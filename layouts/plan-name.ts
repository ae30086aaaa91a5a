import type { Plan } from "../scripts/model/plan.ts";
import type { Site } from "../scripts/model/site.ts";
import { formatYears } from "./format.ts";
import { indexName } from "./index-name.ts";
import { planStrings } from "./plan-strings.ts";

/** Each row of a table names its plan: a name is made once a site. */
const known = new WeakMap<Site, Map<Plan, string>>();

/**
 * What a plan is called where its title would be too long: its number, or what it is about, for which year and whose; and
 * that it is not in force, since its tasks stand among those of plans that are.
 */
export function planName(site: Site, plan: Plan): string {
  const names = known.get(site) ?? new Map<Plan, string>();
  const before = names.get(plan);
  if (before !== undefined) return before;
  const words = planStrings.notInForce[plan.state];
  const name = `${plan.number ?? planSubject(site, plan)}${words ? `, ${words.name}` : ""}`;
  known.set(site, names.set(plan, name));
  return name;
}

/** What a plan is about, for which year and whose: titles of plans differ only in their last words. */
export function planSubject(site: Site, plan: Plan): string {
  const issuer = site.agencies.byId.get(plan.agency)?.shortName ?? plan.agency;
  const indices = plan.indices.map(id => indexName(site, id)).join(", ");
  return planStrings.unnumbered(indices, formatYears(plan.years), issuer);
}
