import { chmodSync, mkdirSync } from "node:fs";
import { readdir, readFile, readlink, rename, rm, stat, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { ToldFailure } from "../command.ts";
import { errorCode } from "../error-code.ts";
import { removeAtExit } from "../leftovers.ts";
import { giveLock, takeLock } from "../lock.ts";
import { type Problem, problemOf } from "../model/problem.ts";
import type { Manifest, ReleasedSite } from "../model/release.ts";
import { makeFolder } from "../write.ts";
import { isPublished } from "./files.ts";

/**
 * The folder that releases live in:
 *
 *     releases/<id>/site/      what is served
 *     releases/<id>/serving/   configurations of web servers for it
 *     releases/<id>/pages.json what the next release compares itself with
 *     current → releases/<id>  what a web server points at
 *     .next/                   the release that is being made
 */
export interface Store {
  readonly folder: string;
}

/** A release that was published. */
export interface Release {
  readonly id: string;
  readonly manifest: Manifest;
  readonly site: ReleasedSite;
}

/** What `pages.json` holds; the files stand in the manifest. */
export type ReleaseRecord = Omit<ReleasedSite, "files">;

/** How many releases stay, the published one included; older ones go, so that the disk does not fill. */
const KEPT = 5;

/** The published release; undefined when nothing was published yet. */
export async function readCurrent(store: Store): Promise<Release | undefined> {
  const target = await readlink(join(store.folder, "current")).catch(() => undefined);
  return target === undefined ? undefined : readRelease(store, basename(target));
}

/** A release by its name; undefined when there is none. */
export async function readRelease({ folder }: Store, id: string): Promise<Release | undefined> {
  // A path would become a part of where `current` leads.
  if (id !== basename(id)) return undefined;
  const home = join(folder, "releases", id);
  try {
    const manifest = await readRecord<Manifest>(join(home, "site", "manifest.json"));
    const record = await readRecord<ReleaseRecord>(join(home, "pages.json"));
    return { id, manifest, site: { ...record, files: comparedFiles(manifest.files) } };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** What a release says of itself. A copy of it may have been broken off. */
async function readRecord<Said>(path: string): Promise<Said> {
  const text = await readFile(path, "utf8");
  try {
    return JSON.parse(text);
  } catch {
    throw new ToldFailure(
      `“${path}” bị hỏng; chép lại bản phát hành ấy, hoặc công bố bản khác: npm run release -- --back A`,
    );
  }
}

/** The files beside the pages that have an address people use, by their digest. */
export function comparedFiles(files: Manifest["files"]): Record<string, string> {
  return Object.fromEntries(
    files.flatMap(({ path, sha256 }) =>
      isPublished(path) && !path.endsWith(".html") ? [[path, sha256]] : [],
    ),
  );
}

/** Names of the releases that are there, oldest first. */
export async function listReleases({ folder }: Store): Promise<string[]> {
  const names = await readdir(join(folder, "releases")).catch(() => []);
  const times = await Promise.all(
    names.map(async name => (await stat(join(folder, "releases", name))).mtimeMs),
  );
  return names
    .map((name, i) => ({ name, time: times[i] ?? 0 }))
    .sort((a, b) => a.time - b.time)
    .map(({ name }) => name);
}

/**
 * Works in an empty folder while no other release is being made, and clears away what is left of the work; what a stopped
 * one left behind goes first.
 * @returns what is wrong: what the work says, or that another release is being made
 */
export async function workAlone(
  { folder }: Store,
  work: (folder: string) => Promise<readonly Problem[]>,
): Promise<readonly Problem[]> {
  const isNew = await makeFolder(join(folder, "releases"));
  if (isNew) for (const own of [folder, join(folder, "releases")]) chmodSync(own, 0o755);
  const lock = join(folder, ".lock");
  if (!(await takeLock(lock)))
    return [problemOf(folder, "một bản phát hành khác đang được làm", "đợi bản đó xong rồi chạy lại")];
  const next = join(folder, ".next");
  await rm(next, { recursive: true, force: true });
  // Both before any signal is heard.
  mkdirSync(next);
  removeAtExit(next);
  try {
    return await work(next);
  } finally {
    await rm(next, { recursive: true, force: true });
    await giveLock(lock);
  }
}

/**
 * Publishes what was made in the work folder. Two renames: the release takes its place among the others, then the link
 * `current` is replaced by one that leads to it. Whoever asks in between is served the old release, and whole.
 */
export async function publish({ folder }: Store, work: string, id: string): Promise<void> {
  const home = join(folder, "releases", id);
  // A release of this name may lie there, unpublished: one that was stopped, or that was left again.
  await rm(home, { recursive: true, force: true });
  await letRead(work);
  await rename(work, home);
  await switchTo(folder, id);
}

/** The web server is another user than whoever releases, whatever the umask: all of it may be read by everyone. */
async function letRead(folder: string): Promise<void> {
  chmodSync(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
}

/** Lets `current` lead to a release, in one step. */
export async function switchTo(folder: string, id: string): Promise<void> {
  const link = join(folder, ".current");
  await rm(link, { force: true });
  await symlink(join("releases", id), link);
  await rename(link, join(folder, "current"));
}

/** Removes the oldest releases; the published one and the one before it always stay. */
export async function removeOld(store: Store, keep: readonly string[]): Promise<void> {
  const names = (await listReleases(store)).filter(name => !keep.includes(name));
  for (const name of names.slice(0, Math.max(0, names.length + keep.length - KEPT)))
    await rm(join(store.folder, "releases", name), { recursive: true });
}
