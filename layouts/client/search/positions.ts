import { shardFolder } from "../../../scripts/model/search-table.ts";
import type { KnownSite } from "./sites.ts";

/** Where a word stands: its positions, by record (`recordKey`). */
export type Standings = ReadonlyMap<string, ReadonlySet<number>>;

/** What is searched of a site by Pagefind. */
type IndexedSite = Pick<KnownSite, "name" | "folder" | "place" | "shards">;

/** The indices of sites as one. */
interface Index {
  /** Searches further sites as well. */
  add(sites: readonly IndexedSite[]): void;
  positions(word: string): Promise<Standings>;
  /** Sites that Pagefind cannot read the index of; nothing is found of them. */
  unreadable(): readonly IndexedSite[];
}

/** What Pagefind is asked for. */
interface Pagefind {
  createInstance(options: object): Instance;
}
interface Instance {
  filters(): Promise<object>;
  mergeIndex(path: string, options: object): Promise<void>;
  search(query: string): Promise<{ results: { id: string; score: number; words: number[] }[] } | null>;
}

/** Pagefind's name of a record says what is in it only roughly: two sites may have one name for different records. */
export function recordKey(site: number, hash: string): string {
  return `${site} ${hash}`;
}

/**
 * Pagefind merges the results of many indices and does not say which one a result is from. So each site has a weight
 * of its own, a power of two, further from the next than two scores ever are: the size of a score tells the site.
 */
const APART = 40;
const MIDDLE = 24;

function weightOf(site: number): number {
  return 2 ** (APART * (site - MIDDLE));
}

function siteOf(score: number): number {
  return Math.round(Math.log2(score) / APART) + MIDDLE;
}

/** Opens the index of this site. Those that are added and cannot be read are left out, and do not hold up the others. */
export function openIndex(client: Pagefind, own: IndexedSite): Index {
  const known = new Map<string, Promise<Standings>>();
  const added: IndexedSite[] = [];
  const unreadable = new Set<IndexedSite>();
  let opened = open(client, own, []);

  async function ask(word: string): Promise<Standings> {
    const asked = opened;
    try {
      return read(await (await asked).search(word));
    } catch (error) {
      if (added.length === 0) throw error;
      // Pagefind fails altogether where one index fails; the first of the words asked at once mends it for all.
      if (asked === opened) opened = reopen(word);
      return read(await (await opened).search(word));
    }
  }

  /** Opens all that can be read: each is tried alone. */
  async function reopen(word: string): Promise<Instance> {
    await Promise.all(
      added.map(async site => {
        const alone = open(client, own, [site]);
        await alone.then(instance => instance.search(word)).catch(() => unreadable.add(site));
      }),
    );
    return open(
      client,
      own,
      added.filter(site => !unreadable.has(site)),
    );
  }

  return {
    add(sites) {
      added.push(...sites);
      known.clear();
      opened = opened.then(instance => merge(instance, sites));
      // Whoever asks next hears of a failure.
      opened.catch(() => {});
    },
    positions(word) {
      const before = known.get(word);
      if (before) return before;
      const asked = ask(word);
      known.set(word, asked);
      return asked;
    },
    unreadable: () => [...unreadable],
  };
}

async function open(client: Pagefind, own: IndexedSite, others: readonly IndexedSite[]): Promise<Instance> {
  const instance = client.createInstance({ basePath: own.folder, indexWeight: weightOf(own.place) });
  // Merging waits for the first index, however long; asking for its filters fails when it fails.
  await Promise.all([instance.filters(), merge(instance, [own, ...others])]);
  return instance;
}

/** Adds all parts of the indices of sites, at once; the first part of this site's own is there from the start. */
async function merge(instance: Instance, sites: readonly IndexedSite[]): Promise<Instance> {
  const parts = sites.flatMap(({ folder, place, shards }) =>
    Array.from({ length: shards }, (_, i) => ({ path: folder + shardFolder(i + 1), place })),
  );
  const first = sites.find(({ place }) => place === 0)?.folder;
  await Promise.all(
    parts
      .filter(({ path }) => path !== first)
      .map(({ path, place }) => instance.mergeIndex(path, { indexWeight: weightOf(place) })),
  );
  return instance;
}

function read(answer: Awaited<ReturnType<Instance["search"]>>): Standings {
  return new Map(
    answer?.results.map(({ id, score, words }) => [recordKey(siteOf(score), id), new Set(words)]),
  );
}
