import type { Agency } from "../scripts/model/agency.ts";
import { getOrMake } from "../scripts/model/maps.ts";
import type { Site } from "../scripts/model/site.ts";
import { agencyStrings } from "./agency-strings.ts";
import { formatDate } from "./format.ts";

/**
 * Names to choose agencies by, each told from the others: the short name; where two have the same, with that of the body
 * above (two provinces both have a Sở Nội vụ), unless that is one body; where those are the same too, with the days it
 * exists (Đà Nẵng before and after 1/7/2025).
 * @returns by id, in the order of the ids; an id that no agency has is its own name
 */
export function distinctNames(site: Site, ids: Iterable<string>): Map<string, string> {
  const agencyOf = (id: string | undefined) => site.agencies.byId.get(id ?? "");
  let names = new Map([...new Set(ids)].map(id => [id, [agencyOf(id)?.shortName ?? id]]));
  const notes = [
    (agency: Agency | undefined) => agencyOf(agency?.parent)?.shortName,
    (agency: Agency | undefined) => agency && existence(agency),
  ];
  for (const note of notes) {
    const notesOf = new Map<string, Set<string | undefined>>();
    for (const [id, name] of names) getOrMake(notesOf, name.join(), () => new Set()).add(note(agencyOf(id)));
    names = new Map(
      [...names].map(([id, name]) => {
        const more = (notesOf.get(name.join())?.size ?? 0) > 1 && note(agencyOf(id));
        return [id, more ? [...name, more] : name];
      }),
    );
  }
  return new Map(
    [...names].map(([id, [name = "", ...more]]) => [
      id,
      more.length > 0 ? `${name} (${more.join(", ")})` : name,
    ]),
  );
}

/** Since when and until when an agency exists; empty where no day is known. */
export function existence({ validFrom, validTo }: Agency): string {
  const { since, until } = agencyStrings.exists;
  return [validFrom && since(formatDate(validFrom)), validTo && until(formatDate(validTo))]
    .filter(Boolean)
    .join(", ");
}
