import { type AgencyDirectory, resolveAgency } from "./agency.ts";
import { type Deadline, parseDeadline } from "./deadline.ts";
import type { IsoDate } from "./fields.ts";
import { type Block, type LabelledItem, type Prose, parseLabelledItem } from "./markdown.ts";
import type { Place, Report } from "./problem.ts";
import { mendItem } from "./stray-line.ts";
import { findNearest, fold, suggest } from "./vietnamese.ts";

/** An agency as a plan names it, with the role that the plan prints beside it. */
export interface AgencyReference {
  /** Id in the agency directory; undefined when the name could not be resolved (and was reported). */
  readonly agency: string | undefined;
  readonly printed: string;
  /** "theo dõi, đôn đốc việc thực hiện" in `Sở Nội vụ (theo dõi, đôn đốc việc thực hiện)`. */
  readonly role: string | undefined;
}

/** One pair of leads and coordinators; a row of a plan rarely has more than one. */
export interface Assignment {
  readonly leads: readonly AgencyReference[];
  readonly coordinators: readonly AgencyReference[];
}

/** A key of a task anywhere on the site: `<plan>#<task>`. */
export interface TaskReference {
  readonly plan: string;
  readonly task: string;
  readonly place: Place;
}

/** One task of a plan: who leads, who helps, by when, with what result. */
export interface Task {
  /** Permanent: the anchor on the plan page, the key of updates, what people cite. */
  readonly id: string;
  readonly title: string;
  readonly assignments: readonly Assignment[];
  /** undefined = the plan prints none, here or at the group. */
  readonly deadline: Deadline | undefined;
  /** Id of the group whose deadline this is, when the task has none of its own. */
  readonly deadlineFrom: string | undefined;
  readonly output: string | undefined;
  /** Index and number of the criterion: `par-index/1.3.1`. */
  readonly criteria: readonly string[];
  /** The measurable target as printed: "≥ 30% cơ quan được kiểm tra". */
  readonly target: string | undefined;
  /** Tasks of the upper plan that this one carries out. */
  readonly carriesOut: readonly TaskReference[];
  readonly prose: Prose;
  readonly place: Place;
}

/** The labels of a task's list, and of what they are the label. */
export const TASK_LABELS = {
  "Chủ trì": "leads",
  "Phối hợp": "coordinators",
  "Thời hạn": "deadline",
  "Sản phẩm": "output",
  "Tiêu chí": "criteria",
  "Chỉ tiêu": "target",
  "Thực hiện": "carriesOut",
} as const;
type TaskField = (typeof TASK_LABELS)[keyof typeof TASK_LABELS];

const FIELD_BY_LABEL = new Map<string, TaskField>(
  Object.entries(TASK_LABELS).flatMap(([label, field]) => [
    [label, field],
    [fold(label), field],
  ]),
);

/** What a label means; one typed without marks or in capitals is understood, a correct one is found at once. */
function findField(label: string): TaskField | undefined {
  return FIELD_BY_LABEL.get(label) ?? FIELD_BY_LABEL.get(fold(label));
}
const SEGMENT = "(?:[A-ZĐ]|[IVXLC]+|\\d+[a-zđ]?|[a-zđ])";
const FULL_ID = new RegExp(`^((?:[A-ZĐ]|[IVXLC]+|\\d+[a-zđ]?)(?:\\.${SEGMENT})*)(\\.?)(?=\\s|$)`, "u");

/** Splits `A.I.3. Kiểm tra …` into id and title; undefined when the heading does not begin with an id. */
export function parseHeading(heading: string): { id: string; title: string; isFull: boolean } | undefined {
  const match = FULL_ID.exec(heading);
  if (!match?.[1]) return undefined;
  // "A. Chỉ số" is a section, "I love" and "1. Mục đích" are ordinary headings unless a labelled list follows.
  const isFull = match[1].includes(".") || (/^\D/.test(match[1]) && match[2] === ".");
  return { id: match[1], title: heading.slice(match[0].length).trim(), isFull };
}

/** The labelled list of a block, or undefined when its list is ordinary prose. */
export function labelledItems(block: Block, report: Report): LabelledItem[] | undefined {
  const parsed = block.items.map(item => parseLabelledItem(item, block.place.file));
  const isKnown = (item: LabelledItem | undefined) => {
    if (!item) return false;
    return (
      findField(item.label) !== undefined || findNearest(item.label, Object.keys(TASK_LABELS)) !== undefined
    );
  };
  if (!parsed.some(isKnown)) return undefined;
  const items: LabelledItem[] = [];
  for (const [i, item] of parsed.entries()) {
    if (item) items.push(item);
    else {
      const { line = block.place.line, column = 1, text = "" } = block.items[i] ?? {};
      report(
        { file: block.place.file, line, column },
        `dòng “${text.slice(0, 40)}” trong danh sách của nhiệm vụ không có dạng Nhãn: giá trị`,
        mendItem(text),
      );
    }
  }
  reportRunOn(block, report);
  return items;
}

