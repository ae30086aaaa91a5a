import { type FeedSource, renderJsonFeed, siteFeeds } from "../feeds.ts";
import { pageEach } from "../paginate.ts";
import type { PageData } from "../parts/layout.tsx";
import { urls } from "../urls.ts";

export const data = {
  pagination: pageEach("feed", site => [...siteFeeds(site).values()]),
  permalink: ({ feed }: { feed: FeedSource }) => urls.feed(feed.page, "json"),
};

export default function JsonFeed({ feed, site, settings }: PageData & { feed: FeedSource }) {
  return renderJsonFeed(feed, site, settings);
}
