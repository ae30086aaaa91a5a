import type { Site } from "../scripts/model/site.ts";

/**
 * Every address of the site, relative to its root and with a slash at both ends. Pages link through these functions;
 * Eleventy's path prefix is put in front when a page is written.
 */
export const urls = {
  home: "/",
  plans: "/ke-hoach/",
  plan: (slug: string) => `/ke-hoach/${slug}/`,
  task: (plan: string, task: string) => `/ke-hoach/${plan}/#${task}`,
  plansOfYear: (year: number) => `/ke-hoach/nam/${year}/`,
  plansOfIndex: (index: string) => `/ke-hoach/chi-so/${index}/`,
  tasks: "/nhiem-vu/",
  agencies: "/co-quan/",
  agency: (id: string) => `/co-quan/${id}/`,
  indices: "/chi-so/",
  index: (id: string) => `/chi-so/${id}/`,
  indexYear: (id: string, year: number) => `/chi-so/${id}/${year}/`,
  compare: "/so-sanh/",
  dashboard: (slug: string) => `/bang-dieu-khien/${slug}/`,
  dashboards: "/bang-dieu-khien/",
  documents: "/van-ban/",
  document: (id: string) => `/van-ban/${id}/`,
  updates: "/cap-nhat/",
  search: "/tim-kiem/",
  data: "/du-lieu/",
  abbreviations: "/tu-viet-tat/",
  page: (slug: string) => `/${slug}/`,
  method: "/phuong-phap/",
  about: "/gioi-thieu/",
  accessibility: "/tro-nang/",
  notFound: "/404.html",
} as const;

/** Page n of a long list: the first is the list's own address. */
export function listPage(base: string, n: number): string {
  return n <= 1 ? base : `${base}trang/${n}/`;
}

/** The addresses that content may link to, with the anchors of each plan page. */
export function siteAddresses(site: Site): (address: string) => boolean {
  const years = (index: string) =>
    site.results.filter(result => result.index === index).map(result => result.year);
  const pages = new Set<string>([
    urls.home,
    urls.plans,
    urls.agencies,
    urls.documents,
    urls.tasks,
    urls.updates,
    urls.search,
    urls.data,
    urls.abbreviations,
    urls.indices,
    urls.compare,
    urls.dashboards,
    ...site.plans.map(plan => urls.plan(plan.slug)),
    ...site.plans.flatMap(plan => [urls.plansOfYear(plan.years[0]), ...plan.indices.map(urls.plansOfIndex)]),
    ...site.agencies.all.map(agency => urls.agency(agency.id)),
    ...[...site.documents.keys()].map(urls.document),
    ...[...site.indices.keys()].flatMap(id => [
      urls.index(id),
      ...years(id).map(year => urls.indexYear(id, year)),
    ]),
    ...site.dashboards.map(page => urls.dashboard(page.slug)),
    ...site.pages.map(page => urls.page(page.slug)),
  ]);
  return address => {
    const [path = "", anchor] = address.split("#", 2);
    const page = path.split("?", 1)[0] ?? "";
    if (!pages.has(page)) return false;
    if (!anchor) return true;
    const plan = /^\/ke-hoach\/([^/]+)\/$/.exec(page)?.[1];
    const parts = plan === undefined ? undefined : site.planBySlug.get(plan)?.parts;
    const id = decodeAnchor(anchor);
    return (
      !parts ||
      parts.some(
        part => (part.kind === "task" ? part.task.id : part.kind === "section" ? part.id : undefined) === id,
      )
    );
  };
}

/** An anchor as it was meant; one that is no valid encoding stands for itself, and leads nowhere. */
function decodeAnchor(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
