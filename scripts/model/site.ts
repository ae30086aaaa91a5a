import { type Abbreviation, parseAbbreviations } from "./abbreviation.ts";
import { type AgencyDirectory, parseAgencies } from "./agency.ts";
import { type ChartBlock, parseChartBlocks } from "./chart-block.ts";
import { type Contact, parseContact } from "./contact.ts";
import {
  type DocumentDirectory,
  findDocument,
  type LegalDocument,
  numberKey,
  parseDocuments,
} from "./document.ts";
import type { IsoDate } from "./fields.ts";
import type { SourceFile } from "./front-matter.ts";
import type { History } from "./history.ts";
import { type Index, KNOWN_INDICES, parseIndex } from "./indices.ts";
import { parsedOnce } from "./memo.ts";
import { type Page, parsePage } from "./page.ts";
import { type Peer, parsePeers } from "./peer.ts";
import { fileSlug, type Plan, parsePlan } from "./plan.ts";
import { collectProblems, compareProblems, type Problem, type Report } from "./problem.ts";
import { parseRedirects, type Redirect } from "./redirect.ts";
import { parseResults, type Result } from "./result.ts";
import { setbacksOf } from "./setback.ts";
import type { DatedTaskUpdate } from "./status.ts";
import type { Task } from "./task.ts";
import { parseUpdate, type Update } from "./update.ts";
import { suggest } from "./vietnamese.ts";

/** All that the site publishes, checked and frozen: the one value that pages, search and downloads are made from. */
export interface Site {
  /** The day that lateness is judged at. */
  readonly asOf: IsoDate;
  readonly agencies: AgencyDirectory;
  /** By id. */
  readonly documents: ReadonlyMap<string, LegalDocument>;
  readonly abbreviations: readonly Abbreviation[];
  /** By id. */
  readonly indices: ReadonlyMap<string, Index>;
  readonly results: readonly Result[];
  /** Whom to tell of an error. */
  readonly contact: Contact;
  /** Published addresses that have moved. */
  readonly redirects: readonly Redirect[];
  /** Newest year first, then by title. */
  readonly plans: readonly Plan[];
  readonly planBySlug: ReadonlyMap<string, Plan>;
  /** Newest first. */
  readonly updates: readonly Update[];
  /** By `taskKey`, oldest first. */
  readonly updatesByTask: ReadonlyMap<string, readonly DatedTaskUpdate[]>;
  /** Other sites whose data this one shows. */
  readonly peers: readonly Peer[];
  readonly pages: readonly Page[];
  readonly dashboards: readonly Page[];
  /** The ```chart blocks of dashboards, pages and plans, by path of the file. */
  readonly charts: ReadonlyMap<string, readonly ChartBlock[]>;
  /** What the plan carries out: plans of this site and documents. By plan slug. */
  readonly upperPlans: ReadonlyMap<string, readonly UpperPlan[]>;
  /** Plans that carry out a plan or document, by its slug or id. */
  readonly lowerPlans: ReadonlyMap<string, readonly Plan[]>;
  /** Tasks that carry out a task, by `taskKey` of the upper task. */
  readonly lowerTasks: ReadonlyMap<string, readonly PlanTask[]>;
  /** What was changed and when; undefined where the content is in no repository. */
  readonly history: History | undefined;
}

/** A plan above another: a plan of this site, a document, or both at once. */
export interface UpperPlan {
  readonly plan: Plan | undefined;
  readonly document: LegalDocument | undefined;
}

/** A task with the plan that it stands in. */
export interface PlanTask {
  readonly plan: Plan;
  readonly task: Task;
}

