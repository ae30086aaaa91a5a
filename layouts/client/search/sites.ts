import { type SearchTable, searchFolder } from "../../../scripts/model/search-table.ts";
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
  /** Short names of the agencies that its records name. */
  readonly agencies: SearchTable["agencies"];
}

/** A site with all that is loaded of it before anything is looked up. */
export interface LoadedSite extends SearchedSite {
  readonly table: SearchTable;
}

/** What is searched. */
export interface Loaded {
  /** This site first. */
  readonly sites: readonly LoadedSite[];
  /** Names of the sites that should be searched and cannot be. */
  readonly missing: readonly string[];
}

/** Loads the table of this site, and then those of the sites that are searched with it, all at once. */
export async function loadSites(base: string): Promise<Loaded> {
  const own = await loadSite("", "", base, `${base}pagefind/`, `${base}tim-kiem/ke-hoach/`);
  const missing = [...(own.table.unsearched ?? [])];
  const peers = own.table.peers?.map(async ({ id, name, root }) => {
    const folder = `${base}pagefind/${searchFolder(id)}`;
    try {
      return [await loadSite(id, name, root, folder, `${folder}ke-hoach/`)];
    } catch {
      missing.push(name);
      return [];
    }
  });
  return { sites: [own, ...(await Promise.all(peers ?? [])).flat()], missing };
}

async function loadSite(
  id: string,
  name: string,
  root: string,
  folder: string,
  details: string,
): Promise<LoadedSite> {
  const table = await loadPacked<SearchTable>(`${folder}records.pack`);
  return { id, name, root, folder, details, agencies: table.agencies, table };
}