/** Reports words right below a labelled list, which Markdown would add to its last value. */
export function reportRunOn({ items, place }: Block, report: Report): void {
  for (const { runOn } of items)
    if (runOn !== undefined)
      report(
        { ...place, line: runOn },
        "dòng này đứng sát danh sách nên bị gộp vào giá trị của nhãn ở trên",
        "thêm một dòng trống phía trên, hoặc thụt vào hai dấu cách nếu là phần tiếp của giá trị",
      );
}

/** What reading a task needs to know about its surroundings. */
export interface TaskContext {
  readonly agencies: AgencyDirectory;
  /** The plan's agency; undefined when it is itself unknown, so that its tree cannot be searched. */
  readonly within: string | undefined;
  readonly day: IsoDate | undefined;
  readonly year: number | undefined;
  readonly indices: ReadonlySet<string>;
  /** Cells of agencies that were resolved already, by plans of the same agency and day (`resolvedCells`). */
  readonly cells: Map<string, readonly AgencyReference[]>;
  readonly report: Report;
}

const resolved = new WeakMap<AgencyDirectory, Map<string, TaskContext["cells"]>>();

/** What names meant in plans of one agency and day so far: they repeat a few, and all share one value for each. */
export function resolvedCells(
  agencies: AgencyDirectory,
  within: string | undefined,
  day: IsoDate | undefined,
): TaskContext["cells"] {
  const known = resolved.get(agencies) ?? new Map<string, TaskContext["cells"]>();
  resolved.set(agencies, known);
  const key = `${within ?? ""}|${day ?? ""}`;
  const cells = known.get(key) ?? new Map<string, readonly AgencyReference[]>();
  known.set(key, cells);
  return cells;
}

/** One empty list for all: a quarter of a million tasks have hardly any criteria. */
const NONE: readonly never[] = [];

/** Reads the labelled list of a task or group. Every wrong label and value is reported at its place. */
export function parseTaskItems(items: readonly LabelledItem[], context: TaskContext) {
  const { report } = context;
  let assignments: { leads: readonly AgencyReference[]; coordinators: readonly AgencyReference[] }[] = [];
  const seen = new Set<TaskField>();
  let deadline: Deadline | undefined;
  let output: string | undefined;
  let target: string | undefined;
  let criteria: readonly string[] = NONE;
  let carriesOut: readonly TaskReference[] = NONE;

  for (const item of items) {
    const field = findField(item.label);
    if (field === undefined) {
      const labels = Object.keys(TASK_LABELS);
      report(
        item.labelPlace,
        `nhãn “${item.label}” không có trong định dạng`,
        suggest(item.label, labels, `các nhãn dùng được: ${labels.join(", ")}`),
      );
      continue;
    }
    // A second "Chủ trì" begins a second pair; every other label stands once a pair or once a task.
    const last = assignments.at(-1);
    const isNewPair = field === "leads" && (!last || last.leads.length > 0);
    if (seen.has(field) && !isNewPair && !(field === "coordinators" && last?.coordinators.length === 0)) {
      report(
        item.labelPlace,
        `nhãn “${item.label}” có hai lần`,
        "gộp thành một dòng, cách nhau bằng dấu chấm phẩy",
      );
      continue;
    }
    seen.add(field);
    if (item.value === "") {
      report(
        item.labelPlace,
        `nhãn “${item.label}” không có giá trị`,
        "ghi giá trị, hoặc bỏ dòng này khi văn bản không nêu",
      );
      continue;
    }
    if (field === "leads" || field === "coordinators") {
      const pair = isNewPair || !last ? { leads: NONE, coordinators: NONE } : last;
      if (pair !== last) assignments = assignments.concat(pair);
      pair[field] = parseAgencyList(item, context);
    } else if (field === "deadline") {
      const parsed = parseDeadline(item.value, context.year);
      if (parsed === "impossible")
        report(item.valuePlace, `ngày “${item.value}” không có trong lịch`, "kiểm tra lại ngày và tháng");
      else deadline = parsed;
    } else if (field === "output") output = item.value;
    else if (field === "target") target = item.value;
    else if (field === "criteria") criteria = parseCriteria(item, context);
    else carriesOut = parseTaskReferences(item, report);
  }
  return { assignments, deadline, output, target, criteria, carriesOut, fields: seen };
}

