import type { Correction } from "../scripts/model/history.ts";
import { indexTables } from "../scripts/model/index-table.ts";
import type { Index } from "../scripts/model/indices.ts";
import type { Site } from "../scripts/model/site.ts";
import type { StatusKey } from "../scripts/model/status.ts";
import type { Update } from "../scripts/model/update.ts";
import type { Settings } from "../scripts/settings.ts";

const STATUS_SLUGS: Readonly<Record<StatusKey, string>> = {
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

/** The name of a status in addresses and anchors: `qua-han`. */
export function statusSlug(key: StatusKey): string {
  return STATUS_SLUGS[key];
}

/** Names in addresses of the charts that have a page of their own. */
export const VIEW_SLUGS = { regions: "theo-vung", heatmap: "cac-nam" } as const;

/** Charts of an index that show every agency in every year: each has a page of its own, they are too much for one. */
export type IndexView = keyof typeof VIEW_SLUGS;
export const INDEX_VIEWS = ["regions", "heatmap"] as const satisfies readonly IndexView[];

/**
 * Every address of the site, relative to its root and with a slash at both ends. Pages link through these functions;
 * Eleventy's path prefix is put in front when a page is written.
 */
export const urls = {
  home: "/",
  plans: "/ke-hoach/",
  plan: (slug: string) => `/ke-hoach/${slug}/`,
  planPdf: (slug: string) => `/ke-hoach/${slug}/${slug}.pdf`,
  task: (plan: string, task: string) => `/ke-hoach/${plan}/#${task}`,
  plansOfYear: (year: number) => `/ke-hoach/nam/${year}/`,
  plansOfIndex: (index: string) => `/ke-hoach/chi-so/${index}/`,
  tasks: "/nhiem-vu/",
  tasksOfStatus: (key: StatusKey) => `/nhiem-vu/tinh-trang/${statusSlug(key)}/`,
  tasksOfAgency: (id: string) => `/nhiem-vu/co-quan/${id}/`,
  tasksOfQuarter: (quarter: string) => `/nhiem-vu/quy/${quarter}/`,
  tasksFlagged: "/nhiem-vu/doi-han-lui-buoc/",
  tasksWithoutLead: "/nhiem-vu/khong-neu-chu-tri/",
  taskIndex: "/nhiem-vu/loc/muc-luc.json",
  taskRows: (chunk: number) => `/nhiem-vu/loc/${chunk}.json`,
  planSheet: (slug: string) => `/ke-hoach/${slug}/theo-quy/`,
  agencySheet: (id: string) => `/co-quan/${id}/theo-quy/`,
  agencies: "/co-quan/",
  otherAgencies: "/co-quan/khac-trong-du-lieu/",
  agency: (id: string) => `/co-quan/${id}/`,
  indices: "/chi-so/",
  index: (id: string) => `/chi-so/${id}/`,
  indexYear: (id: string, year: number) => `/chi-so/${id}/${year}/`,
  indexHistory: (id: string) => `/chi-so/${id}/lich-su/`,
  indexView: (id: string, view: IndexView) => `/chi-so/${id}/${VIEW_SLUGS[view]}/`,
  compare: "/so-sanh/",
  dashboard: (slug: string) => `/bang-dieu-khien/${slug}/`,
  dashboards: "/bang-dieu-khien/",
  figureCsv: (figure: string) => `/du-lieu/hinh/${figure}.csv`,
  figureSvg: (figure: string) => `/du-lieu/hinh/${figure}.svg`,
  indexData: (index: string) => `/du-lieu/so-sanh/${index}.json`,
  embeds: "/nhung/",
  embed: (figure: string) => `/nhung/${figure}/`,
  embedAgency: (id: string) => `/nhung/co-quan/${id}/`,
  embedSearch: "/nhung/tim-kiem/",
  embedScript: "/nhung.js",
  documents: "/van-ban/",
  document: (id: string) => `/van-ban/${id}/`,
  updates: "/cap-nhat/",
  corrections: "/sua-doi/",
  planHistory: (slug: string) => `/ke-hoach/${slug}/lich-su/`,
  /** Deadlines and news of a plan or an agency, beside its page. */
  calendar: (page: string) => `${page}thoi-han.ics`,
  feed: (page: string, format: "atom" | "json") => `${page}nguon-tin.${format}`,
  search: "/tim-kiem/",
  /** What the search page asks before it is painted. */
  searchScript: "/tim-kiem/truoc.js",
  data: "/du-lieu/",
  download: (path: string) => `/du-lieu/${path}`,
  api: "/api/v1/",
  portal: "/lien-thong/",
  portalPlans: "/lien-thong/ke-hoach/",
  portalAgencies: "/lien-thong/co-quan/",
  abbreviations: "/tu-viet-tat/",
  page: (slug: string) => `/${slug}/`,
  method: "/phuong-phap/",
  about: "/gioi-thieu/",
  accessibility: "/tro-nang/",
  trust: "/minh-bach/",
  manifest: "/manifest.json",
  guide: "/huong-dan/",
  admin: "/quan-tri/",
  /** The pages that stand in English as well. */
  english: {
    home: "/en/",
    method: "/en/methods/",
    indices: "/en/indices/",
    index: (id: string) => `/en/indices/${id}/`,
    indexYear: (id: string, year: number) => `/en/indices/${id}/${year}/`,
    figureCsv: (figure: string) => `/en/data/figures/${figure}.csv`,
    figureSvg: (figure: string) => `/en/data/figures/${figure}.svg`,
  },
  notFound: "/404.html",
  icon: "/icon.svg",
  /** The picture that stands for a page, beside it. */
  shareImage: (page: string) => `${page}chia-se.png`,
  version: "/version.json",
  sitemap: "/sitemap.xml",
} as const;

/** Whether the foot of a page names the day at which its tasks are judged; sheets and frames name it themselves. */
export function isJudged(path: string): boolean {
  return /^\/($|nhiem-vu\/|co-quan\/|minh-bach\/|ke-hoach\/[^/]+\/$)/.test(path);
}

/** Where an entry stands in the history of its plan or index; two of one day or one commit share a place. */
export function historyAnchor(source: Pick<Correction, "commit"> | Update): string {
  return "commit" in source ? `sua-doi-${source.commit.slice(0, 12)}` : `bao-cao-${source.asOf}`;
}

/** Page n of a long list: the first is the list's own address. */
export function listPage(base: string, n: number): string {
  return n <= 1 ? base : `${base}trang/${n}/`;
}

/** Pages that the site leads to, but that are prose of its content. */
export const PROSE_PAGES: readonly string[] = [urls.about, urls.method, urls.accessibility];

/** Whether the site has a page of its own at an address, so that no page of prose can stand there. */
export function isOwnPage(address: string): boolean {
  const own: readonly unknown[] = [...Object.values(urls), urls.english.home];
  return own.includes(address) && !PROSE_PAGES.includes(address);
}

/** Whether prose stands at an address: it is content, and a site may lack it. */
export function hasProse(site: Site, address: string): boolean {
  return site.pages.some(({ slug }) => urls.page(slug) === address);
}

/** A year in which an index has results; each has a page of its own. */
export interface IndexYear {
  readonly index: Index;
  readonly year: number;
}

/** The years of all indices. */
export function indexYears(site: Site): IndexYear[] {
  const tables = indexTables(site);
  return [...site.indices.values()].flatMap(index =>
    (tables.get(index.id)?.years ?? []).map(year => ({ index, year })),
  );
}

/** An address with origin and path prefix, for canonical links, feeds and the sitemap. */
export function absoluteUrl(settings: Settings, path: string): string {
  return settings.siteUrl + settings.pathPrefix + (path.startsWith("/") ? path.slice(1) : path);
}
