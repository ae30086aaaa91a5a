import { type Correction, dayOf } from "../../../scripts/model/history.ts";
import { formatDate } from "../../format.ts";
import { historyStrings } from "../../history-strings.ts";
import { pageEach } from "../../paginate.ts";
import { Follow, feedOf } from "../../parts/follow.tsx";
import { ChangeList, HistoryNote } from "../../parts/history.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { type ListPage, Pager, paged } from "../../parts/pager.tsx";
import { planSubject } from "../../plan-name.ts";
import { strings } from "../../strings.ts";
import { listPage, urls } from "../../urls.ts";

const words = historyStrings.corrections;

export const data = {
  pagination: pageEach("list", site => paged(site.history?.corrections ?? [], 50)),
  permalink: ({ list }: { list: ListPage<Correction> }) => listPage(urls.corrections, list.number),
};

/** How many changes of one correction are shown; the plan's own history has them all. */
const SHOWN = 12;

export default function CorrectionsPage({ list, ...props }: PageData & { list: ListPage<Correction> }) {
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
      <HistoryNote site={site} />
      <Follow site={site} page={urls.corrections} feed={feedOf(site, urls.home)} />
      {site.history && list.items.length === 0 && <p>{historyStrings.noChange}</p>}
      {list.items.map(correction => {
        const { at, plan: slug, planTitle, report, changes } = correction;
        const plan = site.planBySlug.get(slug);
        return (
          <article>
            <h2>
              <time dateTime={at}>{formatDate(dayOf(at))}</time>{" "}
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
      })}
      <Pager base={urls.corrections} page={list} />
    </Layout>
  );
}
