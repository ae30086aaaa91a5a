import { shardFolder } from "../../../scripts/model/search-table.ts";
import type { LoadedSite } from "./sites.ts";

/** Where a word stands: its positions, by record (`recordKey`). */
export type Standings = ReadonlyMap<string, ReadonlySet<number>>;

/** The indices of all sites as one. */
export interface Index {
  positions(word: string): Promise<Standings>;
  /** Sites that Pagefind cannot read the index of; nothing is found of them. */
  unreadable(): readonly LoadedSite[];
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

/** Opens the indices of sites, this one's first. One that cannot be read is left out, and does not hold up the others. */
export function openIndex(sites: readonly LoadedSite[], client: Pagefind): Index {
  const known = new Map<string, Promise<Standings>>();
  let readable = sites;
  let opened = merge(client, sites, readable);

  async function ask(word: string): Promise<Standings> {
    const asked = opened;
    try {
      return read(await (await asked).search(word));
    } catch (error) {
      if (sites.length === 1) throw error;
      // Pagefind fails altogether where one index fails; the first of the words asked at once mends it for all.
      if (asked === opened) opened = reopen(word);
      return read(await (await opened).search(word));
    }
  }

  async function reopen(word: string): Promise<Instance> {
    const [own, ...peers] = sites;
    const tried = await Promise.all(
      peers.map(async peer => {
        const pair = own ? [own, peer] : [];
        const answers = merge(client, sites, pair).then(alone => alone.search(word));
        return answers.then(
          () => [peer],
          () => [],
        );
      }),
    );
    readable = [...sites.slice(0, 1), ...tried.flat()];
    return merge(client, sites, readable);
  }

  return {
    positions(word) {
      const before = known.get(word);
      if (before) return before;
      const asked = ask(word);
      known.set(word, asked);
      return asked;
    },
    unreadable: () => sites.filter(site => !readable.includes(site)),
  };
}

/** One instance of Pagefind that searches all parts of the indices of the readable ones of the sites. */
async function merge(
  client: Pagefind,
  sites: readonly LoadedSite[],
  readable: readonly LoadedSite[],
): Promise<Instance> {
  const instance = client.createInstance({
    basePath: sites[0]?.folder,
    indexWeight: weightOf(0),
  });
  const others = readable.flatMap(site => {
    const place = sites.indexOf(site);
    const shards = Array.from({ length: site.table.shards }, (_, i) => site.folder + shardFolder(i + 1));
    return shards
      .slice(place === 0 ? 1 : 0)
      .map(path => instance.mergeIndex(path, { indexWeight: weightOf(place) }));
  });
  // Merging waits for the first index, however long; asking for its filters fails when it fails.
  await Promise.all([instance.filters(), ...others]);
  return instance;
}

function read(answer: Awaited<ReturnType<Instance["search"]>>): Standings {
  return new Map(
    answer?.results.map(({ id, score, words }) => [recordKey(siteOf(score), id), new Set(words)]),
  );
}
