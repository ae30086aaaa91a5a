import { absoluteUrl, type PageData } from "../parts/layout.tsx";

export const data = { permalink: "/robots.txt" };

export default function Robots({ settings }: PageData) {
  const sitemap = settings.siteUrl ? `Sitemap: ${absoluteUrl(settings, "/sitemap.xml")}\n` : "";
  return `User-agent: *\nAllow: /\n${sitemap}`;
}
