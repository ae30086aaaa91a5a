import { z } from "zod";

/** A usual mistake in a line of YAML: where, what is wrong and how the line is written right. Line and column count from 1. */
interface YamlMistake {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly mend: string;
}

const KEY = "(?<indent>[ \\t]*)(?<dash>- )?(?<key>[a-z][a-z_]*)";
const GLUED = new RegExp(`^${KEY}:(?<value>[^\\s/].*)$`, "u");
const WIDE_COLON = new RegExp(`^${KEY}\\s*：\\s*(?<value>.*)$`, "u");
const EQUALS = new RegExp(`^${KEY}\\s*=\\s*(?<value>.*)$`, "u");
const PAIR = new RegExp(`^${KEY}:\\s+(?<value>\\S.*)$`, "u");

/**
 * The usual mistakes of people who do not know YAML, all of them, line by line. Only asked once the YAML parser has
 * refused the text: it stops at the first place where it is lost, which is often not the place of the mistake.
 */
export function findYamlMistakes(source: string): YamlMistake[] {
  const mistakes: YamlMistake[] = [];
  let before: { indent: number; isScalar: boolean } | undefined;
  for (const [i, text] of source.split("\n").entries()) {
    if (text.trim() === "" || text.trimStart().startsWith("#")) continue;
    const at = (column: number, message: string, mend: string) =>
      mistakes.push({ line: i + 1, column, message, mend });
    if (/^ *\t/.test(text)) {
      at(1, "thụt đầu dòng bằng phím Tab", "thụt bằng dấu cách");
      continue;
    }
    const glued = /^ *[-–—•](?=[^\s-])|^ *[–—•] /u.exec(text)?.[0];
    if (glued !== undefined) {
      at(
        glued.trimEnd().length,
        "mục của danh sách không bắt đầu bằng - rồi một dấu cách",
        `viết - ${text.slice(glued.length)}`,
      );
      before = undefined;
      continue;
    }
    const open = /^ *- *\{[^}]*$/.exec(text.trimEnd())?.[0];
    if (open !== undefined) {
      at(open.indexOf("{") + 1, "dấu ngoặc nhọn không được đóng", "thêm } vào cuối dòng này");
      before = undefined;
      continue;
    }
    const wrong = (WIDE_COLON.exec(text) ?? EQUALS.exec(text) ?? GLUED.exec(text))?.groups;
    const pair = PAIR.exec(text.trimEnd())?.groups;
    const { indent = "", dash = "", key = "", value = "" } = wrong ?? pair ?? {};
    const shown = value.length > 100 ? `${value.slice(0, 100)}…` : value;
    const column = indent.length + dash.length + 1;
    if (wrong)
      at(column, `sau “${key}” cần dấu hai chấm “:” rồi một dấu cách`, `viết ${key}: ${shown || "…"}`);
    else if (pair) {
      const mistake = mistakeInValue(key, value, shown);
      if (mistake) at(text.lastIndexOf(value) + 1, ...mistake);
      if (dash === "" && before?.isScalar && indent.length > before.indent)
        at(1, `khóa “${key}” thụt vào sâu hơn dòng trên`, "cho các khóa bắt đầu ở cùng một cột");
    }
    const isScalar = /^[^[{|>]/.test(value);
    before = wrong || pair ? { indent: indent.length + dash.length, isScalar } : undefined;
  }
  return mistakes;
}

/**
 * What keeps a value from being read: a colon or quotation marks in it, or a bracket or quotation mark that stays open.
 * @param shown the value, cut to what a message can hold
 */
function mistakeInValue(
  key: string,
  value: string,
  shown: string,
): [message: string, mend: string] | undefined {
  if (/^[“”«]/.test(value) && /:(\s|$)/.test(value))
    return [
      "giá trị có dấu hai chấm mà chỉ nằm trong ngoặc cong “ ”",
      `viết ${key}: ${quote(shown.replace(/[“”«»]/g, ""))}`,
    ];
  if (value.startsWith('"')) {
    const end = /^"(?:[^"\\]|\\.)*"/.exec(value)?.[0].length;
    if (end === undefined) return ["dấu ngoặc kép không được đóng", `viết ${key}: ${quote(shown.slice(1))}`];
    return /^\s*(#.*)?$/.test(value.slice(end))
      ? undefined
      : [
          "có chữ đứng sau dấu ngoặc kép đóng",
          `viết ${key}: ${quote(shown.endsWith('"') ? shown.slice(1, -1) : shown)}`,
        ];
  }
  if (value.startsWith("[") && !value.includes("]"))
    return ["dấu ngoặc vuông không được đóng", `viết ${key}: ${shown}]`];
  // What stands behind a number sign is a comment.
  if (/^[^'[{|>&!*]/.test(value) && /:(\s|$)/.test(value.replace(/\s#.*$/, "")))
    return ["giá trị có dấu hai chấm phải nằm trong ngoặc kép", `viết ${key}: ${quote(shown)}`];
  return undefined;
}

/** A text as YAML writes it; one with quotation marks stands in single ones. */
function quote(text: string): string {
  return text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/**
 * What a field wants where its value is of the wrong kind: a list, one value, or so many values.
 * @param pair what was read as a key and its value
 */
export function wantedKind(
  issue: z.core.$ZodIssue,
  typed: unknown,
  pair: string | undefined,
): [message: string, mend: string] {
  const name = issue.path.filter(part => typeof part === "string").at(-1) ?? "";
  if (issue.code === "too_small" || issue.code === "too_big") {
    const count = issue.code === "too_small" ? issue.minimum : issue.maximum;
    return [`cần đúng ${count} giá trị`, `viết ${name}: [${Array(Number(count)).fill("…").join(", ")}]`];
  }
  if (issue.code === "invalid_type" && (issue.expected === "array" || issue.expected === "tuple"))
    return [
      "cần một danh sách",
      typeof typed === "string" && typed !== ""
        ? `viết ${name}: [${typed.split(/\s*[,;]\s*|(?<=^\d{4})\s*[-–]\s*(?=\d{4}$)/).join(", ")}]`
        : "viết mỗi mục một dòng, thụt hai dấu cách và bắt đầu bằng - rồi một dấu cách",
    ];
  if (issue.code === "invalid_type" && issue.expected === "string" && pair !== undefined)
    return ["giá trị có dấu hai chấm phải nằm trong ngoặc kép", `viết ${quote(pair)}`];
  if (issue.code === "invalid_type" && issue.expected === "string")
    return ["chỉ nhận một giá trị, không phải danh sách", `viết ${name}: …`];
  return ["giá trị không đúng dạng", "xem lại định dạng của khóa này"];
}

/** The keys that may stand at a path of a schema; none where it has no keys. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const type = typeAt(schema, path);
  if (type instanceof z.ZodOptional) return keysAt(type.unwrap(), []);
  if (type instanceof z.ZodPipe) return keysAt(type.in, []);
  return type instanceof z.ZodObject ? Object.keys(type.shape) : [];
}

/** Whether what stands at a path of a schema may be left out. */
export function isOptionalAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): boolean {
  return typeAt(schema, path) instanceof z.ZodOptional;
}

function typeAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  if (schema instanceof z.ZodOptional) return typeAt(schema.unwrap(), path);
  if (schema instanceof z.ZodPipe) return typeAt(schema.in, path);
  if (schema instanceof z.ZodArray) return typeAt(schema.element, rest);
  const field: z.core.$ZodType | undefined =
    schema instanceof z.ZodObject ? schema.shape[String(step)] : undefined;
  return field && typeAt(field, rest);
}
