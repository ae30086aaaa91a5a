import { type Deadline, parseDeadline } from "./deadline.ts";
import { type IsoDate, parseDate, parseNumber, withComma } from "./fields.ts";
import { findBareLabel, type LabelledItem, reportUnknownLabel, reportUnlabelled } from "./labelled-item.ts";
import { type Prose, plainInline } from "./markdown.ts";
import type { Block } from "./outline.ts";
import type { Place, Report } from "./problem.ts";
import { findNearest, fold, suggest } from "./vietnamese.ts";

/** What an agency can report; where the task then stands is judged (status.ts). */
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

/** The labels of the list below a task of a report. */
export const UPDATE_LABELS = [
  "Trạng thái",
  "Tiến độ",
  "Giá trị",
  "Minh chứng",
  "Ngày hoàn thành",
  "Thời hạn mới",
] as const;
type UpdateLabel = (typeof UPDATE_LABELS)[number];

/** The label that was typed, with marks or without. */
export function findUpdateLabel(typed: string): UpdateLabel | undefined {
  return LABEL_BY_FOLD.get(fold(typed));
}

const LABEL_BY_FOLD = new Map(UPDATE_LABELS.map(label => [fold(label), label]));

/** What reports say, without marks, where the format has one label or state. */
const OTHER_WORDS: readonly [RegExp, UpdateLabel | ReportedState][] = [
  [/^(tinh trang|tinh hinh|hien trang)/, "Trạng thái"],
  [/^(ty le|phan tram)/, "Tiến độ"],
  [/^(ket qua|so lieu)/, "Giá trị"],
  [/^(tai lieu|van ban|dan chung|kiem chung)/, "Minh chứng"],
  [/^(gia han|han moi)/, "Thời hạn mới"],
  [/^chua\b/, "Chưa bắt đầu"],
  [/^(da )?(xong|hoan thanh|hoan tat|thuc hien xong)\b/, "Hoàn thành"],
  [/^(da )?dang\b/, "Đang thực hiện"],
  [/^(kho khan|gap kho khan|vuong|gap vuong)\b/, "Vướng mắc"],
  [/^(khong|da huy|huy|da bo)\b/, "Không còn áp dụng"],
];

/** One of the known words that was meant by what was typed. */
function findMeant<Known extends string>(typed: string, known: readonly Known[]): Known | undefined {
  const folded = fold(typed);
  const meant = OTHER_WORDS.filter(([words]) => words.test(folded)).map(([, word]) => word);
  return known.find(word => meant.some(other => other === word) || word === findNearest(typed, known));
}

/** The part of a report that speaks of one task. */
interface ReportedBlock {
  /** Id of the task. */
  readonly task: string;
  readonly place: Place;
  /** The list below its heading; an item without a label is as it was read. */
  readonly items: readonly (LabelledItem | Block["items"][number])[];
  readonly prose: Prose;
}

/** Words, without marks, that say that there is no evidence. */
const NO_EVIDENCE = /^(khong|chua)( co)?\W*$/;

/** Reads what a report says of one task: the labelled list below its heading. */
export function parseTaskUpdate(block: ReportedBlock, asOf: IsoDate, report: Report): TaskUpdate | undefined {
  const { task, place, prose } = block;
  const values = readItems(block, report);
  const state = readState(block, values.get("Trạng thái"), report);
  if (state === undefined) return undefined;
  const refuse = (label: UpdateLabel, message: string, mend: string) =>
    report(values.get(label)?.valuePlace ?? place, `nhiệm vụ ${task} ghi ${message}`, mend);
  const evidence = values.get("Minh chứng")?.value || undefined;
  if (state === "Hoàn thành" && (evidence === undefined || NO_EVIDENCE.test(fold(evidence))))
    refuse("Trạng thái", "“Hoàn thành” mà không có minh chứng", "thêm dòng - Minh chứng: …");
  const progress = readProgress(values.get("Tiến độ"), report);
  if (state === "Hoàn thành" && progress !== undefined && progress < 100)
    refuse("Tiến độ", `“Hoàn thành” mà tiến độ mới ${withComma(progress)}%`, "sửa trạng thái hoặc tiến độ");
  const finished = readFinished(values.get("Ngày hoàn thành"), asOf, report);
  if (state !== "Hoàn thành" && finished !== undefined)
    refuse("Ngày hoàn thành", `ngày hoàn thành mà trạng thái là “${state}”`, "sửa trạng thái, hoặc xóa ngày");
  return {
    task,
    state,
    progress,
    value: values.get("Giá trị")?.value,
    evidence,
    evidencePlace: values.get("Minh chứng")?.valuePlace,
    finished,
    newDeadline: readNewDeadline(values.get("Thời hạn mới"), asOf, report),
    prose,
    place,
  };
}