/** Splits a cell at `;` outside parentheses and resolves every name inside the plan's own agency tree first. */
export function parseAgencyList(item: LabelledItem, context: TaskContext): readonly AgencyReference[] {
  const known = context.cells.get(item.value);
  if (known) return known;
  const references = splitList(item.value).map(({ text, offset }) => {
    const place = { ...item.valuePlace, column: item.valuePlace.column + offset };
    return resolveReference(text, place, context);
  });
  // A name that was refused is refused again wherever it stands.
  if (references.every(({ agency }) => agency !== undefined)) context.cells.set(item.value, references);
  return references;
}

function resolveReference(text: string, place: Place, context: TaskContext): AgencyReference {
  const { agencies, within, day, report } = context;
  const role = /^(.*\S)\s*\(([^()]+)\)$/u.exec(text);
  const whole = resolveAgency(agencies, text, within ?? "", day);
  const found =
    whole.kind === "unknown" && role?.[1] ? resolveAgency(agencies, role[1], within ?? "", day) : whole;
  const printed = found === whole ? text : (role?.[1] ?? text);
  const reference = { printed, role: found === whole ? undefined : role?.[2] };
  if (found.kind === "found") return { ...reference, agency: found.agency.id };
  if (within !== undefined) {
    const name = role?.[1] ?? text;
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
        suggest(
          name,
          namesNear(agencies, within),
          "thêm cơ quan hoặc tên gọi này vào agencies.csv; nhiều cơ quan cách nhau bằng dấu chấm phẩy",
        ),
      );
  }
  return { ...reference, agency: undefined };
}

/** Names that may be meant: those of the plan's own tree first. Only asked for when a name is wrong. */
function* namesNear(agencies: AgencyDirectory, within: string): Iterable<string> {
  const top = within;
  for (const agency of agencies.all)
    if (agency.parent === top || agency.id === top) yield* [agency.name, ...agency.aliases];
  for (const agency of agencies.all) yield* [agency.name, ...agency.aliases];
}

/** Splits at `;` outside parentheses; `offset` is where each part begins. */
export function splitList(value: string): { text: string; offset: number }[] {
  const parts: { text: string; offset: number }[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= value.length; i++) {
    const sign = value[i];
    if (sign === "(") depth++;
    else if (sign === ")") depth = Math.max(0, depth - 1);
    else if (i === value.length || (sign === ";" && depth === 0)) {
      const part = value.slice(start, i);
      const text = part.trim();
      if (text !== "") parts.push({ text, offset: start + part.indexOf(text) });
      start = i + 1;
    }
  }
  return parts;
}

function parseCriteria(item: LabelledItem, { indices, report }: TaskContext): string[] {
  return splitList(item.value)
    .flatMap(({ text, offset }) => {
      const place = { ...item.valuePlace, column: item.valuePlace.column + offset };
      const [, index, code] = /^([a-z-]+)\/([\d.]+)$/.exec(text) ?? [];
      if (index === undefined || code === undefined) {
        report(place, `tiêu chí “${text}” không đúng dạng`, "viết dạng par-index/1.3.1");
        return [];
      }
      if (!indices.has(index)) {
        report(
          place,
          `không có chỉ số “${index}”`,
          suggest(index, indices, `các chỉ số: ${[...indices].join(", ")}`),
        );
        return [];
      }
      return [text];
    })
    .slice();
}

function parseTaskReferences(item: LabelledItem, report: Report): TaskReference[] {
  return splitList(item.value).flatMap(({ text, offset }) => {
    const place = { ...item.valuePlace, column: item.valuePlace.column + offset };
    const [, plan, task] = /^([a-z0-9-]+)#(\S+)$/.exec(text) ?? [];
    if (plan === undefined || task === undefined) {
      report(
        place,
        `“${text}” không phải nhiệm vụ của kế hoạch nào`,
        "viết dạng <kế hoạch>#<nhiệm vụ>, ví dụ quang-nam-2023#A.I.3",
      );
      return [];
    }
    return [{ plan, task, place }];
  });
}

/** Leads of all pairs, each agency once. */
export function leadsOf({ assignments }: Task): readonly AgencyReference[] {
  // Hardly any task has a second pair.
  const only = assignments.length === 1 ? assignments[0] : undefined;
  return only ? only.leads : assignments.flatMap(pair => pair.leads);
}

/** Coordinators of all pairs. */
export function coordinatorsOf({ assignments }: Task): readonly AgencyReference[] {
  const only = assignments.length === 1 ? assignments[0] : undefined;
  return only ? only.coordinators : assignments.flatMap(pair => pair.coordinators);
}

const SUPERVISION = /^(theo dõi|đôn đốc|giám sát|hướng dẫn)/iu;

/** Whether the printed role is to follow up, urge, guide or supervise rather than to carry out. */
export function isSupervising(reference: AgencyReference): boolean {
  return reference.role !== undefined && SUPERVISION.test(reference.role);
}
