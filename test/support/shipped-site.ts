import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { runScript } from "./run.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Folder of the site built from the shipped content, search index included. */
    readonly shippedSite: string;
    /** Why there is no such site; empty when there is one. */
    readonly shippedSiteFailure: string;
  }
}

/** Builds the shipped site once for all browser tests; SHIPPED_SITE names one that is already built. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (process.env.SHIPPED_SITE) {
    project.provide("shippedSite", process.env.SHIPPED_SITE);
    project.provide("shippedSiteFailure", "");
    return undefined;
  }
  const folder = await mkdtemp(join(tmpdir(), "minh-bach-"));
  const site = join(folder, "site");
  const env = { OUTPUT_DIR: site, AS_OF: "2026-06-30" };
  const { code, stderr } = await runScript("scripts/build.ts", env, ["--whole"]);
  project.provide("shippedSite", site);
  project.provide("shippedSiteFailure", code === 0 ? "" : stderr || `exit code ${code}`);
  return () => rm(folder, { recursive: true, force: true });
}
