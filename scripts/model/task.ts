import type { AgencyReference } from "./agency-reference.ts";
import type { Deadline } from "./deadline.ts";
import type { Prose } from "./markdown.ts";
import type { Place } from "./problem.ts";

/** One pair of leads and coordinators; a row of a plan rarely has more than one. */
interface Assignment {
  readonly leads: readonly AgencyReference[];
  readonly coordinators: readonly AgencyReference[];
}

/** Where content names a task, by `<plan>#<task>`. */
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

// No sign begins two of the alternatives: a heading is read in one pass, whatever stands in it.
const CAPITAL = "[IVXLC]+|[ABD-HJKM-UWYZĐ]";
const SEGMENT = `(?:${CAPITAL}|\\d+[a-zđ]?|[a-zđ])`;
/** How a heading begins that has an id: the id, and the point behind it. */
export const ID_PATTERN = `((?:${CAPITAL}|\\d+[a-zđ]?)(?:\\.${SEGMENT})*)(\\.?)(?=\\s|$)`;
const FULL_ID = new RegExp(`^${ID_PATTERN}`, "u");

const SPACED_ID = new RegExp(`^(?:${SEGMENT}\\.)+(?:\\s+(?:${SEGMENT}\\.)+)+(?=\\s)`, "u");

/** A heading that begins with an id. */
export interface NumberedHeading {
  readonly id: string;
  readonly title: string;
  /** Whether the id alone says that it is meant as one: `A.I.3`, but not the first word of "I love" or "1. Mục đích". */
  readonly isFull: boolean;
}

/** Splits `A.I.3. Kiểm tra …` into id and title; undefined when the heading does not begin with an id. */
export function parseHeading(heading: string): NumberedHeading | undefined {
  const match = FULL_ID.exec(heading);
  if (!match?.[1]) return undefined;
  // "A. Chỉ số" is a section, "I love" and "1. Mục đích" are ordinary headings unless a labelled list follows.
  const isFull = match[1].includes(".") || (/^\D/.test(match[1]) && match[2] === ".");
  return { id: match[1], title: heading.slice(match[0].length).trim(), isFull };
}

/** An id that was typed with spaces in it: `A. I. 3.` in `A. I. 3. Kiểm tra`. */
export function findSpacedId(heading: string): string | undefined {
  return SPACED_ID.exec(heading)?.[0].trim();
}

/** How a heading is written that has no id, or one that is not typed right: `**A.I.3)** Kiểm tra`, `a.i.3: Kiểm tra`. */
export function mendHeading(heading: string): string {
  const plain = heading.slice(0, 300).replace(/[*_]/g, "").trim();
  const spaced = findSpacedId(plain) ?? "";
  const [, first = "", title = ""] = /^(\S+?)[).:–-]*(?:\s+(\S.*))?$/u.exec(plain) ?? [];
  const id = spaced === "" ? first : spaced.replace(/\s|\.$/g, "");
  const rest = spaced === "" ? title : plain.slice(spaced.length).trim();
  for (const typed of [id, id.toUpperCase()])
    if (typed.includes(".") && parseHeading(typed)?.id === typed)
      return `viết “${`${typed}. ${rest}`.trim()}”`;
  return "bắt đầu tiêu đề bằng mã đầy đủ rồi một dấu cách, ví dụ A.I.3. Tên nhiệm vụ";
}

/** Leads of all pairs; one that is named twice stands there twice. */
export function leadsOf(task: Task): readonly AgencyReference[] {
  return namedAs("leads", task);
}

/** Coordinators of all pairs, in the same way. */
export function coordinatorsOf(task: Task): readonly AgencyReference[] {
  return namedAs("coordinators", task);
}

function namedAs(part: keyof Assignment, { assignments }: Task): readonly AgencyReference[] {
  const [only, ...others] = assignments;
  // Hardly any task has a second pair.
  return only && others.length === 0 ? only[part] : assignments.flatMap(pair => pair[part]);
}
