import type { Agency } from "../scripts/model/agency.ts";
import type { Site } from "../scripts/model/site.ts";
import { agencyStrings } from "./agency-strings.ts";
import { formatDate } from "./format.ts";
import { toldApart } from "./told-apart.ts";

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

/** Since when and until when an agency exists; empty where no day is known. */
export function existence({ validFrom, validTo }: Agency): string {
  const { since, until } = agencyStrings.exists;
  return [validFrom && since(formatDate(validFrom)), validTo && until(formatDate(validTo))]
    .filter(Boolean)
    .join(", ");
}
