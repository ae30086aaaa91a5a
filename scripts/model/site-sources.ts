import { parseAbbreviations } from "./abbreviation.ts";
import { parseAgencies } from "./agency.ts";
import { type ChartBlock, parseChartBlocks } from "./chart-block.ts";
import { parseContact } from "./contact.ts";
import { numberKey, parseDocuments } from "./document.ts";
import type { IsoDate } from "./fields.ts";
import type { History } from "./history.ts";
import { domainKeys, type Index, KNOWN_INDICES, parseIndex } from "./indices.ts";
import { push } from "./map-of-lists.ts";
import type { Prose } from "./markdown.ts";
import { parsedOnce } from "./memo.ts";
import { type Page, parsePage } from "./page.ts";
import { parsePeers } from "./peer.ts";
import { type Plan, parsePlan } from "./plan.ts";
import { proseOf } from "./plan-parts.ts";
import {
  collectProblems,
  compareProblems,
  type Place,
  type Problem,
  type Report,
  startOf,
} from "./problem.ts";
import { parseRedirects } from "./redirect.ts";
import { parseResults } from "./result.ts";
import type { Site } from "./site.ts";
import { joinSite } from "./site-join.ts";
import { fileSlug, type SourceFile } from "./source-file.ts";
import { compareText } from "./text-order.ts";
import { parseUpdate, type Update } from "./update.ts";
import { suggest } from "./vietnamese.ts";

// What a file says is worked out once; what it means beside the others, for every site.
const readAgencies = parsedOnce((file: SourceFile | undefined, _: object, report) =>
  parseAgencies(file, report),
);
const readDocuments = parsedOnce(
  (file: SourceFile | undefined, { agencies }: Pick<Site, "agencies">, report) =>
    parseDocuments(file, agencies, report),
);
const readIndex = parsedOnce((file: SourceFile, _: object, report) => parseIndex(file, report));
const readResults = parsedOnce(
  (file: SourceFile, { indices, agencies }: Pick<Site, "indices" | "agencies">, report) =>
    parseResults(file, indices, agencies, report),
);
const readPlan = parsedOnce(parsePlan);
const readUpdate = parsedOnce(
  (file: SourceFile, { agencies, asOf }: Pick<Site, "agencies" | "asOf">, report) =>
    parseUpdate(file, agencies, asOf, report),
);
const readPage = parsedOnce((file: SourceFile, _: object, report) => parsePage(file, report));

/** Every table and description of data/, and the two folders of others. */
const DATA_FILES: readonly string[] = [
  "agencies.csv",
  "documents.csv",
  "abbreviations.csv",
  "sites.csv",
  "redirects.csv",
  "contact.yaml",
];
const DATA_FOLDERS = /^(indices\/[^/]+\.ya?ml|results\/[^/]+\.csv)$/;

/** What is said of a heading that is no task, or not the one that was meant. */
const ABOUT_HEADING = /^(tiêu đề|mã|dòng) “/;

/**
 * Makes the site from source files (names are paths inside content/ and data/), and reports everything that is wrong
 * with them at once. The site is complete only when there are no problems.
 */
