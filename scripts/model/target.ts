import { z } from "zod";
import { number, reference, refuse, slug, text, wholeNumber, year } from "./fields.ts";

/** What of an index a promise is about. */
export const MEASURES = ["value", "rank", "band", "change"] as const;

/**
 * What a plan promises about an index: a value, a rank (lower is better), a band, or a change against a base year.
 * `{index: par-index, measure: rank, at_most: 25, year: 2023}` promises a place among the first 25 in 2023.
 */
export interface Target {
  readonly index: string;
  readonly measure: (typeof MEASURES)[number];
  /** Domain key; undefined = the whole index. */
  readonly component: string | undefined;
  readonly bound: "at_least" | "at_most" | "above" | "below";
  /** Index points or per cent, a rank, or a band letter, as `measure` says. */
  readonly threshold: number | string;
  /** The index year that the promise is about. */
  readonly year: number;
  /** For `change`: the year it is counted from. */
  readonly baseYear: number | undefined;
}

const BOUNDS = ["at_least", "at_most", "above", "below"] as const;

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
    const parsed = (fields.measure === "rank" ? wholeNumber : number).safeParse(words);
    if (fields.measure !== "band" && !parsed.success)
      return refuse(context, `ngưỡng “${words}” không phải số`, "viết số như 25 hoặc 86,5");
    if (fields.measure === "change" && fields.base_year === undefined)
      return refuse(context, "chỉ tiêu về mức thay đổi thiếu năm gốc", "thêm base_year: …");
    return {
      index: fields.index,
      measure: fields.measure,
      component: fields.component,
      bound,
      threshold: fields.measure === "band" ? words : (parsed.data ?? Number.NaN),
      year: fields.year,
      baseYear: fields.base_year,
    };
  });
