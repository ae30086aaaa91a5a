import { axisX, axisY, dot, gridY, lineY, ruleX, text } from "@observablehq/plot";
import type { RegionsData } from "../../scripts/model/chart.ts";
import { runsOf } from "../../scripts/model/series.ts";
import type { ChartWords } from "../chart-strings.ts";
import {
  breakRules,
  type Canvas,
  colours,
  draw,
  isNarrow,
  tickNumbers,
  wordsOn,
  wrap,
  yearTicks,
} from "./canvas.ts";
import { halo } from "./trend-marks.ts";

/** Height of a line of the key above the panels. */
const KEY_LINE = 14;

/** Small multiples: one panel a region, a grey line for each of its provinces, their mean dashed in ink, the chosen one in the accent. */
export function drawRegions(data: RegionsData, canvas: Canvas): SVGSVGElement {
  const words = wordsOn(canvas);
  const narrow = isNarrow(canvas);
  const across = narrow ? 2 : 3;
  const panel = (i: number) => ({ fx: i % across, fy: Math.floor(i / across) });
  const [from, to] = data.years;
  const runs = data.regions.flatMap(({ series }, i) =>
    series.flatMap(item =>
      runsOf(item.cells, data.breaks).map(run => ({
        item,
        run: run.map(cell => ({ ...cell, ...panel(i) })),
      })),
    ),
  );
  const breaks = breakRules(data.breaks, data.years);
  const panels = data.regions.map(({ name }, i) => ({ name, ...panel(i) }));
  const rules = breaks.flatMap(rule => panels.map(at => ({ ...rule, ...at })));
  const means = data.regions.flatMap(({ spreads }, i) =>
    runsOf(spreads, data.breaks).flatMap((run, k) =>
      run.map(spread => ({ ...spread, ...panel(i), run: `${i} ${k}`, isAlone: run.length === 1 })),
    ),
  );
  const perYear = ((canvas.width - 42) / across) * (0.9 / (to - from + 0.8));
  const labels = data.regions.flatMap((region, i) =>
    endsOf(region, words, perYear).map(end => ({ ...end, ...panel(i) })),
  );
  // What the marks mean stands once above all panels, a line for each on a phone.
  const key = [
    ...(data.unit === "" ? [] : [data.unit]),
    ...(means.length > 0 ? [words.regionKey] : []),
    ...(breaks.length > 0 ? [words.breakKey(breaks.map(({ label }) => label).join(", "))] : []),
  ];
  const keyHeight = (narrow ? key.length : 1) * KEY_LINE;
  const marginTop = 40 + keyHeight;
  const facet = { fx: "fx", fy: "fy" } as const;
  // One mark for all lines of a kind, one path a run: a mark for each line costs a pass over every panel.
  const lines = (chosen: boolean) => {
    const stroke = chosen ? colours.accent : colours.others;
    const opacity = chosen ? 1 : 0.7;
    const cells = runs.flatMap(({ item, run }, i) =>
      item.chosen === chosen
        ? run.map(cell => ({ ...cell, name: item.name, run: i, isAlone: run.length === 1 }))
        : [],
    );
    const place = { ...facet, x: "year", y: "value", title: "name" } as const;
    return [
      lineY(
        cells.filter(({ isAlone }) => !isAlone),
        {
          ...place,
          z: "run",
          stroke,
          strokeWidth: chosen ? 2.75 : 1,
          strokeOpacity: opacity,
          className: "series",
        },
      ),
      dot(
        cells.filter(({ isAlone }) => isAlone),
        { ...place, r: chosen ? 3 : 1.75, fill: stroke, fillOpacity: opacity, className: "point" },
      ),
    ];
  };
  return draw(canvas, Math.ceil(data.regions.length / across) * (narrow ? 160 : 180) + marginTop - 6, {
    marginTop,
    marginRight: 10,
    marginBottom: 24,
    marginLeft: 32,
    fx: { axis: null, padding: 0.1, domain: Array.from({ length: across }, (_, i) => i) },
    fy: { axis: null, padding: 0.26 },
    x: { type: "linear", domain: [from - 0.4, to + 0.4] },
    // Room for a number above a line that ends at the top.
    y: { nice: true, insetTop: 12 },
    marks: [
      gridY({ ticks: 4, stroke: colours.line, strokeOpacity: 1 }),
      axisY({ ticks: 4, label: null, tickFormat: tickNumbers(canvas), tickSize: 0, fontSize: 10.5 }),
      axisX({
        ticks: yearTicks(data.years, canvas.width / across - (narrow ? 60 : 20)),
        label: null,
        tickFormat: String,
        tickSize: 0,
        fontSize: 10.5,
      }),
      text([key.join(narrow ? "\n" : " · ")], {
        fx: 0,
        fy: 0,
        frameAnchor: "top-left",
        lineAnchor: "top",
        dx: -28,
        dy: -36 - keyHeight,
        fill: colours.muted,
        fontSize: 11,
        lineHeight: 1.25,
      }),
      text(panels, {
        ...facet,
        frameAnchor: "top-left",
        lineAnchor: "bottom",
        dy: -4,
        text: ({ name }) => wrap(name, narrow ? 20 : 28),
        fontWeight: 600,
        lineHeight: 1.15,
        fill: colours.ink,
      }),
      ruleX(rules, {
        ...facet,
        x: "x",
        stroke: colours.ink,
        strokeDasharray: "2 2",
        className: "break",
        title: ({ label, why }) => `${label}: ${why}`,
      }),
      ...lines(false),
      lineY(means, {
        ...facet,
        x: "year",
        y: "mean",
        z: "run",
        stroke: colours.ink,
        strokeWidth: 2.25,
        // On black and white paper, and to who does not see red, the chosen one is as dark.
        strokeDasharray: "5 2",
        strokeLinecap: "butt",
        className: "mean",
      }),
      dot(
        means.filter(({ isAlone }) => isAlone),
        { ...facet, x: "year", y: "mean", r: 2.5, fill: colours.ink },
      ),
      ...lines(true),
      ...[true, false].map(isAbove =>
        text(
          labels.filter(label => label.isAbove === isAbove),
          {
            ...facet,
            x: "year",
            y: "value",
            text: "words",
            textAnchor: "end",
            dy: isAbove ? -10 : 12,
            fill: ({ isMean }: { isMean: boolean }) => (isMean ? colours.ink : colours.accent),
            fontWeight: 700,
            ...halo,
          },
        ),
      ),
    ],
  });
}

