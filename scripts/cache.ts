import { createHash } from "node:crypto";
import { copyFileSync, linkSync } from "node:fs";
import { readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { removeAtExit } from "./leftovers.ts";

/** Milliseconds after which an entry that no build has asked for is cleared away: a week. */
const KEPT_FOR = 7 * 86_400_000;

/**
 * Makes an entry of the cache unless it is there, whole or not at all; builds that run at the same time do not disturb each
 * other.
 */
export async function keep(kept: string, make: (folder: string) => Promise<void>): Promise<void> {
  const now = new Date();
  const isThere = await utimes(kept, now, now).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const cache = dirname(kept);
  for (const name of await readdir(cache).catch(() => [])) {
    const entry = await stat(join(cache, name)).catch(() => undefined);
    if (entry && entry.mtimeMs < now.getTime() - KEPT_FOR)
      await rm(join(cache, name), { recursive: true, force: true });
  }
  const next = `${kept}.${process.pid}`;
  removeAtExit(next);
  await make(next);
  // Another build may have been faster.
  await rename(next, kept).catch(() => rm(next, { recursive: true }));
}

/** Gives a file that stays as it is another name; a copy has it where the file system has no links. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Digest of files, and of all files below folders, with their names: the name under which the cache keeps what they make. */
export async function digestOf(paths: readonly string[], ...more: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) {
    const names = await readdir(path, { recursive: true }).catch(() => [""]);
    for (const name of names.sort()) {
      const bytes = await readFile(join(path, name)).catch(() => undefined);
      if (bytes) hash.update(`${path}/${name}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.update(more.join("\0")).digest("hex").slice(0, 32);
}
