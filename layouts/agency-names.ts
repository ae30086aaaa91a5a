import { existence } from "../scripts/model/existence.ts";
import type { Site } from "../scripts/model/site.ts";
import { toldApart } from "../scripts/model/told-apart.ts";

/**
 * Names to choose agencies by, each told from the others: the short name; where two have the same, with that of the body
 * above (two provinces both have a Sở Nội vụ), unless that is one body; where those are the same too, with the days it
 * exists (Đà Nẵng before and after 1/7/2025).
 * @returns by id, in the order of the ids; an id that no agency has is its own name
 */
export function distinctNames(site: Site, ids: Iterable<string>): Map<string, string> {
  const agencyOf = (id: string | undefined) => site.agencies.byId.get(id ?? "");
  return toldApart(new Set(ids), id => agencyOf(id)?.shortName ?? id, [
    id => agencyOf(agencyOf(id)?.parent)?.shortName,
    id => {
      const agency = agencyOf(id);
      return agency && existence(agency);
    },
  ]);
}