export function parseSite(
  sources: {
    content: Iterable<SourceFile>;
    data: Iterable<SourceFile>;
    /** Of files that could not be loaded: what they would have said is not missed as well. */
    problems?: readonly Problem[];
    history?: History | undefined;
  },
  asOf: IsoDate,
): { site: Site; problems: Problem[] } {
  const { report: reportAll, problems } = collectProblems();
  // Beginnings of what would be said of every name in a table that could not be read at all.
  const unread: string[] = [];
  const report: Report = (place, message, mend) => {
    if (!unread.some(start => message.startsWith(start))) reportAll(place, message, mend);
  };
  const data = new Map([...sources.data].map(file => [file.name, file]));
  const folder = (name: string) => [...data.values()].filter(file => file.name.startsWith(`${name}/`));

  for (const { name, path } of data.values())
    if (!DATA_FILES.includes(name) && !DATA_FOLDERS.test(name)) {
      data.delete(name);
      report(
        startOf(path),
        `dữ liệu không có tệp “${name}” trong định dạng`,
        suggest(
          name,
          DATA_FILES,
          `dùng ${DATA_FILES.join(", ")}, indices/<chỉ số>.yaml hoặc results/<chỉ số>.csv`,
        ),
      );
    }
  const unloaded = (sources.problems ?? []).map(({ file }) => fileSlug(file.replaceAll("\\", "/")));
  const agencies = readAgencies(data.get("agencies.csv"), {}, report);
  if (agencies.all.length === 0 && problems.length + unloaded.length > 0) unread.push("không có cơ quan");
  const before = problems.length;
  const documents = readDocuments(data.get("documents.csv"), { agencies }, report);
  if (documents.byId.size === 0 && problems.length > before)
    unread.push("không có văn bản", "không có kế hoạch hay văn bản");
  const abbreviations = parseAbbreviations(data.get("abbreviations.csv"), report);
  const peers = parsePeers(data.get("sites.csv"), report);
  const contact = parseContact(data.get("contact.yaml"), agencies, report);
  const redirects = parseRedirects(data.get("redirects.csv"), report);
  const indices = new Map<string, Index>();
  const described = new Set<string>();
  const indexId = ({ name }: SourceFile) => fileSlug(name).replace(/\.ya?ml$/, "");
  // By id, not by name of file: "par-index" comes before "par-index-trong-tinh", "par-index.yaml" does not.
  for (const file of folder("indices").toSorted((a, b) => compareText(indexId(a), indexId(b)))) {
    const index = readIndex(file, {}, report);
    const id = indexId(file);
    if (described.has(id))
      report(startOf(file.path), `chỉ số “${id}” đã có một tệp mô tả`, "giữ lại một tệp .yaml");
    described.add(id);
    if (index) indices.set(index.id, index);
    else unread.push(`không có chỉ số “${id}”`);
  }
  const domains = new Map([...KNOWN_INDICES, ...described].map(id => [id, domainKeys(indices.get(id))]));
  const results = folder("results").flatMap(file => {
    const id = fileSlug(file.name).replace(/\.csv$/, "");
    if (!described.has(id))
      report(
        startOf(file.path),
        `chỉ số “${id}” chưa được mô tả`,
        `thêm tệp indices/${id}.yaml, ít nhất có name`,
      );
    const before = problems.length;
    const read = readResults(file, { indices, agencies }, report);
    if (read.length === 0 && (problems.length > before || unread.length > 0))
      unread.push(`chỉ số ${id} không có kết quả`);
    return read;
  });
  for (const name of unloaded)
    if (name.endsWith(".csv")) unread.push(`chỉ số ${name.replace(/\.csv$/, "")} không có kết quả`);

  const planBySlug = new Map<string, Plan>();
  const updates: Update[] = [];
  const pages: Page[] = [];
  const dashboards: Page[] = [];
  // A plan that could not be read is named here, so that what refers to it is not reported as well.
  const brokenPlans = new Set(unloaded);
  const planFiles = new Map<string, string>();
  for (const file of sources.content) {
    const [kind] = file.name.split("/", 1);
    const place = startOf(file.path);
    if (kind === "plans") {
      const slug = fileSlug(file.name);
      const twin = planFiles.get(slug);
      if (twin !== undefined)
        report(place, `mã kế hoạch “${slug}” đã có ở ${twin}`, "đổi tên tệp; tên tệp là địa chỉ của trang");
      else {
        checkFileName(slug, place, report);
        planFiles.set(slug, file.path);
        const before = problems.length;
        const plan = readPlan(file, { agencies, documents, indices: domains }, report);
        // A task whose heading could not be read is not missed by its reports as well.
        if (problems.slice(before).some(({ message }) => ABOUT_HEADING.test(message)))
          unread.push(`kế hoạch “${slug}” không có nhiệm vụ`);
        if (plan) planBySlug.set(slug, plan);
        else {
          brokenPlans.add(slug);
          const number = /^number:\s*["']?(.*?)["']?\s*$/m.exec(file.text)?.[1];
          if (number) brokenPlans.add(numberKey(number));
        }
      }
    } else if (kind === "updates") {
      const update = readUpdate(file, { agencies, asOf }, report);
      if (update) updates.push(update);
    } else if (kind === "pages" || kind === "dashboards") {
      const page = readPage(file, {}, report);
      checkFileName(fileSlug(file.name), place, report);
      if (page) (kind === "pages" ? pages : dashboards).push(page);
    } else
      report(
        place,
        "tệp không nằm trong thư mục nào của định dạng",
        "chuyển vào plans/, updates/, dashboards/ hoặc pages/",
      );
  }

  const charts = new Map<string, ChartBlock[]>();
  const resultYears = new Set(results.map(({ index, year }) => `${index}|${year}`));
  const readCharts = (path: string, prose: Prose) => {
    for (const block of parseChartBlocks(prose, path, { agencies, indices, resultYears }, report))
      push(charts, path, block);
  };
  for (const page of [...pages, ...dashboards]) readCharts(page.path, page.prose);
  for (const plan of planBySlug.values()) for (const part of plan.parts) readCharts(plan.path, proseOf(part));

  const site = joinSite(
    {
      asOf,
      agencies,
      documents,
      abbreviations,
      indices,
      results,
      planBySlug,
      updates,
      peers,
      pages: pages.sort((a, b) => compareText(a.slug, b.slug)),
      dashboards: dashboards.sort((a, b) => compareText(a.slug, b.slug)),
      charts,
      history: sources.history,
      contact,
      redirects,
    },
    brokenPlans,
    report,
  );
  return { site, problems: problems.sort(compareProblems) };
}

function checkFileName(slug: string, place: Place, report: Report): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    report(
      place,
      `tên tệp “${slug}” không dùng làm địa chỉ được`,
      "chỉ dùng chữ thường không dấu, chữ số và gạch nối",
    );
}
