import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import * as pagefind from "pagefind";
import { transformWithEsbuild } from "vite";
import { planDetails, type SearchDraft, searchRecords, taskFacts } from "../layouts/search-records.ts";
import { strings } from "../layouts/strings.ts";
import { digestOf, keep } from "./cache.ts";
import { checkContent } from "./check.ts";
import { harvestFolder } from "./harvest.ts";
import { type Joined, joinSearch, MOST_PEERS, nameUnsearched, writeBundle } from "./join-search.ts";
import { readSettings, type Settings } from "./load.ts";
import {
  PEER_WORDS,
  type SearchRecord,
  type SearchTable,
  searchAbbreviations,
  shardFolder,
} from "./model/search-table.ts";
import { indexWords, isCode, type SearchWord, wordKey } from "./model/search-words.ts";
import type { Site } from "./model/site.ts";
import { makeWordFilter } from "./model/word-filter.ts";

/** Tasks and records that one index holds: Pagefind keeps a whole index in memory, about 10 kB for each of them. */
const MOST_PARTS = 130_000;

/** Records that are handed to Pagefind at once. */
const BATCH = 32;

/** What decides the bytes of an index besides its texts. */
const MADE_BY = ["scripts/search.ts", "scripts/model/search-words.ts", "package-lock.json"];

/** The file that lies beside an index in the cache. */
const WORDS = "words.json";

/** Pagefind writes UI files that this site does not use, and one file a record that the table replaces. */
const UNUSED = /pagefind-(component-ui|modular-ui|ui|highlight|worker)\.|^fragment$/;

/** What was indexed. */
export interface Indexed {
  /** Records of each kind, and tasks. */
  readonly counts: Readonly<Record<string, number>>;
  readonly joined: Joined;
}

/**
 * Builds the search index of a site into `<output>/pagefind/` and the files that the search page reads beside it into
 * `<output>/tim-kiem/`; a portal's with what was harvested of other sites. The same site gives the same bytes.
 * @returns how many records of each kind and how many tasks were indexed, and which other sites are searched
 * @throws when Pagefind reports an error
 */
export async function buildSearch(
  site: Site,
  {
    outputDir,
    cacheDir,
    siteUrl,
    pathPrefix,
  }: Pick<Settings, "outputDir" | "cacheDir" | "siteUrl" | "pathPrefix">,
  mostParts = MOST_PARTS,
): Promise<Indexed> {
  const folder = join(outputDir, "pagefind");
  await rm(folder, { recursive: true, force: true });
  const vocabulary = new Map<string, Set<string>>();
  const keys = new Set<string>();
  const records: SearchRecord[] = [];
  let shards = 0;
  for (const drafts of shardsOf(searchRecords(site), mostParts)) {
    const shard = join(folder, shardFolder(++shards));
    records.push(...(await writeIndex(drafts, shard, cacheDir, vocabulary, keys)));
    // The first index's client reads them all.
    if (shards > 1) await rm(join(shard, "pagefind.js"));
  }
  await minify(join(folder, "pagefind.js"));
  const agencies = Object.fromEntries(
    records.flatMap(({ agency }) =>
      agency ? [[agency, site.agencies.byId.get(agency)?.shortName ?? agency]] : [],
    ),
  );
  const joined = await joinSearch(site.peers, harvestFolder(process.env), outputDir);
  const table: SearchTable = {
    ...(site.peers.length > 0 && {
      peers: joined.peers,
      unsearched: nameUnsearched(joined),
    }),
    shards,
    records,
    agencies,
    abbreviations: searchAbbreviations(site.abbreviations),
    vocabulary: Object.fromEntries(
      [...vocabulary].sort().map(([folded, words]) => [folded, [...words].sort()]),
    ),
  };
  await writeFile(join(folder, "records.pack"), pack(table));
  await writeFile(join(folder, "tasks.pack"), pack(taskFacts(site, records)));
  await writeFile(join(folder, "words.pack"), pack(makeWordFilter(keys)));
  const details = join(outputDir, "tim-kiem", "ke-hoach");
  await mkdir(details, { recursive: true });
  for (const plan of site.plans)
    await writeFile(join(details, `${plan.slug}.pack`), pack(planDetails(site, plan)));
  if (joined.filters.length > 0) await writeFile(join(folder, PEER_WORDS), pack(joined.filters));
  await writeBundle(outputDir, siteUrl && `${siteUrl}${pathPrefix}`);

  const counts: Record<string, number> = {};
  for (const { kind } of records) counts[kind] = (counts[kind] ?? 0) + 1;
  counts.task = site.plans.reduce((sum, plan) => sum + plan.tasks.length, 0);
  return { counts, joined };
}

