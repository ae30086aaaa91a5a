import { type ChartBlock, parseChartBlocks } from "./chart-block.ts";
import { parseContent, type SiteContent } from "./content-sources.ts";
import type { DataHistory } from "./data-change.ts";
import { parseData, type SiteData } from "./data-sources.ts";
import type { IsoDate } from "./fields.ts";
import type { History } from "./history.ts";
import { push } from "./maps.ts";
import type { Prose } from "./markdown.ts";
import { proseOf } from "./plan-parts.ts";
import { compareProblems, type Problem, type Report } from "./problem.ts";
import type { Site } from "./site.ts";
import { joinSite } from "./site-join.ts";
import { collectSiteProblems } from "./site-problems.ts";
import type { SourceFile } from "./source-file.ts";

/**
 * Makes the site from source files (names are paths inside content/ and data/), and reports everything that is wrong
 * with them at once. The site is complete only when there are no problems. What a file says is worked out once
 * (memo.ts); what it means beside the others, for every site.
 */
export function parseSite(
  sources: {
    content: Iterable<SourceFile>;
    data: Iterable<SourceFile>;
    /** Of files that could not be loaded. */
    problems?: readonly Problem[];
    history?: History | undefined;
    dataHistory?: DataHistory | undefined;
  },
  asOf: IsoDate,
): { site: Site; problems: Problem[] } {
  const told = collectSiteProblems(sources.problems ?? []);
  const data = parseData(sources.data, told);
  const { broken, ...content } = parseContent(sources.content, data, asOf, told);
  const charts = readCharts(content, data, told.report);
  const { knownIndices: _, ...given } = data;
  const { history, dataHistory } = sources;
  const site = joinSite({ asOf, ...given, ...content, charts, history, dataHistory }, broken, told.report);
  return { site, problems: told.problems.sort(compareProblems) };
}

/** The chart blocks of all prose, by path of the file. */
function readCharts(
  { pages, dashboards, planBySlug }: Omit<SiteContent, "broken">,
  { agencies, indices, results }: SiteData,
  report: Report,
): ReadonlyMap<string, readonly ChartBlock[]> {
  const resultYears = new Set(results.map(({ index, year }) => `${index}|${year}`));
  const charts = new Map<string, ChartBlock[]>();
  const read = (path: string, prose: Prose) => {
    for (const block of parseChartBlocks(prose, path, { agencies, indices, resultYears }, report))
      push(charts, path, block);
  };
  for (const { path, parts } of planBySlug.values()) for (const part of parts) read(path, proseOf(part));
  for (const { path, prose } of [...pages, ...dashboards]) read(path, prose);
  return charts;
}
