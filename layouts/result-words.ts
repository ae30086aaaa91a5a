import { cellsOf, type IndexTable, indexTables, unitOf } from "../scripts/model/index-table.ts";
import type { Cell } from "../scripts/model/series.ts";
import type { Site } from "../scripts/model/site.ts";
import { chartStrings, indexStrings } from "./chart-strings.ts";
import { formatAmount, formatNumber, formatRank } from "./format.ts";

/** The last result of an agency by each index that has one. */
export function latestResults(
  site: Site,
  agency: string,
): { readonly table: IndexTable; readonly last: Cell }[] {
  return [...indexTables(site).values()].flatMap(table => {
    const last = cellsOf(table, agency).at(-1);
    return last ? [{ table, last }] : [];
  });
}

/** What was published of a result: "80,91 điểm, hạng 57/63", or at least its group. */
export function resultWords(table: IndexTable, cell: Cell): string {
  const { value, rank, rank_of, group } = cell;
  const words = [
    value === undefined ? [] : formatAmount(formatNumber(value), unitOf(table, [cell])),
    rank === undefined ? [] : `${chartStrings.rank} ${formatRank(rank, rank_of)}`,
  ].flat();
  return words.length === 0 && group !== undefined ? indexStrings.inGroup(group) : words.join(", ");
}
