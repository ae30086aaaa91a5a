import { fold } from "../model/vietnamese.ts";
import { type Role, roleOf } from "./columns.ts";
import type { Namer } from "./names.ts";
import type { createNumbering } from "./numbering.ts";
import { isHeading, type Node } from "./outline.ts";
import { splitAssignment, type TaskItem } from "./rows.ts";

type Numbering = ReturnType<typeof createNumbering>;

/**
 * The labelled paragraphs of a narrative block, `a) Mục tiêu … b) Nhiệm vụ … c) Phân công … d) Thời gian …`, by role;
 * undefined when the paragraphs below a heading are not of this form.
 */
export function readLabels(node: Node): Map<Role, Node[]> | undefined {
  const byRole = new Map<Role, Node[]>();
  for (const child of node.children) {
    const role = child.kind === "roman" || child.kind === "letter" ? undefined : labelOf(child)?.role;
    if (role !== undefined) byRole.set(role, [...(byRole.get(role) ?? []), child]);
  }
  const tells = (["assignment", "leads", "coordinators", "deadline"] as const).filter(role =>
    byRole.has(role),
  );
  return tells.length > 0 && byRole.size > 1 ? byRole : undefined;
}

const INLINE =
  /(?:^|[.;(]\s*)((?:(?:cơ quan|đơn vị|phòng|bộ phận)\s+)?(?:chủ trì|phối hợp|phụ trách|thực hiện)(?:\s+thực hiện)?|thời (?:gian|hạn)[^:.;]{0,20}|tiến độ[^:.;]{0,20}|sản phẩm|kết quả)\s*:\s*/giu;

/** `Ban hành kế hoạch. Chủ trì: Văn phòng; thời gian: Quý I`: labels inside one paragraph become paragraphs below it. */
export function openInline(node: Node): Node {
  const labels = [...node.text.matchAll(INLINE)];
  if (labels.length < 2 || labels[0]?.index === 0) return node;
  const children = labels.map((label, i): Node => {
    const value = node.text
      .slice(label.index + label[0].length, labels[i + 1]?.index)
      .replace(/[\s.;)]+$/, "");
    const name = label[1] ?? "";
    return {
      kind: "plain",
      number: "",
      marker: "",
      text: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}: ${value}`,
      line: node.line,
      children: [],
    };
  });
  return {
    ...node,
    text: node.text.slice(0, labels[0]?.index).trim(),
    children: [...children, ...node.children],
  };
}

/** `Mục tiêu: …` or a short `Mục tiêu` by itself. */
export function labelOf({ text }: Node): { role: Role; value: string } | undefined {
  const [, label, value] = /^([^:\n]{2,70}?)\s*:\s*([\s\S]*)$/u.exec(text) ?? [];
  const name = label ?? (text.length <= 60 ? text.replace(/[.\s]+$/, "") : "");
  if (!/^\p{Lu}/u.test(name) || /[.;]/.test(name)) return undefined;
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
  const assigned = splitAssignment(text("assignment"));
  const leads = [text("leads"), assigned.leads].filter(Boolean).join("\n");
  const coordinators = [text("coordinators"), assigned.coordinators].filter(Boolean).join("\n");
  const { leads: who, deadline: when } = cutDeadline(readSaid(leads));
  const labelled = new Set([...labels.values()].flat());
  const rest = node.children
    .filter(child => !labelled.has(child))
    .map(child => `${child.marker} ${wholeText(child, false)}`.trim());
  return {
    kind: "task",
    id,
    depth,
    title: node.text.replace(/[:.\s]+$/, ""),
    deadline: text("deadline") || when,
    pairs: who === "" && coordinators === "" ? [] : [{ leads: who, coordinators }],
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

/** A paragraph for leads may say when as well: `Thời gian: Quý II`. */
function cutDeadline(text: string): { leads: string; deadline: string } {
  const match = /(?:^|[\n;.])\s*[-+]?\s*(?:thời (?:gian|hạn)|tiến độ)[^:\n]{0,30}:\s*([^\n;]+)/iu.exec(text);
  if (!match) return { leads: text, deadline: "" };
  return {
    leads: (text.slice(0, match.index) + text.slice(match.index + match[0].length)).trim(),
    deadline: (match[1] ?? "").replace(/[.\s]+$/, ""),
  };
}

function labelName(node: Node): string {
  return (/^([^:\n]{2,70}?)\s*:/u.exec(node.text)?.[1] ?? node.text).trim();
}

/** The value of a labelled paragraph with all that stands below it, a line each. */
function wholeText(node: Node, isLabelled = true): string {
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

/** A part of a plan without tables whose paragraphs are what somebody is to do. */
export function isDutyPart({ text }: Node): boolean {
  const words = fold(text);
  if (/muc dich|yeu cau|quan diem|^muc tieu|pham vi|doi tuong|kinh phi/.test(words)) return false;
  return /nhiem vu|giai phap|noi dung (thuc hien|trien khai|chu yeu)|to chuc th?uc hien|phan cong|trach nhiem/.test(
    words,
  );
}

/** One thing that somebody is to do, as a task. */
export interface Duty {
  readonly text: string;
  readonly line: number;
}

/** The duties below a heading: its bullets, or the sentences of its paragraphs when it has none. */
export function readDuties(node: Node): Duty[] {
  const bullets = node.children.filter(child => child.kind === "bullet" || child.kind === "sub");
  if (bullets.length > 0) {
    const rest = node.children.filter(child => child.kind === "plain" && !isClosing(child));
    return [
      ...rest.flatMap(sentences),
      ...bullets.map(child => ({ text: wholeText(child, false), line: child.line })),
    ];
  }
  return node.children.filter(child => child.kind === "plain" && !isClosing(child)).flatMap(sentences);
}

/** Sentences; an abbreviation or a point inside a number does not end one. */
function sentences({ text, line }: Node): Duty[] {
  const parts = text.split(/(?<=[^\s.A-ZĐ]{2}[.])\s+(?=\p{Lu}\p{Ll})/u).map(part => part.trim());
  return parts.filter(part => part !== "").map(part => ({ text: part, line }));
}

/** Paragraphs that end a plan. */
export function isClosing({ text }: Pick<Node, "text">): boolean {
  return /^(?:tren day la|trong qua trinh|yeu cau (?:cac|thu truong)|de nghi)/.test(foldScan(text));
}

/** Folded text in which a scanner read l as 1. */
function foldScan(text: string): string {
  return fold(text).replace(/1(?=[a-z])/g, "l");
}

/** A closing paragraph that sets a day, or asks for reports, is a duty as well: who, by when. */
export function readClosingDuty({
  text,
  line,
}: Pick<Node, "text" | "line">): (Duty & { who: string; when: string }) | undefined {
  const folded = foldScan(text);
  const day = /(?:tr\S{2,5}\s+)?ngay\s+\d{1,2}(?:[/-]\d{1,2}[/-]\d{4}|\s+thang\s+\d{1,2}\s+nam\s+\d{4})/.exec(
    folded,
  );
  const isReport = /(?:kip thoi|co trach nhiem) (?:phan anh|bao cao)|bao c\S{1,3} ket qua thuc hien/.test(
    folded,
  );
  if (!day && !isReport) return undefined;
  const who =
    /(?:đề nghị|yêu cầu|vướng mắc,|de nghi|dé nghi)\s+(.{4,90}?)\s+(?:nghiêm túc|trien khai|trién khai|triển khai|kịp thời|chủ động|báo cáo|thực hiện)/iu.exec(
      text,
    )?.[1] ?? "";
  const said = day ? folded.slice(day.index, day.index + day[0].length) : "";
  const date = /(\d{1,2})\D+(\d{1,2})\D+(\d{4})/.exec(said);
  return { text, line, who, when: date ? `Trước ${date[1]}/${date[2]}/${date[3]}` : "" };
}

/** "Thường xuyên", "Định kỳ hằng tháng": the only times that running text names without a doubt. */
export function readTextDeadline(text: string): string {
  const folded = fold(text);
  const often =
    /(?:^|[;,.:(–-]\s*)thuong xuyen(?!\s+(?:cua|va)\b)/.test(folded) ||
    /\bcac (?:so|don vi|phong)[^.;]{0,20} thuong xuyen /.test(folded);
  const day =
    /(?:trước|chậm nhất|hoàn thành)\s+(?:(?:là|vào|trong|trước)\s+)*(?:ngày\s+\d{1,2}(?:[/-]\d{1,2}[/-]\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4})|(?:quý\s+(?:IV|I{1,3})|tháng\s+\d{1,2})(?:\s*\/\s*|\s+năm\s+)\d{4})/iu.exec(
      text,
    )?.[0];
  if (day !== undefined) return day.replace(/\s+/g, " ").replace(/^\p{Ll}/u, letter => letter.toUpperCase());
  const regular = /dinh ky (hang (?:thang|quy|nam)|6 thang)/.exec(folded)?.[1];
  const REGULAR: Record<string, string> = {
    "hang thang": "Định kỳ hằng tháng",
    "hang quy": "Định kỳ hằng quý",
    "hang nam": "Định kỳ hằng năm",
    "6 thang": "Định kỳ 6 tháng",
  };
  return regular !== undefined ? (REGULAR[regular] ?? "") : often ? "Thường xuyên" : "";
}

/** Who helps, in running text: `phối hợp với các địa phương đẩy nhanh …`. */
export function readTextCoordinators(text: string, namer: Namer): string {
  const match = /ph.{1,3}i h.{1,3}p\s+(?:chặt chẽ\s+)?(?:cùng\s+)?(?:v.{1,3}i\s+)?/iu.exec(text);
  if (!match) return "";
  const rest = text.slice(match.index + match[0].length);
  let end = 0;
  for (let known = namer.prefix(rest); known; ) {
    end += known.length;
    const gap = /^(?:\s*[,;]\s*|\s+và\s+)/u.exec(rest.slice(end))?.[0] ?? "";
    known = gap === "" ? undefined : namer.prefix(rest.slice(end + gap.length));
    if (known) end += gap.length;
  }
  if (end > 0) return rest.slice(0, end);
  const words = [...rest.matchAll(/\S+/g)].slice(0, 12);
  for (const word of words.reverse()) {
    const restored = namer.restore(rest.slice(0, word.index + word[0].length).replace(/[\s,;:.]+$/, ""));
    if (restored) return restored.text;
  }
  const group =
    /^((?:các\s+)?(?:cơ quan|đơn vị|sở|ban|ngành|phòng|địa phương|huyện|xã)(?:(?:\s*,\s*|\s+và\s+)(?:các\s+)?(?:cơ quan|đơn vị|sở|ban|ngành|phòng|địa phương|huyện|xã|đoàn thể))*(?:\s+(?:có\s+)?liên quan|\s+trực thuộc)?)(?=[\s,.;])/iu.exec(
      rest,
    );
  return group?.[1] ?? "";
}

/** Whether a heading names who is to do what stands below it. */
export function headingNames(node: Node, namer: Namer): string {
  const text = node.text
    .replace(/^(?:trách nhiệm của|nhiệm vụ của|đối với|giao|đề nghị)\s+(?=\p{L})/iu, "")
    .replace(/[\s:.]+$/, "");
  if (!isHeading(node)) return "";
  const names = namer.split(text);
  return names.length > 0 && names.every(name => name.agency !== undefined)
    ? text
    : looksOnlyLikeNames(
          text,
          names.map(name => name.text),
        )
      ? text
      : "";
}

const OFFICE =
  /^(?:các\s+)?(?:sở|ban|phòng|văn phòng|ubnd|u[ỷy] ban|trung tâm|công an|cục|chi cục|đài|báo|bưu điện|thanh tra|kho bạc|cơ quan|đơn vị|trưởng|lãnh đạo|mặt trận|hội)\s/iu;

function looksOnlyLikeNames(text: string, names: readonly string[]): boolean {
  return (
    text.length < 150 &&
    names.every(name => OFFICE.test(`${name} `)) &&
    !/\b(?:chủ trì|thực hiện|xây dựng|tổ chức)\b/iu.test(text)
  );
}
