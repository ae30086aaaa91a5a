import type { Site } from "../../scripts/model/site.ts";
import { planSubject } from "../plan-name.ts";
import { planStrings } from "../plan-strings.ts";
import { urls } from "../urls.ts";

/**
 * A plan by what it is about, its number where it has one, and that it is not in force: in lists of many plans, whose
 * titles begin alike.
 */
export function PlanLink({ site, slug }: { site: Site; slug: string }) {
  const plan = site.planBySlug.get(slug);
  const words = plan && planStrings.notInForce[plan.state];
  return (
    <>
      <a href={urls.plan(slug)}>{plan ? planSubject(site, plan) : slug}</a>
      {plan?.number !== undefined && <small> {plan.number}</small>}
      {words && <small> {words.name}</small>}
    </>
  );
}
