import {
  type AgencyReference,
  type NameContext,
  namesAgencies,
  parseAgencyList,
} from "./agency-reference.ts";
import { type Deadline, parseDeadline, undated } from "./deadline.ts";
import { type KnownIndices, reportUnknownIndex } from "./indices.ts";
import {
  findBareLabel,
  type LabelledItem,
  parseLabelledItem,
  reportRunOn,
  reportUnknownLabel,
  reportUnlabelled,
  splitDistinct,
  splitValue,
} from "./labelled-item.ts";
import { plainInline } from "./markdown.ts";
import type { Block } from "./outline.ts";
import type { Place, Report } from "./problem.ts";
import type { TaskReference } from "./task.ts";
import { findNearest, fold } from "./vietnamese.ts";

/** The labels of a task's list, each with the field that it fills. */
export const TASK_LABELS = {
  "Chủ trì": "leads",
  "Phối hợp": "coordinators",
  "Thời hạn": "deadline",
  "Sản phẩm": "output",
  "Tiêu chí": "criteria",
  "Chỉ tiêu": "target",
  "Thực hiện": "carriesOut",
} as const;
type TaskField = (typeof TASK_LABELS)[keyof typeof TASK_LABELS];
const LABELS = Object.keys(TASK_LABELS);

/** What plans print, without marks, where the format has one label: “Đơn vị chủ trì”, “Thời gian hoàn thành”, “Kết quả”. */
export const OTHER_WORDS = {
  coordinators: /phoi hop/,
  leads:
    /chu tri|phu trach|trach nhiem|dau moi|phan cong|(co quan|don vi|phong|ban|bo phan|ca nhan|nguoi|chu the)\b.*(thuc hien|tham muu|giao)/,
  deadline: /tien do|thoi gian|thoi han|thoi diem|han hoan thanh|lo trinh|ky han|^han$/,
  output: /san pham|ket qua|dau ra/,
} as const satisfies Partial<Record<TaskField, RegExp>>;

/** The label that was meant by one that the format does not have, with its field. */
function findMeant(label: string): readonly [label: string, field: TaskField] | undefined {
  const folded = fold(label);
  const field = Object.entries(OTHER_WORDS).find(([, words]) => words.test(folded))?.[0];
  return Object.entries(TASK_LABELS).find(([, known]) => known === field);
}

/** The labelled list of a block, or undefined when its list is ordinary prose. */
export function labelledItems(block: Block, context: TaskContext): LabelledItem[] | undefined {
  const { report } = context;
  const parsed = block.items.map(item => parseLabelledItem(item, block.place.file));
  const isKnown = (item: LabelledItem | undefined) =>
    item !== undefined &&
    (findField(item.label) !== undefined || findNearest(item.label, LABELS) !== undefined);
  // One “Kết quả: …” may be prose; two such words in a list are those of a task.
  const isMeant = () => new Set(parsed.flatMap(item => (item && findMeant(item.label)?.[0]) ?? [])).size > 1;
  const isWithoutColon = () => block.items.some(({ text }, i) => !parsed[i] && lacksColon(text, context));
  if (!parsed.some(isKnown) && !isMeant() && !isWithoutColon()) return undefined;
  const items: LabelledItem[] = [];
  const told = { place: block.place, where: "trong danh sách của nhiệm vụ ", labels: LABELS };
  let isOfOther = false;
  for (const [i, given] of block.items.entries()) {
    // What stands below a heading that is none is of another task.
    isOfOther ||= given.isHeading === true;
    const item = parsed[i];
    if (given.isHeading || (!item && !isOfOther)) reportUnlabelled(given, told, report);
    else if (item && !isOfOther) items.push(item);
  }
  reportRunOn(block, LABELS, report);
  return items;
}

/**
 * Whether an item of a list that may be prose is a label whose colon was forgotten: an agency behind “Chủ trì”, a day behind
 * “Thời hạn”. “Chủ trì tham mưu …” is the duty of somebody.
 */
function lacksColon(text: string, context: TaskContext): boolean {
  const { label, value = "" } = findBareLabel(text, ["Chủ trì", "Thời hạn"]) ?? {};
  if (label === "Chủ trì") return namesAgencies(value, context);
  if (label === undefined || !/^[\p{Lu}\d]/u.test(value)) return false;
  const deadline = parseDeadline(value, context.year);
  return deadline === "impossible" || deadline.due !== undefined;
}

/** What reading a task needs to know about its surroundings. */
export interface TaskContext extends NameContext {
  readonly year: number | undefined;
  readonly indices: KnownIndices;
}

/** One empty list for all: a quarter of a million tasks have hardly any criteria. */
const NONE: readonly never[] = [];

