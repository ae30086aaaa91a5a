import { z } from "zod";
import { parseCsv } from "./csv.ts";
import { AGENCY_WORDS } from "./data-words.ts";
import { date, type IsoDate, names, reference, slug, text } from "./fields.ts";
import { groupBy, push } from "./maps.ts";
import type { Place, Report } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";
import { fold, nameKey, suggest } from "./vietnamese.ts";

/** What an agency is. An office is a post (Chủ tịch), a group a way to name several at once ("các sở, ban, ngành"). */
export const AGENCY_KINDS = [
  "body",
  "agency",
  "unit",
  "group",
  "temporary",
  "press",
  "company",
  "office",
] as const;
/** Where it stands. There are no districts from 1/7/2025 on (Nghị quyết 203/2025/QH15). */
export const AGENCY_LEVELS = ["central", "province", "district", "commune", "internal"] as const;

/**
 * A body, agency, unit, post or group that leads, helps, reports or is measured (data/agencies.csv).
 * Its key is `id`, never its name: two provinces both have a Sở Nội vụ, and after 1/7/2025 there is a second
 * Gia Lai (Nghị quyết 202/2025/QH15). An agency has the days it exists in.
 */
export interface Agency {
  readonly id: string;
  readonly name: string;
  /** For charts and tight places; the name when the table gives none. */
  readonly shortName: string;
  readonly kind: (typeof AGENCY_KINDS)[number];
  readonly level: (typeof AGENCY_LEVELS)[number] | undefined;
  readonly parent: string | undefined;
  /** First day; undefined = before all documents here. */
  readonly validFrom: IsoDate | undefined;
  /** Last day; undefined = still there. */
  readonly validTo: IsoDate | undefined;
  /** Ids of the agencies that took over its work. */
  readonly successors: readonly string[];
  readonly aliases: readonly string[];
  readonly region: string | undefined;
  /** Official code, such as the statistical code of a province. */
  readonly code: string | undefined;
  readonly source: string | undefined;
  readonly note: string | undefined;
}

/** Columns of data/agencies.csv. */
export const agencyFields = z.strictObject({
  id: slug,
  name: text,
  short_name: text.optional(),
  kind: z.enum(AGENCY_KINDS),
  level: z.enum(AGENCY_LEVELS).optional(),
  parent: reference.optional(),
  valid_from: date.optional(),
  valid_to: date.optional(),
  successors: names.optional(),
  aliases: names.optional(),
  region: text.optional(),
  code: text.optional(),
  source: text.optional(),
  note: text.optional(),
});

/** All agencies, and the way from a printed name to one of them. */
export interface AgencyDirectory {
  readonly all: readonly Agency[];
  readonly byId: ReadonlyMap<string, Agency>;
  /** Agencies by scope and name: `scopeKey(id of an ancestor or "", name)`. */
  readonly byName: ReadonlyMap<string, readonly Agency[]>;
}

type Row = { readonly agency: Agency; readonly placeOf: (column?: string) => Place };

/** Reads data/agencies.csv. Reports duplicate ids, unknown parents and successors, circles of parents, and twins. */
export function parseAgencies(file: SourceFile | undefined, report: Report): AgencyDirectory {
  const byId = new Map<string, Agency>();
  const refused: Agency[] = [];
  const rows = parseCsv(file, agencyFields, report, {
    words: AGENCY_WORDS,
    onRefused: row => refused.push(standIn(row)),
  });
  const kept: Row[] = [];
  for (const { fields, placeOf } of rows) {
    if (byId.has(fields.id)) {
      report(placeOf("id"), `mã “${fields.id}” đã có ở dòng trên`, "mỗi cơ quan một mã; đổi mã của dòng này");
      continue;
    }
    const agency: Agency = {
      id: fields.id,
      name: fields.name,
      shortName: fields.short_name ?? fields.name,
      kind: fields.kind,
      level: fields.level,
      parent: fields.parent,
      validFrom: fields.valid_from,
      validTo: fields.valid_to,
      successors: fields.successors ?? [],
      aliases: fields.aliases ?? [],
      region: fields.region,
      code: fields.code,
      source: fields.source,
      note: fields.note,
    };
    byId.set(agency.id, agency);
    kept.push({ agency, placeOf });
  }
  // Others name it as it should be called, or by the id that was refused.
  for (const agency of refused)
    for (const id of [agency.id, fold(agency.id).replace(/[^a-z0-9]+/g, "-")])
      if (id !== "" && !byId.has(id)) byId.set(id, agency);
  const named = groupBy(new Set(byId.values()), ({ name }) => nameKey(name));
  const reportUnknown = (id: string, place: Place, other: string) => {
    const [only, ...more] = named.get(nameKey(id)) ?? [];
    const isName = only !== undefined && more.length === 0;
    const mend = isName ? `đây là tên; ghi mã: ${only.id}` : suggest(id, byId.keys(), other);
    report(place, `không có cơ quan mang mã “${id}”`, mend);
  };
  // A circle is one mistake, whichever of its agencies has it.
  const told = new Set<string>();
  for (const { agency, placeOf } of kept) {
    if (agency.parent !== undefined && !byId.has(agency.parent))
      reportUnknown(agency.parent, placeOf("parent"), "thêm cơ quan này hoặc để trống");
    else if (!told.has(agency.id)) {
      const circle = circleOf(agency, byId);
      for (const id of circle) told.add(id);
      if (circle.length > 0)
        report(
          placeOf("parent"),
          `“${agency.id}” là cấp trên của chính nó${circle.length > 1 ? `, qua “${circle.slice(1).join("”, “")}”` : ""}`,
          circle.length > 1 ? "sửa cột parent của một trong các cơ quan này" : "sửa cột parent",
        );
    }
    for (const id of agency.successors)
      if (!byId.has(id)) reportUnknown(id, placeOf("successors"), "thêm cơ quan này");
      else if (id === agency.id)
        report(placeOf("successors"), `“${id}” không thể kế thừa chính nó`, "ghi mã của cơ quan kế thừa");
    if (agency.validFrom && agency.validTo && agency.validFrom > agency.validTo)
      report(placeOf("valid_to"), "ngày cuối trước ngày đầu", "sửa valid_from hoặc valid_to");
  }
  reportTwins(kept, report);
  return agencyDirectory(byId);
}

