import { parseHTML } from "linkedom";
import type { IsoDate } from "../scripts/model/fields.ts";
import { getOrMake } from "../scripts/model/maps.ts";
import { drawChart, NARROW, WIDE } from "./charts/chart.ts";
import { notesOf } from "./charts/notes.ts";
import { describeParts, oneText } from "./charts/sentence.ts";
import { standaloneSvg } from "./charts/standalone.ts";
import { sourcesSentence, type Table, tableCsv, tabulate } from "./charts/table.ts";
import type { Description } from "./charts/trend-sentence.ts";
import type { Figure } from "./figures.ts";
import { formatDate } from "./format.ts";
import { urlsIn, wordsOf } from "./languages.ts";

/** A figure as it was drawn and described: made once, used by page, files and bare page. */
interface DrawnFigure {
  readonly wide: string;
  readonly narrow: string;
  /** What it shows, in parts and as one text. */
  readonly described: Description;
  readonly sentence: string;
  readonly table: Table;
}

/** Where the files of a figure lie, in the language that it is drawn in. */
export function figureFiles({ id, language }: Figure): { readonly csv: string; readonly svg: string } {
  const { figureCsv, figureSvg } = urlsIn(language);
  return { csv: figureCsv(id), svg: figureSvg(id) };
}

// One document for all drawings of a build: making a document costs more than drawing a chart.
const { document } = parseHTML("<!doctype html><html><body></body></html>");
const drawn = new WeakMap<Figure, DrawnFigure>();

/** Draws a figure in both widths; once, then from memory. */
export function drawFigure(figure: Figure): DrawnFigure {
  return getOrMake(drawn, figure, () => draw(figure));
}

function draw(figure: Figure): DrawnFigure {
  const start = performance.now();
  const { charts: words } = wordsOf(figure.language);
  const render = (width: number) => drawChart(figure.data, { document, width, words }).outerHTML;
  const described = describeParts(figure.data, words);
  const made = {
    wide: render(WIDE),
    narrow: render(NARROW),
    described,
    sentence: oneText(described),
    table: tabulate(figure.data, words),
  };
  performance.measure("charts", { start });
  return made;
}

/** The site that a figure is taken from. */
interface FigureHome {
  readonly name: string;
  readonly address: string;
}

/**
 * The figure as an SVG file that stands alone, and says by itself what a reader of the page is told beside it.
 * @param day of the data
 */
export function figureSvg(figure: Figure, { name, address }: FigureHome, day: IsoDate): string {
  const { wide, sentence, table } = drawFigure(figure);
  const { charts: words } = wordsOf(figure.language);
  const below = [...notesOf(figure.data, words), sourcesSentence(table, words)].filter(Boolean);
  const origin = `${name}, ${formatDate(day)}: ${address}${figure.page.slice(1)}#${figure.id}`;
  return standaloneSvg(wide, { title: figure.title, sentence, below, origin });
}

/** The figure's table as a CSV file. */
export function figureCsv(figure: Figure): string {
  return tableCsv(drawFigure(figure).table, wordsOf(figure.language).charts);
}
