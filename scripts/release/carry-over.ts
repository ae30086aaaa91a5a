import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
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
