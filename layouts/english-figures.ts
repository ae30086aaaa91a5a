import type { ChartData } from "../scripts/model/chart.ts";
import { nameWithin } from "../scripts/model/chart-data.ts";
import type { Index, SeriesBreak } from "../scripts/model/indices.ts";
import { englishUnit } from "./chart-strings-en.ts";
import { insideSentence } from "./inside-sentence.ts";
import { englishDomains, englishIndex } from "./languages.ts";

/** What an English page shows of a chart's data, and the names in it that stay Vietnamese. */
interface EnglishData {
  readonly data: ChartData;
  readonly vietnamese: readonly string[];
}

/** The same results with the English names of index and domains and reasons of breaks that data/indices gives. */
export function inEnglish(data: ChartData, index: Index | undefined): EnglishData {
  const unit = englishUnit(data.unit);
  const { short, shortEnglish } = index ? englishIndex(index) : { short: data.indexName };
  const name = nameWithin(short, index && data.within);
  const agencies = [
    ...agencyNames(data),
    ...(shortEnglish === undefined ? [short] : []),
    ...(data.within === undefined ? [] : [data.within]),
  ];
  const base = { unit, indexName: name, measured: data.measured === data.indexName ? name : data.measured };
  switch (data.type) {
    case "trend":
    case "rank": {
      const { breaks, unsaid } = englishBreaks(data.breaks);
      return { data: { ...data, ...base, breaks }, vietnamese: [...agencies, ...unsaid] };
    }
    case "heatmap": {
      if (data.year === undefined) break;
      const domains = englishDomains(index, data.year);
      const columns = data.columns.map(column => ({
        ...column,
        name: domains.get(column.key) ?? column.name,
      }));
      const unnamed = data.columns.filter(({ key }) => !domains.has(key));
      return {
        data: { ...data, ...base, columns },
        vietnamese: [...agencies, ...unnamed.map(({ name }) => name)],
      };
    }
  }
  return { data: { ...data, ...base }, vietnamese: agencies };
}

/** Breaks with their reasons in English, and the reasons that data/indices gives in Vietnamese only. */
export function englishBreaks(breaks: readonly SeriesBreak[]): { breaks: SeriesBreak[]; unsaid: string[] } {
  return {
    breaks: breaks.map(of => ({
      ...of,
      why: of.english === undefined ? of.why : insideSentence(of.english),
    })),
    unsaid: breaks.flatMap(({ why, english }) => (english === undefined ? [why] : [])),
  };
}

/** Names of agencies, of domains and of regions that the words about a chart may hold. */
function agencyNames(data: ChartData): string[] {
  switch (data.type) {
    case "trend":
    case "rank":
      return data.series.map(({ name }) => name);
    case "ranking":
    case "distribution":
      return [...data.rows.map(({ name }) => name), ...data.notAssessed, ...data.without];
    case "domains":
      return [data.subject, ...data.rows.map(({ name }) => name)];
    case "heatmap":
      return data.rows.map(({ name }) => name);
    case "scatter":
      return [...data.points.map(({ name }) => name), ...data.without];
    case "regions":
      return data.regions.map(({ name }) => name);
  }
}
