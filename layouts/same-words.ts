/** The same words in any language: what compiles for one compiles for the other, so that no word is missing. */
export type Same<Words> = Words extends string
  ? string
  : Words extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof Words]: Same<Words[Key]> };
