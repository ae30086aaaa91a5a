import type { SchemaElement } from "hyparquet";
import { type Cell, columnsOf, type Table } from "./table.ts";

const TEXT = { type: "BYTE_ARRAY", converted_type: "UTF8" } as const;

/** The Parquet schema of a table: text, 32-bit integers, doubles, dates, and lists of text. */
export function parquetSchema(table: Pick<Table, "row">): SchemaElement[] {
  const columns = columnsOf(table);
  return [{ name: "root", num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

function elementsOf({ name, type, required }: ReturnType<typeof columnsOf>[number]): SchemaElement[] {
  const field = { name, repetition_type: required ? "REQUIRED" : "OPTIONAL" } as const;
  if (type === "list")
    return [
      { ...field, converted_type: "LIST", num_children: 1 },
      { name: "list", repetition_type: "REPEATED", num_children: 1 },
      { name: "element", repetition_type: "REQUIRED", ...TEXT },
    ];
  if (type === "date") return [{ ...field, type: "INT32", converted_type: "DATE" }];
  if (type === "number") return [{ ...field, type: "DOUBLE" }];
  return [type === "string" ? { ...field, ...TEXT } : { ...field, type: "INT32" }];
}

/** Rows turned into the columns of one row group. */
export function parquetColumns(
  table: Pick<Table, "row">,
  rows: readonly Readonly<Record<string, Cell>>[],
): { name: string; data: unknown[] }[] {
  return columnsOf(table).map(({ name, type }) => ({
    name,
    data: rows.map(row => {
      const cell = row[name];
      return type === "date" && typeof cell === "string" ? new Date(cell) : cell;
    }),
  }));
}
