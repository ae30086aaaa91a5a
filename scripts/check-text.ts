import { siteAddresses } from "../layouts/site-addresses.ts";
import { urls } from "../layouts/urls.ts";
import { getOrMake } from "./model/maps.ts";
import { decodeHref, findLinks, type Prose } from "./model/markdown.ts";
import type { Plan } from "./model/plan.ts";
import { proseOf as proseOfPart } from "./model/plan-parts.ts";
import { collectProblems, type Place, type Problem } from "./model/problem.ts";
import { findRawSign } from "./model/raw-sign.ts";
import { readSource } from "./model/result-source.ts";
import type { Site } from "./model/site.ts";
import { fileSlug } from "./model/source-file.ts";
import { suggest } from "./model/vietnamese.ts";

/**
 * Every link of the content that leads nowhere on the site, or that is not an address at all; and signs that stand for nothing.
 * @param found what else is wrong: a link to what it keeps from being read is no second problem
 */
export function checkText(site: Site, found: readonly Problem[] = []): Problem[] {
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
  for (const { raw, links, file, base, heading, shift = 0 } of signsOf(site)) {
    if (raw) report(heading ?? { ...raw.place, column: raw.place.column + shift }, raw.message, raw.mend);
    for (const { href, isImage, place } of links) {
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
  for (const { source, sourcePlace } of site.results) {
    const { href } = sourcePlace ? readSource(source ?? "") : {};
    if (href !== undefined && sourcePlace && !isKnown(href) && !mayFollow(href, sourcePlace.file))
      report(sourcePlace, `liên kết “${href}” không dẫn tới trang nào`, mend(href, href));
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

/** The text of a page that holds signs, and what they are. */
interface SignsOnPage extends ProseOnPage {
  readonly raw: ReturnType<typeof findRawSign>;
  readonly links: ReturnType<typeof findLinks>;
}

/** What is known of a plan, which is the same object for as long as its file is the same. */
const signsOfPlans = new WeakMap<Plan, readonly SignsOnPage[]>();

/** All texts of the site with links, or with signs that stand for nothing: hardly any. */
function* signsOf(site: Site): Iterable<SignsOnPage> {
  for (const plan of site.plans)
    yield* getOrMake(signsOfPlans, plan, () => [...findSigns(proseOfPlan(plan))]);
  yield* findSigns(proseBesidePlans(site));
}

function* findSigns(texts: Iterable<ProseOnPage>): Iterable<SignsOnPage> {
  for (const text of texts) {
    const raw = findRawSign(text.prose, text.file);
    const links = findLinks(text.prose, text.file);
    if (raw || links.length > 0) yield { ...text, raw, links };
  }
}

/** All Markdown of a plan with its file and the address of its page. */
function* proseOfPlan(plan: Plan): Iterable<ProseOnPage> {
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

/** The same of reports, pages and dashboards. */
function* proseBesidePlans(site: Site): Iterable<ProseOnPage> {
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
