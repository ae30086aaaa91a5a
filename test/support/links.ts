import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseHTML } from "linkedom";

/** Names of all files below a folder, with `/`, sorted. */
export async function listSite(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

/**
 * Every internal link, image, script and form of a built site that leads nowhere, as `page: address`. Each page is read
 * once; links are compared with the sets of files and ids, so work grows with the pages and not with their square.
 */
export async function findDeadLinks(
  folder: string,
  pathPrefix: string,
): Promise<{ dead: string[]; links: number }> {
  const files = new Set(await listSite(folder));
  const ids = new Map<string, Set<string>>();
  const links: { page: string; href: string }[] = [];
  for (const page of files) {
    if (!page.endsWith(".html")) continue;
    const { document } = parseHTML(await readFile(join(folder, page), "utf8"));
    ids.set(page, new Set([...document.querySelectorAll("[id]")].map(element => element.id)));
    for (const element of document.querySelectorAll("[href], [src], form[action]")) {
      const href =
        element.getAttribute("href") ?? element.getAttribute("src") ?? element.getAttribute("action");
      if (href !== null && element.getAttribute("rel") !== "canonical") links.push({ page, href });
    }
  }
  const dead = links
    .filter(({ page, href }) => !resolves(page, href))
    .map(({ page, href }) => `${page}: ${href}`);
  return { dead: [...new Set(dead)], links: links.length };

  function resolves(page: string, href: string): boolean {
    if (/^(https?:|mailto:|tel:|data:)/.test(href)) return true;
    const own = `${pathPrefix}${page.replace(/index\.html$/, "")}`;
    const address = new URL(href, `http://site${own}`);
    if (!address.pathname.startsWith(pathPrefix)) return false;
    const path = decodeURIComponent(address.pathname.slice(pathPrefix.length));
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    if (!files.has(file)) return false;
    const anchor = decodeURIComponent(address.hash.slice(1));
    return anchor === "" || !file.endsWith(".html") || (ids.get(file)?.has(anchor) ?? false);
  }
}
