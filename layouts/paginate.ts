import type { Site } from "../scripts/model/site.ts";
import type { PageData } from "./parts/layout.tsx";

/** Eleventy's words for a template of many pages, one an item. */
export interface PageEach<Item, Data> {
  readonly data: string;
  readonly size: 1;
  readonly alias: string;
  readonly before: (items: unknown, data: Data) => Item[];
}

/**
 * Eleventy's pagination over a list that is worked out from the site, one page an item.
 * @param alias the name under which the template is given its item
 */
export function pageEach<Item, Data extends PageData = PageData>(
  alias: string,
  list: (site: Site, data: Data) => readonly Item[],
): PageEach<Item, Data> {
  return {
    // Eleventy wants a path to some list; the real one is made from the whole site.
    data: "site.agencies.all",
    size: 1,
    alias,
    before: (_, data) => [...list(data.site, data)],
  };
}
