import { drawChart } from "../../layouts/charts/chart.ts";
import { chartData } from "../../scripts/model/chart-data.ts";
import { EXAMPLES, exampleTables } from "./chart-example.ts";

/** Draws the gallery in the document it is given: entry of the bundle that the browser test runs. */
export function drawGallery(document: Document, width: number): Record<string, string> {
  const tables = exampleTables();
  return Object.fromEntries(
    EXAMPLES.map(([name, spec]) => {
      const data = chartData(tables, spec);
      return [name, data ? normalize(drawChart(data, { document, width })) : ""];
    }),
  );
}

/** A tree as text with its attributes in one order: two documents write them in different ones. */
function normalize(node: Element): string {
  const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort();
  const inside =
    node.children.length > 0 ? [...node.children].map(normalize).join("") : (node.textContent ?? "");
  return `<${node.localName} ${attributes.join(" ")}>${inside}\n`;
}
