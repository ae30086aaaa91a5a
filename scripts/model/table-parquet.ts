import type { SchemaElement } from "hyparquet-writer";
import { gatherBytes, putText } from "./bytes.ts";
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

type ColumnData = ReturnType<typeof columnsOf>[number] & { readonly data: Cell[] };

/** The columns of one row group, filled row by row. */
interface ColumnGroup {
  readonly add: (row: Readonly<Record<string, Cell>>) => void;
  readonly columns: () => ParquetColumn[];
}

interface ParquetColumn {
  readonly name: string;
  readonly data: unknown[];
  /** Whether the file says the least and the greatest of each group, by which readers pass groups over. */
  readonly statistics: boolean;
}

/** An empty row group of a table. */
export function columnGroup(table: Pick<Table, "row" | "key">): ColumnGroup {
  const columns = columnsOf(table).map((column): ColumnData => ({ ...column, data: [] }));
  return {
    add(row) {
      for (const { name, type, data } of columns) {
        const cell = row[name];
        data.push(type === "date" && typeof cell === "string" ? Date.parse(cell) / DAY : cell);
      }
    },
    columns: () =>
      columns.map(({ name, type, refers, values, data }) => ({
        name,
        data: type === "string" && isVaried(data) ? encodeTexts(data) : data,
        // Nobody looks for what lies between two texts that are no keys.
        statistics:
          type === "string" ? (refers ?? values) !== undefined || table.key.includes(name) : type !== "list",
      })),
  };
}

/** In milliseconds; Parquet counts days from 1970. */
const DAY = 24 * 60 * 60 * 1000;
/** Values by which a column is judged. */
const SAMPLE = 100;

/** Whether a column hardly repeats itself, so that no dictionary will be made of it. */
function isVaried(data: readonly unknown[]): boolean {
  const sample = Array.from({ length: SAMPLE }, (_, i) => data[Math.floor((i * data.length) / SAMPLE)]);
  return new Set(sample).size > 0.9 * SAMPLE;
}

/** UTF-8 of many texts in one buffer; the writer would make one of each. */
function encodeTexts(texts: readonly Cell[]): (Uint8Array | undefined)[] {
  const bytes = gatherBytes();
  const ends = texts.map(text => {
    if (typeof text === "string") putText(bytes, text);
    return bytes.length;
  });
  return texts.map((text, i) =>
    text === undefined ? undefined : bytes.data.subarray(ends[i - 1] ?? 0, ends[i]),
  );
}