/** The key of a task anywhere on the site, `<plan>#<task>`; also how content and people cite it. */
export function taskKey(plan: string, task: string): string {
  return `${plan}#${task}`;
}

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
        { file: path, line: 1, column: 1 },
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
  const contact = parseContact(data.get("contact.yaml"), agencies.byId, report);
  const redirects = parseRedirects(data.get("redirects.csv"), report);
  const indices = new Map<string, Index>();
  const described = new Set<string>();
  for (const file of folder("indices")) {
    const index = readIndex(file, {}, report);
    const id = fileSlug(file.name).replace(/\.ya?ml$/, "");
    if (described.has(id))
      report(
        { file: file.path, line: 1, column: 1 },
        `chỉ số “${id}” đã có một tệp mô tả`,
        "giữ lại một tệp .yaml",
      );
    described.add(id);
    if (index) indices.set(index.id, index);
  }
  const indexIds = new Set<string>([...KNOWN_INDICES, ...described]);
  const results = folder("results").flatMap(file => {
    const id = fileSlug(file.name).replace(/\.csv$/, "");
    if (!described.has(id))
      report(
        { file: file.path, line: 1, column: 1 },
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
    const place = { file: file.path, line: 1, column: 1 };
    if (kind === "plans") {
      const slug = fileSlug(file.name);
      const twin = planFiles.get(slug);
      if (twin !== undefined)
        report(place, `mã kế hoạch “${slug}” đã có ở ${twin}`, "đổi tên tệp; tên tệp là địa chỉ của trang");
      else {
        checkFileName(slug, place, report);
        planFiles.set(slug, file.path);
        const plan = readPlan(file, { agencies, documents, indices: indexIds }, report);
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
  const readCharts = (path: string, prose: Page["prose"]) => {
    const blocks = parseChartBlocks(prose, path, { agencies, indices, resultYears }, report);
    for (const block of blocks) push(charts, path, block);
  };
  for (const page of [...pages, ...dashboards]) readCharts(page.path, page.prose);
  for (const plan of planBySlug.values())
    for (const part of plan.parts) readCharts(plan.path, part.kind === "task" ? part.task.prose : part.prose);

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
      pages: pages.sort((a, b) => compare(a.slug, b.slug)),
      dashboards: dashboards.sort((a, b) => compare(a.slug, b.slug)),
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

/** What a site is made of before its plans, documents and reports are joined. */
export interface SiteParts
  extends Pick<
    Site,
    | "asOf"
    | "agencies"
    | "abbreviations"
    | "indices"
    | "results"
    | "planBySlug"
    | "updates"
    | "peers"
    | "pages"
    | "dashboards"
    | "charts"
    | "history"
    | "contact"
    | "redirects"
  > {
  readonly documents: DocumentDirectory;
}

/**
 * Joins plans with what they carry out and reports with their tasks.
 * @param broken slugs and numbers of plans that could not be read, and so are not missed
 */
export function joinSite(parts: SiteParts, broken: ReadonlySet<string>, report: Report): Site {
  const { asOf, documents, planBySlug, updates } = parts;
  return Object.freeze({
    ...parts,
    documents: documents.byId,
    plans: [...planBySlug.values()].sort(
      (a, b) => b.years[1] - a.years[1] || compare(a.title, b.title) || compare(a.slug, b.slug),
    ),
    updates: [...updates].sort((a, b) => compare(b.asOf, a.asOf) || compare(a.id, b.id)),
    updatesByTask: relateUpdates(updates, planBySlug, broken, asOf, report),
    ...relatePlans(planBySlug, broken, documents, report),
  });
}

function checkFileName(
  slug: string,
  place: { file: string; line: number; column: number },
  report: Report,
): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    report(
      place,
      `tên tệp “${slug}” không dùng làm địa chỉ được`,
      "chỉ dùng chữ thường không dấu, chữ số và gạch nối",
    );
}

/** Resolves `implements`, `legal_basis` and `Thực hiện`, and turns them round. */
function relatePlans(
  planBySlug: ReadonlyMap<string, Plan>,
  broken: ReadonlySet<string>,
  documents: DocumentDirectory,
  report: Report,
) {
  const planByNumber = new Map(
    [...planBySlug.values()].flatMap(plan => (plan.number ? [[numberKey(plan.number), plan]] : [])),
  );
  const upperPlans = new Map<string, UpperPlan[]>();
  const lowerPlans = new Map<string, Plan[]>();
  const lowerTasks = new Map<string, PlanTask[]>();
  const taskIds = new Map<string, Set<string>>();

  for (const plan of planBySlug.values()) {
    for (const reference of plan.implements) {
      const { name } = reference;
      if (broken.has(name) || broken.has(numberKey(name))) continue;
      const own = planBySlug.get(name);
      const document = own ? documentOf(own) : findDocument(documents, name);
      const upper = own ?? (document && planOf(document));
      if (!upper && !document)
        report(
          reference.place,
          `không có kế hoạch hay văn bản “${name}”`,
          suggest(name, [...planBySlug.keys(), ...documents.byId.keys()], "thêm văn bản vào documents.csv"),
        );
      else {
        push(upperPlans, plan.slug, { plan: upper, document });
        if (upper) push(lowerPlans, upper.slug, plan);
        if (document) push(lowerPlans, document.id, plan);
      }
    }
    for (const task of plan.tasks)
      for (const { plan: upperSlug, task: upperTask, place } of task.carriesOut) {
        if (broken.has(upperSlug)) continue;
        const upper = planBySlug.get(upperSlug);
        if (!upper) {
          report(
            place,
            `không có kế hoạch “${upperSlug}”`,
            suggest(upperSlug, planBySlug.keys(), "sửa tên kế hoạch trước dấu #"),
          );
          continue;
        }
        const ids = taskIds.get(upperSlug) ?? new Set(upper.tasks.map(({ id }) => id));
        taskIds.set(upperSlug, ids);
        if (ids.has(upperTask)) push(lowerTasks, taskKey(upperSlug, upperTask), { plan, task });
        else
          report(
            place,
            `kế hoạch “${upperSlug}” không có nhiệm vụ “${upperTask}”`,
            suggest(upperTask, ids, "sửa mã nhiệm vụ sau dấu #"),
          );
      }
  }
  return { upperPlans, lowerPlans, lowerTasks };

  function documentOf(plan: Plan): LegalDocument | undefined {
    return plan.number === undefined
      ? undefined
      : documents.byNumber.get(numberKey(plan.number))?.find(document => document.issuer === plan.agency);
  }
  function planOf(document: LegalDocument): Plan | undefined {
    const plan = planByNumber.get(numberKey(document.number));
    return plan?.agency === document.issuer ? plan : undefined;
  }
}

/** Joins updates to their tasks, oldest first; reports unknown plans and tasks and two reports of one day. */
function relateUpdates(
  updates: readonly Update[],
  planBySlug: ReadonlyMap<string, Plan>,
  broken: ReadonlySet<string>,
  asOf: IsoDate,
  report: Report,
): Map<string, DatedTaskUpdate[]> {
  const byTask = new Map<string, DatedTaskUpdate[]>();
  const tasksOf = new Map<string, Map<string, Task>>();
  for (const update of [...updates].sort((a, b) => compare(a.asOf, b.asOf) || compare(a.id, b.id))) {
    const plan = planBySlug.get(update.plan);
    if (!plan) {
      if (!broken.has(update.plan))
        report(
          update.place,
          `không có kế hoạch “${update.plan}”`,
          suggest(update.plan, planBySlug.keys(), "sửa khóa plan"),
        );
      continue;
    }
    if (plan.issued !== undefined && update.asOf < plan.issued)
      report(
        update.asOfPlace,
        `báo cáo tại ngày ${update.asOf}, trước ngày ban hành kế hoạch ${plan.issued}`,
        "sửa as_of",
      );
    const tasks = tasksOf.get(plan.slug) ?? new Map(plan.tasks.map(task => [task.id, task]));
    tasksOf.set(plan.slug, tasks);
    for (const task of update.tasks) {
      const planned = tasks.get(task.task);
      if (!planned) {
        report(
          task.place,
          `kế hoạch “${plan.slug}” không có nhiệm vụ “${task.task}”`,
          suggest(task.task, tasks.keys(), "sửa mã ở đầu tiêu đề"),
        );
        continue;
      }
      const key = taskKey(plan.slug, task.task);
      const last = byTask.get(key)?.at(-1);
      if (last?.asOf === update.asOf) {
        report(
          task.place,
          `nhiệm vụ ${task.task} đã có báo cáo cùng ngày ở ${last.place.file}`,
          "gộp hai báo cáo",
        );
        continue;
      }
      for (const setback of last && task.prose.source === "" ? setbacksOf(last, task, planned) : [])
        report(
          task.place,
          `${setback} so với báo cáo ngày ${last?.asOf} mà không nói vì sao`,
          "thêm một đoạn văn dưới danh sách nói lý do, hoặc sửa số liệu",
        );
      if (update.asOf <= asOf) push(byTask, key, { ...task, asOf: update.asOf });
    }
  }
  return byTask;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
