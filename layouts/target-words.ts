import type { Site } from "../scripts/model/site.ts";
import type { Target } from "../scripts/model/target.ts";
import { chartStrings } from "./chart-strings.ts";
import { indexName } from "./index-name.ts";
import { planStrings } from "./plan-strings.ts";

/**
 * What a target promises, in words.
 * @param unit of its value; that of the index unless the result that it is held against has one of its own
 */
export function targetSentence(site: Site, target: Target, unit = unitOfTarget(site, target)): string {
  const told = target.measure === "change" ? chartStrings.changeUnit(unit) : unit;
  return planStrings.target(targetSubject(site, target), target, told);
}

/** The unit in which an index is published; a domain may have another. */
export function unitOfTarget(site: Site, { index, component }: Target): string {
  return (component === undefined ? site.indices.get(index)?.unit : undefined) ?? "";
}

/** What a target is about: an index, or one of its domains. */
export function targetSubject(site: Site, target: Target): string {
  return `${indexName(site, target.index)}${componentName(site, target)}`;
}

/** ", Cải cách thể chế": the domain that a target is about, by its newest printed name. */
function componentName(site: Site, { index, component }: Target): string {
  if (component === undefined) return "";
  const domains = site.indices
    .get(index)
    ?.editions?.toReversed()
    .flatMap(({ domains = [] }) => domains);
  return `, ${domains?.find(({ key }) => key === component)?.name ?? component}`;
}
