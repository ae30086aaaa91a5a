import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { Peer } from "./model/peer.ts";
import { BUNDLE_FILE, type Bundle, isBundled, parseBundle, SEARCH_FORMAT } from "./model/search-bundle.ts";
import { type SearchPeer, searchFolder } from "./model/search-table.ts";
import { PAGEFIND_VERSION } from "./pagefind-version.ts";
import { indexFolder } from "./read-harvest.ts";
import { measureFiles } from "./release/manifest.ts";

/** The most sites that are searched with this one: a reader's browser loads the index of each of them. */
export const MOST_PEERS = 40;

const WORDS = "pagefind/words.pack";

/** The other sites of a portal, as far as its search goes. */
export interface Joined {
  readonly peers: readonly SearchPeer[];
  /** Which words each of them may have. */
  readonly filters: readonly string[];
  /** Those that cannot be searched, and why not: a Vietnamese clause. */
  readonly unsearched: readonly { readonly name: string; readonly reason: string }[];
  /** How many could be searched, but are more than `MOST_PEERS`. */
  readonly beyond: number;
}

/** Lays the harvested indices of other sites beside this one's, where its client finds them. */
export async function joinSearch(
  sites: readonly Peer[],
  harvested: string,
  outputDir: string,
): Promise<Joined> {
  const peers: SearchPeer[] = [];
  const filters: string[] = [];
  const unsearched: { name: string; reason: string }[] = [];
  let beyond = 0;
  for (const { id, name, address } of sites) {
    const held = indexFolder(harvested, id);
    const bundle = await readBundle(held);
    const root = "reason" in bundle ? "" : rootOf(bundle, address);
    if ("reason" in bundle) unsearched.push({ name, reason: bundle.reason });
    else if (root === "") unsearched.push({ name, reason: "trang không khai địa chỉ cho người đọc" });
    else if (peers.length === MOST_PEERS) beyond++;
    else {
      for (const { path } of bundle.files) {
        const target = join(
          outputDir,
          "pagefind",
          searchFolder(id),
          path.replace(/^(pagefind|tim-kiem)\//, ""),
        );
        await mkdir(dirname(target), { recursive: true });
        await cp(join(held, path), target);
      }
      const shards = bundle.files.filter(({ path }) => path.endsWith("/pagefind-entry.json")).length;
      peers.push({ id, name, root, shards });
      filters.push(z.string().parse(JSON.parse(gunzipSync(await readFile(join(held, WORDS))).toString())));
    }
  }
  return { peers, filters, unsearched, beyond };
}

/** The most sites that a reader is named; of a nation's portal a thousand may be missing. */
const MOST_NAMED = 5;

/** What a reader is told of the sites that cannot be searched. */
export function nameUnsearched({ unsearched, beyond }: Joined): string[] {
  const named = unsearched.slice(0, MOST_NAMED).map(({ name }) => name);
  const others = unsearched.length - named.length + beyond;
  return others > 0 ? [...named, `${others} trang khác`] : named;
}

/** Lists the files of this site's own index, for portals that take it; the last step of an index. */
export async function writeBundle(outputDir: string, root: string): Promise<void> {
  const names: string[] = [];
  for (const folder of ["pagefind", "tim-kiem"])
    for (const name of await readdir(join(outputDir, folder), { recursive: true }))
      names.push(`${folder}/${name.replaceAll("\\", "/")}`);
  const files = await measureFiles(outputDir, names.filter(isBundled).sort());
  const bundle: Bundle = {
    format: SEARCH_FORMAT,
    pagefind: PAGEFIND_VERSION,
    root,
    files: files.map(({ path, size, sha256 }) => ({ path, bytes: size, sha256 })),
  };
  await writeFile(join(outputDir, BUNDLE_FILE), JSON.stringify(bundle));
}

async function readBundle(held: string): Promise<ReturnType<typeof parseBundle>> {
  const text = await readFile(join(held, "bundle.json"), "utf8").catch(() => undefined);
  return text === undefined ? { reason: "chưa lấy được chỉ mục" } : parseBundle(text, PAGEFIND_VERSION);
}

/** What a site says of its own address; otherwise the one that it was fetched from, when that is one for readers. */
function rootOf({ root }: Bundle, address: string): string {
  return root || (/^https?:/i.test(address) ? address : "");
}
