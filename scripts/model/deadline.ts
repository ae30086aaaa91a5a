import type { IsoDate } from "./fields.ts";
import { BETWEEN, countInDigits, endBefore, type Precision, parseTime } from "./printed-time.ts";
import { AROUND_THE_CLOCK, isOpenEnded, whyUndated } from "./undated.ts";
import { fold } from "./vietnamese.ts";

/**
 * When a task is due: the words that the plan prints, and the last day of the time they name.
 * A deadline that names no time ("Thường xuyên", "Theo quy định", "Sau khi …") is undated and can never be late.
 */
export interface Deadline {
  /** As printed in the plan. */
  readonly printed: string;
  /** The last day that still keeps the deadline; undefined when the words give no date. */
  readonly due: IsoDate | undefined;
  /** The length of time that the words name; a quarter ends on its last day. */
  readonly precision: Precision | undefined;
  /** Why it has this date or none, as a Vietnamese sentence for readers. */
  readonly rule: string;
}

/** How a rule begins that gives no day; why it gives none follows. */
export const NO_DAY = "không xác định hạn: ";

/** Since when, in front of an end: "từ nay", "từ ngày ban hành Kế hoạch". */
const FROM_NOW = "tu nay|tu (?:ngay|khi) (?:ky|ban hanh)(?: ke hoach)?(?= (?:den|toi)\\b)";
/** Words in front of a time that do not change its end. "Trước 15/12" keeps the 15th itself: doubt never makes late. */
const LEADING = new RegExp(
  `^(?:(?:thoi han|han(?: (?:cuoi|chot))?|hoan thanh|ket thuc|thuc hien|ban hanh|bao cao|gui|xong|(?:cham|muon|tre) nhat|khong (?:qua|(?:cham|muon|tre) hon)|phai|truoc(?: khi(?= ket thuc))?|trong|cho den|den|toi|het|vao|la|dau|giua|cuoi|ca|suot|thoi gian|${FROM_NOW}|cac(?= (?:ngay|thang|quy|nam) [\\divx])|ngay)(?![a-z])[\\s:,]*)+`,
);

const cache = new Map<string, Deadline>();

/**
 * Reads a printed deadline. Knows days, months, quarters, half years, years and periods with the words usual before
 * them; says "undated" for all else and never guesses. Of several times the last counts. A day, month or quarter printed
 * without a year is of `ownYear`: that of the plan, when it is of one year, or of the report.
 * @param printed the words of the document, e.g. "Quý II/2023", "Trong năm 2023", "Trước 15/12/2023", "Thường xuyên"
 * @returns the deadline, or `"impossible"` for a day that no calendar has
 */
export function parseDeadline(printed: string, ownYear?: number): Deadline | "impossible" {
  const key = `${ownYear ?? ""}|${printed}`;
  const known = cache.get(key);
  if (known) return known;
  const deadline = readDeadline(printed.trim(), ownYear);
  // Plans repeat a handful of wordings; the cap keeps hostile content from filling memory.
  if (deadline !== "impossible" && cache.size < 10_000) cache.set(key, deadline);
  return deadline;
}

/** "Từ 15/6 đến 30/6/2023", "Quý IV/2023, quý I/2024": of several times the last counts, when those before are times too. */
const SEVERAL = new RegExp(`^(?:tu )?(?<before>.+\\S)\\s*${BETWEEN}\\s*(?<last>\\S.*)$`);
/** Words that say by when the work has to be done. */
const AT_LATEST = /^(?:(?:phai )?(?:hoan thanh|xong|ket thuc)|(?:cham|muon|tre) nhat)\b/;
/** Words by which the last of several times is not one more, but the day within the time before. */
const WITHIN = new RegExp(`^truoc\\b|${AT_LATEST.source}`);
/** "Trong năm 2024 (trước 30/11)": the day is of the year around it. */
const WHOLE_YEAR = /^(?:trong |ca )?nam (?<year>(?:19|20)\d{2})$/;
/** "Kể từ 1/7 đến 31/12" is "từ 1/7 đến 31/12"; without an end it only says when a work begins. */
const BEGINNING = new RegExp(
  `^(?:bat dau|ke) (?=tu\\b.*(?:\\b(?:den|toi)\\b|[,;] ?(?:${AT_LATEST.source.slice(1)})))`,
);
const DAY_NAME = "(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat)";
const WEEKDAY = new RegExp(`\\b${DAY_NAME},? (?=ngay \\d)| ?\\(${DAY_NAME}\\)`, "g");
/** "Quý IV (trước 15/12)" is "Quý IV, trước 15/12". */
const WITHIN_BRACKETS = new RegExp(` ?\\((?<words>(?:truoc\\b|${AT_LATEST.source.slice(1)})[^()]*)\\)$`);
/** "Theo Kế hoạch, hoàn thành trong Quý III/2023": a sentence that names no other time, and at its end says by when. */
const SENTENCE = new RegExp(
  `^(?<words>.+?)\\s*(?:[,;–-]|\\bva\\b)\\s*(?<last>${AT_LATEST.source.slice(1)}.*)$`,
);
/**
 * "Trình UBND tỉnh trước 30/6/2023": what is done, and by when. "10 ngày trước 30/6" counts back from a day, "không
 * trước" is when it may begin, and "theo …" sends the reader elsewhere.
 */
