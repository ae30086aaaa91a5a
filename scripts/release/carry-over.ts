import { copyFile, mkdir, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ReleasedFile } from "../model/release.ts";
import { isHashed } from "../serving/headers.ts";
import { unpackedName } from "./files.ts";
import type { Release, Store } from "./store.ts";

/**
 * Scripts, styles and search chunks of the release before stay for one more: a page that a reader opened before the
 * switch still finds all that it asks for after it.
 * @param names files of the new site
 * @returns the files that were copied, packed ones too
 */
export async function carryOver(
  { folder }: Store,
  { id, manifest }: Release,
  site: string,
  names: readonly string[],
): Promise<string[]> {
  const here = new Set(names);
  const carriedBefore = new Set(manifest.carried);
  const carried = manifest.files
    .map(({ path }) => path)
    .filter(
      path => !carriedBefore.has(path) && isHashed(unpackedName(path)) && !here.has(unpackedName(path)),
    );
  for (const path of carried) {
    await mkdir(dirname(join(site, path)), { recursive: true });
    await copyFile(join(folder, "releases", id, "site", path), join(site, path));
  }
  return carried;
}

/**
 * A file that is as it was in the release before keeps its time: by time and length a server tells a browser, and a mirror
 * the machine it copies to, that there is nothing new. Whole seconds, which come through every copy as they are.
 * @param files of the new site
 * @param now the time of all others
 */
export async function keepTimes(
  { folder }: Store,
  previous: Release | undefined,
  site: string,
  files: readonly ReleasedFile[],
  now: Date,
): Promise<void> {
  const before = new Map(previous?.manifest.files.map(({ path, sha256 }) => [path, sha256]));
  for (const { path, sha256 } of files) {
    const kept =
      previous && before.get(path) === sha256
        ? await stat(join(folder, "releases", previous.id, "site", path)).catch(() => undefined)
        : undefined;
    const seconds = Math.floor((kept?.mtimeMs ?? now.getTime()) / 1000);
    await utimes(join(site, path), seconds, seconds);
  }
}
