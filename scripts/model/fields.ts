import { z } from "zod";

/** A calendar day, `yyyy-mm-dd`; compares as text. */
export type IsoDate = string;

/** The ways in which a day is written. */
export const DATE_FORMS = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})$/,
  /^(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>\d{4})$/,
];

/**
 * Reads `2023-06-30`, `30/6/2023` or `30-06-2023`.
 * @returns the day, or `"impossible"` for a day that no calendar has (31/6), or undefined for another form.
 */
export function parseDate(text: string): IsoDate | "impossible" | undefined {
  for (const form of DATE_FORMS) {
    const groups = form.exec(text.trim())?.groups;
    if (groups)
      return toIsoDate(Number(groups.year), Number(groups.month), Number(groups.day)) ?? "impossible";
  }
  return undefined;
}

/** The day as `yyyy-mm-dd`, or undefined when the calendar has no such day. `month` counts from 1. */
export function toIsoDate(year: number, month: number, day: number): IsoDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > lastDayOfMonth(year, month)) return undefined;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Number of days in a month; `month` counts from 1. */
export function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day `days` after `date`. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Reads a number as people write it: `86.57`, `86,57`, `-5,67`, `1.234,5`. A lone separator is a decimal one:
 * scores are small, and 86.570 is 86,57 rather than eighty-six thousand. Several of one kind set thousands apart.
 * @returns undefined when the text is not a number.
 */
