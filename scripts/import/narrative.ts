import { push } from "../model/maps.ts";
import { fold } from "../model/vietnamese.ts";
import { looksLikeAgency } from "./agency-cell.ts";
import { splitAssignment } from "./assignment.ts";
import { type Role, roleOf } from "./columns.ts";
import type { createNumbering } from "./numbering.ts";
import type { Node } from "./outline.ts";
import type { TaskItem } from "./rows.ts";
import { capitalise } from "./words.ts";

type Numbering = ReturnType<typeof createNumbering>;

/**
 * The labelled paragraphs of a narrative block, `a) Mục tiêu … b) Nhiệm vụ … c) Phân công … d) Thời gian …`, by role;
 * undefined when the paragraphs below a heading are not of this form.
 */
export function readLabels(node: Node): Map<Role, Node[]> | undefined {
  const byRole = new Map<Role, Node[]>();
  for (const child of node.children) {
    const role = child.kind === "roman" || child.kind === "letter" ? undefined : labelOf(child)?.role;
    if (role !== undefined) push(byRole, role, child);
  }
  const tells = (["assignment", "leads", "coordinators", "deadline"] as const).filter(role =>
    byRole.has(role),
  );
  return tells.length > 0 && byRole.size > 1 ? byRole : undefined;
}

const INLINE =
  /(?:^|[.;,(]\s*|\s[-–+]\s+)((?:(?:cơ quan|đơn vị|phòng|bộ phận)\s+)?(?:chủ trì|phối hợp|phụ trách|thực hiện)(?:\s+thực hiện)?|thời (?:gian|hạn)[^:.;]{0,20}|tiến độ[^:.;]{0,20}|sản phẩm|kết quả)\s*:\s*/giu;

/**
 * `Ban hành kế hoạch. Chủ trì: Văn phòng; thời gian: Quý I`: labels inside one paragraph become paragraphs below it.
 * One that begins with a label, `- Chủ trì: Văn phòng; thời gian: Quý I`, becomes a paragraph for each.
 */
export function openInline(node: Node): Node[] {
  const labels = [...node.text.matchAll(INLINE)];
  if (labels.length < 2) return [node];
  const opened = labels.map((label, i): Node => {
    const value = node.text
      .slice(label.index + label[0].length, labels[i + 1]?.index)
      .replace(/[\s.,;)]+$/, "");
    const name = label[1] ?? "";
    return {
      kind: "plain",
      number: "",
      marker: "",
      text: `${capitalise(name)}: ${value}`,
      line: node.line,
      children: [],
    };
  });
  if (labels[0]?.index === 0)
    return opened.map((label, i) => (i < opened.length - 1 ? label : { ...label, children: node.children }));
  return [
    {
      ...node,
      text: node.text.slice(0, labels[0]?.index).trim(),
      children: [...opened, ...node.children],
    },
  ];
}

const DONE = /^hoàn thành\s+(?:trước|trong|vào|chậm nhất)\s[^:]+$/iu;

/** What an agency is named by where a label does not say which. */
const ANY_AGENCY =
  /^(?:các )?(?:(?:cơ quan|đơn vị|địa phương|phòng|ban|bộ phận|cá nhân|cán bộ|công chức|chuyên viên|lãnh đạo)(?:, ?| và |\/)?)+ ?(?:chủ trì|phối hợp|phụ trách|thực hiện|đầu mối|chịu trách nhiệm|tham mưu|được giao|liên quan)/iu;

/** `Mục tiêu: …`, a short `Mục tiêu` by itself above what it names, or a `Hoàn thành trước …`, which needs no label. */
function labelOf({ text, children }: Node): { role: Role; value: string } | undefined {
  if (text.length <= 60 && DONE.test(text)) return { role: "deadline", value: text.replace(/[.;\s]+$/, "") };
  const [, label, value] = /^([^:\n]{2,70}?)\s*:\s*([\s\S]*)$/u.exec(text) ?? [];
  const name = label ?? (text.length <= 60 && children.length > 0 ? text.replace(/[.\s]+$/, "") : "");
  if (!/^\p{Lu}/u.test(name) || /[.;]/.test(name)) return undefined;
  // “Sở Nội vụ chủ trì” is a sentence; as a label it would lose its name.
  if (looksLikeAgency(name) && !ANY_AGENCY.test(name)) return undefined;
  const role = /^(to chuc|phan cong|trien khai)( to chuc)? thuc hien$/.test(fold(name))
    ? "assignment"
    : roleOf(name);
  return role === undefined || role === "note" || role === "number"
    ? undefined
    : { role, value: value ?? "" };
}

