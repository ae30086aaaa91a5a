import type { Deadline } from "./deadline.ts";
import type { Prose } from "./markdown.ts";
import type { Block } from "./outline.ts";
import type { Report } from "./problem.ts";
import { reportStrayLine } from "./stray-line.ts";
import { findSpacedId, mendHeading, type NumberedHeading, parseHeading, type Task } from "./task.ts";
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

/** Labels with which no line of the prose below an id may begin; the other labels are ordinary words, too. */
export const STRAY_LABELS = ["Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm"];
/** The same below a heading without an id: only the label that the list of every task has. */
const FIRST_LABEL = ["Chủ trì"];

/** Turns headings into prose, sections and tasks; a group's deadline is handed down to the tasks below it. */
export function parseParts(blocks: readonly Block[], context: TaskContext): PlanPart[] {
  const { report } = context;
  const parts: PlanPart[] = [];
  const lines = new Map<string, number>();
  let groups: OpenGroup[] = [];
  const headings = blocks.map(({ heading }) => parseHeading(heading));
  const following = followingWithId(blocks, headings);
  for (const [i, block] of blocks.entries()) {
    const heading = headings[i];
    const items = block.items.length > 0 ? labelledItems(block, context) : undefined;
    if (block.level > 0) groups = groups.filter(group => group.level < block.level);
    if (!heading || !(heading.isFull || items)) {
      if (block.level === 0 && block.prose.source.trim() === "") continue;
      parts.push(readProse(block, items !== undefined, report));
      continue;
    }
    const read = items && parseTaskItems(items, context);
    const { id, title } = heading;
    if (!isNewId(id, block, lines, report)) continue;
    lines.set(id, block.place.line);
    const next = following[i];
    if (!read || isGroup(id, read, next)) {
      if (read?.deadline) reportUnreached(id, block, next, report);
      groups.push({ level: block.level, id, deadline: read?.deadline });
      parts.push(readSection(heading, block, read, report));
      continue;
    }
    reportStrayLine(block.prose, STRAY_LABELS, block.place.file, report);
    const from = read.deadline ? undefined : groups.findLast(group => group.deadline !== undefined);
    parts.push({
      kind: "task",
      level: block.level,
      task: {
        id,
        title,
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
    if (title === "") report(block.place, `nhiệm vụ ${id} không có tên`, "ghi tên nhiệm vụ sau mã");
  }
  return parts;
}

/** For each block the next one with an id: a heading without one may stand between a group and its tasks. */
function followingWithId(
  blocks: readonly Block[],
  headings: readonly (NumberedHeading | undefined)[],
): (Block | undefined)[] {
  const following: (Block | undefined)[] = [];
  let next: Block | undefined;
  for (let i = blocks.length - 1; i >= 0; i--) {
    following[i] = next;
    if (headings[i]) next = blocks[i];
  }
  return following;
}

interface OpenGroup {
  readonly level: number;
  readonly id: string;
  readonly deadline: Deadline | undefined;
}

type Items = ReturnType<typeof parseTaskItems>;

function readProse(block: Block, hasTaskList: boolean, report: Report): PlanPart {
  const { level, heading, place, proseWithList } = block;
  if (hasTaskList)
    report(
      place,
      `tiêu đề “${heading}” có danh sách của nhiệm vụ nhưng không có mã`,
      mendHeading(heading),
      "unread task",
    );
  else reportStrayLine(proseWithList, FIRST_LABEL, place.file, report);
  return { kind: "prose", level, title: heading, prose: proseWithList };
}

function readSection(
  { id, title }: NumberedHeading,
  block: Block,
  read: Items | undefined,
  report: Report,
): PlanPart {
  const prose = read ? block.prose : block.proseWithList;
  reportStrayLine(prose, STRAY_LABELS, block.place.file, report);
  return { kind: "section", level: block.level, id, title, deadline: read?.deadline, prose };
}

/** A group has a deadline at most, and tasks below it. */
function isGroup(id: string, { fields }: Items, next: Block | undefined): boolean {
  const hasChildren = next !== undefined && parseHeading(next.heading)?.id.startsWith(`${id}.`);
  return hasChildren === true && [...fields].every(field => field === "deadline");
}

/**
 * Whether an id is typed right and of no heading above.
 * @param lines of the ids so far
 */
function isNewId(id: string, block: Block, lines: ReadonlyMap<string, number>, report: Report): boolean {
  const first = lines.get(id);
  const spaced = findSpacedId(block.heading);
  if (spaced !== undefined)
    report(block.place, `mã “${spaced}” có dấu cách ở giữa`, mendHeading(block.heading), "unread task");
  else if (first !== undefined)
    report(
      block.place,
      `mã “${id}” đã có ở dòng ${first}`,
      "mỗi nhiệm vụ một mã; hai mục trùng số thì thêm chữ, ví dụ A.II.2b",
      "unread task",
    );
  return spaced === undefined && first === undefined;
}

/** Reports a heading that by its id lies below a group, but by its level does not, so that no deadline reaches it. */
function reportUnreached(id: string, group: Block, next: Block | undefined, report: Report): void {
  if (next && next.level <= group.level)
    report(
      next.place,
      `tiêu đề này không nằm dưới ${id}, nên thời hạn của ${id} không đến được nó`,
      `thêm dấu #: viết “${"#".repeat(Math.min(group.level + 1, 6))} ${next.heading}”, các mục sau cũng vậy`,
    );
}
