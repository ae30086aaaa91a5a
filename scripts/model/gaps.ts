import { countBy } from "./maps.ts";
import type { Plan, PlanNote } from "./plan.ts";
import { judgeTasks } from "./progress.ts";
import type { Result } from "./result.ts";
import type { Site } from "./site.ts";

/** What is missing in the data, as far as the site can tell, and what is published otherwise than it was printed. */
interface Gaps {
  /** Plans without number, which may be drafts or have lost it in the original. */
  readonly plansWithoutNumber: readonly Plan[];
  readonly plansWithoutDate: readonly Plan[];
  readonly resultsWithoutSource: readonly Result[];
  /** Tasks past their day that nobody reported on, by plan slug. */
  readonly unreported: ReadonlyMap<string, number>;
  /** Remarks on what a plan prints, by plan slug. */
  readonly notes: ReadonlyMap<string, readonly PlanNote[]>;
  /** Results that stand corrected, or were worked out from others. */
  readonly corrected: readonly Result[];
  readonly derived: readonly Result[];
}

/** Counts the gaps of a site on its day. */
export function findGaps(site: Site): Gaps {
  const unreported = judgeTasks(site).filter(({ status }) => status === "unreported");
  return {
    plansWithoutNumber: site.plans.filter(({ number }) => number === undefined),
    plansWithoutDate: site.plans.filter(({ issued }) => issued === undefined),
    resultsWithoutSource: site.results.filter(({ source }) => source === undefined),
    unreported: countBy(unreported.map(({ plan }) => plan.slug)),
    notes: new Map(
      site.plans.filter(({ notes }) => notes.length > 0).map(({ slug, notes }) => [slug, notes]),
    ),
    corrected: site.results.filter(({ basis }) => basis === "corrected"),
    derived: site.results.filter(({ basis }) => basis === "derived"),
  };
}
