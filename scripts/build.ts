import { rename, rm } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import Eleventy from "@11ty/eleventy";
import { type Checked, checkContent, summarize } from "./check.ts";
import { buildClient } from "./client.ts";
import { exportData } from "./export.ts";
import { harvestFolder } from "./harvest.ts";
import { readSettings, type Settings } from "./load.ts";
import { formatProblem } from "./model/problem.ts";
import { loadPortal } from "./portal.ts";
import { readRevision } from "./revision.ts";

/** Checks the content and builds all pages into OUTPUT_DIR; bad content leaves the site that stands there untouched. */
async function main(): Promise<void> {
  const settings = readSettings(process.env, new Date());
  const checked = await checkContent(settings);
  if (checked.problems.length > 0) {
    for (const problem of checked.problems) console.error(formatProblem(problem));
    console.error(summarize(checked));
    process.exitCode = 1;
    return;
  }
  console.log(summarize(checked));
  await buildPages(checked, settings);
}

/**
 * Builds all pages of a checked site, everything but the search index. What stands in the folder is replaced only once
 * the new site is whole. Eleventy reads its settings from the environment, so a process builds one folder.
 */
export async function buildPages(checked: Checked, settings: Settings): Promise<void> {
  const output = resolve(settings.outputDir);
  const next = `${output}.next`;
  await rm(next, { recursive: true, force: true });
  process.env.OUTPUT_DIR = relative(".", next);
  const start = performance.now();
  const client = await buildClient(relative(".", next), settings);
  performance.measure("client code (Vite)", { start });
  // Before the pages, because a page says how long each download is; the pages are written around it.
  const exported = performance.now();
  const downloads = exportData(checked.site, { ...settings, outputDir: next });
  performance.measure("downloads", { start: exported });
  const portal = await loadPortal(checked.site.peers, harvestFolder(process.env));
  const revision = await readRevision(settings);
  const eleventy = new Eleventy("layouts/pages", relative(".", next), {
    configPath: ".eleventy.ts",
    quietMode: true,
    config: config => {
      config.addGlobalData("site", () => checked.site);
      config.addGlobalData("client", client);
      config.addGlobalData("downloads", () => downloads);
      config.addGlobalData("portal", () => portal);
      config.addGlobalData("revision", () => revision);
    },
  });
  const written = performance.now();
  await eleventy.write();
  performance.measure("eleventy", { start: written });
  const old = `${output}.old`;
  await rm(old, { recursive: true, force: true });
  await rename(output, old).catch(() => {});
  await rename(next, output);
  await rm(old, { recursive: true, force: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
