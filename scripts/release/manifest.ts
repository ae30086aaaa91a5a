import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReleasedFile } from "../model/release.ts";

/**
 * Size and SHA-256 of files of a site.
 * @param known measured before and not written since: they are not read again
 */
export async function measureFiles(
  folder: string,
  names: readonly string[],
  known: readonly ReleasedFile[] = [],
): Promise<ReleasedFile[]> {
  const before = new Map(known.map(file => [file.path, file]));
  const files: ReleasedFile[] = [];
  for (const path of names) files.push(before.get(path) ?? (await measureFile(folder, path)));
  return files;
}

async function measureFile(folder: string, path: string): Promise<ReleasedFile> {
  const bytes = await readFile(join(folder, path));
  return { path, size: bytes.length, sha256: sha256(bytes) };
}

/** The name of a release: its day, and a digest of all that was built. */
export function releaseId(asOf: string, files: readonly ReleasedFile[], serving: string): string {
  const list = files.map(({ path, sha256: digest }) => `${digest} ${path}\n`).join("");
  return `${asOf}-${sha256(`${list}${serving}`).slice(0, 8)}`;
}

function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
