import type { Plan } from "../scripts/model/plan.ts";
import type { Site } from "../scripts/model/site.ts";
import { formatYears } from "./format.ts";
import { indexName } from "./parts/plan-list.tsx";
import { planStrings } from "./plan-strings.ts";

/** What a plan is called where its title would be too long: its number, or what it is about, for which year and whose. */
export function planName(site: Site, plan: Plan): string {
  if (plan.number !== undefined) return plan.number;
  const issuer = site.agencies.byId.get(plan.agency)?.shortName ?? plan.agency;
  const indices = plan.indices.map(id => indexName(site, id)).join(", ");
  return planStrings.unnumbered(indices, formatYears(plan.years), issuer);
}
