import { z } from "zod";
import type { AgencyDirectory } from "./agency.ts";
import type { DocumentDirectory } from "./document.ts";
import { distinct, number, slug, text, wholeNumber, year } from "./fields.ts";
import { type Place, type Report, startOf } from "./problem.ts";
import { fileSlug, type SourceFile } from "./source-file.ts";
import { checkAgency, inYear } from "./unknown-agency.ts";
import { suggest } from "./vietnamese.ts";
import { type PlacedFields, readYaml } from "./yaml.ts";

/** Two years, the earlier first: turned round they would hold nowhere, or in the wrong years. */
const years = z.tuple([year, year]).refine(([from, to]) => from <= to, {
  message: "năm sau đứng trước năm trước",
  params: { mend: "ghi năm trước rồi năm sau, ví dụ [2021, 2022]" },
});

/** A domain (lĩnh vực, nội dung, trục) of an index in one edition. */
const domain = z.strictObject({
  /** Edition-independent key: the same domain under another printed name keeps it. */
  key: slug,
  code: text.optional(),
  name: text,
  english: text.optional(),
  maximum: number.optional(),
  basis: text.optional(),
});

/** The scheme by which an index was measured over some years. */
const edition = z
  .strictObject({
    id: text.optional(),
    from: year,
    to: year.optional(),
    decision: text.optional(),
    maximum: number.optional(),
    basis: text.optional(),
    note: text.optional(),
    /** The note in English. */
    english: text.optional(),
    domains: distinct(domain, ({ key }) => key).optional(),
  })
  .refine(({ from, to = from }) => from <= to, {
    path: ["to"],
    message: "năm cuối trước năm đầu",
    params: { mend: "sửa from hoặc to" },
  })
  // Without an id of its own it goes by its years: 2011-2017, 2018.
  .transform(fields => {
    const { id, from, to = from } = fields;
    return { ...fields, id: id ?? (to === from ? String(from) : `${from}-${to}`) };
  });

/** Between two years a method changed. Nothing is joined or compared across a hard break; a soft one is named. */
const seriesBreak = z.strictObject({
  between: years.refine(([from, to]) => from !== to, {
    message: "hai năm trùng nhau",
    params: { mend: "ghi năm trước và năm sau chỗ gãy, ví dụ [2021, 2022]" },
  }),
  why: text,
  english: text.optional(),
  kind: z.enum(["hard", "soft"]).optional(),
  source: text.optional(),
});

const indexFields = z.strictObject({
  name: text,
  short_name: text.optional(),
  measures: text.optional(),
  publisher: text.optional(),
  unit: text.optional(),
  population: text.optional(),
  /** The same in English, for readers abroad; domains, breaks and notes have theirs beside the Vietnamese. */
  english: z
    .strictObject({
      name: text,
      short_name: text.optional(),
      measures: text.optional(),
      population: text.optional(),
      publisher: text.optional(),
    })
    .optional(),
  source: text.optional(),
  editions: distinct(edition, ({ id }) => id).optional(),
  bands: z
    .array(
      z
        .strictObject({
          years: distinct(year),
          label: text,
          from: number.optional(),
          below: number.optional(),
        })
        .refine(({ from = -Infinity, below = Infinity }) => from < below, {
          path: ["below"],
          message: "ngưỡng dưới không nhỏ hơn ngưỡng trên",
          params: { mend: "from là điểm thấp nhất của nhóm, below là điểm mà từ đó thuộc nhóm trên" },
        }),
    )
    .optional(),
  breaks: z.array(seriesBreak).optional(),
  covers: z.array(z.strictObject({ years, count: wholeNumber, source: text.optional() })).optional(),
  not_assessed: z
    .array(
      z.strictObject({
        year,
        agencies: distinct(slug),
        why: text.optional(),
        english: text.optional(),
        source: text.optional(),
      }),
    )
    .optional(),
});

/** The scheme by which an index was measured over some years. */
export type Edition = z.output<typeof edition>;
/** Agencies that are known to have no result of a year: that is not zero. */
export type NotAssessed = NonNullable<z.output<typeof indexFields>["not_assessed"]>[number];
/** A change of method between two years. */
export type SeriesBreak = z.output<typeof seriesBreak>;

