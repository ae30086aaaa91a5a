import type { Agency } from "../../scripts/model/agency.ts";
import type { AgencyReference } from "../../scripts/model/agency-reference.ts";
import type { Site } from "../../scripts/model/site.ts";
import { agencyStrings } from "../agency-strings.ts";
import { remembered } from "../render.ts";
import { urls } from "../urls.ts";
import { joined } from "./joined.tsx";

/** An agency by its short name, as a link. */
export function AgencyLink({ site, id, full = false }: { site: Site; id: string; full?: boolean }) {
  const agency = site.agencies.byId.get(id);
  return agency ? <a href={urls.agency(id)}>{full ? agency.name : agency.shortName}</a> : id;
}

/** Agencies one after the other, each a link. */
export function AgencyLinks({ ids, ...props }: { site: Site; ids: readonly string[]; full?: boolean }) {
  return joined(ids.map(id => <AgencyLink {...props} id={id} />));
}

/** Agencies as a plan prints them, each a link, with the role in parentheses. */
export function AgencyReferences({ references }: { references: readonly AgencyReference[] }) {
  return referencesHtml(references);
}

const referencesHtml = remembered((references: readonly AgencyReference[]) =>
  joined(
    references.map(({ agency, printed, role }) => (
      <>
        {agency ? <a href={urls.agency(agency)}>{printed}</a> : printed}
        {role && ` (${role})`}
      </>
    )),
    "; ",
  ),
);

/** The agencies that took over from one, once it has ended by the site's day. */
export function successorsOf({ asOf }: Site, { validTo, successors }: Agency): readonly string[] {
  return validTo !== undefined && validTo < asOf ? successors : [];
}

/** "nay là …": the agencies that took over from one. */
export function Successors({ site, id }: { site: Site; id: string }) {
  const agency = site.agencies.byId.get(id);
  const successors = agency ? successorsOf(site, agency) : [];
  if (successors.length === 0) return null;
  return (
    <span class="successors">
      {" "}
      ({agencyStrings.now} <AgencyLinks site={site} ids={successors} full />)
    </span>
  );
}
