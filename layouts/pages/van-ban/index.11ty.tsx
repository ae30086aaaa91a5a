import type { LegalDocument } from "../../../scripts/model/document.ts";
import { compareText } from "../../../scripts/model/text-order.ts";
import { documentStrings as words } from "../../document-strings.ts";
import { formatDate } from "../../format.ts";
import { pageEach } from "../../paginate.ts";
import { AgencyLink } from "../../parts/agency-name.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { type ListPage, Pager, paged } from "../../parts/pager.tsx";
import { ColumnHeads, FlowTable } from "../../parts/table.tsx";
import { related } from "../../related.ts";
import { strings } from "../../strings.ts";
import { listPage, urls } from "../../urls.ts";

export const data = {
  pagination: pageEach("list", site =>
    paged([...site.documents.values()].sort((a, b) => compareText(b.date ?? "", a.date ?? ""))),
  ),
  permalink: ({ list }: { list: ListPage<LegalDocument> }) => listPage(urls.documents, list.number),
};

export default function DocumentsPage({ list, ...props }: PageData & { list: ListPage<LegalDocument> }) {
  const { site } = props;
  const { citedBy } = related(site);
  return (
    <Layout
      {...props}
      title={strings.nav.documents}
      description={words.listDescription}
      path={urls.documents}
      number={list.number}
    >
      <h1>{strings.nav.documents}</h1>
      {list.items.length === 0 && <p>{words.none}</p>}
      {list.items.length > 0 && (
        <FlowTable label={strings.nav.documents}>
          <ColumnHeads
            names={[words.columns.number, words.columns.date, words.columns.issuer, words.columns.title]}
            numbers={[words.columns.plans]}
          />
          <tbody>
            {list.items.map(document => (
              <tr>
                <th scope="row">
                  <a href={urls.document(document.id)}>{document.number}</a>
                  {document.kind && <small>{document.kind}</small>}
                </th>
                <td data-label={words.columns.date}>
                  {document.date ? formatDate(document.date) : strings.page.unknown}
                </td>
                <td data-label={words.issued}>
                  {document.issuer ? <AgencyLink site={site} id={document.issuer} /> : strings.page.unknown}
                </td>
                <td data-label={words.columns.title}>
                  {document.title ?? <span class="unstated">{words.noTitle}</span>}
                </td>
                <td class="right" data-label={words.columns.plans}>
                  {citedBy.get(document.id)?.length ?? ""}
                </td>
              </tr>
            ))}
          </tbody>
        </FlowTable>
      )}
      <Pager base={urls.documents} page={list} />
    </Layout>
  );
}
