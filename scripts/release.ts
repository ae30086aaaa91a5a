import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { changeLines, type ReleaseNote } from "../layouts/parts/release-notes.tsx";
import { urls } from "../layouts/urls.ts";
import { buildPages } from "./build.ts";
import { type Checked, checkContent } from "./check.ts";
import { findChromium } from "./launch.ts";
import { readSettings, type Settings } from "./load.ts";
import { compareProblems, formatProblem, type Problem } from "./model/problem.ts";
import { compareReleases, type Manifest, type ReleasedPage, type ReleasedSite } from "./model/release.ts";
import { writePdfs } from "./pdf.ts";
import { TRUST_PAGE, writeForward, writeNotes } from "./release/after-pages.ts";
import { carryOver } from "./release/carry-over.ts";
import { checkBudgets } from "./release/check-budgets.ts";
import { checkHtml } from "./release/check-html.ts";
import { checkLinks } from "./release/check-links.ts";
import { checkPermalinks } from "./release/check-permalinks.ts";
import { checkPolicy } from "./release/check-policy.ts";
import { compressFiles } from "./release/compress.ts";
import { listSite } from "./release/files.ts";
import { measureFiles, releaseId } from "./release/manifest.ts";
import { type PageFacts, readPages } from "./release/pages.ts";
import { type Step, showProgress } from "./release/progress.ts";
import {
  closeWork,
  comparedFiles,
  listReleases,
  openWork,
  publish,
  type Release,
  readCurrent,
  readRelease,
  removeOld,
  type Store,
} from "./release/store.ts";
import { servedFrom, writeServing } from "./release/write-serving.ts";
import { readRevision } from "./revision.ts";
import { buildSearch } from "./search.ts";
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
  const work = await openWork(store);
  if (work === undefined)
    return [problemOf(store.folder, "một bản phát hành khác đang được làm", "đợi bản đó xong rồi chạy lại")];
  try {
    return await makeRelease(checked, settings, store, work, step);
  } finally {
    await closeWork(store);
  }
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
  await step("Dựng trang", () => buildPages(checked, { ...settings, outputDir: folder }));
  const plans = checked.site.plans.length;
  // Networks ask for whole addresses: without an origin no page names a picture.
  if (settings.siteUrl !== "")
    await step("Vẽ ảnh chia sẻ", tick => writeShareImages(checked.site, { outputDir: folder }, tick));
  if (settings.pdf)
    await step("In PDF", tick => writePdfs(checked.site, { ...settings, outputDir: folder }, tick), plans);
  await step("Lập chỉ mục tìm kiếm", () => buildSearch(checked.site, { outputDir: folder }));
  const served = servedFrom(store, settings, redirects);
  const serving = await writeServing(work, served, await listSite(folder));
  const id = releaseId(settings.asOf, await measureFiles(folder, await listSite(folder)), serving);
  const previous = await readCurrent(store);
  if (id === previous?.id) {
    console.log(`Không có gì thay đổi: bản đang công bố đã là ${id}.`);
    return [];
  }

  const built = await listSite(folder);
  const pages = await step("Đọc trang", tick => readPages(folder, built, tick), countPages(built));
  const problems: Problem[] = [];
  if (previous) {
    const site = await releasedSite(folder, built, pages);
    const table = join(settings.dataDir, "redirects.csv");
    const lost = checkPermalinks(previous.site, site, redirects, table);
    problems.push(...lost.problems);
    for (const [name, to] of lost.forwards) pages.push(await writeForward(folder, name, to, settings));
  }
  const names = await listSite(folder);
  const site = await releasedSite(folder, names, pages);
  const note = await noteOf(id, settings, site, previous);
  const trust = await writeNotes(folder, note, settings);
  const all = pages.map(page => (page.name === TRUST_PAGE ? trust : page));

  problems.push(...checkLinks(all, [...names, urls.manifest.slice(1)], settings.pathPrefix));
  problems.push(...(await checkPolicy(all, folder, names)));
  // Validation keeps one core busy, packing the others.
  const [invalid] = await Promise.all([
    step("Kiểm tra HTML", tick => checkHtml(folder, names, tick), countPages(names)),
    step("Nén", tick => compressFiles(folder, names, tick)),
  ]);
  const packed = await measureFiles(folder, await listSite(folder));
  problems.push(...invalid, ...checkBudgets(all, packed, settings.pathPrefix));
  if (problems.length > 0) return problems.sort(compareProblems);

  const carried = previous ? await carryOver(store, previous, folder, names) : [];
  const manifest: Manifest = {
    id,
    previous: previous?.id ?? null,
    asOf: settings.asOf,
    revision: note.revision ?? null,
    siteUrl: settings.siteUrl,
    pathPrefix: settings.pathPrefix,
    files: await measureFiles(folder, await listSite(folder)),
    carried,
  };
  await writeFile(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
  await compressFiles(folder, ["manifest.json"]);
  await writeFile(join(work, "pages.json"), JSON.stringify(site.pages));
  await publish(store, work, id);
  await removeOld(store, [id, ...(previous ? [previous.id] : [])]);
  console.log(`Đã phát hành ${id}: ${note.pages} trang, ${note.files} tệp dữ liệu và hình.`);
  if (note.since) console.log([`So với ${note.since.id}:`, ...changeLines(note.since.changes)].join("\n"));
  return [];
}

