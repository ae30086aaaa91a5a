import { appendFile } from "node:fs/promises";
import { siteAddresses } from "../layouts/site-addresses.ts";
import { urls } from "../layouts/urls.ts";
import { isStarted, runCommand } from "./command.ts";
import { loadDataHistory } from "./data-history.ts";
import { loadHistory } from "./history.ts";
import { loadSources, type Sources } from "./load.ts";
import type { IsoDate } from "./model/fields.ts";
import { decodeHref, findLinks, type Prose } from "./model/markdown.ts";
import { proseOf as proseOfPart } from "./model/plan-parts.ts";
import {
  collectProblems,
  compareProblems,
  formatProblem,
  type Place,
  type Problem,
} from "./model/problem.ts";
import { codeQualityReport, formatAnnotation, formatSummary } from "./model/problem-report.ts";
import { findRawSign } from "./model/raw-sign.ts";
import type { Site } from "./model/site.ts";
import { parseSite } from "./model/site-sources.ts";
import { fileSlug } from "./model/source-file.ts";
import { suggest } from "./model/vietnamese.ts";
import { readSettings, type Settings } from "./settings.ts";
import { spareMemory } from "./spare-memory.ts";

/** A site and everything that is wrong with its content; the site may be published only when nothing is. */
export interface Checked {
  readonly site: Site;
  readonly problems: readonly Problem[];
}

type Asked = Pick<Settings, "contentDir" | "dataDir" | "asOf"> & Partial<Pick<Settings, "problems">>;

/** Loads content/ and data/ with their history, and checks all of it, links included. */
export async function checkContent(settings: Asked): Promise<Checked> {
  return checkSources(await loadContent(settings), settings.asOf);
}

/** The site for a command that needs it whole; where content has problems, it says so and the command ends with 1. */
export async function findSoundSite(settings: Asked): Promise<Site | undefined> {
  const { site, problems } = await checkContent(settings);
  if (problems.length === 0) return site;
  console.error(`Nội dung có ${problems.length} lỗi; chạy npm run check để xem.`);
  process.exitCode = 1;
  return undefined;
}

/** Loads content/ and data/ with their history, with what is wrong with the settings. */
export async function loadContent(settings: Asked): Promise<Sources> {
  const start = performance.now();
  const [sources, history, dataHistory] = await Promise.all([
    loadSources(settings),
    loadHistory(settings.contentDir),
    loadDataHistory(settings.dataDir),
  ]);
  spareMemory(sources);
  performance.measure("load", { start });
  sources.problems.push(...(settings.problems ?? []));
  return { ...sources, history, dataHistory };
}

/** Checks all of what was read, links included. */
export function checkSources(sources: Sources, asOf: IsoDate): Checked {
  const start = performance.now();
  const { site, problems } = parseSite(sources, asOf);
  const found = [...sources.problems, ...problems];
  const all = [...found, ...checkLinks(site, found)].sort(compareProblems);
  performance.measure("check", { start });
  return { site, problems: all };
}

/**
 * Every link of the content that leads nowhere on the site, or that is not an address at all; and signs that stand for nothing.
 * @param found what else is wrong: a link to what it keeps from being read is no second problem
 */
