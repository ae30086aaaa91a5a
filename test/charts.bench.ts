import { parseHTML } from "linkedom";
import { bench, describe } from "vitest";
import { drawChart, WIDE } from "../layouts/charts/chart.ts";
import { siteFigures } from "../layouts/figures.ts";
import { checkContent } from "../scripts/check.ts";

// `npx vitest bench --run`: one drawing of each kind of chart with the shipped data, in one document as in the build.
const { document } = parseHTML("<!doctype html><html><body></body></html>");
const { site } = await checkContent({ contentDir: "content", dataDir: "data", asOf: "2026-06-30" });
const kinds = new Map(siteFigures(site).all.map(figure => [figure.data.type, figure]));

describe("draw one chart", () => {
  for (const [kind, { data }] of kinds) bench(kind, () => void drawChart(data, { document, width: WIDE }));
});
