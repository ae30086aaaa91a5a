import { type IsoDate, lastDayOfMonth, parseDate, toIsoDate } from "./fields.ts";
import { AROUND_THE_CLOCK, isOpenEnded, UNCLEAR, whyUndated } from "./undated.ts";
import { fold } from "./vietnamese.ts";

/** The lengths of time that a deadline names, shortest first. */
export const PRECISIONS = ["day", "month", "quarter", "half", "year"] as const;
type Precision = (typeof PRECISIONS)[number];

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

const ROMANS = ["i", "ii", "iii", "iv"];

/** Words in front of a time that do not change its end. "Trước 15/12" keeps the 15th itself: doubt never makes late. */
const LEADING =
  /^(?:(?:thoi han|han (?:cuoi|chot)|hoan thanh|ket thuc|thuc hien|ban hanh|bao cao|gui|xong|(?:cham|muon|tre) nhat|khong (?:qua|muon hon|cham hon)|phai|truoc|trong|cho den|den|toi|het|vao|la|dau|giua|cuoi|ca|thoi gian|tu nay|ngay)(?![a-z])[\s:,]*)+/;

const YEAR = "(?:\\s*[/.,–-]?\\s*(?:(?:cua )?nam\\s*)?(?<year>(?:19|20)\\d{2}))";
const QUARTER = "(?:iv|i{1,3}|[1-4])";
/** "Quý", also as it is shortened or misspelled: Quí, Q. */
const QUARTER_WORD = "(?:qu[yi]|q)[\\s.]*";
const MONTH = "(?:1[0-2]|0?[1-9])";
/** What stands between two times; a sign before a year only where another year is before it: "Quý II - 2023" is one time. */
const BETWEEN =
  "(?:\\b(?:va|den|toi|sang)\\b|[-–,;&+](?!\\s*(?:nam\\s*)?(?:19|20)\\d{2}(?!\\d))|(?<=\\d{4}\\s*)[-–,;&+])";

/**
 * One time or a list of them, of which the last counts: "Quý I, II", "Từ tháng 6 đến tháng 9". What only begins with "từ"
 * says when a work begins.
 * @param word before each of them
 * @param one the pattern of one
 */
function listed(word: string, one: string): string {
  return `^(?:tu (?=.*${BETWEEN}))?${word}(?<before>(?:${one}\\s*${BETWEEN}\\s*(?:${word})?)*)(?<last>${one})`;
}

type Groups = Readonly<Record<string, string | undefined>>;

const FORMS: readonly [RegExp, (g: Groups, year: number) => Omit<Deadline, "printed">][] = [
  [
    new RegExp(`${listed("(?:ngay )?", "\\d{1,2}")}(?:/|,? thang )(?<month>\\d{1,2})${YEAR}?$`),
    (g, year) => onDay(year, Number(g.month), Number(g.last)),
  ],
  [
    new RegExp(`${listed(QUARTER_WORD, QUARTER)}${YEAR}?$`),
    (g, year) => {
      const quarter = toNumber(g.last);
      const roman = ROMANS[quarter - 1]?.toUpperCase();
      return endOfMonth(year, quarter * 3, "quarter", `hết quý ${roman}/${year}`);
    },
  ],
  // "T6" without a year may be a Friday, and a number alone anything.
  ...[
    `${listed("thang ?", MONTH)}${YEAR}?$`,
    `${listed("(?:t[. ]?)?", MONTH)}\\s*[/-]\\s*(?<year>(?:19|20)\\d{2})$`,
  ].map((form): (typeof FORMS)[number] => [
    new RegExp(form),
    (g, year) => endOfMonth(year, Number(g.last), "month", `hết tháng ${Number(g.last)}/${year}`),
  ]),
  [
    new RegExp(`^(?:0?(?<months>[369]|sau) thang|nua) (?<part>dau|cuoi)(?: nam)?${YEAR}?$`),
    (g, year) => {
      const months = Number(g.months?.replace("sau", "6") ?? 6);
      const part = g.part === "dau" ? "đầu" : "cuối";
      return endOfMonth(
        year,
        part === "đầu" ? months : 12,
        months === 6 ? "half" : "month",
        `hết ${months} tháng ${part} năm ${year}`,
      );
    },
  ],
  [
    /^(?:giai doan )?(?:tu )?(?:nam )?(?:19|20)\d{2}\s*(?:[-–]|den)\s*(?:nam )?(?<year>(?:19|20)\d{2})$/,
    (_, year) => endOfMonth(year, 12, "year", `hết năm ${year}, năm cuối của giai đoạn`),
  ],
  [new RegExp(`^nam${YEAR}?$`), (_, year) => endOfMonth(year, 12, "year", `hết năm ${year}`)],
  [/^(?:cac nam )?(?<year>(?:19|20)\d{2})$/, (_, year) => endOfMonth(year, 12, "year", `hết năm ${year}`)],
];

