import type { Cell } from "../../scripts/model/series.ts";
import type { ChartWords } from "../chart-strings.ts";
import { formatAmount } from "../format.ts";

/** "Quảng Nam 2023: 84,6 điểm, hạng 56/63", the text of a tip. */
export function pointTitle(words: ChartWords, name: string, cell: Cell, unit: string): string {
  const parts = [
    ...(cell.value === undefined ? [] : [formatAmount(words.number(cell.value), unit)]),
    ...(cell.rank === undefined ? [] : [`${words.rank} ${words.ranked(cell.rank, cell.rank_of)}`]),
    ...(cell.basis === "derived" ? [words.basis.derived] : []),
  ];
  return `${name} ${cell.year}: ${parts.join(", ")}`;
}
