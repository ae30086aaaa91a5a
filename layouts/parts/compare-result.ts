import { chartData } from "../../scripts/model/chart-data.ts";
import type { IndexTable } from "../../scripts/model/index-table.ts";
import { chartStrings, indexStrings } from "../chart-strings.ts";
import { chartTitle, drawChart, WIDE } from "../charts/chart.ts";
import { notesOf } from "../charts/notes.ts";
import { describeParts } from "../charts/sentence.ts";
import { standaloneSvg } from "../charts/standalone.ts";
import {
  headClass,
  readerTable,
  readSource,
  sourcesOf,
  sourcesSentence,
  type Table,
  tableCsv,
  tabulate,
} from "../charts/table.ts";
import { noteId, type ValueNote } from "../charts/years-table.ts";
import { type Choice, chartsOfChoice } from "./compare-choice.ts";

/**
 * Draws a choice into the page: for each chart its title, drawing, sentence, table and files, by the functions that drew
 * the figures of the server. Loaded only once there is something to draw.
 * @param place where it is to stand; in sight, so that its width can be measured
 * @param enliven given each figure whenever it was drawn
 */
export function drawChoice(
  place: HTMLElement,
  choice: Choice,
  tables: ReadonlyMap<string, IndexTable>,
  enliven: (figure: HTMLElement) => void,
): void {
  const figures = chartsOfChoice(choice, tables).flatMap((spec, i) => {
    const data = chartData(tables, spec);
    if (!data) return [];
    const title = chartTitle(data);
    const { point, rest, cautions = [] } = describeParts(data);
    const sentence = [point, rest, ...cautions].filter(Boolean).join(" ");
    const table = tabulate(data);
    const figure = element("figure", { class: "chart-figure", id: `so-sanh-${i + 1}` });
    const caption = element(
      "figcaption",
      {},
      element("h3", {}, title),
      element("p", { class: "chart-point" }, point),
    );
    const svg = drawChart(data, { document, width: WIDE }).outerHTML;
    const notes = notesOf(data, chartStrings);
    const below = [...notes, sourcesSentence(table)].filter(Boolean);
    figure.append(
      caption,
      ...(rest ? [element("p", { class: "chart-sentence" }, rest)] : []),
      ...[...cautions, ...notes].map(note => element("p", { class: "chart-note" }, note)),
      sourceLine(table),
      tableOf(table, title, `so-sanh-${i + 1}`),
      files(table, standaloneSvg(svg, { title, sentence, below, origin: location.href }), figure.id),
    );
    // The drawing follows the width of its place; a chart is drawn anew only when that changes by much.
    let width = 0;
    const fit = () => {
      const next = Math.round(Math.min(Math.max(figure.clientWidth, 300), 960));
      if (Math.abs(next - width) < 16) return;
      width = next;
      figure.querySelector(".chart-drawn")?.remove();
      const chart = drawChart(data, { document, width });
      caption.after(element("div", { role: "img", "aria-label": title, class: "chart-drawn" }, chart));
      enliven(figure);
    };
    return [{ figure, fit }];
  });
  place.replaceChildren(
    ...(figures.length > 0
      ? figures.map(({ figure }) => figure)
      : [element("p", {}, indexStrings.compare.empty)]),
  );
  // Drawn before anything is painted: an observer comes too late, and the words below would jump.
  for (const { figure, fit } of figures) {
    fit();
    new ResizeObserver(fit).observe(figure);
  }
}

function element(
  name: string,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function tableOf(table: Table, label: string, figure: string): HTMLElement {
  const { said, columns, numeric, rows, marks, notes = [] } = readerTable(table);
  const css = (i: number): Record<string, string> => (numeric[i] ? { class: "number" } : {});
  const saidOnce = (pairs: ValueNote) =>
    pairs.flatMap(([column, value], i) => [`${i > 0 ? " · " : ""}${column}: `, sourceText(value)]);
  const once = saidOnce(said);
  const mark = (number: number | undefined) =>
    number
      ? [" ", element("sup", {}, element("a", { href: `#${noteId(figure, number)}` }, `[${number}]`))]
      : [];
  const made = element(
    "table",
    {},
    ...(once.length > 0 ? [element("caption", {}, ...once)] : []),
    element(
      "thead",
      { class: headClass(columns) ?? "" },
      element("tr", {}, ...columns.map((name, i) => element("th", { scope: "col", ...css(i) }, name))),
    ),
    element(
      "tbody",
      {},
      ...rows.map(([name = "", ...cells], row) =>
        element(
          "tr",
          {},
          element("th", { scope: "row" }, name),
          ...cells.map((cell, i) => element("td", css(i + 1), sourceText(cell), ...mark(marks?.[row]?.[i]))),
        ),
      ),
    ),
  );
  const items = notes.map((note, i) => element("li", { id: noteId(figure, i + 1) }, ...saidOnce(note)));
  return element(
    "details",
    {},
    element("summary", {}, chartStrings.figure.table),
    element("section", { class: "table", tabindex: "0", "aria-label": label }, made),
    ...(items.length > 0 ? [element("ol", { class: "table-notes" }, ...items)] : []),
  );
}

/** The first sources by how much they carry; the table names that of every value. */
function sourceLine(table: Table): HTMLElement {
  const words = chartStrings.figure;
  const sources = sourcesOf(table);
  const named = sources.slice(0, 3).flatMap((source, i) => [i > 0 ? "; " : "", sourceText(source)]);
  const more = sources.length > 3 ? ` ${words.more(sources.length - 3)}` : "";
  return element("p", { class: "chart-source" }, `${words.source}: `, ...named, `${more}.`);
}

function sourceText(text: string): Node | string {
  const { title, href } = readSource(text);
  return href === undefined ? title : element("a", { href }, title);
}

/** CSV and SVG of what was chosen; as data in the address, so that nothing has to be given back. */
function files(table: Table, svg: string, name: string): HTMLElement {
  const words = chartStrings.figure;
  const link = (label: string, file: string, type: string, text: string) =>
    element("a", { href: `data:${type};charset=utf-8,${encodeURIComponent(text)}`, download: file }, label);
  const picture = link(words.svg, `${name}.svg`, "image/svg+xml", svg);
  picture.dataset.svg = "";
  return element(
    "p",
    { class: "chart-files" },
    `${words.download}: `,
    link(words.csv, `${name}.csv`, "text/csv", tableCsv(table)),
    " ",
    picture,
  );
}
