import type { SiteData } from "./data-sources.ts";
import { numberKey } from "./document.ts";
import { type IsoDate, SLUG, SLUG_RULE } from "./fields.ts";
import { getOrMake } from "./maps.ts";
import { parsedOnce } from "./memo.ts";
import { type Page, parsePage } from "./page.ts";
import { type Plan, parsePlan } from "./plan.ts";
import { startOf } from "./problem.ts";
import type { Site } from "./site.ts";
import type { SiteProblems } from "./site-problems.ts";
import { fileSlug, type SourceFile } from "./source-file.ts";
import { compareText } from "./text-order.ts";
import { parseUpdate, type Update } from "./update.ts";
import { fold } from "./vietnamese.ts";

/** What content/ says, before plans and reports are joined. */
export interface SiteContent extends Pick<Site, "planBySlug" | "updates" | "pages" | "dashboards"> {
  /** Slugs and numbers of plans that could not be read, so that what refers to them is not reported as well. */
  readonly broken: ReadonlySet<string>;
}

const readPlan = parsedOnce(parsePlan);
const readUpdate = parsedOnce(
  (file: SourceFile, { agencies, asOf }: Pick<Site, "agencies" | "asOf">, report) =>
    parseUpdate(file, agencies, asOf, report),
);
const readPage = parsedOnce((file: SourceFile, _: object, report) => parsePage(file, report));

/** Reads the files of content/ by what data/ says. */
export function parseContent(
  files: Iterable<SourceFile>,
  { agencies, documents, knownIndices: indices }: SiteData,
  asOf: IsoDate,
  { report, problems, unloaded, muted }: SiteProblems,
): SiteContent {
  const planBySlug = new Map<string, Plan>();
  const updates: Update[] = [];
  const pages: Page[] = [];
  const dashboards: Page[] = [];
  const broken = new Set(unloaded.map(fileSlug));
  /** Paths by what the file is and what it is called, and of plans by what they were issued as. */
  const named = new Map<string, string>();
  for (const file of files) {
    const [kind] = file.name.split("/", 1);
    if (kind === "plans") addPlan(file);
    else if (kind === "updates") {
      const update = readUpdate(file, { agencies, asOf }, report);
      if (update) updates.push(update);
    } else if (kind === "pages" || kind === "dashboards") {
      const page = hasOwnName(file, kind) && readPage(file, {}, report);
      if (page) (kind === "pages" ? pages : dashboards).push(page);
    } else
      report(
        startOf(file.path),
        "tệp không nằm trong thư mục nào của định dạng",
        "chuyển vào plans/, updates/, dashboards/ hoặc pages/",
      );
  }
  return { planBySlug, updates, pages: bySlug(pages), dashboards: bySlug(dashboards), broken };

  /** Whether no file of the kind above it has its name; one that can be no address is told. */
  function hasOwnName({ name, path }: SourceFile, kind: string): boolean {
    const slug = fileSlug(name);
    const twin = named.get(`${kind}/${slug}`);
    if (twin !== undefined)
      report(startOf(path), `tên tệp “${slug}” đã có ở ${twin}`, "đổi tên tệp; tên tệp là địa chỉ của trang");
    else {
      if (!SLUG.test(slug)) report(startOf(path), `tên tệp “${slug}” không dùng làm địa chỉ được`, SLUG_RULE);
      named.set(`${kind}/${slug}`, path);
    }
    return twin === undefined;
  }

  function addPlan(file: SourceFile): void {
    if (!hasOwnName(file, "plans")) return;
    const slug = fileSlug(file.name);
    const before = problems.length;
    const plan = readPlan(file, { agencies, documents, indices }, report);
    // A task that could not be read is not missed by its reports as well.
    if (problems.slice(before).some(({ about }) => about === "unread task")) muted.add(`task of ${slug}`);
    if (plan) {
      planBySlug.set(slug, plan);
      tellTwin(plan);
    } else {
      broken.add(slug);
      const number = /^number:(.*)$/m
        .exec(file.text)?.[1]
        ?.trim()
        .replace(/^["']|["']$/g, "");
      if (number) broken.add(numberKey(number));
    }
  }

  /** Tells a plan that was imported once more: each of its tasks would count twice. */
  function tellTwin({ number, issued, agency, title, path }: Plan): void {
    if (number === undefined || issued === undefined) return;
    const key = `issued ${agency} ${numberKey(number)} ${issued} ${fold(title)}`;
    const twin = getOrMake(named, key, () => path);
    if (twin !== path)
      report(
        startOf(path),
        `kế hoạch này đã có ở ${twin}: cùng tên, cùng số, cùng ngày và cơ quan ban hành`,
        "giữ lại một tệp; hai tệp thì mỗi nhiệm vụ được đếm hai lần",
      );
  }
}

function bySlug(pages: readonly Page[]): readonly Page[] {
  return pages.toSorted((a, b) => compareText(a.slug, b.slug));
}
