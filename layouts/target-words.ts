import type { Site } from "../scripts/model/site.ts";
import type { Target } from "../scripts/model/target.ts";
import { indexName } from "./index-name.ts";
import { planStrings } from "./plan-strings.ts";

/** What a target promises, in words. */
export function targetSentence(site: Site, target: Target): string {
  return planStrings.target(targetSubject(site, target), target);
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
