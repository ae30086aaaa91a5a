import { appendFile } from "node:fs/promises";
import { posix } from "node:path";
import { checkAddresses } from "./check-addresses.ts";
import { checkText } from "./check-text.ts";
import { isStarted, runCommand } from "./command.ts";
import { loadDataHistory } from "./data-history.ts";
import { loadHistory } from "./history.ts";
import { loadSources, type Sources } from "./load.ts";
import type { IsoDate } from "./model/fields.ts";
import { compareProblems, formatProblem, type Problem } from "./model/problem.ts";
import { codeQualityReport, formatAnnotation, formatSummary } from "./model/problem-report.ts";
import type { Site } from "./model/site.ts";
import { parseSite } from "./model/site-sources.ts";
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
  const all = [...found, ...checkAddresses(site), ...checkText(site, found)].sort(compareProblems);
  performance.measure("check", { start });
  return { site, problems: all };
}

/** What is wrong with agencies.csv, a line each: until it is mended, an agency of that table may be reported as unknown. */
export function agencyProblems(
  problems: readonly Problem[],
  { dataDir }: Pick<Settings, "dataDir">,
): string[] {
  const path = posix.join(dataDir, "agencies.csv");
  return problems.filter(({ file }) => file === path).map(formatProblem);
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
