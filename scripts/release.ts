import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { changeLines, type ReleaseNote } from "../layouts/parts/release-notes.tsx";
import { urls } from "../layouts/urls.ts";
import { buildPages } from "./build.ts";
import { type Checked, checkContent } from "./check.ts";
import { isStarted, runCommand } from "./command.ts";
import { findChromium } from "./launch.ts";
import { compareProblems, formatProblem, type Problem, problemOf } from "./model/problem.ts";
import { compareReleases, type Manifest, type ReleasedSite } from "./model/release.ts";
import { writePdfs } from "./pdf.ts";
import { type Step, showProgress } from "./progress.ts";
import { TRUST_PAGE, writeForward, writeNotes } from "./release/after-pages.ts";
import { carryOver, keepTimes } from "./release/carry-over.ts";
import { checkBudgets } from "./release/check-budgets.ts";
import { checkLinks } from "./release/check-links.ts";
import { checkPermalinks, lostSheet } from "./release/check-permalinks.ts";
import { checkPolicy } from "./release/check-policy.ts";
import { compressFiles } from "./release/compress.ts";
import { listSite } from "./release/files.ts";
import { goBack } from "./release/go-back.ts";
import { measureFiles, releaseId } from "./release/manifest.ts";
import { alreadyCurrent, unknownRelease } from "./release/no-release.ts";
import { refuseWords } from "./release/options.ts";
import { overPages } from "./release/page-parts.ts";
import type { PageFacts } from "./release/pages.ts";
import { releasedSite } from "./release/released-site.ts";
import {
  publish,
  type Release,
  type ReleaseRecord,
  readCurrent,
  readRelease,
  removeOld,
  type Store,
  workAlone,
} from "./release/store.ts";
import { servedFrom, writeServing } from "./release/write-serving.ts";
import { readRevision } from "./revision.ts";
import { buildSearch } from "./search.ts";
import { EDITORS } from "./serving/headers.ts";
import { readSettings, type Settings } from "./settings.ts";
import { writeShareImages } from "./share.ts";

/**
 * Builds a release in a fresh folder, checks it, and lets the web server have it in one step. Whatever goes wrong, and
 * whenever it is stopped, what is published stays as it was.
 * @returns what is wrong; empty when the release is published, or is the published one already
 */
async function release(settings: Settings, store: Store, step: Step): Promise<readonly Problem[]> {
  const checked = await step("Kiểm tra nội dung", () => checkContent(settings));
  if (checked.problems.length > 0) return checked.problems;
  if (settings.pdf && findChromium() === undefined)
    return [
      problemOf(
        "--pdf",
        "không có Chromium để in",
        "cài Chromium, hoặc đặt CHROMIUM_PATH tới tệp chạy của nó",
      ),
    ];
  const published = settings.pdf ? undefined : await readCurrent(store);
  const lost = published && lostSheet(published.site, checked.site);
  if (lost) return [lost];
  return workAlone(store, work => makeRelease(checked, settings, store, work, step));
}

