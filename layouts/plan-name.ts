import type { Plan } from "../scripts/model/plan.ts";
import type { Site } from "../scripts/model/site.ts";
import { perSite } from "../scripts/model/site-reads.ts";
import { toldApart } from "../scripts/model/told-apart.ts";
import { formatYears } from "./format.ts";
import { indexName } from "./index-name.ts";
import { planStrings } from "./plan-strings.ts";

/**
 * What a plan is called where its title would be too long: its number, or what it is about, for which year and whose; and
 * that it is not in force, since its tasks stand among those of plans that are. Numbers begin anew every year at every
 * issuer: of a number that several plans have, it is said whose, or of which year.
 */
export function planName(site: Site, plan: Plan): string {
  return planNames(site).get(plan.slug) ?? plan.title;
}

/** By the plan's slug; each row of a table names its plan. */
const planNames = perSite("planNames", site => {
  const names = toldApart(site.plans, plan => plan.number ?? planSubject(site, plan), [
    plan => issuerOf(site, plan),
    plan => formatYears(plan.years),
  ]);
  return new Map(
    [...names].map(([{ slug, state }, name]) => {
      const words = planStrings.notInForce[state];
      return [slug, words ? `${name}, ${words.name}` : name];
    }),
  );
});

/** The short name of the agency whose plan it is. */
export function issuerOf(site: Site, { agency }: Plan): string {
  return site.agencies.byId.get(agency)?.shortName ?? agency;
}

/** What a plan is about, for which year and whose: titles of plans differ only in their last words. */
export function planSubject(site: Site, plan: Plan): string {
  const indices = plan.indices.map(id => indexName(site, id)).join(", ");
  return planStrings.unnumbered(indices, formatYears(plan.years), issuerOf(site, plan));
}
