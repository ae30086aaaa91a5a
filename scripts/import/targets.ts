import { parseNumber } from "../model/fields.ts";
import type { Index } from "../model/indices.ts";
import type { Target } from "../model/target.ts";
import { fold } from "../model/vietnamese.ts";
import type { Note } from "./blocks.ts";
import { start } from "./words.ts";

/** A target as front matter has it: `{index: par-index, measure: rank, at_most: 25, year: 2023}`. */
export type TargetEntry = Readonly<Record<string, string | number>>;

/**
 * What a plan promises about an index: “phấn đấu PAR INDEX nằm trong nhóm 25 tỉnh đứng đầu”. The site judges a target, so
 * only what is said beyond doubt becomes one; each is noted, and so is a sentence that may mean one.
 * @param texts paragraphs and headings in their order
 * @param years of the plan, first and last
 * @param indices those of the site, by id
 */
export function readTargets(
  texts: readonly { readonly text: string; readonly isHeading: boolean }[],
  years: readonly [number, number],
  indices: ReadonlyMap<string, Pick<Index, "unit">>,
  note: Note,
): TargetEntry[] {
  const targets = new Map<string, TargetEntry>();
  let isBelowAims = false;
  for (const { text, isHeading } of texts) {
    if (isHeading) isBelowAims = AIMS.test(fold(text));
    for (const sentence of text.split(/(?<=[.;])\s+|\n/u)) {
      const folded = fold(sentence);
      if (folded.length > LONGEST || (!isBelowAims && !AHEAD.test(folded))) continue;
      const found = readSentence(folded, years, indices);
      const printed = start(sentence.replace(/^[-+•*–]\s*/, ""), 120);
      if (!found) note("reading", 0, `“${printed}” có thể là chỉ tiêu; nếu đúng thì ghi vào targets`);
      const entries = new Map(found?.map(target => [inFrontMatter(target), target]));
      const fresh = [...entries].filter(([entry]) => !targets.has(entry));
      for (const [entry, target] of fresh) targets.set(entry, target);
      const read = fresh.map(([entry]) => entry).join(", ");
      if (read !== "") note("reading", 0, `“${printed}” đọc là chỉ tiêu ${read}`);
    }
  }
  return [...targets.values()];
}

function inFrontMatter(target: TargetEntry): string {
  const written = Object.entries(target).map(([name, value]) => `${name}: ${value}`);
  return `{${written.join(", ")}}`;
}

/** No sentence of a plan has as many letters; its thresholds are compared with each other. */
const LONGEST = 1000;

/** A heading of what is aimed at, and a sentence that looks ahead. */
const AIMS = /\b(?:muc tieu|chi tieu)\b/;
const AHEAD =
  /\b(?:phan dau|muc tieu|chi tieu|quyet tam|bao dam|dam bao|duy tri|tro len|toi thieu|it nhat)\b/;

/** How plans name the indices as a whole. Satisfaction with something else, as that of patients, is not SIPAS. */
const NAMED: readonly (readonly [id: string, form: RegExp])[] = [
  ["par-index", /par[ -]?index|chi so cai cach hanh chinh/g],
  ["sipas", /sipas|chi so hai long cua nguoi dan, to chuc/g],
  ["papi", /papi/g],
];

const RANK = { measure: "rank", bound: "at_most" } as const;
const VALUE = { measure: "value", bound: "at_least" } as const;

/** How plans say a threshold; what stands first is tried first. */
const THRESHOLDS: readonly (Pick<Target, "measure" | "bound"> & { readonly form: RegExp })[] = [
  {
    measure: "change",
    bound: "at_least",
    form: /\btang (?:it nhat |toi thieu )?(?<number>\d+(?:,\d+)?) ?(?<unit>%|diem) (?:tro len )?so voi (?:ket qua )?nam (?<base>\d{4})/g,
  },
  {
    measure: "change",
    bound: "above",
    form: /\b(?:tang|cao hon|cai thien)(?: hon| diem)? so voi (?:ket qua )?nam (?<base>\d{4})/g,
  },
  { ...RANK, form: /\b(?:nhom|top)(?: xep hang)? (?<number>\d{1,2})\b(?! ?(?:%|diem))/g },
  {
    ...RANK,
    form: /\btrong (?:so )?(?<number>\d{1,2}) (?:tinh|dia phuong)[^.;]{0,30} (?:dan dau|dung dau|cao nhat)\b/g,
  },
  {
    ...RANK,
    form: /\b(?:hang|vi tri|xep)(?: thu)? (?<number>\d{1,2})(?:\/\d{2})?(?: tinh, thanh pho| tinh)? tro len\b/g,
  },
  {
    ...VALUE,
    form: /(?<!\btang )\b(?:dat|tu|tren|toi thieu|it nhat) (?<number>\d{2}(?:,\d+)?) ?(?<unit>%|diem) tro len\b/g,
  },
  { ...VALUE, form: /(?<!\btang )\b(?:toi thieu|it nhat) (?<number>\d{2}(?:,\d+)?) ?(?<unit>%|diem)(?!\w)/g },
  { ...VALUE, bound: "above", form: /(?<!\btang )\btren (?<number>\d{2}(?:,\d+)?) ?(?<unit>%|diem)(?!\w)/g },
];

