import type { IsoDate } from "../scripts/model/fields.ts";

/** 2023-06-05 → 05/06/2023, as Nghị định 30/2020/NĐ-CP writes days below 10 and months 1 and 2. */
export function formatDate(day: IsoDate): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** 2023-06-05 → "ngày 05 tháng 6 năm 2023", as it stands in a document's letterhead. */
export function formatLongDate(day: IsoDate): string {
  const [year, month = "", date] = day.split("-");
  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

const counts = new Intl.NumberFormat("vi-VN");

/** 1234 → 1.234. */
export function formatCount(value: number): string {
  return counts.format(value);
}

const decimals = new Map<number, Intl.NumberFormat>();

/** 86.57 → 86,57. Two decimals at the most unless told otherwise; no trailing zeros are made up. */
export function formatNumber(value: number, digits = 2): string {
  let format = decimals.get(digits);
  if (!format) {
    format = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: digits });
    decimals.set(digits, format);
  }
  return format.format(value);
}

/** A signed change: 1.5 → +1,5; −2 → −2. */
export function formatChange(value: number, digits = 2): string {
  return `${value > 0 ? "+" : value < 0 ? "−" : ""}${formatNumber(Math.abs(value), digits)}`;
}

/** Rank with its base: 57/63. */
export function formatRank(rank: number, of: number | undefined): string {
  return of === undefined ? String(rank) : `${rank}/${of}`;
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
