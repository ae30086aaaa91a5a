import { absoluteUrl, type PageData } from "../parts/layout.tsx";
import { siteUrls } from "../urls.ts";

export const data = { permalink: "/sitemap.xml" };

export default function Sitemap({ site, settings }: PageData) {
  const entries = siteUrls(site).map(url => `<url><loc>${absoluteUrl(settings, url)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</urlset>\n`;
}
