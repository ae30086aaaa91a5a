import { dot, gridX, gridY, text } from "@observablehq/plot";
import type { ScatterData } from "../../scripts/model/chart.ts";
import { type Canvas, colours, draw, isNarrow, tickNumbers, withUnit, wordsOn } from "./canvas.ts";

type Point = ScatterData["points"][number];

/** Two indices of one year against each other; each dot an agency, the chosen ones named. */
export function drawScatter(data: ScatterData, canvas: Canvas): SVGSVGElement {
  const { number } = wordsOn(canvas);
  const narrow = isNarrow(canvas);
  const named = data.points.length <= (narrow ? 14 : 26);
  const title = ({ name, x, y }: Point) =>
    `${name} ${data.year}: ${data.indexName} ${number(x.value ?? 0)}, ${data.againstName} ${number(y.value ?? 0)}`;
  const chosen = data.points.filter(point => point.chosen);
  const others = data.points.filter(point => !point.chosen);
  const middle =
    (Math.min(...data.points.map(({ x }) => x.value ?? 0)) +
      Math.max(...data.points.map(({ x }) => x.value ?? 0))) /
    2;
  const place = { x: ({ x }: Point) => x.value, y: ({ y }: Point) => y.value };
  const sides = (points: readonly Point[], options: object) =>
    [true, false].map(left =>
      text(
        points.filter(({ x }) => (x.value ?? 0) > middle === left),
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
  return draw(canvas, narrow ? 320 : 420, {
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
      ...sides(chosen, { fill: colours.accent, fontWeight: 700, dy: -12 }),
    ],
  });
}
