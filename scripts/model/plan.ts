import { z } from "zod";
import type { AgencyDirectory } from "./agency.ts";
import { knownNames } from "./agency-reference.ts";
import { type DocumentDirectory, findDocument } from "./document.ts";
import { date, distinct, type IsoDate, reference, text, year } from "./fields.ts";
import { parseMarkdownFile } from "./front-matter.ts";
import {
  bandLabels,
  domainKeys,
  type KnownIndices,
  reportUnknownBand,
  reportUnknownDomain,
  reportUnknownIndex,
} from "./indices.ts";
import { getOrMake } from "./maps.ts";
import { outline } from "./outline.ts";
import { type PlanPart, parseParts } from "./plan-parts.ts";
import { PLAN_WORDS } from "./plan-words.ts";
import type { Place, Report } from "./problem.ts";
import { fileSlug, type SourceFile } from "./source-file.ts";
import { type Target, targetFields } from "./target.ts";
import type { Task } from "./task.ts";
import { checkAgency } from "./unknown-agency.ts";
import { suggest } from "./vietnamese.ts";
import type { PlacedFields } from "./yaml.ts";

/** How far a plan has come as a document. */
export const PLAN_STATES = ["draft", "issued", "replaced", "ended"] as const;

/** What a careful publisher flags in the original: where, the words as printed, and the remark. */
export interface PlanNote {
  readonly where: string;
  readonly printed: string | undefined;
  readonly note: string;
}

/** A plan to raise an index: front matter, prose and tasks in the order of the original. */
export interface Plan {
  /** File name; the plan's key and part of its URL. */
  readonly slug: string;
  readonly path: string;
  readonly title: string;
  /** Agency id. */
  readonly agency: string;
  /** Number and symbol (Nghị định 30/2020/NĐ-CP); undefined until signed or where the original lost it. */
  readonly number: string | undefined;
  readonly issued: IsoDate | undefined;
  /** First and last year that the plan is for. */
  readonly years: readonly [number, number];
  readonly state: (typeof PLAN_STATES)[number];
  readonly indices: readonly string[];
  /** Slugs of plans and ids of documents that this plan carries out. */
  readonly implements: readonly Reference[];
  /** Document ids. */
  readonly legalBasis: readonly string[];
  readonly signedBy: string | undefined;
  readonly position: string | undefined;
  readonly recipients: readonly string[];
  readonly targets: readonly Target[];
  readonly notes: readonly PlanNote[];
  readonly parts: readonly PlanPart[];
  readonly tasks: readonly Task[];
}

const indices = new WeakMap<Plan, ReadonlyMap<string, Task>>();

/** The tasks of a plan by their ids; made when they are first asked for. */
export function tasksById(plan: Plan): ReadonlyMap<string, Task> {
  return getOrMake(indices, plan, () => new Map(plan.tasks.map(task => [task.id, task])));
}

/** Something that a plan names, and where it names it. */
interface Reference {
  readonly name: string;
  readonly place: Place;
}

/** Front matter of one note. */
export const noteFields = z.strictObject({ where: text, printed: text.optional(), note: text });

/** Front matter of a plan. */
export const planFields = z
  .strictObject({
    title: text,
    agency: reference,
    number: text.optional(),
    issued: date.optional(),
    year: year.optional(),
    years: z.array(year).length(2).optional(),
    state: z.enum(PLAN_STATES),
    indices: distinct(reference).optional(),
    implements: distinct(text).optional(),
    legal_basis: distinct(text).optional(),
    signed_by: text.optional(),
    position: text.optional(),
    recipients: z.array(text).optional(),
    targets: z.array(targetFields).optional(),
    notes: z.array(noteFields).optional(),
  })
  .refine(fields => (fields.year === undefined) !== (fields.years === undefined), {
    path: ["year"],
    message: "kế hoạch cần đúng một trong hai khóa year và years",
    params: { mend: "ghi year: 2023 hoặc years: [2023, 2025]" },
  });

/** A number or symbol that was never filled in: `…/KH-UBND`, `  /KH-UBND`. */
const EMPTY_NUMBER = /^\s*[/.…]/;

/** What a plan may refer to. */
interface PlanSurroundings {
  readonly agencies: AgencyDirectory;
  readonly documents: DocumentDirectory;
  readonly indices: KnownIndices;
}

