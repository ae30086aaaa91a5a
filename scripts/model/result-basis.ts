/** Where a figure comes from: printed as it stands, corrected against what was printed, or derived from others. */
export const RESULT_BASES = ["printed", "corrected", "derived"] as const;
export type ResultBasis = (typeof RESULT_BASES)[number];
