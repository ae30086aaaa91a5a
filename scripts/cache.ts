import { createHash } from "node:crypto";
import { copyFileSync, linkSync, mkdirSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { removeAtExit } from "./leftovers.ts";

/** Milliseconds after which what no build has asked for is cleared away: a week. */
const KEPT_FOR = 7 * 86_400_000;

/** A file of each entry: the digest of all its other files. */
const SEAL = "seal";

/**
 * Makes an entry of the cache unless it is there already. An entry appears whole or not at all, so that builds may run at
 * the same time; one whose files were changed or damaged since is made anew.
 * @param kept folder of the entry
 * @param make writes its files into the folder that it is given
 */
export async function keep(kept: string, make: (folder: string) => Promise<void>): Promise<void> {
  const seal = await readFile(join(kept, SEAL), "utf8").catch(() => undefined);
  if (seal !== undefined && seal === (await sealOf(kept))) {
    const now = new Date();
    await utimes(kept, now, now);
    return;
  }
  await rm(kept, { recursive: true, force: true });
  await clearOld(dirname(kept));
  const next = `${kept}.${process.pid}`;
  removeAtExit(next);
  // Made at once, so that no signal comes between, and not by who fills it: a process that is killed while it makes the
  // folder could still do so after it was cleared away.
  mkdirSync(next, { recursive: true });
  await make(next);
  await writeFile(join(next, SEAL), await sealOf(next));
  // Another build may have been faster.
  await rename(next, kept).catch(() => rm(next, { recursive: true }));
}

/** Clears away the entries and sealed files of a folder of the cache that no build has asked for in a week. */
export async function clearOld(folder: string): Promise<void> {
  const oldest = Date.now() - KEPT_FOR;
  for (const name of await readdir(folder).catch(() => [])) {
    const entry = await stat(join(folder, name)).catch(() => undefined);
    if (entry && entry.mtimeMs < oldest) await rm(join(folder, name), { recursive: true, force: true });
  }
}

async function sealOf(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const { name, bytes } of readFiles(folder))
    if (name !== SEAL) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return hash.digest("hex");
}

/** Reads what `writeSealed` has written; undefined when there is nothing, or something else. */
export async function readSealed(path: string): Promise<Buffer | undefined> {
  const sealed = await readFile(path).catch(() => undefined);
  const bytes = sealed?.subarray(DIGEST);
  if (!bytes || !sealed?.subarray(0, DIGEST).equals(sha256(bytes))) return undefined;
  const now = new Date();
  // Another build may have cleared it away in the meantime.
  await utimes(path, now, now).catch(() => {});
  return bytes;
}

/** Writes a file of the cache with its digest in front, whole or not at all. */
export async function writeSealed(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const next = `${path}.${process.pid}`;
  await writeFile(next, Buffer.concat([sha256(bytes), bytes]));
  await rename(next, path);
}

/** Bytes of a digest. */
const DIGEST = 32;

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
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
  for (const path of paths)
    for await (const { name, bytes } of readFiles(path))
      hash.update(`${path}/${name}\0${bytes.length}\0`).update(bytes);
  return hash.update(more.join("\0")).digest("hex").slice(0, 32);
}

/** A file, or all files below a folder, by their names. */
async function* readFiles(path: string): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const names = await readdir(path, { recursive: true }).catch(() => [""]);
  for (const name of names.sort()) {
    const bytes = await readFile(join(path, name)).catch(() => undefined);
    if (bytes) yield { name, bytes };
  }
}
