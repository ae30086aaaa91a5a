import { cp, readFile, rename, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import Eleventy from "@11ty/eleventy";
import { type ClientTags, TAGS_FILE } from "./client-entries.ts";
import { digestOf } from "./digest.ts";
import type { Settings } from "./load.ts";

/** Folders and files that client code may come from. */
const SOURCES = [
  "layouts",
  "scripts/model",
  "scripts/client-entries.ts",
  ".eleventy.ts",
  "package-lock.json",
];

/**
 * Builds client code and CSS: Eleventy copies them and its Vite plugin bundles them. This comes before the pages, so that
 * a page is written once, with its final tags. Code that was built before is taken from the cache.
 * @param output the folder that the assets are put into
 * @returns the tags that pages carry
 */
export async function buildClient(output: string, { pathPrefix, cacheDir }: Settings): Promise<ClientTags> {
  const cache = join(cacheDir, "client");
  const kept = join(cache, await digestOf(SOURCES, pathPrefix));
  if (!(await readTags(kept))) {
    await rm(cache, { recursive: true, force: true });
    await bundle(kept);
  }
  const tags = await readTags(kept);
  if (!tags) throw new Error("Vite built no client code");
  await cp(join(kept, "assets"), join(output, "assets"), { recursive: true });
  return tags;
}

/** Bundles into a folder of its own, because the plugin moves the folder that it works in; whole or not at all. */
async function bundle(kept: string): Promise<void> {
  const next = relative(".", `${kept}.${process.pid}`);
  process.env.OUTPUT_DIR = next;
  // The plugin builds after pages were written; one small file is enough of a site for it.
  const eleventy = new Eleventy("layouts/pages/icon.11ty.ts", next, {
    configPath: ".eleventy.ts",
    quietMode: true,
    // Nothing of the content is read for it.
    config: config => {
      for (const name of ["site", "downloads", "portal"]) config.addGlobalData(name, {});
    },
  });
  await eleventy.write();
  await rename(next, kept);
}

async function readTags(folder: string): Promise<ClientTags | undefined> {
  const text = await readFile(join(folder, TAGS_FILE), "utf8").catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}
