import slugify from "@sindresorhus/slugify";
import type { Agency, AgencyDirectory } from "../model/agency.ts";
import { fold, nameKey } from "../model/vietnamese.ts";
import { looksLikeAgency } from "./agency-cell.ts";

/** Cells of a row of agencies.csv, by column. */
type AgencyRow = Readonly<Record<string, string>>;

/** No name of an agency is longer: what is, is a sentence. */
const LONGEST = 120;

/**
 * Rows of agencies.csv for names that a plan prints and no agency has, so that somebody can look them over and paste them:
 * what it is by how the name begins, and below the agency that issued the plan.
 * @param source says which plan prints the names
 */
export function draftAgencies(
  names: Iterable<string>,
  issuer: Agency,
  { byId }: AgencyDirectory,
  source: string,
): AgencyRow[] {
  const rows = new Map<string, AgencyRow>();
  const ids = new Set(byId.keys());
  for (const name of names) {
    if (rows.has(nameKey(name)) || name.length > LONGEST || !looksLikeAgency(name)) continue;
    const isCentral = CENTRAL.test(fold(name));
    const id = freeId(slugify(isCentral ? name : `${name} ${issuer.id.replace(/^ubnd-/, "")}`), ids);
    ids.add(id);
    rows.set(nameKey(name), {
      id,
      name,
      kind: kindOf(name),
      level: isCentral ? "central" : issuer.kind === "body" ? (issuer.level ?? "") : "internal",
      parent: isCentral ? "" : issuer.id,
      source,
    });
  }
  return [...rows.values()];
}

/** Ministries and their like stand in no province's tree. */
const CENTRAL = /^(?:bo (?!chi huy|phan)|chinh phu|van phong chinh phu|quoc hoi)/;

/** How names of a kind begin; what begins otherwise is an agency. */
const KINDS: readonly (readonly [kind: Agency["kind"], begin: RegExp])[] = [
  [
    "group",
    /^(?:cac|nhung|toan the|tat ca|mot so|(?:so|ban|phong|co quan|don vi), |(?:ubnd|uy ban nhan dan) (?:cap|cac) |dia phuong|don vi|cap )/,
  ],
  [
    "office",
    /^(?:(?:pho )?chu tich|lanh dao|giam doc|(?:pho )?truong |thu truong|chanh |nguoi dung dau|cong chuc|vien chuc|chuyen vien|can bo|ke toan|van thu)/,
  ],
  [
    "temporary",
    /^(?:ban chi dao|ban bien tap|(?:doan|to) (?:kiem tra|cong tac|thanh tra|giam sat|giup viec))/,
  ],
  ["press", /^(?:bao (?!hiem)|dai )/],
  ["company", /^(?:tong )?cong ty|^buu dien/],
  ["unit", /^(?:phong|trung tam) /],
  ["body", /^(?:ubnd|uy ban|hdnd|hoi dong nhan dan|(?:tinh|huyen|thanh) uy|mat tran|ubmttq)/],
];

function kindOf(name: string): Agency["kind"] {
  const folded = fold(name);
  return KINDS.find(([, begin]) => begin.test(folded))?.[0] ?? "agency";
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let i = 2; taken.has(free); i++) free = `${id}-${i}`;
  return free;
}
