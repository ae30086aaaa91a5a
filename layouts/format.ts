import { dayText } from "../scripts/model/day-text.ts";
import type { IsoDate } from "../scripts/model/fields.ts";
import type { Instant } from "../scripts/model/history.ts";
import { getOrMake } from "../scripts/model/maps.ts";

/** 2023-06-05 → 05/06/2023. */
export const formatDate = dayText;

/** 2023-06-05T08:30:00+07:00 → "05/06/2023, 08:30": what happened twice in a day is told apart. */
export function formatMoment(at: Instant): string {
  return `${formatDate(at.slice(0, 10))}, ${at.slice(11, 16)}`;
}

/** 2023-06-05 → "ngày 05 tháng 6 năm 2023", as it stands in a document's letterhead. */
export function formatLongDate(day: IsoDate): string {
  const [year, month = "", date] = day.split("-");
  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

/** 2023-06-05 → "5 June 2023", as pages in English write days: 05/06 is read as May in some countries. */
export function formatEnglishDate(day: IsoDate): string {
  return englishDates.format(new Date(day));
}

const englishDates = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

const counts = new Intl.NumberFormat("vi-VN");

/** 1234 → 1.234. */
export function formatCount(value: number): string {
  return counts.format(value);
}

/** "14 nhiệm vụ": the number is not torn from its word at the end of a line. */
export function formatCounted(count: number, word: string): string {
  return `${formatCount(count)}\u00a0${word}`;
}

/** How a language writes numbers: two decimals at the most unless told otherwise; no trailing zeros are made up. */
export function numbersIn(locale: string): (value: number, digits?: number) => string {
  const formats = new Map<number, Intl.NumberFormat>();
  return (value, maximumFractionDigits = 2) =>
    getOrMake(
      formats,
      maximumFractionDigits,
      () => new Intl.NumberFormat(locale, { maximumFractionDigits }),
    ).format(value);
}

/** 86.57 → 86,57. */
export const formatNumber = numbersIn("vi-VN");

/** A signed change: 1.5 → +1,5; −2 → −2. */
export function formatChange(value: number, digits = 2): string {
  return withSign(value, formatNumber(Math.abs(value), digits));
}

/** How much a value changed: what rounds to nothing is told with all its decimals, for it did rise, or fall. */
export function formatSize(change: number, number: typeof formatNumber, digits = 2): string {
  const size = Math.abs(change);
  return number(size, size < 0.5 / 10 ** digits ? 4 : digits);
}

/** A size with the sign of its value in front. */
export function withSign(value: number, size: string): string {
  return `${value > 0 ? "+" : value < 0 ? "−" : ""}${size}`;
}

/** "84,6 điểm", but "78,44%": the sign of per cent stands at its number, as documents write it. Without a unit, the number. */
export function formatAmount(number: string, unit: string): string {
  return unit === "%" ? `${number}%` : `${number} ${unit}`.trimEnd();
}

/**
 * Rank with its base: 57/63. Where the source does not tell out of how many, that is said: a bare rank is no measure.
 * @param unknown what stands for a base that is not known
 */
export function formatRank(rank: number, of: number | undefined, unknown = "chưa rõ"): string {
  return `${rank}/${of ?? unknown}`;
}

/** [2023, 2023] → "năm 2023"; [2023, 2025] → "giai đoạn 2023–2025". */
export function formatYears([from, to]: readonly [number, number]): string {
  return from === to ? `năm ${from}` : `giai đoạn ${from}–${to}`;
}

/** 1536 → 1,5 kB; decimal units, as the standards and file managers write them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, 1)} kB`;
  return `${formatNumber(bytes / 1_000_000, 1)} MB`;
}
