import { rm } from "node:fs/promises";
import Eleventy from "@11ty/eleventy";
import type { ClientTags } from "../layouts/client-tags.ts";
import { type Beside, startBeside } from "./build-beside.ts";
import { type Checked, checkSources, isSound, loadContent, summarize } from "./check.ts";
import { checkOutput, nextFolder, realPath, takeOutput } from "./check-output.ts";
import { startClient } from "./client.ts";
import { isStarted, runCommand, ToldFailure } from "./command.ts";
import { openKeptPages } from "./kept-pages.ts";
import { removeAtExit } from "./leftovers.ts";
import { formatProblem } from "./model/problem.ts";
import { addressOf } from "./model/release.ts";
import type { Revision } from "./model/revision.ts";
import { loadPortal } from "./portal.ts";
import { readRevision } from "./revision.ts";
import { readSettings, type Settings } from "./settings.ts";
import { digestSources, type SourceDigests } from "./source-digests.ts";
import { openStandingSite } from "./standing-site.ts";
import { checkWritable, replaceFolder } from "./write.ts";

/**
 * Checks the content and builds all pages and downloads into OUTPUT_DIR, with `--whole` share images and search index too;
 * bad content leaves the site that stands there untouched.
 */
async function main(): Promise<void> {
  const typed = readSettings(process.env, new Date());
  const refused = await checkOutput(typed);
  if (refused) {
    console.error(formatProblem(refused));
    process.exitCode = 1;
    return;
  }
  if (!(await takeOutput(typed.outputDir))) return;
  const settings = { ...typed, outputDir: await realPath(typed.outputDir) };
  await checkWritable(settings.cacheDir);
  await build(settings);
}

async function build(settings: Settings): Promise<void> {
  // Both begin before this process reads the content, and does nothing else for as long as that takes.
  const isWhole = process.argv.includes("--whole");
  const beside = await startAnew(settings, isWhole);
  const client = await startClient(nextFolder(settings.outputDir), settings);
  try {
    const content = await readContent(settings, isWhole);
    if ("said" in content) {
      console.log(`${content.said}\nKhông có gì đổi từ lần dựng trước: trang giữ nguyên.`);
    } else {
      const { checked, remember, ...begun } = content;
      if (!isSound(checked)) return;
      const said = summarize(checked);
      console.log(said);
      await buildPages(checked, settings, { ...begun, beside, client: client.tags });
      await remember(said);
    }
    if (!isWhole) console.log(tellUnmade(settings));
  } finally {
    // Of a build that failed nothing goes on.
    await Promise.all([beside.stop(), client.stop()]);
  }
}

/** Names the commands that make what is missing after a build of pages alone; share images are for sites with an origin only. */
function tellUnmade({ siteUrl }: Settings): string {
  return siteUrl === ""
    ? "Chưa có chỉ mục tìm kiếm: npm run build:search"
    : "Chưa có ảnh chia sẻ, chỉ mục tìm kiếm: npm run build:share, npm run build:search";
}

/**
 * Loads and checks the content, unless the site that stands was made from all the same; its texts are given back to the
 * memory.
 */
async function readContent(settings: Settings, isWhole: boolean) {
  const sources = await loadContent(settings);
  const texts = await digestSources(sources);
  const revision = await readRevision(settings);
  const { said, remember } = await openStandingSite(sources, texts, settings, revision, isWhole);
  if (said !== undefined) return { said };
  return { checked: checkSources(sources, settings.asOf), texts, revision, remember };
}

/** What a build has begun with, when it was not only asked for pages. */
interface Begun {
  /** What is already being made beside the pages. */
  readonly beside: Beside;
  readonly client: Promise<ClientTags>;
  /** Digests of the sources, by which pages of the build before are kept; without them all pages are made. */
  readonly texts: SourceDigests;
  readonly revision: Revision | undefined;
}

/**
 * Builds all pages and downloads of a checked site. What stands in the folder is replaced only once the new site is whole.
 * Eleventy reads its settings from the environment, so a process builds one folder at a time.
 */
export async function buildPages(checked: Checked, settings: Settings, begun?: Begun): Promise<void> {
  const beside = begun?.beside ?? (await startAnew(settings, false));
  const next = nextFolder(settings.outputDir);
  const start = performance.now();
  const client = await (begun?.client ?? (await startClient(next, settings)).tags);
  performance.measure("client code (Vite)", { start });
  const portal = await loadPortal(checked.site.peers, settings.harvestDir);
  const revision = begun ? begun.revision : await readRevision(settings);
  const kept =
    begun && (await openKeptPages(checked.site, begun.texts, settings, { client, portal, revision }, next));
  process.env.OUTPUT_DIR = next;
  const eleventy = new Eleventy("layouts/pages", next, {
    configPath: ".eleventy.ts",
    quietMode: true,
    config: config => {
      config.addGlobalData("site", () => checked.site);
      config.addGlobalData("client", client);
      config.addGlobalData("kept", kept);
      // Eleventy waits for data that is a promise before it begins with any page; one page waits for this.
      config.addGlobalData("downloads", () => ({ ready: beside.downloads }));
      config.addGlobalData("portal", () => portal);
      config.addGlobalData("revision", () => revision);
    },
  });
  // What goes wrong is thrown as well, and said once, by whoever runs the command.
  eleventy.logger.overrideLogger({ ...console, error: () => {} });
  const written = performance.now();
  await eleventy.write().catch(error => {
    throw twinFailure(error, next) ?? error;
  });
  performance.measure("eleventy", { start: written });
  const waited = performance.now();
  await beside.finished;
  performance.measure("waiting", { start: waited });
  await replaceFolder(next, settings.outputDir);
  await kept?.remember();
  if (kept && kept.count() > 0) console.log(`Giữ nguyên ${kept.count()} trang của lần dựng trước.`);
}

/**
 * Why no site can be made of two pages at one address. The check knows all addresses but those of pages that come and go with
 * tasks and reports: one may be there again that data/redirects.csv leads on from.
 */
function twinFailure(error: Error, next: string): ToldFailure | undefined {
  if (error.name !== "DuplicatePermalinkOutputError") return undefined;
  const file = error.message.slice(error.message.indexOf(next) + next.length + 1).split(/[`"]/, 1)[0] ?? "";
  return new ToldFailure(
    `Địa chỉ “${addressOf(file)}” có hai trang; bỏ dòng có địa chỉ ấy ở cột from của redirects.csv`,
  );
}

/** Begins what is made beside the pages, in a folder that holds nothing else yet. */
async function startAnew(settings: Settings, isWhole: boolean): Promise<Beside> {
  const outputDir = nextFolder(settings.outputDir);
  await rm(outputDir, { recursive: true, force: true });
  removeAtExit(outputDir);
  return startBeside({ settings: { ...settings, outputDir }, isWhole });
}

const HELP = {
  usage: `  npm run build          kiểm tra rồi dựng trang, tệp tải về, ảnh chia sẻ và chỉ mục tìm kiếm
  npm run build:pages    như trên, không có ảnh chia sẻ và chỉ mục tìm kiếm`,
  options: ["--whole"],
};

if (isStarted(import.meta.filename)) await runCommand(HELP, main);