/** What the next release compares itself with. */
async function releasedSite(
  folder: string,
  names: readonly string[],
  pages: readonly PageFacts[],
): Promise<ReleasedSite> {
  const others = names.filter(name => !name.endsWith(".html"));
  const compared = pages.filter(({ name }) => name !== TRUST_PAGE && name !== urls.notFound.slice(1));
  const facts = compared.map(({ name, title, digest, parts, forwardsTo }): [string, ReleasedPage] => [
    name,
    {
      title,
      digest,
      ...(parts.size > 0 && { parts: Object.fromEntries(parts) }),
      ...(forwardsTo !== undefined && { forwardsTo }),
    },
  ]);
  return { pages: Object.fromEntries(facts), files: comparedFiles(await measureFiles(folder, others)) };
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

function problemOf(file: string, message: string, mend: string): Problem {
  return { file, line: 1, column: 1, message, mend };
}

/** Says in words what differs between two releases; `current` is the published one. */
async function compare(store: Store, names: readonly string[]): Promise<readonly Problem[]> {
  const [before, after] = await Promise.all(
    [names[0] ?? "", names[1] ?? "current"].map(name =>
      name === "current" ? readCurrent(store) : readRelease(store, name),
    ),
  );
  if (before && after) {
    console.log(`Từ ${before.id} đến ${after.id}:`);
    console.log(changeLines(compareReleases(before.site, after.site)).join("\n"));
    return [];
  }
  const known = await listReleases(store);
  return [
    problemOf(
      store.folder,
      `không có bản phát hành “${(before ? names[1] : names[0]) ?? ""}”`,
      known.length > 0 ? `các bản đang giữ: ${known.join(", ")}` : "chưa có bản nào; chạy npm run release",
    ),
  ];
}

async function main(): Promise<void> {
  const [option, ...names] = process.argv.slice(2);
  if (option !== undefined && option !== "--diff" && option !== "--pdf") {
    console.error(
      `Không có lựa chọn “${option}”. Dùng: npm run release, npm run release -- --pdf, hoặc npm run release -- --diff A B`,
    );
    process.exitCode = 1;
    return;
  }
  // The templates read it from there, too.
  if (option === "--pdf") process.env.PDF = "1";
  const settings = readSettings(process.env, new Date());
  const store = { folder: resolve(process.env.RELEASE_DIR || "_release") };
  const problems =
    option === "--diff"
      ? await compare(store, names)
      : await release(settings, store, showProgress(process.stderr));
  if (problems.length === 0) return;
  for (const problem of problems) console.error(formatProblem(problem));
  if (option !== "--diff") console.error(`${problems.length} lỗi. Trang đã công bố không thay đổi.`);
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
