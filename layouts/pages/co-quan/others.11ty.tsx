import type { Agency } from "../../../scripts/model/agency.ts";
import { pageEach } from "../../paginate.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { type ListPage, Pager, paged } from "../../parts/pager.tsx";
import { progressStrings } from "../../progress-strings.ts";
import { otherAgencies } from "../../related.ts";
import { strings } from "../../strings.ts";
import { listPage, urls } from "../../urls.ts";

const words = progressStrings.agencies;

export const data = {
  pagination: pageEach("list", site => paged(otherAgencies(site))),
  permalink: ({ list }: { list: ListPage<Agency> }) => listPage(urls.otherAgencies, list.number),
};

/** The agencies that no plan gives work to: those that only have results, and those before and after others. */
export default function OtherAgenciesPage({ list, ...props }: PageData & { list: ListPage<Agency> }) {
  return (
    <Layout
      {...props}
      title={words.others}
      description={words.othersLink(otherAgencies(props.site).length)}
      path={urls.otherAgencies}
      number={list.number}
      breadcrumbs={[{ title: strings.nav.agencies, href: urls.agencies }]}
    >
      <h1>{words.others}</h1>
      {list.items.length === 0 ? (
        <p>{words.noOthers}</p>
      ) : (
        <ul class="columns">
          {list.items.map(agency => (
            <li>
              <a href={urls.agency(agency.id)}>{agency.name}</a>
              {agency.validFrom && ` ${words.since(agency.validFrom.slice(0, 4))}`}
            </li>
          ))}
        </ul>
      )}
      <Pager base={urls.otherAgencies} page={list} />
    </Layout>
  );
}
