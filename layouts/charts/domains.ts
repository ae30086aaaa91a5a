import { dot, ruleY, text } from "@observablehq/plot";
import type { DomainRow, DomainsData } from "../../scripts/model/chart.ts";
import type { Cell } from "../../scripts/model/series.ts";
import { type Canvas, colours, cut, draw, isNarrow, valueAxis, wordsOn } from "./canvas.ts";
import { pointTitle } from "./point-title.ts";

const ROW = 46;

/** A domain's points, or their share of its maximum in per cent where the maxima differ. */
export function domainMeasure({ asShare }: DomainsData, cell: Cell | undefined): number | undefined {
  if (cell?.value === undefined) return undefined;
  return asShare && cell.maximum ? (100 * cell.value) / cell.maximum : cell.value;
}

/**
 * A dumbbell for each domain: the first side hollow and round, the second a full diamond. Two years across a hard break
 * stand beside each other without a bar between them.
 */
export function drawDomains(data: DomainsData, canvas: Canvas): SVGSVGElement {
  const words = wordsOn(canvas);
  const { number } = words;
  const rows = data.rows.map(row => ({
    ...row,
    from: domainMeasure(data, row.a),
    to: domainMeasure(data, row.b),
  }));
  const values = rows.flatMap(({ from, to }) => [from, to]).filter(value => value !== undefined);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = (high - low || 1) * 0.16;
  const margins = { marginTop: 44, marginRight: 24, marginBottom: 8, marginLeft: 12 };
  const unit = data.asShare ? words.shareAxis : data.unit;
  const key = (row: DomainRow) => row.key;
  const narrow = isNarrow(canvas);
  const [before, last] = data.labels;
  const tip = (row: DomainRow, cell: Cell | undefined, label: string) =>
    cell ? pointTitle(words, pointName(data, row, label), cell, cell.unit ?? data.unit) : "";
  const numbers = (side: "from" | "to", left: boolean) =>
    text(
      rows.filter(row => row[side] !== undefined && isLeft(row, side) === left),
      {
        x: side,
        y: key,
        dy: 9,
        dx: left ? -9 : 9,
        textAnchor: left ? "end" : "start",
        text: row => number(row[side] ?? 0, 1),
        fill: side === "to" ? colours.accent : colours.ink,
        fontWeight: side === "to" ? 700 : 400,
      },
    );
  return draw(canvas, margins.marginTop + margins.marginBottom + rows.length * ROW, {
    ...margins,
    x: { domain: [low - pad, high + pad], label: null },
    y: { type: "band", domain: rows.map(key), axis: null, padding: 0 },
    marks: [
      ...valueAxis(canvas, narrow ? 4 : 7),
      text([[unit, before === last ? "" : `○ ${before}`, `◆ ${last}`].filter(Boolean).join(" · ")], {
        frameAnchor: "top-left",
        dy: -38,
        dx: -4,
        fill: colours.muted,
        fontSize: 11,
      }),
      text(rows, {
        y: key,
        frameAnchor: "left",
        textAnchor: "start",
        dy: -11,
        text: row => (narrow ? cut(row.name, 52) : row.name),
        fill: colours.ink,
        stroke: colours.paper,
        strokeWidth: 4,
        title: row => row.name,
      }),
      ...(data.comparable
        ? [
            ruleY(
              rows.filter(({ from, to }) => from !== undefined && to !== undefined),
              {
                y: key,
                x1: "from",
                x2: "to",
                stroke: colours.accent,
                strokeWidth: 2,
                dy: 9,
                className: "stem",
              },
            ),
          ]
        : []),
      dot(
        rows.filter(({ from }) => from !== undefined),
        {
          x: "from",
          y: key,
          dy: 9,
          r: 5,
          stroke: colours.ink,
          fill: colours.paper,
          className: "point",
          title: row => tip(row, row.a, before),
        },
      ),
      dot(
        rows.filter(({ to }) => to !== undefined),
        {
          x: "to",
          y: key,
          dy: 9,
          r: 5.5,
          symbol: "diamond",
          fill: colours.accent,
          className: "point",
          title: row => tip(row, row.b, last),
        },
      ),
      numbers("from", true),
      numbers("from", false),
      numbers("to", true),
      numbers("to", false),
    ],
  });
}

/** Whether the number of a side stands left of its mark: each on the outer side of the two, also where both are one. */
function isLeft({ from, to }: { from?: number | undefined; to?: number | undefined }, side: "from" | "to") {
  if (from === undefined || to === undefined) return false;
  return side === "from" ? from <= to : to < from;
}

/** "Thể chế, Quảng Nam,": a side that is a year is told with every point. */
function pointName({ ofYears }: DomainsData, { name }: DomainRow, side: string): string {
  return ofYears ? name : `${name}, ${side},`;
}
