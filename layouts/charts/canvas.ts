import type { PlotOptions } from "@observablehq/plot";
import { axisX, gridX, plot } from "@observablehq/plot";
import { cutAtWord } from "../../scripts/model/abridge.ts";
import type { SeriesBreak } from "../../scripts/model/indices.ts";
import { type ChartWords, chartStrings } from "../chart-strings.ts";

/** What every chart is drawn into. The same function draws on the server (linkedom) and in the browser. */
export interface Canvas {
  readonly document: Document;
  /** Width of the drawing in CSS pixels; text keeps its size, so a phone gets a drawing of its own. */
  readonly width: number;
  /** Words and numbers; Vietnamese unless told otherwise. */
  readonly words?: ChartWords;
}

/** Whether a drawing is for a phone. */
export function isNarrow({ width }: Canvas): boolean {
  return width < 480;
}

/** The words that a drawing is made with. */
export function wordsOn({ words = chartStrings }: Canvas): ChartWords {
  return words;
}

/**
 * Colours of the page's theme. The fallback stands in files that are taken away (`plainColours`), where no stylesheet
 * reaches.
 */
export const colours = {
  ink: "var(--ink, #1c1b1a)",
  paper: "var(--paper, #ffffff)",
  accent: "var(--accent, #a3201d)",
  muted: "var(--muted, #5d5a56)",
  line: "var(--line, #d8d4cd)",
  others: "var(--chart-others, #8f8a83)",
  series: [
    "var(--accent, #a3201d)",
    "var(--series-1, #0b5c8a)",
    "var(--series-2, #b35c00)",
    "var(--series-3, #1d7a4f)",
    "var(--series-4, #7a3f93)",
    "var(--series-5, #6b5b00)",
    "var(--series-6, #b0407a)",
    "var(--series-7, #3f4a8a)",
  ],
} as const;

/** Series are told apart by dash and mark as well as by colour. */
const dashes = ["", "6 3", "2 3", "8 3 2 3", "1 2", "10 4", "4 2", "12 3 3 3"] as const;
const symbols = ["circle", "square", "triangle", "diamond", "cross", "star", "wye", "asterisk"] as const;

/** Colour, dash and mark of the i-th series; the first is the chosen one, in the accent. */
export function seriesStyle(i: number): { colour: string; dash: string; symbol: (typeof symbols)[number] } {
  return {
    colour: colours.series[i % 8] ?? colours.accent,
    dash: dashes[i % 8] ?? "",
    symbol: symbols[i % 8] ?? "circle",
  };
}

