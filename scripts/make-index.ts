import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { getOrMake } from "./model/maps.ts";
import type { SearchRecord } from "./model/search-table.ts";
import { FIELD_END, indexWords, type SearchWord, wordKey } from "./model/search-words.ts";

/** What is indexed of a record. */
export interface IndexedTexts {
  readonly url: string;
  /** The texts of its parts, the record itself first; `FIELD_END` between texts that do not go on into each other. */
  readonly parts: readonly string[];
}

/** What is returned of an index beside its files. */
export interface IndexedWords {
  /** By the address of a record: its name in Pagefind, and how many words its parts have. */
  readonly records: Readonly<Record<string, { hash: SearchRecord["hash"]; lengths: readonly number[] }>>;
  /** The words that have marks, by their spelling without marks. */
  readonly vocabulary: readonly (readonly [folded: string, words: readonly string[]])[];
  /** The keys (`wordKey`) of all words. */
  readonly keys: readonly string[];
}

/** Records that are handed to Pagefind at once. */
const BATCH = 32;

/**
 * Places of words that one file of an index holds; a reader loads a file of each index for every word that is looked up.
 * With Pagefind's own 20,000 a rare word costs 20 kB an index, with these 4 kB, and all files together are a tenth larger.
 */
const PLACES = 2_500;

/** Pagefind writes UI files that this site does not use. */
const UNUSED = /pagefind-(component-ui|modular-ui|ui|highlight|worker)\./;

const LANGUAGE = "vi";

/** Pagefind counts it as a word, but puts none into the index: it takes a place and costs nothing. */
const GAP = ".";

/**
 * Builds an index into a folder by a process of Pagefind, whose memory is given back at its end.
 * @param number of the process; processes of different numbers work at the same time
 * @param again when above 0, records get other names than with 0
 * @throws when Pagefind reports an error
 */
export async function makeIndex(
  records: readonly IndexedTexts[],
  folder: string,
  number: number,
  again: number,
): Promise<IndexedWords> {
  const named = new Map<string, { hash: string; lengths: readonly number[] }>();
  const { spell, vocabulary, keys } = speller();
  const nameRecord = recordNamer();
  const fragments = join(folder, "fragment");
  await mkdir(fragments, { recursive: true });
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(PLACES);
  const client = await openPagefind(number);
  const { index, errors } = await client.createIndex({ forceLanguage: LANGUAGE });
  if (!index || errors.length > 0) throw new Error(`Pagefind: ${errors.join("; ")}`);
  try {
    // A few at a time: Pagefind works while the next records are being spelled.
    for (let i = 0; i < records.length; i += BATCH) {
      const added = await Promise.all(
        records.slice(i, i + BATCH).map(({ url: page, parts }) => {
          const url = again > 0 ? `${page}#${again}` : page;
          const { content, lengths } = spell(parts);
          const hash = nameRecord(url, content, lengths);
          named.set(page, { hash, lengths });
          // One file a record, which this site has no use for: Pagefind packs and writes only those that are not there.
          writeFileSync(join(fragments, `${hash}.pf_fragment`), "");
          return index.addCustomRecord({ url, content, language: LANGUAGE, meta: {} });
        }),
      );
      const failed = added.flatMap(record => record.errors);
      if (failed.length > 0) throw new Error(`Pagefind: ${failed.join("; ")}`);
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join("; ")}`);
  } finally {
    await client.close();
  }
  if ((await readdir(fragments)).length !== named.size)
    throw new Error("Pagefind calls its records by other names than expected");
  await rm(fragments, { recursive: true });
  for (const name of await readdir(folder)) if (UNUSED.test(name)) await rm(join(folder, name));
  await minify(join(folder, "pagefind.js"));
  return {
    records: Object.fromEntries(named),
    vocabulary: [...vocabulary].map(([folded, words]) => [folded, [...words]]),
    keys: [...keys],
  };
}

/** Pagefind has one process, which makes one index after another; each load of its module has another one. */
function openPagefind(number: number): Promise<typeof import("pagefind")> {
  return import(`${import.meta.resolve("pagefind")}?${number}`);
}

/** Spells the parts of records as one text, and learns their words. */
function speller() {
  const vocabulary = new Map<string, Set<string>>();
  const keys = new Set<string>();
  const learned = new WeakSet<SearchWord>();
  return {
    vocabulary,
    keys,
    spell(parts: readonly string[]): { content: string; lengths: readonly number[] } {
      const lengths: number[] = [];
      let content = "";
      for (const part of parts) {
        let length = 0;
        for (const [i, field] of part.split(FIELD_END).entries()) {
          const words = indexWords(field);
          if (i > 0) content += content === "" ? GAP : ` ${GAP}`;
          length += words.length + (i > 0 ? 1 : 0);
          for (const word of words) {
            content += content === "" ? word.marked : ` ${word.marked}`;
            if (learned.has(word)) continue;
            learned.add(word);
            keys.add(wordKey(word));
            if (word.marked !== word.plain)
              getOrMake(vocabulary, word.folded, () => new Set()).add(word.marked);
          }
        }
        lengths.push(length);
      }
      return { content, lengths };
    },
  };
}

/** How Pagefind calls records, in their order: by as many digits of a digest as tell it from those before. */
function recordNamer(): (url: string, content: string, lengths: readonly number[]) => string {
  const taken = new Set<string>();
  return (url, content, lengths) => {
    const words = lengths.reduce((sum, length) => sum + length, 0);
    const record = { url, content, word_count: words, filters: {}, meta: {}, anchors: [] };
    const bytes = createHash("sha1").update(JSON.stringify(record)).digest();
    const digest = Array.from(bytes, byte => byte.toString(16)).join("");
    let digits = 7;
    while (taken.has(digest.slice(0, digits))) digits++;
    taken.add(digest.slice(0, digits));
    return `${LANGUAGE}_${digest.slice(0, digits)}`;
  };
}

/** Pagefind ships its client as it was written; a third of it is comments and white space. */
async function minify(file: string): Promise<void> {
  // Takes long to load, and a build that indexes nothing does not need it.
  const { transformWithEsbuild } = await import("vite");
  const { code } = await transformWithEsbuild(await readFile(file, "utf8"), file, {
    minify: true,
    sourcemap: false,
  });
  await writeFile(file, code);
}
