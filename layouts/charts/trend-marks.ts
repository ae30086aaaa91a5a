import { areaY, dot, lineY, type Markish, ruleX, text } from "@observablehq/plot";
import type { NamedSeries, TrendData } from "../../scripts/model/chart.ts";
import type { Judgement } from "../../scripts/model/judgement.ts";
import { type Cell, runsOf, type Spread } from "../../scripts/model/series.ts";
import type { ChartWords } from "../chart-strings.ts";
import { breakRules, colours, seriesStyle } from "./canvas.ts";
import { pointTitle } from "./point-title.ts";

/** Paper around a text that lies on lines. */
export const halo = { stroke: colours.paper, strokeWidth: 4, paintOrder: "stroke" } as const;

/** Which measure of a cell is drawn: its rank or its value. */
export function measureOf({ type }: TrendData): (cell: Cell) => number {
  return cell => (type === "rank" ? cell.rank : cell.value) ?? 0;
}

/** Lowest to highest of all peers, a band for each run of years. */
export function rangeMarks(spreads: readonly (readonly Spread[])[]): Markish[] {
  return [
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
  ];
}

/** The breaks of the series, each a rule with its years. */
export function breakMarks({ breaks, years }: TrendData, words: ChartWords): Markish[] {
  const rules = breakRules(breaks, years);
  return [
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
  ];
}

/** The mean of all peers, a line for each run of years. */
export function meanMarks(
  means: readonly (readonly { readonly year: number; readonly value?: number | undefined }[])[],
): Markish[] {
  return [
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
  ];
}

/** What a number above a mark needs of the way from year to year, in pixels. */
const ROOM = 40;

/**
 * One agency: a path for each run of years, a mark a year, and its numbers; where they would lie on each other, only the
 * highest and the lowest.
 * @param step pixels from year to year
 */
export function seriesMarks(
  data: TrendData,
  series: NamedSeries,
  i: number,
  { words, step }: { readonly words: ChartWords; readonly step: number },
): Markish[] {
  const measure = measureOf(data);
  const { colour, dash, symbol } = seriesStyle(i);
  const runs = runsOf(series.cells, data.breaks);
  const numbered = step < ROOM ? extremes(series.cells, measure) : series.cells.slice(0, -1);
  return [
    ...runs.map(run =>
      lineY(run, {
        x: "year",
        y: measure,
        stroke: colour,
        strokeWidth: 2.5,
        strokeDasharray: dash,
        ariaDescription: series.agency,
        className: "series",
      }),
    ),
    // A derived value (computed from published figures) is hollow.
    ...[false, true].map(derived =>
      dot(
        series.cells.filter(cell => (cell.basis === "derived") === derived),
        {
          x: "year",
          y: measure,
          r: 4,
          symbol,
          fill: derived ? colours.paper : colour,
          stroke: colour,
          strokeWidth: 1.75,
          ariaDescription: series.agency,
          className: "series",
          title: (cell: Cell) => pointTitle(words, series.name, cell, data.unit),
        },
      ),
    ),
    ...(data.series.length > 1 || series.cells.length > 9
      ? []
      : [
          ...[true, false].map(below =>
            text(
              numbered.filter(cell => isValley(cell, runs, data) === below),
              {
                x: "year",
                y: measure,
                text: (cell: Cell) =>
                  data.type === "rank"
                    ? words.ranked(cell.rank ?? 0, cell.rank_of)
                    : words.number(cell.value ?? 0),
                // Farther than the mark and the paper around the words reach.
                dy: below ? 13 : -13,
                fill: colours.ink,
                ...halo,
              },
            ),
          ),
        ]),
  ];
}

/** Whether the line goes up from a mark, and nowhere down: a number above it would lie on that line, and cut it. */
function isValley(cell: Cell, runs: readonly (readonly Cell[])[], data: TrendData): boolean {
  const measure = measureOf(data);
  const run = runs.find(cells => cells.includes(cell)) ?? [];
  const at = run.indexOf(cell);
  const beside = [run[at - 1], run[at + 1]].filter(next => next !== undefined);
  // The axis of ranks is upside down: the first stands on top.
  const height = (one: Cell) => (data.type === "rank" ? -measure(one) : measure(one));
  const steps = beside.map(next => height(next) - height(cell));
  return steps.every(step => step >= 0) && steps.some(step => step > 0);
}

/** The cells with the lowest and the highest measure; the last cell bears its number at the end of the line. */
function extremes(cells: readonly Cell[], measure: (cell: Cell) => number): Cell[] {
  const sorted = cells.toSorted((a, b) => measure(a) - measure(b));
  const ends = new Set([sorted[0], sorted.at(-1)]);
  return cells.slice(0, -1).filter(cell => ends.has(cell));
}

/** What plans promised, with the verdict. */
export function targetMarks({ targets, unit }: TrendData, words: ChartWords): Markish[] {
  return [
    ...targets.map(judgement =>
      dot([judgement], {
        x: judgement.target.year,
        y: Number(judgement.target.threshold),
        symbol: "plus",
        r: 7,
        stroke: colours.ink,
        strokeWidth: 2,
        className: "target",
        title: () => `${judgement.planTitle}: ${words.judged(judgement, unit)}`,
      }),
    ),
    text(targets, {
      x: ({ target }) => target.year,
      y: ({ target }) => Number(target.threshold),
      text: (judgement: Judgement) =>
        `${words.bound(judgement.target)}\n${words.verdicts[judgement.verdict]}`,
      dx: -15,
      textAnchor: "end",
      fontWeight: 600,
      lineHeight: 1.15,
      fill: colours.ink,
      ...halo,
    }),
  ];
}
