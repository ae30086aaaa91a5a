import { renameSync } from "node:fs";
import { access, constants, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { errorCode } from "./error-code.ts";
import { removeAtExit } from "./leftovers.ts";

/** Whether there is a file at the path. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Whether a path is that of a folder, or of what lies in it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * Makes a folder and those above it, unless they are there. Node's own way tries for ever where the system says of every
 * new folder that what it should lie in is not there, as /proc does.
 * @returns false when it was there
 */
export async function makeFolder(folder: string): Promise<boolean> {
  const make = () =>
    mkdir(folder).then(
      () => true,
      async (error: unknown) => {
        if (errorCode(error) === "EEXIST" && (await stat(folder)).isDirectory()) return false;
        throw error;
      },
    );
  return make().catch(async (error: unknown) => {
    if (errorCode(error) !== "ENOENT" || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    return make();
  });
}

/** Makes a folder unless it is there, and throws what the system says where nothing can be written into it. */
export async function checkWritable(folder: string): Promise<void> {
  await makeFolder(folder);
  await access(folder, constants.W_OK);
}

/** Writes a file whole or not at all. What grows beside it has a hidden name, which nothing that reads content takes for one. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  const next = join(dirname(path), `.${basename(path)}.next`);
  removeAtExit(next);
  await writeFile(next, content);
  await rename(next, path);
}

/** Lets a folder take the place of another one, which stays until then; of nothing where there is none. */
export async function replaceFolder(next: string, kept: string): Promise<void> {
  const old = `${next}.old`;
  await rm(old, { recursive: true, force: true });
  // Nobody can stop the command between these two, and no reader finds nothing for longer than they take.
  try {
    renameSync(kept, old);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
  renameSync(next, kept);
  removeAtExit(old);
  await rm(old, { recursive: true, force: true });
}
