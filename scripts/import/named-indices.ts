import { fold } from "../model/vietnamese.ts";

/** The indices that a plan names; of a scan, letters of “chỉ số” may be lost. */
export function findIndices(texts: readonly string[], known: readonly string[]): string[] {
  const folded = fold(texts.join(" "));
  const words: Record<string, RegExp> = {
    "par-index": /par ?index|chi s.{1,2} cai cach hanh chinh/,
    sipas: /sipas|chi s.{1,2} hai long/,
    papi: /\bpapi\b/,
  };
  return known.filter(id => (words[id] ?? new RegExp(`\\b${id.replaceAll("-", "[ -]")}\\b`)).test(folded));
}
