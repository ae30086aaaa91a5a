import type { PeerPlan } from "../../../scripts/model/portal.ts";
import { portalStrings as words } from "../../data-strings.ts";
import { formatCount, formatYears } from "../../format.ts";
import { pageEach } from "../../paginate.ts";
import { Layout } from "../../parts/layout.tsx";
import { type ListPage, Pager, paged } from "../../parts/pager.tsx";
import { ifPortal, PeerLink, type PortalData } from "../../parts/peer.tsx";
import { ColumnHeads, FlowTable } from "../../parts/table.tsx";
import { strings } from "../../strings.ts";
import { listPage, urls } from "../../urls.ts";

export const data = {
  pagination: pageEach(
    "list",
    ifPortal(({ plans }) => paged(plans)),
  ),
  permalink: ({ list }: { list: ListPage<PeerPlan> }) => listPage(urls.portalPlans, list.number),
};

export default function PortalPlansPage({ list, ...props }: PortalData & { list: ListPage<PeerPlan> }) {
  const peers = new Map(props.site.peers.map(peer => [peer.id, peer]));
  return (
    <Layout
      {...props}
      title={words.allPlans}
      description={words.lead}
      path={urls.portalPlans}
      number={list.number}
      breadcrumbs={[{ title: strings.nav.portal, href: urls.portal }]}
    >
      <h1>
        {words.allPlans}: {formatCount(props.portal.plans.length)}
      </h1>
      {list.items.length === 0 && <p>{words.none}</p>}
      {list.items.length > 0 && (
        <FlowTable label={words.allPlans}>
          <ColumnHeads names={[words.plans, words.site, words.year]} numbers={[words.tasks, words.late]} />
          <tbody>
            {list.items.map(plan => {
              const peer = peers.get(plan.site);
              return (
                <tr>
                  <th scope="row">
                    {peer && (
                      <PeerLink peer={peer} path={urls.plan(encodeURIComponent(plan.id))} text={plan.title} />
                    )}
                    <small>{[plan.number, plan.agency].filter(Boolean).join(" · ")}</small>
                  </th>
                  <td data-label={words.site}>{peer?.name}</td>
                  <td data-label={words.year}>{formatYears(plan.years)}</td>
                  <td class="right" data-label={words.tasks}>
                    {formatCount(plan.tasks)}
                  </td>
                  <td class="right" data-label={words.late}>
                    {formatCount(plan.late)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </FlowTable>
      )}
      <Pager base={urls.portalPlans} page={list} />
    </Layout>
  );
}