/** Records in their order, as many together as one index may hold. */
function* shardsOf(drafts: Iterable<SearchDraft>, mostParts: number): Iterable<SearchDraft[]> {
  let shard: SearchDraft[] = [];
  let parts = 0;
  for (const draft of drafts) {
    if (parts + draft.parts.length > mostParts && shard.length > 0) {
      yield shard;
      shard = [];
      parts = 0;
    }
    shard.push(draft);
    parts += draft.parts.length;
  }
  yield shard;
}

/** What is known of an index besides its files. */
interface IndexWords {
  /** By the address of a record: how Pagefind calls it, and how many words its parts have. */
  readonly records: Readonly<Record<string, Pick<SearchRecord, "hash" | "lengths">>>;
  readonly vocabulary: readonly (readonly [folded: string, words: readonly string[]])[];
  readonly keys: readonly string[];
}

/**
 * Puts one index of some records into a folder. Texts that an earlier build indexed are not indexed again: a site is built
 * every day, because lateness is a matter of the day, but its texts change less often.
 * @param vocabulary learns the words of the records that have marks
 * @param keys learns what all words of the records are found by
 */
async function writeIndex(
  drafts: readonly SearchDraft[],
  folder: string,
  cacheDir: string,
  vocabulary: Map<string, Set<string>>,
  keys: Set<string>,
): Promise<SearchRecord[]> {
  const texts = createHash("sha256");
  for (const { url, parts } of drafts) texts.update(JSON.stringify([url, parts]));
  const kept = join(cacheDir, "search", await digestOf(MADE_BY, texts.digest("hex")));
  await keep(kept, async next => {
    const words = await makeIndex(drafts, join(next, "index"));
    await writeFile(join(next, WORDS), JSON.stringify(words));
  });
  const words: IndexWords = JSON.parse(await readFile(join(kept, WORDS), "utf8"));
  await cp(join(kept, "index"), folder, { recursive: true });
  for (const [folded, marked] of words.vocabulary)
    vocabulary.set(folded, new Set([...(vocabulary.get(folded) ?? []), ...marked]));
  for (const key of words.keys) keys.add(key);
  return drafts.map(({ parts: _, ...draft }): SearchRecord => {
    const record = words.records[draft.url];
    if (!record) throw new Error(`Pagefind has no record of ${draft.url}`);
    return { ...draft, ...record };
  });
}

