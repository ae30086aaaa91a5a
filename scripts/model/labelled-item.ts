import type { Block } from "./outline.ts";
import type { Place, Report } from "./problem.ts";
import { reportStrayLine } from "./stray-line.ts";
import { fold, suggest } from "./vietnamese.ts";

/** One `Nhãn: giá trị` item of the list under a heading. */
export interface LabelledItem {
  readonly label: string;
  readonly value: string;
  readonly labelPlace: Place;
  readonly valuePlace: Place;
  /** The last column of its first line, when the value goes on over several lines: no problem is placed behind it. */
  readonly lastColumn?: number;
  /** Words right below it may belong to the value: they are reported, and not that the value makes no sense without them. */
  readonly isCut?: boolean;
}

const LABEL = /^([^:\n]{1,40}):(?:\s+|$)/u;
/** “…” and “-” hold the place of a value that nobody gave. */
export const NO_VALUE = /^[\s.…_–—-]*$/;

/** Splits `Nhãn: giá trị`; undefined when the item is not of this form. */
export function parseLabelledItem(item: Block["items"][number], file: string): LabelledItem | undefined {
  const match = LABEL.exec(item.text);
  if (!match?.[1]) return undefined;
  const place = { file, line: item.line, column: item.column };
  const value = item.text.slice(match[0].length).trim();
  return {
    label: match[1].trim(),
    value: NO_VALUE.test(value) ? "" : value,
    labelPlace: place,
    valuePlace: { ...place, column: item.column + match[0].length },
    ...(item.lastColumn !== undefined && { lastColumn: item.lastColumn }),
    ...(item.runOn && { isCut: true }),
  };
}

/**
 * Reports a label that the format does not have.
 * @param meant the known one that was meant, or what was typed
 */
export function reportUnknownLabel(
  { label, labelPlace }: LabelledItem,
  meant: string,
  known: readonly string[],
  report: Report,
): void {
  const labels = `các nhãn dùng được: ${known.join(", ")}; điều khác viết thành đoạn văn dưới danh sách`;
  report(labelPlace, `nhãn “${label}” không có trong định dạng`, suggest(meant, known, labels));
}

/** The label that an item begins with and that has no colon behind it, and the words that follow: `Chủ trì – STP`. */
export function findBareLabel(
  text: string,
  labels: readonly string[],
): { label: string; value: string } | undefined {
  const plain = text.replace(/[*_]/g, "").replace(/^(?:cơ quan|đơn vị) /iu, "");
  const label = labels.find(known => fold(plain.slice(0, known.length)) === fold(known));
  const [, value] = /^(?:\s*[-–—=]\s+|\s+|$)(.*)$/su.exec(plain.slice(label?.length)) ?? [];
  return label === undefined || value === undefined ? undefined : { label, value };
}

/**
 * Reports a list item that is not of the form `Nhãn: giá trị`.
 * @param where it stands, in words behind those of the item
 */
export function reportUnlabelled(
  { text, line, column, isHeading }: Block["items"][number],
  { place, where, labels }: { place: Place; where: string; labels: readonly string[] },
  report: Report,
): void {
  const at = { ...place, line, column };
  const shown = text.slice(0, 40);
  if (isHeading)
    report(
      { ...at, column: 1 },
      `tiêu đề “${shown}” thụt vào nên bị coi là một mục của danh sách ở trên`,
      "xóa các dấu cách trước dấu #",
      "unread task",
    );
  else report(at, `dòng “${shown}” ${where}không có dạng Nhãn: giá trị`, mendItem(text, labels));
}

/** How to mend a list item that is not of the form `Nhãn: giá trị`. */
function mendItem(text: string, labels: readonly string[]): string {
  const bare = text.includes(":") ? undefined : findBareLabel(text, labels);
  if (bare) return `viết “${bare.label}: ${bare.value || "…"}”, với dấu hai chấm sau nhãn`;
  if (/^[*_]/.test(text)) return "bỏ dấu * và _ quanh nhãn";
  if (/^[^:：]{1,40}：/u.test(text)) return "dùng dấu hai chấm thường “:”, sau nó một dấu cách";
  if (/^\p{L}[^:]{0,39}:\S/u.test(text)) return "thêm dấu cách sau dấu hai chấm";
  return "thêm nhãn, hoặc chuyển câu này xuống đoạn văn bên dưới";
}

/**
 * Reports words right below a labelled list, which Markdown would add to its last value.
 * @param labels that may be meant by such a line
 */
export function reportRunOn({ items, place }: Block, labels: readonly string[], report: Report): void {
  for (const { runOn } of items) {
    if (runOn === undefined) continue;
    if (!reportStrayLine(runOn, labels, place.file, report))
      report(
        { ...place, line: runOn.line, column: 1 },
        "dòng này đứng sát danh sách nên bị gộp vào giá trị của nhãn ở trên",
        "thêm một dòng trống phía trên, hoặc thụt vào hai dấu cách nếu là phần tiếp của giá trị",
      );
  }
}

/** Splits the value of an item at `;` outside parentheses, with the place of each part. */
export function splitValue({
  value,
  valuePlace,
  lastColumn = Infinity,
}: LabelledItem): { text: string; place: Place }[] {
  return splitList(value).map(({ text, offset }) => ({
    text,
    place: { ...valuePlace, column: Math.min(valuePlace.column + offset, lastColumn) },
  }));
}

/** The same of a list in which nothing stands twice; what does is told, and left out. */
export function splitDistinct(item: LabelledItem, report: Report): ReturnType<typeof splitValue> {
  const seen = new Set<string>();
  return splitValue(item).filter(({ text, place }) => {
    const isNew = !seen.has(text);
    if (!isNew) report(place, `“${text}” đã có ở trên`, "giữ lại một");
    seen.add(text);
    return isNew;
  });
}

/** Splits at `;` outside parentheses; `offset` is where each part begins. */
export function splitList(value: string): { text: string; offset: number }[] {
  const parts: { text: string; offset: number }[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= value.length; i++) {
    const sign = value[i];
    if (sign === "(") depth++;
    else if (sign === ")") depth = Math.max(0, depth - 1);
    else if (i === value.length || (sign === ";" && depth === 0)) {
      const part = value.slice(start, i);
      const text = part.trim();
      if (text !== "") parts.push({ text, offset: start + part.indexOf(text) });
      start = i + 1;
    }
  }
  return parts;
}
