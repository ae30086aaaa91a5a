/**
 * The rules of a Data Package descriptor (datapackage.org/standard/data-package, data-resource, table-dialect, 2.0) as
 * JSON Schema, for the properties that this project writes. No package of the registry carries the official profiles;
 * those leave out the type `list`, which the standard has.
 */
const relativePath = { type: "string", pattern: "^(?![/~.])(?!.*\\.\\./)(?!file:)[^\\\\:]+$" };

export const PACKAGE_RULES = {
  type: "object",
  required: ["resources"],
  properties: {
    $schema: { const: "https://datapackage.org/profiles/2.0/datapackage.json" },
    name: { type: "string", pattern: "^[a-z0-9._/-]+$" },
    title: { type: "string", minLength: 1 },
    description: { type: "string", minLength: 1 },
    homepage: { type: "string", format: "uri" },
    version: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+$" },
    created: { type: "string", format: "date-time" },
    keywords: { type: "array", minItems: 1, items: { type: "string" } },
    licenses: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        anyOf: [{ required: ["name"] }, { required: ["path"] }],
        properties: {
          name: { type: "string", pattern: "^[-a-zA-Z0-9._]+$" },
          path: { type: "string", format: "uri" },
          title: { type: "string" },
        },
      },
    },
    resources: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["name", "path"],
        not: { required: ["data"] },
        properties: {
          name: { type: "string", minLength: 1 },
          path: relativePath,
          type: { const: "table" },
          title: { type: "string" },
          description: { type: "string" },
          format: { type: "string" },
          mediatype: { type: "string", pattern: "^.+/.+$" },
          encoding: { type: "string" },
          bytes: { type: "integer", minimum: 0 },
          hash: { type: "string", pattern: "^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32})$" },
          dialect: {
            type: "object",
            properties: {
              delimiter: { type: "string", minLength: 1 },
              lineTerminator: { type: "string", minLength: 1 },
              header: { type: "boolean" },
            },
          },
          schema: relativePath,
        },
      },
    },
  },
} as const;

/** The rules of a Table Schema (datapackage.org/standard/table-schema, 2.0), in the same way. */
export const TABLE_SCHEMA_RULES = {
  type: "object",
  required: ["fields"],
  properties: {
    $schema: { const: "https://datapackage.org/profiles/2.0/tableschema.json" },
    fields: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["name", "type"],
        properties: {
          name: { type: "string", minLength: 1 },
          type: {
            enum: [
              ...["string", "number", "integer", "boolean", "object", "array", "list", "datetime", "date"],
              ...["time", "year", "yearmonth", "duration", "geopoint", "geojson", "any"],
            ],
          },
          title: { type: "string" },
          description: { type: "string" },
          constraints: {
            type: "object",
            additionalProperties: false,
            properties: {
              required: { type: "boolean" },
              enum: { type: "array", minItems: 1, uniqueItems: true },
            },
          },
        },
        // What only a list may say.
        if: { properties: { type: { const: "list" } } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: {
          properties: {
            delimiter: { type: "string", minLength: 1 },
            itemType: { enum: ["string", "integer", "boolean", "number", "datetime", "date", "time"] },
          },
        },
        else: { not: { anyOf: [{ required: ["delimiter"] }, { required: ["itemType"] }] } },
      },
    },
    missingValues: { type: "array", items: { type: "string" } },
    primaryKey: { type: "array", minItems: 1, uniqueItems: true, items: { type: "string" } },
    foreignKeys: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["fields", "reference"],
        properties: {
          fields: { type: "array", minItems: 1, items: { type: "string" } },
          reference: {
            type: "object",
            required: ["resource", "fields"],
            properties: {
              resource: { type: "string" },
              fields: { type: "array", minItems: 1, items: { type: "string" } },
            },
          },
        },
      },
    },
  },
} as const;
