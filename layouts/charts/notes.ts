import type { ChartData } from "../../scripts/model/chart.ts";
import { isNearlyAll } from "../../scripts/model/series.ts";
import type { ChartWords } from "../chart-strings.ts";

/** What a reader must know to read the marks rightly. */
export function notesOf(data: ChartData, { figure: words }: ChartWords): string[] {
  const notes: string[] = [];
  if (data.type === "trend" || data.type === "rank") {
    if (data.spreads.length > 0) notes.push(words.band);
    else if (data.national.length > 0) notes.push(words.national);
    if (data.series.some(({ cells }) => cells.some(({ basis }) => basis === "derived")))
      notes.push(words.derived);
  }
  if (data.type === "ranking" || data.type === "distribution") {
    const known = data.rows.filter(({ value }) => value !== undefined).length;
    if (data.base !== undefined && !isNearlyAll(known, data.base))
      notes.push(words.partial(known, data.base));
    if (data.type === "ranking" && data.rows.some(({ basis }) => basis === "derived"))
      notes.push(words.derived);
  }
  return notes;
}
