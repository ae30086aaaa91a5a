import type { Site } from "../scripts/model/site.ts";
import { perSite } from "../scripts/model/site-reads.ts";
import type { Update } from "../scripts/model/update.ts";
import { listPage, urls } from "./urls.ts";

/** How many reports a page of /cap-nhat/ holds. */
export const UPDATES_PER_PAGE = 20;

/** The anchor of a report: its id, which names agency, plan and day. */
export function updateAnchor({ id }: Update): string {
  return id.replaceAll("/", ".");
}

/** Which report it is among all, the newest first, by its id. */
const places = perSite("places", site => new Map(site.updates.map(({ id }, i) => [id, i])));

/** The address of a report among all reports; it moves to a later page as newer ones come. */
export function updateAddress(site: Site, update: Update): string {
  const page = Math.floor((places(site).get(update.id) ?? 0) / UPDATES_PER_PAGE) + 1;
  return `${listPage(urls.updates, page)}#${updateAnchor(update)}`;
}
