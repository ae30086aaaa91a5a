import { type IsoDate, lastDayOfMonth, parseDate, toIsoDate } from "./fields.ts";
import { UNCLEAR } from "./undated.ts";

/** The lengths of time that a printed time names, shortest first. */
export const PRECISIONS = ["day", "month", "quarter", "half", "year"] as const;
export type Precision = (typeof PRECISIONS)[number];

/** A day, month, quarter, part of a year, year or period as it is printed. */
export interface PrintedTime {
  /** Its last day. */
  readonly due: IsoDate;
  /** How long it is; a list of months is as exact as a month. */
  readonly precision: Precision;
  /** What the day was computed from, in Vietnamese. */
  readonly rule: string;
}

const ROMANS = ["i", "ii", "iii", "iv"];

const YEAR = "(?:\\s*[/.,–-]?\\s*(?:(?:cua )?nam\\s*)?(?<year>(?:19|20)\\d{2}))";
const QUARTER = "(?:iv|i{1,3}|0?[1-4])";
/** "Quý", also as it is shortened or misspelled: Quí, Q. */
const QUARTER_WORD = "(?:qu[yi]|q)[\\s.]*";
const MONTH = "(?:1[0-2]|0?[1-9])";
/** What stands between two times; a sign before a year only where another year is before it: "Quý II - 2023" is one time. */
export const BETWEEN =
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

const FORMS: readonly [RegExp, (g: Groups, year: number) => PrintedTime | "impossible"][] = [
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
        months === 3 ? "quarter" : months === 6 ? "half" : "month",
        `hết ${months} tháng ${part} năm ${year}`,
      );
    },
  ],
  [
    /^(?:giai doan )?(?:tu )?(?:nam )?(?:19|20)\d{2}\s*(?:[-–]|den)\s*(?:nam )?(?<year>(?:19|20)\d{2})$/,
    (_, year) => endOfMonth(year, 12, "year", `hết năm ${year}, năm cuối của giai đoạn`),
  ],
  [new RegExp(`^nam${YEAR}?$`), (_, year) => endOfMonth(year, 12, "year", `hết năm ${year}`)],
  [/^(?<year>(?:19|20)\d{2})$/, (_, year) => endOfMonth(year, 12, "year", `hết năm ${year}`)],
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
const QUARTERS_IN_WORDS = ["một", "hai", "ba", "tư"];
const QUARTER_IN_WORDS = new RegExp(`(?<=quý\\s+)(?:${QUARTERS_IN_WORDS.join("|")})(?!\\p{L})`, "giu");

/**
 * A quarter or month that no year has, one spelled with an l, a year of another age, of too few or too many digits or with
 * the letter o: mistyped, not undated.
 */
const NO_TIME =
  /^(?:quy (?:0|[5-9]|\d{2,}|v|vi{1,3}|i{4,}|ivi+|(?=[ivx]*[l|])[ivxl|]+)|thang (?:00?|1[3-9]|[2-9]\d))(?=\s*(?:[/.,-]|nam\b|$))|^\d{1,2}[/.-]\d{1,2}[/.-][\do]{2,}$|^(?:quy [ivx\d]+|(?:\d{1,2} )?thang \d{1,2})(?:\/|,? nam )[\do]{2,}$|^nam [\do]{2,}$/;

/**
 * Reads one time, or a list of which the last counts.
 * @param text the time alone, without marks
 * @param ownYear the year of what is printed without one
 * @returns also why a time has no last day; undefined for what names no time, `"impossible"` for what no calendar has
 */
export function parseTime(
  text: string,
  ownYear: number | undefined,
): PrintedTime | { readonly why: string } | "impossible" | undefined {
  const time = text.replace(/(?<=\d)\.(?=\d)/g, "/").trim();
  const day = parseDate(time);
  if (day === "impossible") return "impossible";
  if (day !== undefined) return /^(19|20)/.test(day) ? onDay(...splitDate(day)) : "impossible";
  for (const [form, read] of FORMS) {
    const groups = form.exec(time)?.groups;
    if (!groups) continue;
    const year = groups.year ? Number(groups.year) : ownYear;
    if (year === undefined) return { why: "không nêu năm" };
    if (!groups.year && goesBack(groups)) return { why: UNCLEAR };
    const found = read(groups, year);
    if (found === "impossible") return found;
    return groups.year ? found : { ...found, rule: `${found.rule} (năm của văn bản)` };
  }
  return NO_TIME.test(time) ? "impossible" : undefined;
}

const MONTHS = { day: 0, month: 1, quarter: 3, half: 6, year: 12 };

/** "Trước tháng 6/2023" ends with May; "trước 15/12/2023" keeps the 15th, so that doubt never makes late. */
export function endBefore(time: PrintedTime): PrintedTime {
  const months = MONTHS[time.precision];
  if (months === 0) return time;
  const [year, month] = splitDate(time.due);
  const due = new Date(Date.UTC(year, month - months, 0)).toISOString().slice(0, 10);
  return { ...time, due, rule: time.rule.replace(/^hết /, "trước ") };
}

/** "Tháng Mười hai" → "Tháng 12", "quý Hai" → "quý 2". */
export function countInDigits(printed: string): string {
  return (
    printed
      .normalize("NFC")
      // A run of spaces would be looked at from each of them.
      .replace(/\s+/g, " ")
      .replace(MONTH_IN_WORDS, word => countIn(MONTHS_IN_WORDS, word))
      .replace(QUARTER_IN_WORDS, word => countIn(QUARTERS_IN_WORDS, word))
  );
}

function countIn(words: readonly string[], word: string): string {
  return String(words.indexOf(word.toLowerCase().replace(/\s+/, "_")) + 1);
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

function onDay(year: number, month: number, day: number): PrintedTime | "impossible" {
  return until(toIsoDate(year, month, day), "day", `hết ngày ${day}/${month}/${year}`);
}

function endOfMonth(
  year: number,
  month: number,
  precision: Precision,
  rule: string,
): PrintedTime | "impossible" {
  return until(toIsoDate(year, month, lastDayOfMonth(year, month)), precision, rule);
}

function until(due: IsoDate | undefined, precision: Precision, rule: string): PrintedTime | "impossible" {
  return due === undefined ? "impossible" : { due, precision, rule };
}
