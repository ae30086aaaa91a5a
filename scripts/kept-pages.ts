import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { ClientTags } from "../layouts/client-tags.ts";
import { versionLines } from "../layouts/version-lines.tsx";
import { linkOrCopy, readSealed, writeSealed } from "./cache.ts";
import { digester, digestText } from "./digest.ts";
import type { Portal } from "./model/portal.ts";
import type { Revision } from "./model/revision.ts";
import type { Site } from "./model/site.ts";
import { answerRead, type Read, watchSite } from "./model/site-reads.ts";
import type { Settings } from "./settings.ts";
import { leavesOf, type SourceDigests } from "./source-digests.ts";

/** Pages that stand in the output folder from the build before, and those that this build makes. */
export interface KeptPages {
  /**
   * Takes over the pages that would be made the same again.
   * @param addressOf the address of an item's page; false when it has none
   * @returns the items whose pages have to be made
   */
  remaining<Item>(items: readonly Item[], addressOf: (item: Item) => string | false): Item[];
  /**
   * Makes a page. What `make` reads of the site that it is given, before it returns, is recorded: the next build keeps the
   * page while all of that stays the same.
   * @param url address of the page; nothing is recorded for one that `remaining` was not asked about
   */
  make<Page>(url: string, make: (site: Site) => Page): Page;
  /** How many pages were taken over. */
  readonly count: () => number;
  /** Remembers for the next build what the pages were made from; called when they stand in the output folder. */
  remember(): Promise<void>;
}

/** What pages were made from, as the cache keeps it. */
interface Journal {
  /** Digest of everything else that decides the bytes of pages. */
  readonly circumstances: string;
  /** HTML that names the revision of the content; pages that have it are kept with that of today in its place. */
  readonly versionLines: readonly string[];
  /** What pages read, with the digest of the answer. */
  readonly reads: readonly (readonly [Read, string])[];
  /** By address: digest of the item, places of what the page read, and what the file system says of the file. */
  readonly pages: Readonly<Record<string, readonly [item: string, reads: readonly number[], file: string]>>;
}

/** What templates are given besides the site and the settings. */
interface Given {
  readonly client: ClientTags;
  readonly portal: Portal;
  readonly revision: Revision | undefined;
}

interface MadeFrom {
  /** Digest of the item. */
  readonly item: string;
  /** Places of what the page read. */
  readonly reads: readonly number[];
}

/** What belongs to all pages alike: it comes from files that count among the circumstances. */
const GIVEN: ReadonlySet<string> = new Set<keyof Site>([
  "asOf",
  "agencies",
  "documents",
  "abbreviations",
  "indices",
  "results",
  "contact",
  "redirects",
  "peers",
  "pages",
  "dashboards",
]);

/**
 * Opens what the cache knows of the pages in the output folder. A page is kept when the circumstances are the same, and
 * its item, and the answers to all that it read; and when nobody has touched the file since.
 * @param next the folder that the new site grows in
 */
export async function openKeptPages(
  site: Site,
  texts: SourceDigests,
  { outputDir, cacheDir, ...settings }: Settings,
  { revision, ...given }: Given,
  next: string,
): Promise<KeptPages> {
  const file = join(cacheDir, "pages", digestText(resolve(outputDir)));
  const leafOf = leavesOf(site, texts.byPath);
  let digest = digester(leafOf);
  const circumstances = digest([
    texts.code,
    texts.given,
    settings,
    given,
    revision === undefined,
    process.version,
  ]);
  const before = await readJournal(file, circumstances);
  const lines = revision ? versionLines(revision, settings.pathPrefix) : [];

  const places = new Map<Read, number>();
  const reads: [Read, string][] = [];
  const placeOf = (read: Read, answer: () => string): number => {
    let place = places.get(read);
    if (place === undefined) {
      place = reads.length;
      places.set(read, place);
      reads.push([read, answer()]);
    }
    return place;
  };
  /** Digests of the items whose pages are asked for, by address. */
  const asked = new Map<string, string>();
  const made = new Map<string, MadeFrom>();
  const kept = new Map<string, MadeFrom>();
  let current: Set<number> | undefined;
  const watched = watchSite(site, GIVEN, (read, answer) => {
    current?.add(placeOf(read, () => digest(answer)));
  });

  // The places in the new journal of the reads in the old one; undefined where the answer is another now.
  const still: (number | undefined)[] = [];
  const placeNow = (old: number): number | undefined => {
    if (!(old in still)) {
      const [read = "", answer] = before?.reads[old] ?? [];
      const now = digest(answerRead(site, read));
      still[old] = now === answer ? placeOf(read, () => now) : undefined;
    }
    return still[old];
  };
  const folders = new Set<string>();
  const keep = (url: string, item: string): boolean => {
    const page = before?.pages[url];
    if (page?.[0] !== item) return false;
    const placesNow: number[] = [];
    for (const old of page[1]) {
      const place = placeNow(old);
      if (place === undefined) return false;
      placesNow.push(place);
    }
    const path = fileOf(outputDir, url);
    if (stampOf(path) !== page[2]) return false;
    const to = fileOf(next, url);
    if (!folders.has(dirname(to))) mkdirSync(dirname(to), { recursive: true });
    folders.add(dirname(to));
    takeOver(path, to, before?.versionLines ?? [], lines);
    kept.set(url, { item, reads: placesNow });
    return true;
  };

  return {
    remaining: (items, addressOf) =>
      items.filter(item => {
        const url = addressOf(item);
        if (url === false) return true;
        const digested = digest(item);
        if (keep(url, digested)) return false;
        asked.set(url, digested);
        return true;
      }),
    make(url, make) {
      const item = asked.get(url);
      if (item === undefined) return make(site);
      // All items were digested before the first page is made: what is known of hundreds of thousands is given back.
      if (made.size === 0) digest = digester(leafOf);
      const reads = new Set<number>();
      current = reads;
      try {
        const page = make(watched);
        made.set(url, { item, reads: [...reads] });
        return page;
      } finally {
        current = undefined;
      }
    },
    count: () => kept.size,
    async remember() {
      const pages: Record<string, Journal["pages"][string]> = {};
      for (const [url, { item, reads }] of [...kept, ...made])
        pages[url] = [item, reads, stampOf(fileOf(outputDir, url)) ?? ""];
      const journal: Journal = { circumstances, versionLines: lines, reads, pages };
      await writeSealed(file, Buffer.from(JSON.stringify(journal)));
    },
  };
}

/** The journal of the build before, when its circumstances were those of now. */
async function readJournal(file: string, circumstances: string): Promise<Journal | undefined> {
  const text = await readSealed(file);
  const journal: Journal | undefined = text && JSON.parse(text.toString());
  return journal?.circumstances === circumstances ? journal : undefined;
}

/** Puts a page into the new site as it is, or with other lines where it names the revision: always the last such lines. */
function takeOver(from: string, to: string, before: readonly string[], now: readonly string[]): void {
  if (to.endsWith(".html") && before.some((line, i) => line !== now[i])) {
    let page = readFileSync(from, "utf8");
    for (const [i, line] of before.entries()) {
      const at = page.lastIndexOf(line);
      if (at >= 0) page = page.slice(0, at) + (now[i] ?? "") + page.slice(at + line.length);
    }
    writeFileSync(to, page);
    return;
  }
  linkOrCopy(from, to);
}

function fileOf(folder: string, url: string): string {
  return join(folder, url.endsWith("/") ? `${url}index.html` : url);
}

/** What tells a file that was touched since; undefined when there is none. */
export function stampOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && `${stat.ino} ${stat.size} ${stat.mtimeMs}`;
}
