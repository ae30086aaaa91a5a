import type { PeerAgency } from "../../../scripts/model/portal.ts";
import { STATUS_KEYS } from "../../../scripts/model/status.ts";
import { portalStrings as words } from "../../data-strings.ts";
import { formatCount } from "../../format.ts";
import { pageEach } from "../../paginate.ts";
import { Layout } from "../../parts/layout.tsx";
import { type ListPage, Pager, paged } from "../../parts/pager.tsx";
import { ifPortal, PeerLink, type PortalData } from "../../parts/peer.tsx";
import { ColumnHeads, ScrollTable } from "../../parts/table.tsx";
import { strings } from "../../strings.ts";
import { listPage, urls } from "../../urls.ts";

export const data = {
  pagination: pageEach(
    "list",
    ifPortal(({ agencies }) => paged(agencies)),
  ),
  permalink: ({ list }: { list: ListPage<PeerAgency> }) => listPage(urls.portalAgencies, list.number),
};

export default function PortalAgenciesPage({ list, ...props }: PortalData & { list: ListPage<PeerAgency> }) {
  const peers = new Map(props.site.peers.map(peer => [peer.id, peer]));
  const used = STATUS_KEYS.filter(key => list.items.some(({ tasks }) => tasks.get(key)));
  return (
    <Layout
      {...props}
      title={words.allAgencies}
      description={words.lead}
      path={urls.portalAgencies}
      number={list.number}
      breadcrumbs={[{ title: strings.nav.portal, href: urls.portal }]}
    >
      <h1>{words.allAgencies}</h1>
      {list.items.length === 0 && <p>{words.none}</p>}
      {list.items.length > 0 && (
        <ScrollTable label={words.allAgencies}>
          <ColumnHeads names={[words.agency]} numbers={used.map(key => strings.status[key])} />
          <tbody>
            {list.items.map(({ site, id, name, tasks }) => {
              const peer = peers.get(site);
              return (
                <tr>
                  <th scope="row">
                    {peer && <PeerLink peer={peer} path={urls.agency(encodeURIComponent(id))} text={name} />}
                    <small>{peer?.name}</small>
                  </th>
                  {used.map(key => (
                    <td class="number">{formatCount(tasks.get(key) ?? 0)}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </ScrollTable>
      )}
      <Pager base={urls.portalAgencies} page={list} />
    </Layout>
  );
}
