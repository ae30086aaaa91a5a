import { fold } from "../model/vietnamese.ts";
import { looksLikeAgency } from "./agency-cell.ts";
import type { Block, FlatTable, Note, Paragraph, Table } from "./blocks.ts";
import type { DraftPart } from "./draft-part.ts";
import { headingNames, isAside, isClosing, isDutyPart, readClosingDuty, readDuties } from "./duties.ts";
import type { Namer } from "./names.ts";
import { openInline, readBlockTask, readLabels } from "./narrative.ts";
import { createNumbering, type NumberedId } from "./numbering.ts";
import { isHeading, type Node, readOutline } from "./outline.ts";
import type { Item } from "./rows.ts";
import { readTextCoordinators, readTextDeadline, readTextLead } from "./running-text.ts";
import { start } from "./words.ts";

/** What reading a body needs to know about the rest of the document. */
interface BodyContext {
  readonly hasTable: boolean;
  readonly namer: Namer;
  readonly used: Set<string>;
  readonly note: Note;
}

/** The body of a plan: prose with headings, narrative tasks, duties of agencies; tables keep their place. */
export function readBody(blocks: readonly Block[], context: BodyContext): (DraftPart | Table | FlatTable)[] {
  const parts: (DraftPart | Table | FlatTable)[] = [];
  let paragraphs: Paragraph[] = [];
  const flush = () => {
    const outline = readOutline(paragraphs).flatMap(openAll);
    const hasBlocks = outline.some(node => hasLabels(node));
    const writer = createBody({ ...context, hasBlocks, hasDuties: !context.hasTable && !hasBlocks });
    for (const part of writer(outline, 2)) parts.push(part);
    paragraphs = [];
  };
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      paragraphs.push(block);
      continue;
    }
    flush();
    parts.push(block);
  }
  flush();
  return parts;
}

function openAll(node: Node): Node[] {
  return openInline(node).map(open => ({ ...open, children: open.children.flatMap(openAll) }));
}

/** “Ban hành kế hoạch (Văn phòng; tháng 9/2023)”. */
function timeAtEnd(text: string): string {
  return (
    /[(;,]\s*((?:trong\s+)?(?:quý\s+(?:IV|I{1,3}|[1-4])|tháng\s+\d{1,2})\s*(?:\/|năm)\s*\d{4})\s*\)[.;\s]*$/iu.exec(
      text,
    )?.[1] ?? ""
  );
}

function hasLabels(node: Node): boolean {
  return readLabels(node) !== undefined || node.children.some(hasLabels);
}

