import { type FeedSource, renderAtom, siteFeeds } from "../feeds.ts";
import { pageEach } from "../paginate.ts";
import type { PageData } from "../parts/layout.tsx";
import { urls } from "../urls.ts";

export const data = {
  pagination: pageEach("feed", site => [...siteFeeds(site).values()]),
  permalink: ({ feed }: { feed: FeedSource }) => urls.feed(feed.page, "atom"),
};

export default function AtomFeed({ feed, site, settings }: PageData & { feed: FeedSource }) {
  return renderAtom(feed, site, settings);
}
