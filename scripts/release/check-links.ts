import { decodePart } from "../../layouts/site-addresses.ts";
import { type Problem, problemOf } from "../model/problem.ts";
import type { PageFacts } from "./pages.ts";

/**
 * Every link, image, script and form of the pages that leads nowhere on the site, fragments included. Each page was
 * read once; links are compared with the sets of files and ids, so work grows with the pages and not with their square.
 * @param names all files of the site
 */
export function checkLinks(
  pages: readonly PageFacts[],
  names: Iterable<string>,
  pathPrefix: string,
): Problem[] {
  const files = new Set(names);
  const ids = new Map(pages.map(page => [page.name, page.ids]));
  return pages.flatMap(({ name, links, forwardsTo }) =>
    [...new Set(forwardsTo === undefined ? links : [...links, forwardsTo])]
      .filter(href => !resolves(name, href))
      .map(href =>
        problemOf(
          name,
          `liên kết “${href}” không dẫn tới đâu`,
          "sửa địa chỉ trong nội dung sinh ra trang này",
        ),
      ),
  );

  function resolves(name: string, href: string): boolean {
    if (isElsewhere(href) || /^(mailto:|tel:|data:|webcal:)/.test(href)) return true;
    const address = new URL(href, `http://site${pathPrefix}${name.replace(/index\.html$/, "")}`);
    if (!address.pathname.startsWith(pathPrefix)) return false;
    const path = decodePart(address.pathname.slice(pathPrefix.length));
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    if (!files.has(file)) return false;
    const anchor = decodePart(address.hash.slice(1));
    return anchor === "" || !file.endsWith(".html") || (ids.get(file)?.has(anchor) ?? false);
  }
}

/** Whether an address names a host. */
export function isElsewhere(href: string): boolean {
  return /^([a-z]+:)?\/\//i.test(href);
}
