import { dot, gridX, gridY, text } from "@observablehq/plot";
import type { ScatterData } from "../../scripts/model/chart.ts";
import { type Canvas, colours, draw, isNarrow, tickNumbers, withUnit, wordsOn } from "./canvas.ts";

type Point = ScatterData["points"][number];

/** What margins and insets take of the drawing, in pixels. */
const MARGINS = { across: 20 + 44 + 2 * 14, down: 34 + 48 + 2 * 14 } as const;

/** Two indices of one year against each other; each dot an agency, the chosen ones named. */
export function drawScatter(data: ScatterData, canvas: Canvas): SVGSVGElement {
  const { number } = wordsOn(canvas);
  const narrow = isNarrow(canvas);
  const named = data.points.length <= (narrow ? 14 : 26);
  const title = ({ name, x, y }: Point) =>
    `${name} ${data.year}: ${data.indexName} ${number(x.value ?? 0)}, ${data.againstName} ${number(y.value ?? 0)}`;
  const chosen = data.points.filter(point => point.chosen);
  const others = data.points.filter(point => !point.chosen);
  const height = narrow ? 320 : 420;
  const sideOf = namesBeside(data.points, [canvas.width - MARGINS.across, height - MARGINS.down]);
  const place = { x: ({ x }: Point) => x.value, y: ({ y }: Point) => y.value };
  const sides = (points: readonly Point[], options: object) =>
    [true, false].map(left =>
      text(
        points.filter(point => sideOf.get(point) === (left ? "left" : "right")),
        {
          ...place,
          text: "name",
          dx: left ? -8 : 8,
          textAnchor: left ? "end" : "start",
          stroke: colours.paper,
          strokeWidth: 4,
          ...options,
        },
      ),
    );
  return draw(canvas, height, {
    marginTop: 34,
    marginRight: 20,
    marginBottom: 48,
    marginLeft: 44,
    inset: 14,
    x: { label: null, ticks: narrow ? 4 : 7, tickFormat: tickNumbers(canvas), tickSize: 0 },
    y: { label: null, ticks: 6, tickFormat: tickNumbers(canvas), tickSize: 0 },
    marks: [
      gridX({ ticks: narrow ? 4 : 7, stroke: colours.line, strokeOpacity: 1 }),
      gridY({ ticks: 6, stroke: colours.line, strokeOpacity: 1 }),
      text([`${withUnit(`${data.againstName} ${data.year}`, data.againstUnit)} ↑`], {
        frameAnchor: "top-left",
        dx: -40,
        dy: -26,
        fill: colours.muted,
      }),
      text([`${withUnit(`${data.indexName} ${data.year}`, data.unit)} →`], {
        frameAnchor: "bottom-right",
        dy: 40,
        fill: colours.muted,
      }),
      ...(named ? sides(others, { fill: colours.muted, fontSize: 10.5 }) : []),
      dot(others, { ...place, r: 4.5, fill: colours.others, className: "point", title }),
      dot(chosen, { ...place, r: 7, symbol: "diamond", fill: colours.accent, className: "point", title }),
      ...sides(chosen, { fill: colours.accent, fontWeight: 700, dy: -CHOSEN_UP }),
    ],
  });
}

/** What a letter of a name takes of the width, and a name of the height, in pixels. */
const LETTER = 5.8;
const LINE = 12;
/** From the middle of a dot to the end of its name, or to where another dot no longer touches. */
const AWAY = 8;
/** The name of a chosen one stands above the middle of its mark. */
const CHOSEN_UP = 12;
/** How far a name may reach beyond the outermost dots. */
const EDGE = 20;

/**
 * On which side of its dot each name stands: inwards, or where that would lie on another dot or name, outwards. A name
 * that has room on neither side is left out, but for the chosen ones; tips and the table tell it.
 * @param size width and height of what the dots are spread over
 */
export function namesBeside(
  points: readonly Point[],
  [width, height]: readonly [width: number, height: number],
): Map<Point, "left" | "right"> {
  const across = pixels(
    points.map(({ x }) => x.value ?? 0),
    width,
  );
  const down = pixels(
    points.map(({ y }) => y.value ?? 0),
    height,
  );
  const dots = points.map((point, i) => ({ point, x: across[i] ?? 0, y: down[i] ?? 0 }));
  const names: { from: number; to: number; y: number }[] = [];
  const sides = new Map<Point, "left" | "right">();
  for (const { point, x, y } of dots.toSorted((a, b) => Number(b.point.chosen) - Number(a.point.chosen))) {
    const length = point.name.length * LETTER;
    const boxes = {
      left: { from: x - AWAY - length, to: x - AWAY, y: point.chosen ? y - CHOSEN_UP : y },
      right: { from: x + AWAY, to: x + AWAY + length, y: point.chosen ? y - CHOSEN_UP : y },
    };
    const isFree = ({ from, to, y }: { from: number; to: number; y: number }) =>
      from > -EDGE &&
      to < width + EDGE &&
      names.every(name => Math.abs(name.y - y) >= LINE || name.to <= from || to <= name.from) &&
      dots.every(
        dot => dot.point === point || Math.abs(dot.y - y) >= AWAY || dot.x < from - 4 || to + 4 < dot.x,
      );
    const inwards = x > width / 2 ? "left" : "right";
    const outwards = inwards === "left" ? "right" : "left";
    const side = ([inwards, outwards] as const).find(one => isFree(boxes[one]));
    if (side === undefined && !point.chosen) continue;
    sides.set(point, side ?? inwards);
    names.push(boxes[side ?? inwards]);
  }
  return sides;
}

/** Where values lie that are spread over so many pixels. */
function pixels(values: readonly number[], room: number): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.map(value => (high === low ? room / 2 : ((value - low) / (high - low)) * room));
}
