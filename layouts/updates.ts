import type { Site } from "../scripts/model/site.ts";
import type { Update } from "../scripts/model/update.ts";
import { listPage, urls } from "./urls.ts";

/** How many reports a page of /cap-nhat/ holds. */
export const UPDATES_PER_PAGE = 20;

/** The anchor of a report: its file below content/updates, which names agency, plan and day. */
export function updateAnchor({ path }: Update): string {
  return path
    .replace(/^.*\bupdates\//, "")
    .replace(/\.md$/, "")
    .replaceAll("/", ".");
}

const places = new WeakMap<Site, ReadonlyMap<Update, number>>();

/** The address of a report among all reports; it moves to a later page as newer ones come. */
export function updateAddress(site: Site, update: Update): string {
  let known = places.get(site);
  if (!known) {
    known = new Map(site.updates.map((each, i) => [each, i]));
    places.set(site, known);
  }
  const page = Math.floor((known.get(update) ?? 0) / UPDATES_PER_PAGE) + 1;
  return `${listPage(urls.updates, page)}#${updateAnchor(update)}`;
}
