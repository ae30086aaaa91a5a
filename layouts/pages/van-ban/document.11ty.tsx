import type { LegalDocument } from "../../../scripts/model/document.ts";
import type { Plan } from "../../../scripts/model/plan.ts";
import { documentName } from "../../document-name.ts";
import { documentStrings as words } from "../../document-strings.ts";
import { formatLongDate } from "../../format.ts";
import { pageEach } from "../../paginate.ts";
import { AgencyLink, Successors } from "../../parts/agency-name.tsx";
import { Fact } from "../../parts/fact.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { type ListPage, Pager, paged } from "../../parts/pager.tsx";
import { PlanList } from "../../parts/plan-list.tsx";
import { related } from "../../related.ts";
import { strings } from "../../strings.ts";
import { listPage, urls } from "../../urls.ts";

/** A document with one page of the plans that cite it. */
interface Citations extends ListPage<Plan> {
  readonly document: LegalDocument;
}

export const data = {
  pagination: pageEach("citations", (site): Citations[] =>
    [...site.documents.values()].flatMap(document =>
      paged(related(site).citedBy.get(document.id) ?? []).map(page => ({ ...page, document })),
    ),
  ),
  permalink: ({ citations }: { citations: Citations }) =>
    listPage(urls.document(citations.document.id), citations.number),
};

export default function DocumentPage({ citations, ...props }: PageData & { citations: Citations }) {
  const { site } = props;
  const { document, items: citing, number } = citations;
  const name = documentName(document);
  const own = site.planOfDocument.get(document.id);
  return (
    <Layout
      {...props}
      title={name}
      description={words.description(name, document.title)}
      path={urls.document(document.id)}
      number={number}
      breadcrumbs={[{ title: strings.nav.documents, href: urls.documents }]}
      jsonLd={{
        "@type": "Legislation",
        name,
        legislationIdentifier: document.number,
        legislationDate: document.date,
      }}
    >
      <h1>{name}</h1>
      <dl class="facts">
        <Fact label={words.columns.title}>
          {document.title ?? <span class="unstated">{words.noTitle}</span>}
        </Fact>
        <Fact label={words.issued}>
          {document.issuer ? <AgencyLink site={site} id={document.issuer} full /> : strings.page.unknown}
          {document.issuer && <Successors site={site} id={document.issuer} />}
          {`, ${document.date ? formatLongDate(document.date) : words.noDate}`}
        </Fact>
        {document.url && (
          <Fact label={words.source}>
            <a href={document.url} rel="noopener">
              {document.url}
            </a>
          </Fact>
        )}
        {own && (
          <Fact label={words.here}>
            <a href={urls.plan(own.slug)}>{own.title}</a>
          </Fact>
        )}
      </dl>
      <h2>{words.citing}</h2>
      {citing.length > 0 ? <PlanList site={site} plans={citing} /> : <p>{words.notCited}</p>}
      <p>
        <a href={`${urls.search}?q=${encodeURIComponent(document.number)}`}>
          {words.mentions(document.number)}
        </a>
      </p>
      <Pager base={urls.document(document.id)} page={citations} />
    </Layout>
  );
}