/** Reads the labelled list of a task or group. Every wrong label and value is reported at its place. */
export function parseTaskItems(items: readonly LabelledItem[], context: TaskContext) {
  const { report } = context;
  // A label that is repeated may begin the list of another task, which goes on with others: that is one mistake.
  let isRepeated = false;
  let assignments: { leads: readonly AgencyReference[]; coordinators: readonly AgencyReference[] }[] = [];
  const seen = new Set<TaskField>();
  let deadline: Deadline | undefined;
  let output: string | undefined;
  let target: string | undefined;
  let criteria: readonly string[] = NONE;
  let carriesOut: readonly TaskReference[] = NONE;

  for (const item of items) {
    const known = findField(item.label);
    const [meant = item.label, field = known] = known ? [] : (findMeant(item.label) ?? []);
    if (known === undefined) reportUnknownLabel(item, meant, LABELS, report);
    // What it was meant as is checked too: all at once.
    if (field === undefined) continue;
    const inner = innerLabel(item, field);
    if (inner) {
      report(
        inner.place,
        `nhãn “${inner.label}” nằm trong giá trị của nhãn “${item.label}”`,
        `viết “- ${inner.label}: …” thành một dòng riêng, sát lề trái`,
      );
      continue;
    }
    // A second "Chủ trì" begins a second pair; every other label stands once a pair or once a task.
    const last = assignments.at(-1);
    const isNewPair = field === "leads" && (!last || last.leads.length > 0);
    if (seen.has(field) && !isNewPair && !(field === "coordinators" && last?.coordinators.length === 0)) {
      if (!isRepeated)
        report(
          item.labelPlace,
          `nhãn “${item.label}” có hai lần`,
          "gộp thành một dòng, cách nhau bằng dấu chấm phẩy; là của nhiệm vụ khác thì thêm tiêu đề có mã ở trên",
          "unread task",
        );
      isRepeated = true;
      continue;
    }
    seen.add(field);
    if (item.value === "") {
      report(
        item.labelPlace,
        `nhãn “${item.label}” không có giá trị`,
        "ghi giá trị, hoặc bỏ dòng này khi văn bản không nêu",
      );
      continue;
    }
    if (field === "leads" || field === "coordinators") {
      if (item.isCut && !namesAgencies(item.value, context)) continue;
      const pair = isNewPair || !last ? { leads: NONE, coordinators: NONE } : last;
      if (pair !== last) assignments = assignments.concat(pair);
      pair[field] = parseAgencyList(item, context);
    } else if (field === "deadline") {
      const parsed = readDeadline(item.value, context);
      if (parsed === "impossible" && !item.isCut)
        report(
          item.valuePlace,
          `ngày “${item.value}” không có trong lịch`,
          "kiểm tra lại ngày, tháng, quý; viết năm bằng bốn chữ số",
        );
      else if (parsed !== "impossible") deadline = parsed;
    } else if (field === "output") output = item.value;
    else if (field === "target") target = item.value;
    else if (field === "criteria") criteria = parseCriteria(item, context);
    else carriesOut = parseTaskReferences(item, report);
  }
  return { assignments, deadline, output, target, criteria, carriesOut, fields: seen };
}

/** A time without a year that was over when the plan was issued may be of the next one: nobody is late by it. */
function readDeadline(value: string, { year, day }: TaskContext): Deadline | "impossible" {
  const printed = plainInline(value);
  const deadline = parseDeadline(printed, year);
  if (deadline === "impossible" || !deadline.due || !day || deadline.due >= day) return deadline;
  const named = parseDeadline(printed);
  return named === "impossible" || named.due
    ? deadline
    : undated(printed, `không nêu năm, mà thời gian ấy của năm ${year} đã qua khi văn bản được ban hành`);
}

const FIELD_BY_LABEL = new Map<string, TaskField>(
  Object.entries(TASK_LABELS).flatMap(([label, field]) => [
    [label, field],
    [fold(label), field],
  ]),
);

/** What a label means; one typed without marks or in capitals is understood, a correct one is found at once. */
function findField(label: string): TaskField | undefined {
  return FIELD_BY_LABEL.get(label) ?? FIELD_BY_LABEL.get(fold(label));
}

const LABEL_INSIDE = /[,.–-] *(\p{L}[\p{L} ]{1,20}):/gu;

/** A label that stands in the value of another one, on the same line or in a list below it. */
function innerLabel(item: LabelledItem, field: TaskField): { label: string; place: Place } | undefined {
  if (!item.value.includes(":")) return undefined;
  // No agency is called "Sở Nội vụ, Phối hợp: Sở Tư pháp"; a product may be.
  const isOfAgencies = field === "leads" || field === "coordinators";
  for (const { index, 0: sign, 1: label = "" } of isOfAgencies ? item.value.matchAll(LABEL_INSIDE) : []) {
    const column = item.valuePlace.column + index + sign.indexOf(label);
    const place = { ...item.valuePlace, column: Math.min(column, item.lastColumn ?? Infinity) };
    if (findField(label) !== undefined) return { label, place };
  }
  for (const { text, place } of splitValue(item)) {
    const label = text.slice(0, text.indexOf(":"));
    const field = text.includes(":") ? findField(label) : undefined;
    if (field !== undefined) return { label, place };
  }
  return undefined;
}

function parseCriteria(item: LabelledItem, { indices, report }: TaskContext): string[] {
  const criteria = splitDistinct(item, report).flatMap(({ text, place }) => {
    const [, index, code] = /^([a-z0-9-]+)\/([\d.]+)$/.exec(text) ?? [];
    if (index === undefined || code === undefined) {
      report(place, `tiêu chí “${text}” không đúng dạng`, "viết dạng par-index/1.3.1");
      return [];
    }
    if (!indices.has(index)) {
      reportUnknownIndex(index, indices, place, report);
      return [];
    }
    return [text];
  });
  // Cut to size: a list that grows leaves room behind it.
  return criteria.slice();
}

function parseTaskReferences(item: LabelledItem, report: Report): TaskReference[] {
  return splitDistinct(item, report).flatMap(({ text, place }) => {
    const [, plan, task] = /^([a-z0-9-]+)#(\S+)$/.exec(text) ?? [];
    if (plan === undefined || task === undefined) {
      report(
        place,
        `“${text}” không phải nhiệm vụ của kế hoạch nào`,
        "viết dạng <kế hoạch>#<nhiệm vụ>, ví dụ quang-nam-2023#A.I.3",
      );
      return [];
    }
    return [{ plan, task, place }];
  });
}
