import { chartData } from "../../scripts/model/chart.ts";
import type { IndexTable } from "../../scripts/model/index-table.ts";
import { chartStrings, indexStrings } from "../chart-strings.ts";
import { chartTitle, drawChart } from "../charts/chart.ts";
import { describe } from "../charts/sentence.ts";
import { type Table, tableCsv, tabulate } from "../charts/table.ts";
import { type Choice, chartsOfChoice } from "./compare-choice.ts";

/**
 * Draws a choice into the page: for each chart its title, drawing, sentence, table and files, by the functions that drew
 * the figures of the server. Loaded only once there is something to draw.
 */
export function drawChoice(
  place: HTMLElement,
  choice: Choice,
  tables: ReadonlyMap<string, IndexTable>,
): void {
  const figures = chartsOfChoice(choice, tables).flatMap((spec, i) => {
    const data = chartData(tables, spec);
    if (!data) return [];
    const figure = element("figure", { class: "chart-figure", id: `so-sanh-${i + 1}` });
    figure.dataset.figure = "";
    const sentence = describe(data);
    const drawing = element("div", { role: "img", "aria-label": sentence, class: "chart-drawn" });
    const table = tabulate(data);
    figure.append(
      element("figcaption", {}, element("h3", {}, chartTitle(data))),
      drawing,
      element("p", { class: "chart-sentence" }, sentence),
      tableOf(table, chartTitle(data)),
      files(table, drawing, `so-sanh-${i + 1}`),
    );
    let width = 0;
    // The drawing follows the width of its place; a chart is drawn anew only when that changes by much.
    new ResizeObserver(([entry]) => {
      const next = Math.round(Math.min(Math.max(entry?.contentRect.width ?? 0, 300), 960));
      if (Math.abs(next - width) < 16) return;
      width = next;
      drawing.replaceChildren(drawChart(data, { document, width }));
    }).observe(figure);
    return [figure];
  });
  place.replaceChildren(...(figures.length > 0 ? figures : [element("p", {}, indexStrings.compare.empty)]));
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

function tableOf({ columns, numeric, rows }: Table, label: string): HTMLElement {
  const css = (i: number): Record<string, string> => (numeric[i] ? { class: "number" } : {});
  const table = element(
    "table",
    {},
    element(
      "thead",
      {},
      element("tr", {}, ...columns.map((name, i) => element("th", { scope: "col", ...css(i) }, name))),
    ),
    element(
      "tbody",
      {},
      ...rows.map(row => element("tr", {}, ...row.map((cell, i) => element("td", css(i), cell)))),
    ),
  );
  return element(
    "details",
    {},
    element("summary", {}, chartStrings.figure.table),
    element("section", { class: "table", tabindex: "0", "aria-label": label }, table),
  );
}

/** CSV and SVG of what is on the screen. */
function files(table: Table, drawing: HTMLElement, name: string): HTMLElement {
  const button = (label: string, type: string, text: () => string) => {
    const made = element("button", { type: "button" }, label);
    made.addEventListener("click", () => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text()], { type }));
      link.download = `${name}.${label.toLowerCase()}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
    return made;
  };
  return element(
    "p",
    { class: "chart-files" },
    `${chartStrings.figure.download}: `,
    button(chartStrings.figure.csv, "text/csv", () => tableCsv(table)),
    button(chartStrings.figure.svg, "image/svg+xml", () =>
      drawing.innerHTML.replace(/var\(--[\w-]+, (#[0-9a-f]+)\)/g, "$1"),
    ),
  );
}