/** An index: what it measures, its editions, oldest first, bands and breaks in series (data/indices/<id>.yaml). */
export interface Index extends z.output<typeof indexFields> {
  readonly id: string;
}

/** The three indices that plans speak of even where no description of them is given. */
export const KNOWN_INDICES = ["par-index", "sipas", "papi"] as const;

/** An id of two words or more rather than a name: if no agency or document had it, readers would see the id itself. */
const ID = /^[a-z\d]+(?:-[a-z\d]+)+$/;

/** The directories that an index is held against. */
interface Directories {
  readonly agencies: AgencyDirectory;
  readonly documents: DocumentDirectory;
}

/** Reads data/indices/<id>.yaml. */
export function parseIndex(file: SourceFile, directories: Directories, report: Report): Index | undefined {
  const read = readYaml(file.text, startOf(file.path), indexFields, report);
  if (!read) return undefined;
  checkReferences(read, directories, report);
  const { editions, ...fields } = read.fields;
  const id = fileSlug(file.name);
  return editions
    ? { id, ...fields, editions: editions.toSorted((a, b) => a.from - b.from) }
    : { id, ...fields };
}

/** Reports agencies and documents that an index names and that are not there. */
function checkReferences(
  { fields, placeOf }: PlacedFields<z.output<typeof indexFields>>,
  { agencies, documents }: Directories,
  report: Report,
): void {
  const { publisher, editions = [], not_assessed = [] } = fields;
  if (publisher !== undefined && ID.test(publisher))
    checkAgency(publisher, agencies, placeOf("publisher"), report);
  for (const [i, { decision }] of editions.entries())
    if (decision !== undefined && ID.test(decision) && !documents.byId.has(decision))
      report(
        placeOf("editions", i, "decision"),
        `không có văn bản mang mã “${decision}”`,
        suggest(decision, documents.byId.keys(), "thêm vào documents.csv, hoặc ghi số, ký hiệu của văn bản"),
        "document",
      );
  for (const [i, { year, agencies: ids }] of not_assessed.entries())
    for (const [j, id] of ids.entries())
      checkAgency(id, agencies, placeOf("not_assessed", i, "agencies", j), report, inYear(year));
}

/** The indices that may be named, by id; undefined where one is not described. */
export type KnownIndices = ReadonlyMap<string, Index | undefined>;

/** Keys of the domains of all editions, in their order. */
export function domainKeys({ editions = [] }: Index): readonly string[] {
  const domains = editions.flatMap(({ domains = [] }) => domains);
  return [...new Set(domains.map(({ key }) => key))];
}

/** Labels of the bands of all years: those of one year may be known in part. */
export function bandLabels({ bands = [] }: Index): readonly string[] {
  return [...new Set(bands.map(({ label }) => label))];
}

/** Reports an id of an index that the site does not know. */
export function reportUnknownIndex(
  id: string,
  known: { keys(): Iterable<string> },
  place: Place,
  report: Report,
): void {
  report(
    place,
    `không có chỉ số “${id}”`,
    suggest(
      id,
      known.keys(),
      [`thêm tệp data/indices/${id}.yaml`, [...known.keys()].join(", ")]
        .filter(Boolean)
        .join("; các chỉ số: "),
    ),
    `index ${id}`,
  );
}

/** Reports a key of a domain that no edition of an index has. */
export function reportUnknownDomain(
  key: string,
  index: string,
  known: readonly string[],
  place: Place,
  report: Report,
): void {
  const keys = `các lĩnh vực: ${known.join(", ")}`;
  report(place, `chỉ số ${index} không có lĩnh vực “${key}”`, suggest(key, known, keys));
}

/** Reports a band that an index does not have. */
export function reportUnknownBand(
  label: string,
  index: string,
  known: readonly string[],
  place: Place,
  report: Report,
): void {
  const labels = `các nhóm: ${known.join(", ")}`;
  report(place, `chỉ số ${index} không có nhóm “${label}”`, suggest(label, known, labels));
}
