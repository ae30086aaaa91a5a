import type { SeriesBreak } from "../../scripts/model/indices.ts";
import { hardBreaks, softBreaks } from "../../scripts/model/series.ts";
import type { ChartWords } from "../chart-strings.ts";

/** What may not be compared between two years, then what only with care: a sentence each, and none where nothing changed. */
export function cautionsOf(
  breaks: readonly SeriesBreak[],
  [from, to]: readonly [number, number],
  { sentence }: ChartWords,
): string[] {
  // A break whose years are further apart lies anywhere between them.
  const between = breaks.filter(({ between: [before, after] }) => from < after && before < to);
  const list = (of: readonly SeriesBreak[]) =>
    of.map(({ between: [a, b], why }) => sentence.breakWhy(`${a} | ${b}`, why)).join("; ");
  const hard = list(hardBreaks(between));
  const soft = list(softBreaks(between));
  return [hard && sentence.crossing(hard), soft && sentence.noted(soft)].filter(Boolean);
}
