import { correctionsByIndex, type DataCorrection } from "../../../scripts/model/data-change.ts";
import type { Index } from "../../../scripts/model/indices.ts";
import { indexStrings } from "../../chart-strings.ts";
import { formatMoment } from "../../format.ts";
import { historyStrings } from "../../history-strings.ts";
import { CORRECTIONS_PER_PAGE } from "../../index-history.ts";
import { shortName } from "../../index-name.ts";
import { pageEach } from "../../paginate.ts";
import { DataChanges } from "../../parts/data-history.tsx";
import { HistoryNote } from "../../parts/history.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { type ListPage, Pager, paged } from "../../parts/pager.tsx";
import { historyAnchor, listPage, urls } from "../../urls.ts";

const words = historyStrings.ofIndex;

interface HistoryPage {
  readonly index: Index;
  readonly list: ListPage<DataCorrection>;
}

export const data = {
  pagination: pageEach("history", site =>
    [...site.indices.values()].flatMap((index): HistoryPage[] => {
      const corrections = correctionsByIndex(site).get(index.id);
      return corrections ? paged(corrections, CORRECTIONS_PER_PAGE).map(list => ({ index, list })) : [];
    }),
  ),
  permalink: ({ history: { index, list } }: { history: HistoryPage }) =>
    listPage(urls.indexHistory(index.id), list.number),
};

/** What was corrected, taken out or added in the results of an index, and changed in what it says of itself. */
export default function IndexHistoryPage({
  history: { index, list },
  ...props
}: PageData & { history: HistoryPage }) {
  const { site } = props;
  const name = shortName(index);
  return (
    <Layout
      {...props}
      title={words.title(name)}
      description={words.description(name)}
      path={urls.indexHistory(index.id)}
      number={list.number}
      breadcrumbs={[
        { title: indexStrings.title, href: urls.indices },
        { title: name, href: urls.index(index.id) },
      ]}
    >
      <h1>{words.title(name)}</h1>
      <p class="lead">{words.description(name)}</p>
      <HistoryNote history={site.dataHistory} none={words.none} since={words.since} />
      {list.items.map(correction => (
        <article id={historyAnchor(correction)}>
          <h2>
            <time dateTime={correction.at}>{formatMoment(correction.at)}</time>
          </h2>
          <DataChanges site={site} correction={correction} most={SHOWN} rest={words.inData} />
        </article>
      ))}
      <Pager base={urls.indexHistory(index.id)} page={list} />
    </Layout>
  );
}

/** How many lines of one correction are shown: no page grows with the largest table. */
const SHOWN = 100;