/** What is not about the index as a whole, of the whole country, of the one who promises. */
const NOT_THE_WHOLE =
  /\b(?:thanh phan|linh vuc|tieu chi|noi dung|khu vuc|(?:dau|trong|cua) vung|noi bo|khoi|cuoi(?! nam)|thap|cap (?:so|huyen|xa)|(?:cac|moi|tung) (?:so|don vi|co quan|phong|huyen|xa|dia phuong))\b/;
/** A promise that says no threshold: “phấn đấu tăng hạng”. */
const VAGUE =
  /\b(?:phan dau|quyet tam|muc tieu|chi tieu)\b.*(?:\b(?:hang|nhom|bac|top|diem|tang|cai thien)\b|\d ?%)/;

/**
 * The targets of a sentence, folded; those of a name of an index are the thresholds behind it, up to the next name.
 * @returns undefined when it may mean a target that is not said plainly
 */
function readSentence(
  sentence: string,
  [from, to]: readonly [number, number],
  indices: ReadonlyMap<string, Pick<Index, "unit">>,
): TargetEntry[] | undefined {
  const names = NAMED.filter(([id]) => indices.has(id)).flatMap(([id, form]) =>
    [...sentence.matchAll(form)].map(({ index }) => ({ id, index })),
  );
  const thresholds = findThresholds(sentence);
  if (names.length === 0 || (thresholds.length === 0 && !VAGUE.test(sentence))) return [];
  const bases = new Set(thresholds.map(({ base }) => base));
  const years = new Set(
    [...sentence.matchAll(/\bnam (20\d\d)\b/g)]
      .map(([, year]) => Number(year))
      .filter(year => !bases.has(year)),
  );
  const [year = from === to ? to : undefined, ...others] = years;
  // A year that has passed says what was reached.
  if (year !== undefined && year < from && others.length === 0) return [];
  if (year === undefined || year < from || others.length > 0 || thresholds.length === 0) return undefined;
  if (NOT_THE_WHOLE.test(sentence)) return undefined;

  const targets: TargetEntry[] = [];
  let ids: string[] = [];
  let end = 0;
  for (const { index, length, measure, bound, number, unit, base } of thresholds) {
    const named = names.filter(name => name.index >= end && name.index < index).map(({ id }) => id);
    if (named.length > 0) ids = [...new Set(named)];
    end = index + length;
    if (ids.length === 0 || (base !== undefined && base >= year)) return undefined;
    for (const id of ids) {
      if (unit !== undefined && unit !== fold(indices.get(id)?.unit ?? "")) return undefined;
      targets.push({
        index: id,
        measure,
        [bound]: number,
        year,
        ...(base !== undefined && { base_year: base }),
      });
    }
  }
  return targets;
}

/** The thresholds of a sentence in their order. */
function findThresholds(sentence: string) {
  const found = THRESHOLDS.flatMap(({ measure, bound, form }) =>
    [...sentence.matchAll(form)].map(({ index, 0: { length }, groups: { number, unit, base } = {} }) => ({
      index,
      length,
      measure,
      bound,
      number: parseNumber(number ?? "0") ?? 0,
      unit,
      base: base === undefined ? undefined : Number(base),
    })),
  );
  return found
    .filter(
      (one, i) =>
        !found
          .slice(0, i)
          .some(other => one.index < other.index + other.length && other.index < one.index + one.length),
    )
    .sort((a, b) => a.index - b.index);
}
