import { z } from "zod";
import type { AgencyDirectory } from "./agency.ts";
import { type Deadline, parseDeadline } from "./deadline.ts";
import { date, type IsoDate, parseDate, parseNumber, slug, text } from "./fields.ts";
import { parseMarkdownFile, type SourceFile } from "./front-matter.ts";
import { type Block, type LabelledItem, outline, type Prose, parseLabelledItem } from "./markdown.ts";
import type { Place, Report } from "./problem.ts";
import { findStrayLine, mendItem } from "./stray-line.ts";
import { parseHeading, reportRunOn } from "./task.ts";
import { fold, suggest } from "./vietnamese.ts";

export const REPORTED_STATES = [
  "Chưa bắt đầu",
  "Đang thực hiện",
  "Hoàn thành",
  "Vướng mắc",
  "Không còn áp dụng",
] as const;
export type ReportedState = (typeof REPORTED_STATES)[number];

/** What an agency reported on one task on one day. */
export interface TaskUpdate {
  readonly task: string;
  readonly state: ReportedState;
  /** Share of the work that is done, 0–100. */
  readonly progress: number | undefined;
  /** The measured value as reported: "22/40 cơ quan". */
  readonly value: string | undefined;
  /** Evidence, Markdown. */
  readonly evidence: string | undefined;
  readonly evidencePlace: Place | undefined;
  /** The day the work was finished, when the report says so. */
  readonly finished: IsoDate | undefined;
  /** The deadline that holds from now on, when the report moves it; always dated. */
  readonly newDeadline: Deadline | undefined;
  readonly prose: Prose;
  readonly place: Place;
}

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
  plan: slug,
  as_of: date,
  published: date.optional(),
  reporter: slug.optional(),
  document: text.optional(),
  title: text.optional(),
});

export const UPDATE_LABELS = [
  "Trạng thái",
  "Tiến độ",
  "Giá trị",
  "Minh chứng",
  "Ngày hoàn thành",
  "Thời hạn mới",
] as const;

/** Labels that no prose of a report begins a line with. */
const STRAY_LABELS = ["Trạng thái", "Tiến độ", "Minh chứng", "Ngày hoàn thành", "Thời hạn mới"];

/** Reads one update file; checks what can be checked without the plan (site.ts checks the rest). */
export function parseUpdate(
  file: SourceFile,
  agencies: AgencyDirectory,
  asOf: IsoDate,
  report: Report,
): Update | undefined {
  const parsed = parseMarkdownFile(file, updateFields, Object.keys(updateFields.shape), report);
  if (!parsed) return undefined;
  const { fields, placeOf } = parsed;
  if (fields.reporter !== undefined && !agencies.byId.has(fields.reporter))
    report(
      placeOf("reporter"),
      `không có cơ quan mang mã “${fields.reporter}”`,
      suggest(fields.reporter, agencies.byId.keys(), "thêm cơ quan vào agencies.csv"),
    );
  if (fields.as_of > asOf)
    report(placeOf("as_of"), `báo cáo tại ngày ${fields.as_of}, sau ngày xét ${asOf}`, "sửa as_of");
  if (fields.published !== undefined && fields.published < fields.as_of)
    report(placeOf("published"), "ngày công bố trước ngày số liệu", "sửa published hoặc as_of");

  const tasks: TaskUpdate[] = [];
  const seen = new Set<string>();
  const proses: Prose[] = [];
  const reportStray = (prose: Prose): boolean => {
    const stray = findStrayLine(prose, STRAY_LABELS);
    if (stray) report({ ...stray, file: file.path }, stray.message, stray.mend);
    return stray !== undefined;
  };
  for (const block of outline(parsed.body, file.path, parsed.bodyLine)) {
    const heading = parseHeading(block.heading);
    const items = block.items.map(item => parseLabelledItem(item, file.path) ?? item);
    const isReport = items.some(item => "label" in item && findLabel(item.label) !== undefined);
    if (!heading || (!isReport && !heading.isFull)) {
      if (isReport)
        report(
          block.place,
          `tiêu đề “${block.heading}” có trạng thái nhưng không có mã nhiệm vụ`,
          "bắt đầu tiêu đề bằng mã nhiệm vụ rồi một dấu cách, ví dụ A.I.3",
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
    reportRunOn(block, report);
    // Without a list the words that were meant as one are the problem, not that there is no status.
    if (reportStray(block.prose) && items.length === 0) continue;
    const task = parseTaskUpdate(heading.id, items, block.place, block.prose, fields.as_of, report);
    if (task) tasks.push(task);
  }
  const prose = joinProse(proses, parsed.bodyLine);
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
    // Looked for when there is a problem to report.
    get place() {
      return placeOf("plan");
    },
    get asOfPlace() {
      return placeOf("as_of");
    },
  };
}

/** The known label that was meant by what was typed. */
function findLabel(typed: string): (typeof UPDATE_LABELS)[number] | undefined {
  return UPDATE_LABELS.find(known => fold(known) === fold(typed));
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
    lines.push(...source.split("\n"));
  }
  return { source: lines.join("\n").trimEnd(), line: first };
}