/** The directory of agencies that are known to be right. */
export function agencyDirectory(byId: ReadonlyMap<string, Agency>): AgencyDirectory {
  return { all: [...byId.values()], byId, byName: indexNames(byId) };
}

/** All that an agency is called. */
export function namesOf({ name, shortName, aliases }: Agency): string[] {
  return [...new Set([name, shortName, ...aliases])];
}

/** What an agency is called; its id where it is unknown. */
export function nameOf({ byId }: Pick<AgencyDirectory, "byId">, id: string): string {
  return byId.get(id)?.name ?? id;
}

/** The agency, its parent, its parent's parent … */
export function ancestorsOf(byId: ReadonlyMap<string, Agency>, id: string): string[] {
  const chain: string[] = [];
  for (let at: string | undefined = id; at !== undefined && !chain.includes(at); at = byId.get(at)?.parent)
    chain.push(at);
  return chain;
}

/** Whether the agency exists on a day. */
export function existsOn(agency: Agency, day: IsoDate): boolean {
  return existsBetween(agency, day, day);
}

/** Whether the agency exists on any day from one to another, both counted. */
export function existsBetween({ validFrom, validTo }: Agency, first: IsoDate, last: IsoDate): boolean {
  return (validFrom === undefined || validFrom <= last) && (validTo === undefined || first <= validTo);
}

/** Kinds of which several may have one name and parent; a plan that names one of them is told that the name is ambiguous. */
const MAY_BE_SEVERAL: readonly Agency["kind"][] = ["group", "temporary", "office"];

/** Reports an agency that was entered twice: of the name, parent and time of one above. */
function reportTwins(rows: readonly Row[], report: Report): void {
  const single = rows.filter(({ agency }) => !MAY_BE_SEVERAL.includes(agency.kind));
  const alike = groupBy(single, ({ agency: { parent = "", name } }) => scopeKey(parent, nameKey(name)));
  for (const named of alike.values())
    for (const [i, { agency, placeOf }] of named.entries()) {
      const { name, validFrom = "0000-01-01", validTo = "9999-12-31" } = agency;
      const twin = named.slice(0, i).find(other => existsBetween(other.agency, validFrom, validTo));
      if (twin)
        report(
          placeOf("name"),
          `“${name}” đã có ở dòng ${twin.placeOf("name").line} với mã “${twin.agency.id}”, cùng cấp trên và cùng thời gian`,
          "giữ lại một dòng; là hai cơ quan nối tiếp nhau thì ghi valid_to cho dòng cũ, valid_from cho dòng mới",
        );
    }
}

/** A row that was refused still has a name: what refers to it is not wrong as well. Such a site is never published. */
function standIn(row: Readonly<Record<string, string>>): Agency {
  return {
    id: row.id ?? row.name ?? "",
    name: row.name ?? row.id ?? "",
    shortName: row.short_name ?? row.name ?? "",
    kind: "agency",
    level: undefined,
    parent: row.parent,
    validFrom: undefined,
    validTo: undefined,
    successors: [],
    aliases: names.safeParse(row.aliases).data ?? [],
    region: undefined,
    code: undefined,
    source: undefined,
    note: undefined,
  };
}

/** Every name of an agency, under each of its ancestors and under the root "". */
function indexNames(byId: ReadonlyMap<string, Agency>): Map<string, Agency[]> {
  const byName = new Map<string, Agency[]>();
  // One whose row was refused is known by two ids.
  for (const agency of new Set(byId.values())) {
    const names = new Set(namesOf(agency).map(nameKey));
    for (const scope of [...ancestorsOf(byId, agency.id), ""])
      for (const name of names) push(byName, scopeKey(scope, name), agency);
  }
  return byName;
}

/** A name below an agency; below "" it is a name of the whole directory. */
export function scopeKey(scope: string, name: string): string {
  return `${scope}|${name}`;
}

/** The ids of a circle of parents from an agency on; none when it is in no circle. */
function circleOf(agency: Agency, byId: ReadonlyMap<string, Agency>): string[] {
  const seen = new Set([agency.id]);
  for (let parent = agency.parent; parent !== undefined; parent = byId.get(parent)?.parent) {
    if (parent === agency.id) return [...seen];
    if (seen.has(parent)) return [];
    seen.add(parent);
  }
  return [];
}
