import type { Site } from "../../scripts/model/site.ts";
import { planSubject } from "../plan-name.ts";
import { urls } from "../urls.ts";

/** A plan by what it is about, and its number where it has one: in lists of many plans, whose titles begin alike. */
export function PlanLink({ site, slug }: { site: Site; slug: string }) {
  const plan = site.planBySlug.get(slug);
  return (
    <>
      <a href={urls.plan(slug)}>{plan ? planSubject(site, plan) : slug}</a>
      {plan?.number !== undefined && <small> {plan.number}</small>}
    </>
  );
}
