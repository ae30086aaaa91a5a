import { gridY, text } from "@observablehq/plot";
import { scaleLinear } from "d3";
import type { TrendData } from "../../scripts/model/chart.ts";
import { type Cell, runsOf } from "../../scripts/model/series.ts";
import {
  type Canvas,
  colours,
  draw,
  isNarrow,
  seriesStyle,
  spread,
  tickNumbers,
  wordsOn,
  wrap,
  yearTicks,
} from "./canvas.ts";
import {
  breakMarks,
  halo,
  meanMarks,
  measureOf,
  rangeMarks,
  seriesMarks,
  targetMarks,
} from "./trend-marks.ts";

/** Room within the frame for the number above the highest mark and below the lowest, in pixels. */
const NUMBER = 16;

/**
 * Lines over the years: values against the range and mean of all peers, or ranks with 1 at the top. One path for each
 * run of years; a gap stays open and no path crosses a hard break, which stands as a rule with its years.
 */
export function drawTrend(data: TrendData, canvas: Canvas): SVGSVGElement {
  const words = wordsOn(canvas);
  const { number } = words;
  const isRank = data.type === "rank";
  const narrow = isNarrow(canvas);
  const height = narrow ? 312 : 372;
  // The unit stands above the labels of breaks, which may lie anywhere.
  const margins = { marginTop: 46, marginRight: narrow ? 100 : 150, marginBottom: 28, marginLeft: 40 };
  const [from, to] = data.years;
  const years = [from - 0.35, to + 0.35];
  const step = (canvas.width - margins.marginLeft - margins.marginRight) / (to - from + 0.7);
  const measure = measureOf(data);
  const y = scaleLinear(domainOf(data, measure), [
    margins.marginTop + NUMBER,
    height - margins.marginBottom - NUMBER,
  ]);
  const spreads = runsOf(data.spreads, data.breaks);
  const nationals = runsOf(data.national, data.breaks);
  const means =
    spreads.length > 0 ? spreads.map(run => run.map(s => ({ year: s.year, value: s.mean }))) : nationals;
  const ends = data.series.flatMap((series, i) => {
    const last = series.cells.at(-1);
    return last ? [{ ...last, name: series.name, i }] : [];
  });
  const meanEnd = means.at(-1)?.at(-1);
  const labels = [
    ...ends.map(end => ({
      x: end.year,
      at: y(measure(end)),
      i: end.i,
      name: end.name,
      number: isRank ? words.ranked(end.rank ?? 0, end.rank_of) : number(end.value ?? 0),
    })),
    ...(meanEnd?.value === undefined
      ? []
      : [
          {
            x: meanEnd.year,
            at: y(meanEnd.value),
            i: -1,
            name: spreads.length > 0 ? words.columns.mean : words.meanShort,
            number: number(meanEnd.value),
          },
        ]),
  ];
  const written = labels.map(({ name, number, ...label }) => {
    const words = narrow ? wrap(name, 14, number) : `${name} ${number}`;
    return { ...label, words, height: words.includes("\n") ? 29 : 16 };
  });
  const placed = spread(written, [margins.marginTop, height - margins.marginBottom]);

  const ticks = isRank ? rankTicks(y.domain()[1] ?? 63) : 5;
  return draw(canvas, height, {
    ...margins,
    x: {
      type: "linear",
      domain: years,
      label: null,
      ticks: yearTicks(data.years, canvas.width - 40 - margins.marginRight),
      tickFormat: String,
      tickSize: 4,
    },
    y: {
      type: "linear",
      domain: y.domain(),
      reverse: false,
      range: y.range(),
      label: null,
      tickFormat: tickNumbers(canvas),
      ticks,
      tickSize: 0,
    },
    marks: [
      gridY({
        stroke: colours.line,
        strokeOpacity: 1,
        ticks,
      }),
      ...rangeMarks(spreads),
      ...breakMarks(data, words),
      ...meanMarks(means),
      ...data.series.flatMap((series, i) => seriesMarks(data, series, i, { words, step })),
      ...targetMarks(data, words),
      ...written.map((label, k) =>
        text([label], {
          x: "x",
          text: "words",
          frameAnchor: "top",
          lineAnchor: "middle",
          textAnchor: "start",
          dx: 9,
          lineHeight: 1.1,
          dy: (placed[k] ?? label.at) - margins.marginTop,
          fill: label.i < 0 ? colours.muted : seriesStyle(label.i).colour,
          fontWeight: label.i < 0 ? 400 : 600,
          ...halo,
        }),
      ),
      text([isRank ? words.rankAxis : data.unit], {
        frameAnchor: "top-left",
        dx: -38,
        dy: -44,
        fill: colours.muted,
        fontSize: 11,
      }),
    ],
  });
}

function domainOf(
  { type, series, spreads, national, targets }: TrendData,
  measure: (cell: Cell) => number,
): [number, number] {
  if (type === "rank") {
    const base = Math.max(
      1,
      ...series.flatMap(({ cells }) => cells.map(cell => cell.rank_of ?? cell.rank ?? 1)),
    );
    return [1, base];
  }
  const values = [
    ...series.flatMap(({ cells }) => cells.map(measure)),
    ...spreads.flatMap(({ min, max }) => [min, max]),
    ...national.map(measure),
    ...targets.map(({ target }) => Number(target.threshold)),
  ];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  // A single value stands between whole numbers, not between hundredths.
  const pad = high === low ? 1 : (high - low) * 0.08;
  return [high + pad, low - pad];
}

function rankTicks(base: number): number[] {
  return [1, ...[10, 20, 30, 40, 50].filter(tick => tick < base - 4), base];
}
