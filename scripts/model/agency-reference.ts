import type { AgencyDirectory } from "./agency.ts";
import type { IsoDate } from "./fields.ts";
import { resolveAgency } from "./find-agency.ts";
import { type LabelledItem, splitValue } from "./labelled-item.ts";
import { getOrMake } from "./maps.ts";
import type { Place, Report } from "./problem.ts";
import { mendName } from "./unknown-agency.ts";

/** An agency as a plan names it, with the role that the plan prints beside it. */
export interface AgencyReference {
  /** Id in the agency directory; undefined when the name could not be resolved (and was reported). */
  readonly agency: string | undefined;
  readonly printed: string;
  /** "theo dõi, đôn đốc việc thực hiện" in `Sở Nội vụ (theo dõi, đôn đốc việc thực hiện)`. */
  readonly role: string | undefined;
}

/** What names meant in plans of one agency and day so far: they repeat a few, and all share one value for each. */
interface KnownNames {
  readonly cells: Map<string, readonly AgencyReference[]>;
  /** How a name is mended that no agency has; it is compared with all names of the site. */
  readonly mends: Map<string, string>;
}

/** What the names in a plan are resolved by. */
export interface NameContext {
  readonly agencies: AgencyDirectory;
  /** The plan's agency; undefined when it is itself unknown, so that its tree cannot be searched. */
  readonly within: string | undefined;
  readonly day: IsoDate | undefined;
  readonly known: KnownNames;
  readonly report: Report;
}

/** Splits a cell at `;` outside parentheses and resolves every name inside the plan's own agency tree first. */
export function parseAgencyList(item: LabelledItem, context: NameContext): readonly AgencyReference[] {
  const known = context.known.cells.get(item.value);
  if (known) return known;
  const references = splitValue(item).map(({ text, place }) => resolveReference(text, place, context));
  // A name that was refused is refused again wherever it stands.
  if (references.every(({ agency }) => agency !== undefined)) context.known.cells.set(item.value, references);
  return references;
}

/** Whether words are nothing but names of known agencies. */
export function namesAgencies(words: string, { agencies, within, day }: NameContext): boolean {
  const isKnown = (text: string) => {
    const name = text.replace(/\([^()]*\)/g, "").trim();
    return name !== "" && resolveAgency(agencies, name, within ?? "", day).kind !== "unknown";
  };
  return isKnown(words) || words.split(";").every(isKnown) || words.split(/[;,]/).every(isKnown);
}

const known = new WeakMap<AgencyDirectory, Map<string, KnownNames>>();

/** What is known of names in plans of an agency and a day. */
export function knownNames(
  agencies: AgencyDirectory,
  within: string | undefined,
  day: IsoDate | undefined,
): KnownNames {
  const ofDirectory = getOrMake(known, agencies, () => new Map<string, KnownNames>());
  return getOrMake(ofDirectory, `${within ?? ""}|${day ?? ""}`, () => ({
    cells: new Map(),
    mends: new Map(),
  }));
}

/** Agencies as the plan prints them, roles included. */
export function printReferences(references: readonly AgencyReference[]): string {
  return references
    .map(({ printed, role }) => (role === undefined ? printed : `${printed} (${role})`))
    .join("; ");
}

const SUPERVISION = /^(theo dõi|đôn đốc|giám sát|hướng dẫn)/iu;

/** Whether the printed role is to follow up, urge, guide or supervise rather than to carry out. */
export function isSupervising(reference: AgencyReference): boolean {
  return reference.role !== undefined && SUPERVISION.test(reference.role);
}

function resolveReference(text: string, place: Place, context: NameContext): AgencyReference {
  const { agencies, within, day, report } = context;
  const [, name = text, role] = /^(.*\S)\s*\(([^()]+)\)$/u.exec(text) ?? [];
  // What stands in parentheses may belong to the name.
  const whole = resolveAgency(agencies, text, within ?? "", day);
  const found =
    whole.kind === "unknown" && role !== undefined ? resolveAgency(agencies, name, within ?? "", day) : whole;
  const reference = found === whole ? { printed: text, role: undefined } : { printed: name, role };
  if (found.kind === "found") return { ...reference, agency: found.agency.id };
  if (within !== undefined) {
    if (found.kind === "ambiguous")
      report(
        place,
        `tên “${name}” chỉ ${found.candidates.length} cơ quan khác nhau: ${found.candidates.map(agency => agency.id).join(", ")}`,
        "viết tên đầy đủ",
      );
    else
      report(
        place,
        `không có cơ quan tên “${name}”`,
        getOrMake(context.known.mends, name, () =>
          mendName(
            name,
            agencies,
            within,
            part => resolveAgency(agencies, part, within, day).kind === "found",
          ),
        ),
        "agency",
      );
  }
  return { ...reference, agency: undefined };
}
