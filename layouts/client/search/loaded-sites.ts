import { readLengths } from "../../../scripts/model/part-lengths.ts";
import type { SearchRecord, SearchTable } from "../../../scripts/model/search-table.ts";
import { type SearchWord, wordKey } from "../../../scripts/model/search-words.ts";
import { fold } from "../../../scripts/model/vietnamese.ts";
import { initialsOf, spellInitials } from "./initials.ts";
import { openIndex, recordKey, type Standings } from "./positions.ts";
import { type KnownSite, loadPeers, loadTable, type SearchedSite, thisSite } from "./sites.ts";

/** A site with the short names of the agencies and indices that its records name. */
export interface AnsweringSite extends SearchedSite {
  readonly agencies: SearchTable["agencies"];
  readonly indices: Readonly<Record<string, string>>;
}

/** A record of a site that is loaded. */
interface Place {
  readonly record: SearchRecord;
  /** Place of its site among those of an answer. */
  readonly site: number;
  /** Place among the records of its site. */
  readonly order: number;
  /** How many words each of its parts has. */
  readonly lengths: readonly number[];
  /** Short name of the agency whose plan it is. */
  readonly issuer: string | undefined;
}

/** This site and those that are searched with it, each loaded when it may have the words of a query. */
export interface LoadedSites {
  /** What a query may be widened by: abbreviations of this site, and what the query abbreviates of its agencies' names. */
  readonly abbreviationsOf: (query: string) => SearchTable["abbreviations"];
  /** The glossary of this site, saying what an abbreviation means. */
  readonly meaningOf: (abbreviation: string) => SearchRecord | undefined;
  /** Loads the sites that may have all words of one of the variants; the others have nothing to do with the query. */
  readonly reach: (variants: readonly (readonly SearchWord[])[]) => Promise<void>;
  /** Tables of what is loaded. */
  readonly tables: () => SearchTable[];
  /** Where a word stands, as the index spells it. */
  readonly positions: (spelling: string) => Promise<Standings>;
  /** A record by its `recordKey`. */
  readonly placeOf: (key: string) => Place | undefined;
  /** The sites that were searched, this one first. */
  readonly sites: () => AnsweringSite[];
  /** Names of the sites that should have been searched and could not be. */
  readonly missing: () => string[];
}

/** Loads Pagefind and the table of this site; nothing of the others but which words they may have. */
export async function openSites(base: string): Promise<LoadedSites> {
  const own = thisSite(base);
  const [client, table] = await Promise.all([
    import(/* @vite-ignore */ `${base}pagefind/pagefind.js`),
    loadTable(own),
  ]);
  const index = openIndex(client, { ...own, place: 0, shards: table.shards });
  const peers = await loadPeers(own, table);
  const tables = new Map([[0, table]]);
  const byKey = new Map<string, Place>();
  const names = table.records.flatMap(({ kind, title }) => (kind === "agency" ? [initialsOf(title)] : []));
  const missing = new Set(table.unsearched);
  const reached = new Map<KnownSite, Promise<void>>();
  learn(0, table);

  function learn(site: number, { records, lengths, agencies }: SearchTable): void {
    for (const [order, record] of records.entries())
      byKey.set(recordKey(site, record.hash), {
        record,
        lengths: readLengths(lengths[order] ?? ""),
        site,
        order,
        issuer: record.kind === "plan" ? agencies[record.agency ?? ""] : undefined,
      });
  }

  async function load(peer: KnownSite): Promise<void> {
    try {
      const loaded = await loadTable(peer);
      tables.set(peer.place, loaded);
      learn(peer.place, loaded);
    } catch {
      missing.add(peer.name);
    }
  }

  return {
    abbreviationsOf: query => [
      ...table.abbreviations,
      ...spellInitials(query, names, word => Object.hasOwn(table.vocabulary, word)),
    ],
    meaningOf(abbreviation) {
      const { records, abbreviations, glossary } = table;
      const meanings = [...abbreviations, ...(glossary?.ambiguous ?? [])].filter(
        ([short]) => fold(short).replace(/\.$/, "") === fold(abbreviation),
      );
      const record = records.find(({ url }) => url === glossary?.url);
      const [[short] = []] = meanings;
      const text = `${short}: ${meanings.map(([, expansion]) => expansion).join("; ")}`;
      return record && short !== undefined ? { ...record, text } : undefined;
    },
    async reach(variants) {
      const wanted = peers.filter(({ mayHave }) =>
        variants.some(words => words.length > 0 && words.every(word => mayHave(wordKey(word)))),
      );
      const fresh = wanted.filter(peer => !reached.has(peer));
      if (fresh.length > 0) index.add(fresh);
      for (const peer of fresh) reached.set(peer, load(peer));
      await Promise.all(wanted.map(peer => reached.get(peer)));
    },
    tables: () => [...tables.values()],
    positions: index.positions,
    placeOf: key => byKey.get(key),
    sites: () =>
      [own, ...peers].map(({ id, name, root, folder, details }, place) => {
        const { agencies = {}, records = [] } = tables.get(place) ?? {};
        return { id, name, root, folder, details, agencies, indices: indexNames(records) };
      }),
    missing: () => [...missing, ...index.unreadable().map(({ name }) => name)],
  };
}

/** What each index is called: its own page is the one that is of no year. */
function indexNames(records: readonly SearchRecord[]): Record<string, string> {
  const own = records.filter(({ kind, years }) => kind === "result" && years === undefined);
  return Object.fromEntries(own.map(({ indices: [id = ""], title }) => [id, title]));
}
