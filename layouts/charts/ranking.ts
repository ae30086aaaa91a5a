import { dot, ruleX, ruleY, text } from "@observablehq/plot";
import type { YearData } from "../../scripts/model/chart.ts";
import { type Canvas, colours, draw, isNarrow, nameRoom, valueAxis, withUnit, wordsOn } from "./canvas.ts";
import { pointTitle } from "./point-title.ts";

const ROW = 17;

/** All agencies of one year, best first: a dot on the axis of values, name at the left, value and rank at the right. */
export function drawRanking(data: YearData, canvas: Canvas): SVGSVGElement {
  const words = wordsOn(canvas);
  const { number } = words;
  const narrow = isNarrow(canvas);
  const rows = data.rows.filter(({ value }) => value !== undefined);
  const values = rows.map(({ value }) => value ?? 0);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = (high - low || 1) * 0.06;
  const shown = (cell: (typeof rows)[number]) =>
    `${number(cell.value ?? 0)}${cell.rank === undefined ? "" : ` · ${words.ranked(cell.rank, cell.rank_of)}`}`;
  const { marginLeft, fit } = nameRoom(
    rows.map(({ name }) => name),
    narrow ? [112, 150] : [140, 240],
    6.4,
  );
  const margins = {
    marginTop: 40,
    marginRight: Math.max(narrow ? 74 : 96, 6.2 * Math.max(...rows.map(cell => shown(cell).length)) + 8),
    marginBottom: 6,
    marginLeft,
  };
  const row = (cell: { agency: string }) => cell.agency;
  const colour = (chosen: boolean) => (chosen ? colours.accent : colours.muted);
  return draw(canvas, margins.marginTop + margins.marginBottom + rows.length * ROW, {
    ...margins,
    x: { domain: [low - pad, high + pad], label: null },
    y: { type: "band", domain: rows.map(row), axis: null, padding: 0 },
    marks: [
      ...valueAxis(canvas, narrow ? 3 : 6),
      text([withUnit(data.measured, data.unit)], {
        frameAnchor: "top-left",
        dx: -margins.marginLeft + 4,
        dy: -22,
        fill: colours.muted,
        fontSize: 11,
      }),
      ...(data.national === undefined
        ? []
        : [
            ruleX([data.national], { stroke: colours.muted, strokeDasharray: "3 3", className: "mean" }),
            text([data.national], {
              x: (value: number) => value,
              frameAnchor: "top",
              dy: -36,
              text: (value: number) => `${words.meanShort} ${number(value)}`,
              fill: colours.muted,
              fontSize: 11,
            }),
          ]),
      ...[false, true].flatMap(chosen => {
        const some = rows.filter(cell => cell.chosen === chosen);
        const weight = chosen ? 700 : 400;
        return [
          ruleY(some, { y: row, x1: low - pad, x2: "value", stroke: chosen ? colours.accent : colours.line }),
          text(some, {
            y: row,
            frameAnchor: "left",
            textAnchor: "end",
            dx: -6,
            text: cell => fit(cell.name),
            fontWeight: weight,
            fill: chosen ? colours.accent : colours.ink,
          }),
          text(some, {
            y: row,
            frameAnchor: "right",
            textAnchor: "start",
            dx: 6,
            text: shown,
            fontWeight: weight,
            fill: chosen ? colours.accent : colours.ink,
            fontVariant: "tabular-nums",
          }),
        ];
      }),
      ...[
        { chosen: false, derived: false },
        { chosen: false, derived: true },
        { chosen: true, derived: false },
        { chosen: true, derived: true },
      ].map(({ chosen, derived }) =>
        dot(
          rows.filter(cell => cell.chosen === chosen && (cell.basis === "derived") === derived),
          {
            x: "value",
            y: row,
            r: chosen ? 6 : 4,
            symbol: chosen ? "diamond" : "circle",
            stroke: colour(chosen),
            fill: derived ? colours.paper : colour(chosen),
            className: "point",
            title: cell => pointTitle(words, cell.name, cell, data.unit),
          },
        ),
      ),
    ],
  });
}
