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

/** The columns of one row group, filled row by row. */
export interface ColumnGroup {
  readonly columns: readonly { readonly name: string; readonly data: unknown[] }[];
  readonly add: (row: Readonly<Record<string, Cell>>) => void;
}

export function columnGroup(table: Pick<Table, "row">): ColumnGroup {
  const columns = columnsOf(table).map(({ name, type }) => ({ name, type, data: [] as unknown[] }));
  return {
    columns,
    add(row) {
      for (const { name, type, data } of columns) {
        const cell = row[name];
        data.push(type === "date" && typeof cell === "string" ? Date.parse(cell) / DAY : cell);
      }
    },
  };
}

/** In milliseconds; Parquet counts days from 1970. */
const DAY = 24 * 60 * 60 * 1000;
