import type { Site } from "../../scripts/model/site.ts";
import { siteCalendars } from "../calendars.ts";
import { siteFeeds } from "../feeds.ts";
import { feedStrings } from "../history-strings.ts";
import { urls } from "../urls.ts";

interface FollowProps {
  readonly site: Site;
  /** The page whose deadlines and news these are. */
  readonly page: string;
  /** The page whose feed tells of them; undefined when there is none. */
  readonly feed: string | undefined;
  /** A further link, such as the history of a plan or the sheet of an agency. */
  readonly first?: { readonly href: string; readonly name: string } | undefined;
}

/** How to keep up with a plan or an agency: deadlines as a calendar, news as a feed, as far as there are any. */
export function Follow({ site, page, feed, first }: FollowProps) {
  const links = [
    ...(first ? [{ ...first, type: undefined }] : []),
    ...(siteCalendars(site).has(page)
      ? [{ href: urls.calendar(page), name: feedStrings.calendar, type: "text/calendar" }]
      : []),
    ...(feed === undefined
      ? []
      : [
          { href: urls.feed(feed, "atom"), name: feedStrings.atom, type: "application/atom+xml" },
          { href: urls.feed(feed, "json"), name: feedStrings.json, type: "application/feed+json" },
        ]),
  ];
  if (links.length === 0) return null;
  return (
    <nav class="follow" aria-label={feedStrings.follow}>
      <ul>
        {links.map(({ href, name, type }) => (
          <li>
            <a href={href} type={type}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The page whose feed tells of a page: its own, or else that of the agency; undefined when neither has one. */
export function feedOf(site: Site, page: string, agency?: string): string | undefined {
  const feeds = siteFeeds(site);
  if (feeds.has(page)) return page;
  return agency !== undefined && feeds.has(agency) ? agency : undefined;
}