export function parseNumber(text: string): number | undefined {
  const compact = text
    .trim()
    .replace(/\s/g, "")
    .replace(/^\u2212/, "-");
  const plain =
    compact.includes(",") && compact.includes(".")
      ? compact.lastIndexOf(",") > compact.lastIndexOf(".")
        ? compact.replaceAll(".", "").replace(",", ".")
        : compact.replaceAll(",", "")
      : /^\D?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/.test(compact)
        ? compact.replace(/[.,]/g, "")
        : compact.replace(",", ".");
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** A number as Vietnamese writes it, with all its decimals. */
export function withComma(value: number): string {
  return String(value).replace(".", ",");
}

/** What an office system leaves where a number or a signature should stand: #SoKyHieu, #sov/b, [daky], .../KH-UBND. */
const PLACEHOLDER = /#[\p{L}_]{2,}|\[daky\]|^\.{2,}|^…|_{3,}/iu;

/** Signs that files are read without (scripts/load.ts), but that YAML can still spell: "\u202E". */
const UNSEEN = /[^\P{Cc}\t\n]|[\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/**
 * Fields of front matter and CSV rows. Everything arrives as the text that was typed; each field checks it and
 * gives the model an exact type. A refused value carries the Vietnamese sentence and, in `params.mend`, the mend.
 */
export const text = z.string().transform((value, context) => {
  const clean = value.trim();
  if (clean === "") return refuse(context, "giá trị để trống", "ghi giá trị hoặc bỏ hẳn khóa này");
  if (UNSEEN.test(clean))
    return refuse(context, "có ký tự điều khiển, không nhìn thấy được", "xóa ký tự đó, hoặc gõ lại giá trị");
  const placeholder = PLACEHOLDER.exec(clean)?.[0];
  if (placeholder !== undefined)
    return refuse(
      context,
      `còn ký hiệu giữ chỗ “${placeholder}”`,
      "ghi giá trị thật, hoặc bỏ khóa này khi chưa có",
    );
  return clean;
});

/** A day in one of the forms that `parseDate` reads; one that no calendar has is refused. */
export const date = text.transform((value, context): IsoDate => {
  const day = parseDate(value);
  if (day === "impossible")
    return refuse(context, `ngày “${value}” không có trong lịch`, "kiểm tra lại ngày và tháng");
  const [, d, m, y] = /^\D*(\d{1,2})\D+(\d{1,2})\D+(\d{4})\D*$/.exec(value) ?? [];
  const meant = y === undefined ? undefined : toIsoDate(Number(y), Number(m), Number(d));
  return (
    day ??
    refuse(
      context,
      `“${value}” không phải ngày`,
      meant === undefined ? "viết dạng 2023-06-30 hoặc 30/6/2023" : `viết ${meant}`,
    )
  );
});

/** An index or plan year, 1900 to 2099. */
export const year = text.transform((value, context): number =>
  /^(19|20)\d{2}$/.test(value)
    ? Number(value)
    : refuse(context, `“${value}” không phải năm`, mendYear(value)),
);

function mendYear(typed: string): string {
  const [first, last, ...more] = typed.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? [];
  if (first === undefined || more.length > 0) return "viết năm bằng bốn chữ số, ví dụ 2023";
  return last === undefined
    ? `viết ${first}`
    : `viết một năm; kế hoạch nhiều năm thì thay bằng years: [${first}, ${last}]`;
}

/** A number with decimal comma or point, as `parseNumber` reads it. */
export const number = text.transform(
  (value, context): number =>
    parseNumber(value) ?? refuse(context, `“${value}” không phải số`, mendNumber(value)),
);

function mendNumber(typed: string): string {
  const [first, second, ...more] = typed.match(/[-−]?\d+(?:[.,]\d+)*/gu) ?? [];
  if (first === undefined || more.length > 0) return "viết số như 86,57 hoặc 86.57";
  // "giảm 2" is no 2.
  if (second === undefined)
    return `viết ${/^(giảm|tụt|▼|↓)/iu.test(typed) ? first.replace(/^[-−]?/u, "-") : first}`;
  return /\d\s*\/\s*\d/.test(typed)
    ? `viết ${first}; ${second} là tổng số thì ghi vào cột rank_of`
    : "viết một số như 86,57 hoặc 86.57";
}

/** The same without decimals. */
export const wholeNumber = number.transform((value, context): number =>
  Number.isInteger(value)
    ? value
    : refuse(context, `“${withComma(value)}” không phải số nguyên`, "viết số nguyên"),
);

/** A place in a ranking, or how many are ranked: 1 or more. */
export const rankNumber = wholeNumber.transform((value, context): number =>
  value >= 1
    ? value
    : refuse(context, `hạng “${value}” nhỏ hơn 1`, "ghi số từ 1, hoặc để trống khi không xếp hạng"),
);

/** Lower-case letters without marks, digits and hyphens: what may become part of a URL; and how that is said. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const SLUG_RULE = "chỉ dùng chữ thường không dấu, chữ số và gạch nối";

/** A permanent key, which becomes part of a URL. */
export const slug = text.transform((value, context): string =>
  SLUG.test(value) ? value : refuse(context, `mã “${value}” không hợp lệ`, SLUG_RULE),
);

/** Ids or names in one cell, separated by `|`. */
export const names = text.transform(value =>
  value
    .split("|")
    .map(name => name.trim())
    .filter(Boolean),
);

/** The key of something else. It is looked up where all are known, and so is what was meant by a name instead of a key. */
export const reference = text.transform((value): string => value);

/** A list in which nothing stands twice, by what names each of its items. */
export function distinct<Item extends z.ZodType>(
  item: Item,
  nameOf: (value: z.output<Item>) => unknown = value => value,
): z.ZodArray<Item> {
  return z.array(item).superRefine((values, context) => {
    const names = values.map(nameOf);
    for (const [i, name] of names.entries())
      if (names.indexOf(name) < i)
        context.addIssue({
          code: "custom",
          path: [i],
          message: `“${name}” đã có ở trên`,
          params: { mend: "giữ lại một" },
        });
  });
}

/** An address on the web; no other scheme may become a link. */
export const webAddress = text.transform((value, context): string =>
  /^https?:\/\/\S+$/i.test(value)
    ? value
    : refuse(context, `“${value}” không phải địa chỉ web`, "viết địa chỉ bắt đầu bằng https://"),
);

/** Reports a refused value to zod and returns the never that ends the transform. */
export function refuse(context: z.RefinementCtx, message: string, mend: string): never {
  context.addIssue({ code: "custom", message, params: { mend } });
  return z.NEVER;
}
