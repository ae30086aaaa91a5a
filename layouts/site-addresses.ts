import type { Plan } from "../scripts/model/plan.ts";
import { idOf } from "../scripts/model/plan-parts.ts";
import type { Site } from "../scripts/model/site.ts";
import { TABLES } from "../scripts/model/table-list.ts";
import { siteUrls, urls } from "./urls.ts";

/**
 * Whether content may link to an address: a page of the site and, on a plan or a page of prose, one of its anchors; a file of
 * the data; the sheet of a plan; the feed of the site. Lists of a status or a quarter come and go with the day: a link to one
 * would break by itself.
 */
export function siteAddresses(site: Site): (address: string) => boolean {
  const pages = new Set([...siteUrls(site), ...siteFiles(site)]);
  const figuresOf = ({ slug, path }: Pick<Plan, "slug" | "path">) =>
    (site.charts.get(path) ?? []).map((_, i) => `${slug}-${i + 1}`);
  // Headings of prose have no anchors.
  const anchors = new Map([
    ...site.pages.map(page => [urls.page(page.slug), figuresOf(page)] as const),
    ...site.dashboards.map(page => [urls.dashboard(page.slug), figuresOf(page)] as const),
  ]);
  return address => {
    const [path = "", anchor] = address.split("#", 2);
    const page = path.split("?", 1)[0] ?? "";
    if (!pages.has(page)) return false;
    if (!anchor) return true;
    const plan = site.planBySlug.get(/^\/ke-hoach\/([^/]+)\/$/.exec(page)?.[1] ?? "");
    const id = decodePart(anchor);
    if (!plan) return anchors.get(page)?.includes(id) ?? true;
    return plan.parts.some(part => idOf(part) === id) || figuresOf(plan).includes(id);
  };
}

function siteFiles(site: Site): string[] {
  const tables = TABLES.flatMap(({ name }) => [
    `${name}.csv`,
    `excel/${name}.csv`,
    `${name}.json`,
    `${name}.parquet`,
  ]);
  return [
    ...[...tables, "tat-ca.zip"].map(urls.download),
    ...site.plans.filter(({ tasks }) => tasks.length > 0).map(({ slug }) => urls.planSheet(slug)),
    urls.feed(urls.home, "atom"),
    urls.feed(urls.home, "json"),
  ];
}

/** A part of an address as it was meant; what is no valid encoding stands for itself, and leads nowhere. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
