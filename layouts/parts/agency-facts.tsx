import type { Agency } from "../../scripts/model/agency.ts";
import type { Site } from "../../scripts/model/site.ts";
import { agencyStrings as words } from "../agency-strings.ts";
import { formatDate } from "../format.ts";
import { related } from "../related.ts";
import { AgencyLink, AgencyLinks, successorsOf } from "./agency-name.tsx";
import { Fact } from "./fact.tsx";

/** What an agency is, what it belongs to, and what was before and after it. */
export function AgencyFacts({ site, agency }: { site: Site; agency: Agency }) {
  const parent = site.agencies.byId.get(agency.parent ?? "");
  const successors = successorsOf(site, agency);
  const before = related(site).predecessors.get(agency.id) ?? [];
  return (
    <dl class="facts">
      {successors.length > 0 && (
        <Fact label={words.facts.successors}>
          <AgencyLinks site={site} ids={successors} full />
        </Fact>
      )}
      <Fact label={words.facts.kind}>{words.kinds[agency.kind]}</Fact>
      {parent && (
        <Fact label={words.facts.parent}>
          <AgencyLink site={site} id={parent.id} full />
        </Fact>
      )}
      {agency.validFrom && <Fact label={words.facts.from}>{formatDate(agency.validFrom)}</Fact>}
      {agency.validTo && <Fact label={words.facts.to}>{formatDate(agency.validTo)}</Fact>}
      {before.length > 0 && (
        <Fact label={words.facts.predecessors}>
          <AgencyLinks site={site} ids={before.map(({ id }) => id)} full />
        </Fact>
      )}
      {agency.aliases.length > 0 && <Fact label={words.facts.aliases}>{agency.aliases.join("; ")}</Fact>}
      {agency.note && <Fact label={words.facts.note}>{agency.note}</Fact>}
      {agency.source && <Fact label={words.facts.source}>{agency.source}</Fact>}
    </dl>
  );
}
