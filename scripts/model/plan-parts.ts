import type { Deadline } from "./deadline.ts";
import type { Prose } from "./markdown.ts";
import type { Block } from "./outline.ts";
import { findStrayLine } from "./stray-line.ts";
import { findSpacedId, mendHeading, parseHeading, type Task } from "./task.ts";
import { labelledItems, parseTaskItems, type TaskContext } from "./task-items.ts";

/** A heading of the plan page: prose, a section or group of tasks, or one task. */
export type PlanPart =
  | { readonly kind: "prose"; readonly level: number; readonly title: string; readonly prose: Prose }
  | {
      readonly kind: "section";
      readonly level: number;
      readonly id: string;
      readonly title: string;
      readonly deadline: Deadline | undefined;
      readonly prose: Prose;
    }
  | { readonly kind: "task"; readonly level: number; readonly task: Task };

/** The permanent id of a task or section; prose has none. */
export function idOf(part: PlanPart): string | undefined {
  return part.kind === "task" ? part.task.id : part.kind === "section" ? part.id : undefined;
}

/** The prose of a part, which may be empty. */
export function proseOf(part: PlanPart): Prose {
  return part.kind === "task" ? part.task.prose : part.prose;
}

/** Labels that no prose below an id begins a line with; the others are words of ordinary prose too. */
export const STRAY_LABELS = ["Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm"];
/** Below a heading without an id, the one that every list of a task begins with. */
const FIRST_LABEL = ["Chủ trì"];

/** Turns headings into prose, sections and tasks; a group's deadline is handed down to the tasks below it. */
export function parseParts(blocks: readonly Block[], context: TaskContext): PlanPart[] {
  const parts: PlanPart[] = [];
  const lines = new Map<string, number>();
  let groups: OpenGroup[] = [];
  const reportStray = (prose: Prose, labels: readonly string[]) => {
    const stray = findStrayLine(prose, labels);
    const file = blocks[0]?.place.file ?? "";
    if (stray) context.report({ ...stray, file }, stray.message, stray.mend);
  };
  for (const [i, block] of blocks.entries()) {
    const heading = parseHeading(block.heading);
    const items = block.items.length > 0 ? labelledItems(block, context.report) : undefined;
    const id = heading && (heading.isFull || items) ? heading.id : undefined;
    if (block.level > 0) groups = groups.filter(group => group.level < block.level);
    if (!heading || id === undefined) {
      if (block.level === 0 && block.prose.source.trim() === "") continue;
      if (items)
        context.report(
          block.place,
          `tiêu đề “${block.heading}” có danh sách của nhiệm vụ nhưng không có mã`,
          mendHeading(block.heading),
        );
      else reportStray(block.proseWithList, FIRST_LABEL);
      parts.push({ kind: "prose", level: block.level, title: block.heading, prose: block.proseWithList });
      continue;
    }
    const read = items && parseTaskItems(items, context);
    const first = lines.get(id);
    const spaced = findSpacedId(block.heading);
    if (spaced !== undefined)
      context.report(block.place, `mã “${spaced}” có dấu cách ở giữa`, mendHeading(block.heading));
    else if (first !== undefined)
      context.report(
        block.place,
        `mã “${id}” đã có ở dòng ${first}`,
        "mỗi nhiệm vụ một mã; hai mục trùng số thì thêm chữ, ví dụ A.II.2b",
      );
    if (spaced !== undefined || first !== undefined) continue;
    lines.set(id, block.place.line);
    const next = blocks[i + 1];
    const hasChildren = next !== undefined && parseHeading(next.heading)?.id.startsWith(`${id}.`);
    const isGroup = !read || (hasChildren && [...read.fields].every(field => field === "deadline"));
    if (isGroup && read?.deadline && next && next.level <= block.level)
      context.report(
        next.place,
        `tiêu đề này không nằm dưới ${id}, nên thời hạn của ${id} không đến được nó`,
        `thêm dấu #: viết “${"#".repeat(Math.min(block.level + 1, 6))} ${next.heading}”, các mục sau cũng vậy`,
      );
    if (isGroup) {
      groups.push({ level: block.level, id, deadline: read?.deadline });
      const prose = items ? block.prose : block.proseWithList;
      reportStray(prose, STRAY_LABELS);
      parts.push({
        kind: "section",
        level: block.level,
        id,
        title: heading.title,
        deadline: read?.deadline,
        prose,
      });
      continue;
    }
    reportStray(block.prose, STRAY_LABELS);
    const from = read.deadline ? undefined : groups.findLast(group => group.deadline !== undefined);
    parts.push({
      kind: "task",
      level: block.level,
      task: {
        id,
        title: heading.title,
        assignments: read.assignments,
        deadline: read.deadline ?? from?.deadline,
        deadlineFrom: from?.id,
        output: read.output,
        criteria: read.criteria,
        target: read.target,
        carriesOut: read.carriesOut,
        prose: block.prose,
        place: block.place,
      },
    });
    if (heading.title === "")
      context.report(block.place, `nhiệm vụ ${id} không có tên`, "ghi tên nhiệm vụ sau mã");
  }
  return parts;
}

interface OpenGroup {
  level: number;
  id: string;
  deadline: Deadline | undefined;
}
