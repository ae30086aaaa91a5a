import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isHashed } from "../serving/headers.ts";

/** Names of all files below a folder, with `/`, sorted. */
export async function listSite(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

/** Whether a file is a packed twin of another: `index.html.br`. */
function isPacked(name: string): boolean {
  return /\.(br|gz)$/.test(name);
}

/** Files for machines, which nobody cites and which follow from the rest. */
const MACHINE_FILES =
  /^(pagefind\/|tim-kiem\/.*\.(pack|js)$|nhiem-vu\/loc\/|quan-tri\/|_|(manifest|version)\.json$|sitemap[^/]*\.xml$|robots\.txt$|icon\.svg$)/;

/** Whether the address of a file is one that people may keep, so that it must not disappear. */
export function isPublished(name: string): boolean {
  return !isPacked(name) && !isHashed(name) && !MACHINE_FILES.test(name);
}

/** The file that a packed one is a twin of; any other is its own. */
export function unpackedName(name: string): string {
  return name.replace(/\.(br|gz)$/, "");
}
