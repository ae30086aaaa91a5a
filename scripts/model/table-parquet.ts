import type { SchemaElement } from "hyparquet";
import { type Cell, type ColumnType, columnsOf, type Table } from "./table.ts";

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
  readonly columns: readonly ParquetColumn[];
  readonly add: (row: Readonly<Record<string, Cell>>) => void;
}

interface ParquetColumn {
  readonly name: string;
  readonly kind: ColumnType;
  readonly data: unknown[];
  /** Whether the file says the least and the greatest of each group, by which readers pass groups over. */
  readonly statistics: boolean;
}

export function columnGroup(table: Pick<Table, "row" | "key">): ColumnGroup {
  const columns = columnsOf(table).map(
    ({ name, type, refers, values }): ParquetColumn => ({
      name,
      kind: type,
      data: [],
      // Nobody looks for what lies between two texts that are no keys.
      statistics:
        type === "string" ? (refers ?? values) !== undefined || table.key.includes(name) : type !== "list",
    }),
  );
  return {
    columns,
    add(row) {
      for (const { name, kind, data } of columns) {
        const cell = row[name];
        data.push(kind === "date" && typeof cell === "string" ? Date.parse(cell) / DAY : cell);
      }
    },
  };
}

/** In milliseconds; Parquet counts days from 1970. */
const DAY = 24 * 60 * 60 * 1000;
