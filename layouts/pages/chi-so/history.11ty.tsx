import { correctionsByIndex } from "../../../scripts/model/data-change.ts";
import { dayOf } from "../../../scripts/model/history.ts";
import type { Index } from "../../../scripts/model/indices.ts";
import { indexStrings } from "../../chart-strings.ts";
import { formatDate } from "../../format.ts";
import { historyStrings } from "../../history-strings.ts";
import { shortName } from "../../index-name.ts";
import { pageEach } from "../../paginate.ts";
import { DataChanges } from "../../parts/data-history.tsx";
import { HistoryNote } from "../../parts/history.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { historyAnchor, urls } from "../../urls.ts";

const words = historyStrings.ofIndex;

export const data = {
  pagination: pageEach("index", site =>
    [...site.indices.values()].filter(({ id }) => correctionsByIndex(site).has(id)),
  ),
  permalink: ({ index }: { index: Index }) => urls.indexHistory(index.id),
};

/** What was corrected, taken out or added in the results of an index, and changed in what it says of itself. */
export default function IndexHistoryPage({ index, ...props }: PageData & { index: Index }) {
  const { site } = props;
  const name = shortName(index);
  return (
    <Layout
      {...props}
      title={words.title(name)}
      description={words.description(name)}
      path={urls.indexHistory(index.id)}
      breadcrumbs={[
        { title: indexStrings.title, href: urls.indices },
        { title: name, href: urls.index(index.id) },
      ]}
    >
      <h1>{words.title(name)}</h1>
      <p class="lead">{words.description(name)}</p>
      <HistoryNote history={site.dataHistory} none={words.none} since={words.since} />
      {correctionsByIndex(site)
        .get(index.id)
        ?.map(correction => (
          <article id={historyAnchor(correction)}>
            <h2>
              <time dateTime={correction.at}>{formatDate(dayOf(correction.at))}</time>
            </h2>
            <DataChanges site={site} correction={correction} most={SHOWN} rest={words.inData} />
          </article>
        ))}
    </Layout>
  );
}

/** How many lines of one correction are shown: no page grows with the largest table. */
const SHOWN = 200;
