import type { Index } from "./indices.ts";
import type { Plan } from "./plan.ts";
import { type Cell, changeBetween, hardBreaksBetween } from "./series.ts";
import type { Site } from "./site.ts";
import type { Target } from "./target.ts";

/** Whether what a plan promised about an index came true, with all that the answer rests on. */
export interface Judgement {
  readonly target: Target;
  /** Slug of the plan that promised it. */
  readonly plan: string;
  readonly planTitle: string;
  /** Agency id. */
  readonly agency: string;
  /** `incomparable`: a change across a hard break, which nobody may compute. */
  readonly verdict: "met" | "missed" | "unknown" | "incomparable";
  /** The result of the target's year, when there is one. */
  readonly result: Cell | undefined;
  /** The result of the base year, for a change. */
  readonly baseResult: Cell | undefined;
  /** What is held against the threshold: value, rank or change; undefined when not known. */
  readonly actual: number | undefined;
}

const judged = new WeakMap<Site, ReadonlyMap<string, readonly Judgement[]>>();

/** Judgements of all targets of an agency's plans; made once for a site. */
export function judgementsOf(site: Site, agency: string): readonly Judgement[] {
  let byAgency = judged.get(site);
  if (!byAgency) {
    const made = new Map<string, Judgement[]>();
    const cells = new Map(
      site.results.map(row => [key(row.index, row.agency, row.year, row.component), row]),
    );
    for (const plan of site.plans)
      for (const target of plan.targets) {
        const list = made.get(plan.agency) ?? [];
        made.set(plan.agency, list);
        list.push(
          judgeTarget(target, plan, site.indices.get(target.index), year =>
            cells.get(key(target.index, plan.agency, year, target.component)),
          ),
        );
      }
    judged.set(site, made);
    byAgency = made;
  }
  return byAgency.get(agency) ?? [];
}

function key(index: string, agency: string, year: number, component: string | undefined): string {
  return `${index}|${agency}|${year}|${component ?? ""}`;
}

/**
 * Judges one target. Nothing is judged without the published result of its year; a change is judged only where no hard
 * break lies between its base year and its year. A band is left unjudged: its bounds are another year's each time.
 * @param resultOf the agency's result in a year
 */
export function judgeTarget(
  target: Target,
  plan: Pick<Plan, "slug" | "title" | "agency">,
  index: Index | undefined,
  resultOf: (year: number) => Cell | undefined,
): Judgement {
  const result = resultOf(target.year);
  const baseResult = target.baseYear === undefined ? undefined : resultOf(target.baseYear);
  const breaks = index?.breaks ?? [];
  const base = { target, plan: plan.slug, planTitle: plan.title, agency: plan.agency, result, baseResult };
  if (
    target.measure === "change" &&
    target.baseYear !== undefined &&
    hardBreaksBetween(breaks, target.baseYear, target.year).length > 0
  )
    return { ...base, verdict: "incomparable", actual: undefined };
  const actual =
    target.measure === "rank"
      ? result?.rank
      : target.measure === "value"
        ? result?.value
        : target.measure === "change" && result && baseResult
          ? changeBetween(baseResult, result, breaks)
          : undefined;
  if (actual === undefined || typeof target.threshold !== "number")
    return { ...base, verdict: "unknown", actual };
  return { ...base, verdict: holds(actual, target.bound, target.threshold) ? "met" : "missed", actual };
}

function holds(actual: number, bound: Target["bound"], threshold: number): boolean {
  if (bound === "at_least") return actual >= threshold;
  if (bound === "at_most") return actual <= threshold;
  return bound === "above" ? actual > threshold : actual < threshold;
}