const MONTHS_IN_WORDS = "một hai ba tư năm sáu bảy tám chín mười mười_một mười_hai".split(" ");
/**
 * A month in words, only with its marks: "tháng sau" is next month. "Tháng     năm 2025" is a form that nobody filled in,
 * and not May; nor is "6 tháng năm", which are the reports of half a year and of a year.
 */
const MONTH_IN_WORDS = new RegExp(
  `(?<=tháng\\s+)(?!năm\\s+\\d|(?<=(?<!ngày |\\d)0?[369] tháng )năm)(?:${MONTHS_IN_WORDS.toReversed().join("|").replaceAll("_", "\\s+")})(?!\\p{L})`,
  "giu",
);

/**
 * A quarter or month that no year has, one spelled with an l, a year of another age, of too few or too many digits or with
 * the letter o: mistyped, not undated.
 */
const NO_TIME =
  /^(?:quy (?:0|[5-9]|\d{2,}|v|vi{1,3}|i{4,}|ivi+|(?=[ivx]*[l|])[ivxl|]+)|thang (?:00?|1[3-9]|[2-9]\d))(?=\s*(?:[/.,-]|nam\b|$))|^\d{1,2}[/.-]\d{1,2}[/.-][\do]{2,}$|^(?:quy [ivx\d]+|(?:\d{1,2} )?thang \d{1,2})(?:\/|,? nam )[\do]{2,}$|^nam [\do]{2,}$/;

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
/** Words by which the last is not one more time, but the day in the time before by which the work has to be done. */
const AT_LATEST = /^(?:(?:phai )?(?:hoan thanh|xong|ket thuc)|(?:cham|muon|tre) nhat)\b/;
/** "Theo Kế hoạch, hoàn thành trong Quý III/2023": a sentence that names no other time, and at its end says by when. */
const SENTENCE = new RegExp(
  `^(?<words>.+?)\\s*(?:[,;–-]|\\bva\\b)\\s*(?<last>${AT_LATEST.source.slice(1)}.*)$`,
);
/** Characters beyond which words are a paragraph rather than a list of times. */
const LONGEST_LIST = 120;

