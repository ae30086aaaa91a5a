import { pageEach } from "../paginate.ts";
import type { PageData } from "../parts/layout.tsx";
import { siteUrls } from "../site-addresses.ts";
import { absoluteUrl, urls } from "../urls.ts";

/** Addresses that one file may hold (sitemaps.org). */
const LIMIT = 50_000;

/** A file of the sitemap: addresses of pages, or, when those fill several files, of the files. */
interface SitemapFile {
  readonly path: string;
  readonly kind: "urlset" | "sitemapindex";
  readonly addresses: readonly string[];
}

export const data = {
  pagination: pageEach("file", (site, { settings }) =>
    // Only whole addresses may stand in a sitemap: a site that does not know its own has none.
    settings.siteUrl === "" ? [] : sitemapFiles(siteUrls(site)),
  ),
  permalink: ({ file }: { file: SitemapFile }) => file.path,
};

export default function Sitemap({ file: { kind, addresses }, settings }: PageData & { file: SitemapFile }) {
  const tag = kind === "urlset" ? "url" : "sitemap";
  const entries = addresses.map(path => `<${tag}><loc>${absoluteUrl(settings, path)}</loc></${tag}>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</${kind}>\n`;
}

/** One file, or as many as are needed with an index of them under the same address. */
export function sitemapFiles(pages: readonly string[], limit = LIMIT): SitemapFile[] {
  if (pages.length <= limit) return [{ path: urls.sitemap, kind: "urlset", addresses: pages }];
  const parts = Array.from({ length: Math.ceil(pages.length / limit) }, (_, i) => ({
    path: urls.sitemap.replace(".", `-${i + 1}.`),
    kind: "urlset" as const,
    addresses: pages.slice(i * limit, (i + 1) * limit),
  }));
  return [{ path: urls.sitemap, kind: "sitemapindex", addresses: parts.map(({ path }) => path) }, ...parts];
}
