import type { DataCorrection } from "../scripts/model/data-change.ts";
import { type Correction, type Instant, startOfDay } from "../scripts/model/history.ts";
import type { Plan } from "../scripts/model/plan.ts";
import type { Site } from "../scripts/model/site.ts";
import { fileSlug } from "../scripts/model/source-file.ts";
import type { Update } from "../scripts/model/update.ts";
import { feedStrings, historyStrings } from "./history-strings.ts";
import { correctionAddress } from "./index-history.ts";
import { indexName } from "./index-name.ts";
import { DataChanges } from "./parts/data-history.tsx";
import { ChangeList } from "./parts/history.tsx";
import { Prose } from "./parts/prose.tsx";
import { siteName } from "./site-name.ts";
import { historyAnchor, urls } from "./urls.ts";

/** Something to tell, and since when it is on the site: a plan that was published, a report, a change of either or of results. */
export type News =
  | { readonly kind: "plan"; readonly at: Instant; readonly plan: Plan }
  | {
      readonly kind: "report";
      readonly at: Instant;
      readonly plan: Plan | undefined;
      readonly update: Update;
    }
  | {
      readonly kind: "correction";
      readonly at: Instant;
      /** undefined when it has been removed. */
      readonly plan: Plan | undefined;
      readonly correction: Correction;
    }
  | {
      readonly kind: "data";
      readonly at: Instant;
      readonly plan?: undefined;
      readonly correction: DataCorrection;
    };

/** How many changes or tasks an entry names. */
const NAMED = 20;

/** What an entry says. Its id is made of an address, a file or a commit, so that no correction of a text changes it. */
export function entryOf(news: News, site: Site) {
  const nameOf = (agency: string | undefined) =>
    (agency === undefined ? undefined : site.agencies.byId.get(agency)?.name) ?? siteName(site);
  if (news.kind === "plan") {
    const { plan } = news;
    return {
      id: urls.plan(plan.slug),
      path: urls.plan(plan.slug),
      page: urls.plan(plan.slug),
      title: plan.title,
      content: <p>{feedStrings.plan(plan.number, nameOf(plan.agency), plan.tasks.length)}</p>,
      author: nameOf(plan.agency),
      published: plan.issued ? startOfDay(plan.issued) : news.at,
    };
  }
  if (news.kind === "data") return dataEntry(news.correction, site);
  const { plan } = news;
  if (news.kind === "report") {
    const { update } = news;
    return {
      id: `bao-cao/${update.id}`,
      path: `${urls.planHistory(update.plan)}#${historyAnchor(update)}`,
      page: urls.plan(update.plan),
      title: feedStrings.report(update.asOf, plan?.title ?? update.plan),
      content: <ReportEntry update={update} />,
      // A report that names no reporter is the site's own: the agency of the plan has not said it.
      author: nameOf(update.reporter),
      published: startOfDay(update.published ?? update.asOf),
    };
  }
  const { correction } = news;
  return {
    id: `sua-doi/${correction.commit}/${correction.plan}/${fileSlug(correction.path)}`,
    path: plan ? `${urls.planHistory(plan.slug)}#${historyAnchor(correction)}` : urls.corrections,
    page: urls.plan(correction.plan),
    title: feedStrings.correction(plan?.title ?? correction.planTitle ?? correction.plan, correction.report),
    content: (
      <>
        <ChangeList
          site={site}
          changes={correction.changes.slice(0, NAMED)}
          taskUrl={plan && (task => urls.task(plan.slug, task))}
        />
        <More count={correction.changes.length} />
      </>
    ),
    author: siteName(site),
    published: correction.at,
  };
}

/** Corrected results: what came of them, and where all of it stands. */
function dataEntry(correction: DataCorrection, site: Site) {
  const { commit, index, at, results, added, described } = correction;
  const path = site.indices.has(index) ? correctionAddress(site, correction) : urls.corrections;
  const came = added.reduce((sum, { count }) => sum + count, 0);
  return {
    id: `sua-doi/${commit}/chi-so/${index}`,
    path,
    page: path,
    title: feedStrings.data(indexName(site, index), results.length, came, described.length),
    content: (
      <DataChanges
        site={site}
        correction={correction}
        most={NAMED}
        rest={<a href={path}>{historyStrings.ofIndex.inHistory}</a>}
      />
    ),
    author: siteName(site),
    published: at,
  };
}

function ReportEntry({ update }: { update: Update }) {
  return (
    <>
      <Prose source={update.prose.source} />
      {update.tasks.length > 0 && (
        <ul>
          {update.tasks.slice(0, NAMED).map(({ task, state }) => (
            <li>
              <a href={urls.task(update.plan, task)}>{task}</a> {state}
            </li>
          ))}
        </ul>
      )}
      <More count={update.tasks.length} />
    </>
  );
}

function More({ count }: { count: number }) {
  return count > NAMED ? <p>{feedStrings.more(count - NAMED)}</p> : null;
}
