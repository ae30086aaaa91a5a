import type { SearchTable } from "../../../scripts/model/search-table.ts";
import { findNearest, fold } from "../../../scripts/model/vietnamese.ts";

/**
 * What was probably meant by a query that finds nothing: a name of the sites that is nearly the same, or the query with
 * each unknown word replaced by the nearest word of the sites, without marks.
 */
export function suggestQuery(query: string, tables: readonly SearchTable[]): string | undefined {
  const names = tables.flatMap(({ abbreviations, agencies, records }) => [
    ...abbreviations.flat(),
    ...Object.values(agencies),
    ...records.map(({ title }) => title),
  ]);
  const name = findNearest(query, names.filter(Boolean));
  if (name !== undefined) return name;
  const known = [...new Set(tables.flatMap(({ vocabulary }) => Object.keys(vocabulary)))];
  const words = fold(query).split(" ").filter(Boolean);
  const mended = words.map(word =>
    word.length < 4 || known.includes(word) ? word : (findNearest(word, known) ?? word),
  );
  return mended.some((word, i) => word !== words[i]) ? mended.join(" ") : undefined;
}
