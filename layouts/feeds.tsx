import { Feed } from "feed";
import type { DataCorrection } from "../scripts/model/data-change.ts";
import { type Correction, type Instant, startOfDay } from "../scripts/model/history.ts";
import type { Plan } from "../scripts/model/plan.ts";
import type { Site } from "../scripts/model/site.ts";
import { perSite } from "../scripts/model/site-reads.ts";
import { fileSlug } from "../scripts/model/source-file.ts";
import { compareText } from "../scripts/model/text-order.ts";
import type { Update } from "../scripts/model/update.ts";
import type { Settings } from "../scripts/settings.ts";
import { dataEntry } from "./data-news.tsx";
import { feedStrings } from "./history-strings.ts";
import { NOWHERE, tagUri } from "./identity.ts";
import { ChangeList } from "./parts/history.tsx";
import { Prose } from "./parts/prose.tsx";
import { renderHtml } from "./render.ts";
import { siteName } from "./site-name.ts";
import { strings } from "./strings.ts";
import { absoluteUrl, historyAnchor, urls } from "./urls.ts";

/** A feed of what is new on the whole site, of an agency or of a plan. */
export interface FeedSource {
  readonly title: string;
  /** The page that the feed belongs to; its address begins with it. */
  readonly page: string;
  /** Newest first; a feed without news is none. */
  readonly news: readonly [News, ...News[]];
}

/** Something to tell, and since when it is on the site: a plan that was published, a report, a change of either or of results. */
type News =
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

/** How many entries a feed holds; older ones stand on the pages of updates and corrections. */
const LENGTH = 50;
/** How many changes or tasks an entry names. */
const NAMED = 20;

/**
 * All feeds of a site, by the page that they belong to: one of everything, one for each agency that issued a plan or
 * reported, one for each plan with a report or a change. A plan without either has nothing to tell beyond itself; the
 * feed of its agency tells when that changes.
 */
export const siteFeeds = perSite("feeds", makeFeeds);

function makeFeeds(site: Site): ReadonlyMap<string, FeedSource> {
  const feeds = new Map<string, FeedSource & { news: [News, ...News[]] }>();
  const add = (page: string, title: string, news: News) => {
    const feed = feeds.get(page);
    if (!feed) feeds.set(page, { page, title, news: [news] });
    else if (feed.news.length < LENGTH) feed.news.push(news);
  };
  const telling = new Set([
    ...site.updates.map(({ plan }) => plan),
    ...(site.history?.corrections ?? []).map(({ plan }) => plan),
  ]);
  for (const news of allNews(site)) {
    add(urls.home, siteName(site), news);
    const { plan } = news;
    const reporter = news.kind === "report" ? news.update.reporter : undefined;
    for (const id of new Set([plan?.agency, reporter])) {
      const agency = id === undefined ? undefined : site.agencies.byId.get(id);
      if (agency) add(urls.agency(agency.id), `${siteName(site)} – ${agency.name}`, news);
    }
    if (plan && telling.has(plan.slug)) add(urls.plan(plan.slug), `${siteName(site)} – ${plan.title}`, news);
  }
  return feeds;
}

/**
 * Everything there is to tell, newest first. What the repository knows is dated by the day it came onto the site;
 * otherwise a plan by its issue, a report by its publication. A draft, or a plan without any date, is no news.
 */
function allNews(site: Site): News[] {
  const added = site.history?.added;
  const news: News[] = [];
  for (const plan of site.plans) {
    const at = added?.get(plan.path) ?? (plan.issued && startOfDay(plan.issued));
    if (at !== undefined && plan.state !== "draft") news.push({ kind: "plan", at, plan });
  }
  for (const update of site.updates) {
    const at = added?.get(update.path) ?? startOfDay(update.published ?? update.asOf);
    news.push({ kind: "report", at, plan: site.planBySlug.get(update.plan), update });
  }
  for (const correction of site.history?.corrections ?? []) {
    const { at, plan } = correction;
    news.push({ kind: "correction", at, plan: site.planBySlug.get(plan), correction });
  }
  for (const correction of site.dataHistory?.corrections ?? [])
    news.push({ kind: "data", at: correction.at, correction });
  return news.sort((a, b) => compareText(b.at, a.at));
}

/**
 * A feed as Atom (RFC 4287). Without SITE_URL its links begin at the root of the site, which readers resolve against
 * the feed's own address.
 */
export function renderAtom(source: FeedSource, site: Site, settings: Settings): string {
  // The library writes Atom titles as HTML and JSON titles as text.
  return withoutNowhere(makeFeed(source, site, settings, escapeHtml).atom1());
}

/** The same as JSON Feed 1.0. */
export function renderJsonFeed(source: FeedSource, site: Site, settings: Settings): string {
  return withoutNowhere(makeFeed(source, site, settings, plain).json1());
}

function makeFeed(
  source: FeedSource,
  site: Site,
  settings: Settings,
  titleText: (text: string) => string,
): Feed {
  const address = (path: string) => absoluteUrl({ ...settings, siteUrl: settings.siteUrl || NOWHERE }, path);
  const feed = new Feed({
    id: tagUri(settings, source.page),
    title: plain(source.title),
    description: strings.site.tagline,
    link: address(source.page),
    feedLinks: {
      atom: address(urls.feed(source.page, "atom")),
      json: address(urls.feed(source.page, "json")),
    },
    updated: localDate(source.news[0].at),
    author: { name: siteName(site) },
    generator: false,
  });
  for (const news of source.news) {
    const { id, path, page, title, content, author, published } = entryOf(news, site);
    const html = renderHtml(content)
      .replaceAll(' href="#', ` href="${address(page)}#`)
      .replaceAll(' href="/', ` href="${address(urls.home)}`);
    feed.addItem({
      id: tagUri(settings, id),
      link: address(path),
      title: titleText(title),
      // Within CDATA.
      description: plain(html).replaceAll("]]>", "]]&gt;"),
      date: localDate(news.at),
      published: localDate(published),
      author: [{ name: plain(author) }],
      category: [{ name: feedStrings.kinds[news.kind], term: news.kind }],
    });
  }
  return feed;
}

/** What an entry says. Its id is made of an address, a file or a commit, so that no correction of a text changes it. */
function entryOf(news: News, site: Site) {
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
  if (news.kind === "data") return dataEntry(news.correction, site, NAMED);
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

/** A date that the library writes in Vietnam's time; its own way is UTC. */
function localDate(instant: Instant): Date {
  const date = new Date(instant);
  date.toISOString = () => instant;
  return date;
}

function withoutNowhere(text: string): string {
  return text.replaceAll(`${NOWHERE}/`, "/");
}

function escapeHtml(text: string): string {
  return plain(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Text without the control characters that XML cannot hold. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
}