/** Makes one task of a narrative block. What has no label of a plan stays below it as prose. */
export function readBlockTask(node: Node, labels: Map<Role, Node[]>, numbering: Numbering): TaskItem {
  const { id, depth } =
    (node.number === "" ? undefined : numbering.numbered(node.number)) ?? numbering.unnumbered();
  const text = (role: Role) =>
    (labels.get(role) ?? [])
      .map(child => wholeText(child))
      .filter(Boolean)
      .join("\n");
  // “Trách nhiệm thực hiện: X chủ trì, phối hợp với Y” names both.
  const assigned = [text("leads"), text("assignment")].map(splitAssignment);
  const leads = assigned
    .map(({ leads }) => leads)
    .filter(Boolean)
    .join("\n");
  const coordinators = [text("coordinators"), ...assigned.map(({ coordinators }) => coordinators)]
    .filter(Boolean)
    .join("\n");
  const lead = cutDeadline(readSaid(leads));
  const help = cutDeadline(coordinators);
  const labelled = new Set([...labels.values()].flat());
  const rest = node.children
    .filter(child => !labelled.has(child))
    .map(child => `${child.marker} ${wholeText(child, false)}`.trim());
  return {
    kind: "task",
    id,
    depth,
    title: node.text.replace(/[:.\s]+$/, ""),
    deadline: text("deadline") || lead.deadline || help.deadline,
    pairs: lead.who === "" && help.who === "" ? [] : [{ leads: lead.who, coordinators: help.who }],
    output: text("output"),
    target: text("target"),
    others: [
      ...rest.map(text => ({ header: "", text })),
      ...[...(labels.get("title") ?? []), ...(labels.get("criterion") ?? [])].map(child => ({
        header: labelName(child),
        text: wholeText(child),
      })),
    ],
    line: node.line,
  };
}

/** "Giao Văn phòng …", "Do Phòng A …": what stands before the name. */
function readSaid(text: string): string {
  return text
    .split("\n")
    .map(line => line.replace(/^([-+•]\s*)?(?:giao(?: cho)?|do)\s+(?=\p{Lu}|các\s)/iu, "$1"))
    .join("\n");
}

/** A paragraph that says who may say when as well: `Thời gian: Quý II`, `Hoàn thành trước ngày 30/6/2023`. */
function cutDeadline(text: string): { who: string; deadline: string } {
  const match =
    /(?:^|[\n;.,])\s*[-+]?\s*(?:(?:thời (?:gian|hạn)|tiến độ)[^:\n]{0,30}:\s*([^\n;]+)|(hoàn thành\s+(?:trước|trong|vào|chậm nhất)\s[^\n;]+))/iu.exec(
      text,
    );
  if (!match) return { who: text, deadline: "" };
  return {
    who: (text.slice(0, match.index) + text.slice(match.index + match[0].length)).trim(),
    deadline: (match[1] ?? capitalise(match[2] ?? "")).replace(/[.\s]+$/, ""),
  };
}

function labelName(node: Node): string {
  return (/^([^:\n]{2,70}?)\s*:/u.exec(node.text)?.[1] ?? node.text).trim();
}

/** The value of a labelled paragraph with all that stands below it, a line each. */
export function wholeText(node: Node, isLabelled = true): string {
  const own = isLabelled ? (labelOf(node)?.value ?? node.text) : node.text;
  const below = node.children.flatMap(child =>
    wholeText(child, false)
      .split("\n")
      .map((line, i) => (i === 0 && child.kind !== "plain" ? `- ${line.replace(/^- /, "")}` : line)),
  );
  return [own, ...below]
    .filter(line => line.trim() !== "")
    .join("\n")
    .trim();
}
