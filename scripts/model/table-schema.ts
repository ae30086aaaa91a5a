import { z } from "zod";
import { columnsOf, type Table } from "./table.ts";

/** The Table Schema (Data Package 2.0) of a table: what its CSV, JSON and Parquet files hold. */
export function tableSchema(table: Table): object {
  const foreignKeys = columnsOf(table).flatMap(({ name, type, refers }) => {
    const [resource = "", field = ""] = refers?.split(".") ?? [];
    // A list points to several rows, which a foreign key of the standard cannot say.
    return refers === undefined || type === "list"
      ? []
      : [{ fields: [name], reference: { resource, fields: [field] } }];
  });
  return {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    fields: columnsOf(table).map(({ name, type, title, description, unit, rule, values, required }) => ({
      name,
      type: type === "list" ? "array" : type,
      title,
      description: [description, rule && `Quy tắc: ${rule}`].filter(Boolean).join(" "),
      ...(unit === undefined ? {} : { unit }),
      // In a CSV an empty list, prose or title cannot be told from one that is missing.
      ...constraintsOf(required && type !== "list" && name !== "prose" && name !== "title", values),
    })),
    missingValues: [""],
    primaryKey: table.key,
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
  };
}

function constraintsOf(required: boolean, values: readonly string[] | undefined): object {
  if (!required && values === undefined) return {};
  return { constraints: { ...(required ? { required } : {}), ...(values ? { enum: values } : {}) } };
}

/** The JSON Schema (2020-12) of one row, as it stands in the JSON files and in the API. */
export function rowSchema(table: Table): Record<string, unknown> {
  const words = new Map(columnsOf(table).map(column => [column.name, column]));
  const { $schema: _, ...schema } = z.toJSONSchema(table.row);
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, property]) => {
      const { title, description } = words.get(name) ?? {};
      return [name, { ...(typeof property === "object" ? plain(property) : {}), title, description }];
    }),
  );
  return { title: table.title, description: table.description, ...schema, properties };
}

/** "readOnly" and the bounds of a safe integer speak of the program, not of the data. */
function plain({ readOnly: _, pattern: __, ...property }: z.core.JSONSchema.BaseSchema): object {
  if (property.maximum === Number.MAX_SAFE_INTEGER) delete property.maximum;
  if (property.minimum === Number.MIN_SAFE_INTEGER) delete property.minimum;
  return property;
}