/** Replaces the theme's colours by their fallbacks, for a file that stands alone. */
export function plainColours(svg: string): string {
  return svg.replace(/var\(--[\w-]+, (#[0-9a-f]+)\)/g, "$1");
}

/**
 * Draws with Plot and makes the result fit to be published: no `<style>`, no `style` attribute (a strict content policy
 * forbids both), no English labels of Plot's own, and an `xmlns` so that the same text is a file.
 */
export function draw(canvas: Canvas, height: number, options: PlotOptions): SVGSVGElement {
  const svg = plot({
    document: canvas.document,
    width: canvas.width,
    height,
    className: "chart",
    ...options,
  } as PlotOptions) as unknown as SVGSVGElement;
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const node of [svg, ...svg.querySelectorAll("[style], [aria-label]")]) {
    node.removeAttribute("style");
    node.removeAttribute("aria-label");
  }
  // A mark's description holds the id of its agency, for highlighting in the page.
  for (const node of svg.querySelectorAll("[aria-description]")) {
    node.setAttribute("data-series", node.getAttribute("aria-description") ?? "");
    node.removeAttribute("aria-description");
  }
  for (const node of svg.querySelectorAll("*"))
    for (const { name, value } of node.attributes)
      if (PLACES.has(name)) node.setAttribute(name, value.replace(FINE, roundPlace));
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("font-family", "'Be Vietnam Pro', system-ui, sans-serif");
  svg.setAttribute("font-size", "12");
  svg.setAttribute("viewBox", `0 0 ${canvas.width} ${height}`);
  return svg;
}

/** Attributes that say where something is drawn, in pixels, or how dense. */
const PLACES: ReadonlySet<string> = new Set([
  "d",
  "transform",
  "points",
  "x",
  "y",
  "x1",
  "y1",
  "x2",
  "y2",
  "cx",
  "cy",
  "r",
  "width",
  "height",
  "fill-opacity",
]);

/** Numbers finer than a hundredth: nobody sees that, and readers load every digit. */
const FINE = /-?\d+\.\d{3,}/g;

function roundPlace(number: string): string {
  return String(Number(Number(number).toFixed(2)));
}

/** Whole years that fit beside each other, the last always among them. */
export function yearTicks([from, to]: readonly [number, number], pixels: number): number[] {
  const step = Math.max(1, Math.ceil((to - from + 1) / Math.max(1, Math.floor(pixels / 38))));
  const ticks: number[] = [];
  for (let year = to; year >= from; year -= step) ticks.unshift(year);
  return ticks;
}

/** "PAR INDEX 2023, điểm"; an index without a unit goes by its name alone. */
export function withUnit(name: string, unit: string): string {
  return unit === "" ? name : `${name}, ${unit}`;
}

/** Writes tick labels as the interface writes numbers; the place of a tick, which Plot hands over too, is no number of digits. */
export function tickNumbers(canvas: Canvas): (value: number) => string {
  const { number } = wordsOn(canvas);
  return value => number(value);
}

/** The axis of values above a drawing of rows, with its grid. */
export function valueAxis(canvas: Canvas, ticks: number) {
  return [
    axisX({ anchor: "top", label: null, tickFormat: tickNumbers(canvas), ticks, tickSize: 0 }),
    gridX({ ticks, stroke: colours.line, strokeOpacity: 1 }),
  ];
}

/**
 * Moves labels apart that would lie on each other, each as little as may be: a heap of them stands around the places of
 * its labels. Their order stays.
 */
export function spread(
  labels: readonly { readonly at: number; readonly height: number }[],
  [top, bottom]: readonly [number, number],
): number[] {
  const order = labels.map((label, i) => ({ ...label, i })).sort((a, b) => a.at - b.at);
  const heaps: { sum: number; count: number }[] = [];
  const below: number[] = [];
  let down = 0;
  for (const [k, { at, height }] of order.entries()) {
    down += k === 0 ? 0 : ((order[k - 1]?.height ?? 0) + height) / 2;
    below.push(down);
    let heap = { sum: at - down, count: 1 };
    for (let last = heaps.at(-1); last && middle(last) > middle(heap); last = heaps.at(-1)) {
      heaps.pop();
      heap = { sum: last.sum + heap.sum, count: last.count + heap.count };
    }
    heaps.push(heap);
  }
  const starts = heaps.flatMap(heap =>
    new Array<number>(heap.count).fill(Math.max(top, Math.min(middle(heap), bottom - down))),
  );
  const placed = labels.map(({ at }) => at);
  for (const [k, { i }] of order.entries()) placed[i] = (starts[k] ?? 0) + (below[k] ?? 0);
  return placed;
}

function middle({ sum, count }: { readonly sum: number; readonly count: number }): number {
  return sum / count;
}

/** Breaks that lie, or may lie, between two of the shown years, with the place of their rule on the axis of years. */
export function breakRules(
  breaks: readonly SeriesBreak[],
  [from, to]: readonly [number, number],
): { x: number; label: string; why: string }[] {
  return breaks
    .filter(({ kind, between: [a, b] }) => kind !== "soft" && from < b && a < to)
    .map(({ between: [a, b], why }) => ({
      x: (Math.max(a, from) + Math.min(b, to)) / 2,
      label: `${a} | ${b}`,
      why,
    }));
}

/** A name within a number of letters: what is too long ends after a whole word. */
export function cut(name: string, length: number): string {
  return name.length <= length ? name : `${cutAtWord(name, length - 1)}…`;
}

/**
 * The margin that names at the left of a drawing need, and how they fit there.
 * @param letter what a letter takes of the width, in pixels
 */
export function nameRoom(
  names: readonly string[],
  [least, most]: readonly [number, number],
  letter: number,
): { marginLeft: number; fit: (name: string) => string } {
  const longest = Math.max(...names.map(({ length }) => length));
  const marginLeft = Math.max(least, Math.min(most, longest * letter + 2));
  return { marginLeft, fit: name => cut(name, Math.max(17, Math.floor((marginLeft - 2) / letter))) };
}

/** A text in lines of at most so many letters; what has no space is not divided. */
export function linesOf(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Wraps a name into at most two lines of about `length` letters; its number, behind it, is never cut. */
export function wrap(name: string, length: number, number = ""): string {
  const whole = `${name} ${number}`.trim();
  if (whole.length <= length) return whole;
  const words = name.split(" ");
  let first = "";
  while (words.length > 0 && `${first} ${words[0]}`.trim().length <= length)
    first = `${first} ${words.shift()}`.trim();
  const rest = words.join(" ");
  const room = length - (number && ` ${number}`).length;
  const shown = rest.length > room ? `${rest.slice(0, room - 1).trimEnd()}…` : rest;
  return `${first}\n${`${shown} ${number}`.trim()}`;
}
