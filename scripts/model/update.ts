import { z } from "zod";
import type { AgencyDirectory } from "./agency.ts";
import { date, type IsoDate, reference, text } from "./fields.ts";
import { type MarkdownFile, parseMarkdownFile } from "./front-matter.ts";
import { parseLabelledItem, reportRunOn } from "./labelled-item.ts";
import type { Prose } from "./markdown.ts";
import { type Block, outline } from "./outline.ts";
import type { Place, Report } from "./problem.ts";
import { fileSlug, type SourceFile } from "./source-file.ts";
import { reportStrayLine } from "./stray-line.ts";
import { mendHeading, parseHeading } from "./task.ts";
import { findUpdateLabel, parseTaskUpdate, type TaskUpdate } from "./task-update.ts";
import { checkAgency } from "./unknown-agency.ts";
import { UPDATE_WORDS } from "./update-words.ts";

/** One report on a plan (content/updates/<agency>/<plan>/<yyyy-mm-dd>.md). */
export interface Update {
  /** Path of the file inside content/updates/, without extension: permanent. */
  readonly id: string;
  /** Plan slug. */
  readonly plan: string;
  /** The day that the report describes. */
  readonly asOf: IsoDate;
  readonly published: IsoDate | undefined;
  /** Agency id. */
  readonly reporter: string | undefined;
  readonly document: string | undefined;
  readonly prose: Prose;
  readonly tasks: readonly TaskUpdate[];
  readonly path: string;
  /** Where it names its plan. */
  readonly place: Place;
  readonly asOfPlace: Place;
}

/** Front matter of a report. */
export const updateFields = z.strictObject({
  plan: reference,
  as_of: date,
  published: date.optional(),
  reporter: reference.optional(),
  document: text.optional(),
});

/** Labels with which no line of the prose of a report may begin. */
const STRAY_LABELS = ["Trạng thái", "Tiến độ", "Minh chứng", "Ngày hoàn thành", "Thời hạn mới"];

/** Reads one update file; checks what can be checked without the plan (reports-by-task.ts checks the rest). */
export function parseUpdate(
  file: SourceFile,
  agencies: AgencyDirectory,
  asOf: IsoDate,
  report: Report,
): Update | undefined {
  const parsed = parseMarkdownFile(file, updateFields, report, UPDATE_WORDS);
  if (!parsed) return undefined;
  const { front } = parsed;
  // Whoever mends the front matter wants to know of the rest as well.
  const { tasks, prose } = parseReports(parsed, front?.fields.as_of ?? asOf, report);
  if (!front) return undefined;
  const { fields, placeOf } = front;
  // A successor may report on the days before it.
  const time = { first: fields.as_of, last: fields.published ?? asOf, when: `ngày ${fields.as_of}` };
  if (fields.reporter !== undefined)
    checkAgency(fields.reporter, agencies, placeOf("reporter"), report, time);
  if (fields.as_of > asOf)
    report(
      placeOf("as_of"),
      `báo cáo tại ngày ${fields.as_of}, sau ngày xét ${asOf}`,
      `sửa as_of, hoặc xét từ ngày ấy trở đi (AS_OF=${fields.as_of})`,
    );
  // People look for a report by its day, and the name of the file is its address for good.
  else if (!isNamedAfter(fileSlug(file.name), fields.as_of))
    report(
      placeOf("as_of"),
      `tên tệp “${fileSlug(file.name)}” không bắt đầu bằng ngày số liệu ${fields.as_of}`,
      `đổi tên tệp thành ${fields.as_of}.md, hoặc sửa as_of`,
    );
  // A day that has not come is the mistake itself.
  if (fields.published !== undefined && fields.published < fields.as_of && fields.as_of <= asOf)
    report(placeOf("published"), "ngày công bố trước ngày số liệu", "sửa published hoặc as_of");
  return {
    id: file.name.replace(/^updates\//, "").replace(/\.md$/, ""),
    plan: fields.plan,
    asOf: fields.as_of,
    published: fields.published,
    reporter: fields.reporter,
    document: fields.document,
    prose,
    tasks,
    path: file.path,
    place: placeOf("plan"),
    asOfPlace: placeOf("as_of"),
  };
}

/** What a report says of its tasks, and its prose. */
function parseReports(
  { path, body, bodyLine }: MarkdownFile<unknown>,
  asOf: IsoDate,
  report: Report,
): Pick<Update, "tasks" | "prose"> {
  const tasks: TaskUpdate[] = [];
  const seen = new Set<string>();
  const proses: Prose[] = [];
  const reportStray = (prose: Prose) => reportStrayLine(prose, STRAY_LABELS, path, report);
  for (const block of outline(body, path, bodyLine)) {
    const heading = parseHeading(block.heading);
    const items = block.items.map(item => (item.isHeading ? item : (parseLabelledItem(item, path) ?? item)));
    const isReport = items.some(item => "label" in item && findUpdateLabel(item.label) !== undefined);
    if (!heading || (!isReport && !heading.isFull)) {
      if (isReport)
        report(
          block.place,
          `tiêu đề “${block.heading}” có trạng thái nhưng không có mã nhiệm vụ`,
          mendHeading(block.heading),
        );
      else {
        reportStray(block.proseWithList);
        proses.push(headed(block));
      }
      continue;
    }
    if (seen.has(heading.id)) {
      report(block.place, `nhiệm vụ ${heading.id} được cập nhật hai lần trong một ngày`, "gộp thành một mục");
      continue;
    }
    seen.add(heading.id);
    reportRunOn(block, STRAY_LABELS, report);
    // Without a list the words that were meant as one are the problem, not that there is no status.
    if (reportStray(block.prose) && items.length === 0) continue;
    const { place } = block;
    // Words that stand too close to the list were meant as the prose below it.
    const runOn = block.items.find(item => item.runOn !== undefined)?.runOn;
    const prose = block.prose.source === "" && runOn ? runOn : block.prose;
    const task = parseTaskUpdate({ task: heading.id, place, items, prose }, asOf, report);
    if (task) tasks.push(task);
  }
  return { tasks, prose: joinProse(proses, bodyLine) };
}

/** `2023-09-30`, and `2023-09-30-so-noi-vu` for a second report of that day. */
function isNamedAfter(name: string, day: IsoDate): boolean {
  return name.startsWith(day) && !/^\d/.test(name.slice(day.length));
}

/** A block of prose with its own heading, so that nothing that was written is dropped. */
function headed({ level, heading, place, proseWithList }: Block): Prose {
  if (level === 0) return proseWithList;
  return { source: `${"#".repeat(level)} ${heading}\n${proseWithList.source}`, line: place.line };
}

/** One piece of prose; where tasks stood between, empty lines keep every line at its number. */
function joinProse(proses: readonly Prose[], bodyLine: number): Prose {
  const first = proses[0]?.line ?? bodyLine;
  const lines: string[] = [];
  for (const { source, line } of proses) {
    while (lines.length < line - first) lines.push("");
    for (const text of source.split("\n")) lines.push(text);
  }
  return { source: lines.join("\n").trimEnd(), line: first };
}
