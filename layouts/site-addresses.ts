import { correctionsByIndex } from "../scripts/model/data-change.ts";
import { ALL_TABLES, TABLE_FORMATS, tablePath } from "../scripts/model/download.ts";
import { hasHistory } from "../scripts/model/history.ts";
import type { Plan } from "../scripts/model/plan.ts";
import { idOf } from "../scripts/model/plan-parts.ts";
import type { Site } from "../scripts/model/site.ts";
import { TABLES } from "../scripts/model/table-list.ts";
import { englishPages } from "./languages.ts";
import { INDEX_VIEWS, indexYears, urls } from "./urls.ts";

/** The address of every page of the site that has one of its own; pages of long lists are left out. */
export function siteUrls(site: Site): string[] {
  return [
    ...new Set([
      urls.home,
      urls.plans,
      ...site.plans.map(plan => urls.plan(plan.slug)),
      ...site.plans.flatMap(({ years: [from, to], indices }) => [
        ...Array.from({ length: to - from + 1 }, (_, i) => urls.plansOfYear(from + i)),
        ...indices.map(urls.plansOfIndex),
      ]),
      urls.tasks,
      urls.agencies,
      ...site.agencies.all.map(agency => urls.agency(agency.id)),
      urls.documents,
      ...[...site.documents.keys()].map(urls.document),
      urls.indices,
      ...[...site.indices.keys()].flatMap(id => [
        urls.index(id),
        ...INDEX_VIEWS.map(view => urls.indexView(id, view)),
        ...(correctionsByIndex(site).has(id) ? [urls.indexHistory(id)] : []),
      ]),
      ...indexYears(site).map(({ index, year }) => urls.indexYear(index.id, year)),
      ...englishPages(site).values(),
      urls.english.method,
      urls.compare,
      urls.dashboards,
      ...site.dashboards.map(page => urls.dashboard(page.slug)),
      urls.updates,
      urls.corrections,
      ...site.plans.filter(plan => hasHistory(site, plan)).map(plan => urls.planHistory(plan.slug)),
      urls.search,
      urls.data,
      ...(site.peers.length > 0 ? [urls.portal, urls.portalPlans, urls.portalAgencies] : []),
      urls.embeds,
      urls.abbreviations,
      urls.trust,
      urls.guide,
      ...site.pages.map(page => urls.page(page.slug)),
    ]),
  ];
}

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
  const tables = TABLES.flatMap(({ name }) => TABLE_FORMATS.map(format => tablePath(name, format)));
  return [
    ...[...tables, ALL_TABLES].map(urls.download),
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