const DONE_BY =
  /^(?!.*\btheo\b)(?<words>\D+)(?<!\b(?:ngay|tuan|thang|gio|khong)) (?<last>(?:truoc|(?:cham|muon|tre) nhat)\b.*)$/;
/** "Trước 30/6/2023, báo cáo UBND tỉnh", "Quý II/2023 (hoàn thành)": what happens by then, behind the time. */
const HAPPENS =
  /^(?<last>.+?)\s*(?:[,;(]|\bva\b)?\s*(?<words>\b(?:hoan thanh|xong|bao cao|gui|trinh|ban hanh|cong bo|de)\b\D*)$/;
/** Characters beyond which words are a paragraph rather than a list of times. */
const LONGEST_LIST = 120;

function readDeadline(printed: string, ownYear: number | undefined): Deadline | "impossible" {
  const folded = fold(countInDigits(printed))
    .replace(/^[“”"'«]+|[“”"'»]+$/g, "")
    .replace(/(?<![.,;])[.,;]+$/, "")
    .replace(BEGINNING, "")
    .replace(WITHIN_BRACKETS, ", $<words>")
    .replace(/(?<=\d) ?\/ ?(?=\d)/g, "/")
    // "17h00 thứ Sáu, ngày 25/12": the day of the week and the hour do not change the day.
    .replace(WEEKDAY, "")
    .replace(/\b\d{1,2} ?(?:h|gio) ?(?:\d{1,2} ?(?:['’]|phut)?)?,? (?=ngay \d)/g, "");
  if (AROUND_THE_CLOCK.test(folded)) return undated(printed, whyUndated(folded));
  const one = readTime(printed, folded, ownYear);
  if (one === "impossible" || one.due !== undefined || folded.length > LONGEST_LIST) return one;
  for (const form of [SENTENCE, DONE_BY, HAPPENS]) {
    const { words = "", last: finish = "" } = form.exec(folded)?.groups ?? {};
    const said = words === "" || isOpenEnded(words) ? one : readTime(printed, finish, ownYear);
    if (said === "impossible" || said.due !== undefined) return said;
  }
  const { before = "", last = "" } = SEVERAL.exec(folded)?.groups ?? {};
  const around = WITHIN.test(last) && !/\d{4}/.test(last) ? WHOLE_YEAR.exec(before)?.groups?.year : undefined;
  const end = last === "" ? one : readTime(printed, around ? `${last}/${around}` : last, ownYear);
  if (end !== "impossible" && end.due === undefined) return one;
  const year = end === "impossible" ? ownYear : Number(end.due?.slice(0, 4));
  const start = readDeadline(before, year);
  if (start === "impossible") return start;
  if (start.due === undefined) return one;
  if (end === "impossible") return end;
  const isWithin = WITHIN.test(last) && start.precision !== "day" && start.due.startsWith(String(year));
  return isWithin || start.due <= (end.due ?? "") ? end : one;
}

function readTime(printed: string, folded: string, ownYear: number | undefined): Deadline | "impossible" {
  const time = parseTime(folded.replace(LEADING, ""), ownYear);
  if (time === "impossible") return time;
  if (time === undefined) return undated(printed, whyUndated(folded));
  if ("why" in time) return undated(printed, time.why);
  return { printed, ...(BEFORE.test(folded) ? endBefore(time) : time) };
}

/** "Trước cuối tháng 6", "trước hết quý II", "trước 6 tháng đầu năm" are within the time. */
const BEFORE = /\btruoc\b(?! (?:ngay |khi )?(?:(?:\w+ thang|nua) dau|giua|cuoi|het|ket thuc)\b)/;

/** A deadline without a day, and why it has none. */
export function undated(printed: string, why: string): Deadline {
  return { printed, due: undefined, precision: undefined, rule: NO_DAY + why };
}
