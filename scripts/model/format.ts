import { z } from "zod";
import {
  DATE_FORMS,
  date,
  names,
  number,
  rankNumber,
  reference,
  SLUG,
  slug,
  webAddress,
  wholeNumber,
  year,
} from "./fields.ts";
import { WORDS, type Words } from "./format-words.ts";
import { mendChoice } from "./meant-word.ts";
import { targetFields } from "./target.ts";

/** What is written into one key or column: a plain value, one of a few, a list, or a group of keys. */
export type Shape =
  | { readonly kind: "text" | "date" | "year" | "number" | "whole" | "slug" | "names" | "address" }
  | { readonly kind: "choice"; readonly options: readonly string[] }
  | { readonly kind: "list"; readonly of: Shape; readonly length: number | undefined }
  | { readonly kind: "group"; readonly fields: readonly Field[] };

/** One key of front matter or one column of a table, with what an editor is told about it. */
export interface Field {
  readonly key: string;
  readonly isRequired: boolean;
  readonly shape: Shape;
  /** What it is, in two or three words. */
  readonly title: string;
  /** What to write, one sentence. */
  readonly help: string;
  /** A value that the checker accepts, as it is typed. */
  readonly example: string;
  /** What the options of a choice mean. */
  readonly options: Readonly<Record<string, string>> | undefined;
  /** The same as `help`, for whoever sees a box of a form and no key. */
  readonly inForm: string;
}

/** The files that editors write: Markdown with front matter, and tables. */
export type FormatName = keyof typeof WORDS;
export const FORMAT_NAMES: readonly FormatName[] = ["plan", "update", "page", "agency", "document", "result"];

/**
 * The keys of a format, read from the schema that the checker uses and in its order. Forms, tables of the guide,
 * snippets and questions are all made from this list, so that none of them can know a key that the checker does not.
 */
export function fieldsOf(name: FormatName): readonly Field[] {
  const { schema, words } = WORDS[name];
  return fieldsOfObject(schema, words, "");
}

function fieldsOfObject(
  schema: z.ZodObject,
  words: Readonly<Record<string, Words | undefined>>,
  path: string,
): Field[] {
  return Object.entries(schema.shape).map(([key, type]) => {
    const own = words[path + key];
    if (!own) throw new Error(`no words for the key ${path}${key}`);
    const { title, help, example, options, inForm = help } = own;
    const isRequired = !(type instanceof z.ZodOptional);
    const shape = shapeOf(type, words, `${path}${key}.`);
    return { key, isRequired, shape, title, help, example, options, inForm };
  });
}

const PLAIN = new Map<unknown, Shape>([
  [date, { kind: "date" }],
  [year, { kind: "year" }],
  [number, { kind: "number" }],
  [wholeNumber, { kind: "whole" }],
  [rankNumber, { kind: "whole" }],
  [slug, { kind: "slug" }],
  [reference, { kind: "slug" }],
  [names, { kind: "names" }],
  [webAddress, { kind: "address" }],
]);

function shapeOf(type: unknown, words: Readonly<Record<string, Words | undefined>>, path: string): Shape {
  if (type instanceof z.ZodOptional) return shapeOf(type.unwrap(), words, path);
  if (type instanceof z.ZodEnum) return { kind: "choice", options: type.options.map(String) };
  if (type instanceof z.ZodArray) {
    const { minItems } = z.toJSONSchema(type, { io: "input" });
    return { kind: "list", of: shapeOf(type.element, words, path), length: minItems };
  }
  if (type instanceof z.ZodObject) return { kind: "group", fields: fieldsOfObject(type, words, path) };
  if (type === targetFields) return shapeOf(targetFields.in, words, path);
  return PLAIN.get(type) ?? { kind: "text" };
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * JSON Schema (draft 7, which editors understand best) of the front matter of a format, for completion and for
 * underlining what is wrong while it is typed. It knows the shape of one file; the checker knows the whole site.
 */
export function jsonSchema(name: "plan" | "update" | "page"): JsonSchema {
  const { schema } = WORDS[name];
  const made = z.toJSONSchema(schema, { io: "input", target: "draft-7", override: loosen });
  describe(made, fieldsOf(name));
  return name === "plan" ? { ...made, oneOf: [{ required: ["year"] }, { required: ["years"] }] } : made;
}

const YEAR = { type: ["integer", "string"], pattern: "^(19|20)\\d{2}$", minimum: 1900, maximum: 2099 };
/** The forms in which a day may be typed. */
const DATE_PATTERN = DATE_FORMS.map(({ source }) => source.replace(/\(\?<\w+>/g, "(")).join("|");

/** The checker reads every value as the text that was typed; to other readers of YAML `2023` is a number. */
function loosen({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: JsonSchema }): void {
  if (zodSchema === year) Object.assign(jsonSchema, YEAR);
  else if (zodSchema === date) Object.assign(jsonSchema, { type: "string", pattern: DATE_PATTERN });
  else if (zodSchema === slug || zodSchema === reference)
    Object.assign(jsonSchema, { type: "string", pattern: SLUG.source });
  else if (jsonSchema.type === "string" && !jsonSchema.enum && !jsonSchema.pattern)
    Object.assign(jsonSchema, { type: ["string", "number", "boolean"] });
}

function describe(schema: JsonSchema, fields: readonly Field[]): void {
  for (const { key, title, help, example, options, shape } of fields) {
    const property = schema.properties?.[key];
    if (typeof property !== "object") continue;
    property.title = title;
    property.description = `${help} Ví dụ: ${example}`;
    if (options) property.enumDescriptions = (property.enum ?? []).map(value => options[String(value)] ?? "");
    const inner = shape.kind === "list" ? shape.of : shape;
    const items = shape.kind === "list" ? property.items : property;
    if (inner.kind === "group" && typeof items === "object" && !Array.isArray(items))
      describe(items, inner.fields);
  }
}

/** Why a typed value of a key is refused and how to mend it, as one Vietnamese sentence; undefined when it is good. */
export function checkValue(
  name: FormatName,
  key: string,
  typed: string | readonly string[],
): string | undefined {
  const type = Object.entries(WORDS[name].schema.shape).find(([known]) => known === key)?.[1];
  const issue = type?.safeParse(typed).error?.issues[0];
  if (!issue) return undefined;
  if (issue.code === "custom") return `${issue.message}; ${issue.params?.mend}`;
  const field = fieldsOf(name).find(known => known.key === key);
  if (issue.code === "invalid_value")
    return `“${typed}” không có trong danh mục; ${mendChoice(String(typed), issue.values.map(String), field?.options)}`;
  if (field?.shape.kind === "list" && field.shape.length !== undefined)
    return `cần đúng ${field.shape.length} giá trị, như ${field.example}. ${field.help}`;
  return "giá trị không đúng dạng; xem ví dụ trong hướng dẫn";
}
