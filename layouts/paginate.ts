import type { Site } from "../scripts/model/site.ts";

/**
 * Eleventy's pagination over a list that is worked out from the site, one page an item.
 * @param alias the name under which the template is given its item
 */
export function pageEach<Item>(alias: string, list: (site: Site) => readonly Item[]): object {
  return {
    // Eleventy wants a path to some list; the real one is made from the whole site.
    data: "site.agencies.all",
    size: 1,
    alias,
    before: (_: unknown, { site }: { site: Site }) => [...list(site)],
  };
}
