import type { SearchTable } from "../../../scripts/model/search-table.ts";
import { findNearest, fold } from "../../../scripts/model/vietnamese.ts";

/**
 * What was probably meant by a query that finds nothing: a name of the site that is nearly the same, or the query with
 * each unknown word replaced by the nearest word of the site, without marks.
 */
export function suggestQuery(
  query: string,
  { abbreviations, agencies, records, vocabulary }: SearchTable,
): string | undefined {
  const names = [...abbreviations.flat(), ...Object.values(agencies), ...records.map(({ title }) => title)];
  const name = findNearest(query, names.filter(Boolean));
  if (name !== undefined) return name;
  const known = Object.keys(vocabulary);
  const words = fold(query).split(" ").filter(Boolean);
  const mended = words.map(word =>
    Object.hasOwn(vocabulary, word) || word.length < 4 ? word : (findNearest(word, known) ?? word),
  );
  return mended.some((word, i) => word !== words[i]) ? mended.join(" ") : undefined;
}
