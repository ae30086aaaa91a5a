import { parseDate } from "./model/fields.ts";
import { type GitHost, parseGitHost } from "./model/git-host.ts";
import { collectProblems, type Problem, type Report, startOf } from "./model/problem.ts";

/** The folders and the day of a build, from the environment; the same for every command. */
export interface Settings {
  readonly contentDir: string;
  readonly dataDir: string;
  readonly outputDir: string;
  /** What one build leaves for the next; may be deleted at any time. */
  readonly cacheDir: string;
  /** Where `npm run harvest` puts the data of other sites. */
  readonly harvestDir: string;
  /** Where releases live; a web server points into it. */
  readonly releaseDir: string;
  /** Path under which the site is served, with a slash at both ends. */
  readonly pathPrefix: string;
  /** Origin for canonical links, feeds and the sitemap, without a slash at the end; empty = links stay relative. */
  readonly siteUrl: string;
  /** The day that lateness is judged at, `yyyy-mm-dd`. */
  readonly asOf: string;
  /** Whether plan pages link to their sheets, which `npm run pdf` makes after the pages. */
  readonly pdf: boolean;
  /** The editing page at /quan-tri/, with the Git host that it can write to; undefined when ADMIN=off. */
  readonly admin: { readonly host: GitHost | undefined } | undefined;
  /** What is wrong with the settings themselves; reported by the check. */
  readonly problems: readonly Problem[];
}

/** Reads CONTENT_DIR, DATA_DIR, OUTPUT_DIR, CACHE_DIR, HARVEST_DIR, RELEASE_DIR, PATH_PREFIX, SITE_URL, AS_OF, PDF, ADMIN and the Git host of ADMIN_…; checks PORT. */
export function readSettings(env: NodeJS.ProcessEnv, now: Date): Settings {
  const { report, problems } = collectProblems();
  const host = parseGitHost(env, report);
  const prefix = (env.PATH_PREFIX ?? "/").replace(/^\/*|\/*$/g, "");
  const siteUrl = (env.SITE_URL ?? "").replace(/\/+$/, "");
  checkAddresses(prefix, siteUrl, report);
  if (!["", "off", undefined].includes(env.ADMIN))
    report(
      startOf("ADMIN"),
      `“${env.ADMIN}” không có nghĩa`,
      "đặt ADMIN=off để bỏ trang quản trị, hoặc bỏ trống",
    );
  if (parsePort(env) === undefined)
    report(startOf("PORT"), `“${env.PORT}” không phải số cổng`, "đặt số từ 1 đến 65535, ví dụ: PORT=8081");
  const today = now.toLocaleDateString("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });
  const typed = env.AS_OF ? parseDate(env.AS_OF) : today;
  const asOf = typed === "impossible" ? undefined : typed;
  if (asOf === undefined)
    report(startOf("AS_OF"), `“${env.AS_OF}” không phải ngày có trong lịch`, "đặt AS_OF dạng 2023-06-30");
  return Object.freeze({
    contentDir: env.CONTENT_DIR || "content",
    dataDir: env.DATA_DIR || "data",
    outputDir: env.OUTPUT_DIR || "_site",
    cacheDir: env.CACHE_DIR || ".cache",
    harvestDir: env.HARVEST_DIR || "_harvest",
    releaseDir: env.RELEASE_DIR || "_release",
    pathPrefix: prefix === "" ? "/" : `/${prefix}/`,
    siteUrl,
    // Judged at a day that there is not, reports would be refused as well.
    asOf: asOf ?? today,
    pdf: env.PDF === "1",
    admin: env.ADMIN === "off" ? undefined : { host },
    problems,
  });
}

/** The port that pages are served on, from PORT, or 8080; undefined when PORT is none, which readSettings reports. */
export function parsePort({ PORT }: NodeJS.ProcessEnv): number | undefined {
  const port = Number(PORT || 8080);
  return Number.isInteger(port) && port > 0 && port <= 65_535 ? port : undefined;
}

/** Reports what would make addresses of the site that lead nowhere. */
function checkAddresses(prefix: string, siteUrl: string, report: Report): void {
  if (!/^([\w.~-]+(\/[\w.~-]+)*)?$/.test(prefix))
    report(
      startOf("PATH_PREFIX"),
      `“${prefix}” không dùng làm đường dẫn được`,
      "chỉ dùng chữ không dấu, chữ số và gạch nối, dạng /cchc/",
    );
  const [, origin, path = ""] = /^(https?:\/\/[^\s/]+)(\/\S*)?$/i.exec(siteUrl) ?? [];
  if (siteUrl !== "" && origin === undefined)
    report(
      startOf("SITE_URL"),
      `“${siteUrl}” không phải địa chỉ của trang`,
      "đặt SITE_URL dạng https://ten-mien.vn",
    );
  else if (path !== "")
    report(
      startOf("SITE_URL"),
      `“${siteUrl}” có đường dẫn sau tên miền`,
      `đặt SITE_URL=${origin} và PATH_PREFIX=${path}/`,
    );
}