/** Builds an index by a process of its own, whose memory is given back at its end. */
async function makeIndex(drafts: readonly SearchDraft[], folder: string): Promise<IndexWords> {
  const vocabulary = new Map<string, Set<string>>();
  const keys = new Set<string>();
  const lengths = new Map<string, number[]>();
  const learned = new WeakSet<SearchWord>();
  const { index, errors } = await pagefind.createIndex({ forceLanguage: "vi" });
  if (!index || errors.length > 0) throw new Error(`Pagefind: ${errors.join("; ")}`);
  try {
    // A few at a time: Pagefind works while the next records are being spelled.
    for (let i = 0; i < drafts.length; i += BATCH) {
      const added = await Promise.all(
        drafts.slice(i, i + BATCH).map(({ url, parts }) => {
          const counts: number[] = [];
          let content = "";
          for (const part of parts) {
            const words = indexWords(part);
            counts.push(words.length);
            for (const word of words) {
              content += content === "" ? word.marked : ` ${word.marked}`;
              if (learned.has(word)) continue;
              learned.add(word);
              keys.add(wordKey(word));
              if (word.marked.slice(0, -1) !== word.folded && !isCode(word)) learn(vocabulary, word);
            }
          }
          lengths.set(url, counts);
          return index.addCustomRecord({ url, content, language: "vi", meta: {} });
        }),
      );
      const failed = added.flatMap(record => record.errors);
      if (failed.length > 0) throw new Error(`Pagefind: ${failed.join("; ")}`);
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join("; ")}`);
  } finally {
    await pagefind.close();
  }
  const hashes = await readHashes(join(folder, "fragment"));
  for (const name of await readdir(folder))
    if (UNUSED.test(name)) await rm(join(folder, name), { recursive: true });
  return {
    records: Object.fromEntries(
      [...lengths].map(([url, lengths]) => {
        const hash = hashes.get(url);
        if (hash === undefined) throw new Error(`Pagefind has no record of ${url}`);
        return [url, { hash, lengths }];
      }),
    ),
    vocabulary: [...vocabulary].map(([folded, words]) => [folded, [...words]]),
    keys: [...keys],
  };
}

/** Pagefind ships its client as it was written; a third of it is comments and white space. */
async function minify(file: string): Promise<void> {
  const { code } = await transformWithEsbuild(await readFile(file, "utf8"), file, {
    minify: true,
    sourcemap: false,
  });
  await writeFile(file, code);
}

function learn(vocabulary: Map<string, Set<string>>, { folded, marked }: SearchWord): void {
  const words = vocabulary.get(folded);
  if (words) words.add(marked);
  else vocabulary.set(folded, new Set([marked]));
}

/** Which file Pagefind made of which record: the name of the file is how its results call the record. */
async function readHashes(folder: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const name of await readdir(folder)) {
    const text = gunzipSync(await readFile(join(folder, name))).toString("utf8");
    const { url } = JSON.parse(text.slice(text.indexOf("{"))) as { url: string };
    hashes.set(url, name.replace(/\.pf_fragment$/, ""));
  }
  return hashes;
}

/** JSON, packed: as small on a server that packs nothing. The ending says nothing, so that no server unpacks it. */
function pack(value: object | string): Buffer {
  return gzipSync(JSON.stringify(value), { level: 9 });
}

/** What `buildSearch` indexed, as Vietnamese lines: one of this site, one for each other site that is left out. */
export function summarizeIndex({ counts, joined }: Indexed): string {
  const { peers, unsearched, beyond } = joined;
  const names: Record<string, string> = strings.search.kinds;
  const own = Object.entries(counts).map(
    ([kind, count]) => `${count} ${(names[kind] ?? kind).toLowerCase()}`,
  );
  return [
    `Chỉ mục tìm kiếm: ${own.join(", ")}${peers.length > 0 ? `; tìm chung với ${peers.length} trang khác` : ""}.`,
    ...unsearched.map(({ name, reason }) => `Không tìm trong ${name}: ${reason}.`),
    ...(beyond > 0 ? [`Không tìm trong ${beyond} trang sau: chỉ tìm chung được ${MOST_PEERS} trang.`] : []),
  ].join("\n");
}

async function main(): Promise<void> {
  const settings = readSettings(process.env, new Date());
  const { site, problems } = await checkContent(settings);
  if (problems.length > 0) {
    console.error(`Nội dung có ${problems.length} lỗi; chạy npm run check để xem.`);
    process.exitCode = 1;
    return;
  }
  console.log(summarizeIndex(await buildSearch(site, settings)));
}

if (import.meta.filename === process.argv[1]) await main();
