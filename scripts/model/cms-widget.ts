import { SLUG, SLUG_RULE } from "./fields.ts";
import { type Field, type FormatName, fieldsOf, type Shape } from "./format.ts";

/** A field of the form, as Sveltia CMS reads it. */
type Widget = Control & { readonly name: string };

type Control = Readonly<Record<string, unknown>> & { readonly widget: string };

interface Option {
  readonly value: string;
  readonly label: string;
}

/** What may be chosen for a key that names something of the site, by `format.key`. */
export type Options = Readonly<Partial<Record<string, readonly Option[]>>>;

/** A file name: its form, and what is said of another. */
export const SLUG_FORM = [SLUG.source, SLUG_RULE];
const YEAR = ["^(19|20)\\d{2}$", "viết năm bằng bốn chữ số, ví dụ 2023"];

const TO_29 = "(0?[1-9]|[12]\\d)";
const [MONTH, MONTH_OF_30, MONTH_OF_31] = ["(0?[1-9]|1[0-2])", "(0?[13-9]|1[0-2])", "(0?[13578]|1[02])"];
const MONTH_DAY = `(${MONTH}-${TO_29}|${MONTH_OF_30}-30|${MONTH_OF_31}-31)`;
const dayMonth = (sign: string) =>
  `(${TO_29}${sign}${MONTH}|30${sign}${MONTH_OF_30}|31${sign}${MONTH_OF_31})${sign}\\d{4}`;
/** The days of the calendar in the forms of a date; which years have a 29 February is left to the checker. */
const DAY = [
  `^(\\d{4}-${MONTH_DAY}|${dayMonth("/")}|${dayMonth("-")})$`,
  "ghi một ngày có trong lịch, dạng 2023-06-30 hoặc 30/6/2023",
];
const ISO_DAY = [`^(?=.{10}$)\\d{4}-${MONTH_DAY}$`, "ghi một ngày có trong lịch, dạng 2023-06-30"];

/** Keys that the form makes the name of the file of, so that it asks for them even where the checker does not. */
const NAMING = new Set(["update.reporter", "update.as_of"]);

/** What a new entry begins with. */
const FIRST: Readonly<Record<string, string>> = { "plan.state": "draft" };

/** The fields of the form of a format, with the keys that the checker knows and in its order. */
export function widgetsOf(format: FormatName, options: Options): Widget[] {
  return fieldsOf(format).map(field => widgetOf(format, field, options));
}

function widgetOf(path: string, field: Field, options: Options): Widget {
  const { key, title, inForm, example, isRequired, shape } = field;
  const own = `${path}.${key}`;
  const isTyped = shape.kind !== "choice" && shape.kind !== "list" && !options[own];
  return {
    name: key,
    label: title,
    hint: isTyped ? `${inForm} Ví dụ: ${example}` : inForm,
    required: isRequired || NAMING.has(own),
    ...(FIRST[own] !== undefined && { default: FIRST[own] }),
    ...control(own, shape, field, options),
  };
}

/** However few there are, things of the site are looked up by typing, not read one by one. */
const DROPDOWN = { dropdown_threshold: 0 };

function control(path: string, shape: Shape, field: Field, options: Options): Control {
  const choices = options[path];
  switch (shape.kind) {
    case "choice":
      return {
        widget: "select",
        options: shape.options.map(value => ({ value, label: field.options?.[value] ?? value })),
      };
    case "list":
      if (choices) return { widget: "select", multiple: true, ...DROPDOWN, options: choices };
      if (shape.of.kind === "group")
        return {
          widget: "list",
          ...foldedList(shape.of.fields),
          fields: subfields(path, shape.of.fields, options),
        };
      return {
        widget: "list",
        ...(shape.length !== undefined && { min: shape.length, max: shape.length }),
        ...(shape.of.kind === "year" && { label_singular: "Năm" }),
        field: {
          name: "item",
          label: shape.of.kind === "year" ? "Năm" : field.title,
          ...control(`${path}.item`, shape.of, field, options),
        },
      };
    case "group":
      return { widget: "object", fields: subfields(path, shape.fields, options) };
    case "date":
      // A calendar would read 1/2/2023 as the second of January. Where the day names the file, it has one form.
      return { widget: "string", pattern: NAMING.has(path) ? ISO_DAY : DAY };
    case "year":
      return { widget: "string", pattern: YEAR };
    case "slug":
      if (choices) return { widget: "select", ...DROPDOWN, options: choices };
      return { widget: "string", pattern: SLUG_FORM };
    default:
      return { widget: "string" };
  }
}

/** Groups that are filled show one line each, so that the text of a plan is not pages below its last target. */
function foldedList(fields: readonly Field[]): object {
  const summary = fields.filter(({ isRequired }) => isRequired).map(({ key }) => `{{${key}}}`);
  return { collapsed: "auto", minimize_collapsed: "auto", summary: summary.join(" · ") };
}

function subfields(path: string, fields: readonly Field[], options: Options): Widget[] {
  return fields.map(field => widgetOf(path, field, options));
}
