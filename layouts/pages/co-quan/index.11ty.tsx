import type { Agency } from "../../../scripts/model/agency.ts";
import type { Site } from "../../../scripts/model/site.ts";
import { formatCount } from "../../format.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { type ListPage, Pager } from "../../parts/pager.tsx";
import { progressStrings } from "../../progress-strings.ts";
import { agenciesInUse, otherAgencies, related } from "../../related.ts";
import { strings } from "../../strings.ts";
import { listPage, urls } from "../../urls.ts";

const words = progressStrings.agencies;

/** About how many agencies a page shows. */
const LINES = 300;
/** How many agencies are shown below one; the rest are on its own page. */
const BELOW = 60;

/** Agencies that stand above the others of a page, whole trees together. */
type AgencyPage = ListPage<Agency>;

export const data = {
  pagination: {
    data: "site",
    size: 1,
    alias: "list",
    before: (_: unknown, { site }: PageData) => agencyPages(site),
  },
  permalink: ({ list }: { list: AgencyPage }) => listPage(urls.agencies, list.number),
};

/** Cuts the trees into pages: a page ends with the tree that fills it. */
function agencyPages(site: Site): AgencyPage[] {
  const below = childrenInUse(site);
  const size = (agency: Agency): number => {
    const own = below.get(agency.id) ?? [];
    return 1 + own.slice(0, BELOW).reduce((sum, child) => sum + size(child), 0);
  };
  const pages: Agency[][] = [[]];
  let lines = 0;
  for (const root of below.get("") ?? []) {
    if (lines >= LINES) {
      pages.push([]);
      lines = 0;
    }
    pages.at(-1)?.push(root);
    lines += size(root);
  }
  return pages.map((items, i) => ({ items, number: i + 1, count: pages.length }));
}

const known = new WeakMap<Site, ReadonlyMap<string, readonly Agency[]>>();

/** The agencies in use by the one above them; under "" those that have none above. */
function childrenInUse(site: Site): ReadonlyMap<string, readonly Agency[]> {
  const before = known.get(site);
  if (before) return before;
  const used = agenciesInUse(site);
  const ids = new Set(used.map(({ id }) => id));
  const below = new Map<string, Agency[]>();
  for (const agency of used) {
    const above = agency.parent !== undefined && ids.has(agency.parent) ? agency.parent : "";
    const own = below.get(above);
    if (own) own.push(agency);
    else below.set(above, [agency]);
  }
  known.set(site, below);
  return below;
}

export default function AgenciesPage({ list, ...props }: PageData & { list: AgencyPage }) {
  const { site } = props;
  const used = agenciesInUse(site).length;
  const others = otherAgencies(site).length;
  return (
    <Layout
      {...props}
      title={progressStrings.board.page(strings.nav.agencies, list.number)}
      description={words.description(used)}
      path={listPage(urls.agencies, list.number)}
    >
      <h1>{strings.nav.agencies}</h1>
      <p class="lead">{words.lead(used)}</p>
      <Branch site={site} agencies={list.items} />
      <Pager base={urls.agencies} page={list} />
      {others > 0 && (
        <p>
          <a href={urls.otherAgencies}>{words.othersLink(others)}</a>
        </p>
      )}
    </Layout>
  );
}

/** Agencies with the ones below them. */
function Branch({ site, agencies }: { site: Site; agencies: readonly Agency[] }) {
  return (
    <ul class="tree">
      {agencies.map(agency => {
        const below = childrenInUse(site).get(agency.id) ?? [];
        const text = roleCounts(site, agency.id);
        return (
          <li>
            <a href={urls.agency(agency.id)}>{agency.name}</a> {text && <small>{text}</small>}
            {below.length > 0 && <Branch site={site} agencies={below.slice(0, BELOW)} />}
            {below.length > BELOW && <a href={urls.agency(agency.id)}>{words.more(below.length - BELOW)}</a>}
          </li>
        );
      })}
    </ul>
  );
}

/** "chủ trì 14, phối hợp 3" */
function roleCounts(site: Site, id: string): string {
  const relations = related(site);
  return (["leads", "coordinates", "supervises"] as const)
    .flatMap(role => {
      const count = relations[role].get(id)?.length;
      return count ? [`${words.roles[role]} ${formatCount(count)}`] : [];
    })
    .join(", ");
}
