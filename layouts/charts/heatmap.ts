import { axisX, cell, ruleX, text } from "@observablehq/plot";
import type { HeatmapData } from "../../scripts/model/chart.ts";
import type { Cell } from "../../scripts/model/series.ts";
import { type Canvas, colours, draw, wordsOn } from "./canvas.ts";
import { pointTitle } from "./point-title.ts";

const ROW = 18;

interface Square {
  readonly row: string;
  readonly column: string;
  readonly value: Cell;
  /** 0–1: the place between the lowest and the highest of its own column. */
  readonly level: number;
  readonly name: string;
}

/**
 * Agencies against years or domains; the deeper the square, the higher the value within its own column, so that two
 * years on both sides of a break are never on one scale. A missing value is an empty square.
 */
export function drawHeatmap(data: HeatmapData, canvas: Canvas): SVGSVGElement {
  const words = wordsOn(canvas);
  const { number } = words;
  const narrow = canvas.width < 480;
  const squares = data.columns.flatMap(({ key }, i) => {
    const column = data.rows.flatMap(row => {
      const found = row.cells[i];
      return found?.value === undefined
        ? []
        : [{ row: row.name, name: row.name, value: found, score: found.value }];
    });
    const scores = column.map(({ score }) => score);
    const [low, high] = [Math.min(...scores), Math.max(...scores)];
    return column.map(
      ({ score, ...rest }): Square => ({
        ...rest,
        column: key,
        level: high === low ? 0.5 : (score - low) / (high - low),
      }),
    );
  });
  const margins = { marginTop: 46, marginRight: 4, marginBottom: 4, marginLeft: narrow ? 104 : 140 };
  const columnWidth = (canvas.width - margins.marginLeft - 4) / data.columns.length;
  const names = new Map(data.columns.map(({ key, name }) => [key, name]));
  const label = (key: string) => shorten(names.get(key) ?? key, columnWidth);
  return draw(canvas, margins.marginTop + margins.marginBottom + data.rows.length * ROW, {
    ...margins,
    x: { type: "band", domain: data.columns.map(({ key }) => key), label: null, padding: 0.04 },
    y: { type: "band", domain: data.rows.map(({ name }) => name), axis: null, padding: 0.08 },
    marks: [
      axisX({
        anchor: "top",
        label: null,
        tickSize: 0,
        tickFormat: label,
        lineWidth: 8,
        fontSize: narrow ? 9.5 : 11,
      }),
      text([words.heatmapLegend], {
        frameAnchor: "top-left",
        dx: -margins.marginLeft,
        dy: -40,
        fill: colours.muted,
        fontSize: 11,
      }),
      cell(squares, {
        x: "column",
        y: "row",
        fill: "var(--series-1, #0b5c8a)",
        fillOpacity: ({ level }: Square) => 0.08 + 0.82 * level,
        className: "point",
        title: ({ name, value, column }: Square) =>
          pointTitle(
            words,
            names.get(column) === String(value.year) ? name : `${name}, ${names.get(column)},`,
            value,
            data.unit,
          ),
      }),
      ...(columnWidth > 30
        ? [false, true].map(deep =>
            text(
              squares.filter(({ level }) => level > 0.85 === deep),
              {
                x: "column",
                y: "row",
                text: ({ value }: Square) => number(value.value ?? 0, 1),
                fill: deep ? colours.paper : colours.ink,
                fontSize: 10,
              },
            ),
          )
        : []),
      ...[false, true].map(chosen =>
        text(
          data.rows.filter(row => row.chosen === chosen),
          {
            y: "name",
            frameAnchor: "left",
            textAnchor: "end",
            dx: -6,
            text: row => (chosen ? `► ${row.name}` : row.name),
            fontWeight: chosen ? 700 : 400,
            fill: chosen ? colours.accent : colours.ink,
            fontSize: 11,
          },
        ),
      ),
      ruleX(
        data.columns.filter(({ breakBefore }) => breakBefore),
        {
          x: "key",
          dx: -columnWidth / 2,
          stroke: colours.ink,
          strokeDasharray: "2 2",
          strokeWidth: 2,
          className: "break",
          title: () => words.break,
        },
      ),
    ],
    opacity: { type: "identity" },
  });
}

/** A column's name in as many letters as fit: initials of a long domain, two digits of a year on a phone. */
function shorten(name: string, width: number): string {
  if (/^\d{4}$/.test(name)) return width < 30 ? `’${name.slice(2)}` : name;
  if (name.length * 6 <= width * 3) return name;
  return `${name.slice(0, Math.max(4, Math.floor(width / 3.2)))}…`;
}
