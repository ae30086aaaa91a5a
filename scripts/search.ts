import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import * as pagefind from "pagefind";
import { transformWithEsbuild } from "vite";
import { planDetails, type SearchDraft, searchRecords, taskFacts } from "../layouts/search-records.ts";
import { strings } from "../layouts/strings.ts";
import { checkContent } from "./check.ts";
import { readSettings, type Settings } from "./load.ts";
import {
  type SearchRecord,
  type SearchTable,
  searchAbbreviations,
  shardFolder,
} from "./model/search-table.ts";
import { indexWords, isCode, type SearchWord } from "./model/search-words.ts";
import type { Site } from "./model/site.ts";

/** Tasks and records that one index holds: Pagefind keeps a whole index in memory, about 10 kB for each of them. */
const MOST_PARTS = 130_000;

/** Records that are handed to Pagefind at once. */
const BATCH = 32;

/** Pagefind writes UI files that this site does not use, and one file a record that the table replaces. */
const UNUSED = /pagefind-(component-ui|modular-ui|ui|highlight|worker)\.|^fragment$/;

/**
 * Builds the search index of a site into `<output>/pagefind/` and the files that the search page reads beside it into
 * `<output>/tim-kiem/`. The same site gives the same bytes.
 * @returns how many records of each kind and how many tasks were indexed
 * @throws when Pagefind reports an error
 */
export async function buildSearch(
  site: Site,
  { outputDir }: Pick<Settings, "outputDir">,
  mostParts = MOST_PARTS,
): Promise<Record<string, number>> {
  const folder = join(outputDir, "pagefind");
  await rm(folder, { recursive: true, force: true });
  const vocabulary = new Map<string, Set<string>>();
  const records: SearchRecord[] = [];
  let shards = 0;
  for (const drafts of shardsOf(searchRecords(site), mostParts)) {
    const shard = join(folder, shardFolder(++shards));
    records.push(...(await writeIndex(drafts, shard, vocabulary)));
    // The first index's client reads them all.
    if (shards > 1) await rm(join(shard, "pagefind.js"));
  }
  await minify(join(folder, "pagefind.js"));
  const agencies = Object.fromEntries(
    records.flatMap(({ agency }) =>
      agency ? [[agency, site.agencies.byId.get(agency)?.shortName ?? agency]] : [],
    ),
  );
  const table: SearchTable = {
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
  const details = join(outputDir, "tim-kiem", "ke-hoach");
  await mkdir(details, { recursive: true });
  for (const plan of site.plans)
    await writeFile(join(details, `${plan.slug}.pack`), pack(planDetails(site, plan)));

  const counts: Record<string, number> = {};
  for (const { kind } of records) counts[kind] = (counts[kind] ?? 0) + 1;
  return { ...counts, task: site.plans.reduce((sum, plan) => sum + plan.tasks.length, 0) };
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

/**
 * Builds one index by a process of its own, whose memory is given back at its end.
 * @param vocabulary learns the words of the records
 */
async function writeIndex(
  drafts: readonly SearchDraft[],
  folder: string,
  vocabulary: Map<string, Set<string>>,
): Promise<SearchRecord[]> {
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
  return drafts.map(({ parts: _, ...draft }): SearchRecord => {
    const hash = hashes.get(draft.url);
    if (hash === undefined) throw new Error(`Pagefind has no record of ${draft.url}`);
    return { ...draft, hash, lengths: lengths.get(draft.url) ?? [] };
  });
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
function pack(value: object): Buffer {
  return gzipSync(JSON.stringify(value), { level: 9 });
}

/** What `buildSearch` indexed, as a Vietnamese line. */
export function summarizeIndex(counts: Readonly<Record<string, number>>): string {
  const names: Record<string, string> = strings.search.kinds;
  return `Chỉ mục tìm kiếm: ${Object.entries(counts)
    .map(([kind, count]) => `${count} ${(names[kind] ?? kind).toLowerCase()}`)
    .join(", ")}.`;
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
