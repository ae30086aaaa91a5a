import type { ChartData } from "../../scripts/model/chart.ts";
import { type ChartWords, chartStrings } from "../chart-strings.ts";
import type { Canvas } from "./canvas.ts";
import { drawDistribution } from "./distribution.ts";
import { drawDomains } from "./domains.ts";
import { drawHeatmap } from "./heatmap.ts";
import { drawRanking } from "./ranking.ts";
import { drawRegions } from "./regions.ts";
import { drawScatter } from "./scatter.ts";
import { drawTrend } from "./trend.ts";

/** Width of the drawing for a page, in CSS pixels. */
export const WIDE = 680;
/** Width of the drawing for a phone. */
export const NARROW = 340;

/** Draws a chart of any type; pure, the same in the server's document and in the browser's. */
export function drawChart(data: ChartData, canvas: Canvas): SVGSVGElement {
  switch (data.type) {
    case "trend":
    case "rank":
      return drawTrend(data, canvas);
    case "ranking":
      return drawRanking(data, canvas);
    case "distribution":
      return drawDistribution(data, canvas);
    case "domains":
      return drawDomains(data, canvas);
    case "heatmap":
      return drawHeatmap(data, canvas);
    case "scatter":
      return drawScatter(data, canvas);
    case "regions":
      return drawRegions(data, canvas);
  }
}

/** The title of a chart that was given none. */
export function chartTitle(data: ChartData, words: ChartWords = chartStrings): string {
  const { titles } = words;
  switch (data.type) {
    case "trend":
    case "rank":
      return titles[data.type](
        data.measured,
        // An index may measure the departments of one province: only a published mean is the whole country's.
        data.series.map(({ name }) => name).join(", ") ||
          (data.national.length > 0 ? words.nationwide : words.everyUnit),
      );
    case "ranking":
    case "distribution":
      return titles[data.type](data.measured, data.year);
    case "domains": {
      const [before, last] = data.labels;
      return titles.domains(data.indexName, data.subject, before === last ? last : words.and(before, last));
    }
    case "heatmap":
      return titles.heatmap(data.measured, data.year);
    case "scatter":
      return titles.scatter(data.indexName, data.againstName, data.year);
    case "regions":
      return titles.regions(data.measured);
  }
}
