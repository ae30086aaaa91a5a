import { ownNames, PEER_WORDS, type SearchTable, searchFolder } from "../../../scripts/model/search-table.ts";
import { readWordFilter } from "../../../scripts/model/word-filter.ts";
import { loadPacked } from "./packed.ts";

/** A site whose records are found: this one, or another one whose index lies beside this one's. */
export interface SearchedSite {
  /** Its id in data/sites.csv; empty for this site. */
  readonly id: string;
  readonly name: string;
  /** Where its pages stand. */
  readonly root: string;
  /** Where its index and tables lie on this site. */
  readonly folder: string;
  /** Where the details of its plans lie on this site. */
  readonly details: string;
}

/** A site before anything is loaded of it. */
export interface KnownSite extends SearchedSite {
  /** Place among all sites; 0 is this one. */
  readonly place: number;
  /** How many indices hold its records. */
  readonly shards: number;
  /** Whether it may have a word, by its `wordKey`. */
  readonly mayHave: (key: string) => boolean;
}

/** The table of this site. */
export async function loadTable({ folder }: Pick<SearchedSite, "folder">): Promise<SearchTable> {
  const table = await loadPacked<SearchTable>(`${folder}records.pack`);
  return { ...table, agencies: { ...ownNames(table.records), ...table.agencies } };
}

/** This site, before its table is loaded. */
export function thisSite(base: string): SearchedSite {
  return { id: "", name: "", root: base, folder: `${base}pagefind/`, details: `${base}tim-kiem/ke-hoach/` };
}

/** The sites that are searched with this one; where their words cannot be loaded, each may have any. */
export async function loadPeers(
  { folder: own }: SearchedSite,
  { peers = [] }: SearchTable,
): Promise<KnownSite[]> {
  if (peers.length === 0) return [];
  const filters = await loadPacked<string[]>(`${own}${PEER_WORDS}`).catch((): string[] => []);
  return peers.map((peer, i) => {
    const folder = `${own}${searchFolder(peer.id)}`;
    const filter = filters[i];
    return {
      ...peer,
      folder,
      details: `${folder}ke-hoach/`,
      place: i + 1,
      mayHave: filter === undefined ? () => true : readWordFilter(filter),
    };
  });
}