function parseTaskUpdate(
  task: string,
  items: readonly (LabelledItem | Block["items"][number])[],
  place: Place,
  prose: Prose,
  asOf: IsoDate,
  report: Report,
): TaskUpdate | undefined {
  const values = new Map<string, LabelledItem>();
  for (const item of items) {
    if (!("label" in item)) {
      report(
        { ...place, line: item.line, column: item.column },
        `dòng “${item.text.slice(0, 40)}” không có dạng Nhãn: giá trị`,
        mendItem(item.text),
      );
      continue;
    }
    const label = findLabel(item.label);
    if (label !== undefined && values.has(label))
      report(item.labelPlace, `nhãn “${item.label}” có hai lần`, "gộp thành một dòng");
    else if (label === undefined)
      report(
        item.labelPlace,
        `nhãn “${item.label}” không có trong định dạng`,
        suggest(item.label, UPDATE_LABELS, `các nhãn dùng được: ${UPDATE_LABELS.join(", ")}`),
      );
    else values.set(label, item);
  }
  const stateItem = values.get("Trạng thái");
  if (!stateItem) {
    report(
      place,
      `cập nhật của ${task} không có trạng thái`,
      `thêm dòng - Trạng thái: ${REPORTED_STATES.join(" | ")}`,
    );
    return undefined;
  }
  const state = REPORTED_STATES.find(known => fold(known) === fold(stateItem.value));
  if (state === undefined) {
    report(
      stateItem.valuePlace,
      `trạng thái “${stateItem.value}” không có trong danh mục`,
      suggest(stateItem.value, REPORTED_STATES, `dùng một trong: ${REPORTED_STATES.join(", ")}`),
    );
    return undefined;
  }
  const evidence = values.get("Minh chứng")?.value || undefined;
  if (state === "Hoàn thành" && evidence === undefined)
    report(
      stateItem.valuePlace,
      `nhiệm vụ ${task} ghi “Hoàn thành” mà không có minh chứng`,
      "thêm dòng - Minh chứng: …",
    );
  return {
    task,
    state,
    progress: readProgress(values.get("Tiến độ"), report),
    value: values.get("Giá trị")?.value,
    evidence,
    evidencePlace: values.get("Minh chứng")?.valuePlace,
    finished: readFinished(values.get("Ngày hoàn thành"), asOf, report),
    newDeadline: readNewDeadline(values.get("Thời hạn mới"), asOf, report),
    prose,
    place,
  };
}

function readProgress(item: LabelledItem | undefined, report: Report): number | undefined {
  if (!item) return undefined;
  const progress = parseNumber(item.value.replace(/%$/, ""));
  if (progress !== undefined && progress >= 0 && progress <= 100) return progress;
  report(
    item.valuePlace,
    `tiến độ “${item.value}” không nằm trong 0–100%`,
    "ghi phần trăm đã xong, ví dụ 60%",
  );
  return undefined;
}

function readFinished(item: LabelledItem | undefined, asOf: IsoDate, report: Report): IsoDate | undefined {
  if (!item) return undefined;
  const day = parseDate(item.value);
  if (day === undefined || day === "impossible") {
    report(
      item.valuePlace,
      day === "impossible" ? `ngày “${item.value}” không có trong lịch` : `“${item.value}” không phải ngày`,
      "viết dạng 30/6/2023",
    );
    return undefined;
  }
  if (day > asOf)
    report(
      item.valuePlace,
      `ngày hoàn thành ${day} sau ngày báo cáo ${asOf}`,
      "sửa ngày hoàn thành hoặc as_of",
    );
  return day;
}

/** A quarter or day without a year is of the report's own year. */
function readNewDeadline(
  item: LabelledItem | undefined,
  asOf: IsoDate,
  report: Report,
): Deadline | undefined {
  if (!item) return undefined;
  const deadline = parseDeadline(item.value, Number(asOf.slice(0, 4)));
  if (deadline !== "impossible" && deadline.due !== undefined) return deadline;
  report(
    item.valuePlace,
    deadline === "impossible"
      ? `ngày “${item.value}” không có trong lịch`
      : `thời hạn mới “${item.value}” không cho ra một ngày`,
    "viết dạng 30/9/2023 hoặc Quý III/2023",
  );
  return undefined;
}
