import { rename, rm } from "node:fs/promises";
import { relative, resolve } from "node:path";
import Eleventy from "@11ty/eleventy";
import { checkContent, summarize } from "./check.ts";
import { buildClient } from "./client.ts";
import { readSettings } from "./load.ts";
import { formatProblem } from "./model/problem.ts";

/**
 * Checks the content and builds all pages into OUTPUT_DIR, everything but the search index. The site that stands there
 * is replaced only once the new one is whole; bad content leaves it untouched.
 */
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
  const output = resolve(settings.outputDir);
  const next = `${output}.next`;
  await rm(next, { recursive: true, force: true });
  process.env.OUTPUT_DIR = relative(".", next);
  const start = performance.now();
  const client = await buildClient(relative(".", next), settings);
  performance.measure("client code (Vite)", { start });
  const eleventy = new Eleventy("layouts/pages", relative(".", next), {
    configPath: ".eleventy.ts",
    quietMode: true,
    config: config => {
      config.addGlobalData("site", () => checked.site);
      config.addGlobalData("client", client);
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

await main();
