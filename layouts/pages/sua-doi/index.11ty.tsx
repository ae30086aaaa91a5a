import type { DataCorrection } from "../../../scripts/model/data-change.ts";
import type { Correction } from "../../../scripts/model/history.ts";
import type { Site } from "../../../scripts/model/site.ts";
import { compareText } from "../../../scripts/model/text-order.ts";
import { formatMoment } from "../../format.ts";
import { historyStrings } from "../../history-strings.ts";
import { correctionAddress } from "../../index-history.ts";
import { indexName } from "../../index-name.ts";
import { pageEach } from "../../paginate.ts";
import { DataChanges } from "../../parts/data-history.tsx";
import { Follow, feedOf } from "../../parts/follow.tsx";
import { ChangeList, HistoryNote } from "../../parts/history.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { type ListPage, Pager, paged } from "../../parts/pager.tsx";
import { planSubject } from "../../plan-name.ts";
import { strings } from "../../strings.ts";
import { listPage, urls } from "../../urls.ts";

const words = historyStrings.corrections;

export const data = {
  pagination: pageEach("list", site => paged(allCorrections(site), 50)),
  permalink: ({ list }: { list: List }) => listPage(urls.corrections, list.number),
};

type List = ListPage<Correction | DataCorrection>;

/** Newest first. */
function allCorrections({ history, dataHistory }: Site): (Correction | DataCorrection)[] {
  const all = [...(history?.corrections ?? []), ...(dataHistory?.corrections ?? [])];
  return all.sort((a, b) => compareText(b.at, a.at));
}

/** How many changes of one correction are shown; the plan's own history has them all. */
const SHOWN = 12;

export default function CorrectionsPage({ list, ...props }: PageData & { list: List }) {
  const { site } = props;
  return (
    <Layout
      {...props}
      title={strings.nav.corrections}
      description={words.description}
      path={urls.corrections}
      number={list.number}
      feed={feedOf(site, urls.home)}
    >
      <h1>{strings.nav.corrections}</h1>
      <p class="lead">{words.lead}</p>
      <HistoryNote history={site.history} />
      <DataNote site={site} />
      <Follow
        site={site}
        page={urls.corrections}
        feed={feedOf(site, urls.home)}
        first={site.dataHistory && { href: urls.download("sua-ket-qua.csv"), name: words.table }}
      />
      {(site.history ?? site.dataHistory) && list.items.length === 0 && <p>{historyStrings.noChange}</p>}
      {list.items.map(correction =>
        "index" in correction ? (
          <OfIndex site={site} correction={correction} />
        ) : (
          <OfPlan site={site} correction={correction} />
        ),
      )}
      <Pager base={urls.corrections} page={list} />
    </Layout>
  );
}

/** What is known of changes of results, where it is not the same as of plans. */
function DataNote({ site: { history, dataHistory, results } }: { site: Site }) {
  const isSame = history?.since === dataHistory?.since && history?.isShallow === dataHistory?.isShallow;
  if (results.length === 0 || (isSame && dataHistory)) return null;
  const { none, since } = historyStrings.ofIndex;
  return <HistoryNote history={dataHistory} none={none} since={since} />;
}

function OfPlan({ site, correction }: { site: Site; correction: Correction }) {
  const { at, plan: slug, planTitle, report, changes } = correction;
  const plan = site.planBySlug.get(slug);
  return (
    <article>
      <h2>
        <time dateTime={at}>{formatMoment(at)}</time>{" "}
        {plan ? <a href={urls.planHistory(slug)}>{planSubject(site, plan)}</a> : (planTitle ?? slug)}
      </h2>
      {report && <p class="meta">{words.ofReport(report)}</p>}
      <ChangeList
        site={site}
        changes={changes.slice(0, SHOWN)}
        taskUrl={plan && (task => `${urls.planHistory(slug)}#${task}`)}
      />
      {changes.length > SHOWN && <p class="meta">{words.more(changes.length - SHOWN)}</p>}
    </article>
  );
}

/** The page of an index that is gone is gone; its changes stand here alone. */
function OfIndex({ site, correction }: { site: Site; correction: DataCorrection }) {
  const { at, index } = correction;
  const { inHistory, inData } = historyStrings.ofIndex;
  const href = site.indices.has(index) ? correctionAddress(site, correction) : undefined;
  const name = indexName(site, index);
  return (
    <article>
      <h2>
        <time dateTime={at}>{formatMoment(at)}</time> {href ? <a href={href}>{name}</a> : name}
      </h2>
      <DataChanges
        site={site}
        correction={correction}
        most={SHOWN}
        rest={href ? <a href={href}>{inHistory}</a> : inData}
      />
    </article>
  );
}