/** The items by label, as far as they can be used. */
function readItems({ items, place }: ReportedBlock, report: Report): ReadonlyMap<UpdateLabel, LabelledItem> {
  const values = new Map<UpdateLabel, LabelledItem>();
  let isOfOther = false;
  for (const item of items) {
    // What stands below a heading that is none, or from a label on that comes again, is of another task.
    isOfOther ||= "isHeading" in item;
    if (isOfOther && !("isHeading" in item)) continue;
    if (!("label" in item)) {
      reportUnlabelled(item, { place, where: "", labels: UPDATE_LABELS }, report);
      continue;
    }
    // What it was meant as is checked too: all at once.
    const label = findMeantLabel(item.label);
    if (findUpdateLabel(item.label) === undefined)
      reportUnknownLabel(item, label ?? item.label, UPDATE_LABELS, report);
    if (label === undefined) continue;
    if (values.has(label)) {
      isOfOther = true;
      report(
        item.labelPlace,
        `nhãn “${item.label}” có hai lần`,
        "gộp thành một dòng; là của nhiệm vụ khác thì thêm tiêu đề có mã ở trên",
      );
    } else if (item.value === "" && label !== "Minh chứng")
      report(item.labelPlace, `nhãn “${item.label}” không có giá trị`, "ghi giá trị, hoặc bỏ dòng này");
    else values.set(label, item);
  }
  return values;
}

function findMeantLabel(typed: string): UpdateLabel | undefined {
  return findUpdateLabel(typed) ?? findMeant(typed, UPDATE_LABELS);
}

function readState(
  { task, items, place }: ReportedBlock,
  item: LabelledItem | undefined,
  report: Report,
): ReportedState | undefined {
  if (!item) {
    // An empty one, and one without its colon, was reported as that.
    const labelOf = (given: (typeof items)[number]) =>
      "label" in given ? findMeantLabel(given.label) : findBareLabel(given.text, UPDATE_LABELS)?.label;
    if (!items.some(given => labelOf(given) === "Trạng thái"))
      report(
        place,
        `cập nhật của ${task} không có trạng thái`,
        `thêm dòng - Trạng thái: ${REPORTED_STATES.join(" | ")}`,
      );
    return undefined;
  }
  const state = REPORTED_STATES.find(known => fold(known) === fold(item.value));
  if (state === undefined)
    report(
      item.valuePlace,
      `trạng thái “${item.value}” không có trong danh mục`,
      suggest(
        findMeant(item.value, REPORTED_STATES) ?? item.value,
        REPORTED_STATES,
        `dùng một trong: ${REPORTED_STATES.join(", ")}`,
      ),
    );
  return state;
}

function readProgress(item: LabelledItem | undefined, report: Report): number | undefined {
  if (!item) return undefined;
  const progress = parseNumber(item.value.replace(/%$/, ""));
  // What Excel shows as 60% it may hand on as 0,6.
  if (progress !== undefined && progress > 0 && progress <= 1 && !item.value.endsWith("%")) {
    report(
      item.valuePlace,
      `tiến độ “${item.value}” có thể là ${withComma(progress)}% hay ${withComma(Math.round(progress * 10_000) / 100)}%`,
      "ghi cả dấu %",
    );
    return undefined;
  }
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

/** A quarter or day without a year is of the report's own year, unless that is over by then. */
function readNewDeadline(
  item: LabelledItem | undefined,
  asOf: IsoDate,
  report: Report,
): Deadline | undefined {
  if (!item) return undefined;
  const { valuePlace } = item;
  const value = plainInline(item.value);
  const deadline = parseDeadline(value, Number(asOf.slice(0, 4)));
  const form = "viết dạng 30/9/2023 hoặc Quý III/2023";
  if (deadline === "impossible") report(valuePlace, `ngày “${value}” không có trong lịch`, form);
  else if (deadline.due === undefined)
    report(valuePlace, `thời hạn mới “${value}” không cho ra một ngày`, form);
  else if (deadline.due < asOf && !/\d{4}/.test(value))
    report(
      valuePlace,
      `thời hạn mới “${value}” không ghi năm, mà ${deadline.due} đã qua tại ngày báo cáo ${asOf}`,
      "ghi cả năm",
    );
  else return deadline;
  return undefined;
}
