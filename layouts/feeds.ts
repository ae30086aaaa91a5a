import { Feed } from "feed";
import { type Instant, startOfDay } from "../scripts/model/history.ts";
import type { Site } from "../scripts/model/site.ts";
import { perSite } from "../scripts/model/site-reads.ts";
import { compareText } from "../scripts/model/text-order.ts";
import type { Settings } from "../scripts/settings.ts";
import { entryOf, type News } from "./feed-entries.tsx";
import { feedStrings } from "./history-strings.ts";
import { NOWHERE, tagUri } from "./identity.ts";
import { renderHtml } from "./render.ts";
import { siteName } from "./site-name.ts";
import { strings } from "./strings.ts";
import { absoluteUrl, urls } from "./urls.ts";

/** A feed of what is new on the whole site, of an agency or of a plan. */
export interface FeedSource {
  readonly title: string;
  /** The page that the feed belongs to; its address begins with it. */
  readonly page: string;
  /** Newest first; a feed without news is none. */
  readonly news: readonly [News, ...News[]];
}

/** How many entries a feed holds; older ones stand on the pages of updates and corrections. */
const LENGTH = 50;

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
