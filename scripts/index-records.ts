import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { forEachAtOnce } from "./at-once.ts";
import { digestOf, keep, linkOrCopy } from "./cache.ts";
import { type IndexedTexts, type IndexedWords, makeIndex } from "./make-index.ts";

/** An index of some records, as the cache holds it. */
export interface RecordIndex extends IndexedWords {
  /** Where its files are; they stay as they are. */
  readonly folder: string;
}

/** Indices that are made at once: each keeps a process of Pagefind busy, and this process spells words for two of them. */
const AT_ONCE = 2;

/** Files on which the bytes of an index depend, besides its texts. */
const MADE_BY = ["scripts/make-index.ts", "scripts/model/search-words.ts", "package-lock.json"];

/** The folder of an index in the cache, and the file that lies beside it. */
const INDEX = "index";
const WORDS = "words.json";

/** The folder of its parts inside an index. */
const PARTS = "index";

/**
 * Makes indices of records. Texts that an earlier build indexed are not indexed again: a site is built every day, because
 * lateness is a matter of the day, but its texts change less often.
 * @throws when Pagefind reports an error
 */
export async function indexRecords(
  shards: readonly (readonly IndexedTexts[])[],
  cacheDir: string,
): Promise<RecordIndex[]> {
  const made = new Map<readonly IndexedTexts[], RecordIndex>();
  await forEachAtOnce(shards, AT_ONCE, async (shard, number) =>
    made.set(shard, await keepIndex(shard, cacheDir, number)),
  );
  const indices: RecordIndex[] = [];
  const names = new Set<string>();
  for (const shard of shards) {
    let index = made.get(shard);
    for (let again = 1; !index || namesOf(index).some(name => names.has(name)); again++)
      index = await keepIndex(shard, cacheDir, 0, again);
    for (const name of namesOf(index)) names.add(name);
    indices.push(index);
  }
  return indices;
}

/** Puts an index into a folder. Its parts are named by digests and stay what they are: another name for each will do. */
export function placeIndex({ folder }: RecordIndex, target: string): void {
  mkdirSync(join(target, PARTS), { recursive: true });
  for (const name of readdirSync(join(folder, PARTS)))
    linkOrCopy(join(folder, PARTS, name), join(target, PARTS, name));
  for (const name of readdirSync(folder))
    if (name !== PARTS) copyFileSync(join(folder, name), join(target, name));
}

function namesOf({ records }: RecordIndex): string[] {
  return Object.values(records).map(({ hash }) => hash);
}

/**
 * Takes an index from the cache, or has the process of this number make it.
 * @param again how often the names of its records were already taken by another index. Pagefind makes these names, of seven
 * digits, from all that a record holds, its address included
 */
async function keepIndex(
  records: readonly IndexedTexts[],
  cacheDir: string,
  number: number,
  again = 0,
): Promise<RecordIndex> {
  const texts = createHash("sha256").update(String(again));
  for (const { url, parts } of records) texts.update(JSON.stringify([url, parts]));
  const kept = join(cacheDir, "search", await digestOf(MADE_BY, texts.digest("hex")));
  await keep(kept, async next => {
    const words = await makeIndex(records, join(next, INDEX), number, again);
    await writeFile(join(next, WORDS), JSON.stringify(words));
  });
  const words: IndexedWords = JSON.parse(await readFile(join(kept, WORDS), "utf8"));
  return { ...words, folder: join(kept, INDEX) };
}