/** What a letter of a label takes of the width, in pixels. */
const LETTER = 7;

/**
 * What stands at the end of the lines of a region: the chosen ones by name, the mean by its number alone. Each keeps off
 * these lines along all of its words, which reach back over years; the grey ones may lie below it.
 * @param perYear pixels from year to year
 */
function endsOf(
  { spreads, series }: RegionsData["regions"][number],
  { number }: ChartWords,
  perYear: number,
) {
  const mean = spreads.at(-1);
  const chosen = series.filter(item => item.chosen);
  const ends = chosen.flatMap(({ name, cells }) => {
    const last = cells.at(-1);
    if (!last) return [];
    const value = last.value ?? 0;
    return [{ year: last.year, value, words: `${name} ${number(value)}`, isMean: false }];
  });
  if (mean) ends.push({ year: mean.year, value: mean.mean, words: number(mean.mean, 1), isMean: true });
  const drawn = [
    ...chosen.flatMap(({ cells }) => cells.map(({ year, value = 0 }) => ({ year, value }))),
    ...spreads.map(({ year, mean: value }) => ({ year, value })),
  ];
  // The upper of two labels stands above its line, the lower one below.
  const highest = Math.max(...ends.map(({ value }) => value));
  return ends.map(end => {
    const isAbove = end.value === highest;
    const from = end.year - (end.words.length * LETTER) / perYear;
    const beside = drawn.filter(({ year }) => year >= from && year <= end.year).map(({ value }) => value);
    return { ...end, isAbove, value: isAbove ? Math.max(...beside) : Math.min(...beside) };
  });
}
