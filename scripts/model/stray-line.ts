import type { Prose } from "./markdown.ts";
import type { Report } from "./problem.ts";
import { fold } from "./vietnamese.ts";

/** A line of prose that was meant as more than prose: what it is, where it stands, and how it is written right. */
interface StrayLine {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly mend: string;
}

/** What stands before a label: a bullet of any kind, a number, signs of bold. */
const LABEL_LINE =
  /^(\s*(?:[-*+•·▪●○–—]\s*|\d+[.)]\s*)?[*_]{0,2})(\p{L}[\p{L}\p{Zs}]{1,20}?)[*_]{0,2}\s*[:：]/u;
/** Number signs without the space that makes a heading of them, or more of them than there are levels. */
const HASH_LINE = /^(#{1,6}(?=[^#\s]|[^\S \t\n])|#{7,})/u;

/**
 * Reports the first stray line of a piece of prose.
 * @param labels with which no line of this prose may begin
 * @returns whether there was one
 */
export function reportStrayLine(
  prose: Prose,
  labels: readonly string[],
  file: string,
  report: Report,
): boolean {
  const stray = findStrayLine(prose, labels);
  if (stray)
    report({ file, line: stray.line, column: stray.column }, stray.message, stray.mend, "unread task");
  return stray !== undefined;
}

/**
 * The first line of prose that was meant as a label or a heading and was not read as one, because of another bullet, a
 * missing space, an empty line or words before it: what it says would not count, and nobody would be told.
 * @param labels with which no line of this prose may begin
 */
export function findStrayLine(prose: Prose, labels: readonly string[]): StrayLine | undefined {
  if (prose.source === "" || !/[:：#`~]/.test(prose.source)) return undefined;
  const known = new Map(labels.map(label => [fold(label), label]));
  let fence: { sign: string; line: number } | undefined;
  for (const [i, text] of prose.source.split("\n").entries()) {
    const line = prose.line + i;
    const sign = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence) {
      if (sign?.startsWith(fence.sign) && text.trim() === sign) fence = undefined;
      continue;
    }
    if (sign !== undefined) {
      fence = { sign, line };
      continue;
    }
    const hashes = HASH_LINE.exec(text)?.[1];
    if (hashes !== undefined && (hashes.length > 1 || /^#\d*[\p{L}\d]+\./u.test(text)))
      return {
        line,
        column: 1,
        message: `dòng “${text.slice(0, 40)}” không được đọc là tiêu đề`,
        mend: "viết một đến sáu dấu #, rồi một dấu cách thường, rồi tiêu đề, hoặc \\# nếu không phải tiêu đề",
      };
    const [, before = "", typed = ""] = LABEL_LINE.exec(text) ?? [];
    const label = known.get(fold(typed).replace(/^(?:co quan|don vi) /, ""));
    if (label !== undefined) {
      const value = text.slice(text.search(/[:：]/) + 1).replace(/^[*_\s]+/, "");
      const written = `- ${label}: ${value || "…"}`;
      // A line that is written right stands at the wrong place, or in a list that began with other signs.
      const list =
        text === written
          ? "đặt dòng này ngay dưới tiêu đề có dấu # và mã; các dòng của danh sách liền nhau và cùng bắt đầu bằng dấu -"
          : `viết “${written}”, mỗi nhãn một dòng, trong danh sách ngay dưới tiêu đề có mã`;
      return {
        line,
        column: before.length + 1,
        message: `“${typed}” ở dòng này không được đọc là nhãn`,
        mend: `${list}, hoặc thay dấu hai chấm bằng &#58; nếu là văn xuôi`,
      };
    }
  }
  return (
    fence && {
      line: fence.line,
      column: 1,
      message: `khối ${fence.sign} mở ở dòng này không được đóng, nên nuốt hết phần bên dưới`,
      mend: `thêm một dòng ${fence.sign} sau dòng cuối của khối`,
    }
  );
}
