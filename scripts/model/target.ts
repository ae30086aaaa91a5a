import { z } from "zod";
import { number, rankNumber, reference, refuse, slug, text, year } from "./fields.ts";

/** What of an index a promise is about. */
export const MEASURES = ["value", "rank", "band", "change"] as const;

/** On which side of the threshold what was promised lies. */
export const BOUNDS = ["at_least", "at_most", "above", "below"] as const;

/**
 * What a plan promises about an index: a value, a rank (lower is better), a band, or a change against a base year.
 * `{index: par-index, measure: rank, at_most: 25, year: 2023}` promises a place among the first 25 in 2023.
 */
export interface Target {
  readonly index: string;
  readonly measure: (typeof MEASURES)[number];
  /** Domain key; undefined = the whole index. */
  readonly component: string | undefined;
  readonly bound: (typeof BOUNDS)[number];
  /** Index points or per cent, a rank, or a band letter, as `measure` says. */
  readonly threshold: number | string;
  /** The index year that the promise is about. */
  readonly year: number;
  /** For `change`: the year it is counted from. */
  readonly baseYear: number | undefined;
}

/** Front matter of one target. */
export const targetFields = z
  .strictObject({
    index: reference,
    measure: z.enum(MEASURES),
    component: slug.optional(),
    at_least: text.optional(),
    at_most: text.optional(),
    above: text.optional(),
    below: text.optional(),
    year,
    base_year: year.optional(),
  })
  .transform((fields, context): Target => {
    const [bound, ...others] = BOUNDS.filter(name => fields[name] !== undefined);
    if (bound === undefined || others.length > 0)
      return refuse(
        context,
        "chỉ tiêu cần đúng một ngưỡng",
        "ghi một trong: at_least, at_most, above, below",
      );
    const words = fields[bound] ?? "";
    const { measure, base_year: baseYear } = fields;
    // "Ít nhất hạng 25" means the first 25; whoever writes it as at_least would be told that place 10 misses it.
    if (measure === "rank" && (bound === "at_least" || bound === "above"))
      return refuse(
        context,
        `chỉ tiêu về thứ hạng ghi ${bound}, tức là từ hạng ${words} trở xuống`,
        `hạng nhỏ là tốt: ghi at_most: ${words}`,
      );
    const parsed = (measure === "rank" ? rankNumber : number).safeParse(words);
    if (measure !== "band" && !parsed.success)
      return refuse(context, `ngưỡng ${parsed.error.issues[0]?.message}`, "viết số như 25 hoặc 86,5");
    if (measure === "rank" && bound === "below" && parsed.data === 1)
      return refuse(context, "không có hạng nào trước hạng 1", "ghi at_most: 1 cho vị trí đứng đầu");
    if (measure === "change" && baseYear === undefined)
      return refuse(context, "chỉ tiêu về mức thay đổi thiếu năm gốc", "thêm base_year: …");
    if (measure !== "change" && baseYear !== undefined)
      return refuse(
        context,
        `base_year không dùng với measure: ${measure}`,
        "bỏ base_year, hoặc ghi measure: change cho mức thay đổi",
      );
    if (baseYear !== undefined && baseYear >= fields.year)
      return refuse(
        context,
        `năm gốc ${baseYear} không trước năm ${fields.year} của chỉ tiêu`,
        "sửa base_year hoặc year",
      );
    return {
      index: fields.index,
      measure,
      component: fields.component,
      bound,
      threshold: measure === "band" ? words : (parsed.data ?? Number.NaN),
      year: fields.year,
      baseYear,
    };
  });
