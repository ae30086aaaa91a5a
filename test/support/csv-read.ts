import Papa from "papaparse";
import { z } from "zod";
import { type Cell, type ColumnType, columnsOf, type Table } from "../../scripts/model/table.ts";
import type { Dialect } from "../../scripts/model/table-csv.ts";

/**
 * Reads a published CSV back, cell by cell as it was written.
 * @returns rows for the table's own schema to check
 * @throws when a mark of quotation is wrong or a column is not the table's
 */
export function readCsv(
  table: Pick<Table, "row">,
  text: string,
  { separator, decimal, list }: Dialect,
): Record<string, Cell>[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    delimiter: separator,
    newline: "\r\n",
    skipEmptyLines: "greedy",
  });
  if (errors[0]) throw new Error(`row ${errors[0].row}: ${errors[0].message}`);
  const types = new Map(columnsOf(table).map(({ name, type, required }) => [name, { type, required }]));
  const [header = [], ...lines] = data;
  return lines.map(cells => {
    const row: Record<string, Cell> = {};
    for (const [i, name] of header.entries()) {
      const column = types.get(name);
      if (!column) throw new Error(`unknown column ${name}`);
      const cell = cells[i] ?? "";
      if (column.type === "list") row[name] = readList(arm(cell), list);
      else if (cell !== "" || (column.required && column.type === "string"))
        row[name] = readCell(cell, column.type, decimal);
    }
    return row;
  });
}

function readCell(cell: string, type: ColumnType, decimal: string): Cell {
  if (type === "string" || type === "date") return arm(cell);
  return Number(cell.replace(decimal, "."));
}

/** A text without the mark that keeps a spreadsheet from taking it for a formula. */
function arm(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

function readList(cell: string, list: Dialect["list"]): string[] {
  if (cell === "") return [];
  if (list === "json") return z.array(z.string()).parse(JSON.parse(cell));
  const items = [""];
  for (const [part] of cell.matchAll(/\\.|\||[^\\|]+/gs)) {
    if (part === "|") items.push("");
    else items[items.length - 1] += part.startsWith("\\") ? part.slice(1) : part;
  }
  return items;
}