/** Parts of one stretch of paragraphs; numbers go on from one node to the next. */
function createBody(context: BodyContext & { hasBlocks: boolean; hasDuties: boolean }) {
  const { namer, used, hasBlocks, hasDuties, note } = context;
  const numbering = createNumbering(used);
  const writeAll = (nodes: readonly Node[], level: number) => {
    const task = nodes.findIndex(node => readLabels(node) !== undefined);
    const first = nodes.findIndex(hasLabels);
    // As prose it would stand below the task before it, and be read as part of that; and a task may be meant.
    const isUnlabelled = (node: Node, i: number) =>
      node.number !== "" &&
      !hasLabels(node) &&
      (isHeading(node) ? task >= 0 && i > task && node.kind !== "roman" : first >= 0 && i > first);
    return nodes.flatMap((node, i) => write(node, level, isUnlabelled(node, i)));
  };
  const write = (node: Node, level: number, isUnlabelled: boolean): DraftPart[] => {
    const labels = node.kind === "plain" ? undefined : readLabels(node);
    if (labels) return [readBlockTask(node, labels, numbering)];
    if (hasLabels(node) && isHeading(node) && node.number !== "") {
      const found = numbering.numbered(node.number);
      if (found)
        return [
          { kind: "section", ...found, title: node.text, deadline: "" },
          ...writeAll(node.children, level + 1),
        ];
    }
    if (isUnlabelled) {
      const found = numbering.numbered(node.number);
      if (found) {
        note(
          "reading",
          node.line,
          `“${start(node.text)}” đứng sau nhiệm vụ khác mà không có nhãn: thành mục ${found.id}; nếu là nhiệm vụ thì thêm Chủ trì và Thời hạn`,
        );
        return [
          { kind: "section", ...found, title: node.text.replace(/[.;\s]+$/, ""), deadline: "" },
          ...writeAll(node.children, level + 1),
        ];
      }
    }
    if (hasDuties && node.kind === "roman" && isDutyPart(node)) return writeDuties(node);
    return writeProse(node, level);
  };
  const writeProse = (node: Node, level: number): DraftPart[] => {
    const text = `${node.marker} ${node.text}`.trim();
    const when =
      hasBlocks && node.kind !== "plain" ? readTextDeadline(node.text) || timeAtEnd(node.text) : "";
    if (when !== "")
      note(
        "reading",
        node.line,
        `“${start(node.text)}” nêu “${when}” mà đứng trong lời văn; nếu là nhiệm vụ thì thành mục có mã, với Chủ trì và Thời hạn`,
      );
    if (node.kind === "bullet" || node.kind === "plain" || !isHeading(node))
      return [
        { kind: "text", text: node.kind === "bullet" ? `- ${node.text}` : text },
        ...writeAll(node.children, level),
      ];
    return [{ kind: "heading", level: Math.min(level, 6), text }, ...writeAll(node.children, level + 1)];
  };
  const task = (
    { text, line }: Pick<Node, "text" | "line">,
    { id, depth }: Pick<NumberedId, "id" | "depth">,
    named: string,
    deadline = "",
  ): Item => {
    const leads = named || readTextLead(text, namer) || text.slice(0, namer.prefix(text)?.length ?? 0);
    if (leads === "" && looksLikeAgency(text))
      note("unresolved", line, `không nhận ra cơ quan ở “${start(text)}”`);
    const coordinators = readTextCoordinators(text, namer);
    return {
      kind: "task",
      id,
      depth,
      title: text,
      deadline: deadline || readTextDeadline(text),
      pairs:
        leads === "" && coordinators === ""
          ? []
          : [{ leads, coordinators: coordinators === leads ? "" : coordinators }],
      output: "",
      target: "",
      others: [],
      line,
    };
  };
  const writeDuties = (part: Node): DraftPart[] => {
    const section = numbering.numbered(part.number);
    if (!section) return writeProse(part, 2);
    const parts: DraftPart[] = [
      { kind: "section", ...section, title: part.text, deadline: "" },
      ...part.children.filter(isAside).map(({ text }): DraftPart => ({ kind: "text", text })),
    ];
    parts.push(...readDuties(part).map(duty => task(duty, numbering.unnumbered(), "")));
    for (const group of part.children.filter(child => child.kind === "number" || child.kind === "sub")) {
      const found = numbering.numbered(group.number);
      if (!found) continue;
      const leads = headingNames(group, namer);
      const duties = readDuties(group);
      if (duties.length === 0) {
        parts.push(task(group, found, leads));
        continue;
      }
      parts.push({ kind: "section", ...found, title: group.text, deadline: "" });
      parts.push(...duties.map(duty => task(duty, numbering.unnumbered(), leads)));
      if (leads === "" && /^(to chuc|phan cong|trach nhiem)/.test(fold(part.text)))
        note("unresolved", group.line, `không nhận ra cơ quan ở “${start(group.text)}”`);
    }
    for (const node of [...part.children, ...part.children.flatMap(({ children }) => children)].filter(
      isClosing,
    )) {
      const duty = readClosingDuty(node);
      if (duty) parts.push(task(duty, numbering.unnumberedBelow(section.id), duty.who, duty.when));
      else parts.push({ kind: "text", text: node.text });
    }
    return parts;
  };
  return writeAll;
}
