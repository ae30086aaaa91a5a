import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

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
