import type { ChartData, DomainsData } from "../../scripts/model/chart.ts";
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
  if (data.type === "domains") {
    const derived = derivedDomains(data);
    if (derived.length > 0) notes.push(words.derivedOf(derived.join("; ")));
  }
  const known = knownOfLast(data);
  if (known?.base !== undefined && !isNearlyAll(known.count, known.base))
    notes.push(words.partialIn(known.year, known.count, known.base));
  return notes;
}

/** "Thể chế (2022, 2023)": the domains with a derived value. Their marks tell the sides apart, and cannot tell this. */
function derivedDomains({ rows, labels: [left, right] }: DomainsData): string[] {
  return rows.flatMap(({ name, a, b }) => {
    const sides = [a?.basis === "derived" && left, b?.basis === "derived" && right].filter(Boolean);
    return sides.length > 0 ? [`${name} (${sides.join(", ")})`] : [];
  });
}

/** How many units have a value in the last of the years, of which the sentence tells; undefined where it tells of one. */
function knownOfLast(data: ChartData): { year: string; count: number; base: number | undefined } | undefined {
  if (data.type === "regions") {
    const year = data.years[1];
    const series = data.regions.flatMap(region => region.series);
    const count = series.filter(({ cells }) => cells.some(cell => cell.year === year)).length;
    return { year: String(year), count, base: data.base };
  }
  if (data.type !== "heatmap" || data.year !== undefined) return undefined;
  const count = data.rows.filter(({ cells }) => cells.at(-1) !== undefined).length;
  return { year: data.columns.at(-1)?.name ?? "", count, base: data.base };
}
