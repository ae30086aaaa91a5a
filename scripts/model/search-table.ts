import type { Abbreviation } from "./abbreviation.ts";
import type { StatusKey } from "./status.ts";
import { fold } from "./vietnamese.ts";

/** What a record of the search index is about; a task is a part of its plan's record. */
export const RECORD_KINDS = ["plan", "agency", "document", "result", "update", "dashboard", "page"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** One record as the client needs it before anything is looked up: where it leads, and what it can be filtered by. */
export interface SearchRecord {
  /** Pagefind's own name of the record. */
  readonly hash: string;
  readonly kind: RecordKind;
  /** Address of the page. */
  readonly url: string;
  /** Title; empty for plans, whose details have it. */
  readonly title: string;
  /** What it is called for short, where that is not its title. */
  readonly called?: string | undefined;
  /** Of an agency without results: the one that it continues alone under another name, and that has them. */
  readonly formerly?: string | undefined;
  /** First and last year that it is about. */
  readonly years: readonly [number, number] | undefined;
  readonly indices: readonly string[];
  /** Agency id; the issuer of a plan. */
  readonly agency: string | undefined;
  /** What stands below the title of a hit; plans have it in their details. */
  readonly text?: string | undefined;
}

/** Another site that is searched with this one. */
export interface SearchPeer {
  /** Its id in data/sites.csv. */
  readonly id: string;
  readonly name: string;
  /** Where its pages stand: an address with a slash at the end. */
  readonly root: string;
  /** How many indices hold its records. */
  readonly shards: number;
}

/** Beside the first index: of each of the other sites, in their order, which words it may have (`makeWordFilter`). */
export const PEER_WORDS = "trang/words.pack";

/** All that the search page loads before the first query. */
export interface SearchTable {
  /** Sites that are searched with this one; only a portal has them. */
  readonly peers?: readonly SearchPeer[];
  /** Names of the portal's sites that cannot be searched. */
  readonly unsearched?: readonly string[];
  /** How many indices hold the records. */
  readonly shards: number;
  readonly records: readonly SearchRecord[];
  /**
   * For each record how many words each of its parts has (`writeLengths`), so that a position in the record tells the part.
   * Part 0 is the record itself, the others are the tasks of a plan in order. Apart from the records, they pack better.
   */
  readonly lengths: readonly string[];
  /** Short names of the agencies that records name; in the file only those that `ownNames` does not give. */
  readonly agencies: Readonly<Record<string, string>>;
  /** Address of the page of comparison. */
  readonly comparison: string;
  /** Every word of the site that has marks, as the index spells it, by what it is without them. */
  readonly vocabulary: Readonly<Record<string, readonly string[]>>;
  readonly abbreviations: readonly (readonly [abbreviation: string, expansion: string])[];
  /** The page that says what abbreviations mean, where the site has any. */
  readonly glossary?: Glossary;
}

interface Glossary {
  /** Address of its record. */
  readonly url: string;
  /** Abbreviations of several meanings, an entry for each meaning: no search is widened by them. */
  readonly ambiguous: SearchTable["abbreviations"];
}

/** The parts of a task or plan that a hit can lie in, beside its title. */
export const FIELD_KEYS = [
  "output",
  "leads",
  "coordinators",
  "target",
  "deadline",
  "criteria",
  "prose",
  "agency",
  "signer",
] as const;
export type FieldKey = (typeof FIELD_KEYS)[number];
type Field = readonly [key: FieldKey, text: string];

/** What is shown of a plan and its tasks; one small file a plan, loaded when one of its parts is shown. */
export interface PlanDetails {
  readonly title: string;
  readonly number: string | undefined;
  readonly fields: readonly Field[];
  readonly tasks: readonly (readonly [
    id: string,
    title: string,
    fields: readonly Field[],
    status: StatusKey,
  ])[];
}

/** What tasks are filtered and sorted by; loaded when a reader asks for it, since it grows with the tasks. */
export interface TaskFacts {
  readonly statuses: readonly StatusKey[];
  /** Ids and names of the agencies that lead a task. */
  readonly leads: readonly (readonly [id: string, name: string])[];
  /** By Pagefind's name of the plan's record. */
  readonly plans: Readonly<Record<string, PlanFacts>>;
}

/** The same of one plan. */
export interface PlanFacts {
  readonly name: string;
  /** For each task the place of its status in `statuses`. */
  readonly statuses: readonly number[];
  /** For each task the places of its lead agencies in `leads`. */
  readonly leads: readonly (readonly number[])[];
  /** For each task the day it is due, in days since 1970; null = no day follows from its deadline. */
  readonly due: readonly (number | null)[];
}

/** Names of agencies as their own records have them, by id: most are told apart by these alone. */
export function ownNames(records: readonly Omit<SearchRecord, "hash">[]): Record<string, string> {
  return Object.fromEntries(
    records.flatMap(({ kind, agency, title, called = title }) =>
      kind === "agency" && agency !== undefined ? [[agency, called]] : [],
    ),
  );
}

/** The folder of the n-th index, counted from 1, below that of the first. */
export function shardFolder(n: number): string {
  return n === 1 ? "" : `${n}/`;
}

/** The folder of another site's index, below that of the first. */
export function searchFolder(peer: string): string {
  return `trang/${peer}/`;
}

/** What a search says of abbreviations beside those that it may widen by. */
export function searchGlossary(abbreviations: readonly Abbreviation[], url: string): Glossary {
  const ambiguous = abbreviations.filter(({ isAmbiguous }) => isAmbiguous);
  return { url, ambiguous: ambiguous.map(({ abbreviation, expansion }) => [abbreviation, expansion]) };
}

/** Abbreviations that a search may widen by: those of one meaning, and what else is written for them as one word. */
export function searchAbbreviations(abbreviations: readonly Abbreviation[]): [string, string][] {
  const own = new Set(abbreviations.map(({ abbreviation }) => fold(abbreviation)));
  return abbreviations
    .filter(({ isAmbiguous, expansion }) => !isAmbiguous && expansion.includes(" "))
    .flatMap(({ abbreviation, expansion, variants }): [string, string][] => [
      [abbreviation, expansion.replace(/\s*\(.*\)/, "")],
      ...variants
        .filter(variant => !/\s/.test(variant) && !own.has(fold(variant)))
        .map((variant): [string, string] => [variant, abbreviation]),
    ]);
}
