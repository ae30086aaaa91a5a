import type { Site } from "../scripts/model/site.ts";

const STATUS_SLUGS: Record<string, string> = {
  overdue: "qua-han",
  unreported: "chua-co-bao-cao",
  "due-soon": "sap-den-han",
  blocked: "vuong-mac",
  "in-progress": "dang-thuc-hien",
  "not-due": "chua-den-han",
  undated: "khong-xac-dinh-han",
  "done-late": "hoan-thanh-tre",
  done: "hoan-thanh",
  "not-applicable": "khong-con-ap-dung",
};

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
  tasksOfStatus: (key: string) => `/nhiem-vu/tinh-trang/${STATUS_SLUGS[key] ?? key}/`,
  tasksOfAgency: (id: string) => `/nhiem-vu/co-quan/${id}/`,
  tasksOfQuarter: (quarter: string) => `/nhiem-vu/quy/${quarter}/`,
  agencies: "/co-quan/",
  agency: (id: string) => `/co-quan/${id}/`,
  indices: "/chi-so/",
  index: (id: string) => `/chi-so/${id}/`,
  indexYear: (id: string, year: number) => `/chi-so/${id}/${year}/`,
  compare: "/so-sanh/",
  dashboard: (slug: string) => `/bang-dieu-khien/${slug}/`,
  dashboards: "/bang-dieu-khien/",
  figureCsv: (figure: string) => `/du-lieu/hinh/${figure}.csv`,
  figureSvg: (figure: string) => `/du-lieu/hinh/${figure}.svg`,
  indexData: (index: string) => `/du-lieu/so-sanh/${index}.json`,
  embed: (figure: string) => `/nhung/${figure}/`,
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
  guide: "/huong-dan/",
  admin: "/quan-tri/",
  notFound: "/404.html",
  icon: "/icon.svg",
} as const;

/** Page n of a long list: the first is the list's own address. */
export function listPage(base: string, n: number): string {
  return n <= 1 ? base : `${base}trang/${n}/`;
}

/** The address of every page of the site that has one of its own; pages of long lists are left out. */
export function siteUrls(site: Site): string[] {
  const years = new Map<string, Set<number>>();
  for (const { index, year } of site.results) years.set(index, (years.get(index) ?? new Set()).add(year));
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
        ...[...(years.get(id) ?? [])].map(year => urls.indexYear(id, year)),
      ]),
      urls.compare,
      urls.dashboards,
      ...site.dashboards.map(page => urls.dashboard(page.slug)),
      urls.updates,
      urls.search,
      urls.abbreviations,
      urls.guide,
      ...site.pages.map(page => urls.page(page.slug)),
    ]),
  ];
}

/** Whether content may link to an address: a page of the site and, on a plan page, one of its anchors. */
export function siteAddresses(site: Site): (address: string) => boolean {
  const pages = new Set(siteUrls(site));
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
