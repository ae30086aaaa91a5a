import { stringify } from "yaml";
import { nameOf } from "./agency.ts";
import { parseDate, withComma } from "./fields.ts";
import { fieldsOf } from "./format.ts";
import type { Plan } from "./plan.ts";
import { type Answers, NEW_KINDS, type NewKind, splitAnswer } from "./question.ts";
import { type Site, taskKey } from "./site.ts";
import type { DatedTaskUpdate } from "./status.ts";

/** A file to be made inside content/, or a row to be added to a table inside data/. */
export type Draft =
  | { readonly kind: "file"; readonly name: string; readonly text: string }
  | {
      readonly kind: "row";
      readonly name: string;
      readonly columns: readonly string[];
      readonly row: Answers;
    };

/** Makes the text of what was answered. A draft that can be checked, not yet one that was. */
export function draftOf(kind: NewKind, answers: Answers, site: Site): Draft {
  if (kind === "agency" || kind === "result")
    return {
      kind: "row",
      name: kind === "agency" ? "agencies.csv" : `results/${answers.index}.csv`,
      columns: fieldsOf(kind).map(({ key }) => key),
      row: answers,
    };
  const head = frontMatter(kind, answers);
  if (kind === "plan") {
    const { agency = "", year = splitAnswer(answers.years ?? "").at(-1) } = answers;
    const body = planBody(nameOf(site.agencies, agency), `Trong năm ${year}`);
    return file(`plans/${agency}/${answers.slug}`, head + body);
  }
  if (kind === "update") {
    const { reporter, plan, as_of: typed = "" } = answers;
    // A day may be typed as 30/6/2023; the file is named after it, and earlier reports are those before it.
    const day = parseDate(typed) ?? typed;
    return file(`updates/${reporter}/${plan}/${day}`, head + updateBody({ ...answers, as_of: day }, site));
  }
  return file(`${kind}s/${answers.slug}`, `${head}Nội dung của trang.\n`);
}

function file(name: string, text: string): Draft {
  return { kind: "file", name: `${name}.md`, text };
}

/** The answered keys in the order of the format. Every value stays the text that was typed. */
function frontMatter(kind: NewKind, answers: Answers): string {
  const fields: Record<string, string | string[]> = {};
  for (const { key, shape } of fieldsOf(NEW_KINDS[kind])) {
    const typed = answers[key];
    if (typed !== undefined) fields[key] = shape.kind === "list" ? splitAnswer(typed) : typed;
  }
  return `---\n${stringify(fields, { schema: "failsafe", lineWidth: 0 })}---\n`;
}

/** One section with one task, for the editor to overwrite: the shape is the lesson. */
export function planBody(lead: string, deadline: string): string {
  return `Mục đích, yêu cầu của kế hoạch.

## A. Nhóm nhiệm vụ

### A.1. Tên nhiệm vụ
- Chủ trì: ${lead}
- Thời hạn: ${deadline}
`;
}

/** Every chosen task with what was last reported on it before that day; “Chưa bắt đầu” where nothing was. */
function updateBody({ plan: slug = "", as_of: day = "", tasks }: Answers, site: Site): string {
  const plan = site.planBySlug.get(slug);
  const chosen = tasks === undefined ? plan?.tasks.map(({ id }) => id) : splitAnswer(tasks);
  const titles = new Map(plan?.tasks.map(({ id, title }) => [id, title]));
  const lastOf = (id: string) =>
    site.updatesByTask.get(taskKey(slug, id))?.findLast(({ asOf }) => asOf < day);
  return (chosen ?? []).map(id => taskBlock(id, titles.get(id) ?? "", lastOf(id))).join("\n");
}

function taskBlock(id: string, title: string, last: DatedTaskUpdate | undefined): string {
  const lines = [
    `## ${id}. ${title}`.trimEnd(),
    `- Trạng thái: ${last?.state ?? "Chưa bắt đầu"}`,
    last?.progress !== undefined && `- Tiến độ: ${withComma(last.progress)}%`,
    last?.value !== undefined && `- Giá trị: ${last.value}`,
    last?.evidence !== undefined && `- Minh chứng: ${last.evidence}`,
    last?.finished !== undefined && `- Ngày hoàn thành: ${last.finished}`,
  ];
  return `${lines.filter(line => line !== false).join("\n")}\n`;
}

/** Chosen tasks without an earlier report: the state that the draft gives them is a guess, which the editor has to check. */
export function neverReported(plan: Plan, answers: Answers, site: Site): string[] {
  const chosen = answers.tasks === undefined ? undefined : new Set(splitAnswer(answers.tasks));
  return plan.tasks
    .map(({ id }) => id)
    .filter(id => (chosen?.has(id) ?? true) && !site.updatesByTask.has(taskKey(plan.slug, id)));
}
