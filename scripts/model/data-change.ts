import { diffKeyed } from "./change.ts";
import type { IsoDate } from "./fields.ts";
import type { Instant } from "./history.ts";
import type { Edition, Index, NotAssessed, SeriesBreak } from "./indices.ts";
import { groupBy, push } from "./maps.ts";
import type { Result } from "./result.ts";
import type { Site } from "./site.ts";
import { perSite } from "./site-reads.ts";

/** What of a result is told when it changes; a value goes with its unit, a rank with its base. */
const RESULT_PARTS = [
  "value",
  "rank",
  "group",
  "maximum",
  "stated_change",
  "basis",
  "edition",
  "source",
  "note",
] as const;
export type ResultPart = (typeof RESULT_PARTS)[number];

/** The same as columns of the published table of results, where unit and base are columns of their own. */
export const CORRECTED_COLUMNS = [...RESULT_PARTS, "unit", "rank_of"] as const;

/** A published result that was corrected, or taken out. */
export interface ResultChange {
  readonly before: Result;
  readonly after: Result | undefined;
}

/** What an index says of itself, one thing of it. */
export type IndexFact =
  | { readonly text: string }
  | { readonly edition: Edition }
  | { readonly band: NonNullable<Index["bands"]>[number] }
  | { readonly seriesBreak: SeriesBreak }
  | { readonly cover: NonNullable<Index["covers"]>[number] }
  | { readonly gap: NotAssessed };

/** The texts of an index. */
const INDEX_TEXTS = ["name", "short_name", "measures", "publisher", "unit", "population", "source"] as const;
export type IndexPart =
  | (typeof INDEX_TEXTS)[number]
  | "editions"
  | "bands"
  | "breaks"
  | "covers"
  | "not_assessed";

/** One thing that an index says of itself and that was changed (undefined = there was none). */
interface IndexChange {
  readonly part: IndexPart;
  readonly before: IndexFact | undefined;
  readonly after: IndexFact | undefined;
}

/** All that one commit changed in an index and its results. */
export interface DataCorrection {
  readonly commit: string;
  readonly at: Instant;
  /** Why, where whoever made the change wrote that down for readers. */
  readonly reason: string | undefined;
  /** Id of the index; it may be gone. */
  readonly index: string;
  readonly results: readonly ResultChange[];
  /** How many results came, by the year that they are of. */
  readonly added: readonly { readonly year: number; readonly count: number }[];
  readonly described: readonly IndexChange[];
}

/** What the repository of data/ tells of the time before: every change after a file first came. */
export interface DataHistory {
  /** The day of the first commit that is known. */
  readonly since: IsoDate;
  readonly isShallow: boolean;
  /** Newest first. */
  readonly corrections: readonly DataCorrection[];
}

/** What differs between the two states of a result; empty when a reader would see no difference, or it was taken out. */
export function changedParts({ before, after }: ResultChange): ResultPart[] {
  return RESULT_PARTS.filter(
    part =>
      after &&
      (before[part] !== after[part] ||
        (part === "value" && before.unit !== after.unit) ||
        (part === "rank" && before.rank_of !== after.rank_of)),
  );
}

/** What differs between two states of what an index says of itself; its words in English are passed over. */
export function diffIndices(before: Index, after: Index): IndexChange[] {
  const texts = INDEX_TEXTS.map(part => diffFacts(part, textOf(before[part]), textOf(after[part])));
  return [
    ...texts.flat(),
    ...diffItems(
      "editions",
      before.editions,
      after.editions,
      ({ id }) => id,
      edition => ({ edition }),
    ),
    ...diffItems(
      "bands",
      before.bands,
      after.bands,
      ({ label, years }) => `${label} ${years}`,
      band => ({ band }),
    ),
    ...diffItems(
      "breaks",
      before.breaks,
      after.breaks,
      ({ between }) => `${between}`,
      seriesBreak => ({ seriesBreak }),
    ),
    ...diffItems(
      "covers",
      before.covers,
      after.covers,
      ({ years }) => `${years}`,
      cover => ({ cover }),
    ),
    ...diffItems(
      "not_assessed",
      before.not_assessed,
      after.not_assessed,
      ({ year }) => `${year}`,
      gap => ({ gap }),
    ),
  ];
}

function textOf(text: string | undefined): IndexFact | undefined {
  return text === undefined ? undefined : { text };
}

function diffItems<Item>(
  part: IndexPart,
  before: readonly Item[] = [],
  after: readonly Item[] = [],
  keyOf: (item: Item) => string,
  factOf: (item: Item) => IndexFact,
): IndexChange[] {
  return diffKeyed(before, after, keyOf, (was, is) => diffFacts(part, was && factOf(was), is && factOf(is)));
}

function diffFacts(
  part: IndexPart,
  before: IndexFact | undefined,
  after: IndexFact | undefined,
): IndexChange[] {
  return inVietnamese(before) === inVietnamese(after) ? [] : [{ part, before, after }];
}

function inVietnamese(fact: IndexFact | undefined): string | undefined {
  return JSON.stringify(fact, (key, value) => (key === "english" ? undefined : value));
}

/** The changes of each index and its results, newest first. */
export const correctionsByIndex = perSite("dataCorrections", site =>
  groupBy(site.dataHistory?.corrections ?? [], ({ index }) => index),
);

const byYear = perSite("yearCorrections", site => {
  const ofYears = new Map<string, DataCorrection[]>();
  for (const correction of site.dataHistory?.corrections ?? [])
    for (const year of new Set(correction.results.map(({ before }) => before.year)))
      push(ofYears, `${correction.index}/${year}`, correction);
  return ofYears;
});

/** The changes by which results of one year were corrected or taken out, newest first. */
export function correctionsOfYear(site: Site, index: string, year: number): readonly DataCorrection[] {
  return byYear(site).get(`${index}/${year}`) ?? [];
}
