import type { ChildProcess } from "node:child_process";
import { cp, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import Eleventy from "@11ty/eleventy";
import type { ClientTags } from "../layouts/client-tags.ts";
import { digestOf, keep } from "./cache.ts";
import { TAGS_FILE } from "./client-entries.ts";
import { isStarted } from "./command.ts";
import { endOfPart, runPart, startPart } from "./part.ts";
import type { Settings } from "./settings.ts";
import { CODE } from "./source-digests.ts";

/** Client code that is being built. */
interface ClientBuild {
  /** The tags that pages will carry. */
  readonly tags: Promise<ClientTags>;
  /** Kills the process that builds it, if there is one; settled when it has ended. */
  readonly stop: () => Promise<void>;
}

/**
 * Begins to build client code and CSS: Eleventy copies them and its Vite plugin bundles them. The tags are known before the
 * pages are made, so that a page is written once. Code that was built before is taken from the cache; otherwise a child
 * process builds it, so that its memory is free again afterwards.
 * @param output the folder that the assets are put into
 * @returns as soon as the child process runs, or the code was found in the cache
 */
export async function startClient(output: string, { pathPrefix, cacheDir }: Settings): Promise<ClientBuild> {
  const kept = join(cacheDir, "client", await digestOf(CODE, pathPrefix));
  return new Promise(begun => {
    let child: ChildProcess | undefined;
    const built = keep(kept, async folder => {
      child = startPart(import.meta.filename, relative(".", folder));
      const ended = endOfPart(child, "client code");
      begun({ tags, stop });
      await ended;
    });
    const tags = built.then(() => place(kept, output));
    const stop = async () => {
      child?.kill();
      await tags.catch(() => {});
    };
    // A failure reaches whoever waits for the tags; here it must not count as unhandled.
    tags.catch(() => {}).then(() => begun({ tags, stop }));
  });
}

/** Copies what was built into the folder of the site. */
async function place(kept: string, output: string): Promise<ClientTags> {
  const tags: ClientTags = JSON.parse(await readFile(join(kept, TAGS_FILE), "utf8"));
  await cp(join(kept, "assets"), join(output, "assets"), { recursive: true });
  return tags;
}

/** Bundles into a folder of its own, because the plugin moves the folder that it works in. */
async function bundle(output: string): Promise<void> {
  process.env.OUTPUT_DIR = output;
  // The plugin builds after pages were written; one small file is enough of a site for it.
  const eleventy = new Eleventy("layouts/pages/icon.11ty.ts", output, {
    configPath: ".eleventy.ts",
    quietMode: true,
    // Nothing of the content is read for it.
    config: config => {
      for (const name of ["site", "downloads", "portal"]) config.addGlobalData(name, {});
    },
  });
  await eleventy.write();
}

if (isStarted(import.meta.filename)) await runPart(() => bundle(process.argv[2] ?? ""));