/**
 * Reads one plan file.
 * @returns undefined when the front matter cannot be used; every problem has been reported.
 */
export function parsePlan(
  file: SourceFile,
  surroundings: PlanSurroundings,
  report: Report,
): Plan | undefined {
  const { agencies, documents, indices } = surroundings;
  const parsed = parseMarkdownFile(file, planFields, report, PLAN_WORDS);
  if (!parsed) return undefined;
  const partsOf = (within: string | undefined, day: IsoDate | undefined, year: number | undefined) =>
    parseParts(outline(parsed.body, file.path, parsed.bodyLine), {
      agencies,
      within,
      day,
      year,
      indices,
      known: knownNames(agencies, within, day),
      report,
    });
  if (!parsed.front) {
    // Whoever mends the front matter wants to know of the rest as well.
    const agency = /^agency: *(\S+) *$/m.exec(file.text)?.[1];
    partsOf(agencies.byId.has(agency ?? "") ? agency : undefined, undefined, undefined);
    return undefined;
  }
  const { fields, placeOf } = parsed.front;
  checkFields(parsed.front, surroundings, report);
  const [from = 0, to = from] = fields.years ?? [fields.year ?? 0];
  const within = agencies.byId.has(fields.agency) ? fields.agency : undefined;
  const day = fields.issued ?? `${from}-01-01`;
  const parts = partsOf(within, day, from === to ? from : undefined);
  return {
    slug: fileSlug(file.name),
    path: file.path,
    title: fields.title,
    agency: fields.agency,
    number: fields.number,
    issued: fields.issued,
    years: [from, to],
    state: fields.state,
    indices: fields.indices ?? [],
    implements: (fields.implements ?? []).map((name, i) => ({
      name,
      place: placeOf("implements", i),
    })),
    // What is unknown was reported.
    legalBasis: (fields.legal_basis ?? []).map(name => findDocument(documents, name)?.id ?? name),
    signedBy: fields.signed_by,
    position: fields.position,
    recipients: fields.recipients ?? [],
    targets: fields.targets ?? [],
    notes: (fields.notes ?? []).map(({ where, printed, note }) => ({ where, printed, note })),
    parts,
    tasks: parts.flatMap(part => (part.kind === "task" ? [part.task] : [])),
  };
}

/** Reports what the front matter names and nobody knows, and what can be seen to be unfinished. */
function checkFields(
  { fields, placeOf }: PlacedFields<z.output<typeof planFields>>,
  { agencies, documents, indices }: PlanSurroundings,
  report: Report,
): void {
  const { agency, issued: day } = fields;
  const time = day === undefined ? undefined : { first: day, last: day, when: `ngày ban hành ${day}` };
  checkAgency(agency, agencies, placeOf("agency"), report, time);
  for (const [i, index] of (fields.indices ?? []).entries())
    if (!indices.has(index)) reportUnknownIndex(index, indices, placeOf("indices", i), report);
  for (const [i, { index, component, measure, bound, threshold }] of (fields.targets ?? []).entries()) {
    if (!indices.has(index)) reportUnknownIndex(index, indices, placeOf("targets", i, "index"), report);
    const known = indices.get(index);
    if (!known) continue;
    const [domains, bands] = [domainKeys(known), bandLabels(known)];
    if (component !== undefined && domains.length > 0 && !domains.includes(component))
      reportUnknownDomain(component, index, domains, placeOf("targets", i, "component"), report);
    const band = String(threshold);
    if (measure === "band" && bands.length > 0 && !bands.includes(band))
      reportUnknownBand(band, index, bands, placeOf("targets", i, bound), report);
  }
  if (fields.number !== undefined && EMPTY_NUMBER.test(fields.number))
    report(
      placeOf("number"),
      `số văn bản “${fields.number}” chưa đầy đủ`,
      "ghi đủ số và ký hiệu, hoặc bỏ khóa number khi chưa có số",
    );
  for (const [i, name] of (fields.legal_basis ?? []).entries())
    if (!findDocument(documents, name))
      report(
        placeOf("legal_basis", i),
        `không có văn bản mang mã “${name}”`,
        suggest(name, documents.byId.keys(), "thêm văn bản vào documents.csv"),
        "document",
      );
  const [from = 0, to = from] = fields.years ?? [];
  if (from > to) report(placeOf("years"), `năm đầu ${from} sau năm cuối ${to}`, "đổi lại thứ tự");
}
