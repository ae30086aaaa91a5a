import type { Index } from "./indices.ts";
import { getOrMake, push } from "./maps.ts";
import type { Plan } from "./plan.ts";
import { type Cell, changeBetween, hardBreaksBetween } from "./series.ts";
import type { Site } from "./site.ts";
import { perSite } from "./site-reads.ts";
import type { Target } from "./target.ts";

/** What can be said of a promise; `incomparable`: a change across a hard break, which nobody may compute. */
export const VERDICTS = ["met", "missed", "unknown", "incomparable"] as const;

/** Whether what a plan promised about an index came true, with all that the answer rests on. */
export interface Judgement {
  readonly target: Target;
  /** Slug of the plan that promised it. */
  readonly plan: string;
  readonly planTitle: string;
  /** Agency id. */
  readonly agency: string;
  readonly verdict: (typeof VERDICTS)[number];
  /** The result of the target's year, when there is one. */
  readonly result: Cell | undefined;
  /** The result of the base year, for a change. */
  readonly baseResult: Cell | undefined;
  /** What is held against the threshold: value, rank, change or band; undefined when not known. */
  readonly actual: number | string | undefined;
}

/** The judgements of a site in the order of its plans, by what pages ask for. */
interface SiteJudgements {
  readonly byAgency: ReadonlyMap<string, readonly Judgement[]>;
  /** By plan slug. */
  readonly byPlan: ReadonlyMap<string, readonly Judgement[]>;
  /** By index and the year that the target is about. */
  readonly byIndex: ReadonlyMap<string, ReadonlyMap<number, readonly Judgement[]>>;
}

/** Judgements of all targets of an agency's plans. */
export function judgementsOf(site: Site, agency: string): readonly Judgement[] {
  return siteJudgements(site).byAgency.get(agency) ?? [];
}

/** Judgements of the targets of one plan, in their order. */
export function judgementsOfPlan(site: Site, plan: string): readonly Judgement[] {
  return siteJudgements(site).byPlan.get(plan) ?? [];
}

/** Judgements of all targets about an index, by the year that they are about. */
export function judgementsOfIndex(site: Site, index: string): ReadonlyMap<number, readonly Judgement[]> {
  return siteJudgements(site).byIndex.get(index) ?? new Map();
}

/** Judges every target once for a site. */
const siteJudgements = perSite("judgements", (site): SiteJudgements => {
  const cells = new Map(site.results.map(row => [key(row.index, row.agency, row.year, row.component), row]));
  const byAgency = new Map<string, Judgement[]>();
  const byPlan = new Map<string, Judgement[]>();
  const byIndex = new Map<string, Map<number, Judgement[]>>();
  for (const plan of site.plans)
    for (const target of plan.targets) {
      const judgement = judgeTarget(target, plan, site.indices.get(target.index), year =>
        cells.get(key(target.index, plan.agency, year, target.component)),
      );
      push(byAgency, plan.agency, judgement);
      push(byPlan, plan.slug, judgement);
      const ofYears = getOrMake(byIndex, target.index, () => new Map());
      push(ofYears, target.year, judgement);
    }
  return { byAgency, byPlan, byIndex };
});

function key(index: string, agency: string, year: number, component: string | undefined): string {
  return `${index}|${agency}|${year}|${component ?? ""}`;
}

/**
 * Judges one target. Nothing is judged without the published result of its year; a change is judged only where no hard
 * break lies between its base year and its year. A band is the printed one, or the one that the value falls into by the
 * bounds of that very year; without either it is not known.
 * @param resultOf the agency's result in a year
 */
function judgeTarget(
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
  const actual = actualOf(target, index, result, baseResult);
  if (actual === undefined) return { ...base, verdict: "unknown", actual };
  const { bound, threshold } = target;
  if (typeof threshold === "string" || typeof actual === "string") {
    const bands = bandsOf(index, target.year);
    const [reached, asked] = [bands.indexOf(String(actual)), bands.indexOf(String(threshold))];
    if (reached < 0 || asked < 0) return { ...base, verdict: "unknown", actual };
    // Bands come best first: a smaller place is a higher band.
    return { ...base, verdict: holds(-reached, bound, -asked) ? "met" : "missed", actual };
  }
  return { ...base, verdict: holds(actual, bound, threshold) ? "met" : "missed", actual };
}

function actualOf(
  { measure, year }: Target,
  index: Index | undefined,
  result: Cell | undefined,
  baseResult: Cell | undefined,
): number | string | undefined {
  if (measure === "rank") return result?.rank;
  if (measure === "value") return result?.value;
  if (measure === "band") return result?.group ?? bandOf(index, year, result?.value);
  return result && baseResult ? changeBetween(baseResult, result, index?.breaks ?? []) : undefined;
}

/** The band of a value by the bounds that the index gives for the year. */
function bandOf(index: Index | undefined, year: number, value: number | undefined): string | undefined {
  if (value === undefined) return undefined;
  return index?.bands?.find(
    ({ years, from, below }) =>
      years.includes(year) &&
      (from !== undefined || below !== undefined) &&
      value >= (from ?? -Infinity) &&
      value < (below ?? Infinity),
  )?.label;
}

const LETTERS = ["A", "B", "C", "D", "E"];

/** Labels of the bands of a year, best first; where the index gives no bounds, letters stand in their own order. */
function bandsOf(index: Index | undefined, year: number): readonly string[] {
  const bands = (index?.bands ?? []).filter(({ years }) => years.includes(year));
  const labels = bands
    .toSorted((a, b) => (b.from ?? -Infinity) - (a.from ?? -Infinity))
    .map(({ label }) => label);
  return labels.every(label => LETTERS.includes(label)) ? LETTERS : labels;
}

function holds(actual: number, bound: Target["bound"], threshold: number): boolean {
  if (bound === "at_least") return actual >= threshold;
  if (bound === "at_most") return actual <= threshold;
  return bound === "above" ? actual > threshold : actual < threshold;
}
