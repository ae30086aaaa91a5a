import { z } from "zod";
import type { Site } from "./site.ts";

/** A value of a published table; undefined = the source does not say. A list is never undefined, only empty. */
export type Cell = string | number | readonly string[] | undefined;

/** What a column holds; a list is one of texts. */
export type ColumnType = "string" | "integer" | "number" | "date" | "year" | "list";

/** What the data dictionary says of a column; titles and sentences in Vietnamese. */
interface Column {
  readonly type: ColumnType;
  readonly title: string;
  readonly description: string;
  readonly unit?: string;
  /** The rule by which a value that stands in no source was found. */
  readonly rule?: string;
  /** The only values, where there are few. */
  readonly values?: readonly string[];
  /** `<table>.<column>` that the value is found in. */
  readonly refers?: string;
  /** The version of the tables that brought it; undefined = as old as its table. Sites of an earlier version lack it. */
  readonly since?: string;
}

/** One published table: its rows are described once, and the files, the dictionary and reading back follow from that. */
export interface Table {
  /** File name without extension, and the key of the table. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The version of the tables that brought it; undefined = the first. Sites of an earlier version are read without it. */
  readonly since?: string;
  /** Columns that name a row once and for all. */
  readonly key: readonly string[];
  readonly row: z.ZodObject;
  readonly rows: (site: Site, addresses: Addresses) => Iterable<Readonly<Record<string, Cell>>>;
}

/** Where the pages of a site stand; the model itself knows no addresses. */
export interface Addresses {
  readonly plan: (slug: string) => string;
  readonly task: (plan: string, task: string) => string;
  readonly agency: (id: string) => string;
  readonly document: (id: string) => string;
  readonly indexYear: (index: string, year: number) => string;
}

const registry = z.registry<Column>();

/** The columns of a table with what is known of them, in the order of the files. */
export function columnsOf({ row }: Pick<Table, "row">): (Column & { name: string; required: boolean })[] {
  return Object.entries(row.shape).map(([name, field]) => {
    const column = registry.get(field);
    if (!column) throw new Error(`column ${name} is not described`);
    return { name, required: !field.safeParse(undefined).success, ...column };
  });
}

type More = Pick<Column, "unit" | "rule" | "refers" | "since">;

/** Makes the kinds of columns: the check that a value must pass, and its words in the dictionary. */
function kind<Field extends z.ZodType>(type: ColumnType, make: () => Field) {
  return (title: string, description: string, more: More = {}): Field => {
    const field = make();
    registry.add(field, { type, title, description, ...more });
    return field;
  };
}

/** The kinds of columns; where the source may not say, `some…`. */
export const text = kind("string", () => z.string());
export const someText = kind("string", () => z.string().optional());
export const whole = kind("integer", () => z.int());
export const someWhole = kind("integer", () => z.int().optional());
export const someNumber = kind("number", () => z.number().optional());
export const day = kind("date", () => z.iso.date());
export const someDay = kind("date", () => z.iso.date().optional());
export const year = kind("year", () => z.int().min(1900).max(2999));
export const someYear = kind("year", () => z.int().min(1900).max(2999).optional());
export const list = kind("list", () => z.array(z.string()).readonly());

/** A column of few values. */
export function choice<const Value extends string>(
  values: readonly [Value, ...Value[]],
  title: string,
  description: string,
  more: More = {},
) {
  return z.enum(values).register(registry, { type: "string", title, description, values, ...more });
}

/** The same where the source may not say. */
export function someChoice<const Value extends string>(
  values: readonly [Value, ...Value[]],
  title: string,
  description: string,
  more: More = {},
) {
  return z
    .enum(values)
    .optional()
    .register(registry, { type: "string", title, description, values, ...more });
}
