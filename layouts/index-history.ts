import { correctionsByIndex, type DataCorrection } from "../scripts/model/data-change.ts";
import type { Site } from "../scripts/model/site.ts";
import { perSite } from "../scripts/model/site-reads.ts";
import { historyAnchor, listPage, urls } from "./urls.ts";

/** How many corrections a page of the history of an index holds: each may be of a whole table. */
export const CORRECTIONS_PER_PAGE = 10;

/** Which correction of its index it is, the newest first. */
const places = perSite(
  "dataPlaces",
  site =>
    new Map(
      [...correctionsByIndex(site).values()].flatMap(list =>
        list.map(({ commit, index }, i) => [`${commit} ${index}`, i] as const),
      ),
    ),
);

/** Where a correction stands in the history of its index; it moves to a later page as newer ones come. */
export function correctionAddress(site: Site, correction: DataCorrection): string {
  const { commit, index } = correction;
  const page = Math.floor((places(site).get(`${commit} ${index}`) ?? 0) / CORRECTIONS_PER_PAGE) + 1;
  return `${listPage(urls.indexHistory(index), page)}#${historyAnchor(correction)}`;
}
