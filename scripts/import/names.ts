import { distance } from "fastest-levenshtein";
import { type Agency, type AgencyDirectory, ancestorsOf, namesOf } from "../model/agency.ts";
import { resolveAgency } from "../model/find-agency.ts";
import { getOrMake } from "../model/maps.ts";
import { findMeant } from "../model/unknown-agency.ts";
import { fold, nameKey } from "../model/vietnamese.ts";
import { type Finder, type Name, splitCell } from "./agency-cell.ts";
import { foldScan, oneLine } from "./words.ts";

/** Finds agencies in printed text, inside the tree of the plan's own agency first. */
export interface Namer extends Finder {
  /** All agencies of a cell, in the order in which they are printed. */
  readonly split: (cell: string) => readonly Name[];
  /** The names that may be meant by one that is not known. */
  readonly meant: (name: string) => readonly string[];
}

const LONGEST_NAME = 26;

/**
 * @param within id of the agency that issued the plan; "" when unknown
 * @param day a day of the plan, to choose among agencies that followed each other
 * @param isMisread the text is that of a scan whose marks are wrong throughout
 */
export function createNamer(
  directory: AgencyDirectory,
  within: string,
  day: string | undefined,
  isMisread: boolean,
): Namer {
  const found = new Map<string, Agency | undefined>();
  const find = (name: string): Agency | undefined => {
    const key = oneLine(name);
    if (found.has(key)) return found.get(key);
    const result = key === "" ? undefined : resolveAgency(directory, key, within, day);
    const agency = result?.kind === "found" ? result.agency : undefined;
    if (found.size < 50_000) found.set(key, agency);
    return agency;
  };
  const prefix = (text: string) => {
    const ends: number[] = [];
    for (const word of text.matchAll(/\S+/g))
      if (ends.push(word.index + word[0].length) === LONGEST_NAME) break;
    for (const end of ends.reverse()) {
      const name = text.slice(0, end).replace(/[\s,;:.]+$/, "");
      const agency = find(name);
      if (agency) return { agency, length: name.length };
    }
    return undefined;
  };
  const near = [...namesNear(directory, within)];
  const lost = new Map<string, { text: string; agency: Agency } | undefined>();
  const restore = (name: string) => {
    if (!lost.has(name)) lost.set(name, isMisread ? restoreMisread(name, near) : restoreName(name, near));
    return lost.get(name);
  };
  const cells = new Map<string, readonly Name[]>();
  const meant = new Map<string, readonly string[]>();
  return {
    find,
    prefix,
    restore,
    meant: name =>
      getOrMake(meant, name, () => findMeant(name, directory, within, part => find(part) !== undefined)),
    split(cell) {
      const known = cells.get(cell);
      if (known) return known;
      const names = splitCell(cell, { find, prefix, restore });
      if (cells.size < 50_000) cells.set(cell, names);
      return names;
    },
  };
}

/** The agency and those above it below the central level, which all provinces share. */
function treeOf({ byId }: AgencyDirectory, within: string): Set<string> {
  return new Set(ancestorsOf(byId, within).filter(id => byId.get(id)?.level !== "central"));
}

interface KnownName {
  readonly text: string;
  readonly agency: Agency;
  /** Folded, for text without marks. */
  readonly folded: string;
  /** With marks and without spaces, for text that lost letters. */
  readonly letters: string;
}

/** Every name that may be meant: those of the plan's own tree, and of the tree above it. */
function* namesNear(directory: AgencyDirectory, within: string): Iterable<KnownName> {
  const scopes = treeOf(directory, within);
  const isNear = (agency: Agency) => ancestorsOf(directory.byId, agency.id).some(id => scopes.has(id));
  for (const agency of directory.all)
    if (within === "" || isNear(agency))
      for (const text of namesOf(agency))
        yield { text, agency, folded: fold(text), letters: nameKey(text).replace(/\s/g, "") };
}

/**
 * The one known name that text with lost letters (`S  Nội vụ`, `Ban Biên t p`) stands for: every letter that is
 * there must be in the name, in its order, and few may be gone.
 */
function restoreName(printed: string, known: readonly KnownName[]): KnownName | undefined {
  if (!/(?:^|\s)[bcdđghklmnpqrstvx]{1,3}(?=\s|$)/iu.test(printed)) return undefined;
  const left = nameKey(printed).replace(/\s/g, "");
  const agencies = new Map<string, KnownName>();
  for (const name of known) {
    const gone = name.letters.length - left.length;
    if (gone > 0 && gone <= 3 && isSubsequence(left, name.letters) && !agencies.has(name.agency.id))
      agencies.set(name.agency.id, name);
  }
  const [only, ...others] = agencies.values();
  return others.length === 0 ? only : undefined;
}

/** The nearest name without regard to marks, when it is near: a scanner got some letters wrong as well. */
function restoreMisread(printed: string, known: readonly KnownName[]): KnownName | undefined {
  const read = foldScan(printed);
  let best: KnownName | undefined;
  let least = Math.floor(read.length / 6) + 1;
  for (const name of known) {
    if (Math.abs(name.text.length - read.length) >= least) continue;
    const apart = distance(read, name.folded);
    if (apart < least) {
      best = name;
      least = apart;
    }
  }
  return best;
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const sign of whole) if (sign === part[at]) at++;
  return at === part.length;
}
