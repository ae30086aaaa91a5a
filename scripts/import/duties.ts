import { fold } from "../model/vietnamese.ts";
import type { Namer } from "./names.ts";
import { wholeText } from "./narrative.ts";
import { isHeading, type Node } from "./outline.ts";
import { foldScan } from "./words.ts";

/** A part of a plan without tables whose paragraphs are what somebody is to do. */
export function isDutyPart({ text }: Node): boolean {
  const words = fold(text);
  if (/muc dich|yeu cau|quan diem|^muc tieu|pham vi|doi tuong|kinh phi/.test(words)) return false;
  return /nhiem vu|giai phap|noi dung (thuc hien|trien khai|chu yeu)|to chuc th?uc hien|phan cong|trach nhiem/.test(
    words,
  );
}

/** One thing that somebody is to do, as a task. */
interface Duty {
  readonly text: string;
  readonly line: number;
}

/** The duties below a heading: its bullets, or the sentences of its paragraphs when it has none. */
export function readDuties(node: Node): Duty[] {
  const bullets = node.children.filter(child => child.kind === "bullet" || child.kind === "sub");
  if (bullets.length > 0) {
    const rest = node.children.filter(isDuty);
    return [
      ...rest.flatMap(sentences),
      ...bullets.map(child => ({ text: wholeText(child, false), line: child.line })),
    ];
  }
  return node.children.filter(isDuty).flatMap(sentences);
}

function isDuty(node: Node): boolean {
  return node.kind === "plain" && !isClosing(node) && !isAside(node);
}

/** `(Chi tiết tại Phụ lục kèm theo)` */
export function isAside({ text }: Node): boolean {
  return /^\(.*\)[.;]?$/.test(text);
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
