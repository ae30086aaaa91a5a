import { writeFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { distinctNames } from "../layouts/agency-names.ts";
import { planDetails, taskFacts } from "../layouts/search-details.ts";
import { type SearchDraft, searchRecords } from "../layouts/search-records.ts";
import { strings } from "../layouts/strings.ts";
import { urls } from "../layouts/urls.ts";
import { findSoundSite } from "./check.ts";
import { isBuilt, takeOutput } from "./check-output.ts";
import { isStarted, runCommand } from "./command.ts";
import { indexRecords, placeIndex, type RecordIndex } from "./index-records.ts";
import { type Joined, joinSearch, MOST_PEERS, nameUnsearched, writeBundle } from "./join-search.ts";
import { countBy } from "./model/maps.ts";
import { writeLengths } from "./model/part-lengths.ts";
import { divideRecords } from "./model/search-shards.ts";
import {
  ownNames,
  PEER_WORDS,
  type SearchTable,
  searchAbbreviations,
  searchGlossary,
  shardFolder,
} from "./model/search-table.ts";
import type { Site } from "./model/site.ts";
import { makeWordFilter } from "./model/word-filter.ts";
import { readSettings, type Settings } from "./settings.ts";

/**
 * Letters of text that one index holds, those of some 1,300 plans of 50 short tasks. Fewer are made anew sooner after an
 * edit, and take less memory, of which Pagefind needs up to a hundred bytes a letter; but each index costs a reader one more
 * file a word.
 */
const MOST_LETTERS = 7_000_000;

/** What was indexed. */
interface Indexed {
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
    harvestDir,
    siteUrl,
    pathPrefix,
  }: Pick<Settings, "outputDir" | "cacheDir" | "harvestDir" | "siteUrl" | "pathPrefix">,
  mostLetters = MOST_LETTERS,
): Promise<Indexed> {
  const folder = join(outputDir, "pagefind");
  await rm(folder, { recursive: true, force: true });
  const drafts = [...searchRecords(site)];
  const [indices] = await Promise.all([
    indexRecords(divideRecords(drafts, mostLetters), cacheDir),
    writeDetails(site, outputDir),
  ]);
  for (const [i, index] of indices.entries()) {
    const shard = join(folder, shardFolder(i + 1));
    placeIndex(index, shard);
    // The first index's client reads them all.
    if (i > 0) await rm(join(shard, "pagefind.js"));
  }
  const { records, lengths } = nameRecords(drafts, indices);
  const names = distinctNames(
    site,
    records.flatMap(({ agency }) => agency ?? []),
  );
  const own = ownNames(records);
  const agencies = Object.fromEntries([...names].filter(([id, name]) => own[id] !== name));
  const joined = await joinSearch(site.peers, harvestDir, outputDir);
  const table: SearchTable = {
    ...(site.peers.length > 0 && {
      peers: joined.peers,
      unsearched: nameUnsearched(joined),
    }),
    shards: indices.length,
    records,
    lengths,
    agencies,
    abbreviations: searchAbbreviations(site.abbreviations),
    ...(site.abbreviations.length > 0 && {
      glossary: searchGlossary(site.abbreviations, urls.abbreviations),
    }),
    comparison: urls.compare,
    vocabulary: joinVocabularies(indices),
  };
  await writeFile(join(folder, "records.pack"), pack(table));
  await writeFile(join(folder, "tasks.pack"), pack(taskFacts(site, records)));
  await writeFile(
    join(folder, "words.pack"),
    pack(makeWordFilter(new Set(indices.flatMap(({ keys }) => keys)))),
  );
  if (joined.filters.length > 0) await writeFile(join(folder, PEER_WORDS), pack(joined.filters));
  await writeBundle(outputDir, siteUrl && `${siteUrl}${pathPrefix}`);

  const task = site.plans.reduce((sum, plan) => sum + plan.tasks.length, 0);
  return { counts: { ...Object.fromEntries(countBy(records.map(({ kind }) => kind))), task }, joined };
}

/** Records as the client reads them, with the names and the lengths that they have in their indices. */
function nameRecords(
  drafts: readonly SearchDraft[],
  indices: readonly RecordIndex[],
): Pick<SearchTable, "records" | "lengths"> {
  const named = new Map(indices.flatMap(({ records }) => Object.entries(records)));
  const found = drafts.map(({ parts: _, ...draft }) => {
    const name = named.get(draft.url);
    if (!name) throw new Error(`no index has ${draft.url}`);
    return { record: { ...draft, hash: name.hash }, lengths: writeLengths(name.lengths) };
  });
  return { records: found.map(({ record }) => record), lengths: found.map(({ lengths }) => lengths) };
}

function joinVocabularies(indices: readonly RecordIndex[]): SearchTable["vocabulary"] {
  const all = new Map<string, Set<string>>();
  for (const { vocabulary } of indices)
    for (const [folded, words] of vocabulary)
      all.set(folded, new Set([...(all.get(folded) ?? []), ...words]));
  return Object.fromEntries([...all].sort().map(([folded, words]) => [folded, [...words].sort()]));
}

/** One small file a plan. After each, the event loop may go on: Pagefind works at the same time. */
async function writeDetails(site: Site, outputDir: string): Promise<void> {
  const folder = join(outputDir, "tim-kiem", "ke-hoach");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const plan of site.plans) {
    writeFileSync(join(folder, `${plan.slug}.pack`), pack(planDetails(site, plan)));
    await setImmediate();
  }
}

/** JSON with gzip, for servers that pack nothing. Its file ending is of no known type, so that no server unpacks it. */
function pack(value: object | string): Buffer {
  // A code for every 2,048 signs instead of 16,384: the parts of these files differ, and pack better so.
  return gzipSync(JSON.stringify(value), { level: 9, memLevel: 5 });
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
  if (!(await isBuilt(settings.outputDir)) || !(await takeOutput(settings.outputDir))) return;
  const site = await findSoundSite(settings);
  if (!site) return;
  console.log(summarizeIndex(await buildSearch(site, settings)));
}

const HELP = {
  usage: `  npm run build:search    lập chỉ mục tìm kiếm cho trang đã dựng`,
  options: [],
};

if (isStarted(import.meta.filename)) await runCommand(HELP, main);