async function makeRelease(
  checked: Checked,
  settings: Settings,
  store: Store,
  work: string,
  step: Step,
): Promise<readonly Problem[]> {
  const folder = join(work, "site");
  const { redirects } = checked.site;
  await buildSite(checked, { ...settings, outputDir: folder }, step);
  const built = await listSite(folder);
  const pages = await step("Đọc trang", tick => overPages("read", folder, built, tick), countPages(built));
  const measured = await measureFiles(folder, built);
  const previous = await readCurrent(store);
  const { problems: lost, forwards } = previous
    ? checkPermalinks(
        previous.site,
        releasedSite(measured, pages, []),
        redirects,
        join(settings.dataDir, "redirects.csv"),
      )
    : NOTHING_LOST;
  // A file cannot lead on, as a page can; web servers do it.
  for (const [name, to] of forwards)
    if (name.endsWith(".html")) pages.push(await writeForward(folder, name, to, settings));
  const served = servedFrom(store, settings, redirects, forwards);
  const serving = await writeServing(work, served, built);
  const names = await listSite(folder);
  const files = await measureFiles(folder, names, measured);
  const id = releaseId(settings.asOf, files, serving);
  if (id === previous?.id) {
    console.log(`Không có gì thay đổi: bản đang công bố đã là ${id}.`);
    return [];
  }
  const movedFiles = served.redirects.map(({ from }) => from).filter(from => !/(^|\/|\.html)$/.test(from));
  const site = releasedSite(files, pages, movedFiles);
  const note = await noteOf(id, settings, site, previous);
  const trust = await writeNotes(folder, note, settings);
  const all = pages.map(page => (page.name === TRUST_PAGE ? trust : page));
  const { problems, packed } = await checkSite(folder, all, { names, files }, settings.pathPrefix, step);
  if (lost.length + problems.length > 0) return [...lost, ...problems].sort(compareProblems);

  const carried = previous ? await carryOver(store, previous, folder, names) : [];
  const manifest: Manifest = {
    id,
    previous: previous?.id ?? null,
    asOf: settings.asOf,
    revision: note.revision ?? null,
    siteUrl: settings.siteUrl,
    pathPrefix: settings.pathPrefix,
    files: await measureFiles(folder, await listSite(folder), packed),
    carried,
  };
  await keepTimes(store, previous, folder, manifest.files, new Date());
  await writeFile(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
  await compressFiles(folder, ["manifest.json"]);
  const record: ReleaseRecord = { pages: site.pages, movedFiles };
  await writeFile(join(work, "pages.json"), JSON.stringify(record));
  await publish(store, work, id);
  await removeOld(store, [id, ...(previous ? [previous.id] : [])]);
  console.log(`Đã phát hành ${id}: ${note.pages} trang, ${note.files} tệp dữ liệu và hình.`);
  if (note.since) console.log([`So với ${note.since.id}:`, ...changeLines(note.since.changes)].join("\n"));
  return [];
}

const NOTHING_LOST: ReturnType<typeof checkPermalinks> = { problems: [], forwards: new Map() };

/** Builds all that a release holds, with share images, PDF and search index where they are wanted. */
async function buildSite(checked: Checked, settings: Settings, step: Step): Promise<void> {
  const { site } = checked;
  await step("Dựng trang", () => buildPages(checked, settings));
  // Networks ask for whole addresses: without an origin no page names a picture.
  if (settings.siteUrl !== "") await step("Vẽ ảnh chia sẻ", tick => writeShareImages(site, settings, tick));
  if (settings.pdf) await step("In PDF", tick => writePdfs(site, settings, tick), site.plans.length);
  await step("Lập chỉ mục tìm kiếm", () => buildSearch(site, settings));
}

/** Checks the pages as they will be published, and packs the files. */
async function checkSite(
  folder: string,
  pages: readonly PageFacts[],
  { names, files }: { readonly names: readonly string[]; readonly files: Manifest["files"] },
  pathPrefix: string,
  step: Step,
): Promise<{ readonly problems: readonly Problem[]; readonly packed: Manifest["files"] }> {
  const broken = checkLinks(pages, [...names, urls.manifest.slice(1)], pathPrefix);
  // The editing page brings a policy and a weight of its own.
  const forReaders = pages.filter(({ name }) => !name.startsWith(EDITORS));
  const forbidden = await checkPolicy(forReaders, folder, names);
  const [invalid] = await Promise.all([
    step("Kiểm tra HTML", tick => overPages("check", folder, names, tick), countPages(names)),
    step("Nén", tick => compressFiles(folder, names, tick)),
  ]);
  const unchanged = files.filter(({ path }) => path !== TRUST_PAGE);
  const packed = await measureFiles(folder, await listSite(folder), unchanged);
  const heavy = checkBudgets(forReaders, packed, pathPrefix);
  return { problems: [...broken, ...forbidden, ...invalid, ...heavy], packed };
}

async function noteOf(
  id: string,
  settings: Settings,
  site: ReleasedSite,
  previous: Release | undefined,
): Promise<ReleaseNote> {
  return {
    id,
    asOf: settings.asOf,
    revision: await readRevision(settings),
    pages: Object.keys(site.pages).length,
    files: Object.keys(site.files).length,
    since: previous && {
      id: previous.id,
      asOf: previous.manifest.asOf,
      changes: compareReleases(previous.site, site),
    },
  };
}

function countPages(names: readonly string[]): number {
  return names.filter(name => name.endsWith(".html")).length;
}

/** Says in words what differs between two releases; `current` is the published one. */
async function compare(store: Store, names: readonly string[]): Promise<readonly Problem[]> {
  const [first = "", second = "current"] = names;
  const [before, after] = await Promise.all(
    [first, second].map(name => (name === "current" ? readCurrent(store) : readRelease(store, name))),
  );
  if (before && after) {
    console.log(`Từ ${before.id} đến ${after.id}:`);
    console.log(changeLines(compareReleases(before.site, after.site)).join("\n"));
    return [];
  }
  return [await unknownRelease(store, before ? second : first)];
}

/** Publishes a release again that was left for a later one. */
async function publishAgain(store: Store, id: string, step: Step): Promise<readonly Problem[]> {
  const published = id === "current" ? await readCurrent(store) : undefined;
  if (published) return [await alreadyCurrent(store, published.id)];
  const release = await readRelease(store, id);
  if (!release) return [await unknownRelease(store, id)];
  const { length } = release.manifest.files;
  const problems = await step("Kiểm tra tệp", tick => goBack(store, release, tick), length);
  if (problems.length === 0) console.log(`Đã trở về ${id}.`);
  return problems;
}

async function main(): Promise<void> {
  const [option, ...names] = process.argv.slice(2);
  const refused = option === undefined ? undefined : refuseWords(option, names);
  if (refused !== undefined) {
    console.error(
      `${refused}. Dùng: npm run release, thêm -- --pdf để in kế hoạch ra PDF, hoặc -- --diff A B, -- --back A`,
    );
    process.exitCode = 1;
    return;
  }
  // Eleventy reads its settings from the environment, too.
  if (option === "--pdf") process.env.PDF = "1";
  const settings = readSettings(process.env, new Date());
  const store = { folder: resolve(settings.releaseDir) };
  const isComparison = option === "--diff";
  const step = showProgress(process.stderr);
  const problems = isComparison
    ? await compare(store, names)
    : option === "--back"
      ? await publishAgain(store, names[0] ?? "", step)
      : await release(settings, store, step);
  if (problems.length === 0) return;
  for (const problem of problems) console.error(formatProblem(problem));
  if (!isComparison) console.error(`${problems.length} lỗi. Trang đã công bố không thay đổi.`);
  process.exitCode = 1;
}

const HELP = {
  usage: `  npm run release                   dựng vào thư mục mới, kiểm tra, nén và công bố trong một bước
  npm run release -- --pdf          như trên, kèm PDF của mọi kế hoạch
  npm run release -- --diff A B     hai bản phát hành khác nhau ở đâu
  npm run release -- --back A       kiểm tra và công bố lại bản phát hành A`,
};

if (isStarted(import.meta.filename)) await runCommand(HELP, main);
