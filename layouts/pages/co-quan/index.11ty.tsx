import { type Agency, ancestorsOf } from "../../../scripts/model/agency.ts";
import { groupBy } from "../../../scripts/model/maps.ts";
import type { Site } from "../../../scripts/model/site.ts";
import { perSite } from "../../../scripts/model/site-reads.ts";
import { formatCount } from "../../format.ts";
import { pageEach } from "../../paginate.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { type ListPage, Pager, paged } from "../../parts/pager.tsx";
import { progressStrings } from "../../progress-strings.ts";
import { agenciesInUse, otherAgencies, ROLES, related } from "../../related.ts";
import { strings } from "../../strings.ts";
import { listPage, urls } from "../../urls.ts";

const words = progressStrings.agencies;

/** How many agencies a page shows; those above the first of them are named again. */
const LINES = 300;

export const data = {
  pagination: pageEach("list", site => paged(inTreeOrder(agenciesInUse(site)), LINES)),
  permalink: ({ list }: { list: ListPage<Agency> }) => listPage(urls.agencies, list.number),
};

/** Agencies by the one above them, among those that are given; under "" those that have none above. */
function byParent(agencies: readonly Agency[]): ReadonlyMap<string, readonly Agency[]> {
  const ids = new Set(agencies.map(({ id }) => id));
  return groupBy(agencies, ({ parent = "" }) => (ids.has(parent) ? parent : ""));
}

/** Each agency is followed by all that stand below it. */
function inTreeOrder(agencies: readonly Agency[]): Agency[] {
  const below = byParent(agencies);
  const order: Agency[] = [];
  const visit = (agency: Agency) => {
    order.push(agency);
    for (const child of below.get(agency.id) ?? []) visit(child);
  };
  for (const root of below.get("") ?? []) visit(root);
  return order;
}

export default function AgenciesPage({ list, ...props }: PageData & { list: ListPage<Agency> }) {
  const { site } = props;
  const used = agenciesInUse(site).length;
  const others = otherAgencies(site).length;
  const [first, ...rest] = list.items;
  const above = first
    ? ancestorsOf(site.agencies.byId, first.id).flatMap(id => site.agencies.byId.get(id) ?? [])
    : [];
  return (
    <Layout
      {...props}
      title={strings.nav.agencies}
      description={words.description(used)}
      path={urls.agencies}
      number={list.number}
    >
      <h1>{strings.nav.agencies}</h1>
      <p class="lead">{used > 0 ? words.lead(used) : words.none}</p>
      {used > 0 && <Branch site={site} below={byParent([...above.reverse(), ...rest])} of="" />}
      <Pager base={urls.agencies} page={list} />
      {others > 0 && (
        <p>
          <a href={urls.otherAgencies}>{words.othersLink(others)}</a>
        </p>
      )}
    </Layout>
  );
}

/** The agencies below one, each with those below it. */
function Branch(props: { site: Site; below: ReadonlyMap<string, readonly Agency[]>; of: string }) {
  const { site, below, of } = props;
  return (
    <ul class="tree">
      {below.get(of)?.map(agency => {
        const text = roleCounts(site).get(agency.id);
        return (
          <li>
            <a href={urls.agency(agency.id)}>{agency.name}</a> {text && <small>{text}</small>}
            {below.has(agency.id) && <Branch site={site} below={below} of={agency.id} />}
          </li>
        );
      })}
    </ul>
  );
}

/** "chủ trì 14, phối hợp 3" by the id of an agency; the page reads this and not the tasks. */
const roleCounts = perSite("roleCounts", site => {
  const counts = new Map<string, string>();
  for (const role of ROLES)
    for (const [id, tasks] of related(site)[role]) {
      const text = `${words.roles[role]} ${formatCount(tasks.length)}`;
      const before = counts.get(id);
      counts.set(id, before === undefined ? text : `${before}, ${text}`);
    }
  return counts;
});
