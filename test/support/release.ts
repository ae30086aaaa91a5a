import type { ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, readlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Manifest } from "../../scripts/model/release.ts";
import { listSite } from "../../scripts/release/files.ts";
import { type Run, runScript, startScript } from "./run.ts";

/** A copy of the example content that a test may change, and the folder that it is released into. */
export interface Workshop {
  readonly folder: string;
  /** What a web server serves. */
  readonly site: string;
  readonly env: Record<string, string>;
  /** Changes a file of the content: `content/…` or `data/…`. */
  readonly edit: (name: string, change: (text: string) => string) => Promise<void>;
  readonly release: (...args: string[]) => Promise<Run>;
  /** Starts a release that the test will stop. */
  readonly start: () => ChildProcess;
}

/** Lays out a workshop in a new folder. */
export async function openWorkshop(extra: Record<string, string> = {}): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), "minh-bach-release-"));
  await cp("test/fixtures/good", folder, { recursive: true });
  const env = {
    CONTENT_DIR: join(folder, "content"),
    DATA_DIR: join(folder, "data"),
    RELEASE_DIR: join(folder, "release"),
    SITE_URL: "https://vi-du.example",
    AS_OF: "2023-08-31",
    // The editing page is as heavy as all the rest.
    ADMIN: "off",
    ...extra,
  };
  return {
    folder,
    site: join(folder, "release", "current", "site"),
    env,
    edit: async (name, change) => {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, change(await readFile(path, "utf8").catch(() => "")));
    },
    release: (...args) => runScript("scripts/release.ts", env, args),
    start: () => startScript("scripts/release.ts", env),
  };
}

/** The manifest of what is published, and what of the files does not agree with it. */
export async function verifyPublished({ folder, site }: Workshop): Promise<{
  id: string;
  manifest: Manifest;
  faults: string[];
}> {
  const id = basename(await readlink(join(folder, "release", "current")));
  const manifest: Manifest = JSON.parse(await readFile(join(site, "manifest.json"), "utf8"));
  const faults: string[] = [];
  if (manifest.id !== id) faults.push(`manifest of ${manifest.id} in ${id}`);
  const listed = new Set(manifest.files.map(({ path }) => path));
  for (const name of await listSite(site))
    if (!listed.has(name) && !/^manifest\.json(\.br|\.gz)?$/.test(name)) faults.push(`${name} is not listed`);
  for (const { path, size, sha256 } of manifest.files) {
    const bytes = await readFile(join(site, path)).catch(() => undefined);
    if (bytes?.length !== size) faults.push(`${path} has another size`);
    else if (createHash("sha256").update(bytes).digest("hex") !== sha256)
      faults.push(`${path} is another file`);
  }
  return { id, manifest, faults };
}