function readDeadline(printed: string, ownYear: number | undefined): Deadline | "impossible" {
  const folded = fold(countMonths(printed))
    .replace(/^[“”"'«]+|[“”"'»]+$/g, "")
    .replace(/(?<![.;])[.;]+$/, "")
    .replace(/(?<=\d) ?\/ ?(?=\d)/g, "/")
    // "17h00 ngày 25/12": the hour does not change the day.
    .replace(/\b\d{1,2} ?(?:h|gio) ?(?:\d{1,2} ?(?:['’]|phut)?)?,? (?=ngay \d)/g, "");
  if (AROUND_THE_CLOCK.test(folded)) return undated(printed, whyUndated(folded));
  const one = readTime(printed, folded, ownYear);
  if (one === "impossible" || one.due !== undefined || folded.length > LONGEST_LIST) return one;
  const { words = "", last: finish = "" } = SENTENCE.exec(folded)?.groups ?? {};
  const said = words === "" || isOpenEnded(words) ? one : readTime(printed, finish, ownYear);
  if (said === "impossible" || said.due !== undefined) return said;
  const { before = "", last = "" } = SEVERAL.exec(folded)?.groups ?? {};
  const end = last === "" ? one : readTime(printed, last, ownYear);
  if (end !== "impossible" && end.due === undefined) return one;
  const year = end === "impossible" ? ownYear : Number(end.due?.slice(0, 4));
  const start = readDeadline(before, year);
  if (start === "impossible") return start;
  if (start.due === undefined) return one;
  if (end === "impossible") return end;
  const isWithin = AT_LATEST.test(last) && start.due.startsWith(String(year));
  return isWithin || start.due <= (end.due ?? "") ? end : one;
}

/** "Tháng Mười hai" → "Tháng 12". */
function countMonths(printed: string): string {
  return (
    printed
      .normalize("NFC")
      // A run of spaces would be looked at from each of them.
      .replace(/\s+/g, " ")
      .replace(MONTH_IN_WORDS, word =>
        String(MONTHS_IN_WORDS.indexOf(word.toLowerCase().replace(/\s+/, "_")) + 1),
      )
  );
}

function readTime(printed: string, folded: string, ownYear: number | undefined): Deadline | "impossible" {
  const rest = folded
    .replace(LEADING, "")
    .replace(/(?<=\d)\.(?=\d)/g, "/")
    .trim();
  const day = parseDate(rest);
  if (day === "impossible") return "impossible";
  if (day !== undefined && !/^(19|20)/.test(day)) return "impossible";
  if (day !== undefined) return { printed, ...onDay(...splitDate(day)) };
  for (const [form, read] of FORMS) {
    const groups = form.exec(rest)?.groups;
    if (!groups) continue;
    const year = groups.year ? Number(groups.year) : ownYear;
    if (year === undefined) return undated(printed, "không nêu năm");
    if (!groups.year && goesBack(groups)) return undated(printed, UNCLEAR);
    const found = read(groups, year);
    if (found.due === undefined) return "impossible";
    const { due, rule } = /\btruoc\b/.test(folded) ? dayBefore(found) : found;
    return { ...found, printed, due, rule: groups.year ? rule : `${rule} (năm của văn bản)` };
  }
  if (NO_TIME.test(rest)) return "impossible";
  return undated(printed, whyUndated(folded));
}

/** "Từ tháng 11 đến tháng 2" ends in a year that nobody named. */
function goesBack({ before = "", last = "" }: Groups): boolean {
  const times = [...(before.match(/\d+|\b(?:iv|i{1,3})\b/g) ?? []), last].map(toNumber);
  return times.some((time, i) => time < (times[i - 1] ?? 0));
}

/** 3 for "iii" and for "3". */
function toNumber(time = ""): number {
  return ROMANS.indexOf(time) + 1 || Number(time);
}

function splitDate(day: IsoDate): [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return [year, month, date];
}

function onDay(year: number, month: number, day: number): Omit<Deadline, "printed"> {
  return { due: toIsoDate(year, month, day), precision: "day", rule: `hết ngày ${day}/${month}/${year}` };
}

function endOfMonth(
  year: number,
  month: number,
  precision: Precision,
  rule: string,
): Omit<Deadline, "printed"> {
  return { due: toIsoDate(year, month, lastDayOfMonth(year, month)), precision, rule };
}

const MONTHS = { day: 0, month: 1, quarter: 3, half: 6, year: 12 };

/** "Trước tháng 6/2023" ends with May; "trước 15/12/2023" keeps the 15th, so that doubt never makes late. */
function dayBefore(found: Omit<Deadline, "printed">): { due: IsoDate | undefined; rule: string } {
  const months = MONTHS[found.precision ?? "day"];
  if (months === 0 || found.due === undefined) return found;
  const [year, month] = splitDate(found.due);
  const end = new Date(Date.UTC(year, month - months, 0)).toISOString().slice(0, 10);
  return { due: end, rule: found.rule.replace(/^hết /, "trước ") };
}

/** A deadline without a day, and why it has none. */
export function undated(printed: string, why: string): Deadline {
  return { printed, due: undefined, precision: undefined, rule: NO_DAY + why };
}
