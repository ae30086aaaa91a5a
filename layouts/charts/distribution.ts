import { dot, ruleX, text } from "@observablehq/plot";
import { bin, median } from "d3";
import type { NamedCell, YearData } from "../../scripts/model/chart.ts";
import { isNearlyAll } from "../../scripts/model/series.ts";
import { type Canvas, colours, draw, isNarrow, tickNumbers, withUnit, wordsOn } from "./canvas.ts";
import { pointTitle } from "./point-title.ts";

/** Every agency of one year as a dot, stacked where values are alike; one marked, the median of nearly all as a rule. */
export function drawDistribution(data: YearData, canvas: Canvas): SVGSVGElement {
  const words = wordsOn(canvas);
  const { number } = words;
  const rows = data.rows.filter(({ value }) => value !== undefined);
  const narrow = isNarrow(canvas);
  const size = narrow ? 9 : 12;
  const margins = { marginTop: 52, marginRight: 16, marginBottom: 40, marginLeft: 16 };
  const width = canvas.width - 32;
  const scoreOf = (cell: NamedCell) => cell.value ?? 0;
  const values = rows.map(scoreOf);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = ((high - low || 1) * (size + 1)) / (width - size);
  const bins = bin<NamedCell, number>()
    .value(scoreOf)
    .domain([low, high])
    .thresholds(Array.from({ length: Math.ceil((high - low) / step) }, (_, i) => low + i * step))(rows);
  const dots = bins.flatMap(group =>
    group
      .toSorted((a, b) => Number(b.chosen) - Number(a.chosen) || scoreOf(a) - scoreOf(b))
      .map((cell, level) => ({ ...cell, level, at: (group.x0 ?? low) + step / 2 })),
  );
  const tallest = Math.max(...dots.map(({ level }) => level)) + 1;
  const height = margins.marginTop + margins.marginBottom + tallest * (size + 1);
  const chosen = dots.filter(item => item.chosen);
  // The middle of those that happen to be known is not the middle of all.
  const middle = isNearlyAll(rows.length, data.base) ? [median(values)] : [];
  return draw(canvas, height, {
    ...margins,
    x: {
      domain: [low - step / 2, high + step],
      label: null,
      ticks: narrow ? 4 : 8,
      tickFormat: tickNumbers(canvas),
      tickSize: 4,
    },
    y: { domain: [-0.5, tallest - 0.5], axis: null },
    marks: [
      ruleX(middle, { stroke: colours.ink, strokeDasharray: "3 3", className: "mean" }),
      text(middle, {
        x: (value: number) => value,
        frameAnchor: "top",
        lineAnchor: "bottom",
        dy: -4,
        text: (value: number) => `${words.median} ${number(value)}`,
        fill: colours.ink,
      }),
      text([`${withUnit(data.measured, data.unit)} · ${words.eachDot}`], {
        frameAnchor: "bottom-right",
        dy: 34,
        fill: colours.muted,
        fontSize: 11,
      }),
      dot(
        dots.filter(item => !item.chosen),
        {
          x: "at",
          y: "level",
          r: size / 2,
          fill: colours.others,
          className: "point",
          title: cell => pointTitle(words, cell.name, cell, data.unit),
        },
      ),
      dot(chosen, {
        x: "at",
        y: "level",
        r: size / 2 + 1.5,
        symbol: "diamond",
        fill: colours.accent,
        className: "point",
        title: cell => pointTitle(words, cell.name, cell, data.unit),
      }),
      ruleX(chosen, { x: "at", y1: 0.6, y2: tallest - 0.5, stroke: colours.accent }),
      ...chosen.map((cell, i) =>
        text([cell], {
          x: "at",
          frameAnchor: "top",
          lineAnchor: "bottom",
          dy: -20 - 14 * i,
          text: item => `${item.name} ${number(item.value ?? 0)}`,
          textAnchor: cell.at > (low + high) / 2 ? "end" : "start",
          fill: colours.accent,
          fontWeight: 700,
        }),
      ),
    ],
  });
}
