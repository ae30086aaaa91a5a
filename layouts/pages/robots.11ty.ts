import type { PageData } from "../parts/layout.tsx";
import { absoluteUrl, urls } from "../urls.ts";

export const data = { permalink: "/robots.txt" };

export default function Robots({ settings }: PageData) {
  const sitemap = settings.siteUrl ? `Sitemap: ${absoluteUrl(settings, urls.sitemap)}\n` : "";
  return `User-agent: *\nAllow: /\n${sitemap}`;
}
