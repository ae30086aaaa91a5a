import { axisX, cell, ruleX, text } from "@observablehq/plot";
import type { HeatmapData } from "../../scripts/model/chart.ts";
import type { Cell } from "../../scripts/model/series.ts";
import { type Canvas, colours, cut, draw, isNarrow, linesOf, nameRoom, wordsOn, wrap } from "./canvas.ts";
import { pointTitle } from "./point-title.ts";

const ROW = 18;
/** From line to line, in letters' heights: Vietnamese letters carry marks above and below. */
const LINE = 1.18;

interface Square {
  /** Name of the agency. */
  readonly name: string;
  /** Key of the column. */
  readonly column: string;
  readonly value: Cell;
  /** 0–1: the place between the lowest and the highest of its own column. */
  readonly level: number;
}

/**
 * Agencies against years or domains; the deeper the square, the higher the value within its own column, so that two
 * years on both sides of a break are never on one scale. A missing value is an empty square.
 */
export function drawHeatmap(data: HeatmapData, canvas: Canvas): SVGSVGElement {
  const words = wordsOn(canvas);
  const { number } = words;
  const narrow = isNarrow(canvas);
  const squares = data.columns.flatMap(({ key }, i) => {
    const column = data.rows.flatMap(row => {
      const found = row.cells[i];
      return found?.value === undefined ? [] : [{ name: row.name, value: found, score: found.value }];
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
  const marked = (row: { readonly name: string; readonly chosen: boolean }) =>
    row.chosen ? `► ${row.name}` : row.name;
  const { marginLeft, fit } = nameRoom(data.rows.map(marked), narrow ? [104, 150] : [140, 240], 6);
  const columnWidth = (canvas.width - marginLeft - 4) / data.columns.length;
  const heads = headsOf(data, columnWidth, narrow ? 26 : 44);
  const legend = wrap(words.heatmapLegend, narrow ? 44 : 200);
  const legendHeight = legend.includes("\n") ? 30 : 16;
  const margins = {
    marginTop: legendHeight + heads.height,
    marginRight: 4,
    marginBottom: 4,
    marginLeft,
  };
  const names = new Map(data.columns.map(({ key, name }) => [key, name]));
  return draw(canvas, margins.marginTop + margins.marginBottom + data.rows.length * ROW, {
    ...margins,
    x: { type: "band", domain: data.columns.map(({ key }) => key), label: null, padding: 0.04 },
    y: { type: "band", domain: data.rows.map(({ name }) => name), axis: null, padding: 0.08 },
    marks: [
      axisX({
        anchor: "top",
        label: null,
        tickSize: 0,
        tickFormat: (key: string) => heads.names.get(key) ?? key,
        tickRotate: heads.upright ? -90 : 0,
        fontSize: narrow ? 9.5 : 11,
        lineHeight: LINE,
      }),
      text([legend], {
        frameAnchor: "top-left",
        dx: -margins.marginLeft,
        dy: -margins.marginTop + 2,
        lineAnchor: "top",
        fill: colours.muted,
        fontSize: 11,
        lineHeight: LINE,
      }),
      cell(squares, {
        x: "column",
        y: "name",
        fill: colours.series[1],
        fillOpacity: ({ level }: Square) => 0.08 + 0.82 * level,
        className: "point",
        title: ({ name, value, column }: Square) =>
          pointTitle(
            words,
            data.year === undefined ? name : `${name}, ${names.get(column)},`,
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
                y: "name",
                text: ({ value }: Square) => number(value.value ?? 0, 1),
                fill: deep ? colours.paper : colours.ink,
                fontSize: 10,
                // The tip of a square is found below its number too.
                pointerEvents: "none",
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
            text: row => fit(marked(row)),
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

/** The least width in which the words of a domain can stand in lines. */
const WORDS = 52;
/** What a letter of a head takes of the width. */
const LETTER = 6;
const MOST_LINES = 4;

interface Heads {
  readonly names: ReadonlyMap<string, string>;
  /** Written upwards, where columns are too narrow for words. */
  readonly upright: boolean;
  readonly height: number;
}

/**
 * Heads of the columns: years, two digits of them on a phone; domains in lines, or upwards on a phone and where a word
 * is wider than its column.
 * @param most letters of a head that is written upwards
 */
function headsOf({ columns, year }: HeatmapData, width: number, most: number): Heads {
  const make = (head: (name: string) => string) => new Map(columns.map(({ key, name }) => [key, head(name)]));
  if (year === undefined)
    return {
      names: make(name => (width < 30 ? `’${name.slice(2)}` : name)),
      upright: false,
      height: 20,
    };
  const word = Math.max(...columns.flatMap(({ name }) => name.split(" ")).map(({ length }) => length));
  if (width < WORDS || word * LETTER > width) {
    const names = make(name => cut(name, most));
    const longest = Math.max(...[...names.values()].map(({ length }) => length));
    return { names, upright: true, height: longest * 5.2 + 10 };
  }
  const names = make(name => headLines(name, Math.floor(width / LETTER)).join("\n"));
  const lines = Math.max(...[...names.values()].map(name => name.split("\n").length));
  return { names, upright: false, height: lines * 13 + 10 };
}

/** A name in lines of some letters; what is more than the lines hold is left out. */
function headLines(name: string, length: number): string[] {
  const lines = linesOf(name, length);
  return lines.length <= MOST_LINES
    ? lines
    : [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1]}…`];
}
