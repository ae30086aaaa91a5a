import { areaY, dot, gridY, lineY, ruleX, text } from "@observablehq/plot";
import { scaleLinear } from "d3";
import type { TrendData } from "../../scripts/model/chart.ts";
import type { Judgement } from "../../scripts/model/judgement.ts";
import { type Cell, runsOf } from "../../scripts/model/series.ts";
import type { ChartWords } from "../chart-strings.ts";
import { formatAmount, formatRank } from "../format.ts";
import {
  breakRules,
  type Canvas,
  colours,
  draw,
  seriesStyle,
  spread,
  tickNumbers,
  wordsOn,
  wrap,
  yearTicks,
} from "./canvas.ts";

/**
 * Lines over the years: values against the range and mean of all peers, or ranks with 1 at the top. One path for each
 * run of years; a gap stays open and no path crosses a hard break, which stands as a rule with its years.
 */
export function drawTrend(data: TrendData, canvas: Canvas): SVGSVGElement {
  const words = wordsOn(canvas);
  const { number } = words;
  const isRank = data.type === "rank";
  const narrow = canvas.width < 480;
  const height = narrow ? 300 : 360;
  const margins = { marginTop: 34, marginRight: narrow ? 100 : 150, marginBottom: 28, marginLeft: 40 };
  const [from, to] = data.years;
  const years = [from - 0.35, to + 0.35];
  const measure = (cell: Cell): number => (isRank ? cell.rank : cell.value) ?? 0;
  const y = scaleLinear(domainOf(data, measure), [margins.marginTop, height - margins.marginBottom]);
  const many = data.series.length > 1;
  const spreads = runsOf(data.spreads, data.breaks);
  const nationals = runsOf(data.national, data.breaks);
  const rules = breakRules(data.breaks, data.years);
  const means =
    spreads.length > 0 ? spreads.map(run => run.map(s => ({ year: s.year, value: s.mean }))) : nationals;
  const ends = data.series.flatMap((series, i) => {
    const last = series.cells.at(-1);
    return last ? [{ ...last, name: series.name, i }] : [];
  });
  const meanEnd = means.at(-1)?.at(-1);
  const labels = [
    ...ends.map(end => ({ x: end.year, at: y(measure(end)), i: end.i, words: endLabel(end, isRank, words) })),
    ...(meanEnd?.value === undefined
      ? []
      : [
          {
            x: meanEnd.year,
            at: y(meanEnd.value),
            i: -1,
            words: `${spreads.length > 0 ? words.columns.mean : words.meanShort} ${number(meanEnd.value)}`,
          },
        ]),
  ];
  const placed = spread(
    labels.map(({ at }) => at),
    narrow ? 26 : 15,
    [margins.marginTop, height - margins.marginBottom],
  );
  const halo = { stroke: colours.paper, strokeWidth: 4, paintOrder: "stroke" } as const;

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
      ...(isRank ? { ticks: rankTicks(y.domain()[1] ?? 63) } : { ticks: 5 }),
      tickSize: 0,
    },
    marks: [
      gridY({
        stroke: colours.line,
        strokeOpacity: 1,
        ...(isRank ? { ticks: rankTicks(y.domain()[1] ?? 63) } : { ticks: 5 }),
      }),
      ...spreads.map(run =>
        areaY(run, {
          x: "year",
          y1: "min",
          y2: "max",
          fill: colours.others,
          fillOpacity: 0.18,
          className: "band",
        }),
      ),
      // A single year of its stretch has no area: it stands as a bar.
      ...spreads
        .filter(run => run.length === 1)
        .map(run =>
          ruleX(run, {
            x: "year",
            y1: "min",
            y2: "max",
            stroke: colours.others,
            strokeOpacity: 0.3,
            strokeWidth: 8,
          }),
        ),
      ruleX(rules, {
        x: "x",
        stroke: colours.ink,
        strokeDasharray: "2 2",
        className: "break",
        title: ({ label, why }) => `${words.break} ${label}: ${why}`,
      }),
      text(rules, {
        x: "x",
        frameAnchor: "top",
        text: ({ label }) => `${words.break}\n${label}`,
        dy: -30,
        lineAnchor: "top",
        fill: colours.ink,
        fontSize: 11,
        lineHeight: 1.15,
      }),
      ...means.map(run =>
        lineY(run, {
          x: "year",
          y: "value",
          stroke: colours.muted,
          strokeDasharray: "3 3",
          strokeWidth: 1.5,
          className: "mean",
        }),
      ),
      // A mean without neighbours makes no line: it stands as a small mark.
      dot(means.filter(run => run.length === 1).flat(), {
        x: "year",
        y: "value",
        r: 2.5,
        stroke: colours.muted,
        fill: colours.paper,
        className: "mean",
      }),
      ...data.series.flatMap((series, i) => [
        ...runsOf(series.cells, data.breaks).map(run =>
          lineY(run, {
            x: "year",
            y: measure,
            stroke: seriesStyle(i).colour,
            strokeWidth: 2.5,
            strokeDasharray: seriesStyle(i).dash,
            ariaDescription: series.agency,
            className: "series",
          }),
        ),
        // A derived value (a published one plus or minus a published change) is hollow.
        ...[false, true].map(derived =>
          dot(
            series.cells.filter(cell => (cell.basis === "derived") === derived),
            {
              x: "year",
              y: measure,
              r: 4,
              symbol: seriesStyle(i).symbol,
              fill: derived ? colours.paper : seriesStyle(i).colour,
              stroke: seriesStyle(i).colour,
              strokeWidth: 1.75,
              ariaDescription: series.agency,
              className: "series",
              title: (cell: Cell) => pointTitle(words, series.name, cell, data.unit),
            },
          ),
        ),
        ...(many || series.cells.length > 9
          ? []
          : [
              text(series.cells.slice(0, -1), {
                x: "year",
                y: measure,
                text: (cell: Cell) =>
                  isRank ? formatRank(cell.rank ?? 0, cell.rank_of) : number(cell.value ?? 0),
                dy: -11,
                fill: colours.ink,
                ...halo,
              }),
            ]),
      ]),
      ...data.targets.map(judgement =>
        dot([judgement], {
          x: judgement.target.year,
          y: Number(judgement.target.threshold),
          symbol: "plus",
          r: 7,
          stroke: colours.ink,
          strokeWidth: 2,
          className: "target",
          title: () => words.judgement(judgement),
        }),
      ),
      text(data.targets, {
        x: ({ target }) => target.year,
        y: ({ target }) => Number(target.threshold),
        text: (judgement: Judgement) =>
          `${words.bound(judgement.target)}\n${words.verdicts[judgement.verdict]}`,
        dx: -10,
        textAnchor: "end",
        fontWeight: 600,
        fill: colours.ink,
        ...halo,
      }),
      ...labels.map((label, k) =>
        text([label], {
          x: "x",
          text: () => (narrow ? wrap(label.words, 14) : label.words),
          frameAnchor: "top",
          lineAnchor: "middle",
          textAnchor: "start",
          dx: 9,
          dy: (placed[k] ?? label.at) - margins.marginTop,
          fill: label.i < 0 ? colours.muted : seriesStyle(label.i).colour,
          fontWeight: label.i < 0 ? 400 : 600,
          ...halo,
        }),
      ),
      text([isRank ? words.rankAxis : data.unit], {
        frameAnchor: "top-left",
        dx: -38,
        dy: -24,
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
  const pad = (high - low || 1) * 0.08;
  return [high + pad, low - pad];
}

function rankTicks(base: number): number[] {
  return [1, ...[10, 20, 30, 40, 50].filter(tick => tick < base - 4), base];
}

function endLabel(cell: Cell & { name: string }, isRank: boolean, { number }: ChartWords): string {
  return `${cell.name} ${isRank ? formatRank(cell.rank ?? 0, cell.rank_of) : number(cell.value ?? 0)}`;
}

/** "Quảng Nam 2023: 84,6 điểm, hạng 56/63", the text of a tip. */
export function pointTitle(words: ChartWords, name: string, cell: Cell, unit: string): string {
  const parts = [
    ...(cell.value === undefined ? [] : [formatAmount(words.number(cell.value), unit)]),
    ...(cell.rank === undefined ? [] : [`${words.rank} ${formatRank(cell.rank, cell.rank_of)}`]),
    ...(cell.basis === "derived" ? [words.basis.derived] : []),
  ];
  return `${name} ${cell.year}: ${parts.join(", ")}`;
}
