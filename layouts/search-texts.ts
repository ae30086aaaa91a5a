import { cutAtWord } from "../scripts/model/abridge.ts";
import { type AgencyReference, printReferences } from "../scripts/model/agency-reference.ts";
import { plainText } from "../scripts/model/markdown.ts";
import type { Plan } from "../scripts/model/plan.ts";
import type { FieldKey } from "../scripts/model/search-table.ts";
import { FIELD_END } from "../scripts/model/search-words.ts";
import type { Task } from "../scripts/model/task.ts";

/** All that a task says, its title first. */
export function taskText(task: Task): string {
  return [task.title, ...taskFields(task).map(([, text]) => text), task.id].join(FIELD_END);
}

/** What a task says beside its title; what it does not say is left out. */
export function taskFields(task: Task): [FieldKey, string][] {
  const fields: [FieldKey, string][] = [
    ["output", task.output ?? ""],
    ["leads", namesOf(task.assignments.map(({ leads }) => leads))],
    ["coordinators", namesOf(task.assignments.map(({ coordinators }) => coordinators))],
    ["target", task.target ?? ""],
    ["deadline", task.deadline?.printed ?? ""],
    ["criteria", task.criteria.map(criterion => `TCTP ${criterion.replace("/", " ")}`).join("; ")],
    ["prose", inOneLine(plainText(task.prose.source))],
  ];
  return fields.filter(([, text]) => text !== "");
}

/** Agencies as they are printed, with what they do. */
function namesOf(references: readonly (readonly AgencyReference[])[]): string {
  return references.map(printReferences).filter(Boolean).join("; ");
}

/** Paragraphs, items and cells of a text, told apart where there is one line for all of them. */
export function inOneLine(text: string): string {
  return text.trim().replace(/(?<!\s)\s*\n\s*/g, " · ");
}

/** About two lines of a text. */
export function shorten(text: string, length = 160): string {
  return text.length <= length ? text : `${cutAtWord(text, length)}…`;
}

/** What a plan says between its tasks and in its notes. */
export function proseOf(plan: Plan): string {
  return plan.parts
    .map(part => (part.kind === "task" ? "" : `${part.title} \n${plainText(part.prose.source)}`))
    .concat(plan.notes.map(({ printed, note }) => `${printed ?? ""} \n${note}`))
    .join(" \n");
}