export function checkLinks(site: Site, found: readonly Problem[] = []): Problem[] {
  const { report, problems } = collectProblems();
  const mayFollow = followsFrom(found);
  // Most content has no link into the site.
  let known: ((address: string) => boolean) | undefined;
  const isKnown = (address: string) => {
    known ??= siteAddresses(site);
    return known(address);
  };
  const mend = (address: string, typed: string) =>
    isKnown(address.replace(/#.*/, ""))
      ? "trang ấy không có mã đứng sau dấu #: sửa mã, hoặc bỏ từ dấu # trở đi"
      : mendLink(typed, site);
  for (const { prose, file, base, heading, shift = 0 } of proseOf(site)) {
    const raw = findRawSign(prose, file);
    if (raw) report(heading ?? { ...raw.place, column: raw.place.column + shift }, raw.message, raw.mend);
    for (const { href, isImage, place } of findLinks(prose, file)) {
      const typed = decodeHref(href);
      const where = heading ?? { ...place, column: place.column + shift };
      if (isImage) {
        report(
          where,
          `hình “${typed}” sẽ không hiện: trang không chứa hình và không tải gì từ nơi khác`,
          "bỏ dấu ! phía trước để thành liên kết",
        );
        continue;
      }
      if (/^(https?:|mailto:|tel:)/.test(href) || (href.startsWith("#") && base === undefined)) continue;
      const address = href.startsWith("#") ? `${base}${href}` : href;
      if (!isKnown(address) && !mayFollow(typed, file))
        report(where, `liên kết “${typed}” không dẫn tới trang nào`, mend(address, typed));
    }
  }
  const moved = new Set(site.redirects.map(({ from }) => from));
  for (const { from, to, fromPlace, toPlace } of site.redirects) {
    if (isKnown(from))
      report(fromPlace, `địa chỉ “${from}” vẫn có trang`, "bỏ dòng này, hoặc bỏ trang ở địa chỉ đó");
    // One that has moved itself was told when it was read.
    if (to.startsWith("/") && !isKnown(to) && !moved.has(to) && !mayFollow(to, toPlace.file))
      report(toPlace, `liên kết “${to}” không dẫn tới trang nào`, mend(to, to));
  }
  return problems;
}

function mendLink(href: string, site: Site): string {
  if (/^www\./i.test(href)) return `viết cả https://: https://${href}`;
  if (/%5C|\\|^([a-z]|file):/i.test(href))
    return "dùng địa chỉ trên web; đường dẫn trên máy của bạn thì người khác không mở được";
  if (/^[a-z][a-z\d+.-]*:/i.test(href))
    return "dùng địa chỉ bắt đầu bằng https://, http://, mailto: hoặc tel:";
  const plans = site.plans.map(plan => `/ke-hoach/${plan.slug}/`);
  const part = /^\/([^/]+)\/[^/]+\/(?:#.*)?$/.exec(href)?.[1] ?? "";
  return suggest(href, plans, ABSENT.get(part) ?? "sửa địa chỉ, bắt đầu và kết thúc bằng dấu /");
}

/** What is missing where an address is well formed, by the part of the site that it lies in. */
const ABSENT = new Map(
  [
    [urls.documents, "thêm văn bản này vào documents.csv, hoặc bỏ liên kết"],
    [urls.agencies, "thêm cơ quan này vào agencies.csv, hoặc bỏ liên kết"],
    [urls.indices, "thêm chỉ số này vào data/indices, hoặc bỏ liên kết"],
  ].map(([address = "", mend = ""]) => [address.replaceAll("/", ""), mend]),
);

interface ProseOnPage {
  prose: Prose;
  file: string;
  /** Address of its page; undefined for a report whose plan could not be read, so that there is no page. */
  base: string | undefined;
  /** The heading of the task or section; given for a value whose own place is not known. */
  heading?: Place;
  /** How many characters stand before the text in its line. */
  shift?: number;
}

/** All Markdown of the site with its file and the address of the page it stands on. */
function* proseOf(site: Site): Iterable<ProseOnPage> {
  for (const plan of site.plans) {
    const base = urls.plan(plan.slug);
    for (const part of plan.parts) {
      const prose = proseOfPart(part);
      const values =
        part.kind === "task" ? [part.task.title, part.task.output, part.task.target] : [part.title];
      const line = part.kind === "task" ? part.task.place.line : prose.line - 1;
      const heading = { file: plan.path, line, column: 1 };
      for (const source of values)
        if (source) yield { prose: { source, line }, heading, file: plan.path, base };
      yield { prose, file: plan.path, base };
    }
  }
  for (const update of site.updates) {
    const base = site.planBySlug.has(update.plan) ? urls.plan(update.plan) : undefined;
    yield { prose: update.prose, file: update.path, base };
    for (const { prose, evidence, evidencePlace } of update.tasks) {
      yield { prose, file: update.path, base };
      if (evidence !== undefined && evidencePlace !== undefined)
        yield {
          prose: { source: evidence, line: evidencePlace.line },
          shift: evidencePlace.column - 1,
          file: update.path,
          base,
        };
    }
  }
  for (const page of site.pages) yield { prose: page.prose, file: page.path, base: urls.page(page.slug) };
  for (const page of site.dashboards)
    yield { prose: page.prose, file: page.path, base: urls.dashboard(page.slug) };
}

/** Tells of a link that leads nowhere whether it may be meant for what stands in a file with problems of its own. */
function followsFrom(problems: readonly Problem[]): (href: string, file: string) => boolean {
  const slugs = new Set(problems.map(({ file }) => fileSlug(file)));
  const tables: Record<string, string> = { "co-quan": "agencies", "van-ban": "documents" };
  return (href, file) => {
    const [address = ""] = href.split(/[?#]/, 1);
    // What begins with # leads into the plan that the file is, or that it reports on.
    const parts = (address === "" ? file.replace(/\.\w+$/, "") : address).split("/");
    // Results of agencies that are not known are none, and a year without any has no page.
    const isYear = /^\/chi-so\/[^/]+\/\d{4}\//.test(address);
    const table = isYear ? "agencies" : (tables[parts[1] ?? ""] ?? "");
    return parts.some(part => slugs.has(part)) || slugs.has(table);
  };
}

/** Whether nothing is wrong; otherwise every problem is printed, and the command ends with 1. */
export function isSound(checked: Checked): boolean {
  if (checked.problems.length === 0) return true;
  for (const problem of checked.problems) console.error(formatProblem(problem));
  console.error(summarize(checked));
  process.exitCode = 1;
  return false;
}

/** The line under the list: how many problems in how many files, or that all is well. */
export function summarize({ site, problems }: Checked): string {
  if (problems.length > 0) {
    const files = new Set(problems.map(({ file }) => file)).size;
    return `${problems.length} lỗi trong ${files} tệp. Trang đã công bố không thay đổi.`;
  }
  const tasks = site.plans.reduce((sum, plan) => sum + plan.tasks.length, 0);
  return `Không có lỗi: ${site.plans.length} kế hoạch, ${tasks} nhiệm vụ, ${site.updates.length} báo cáo, ${site.agencies.all.length} cơ quan, ${site.documents.size} văn bản, ${site.results.length} kết quả.`;
}

/** Tells GitHub of every problem at its line, and of all of them in the summary of the run. */
async function annotate(checked: Checked): Promise<void> {
  for (const problem of checked.problems) console.log(formatAnnotation(problem));
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (summary) await appendFile(summary, formatSummary(checked.problems, summarize(checked)));
}

async function main(): Promise<void> {
  const settings = readSettings(process.env, new Date());
  const checked = await checkContent(settings);
  const isForGitLab = process.argv.includes("--gitlab");
  if (process.argv.includes("--json")) {
    const problems = checked.problems.map(({ about: _, ...told }) => told);
    console.log(JSON.stringify({ problems }, null, 2));
  } else {
    if (isForGitLab) console.log(JSON.stringify(codeQualityReport(checked.problems), null, 2));
    if (process.argv.includes("--github")) await annotate(checked);
    for (const problem of checked.problems) console.error(formatProblem(problem));
    (isForGitLab || checked.problems.length > 0 ? console.error : console.log)(summarize(checked));
  }
  process.exitCode = checked.problems.length > 0 ? 1 : 0;
}

const HELP = {
  usage: `  npm run check                 mọi lỗi của nội dung và dữ liệu, mỗi lỗi một dòng: tệp:dòng:cột: điều sai; cách sửa
  npm run check -- --json       như trên, cho công cụ
  npm run check -- --github     chú thích tại từng dòng trên GitHub
  npm run check -- --gitlab     báo cáo Code Quality của GitLab`,
  options: ["--json", "--github", "--gitlab"],
};

if (isStarted(import.meta.filename)) await runCommand(HELP, main);
