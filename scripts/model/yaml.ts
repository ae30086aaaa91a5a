import { isMap, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { NamedKeys } from "./meant-word.ts";
import type { Place, Report } from "./problem.ts";
import { refusedYaml } from "./refused-yaml.ts";
import { reportIssues } from "./yaml-issues.ts";
import { findYamlMistakes } from "./yaml-mistakes.ts";
import { yamlPlaces } from "./yaml-places.ts";

/** The fields of a piece of YAML, and where each of them stands: `placeOf("targets", 0, "index")`. */
export interface PlacedFields<Fields> {
  readonly fields: Fields;
  readonly placeOf: (...path: PropertyKey[]) => Place;
}

/**
 * Reads plain YAML and checks it. Every scalar is kept as the text that was typed (0123, 12:30, 01); the schema's
 * fields give it a type.
 * @param start the file, and the 1-based line on which `source` begins
 * @param words what its keys and values are called in Vietnamese, for whoever writes those; `targets.year` in a list
 */
export function readYaml<Schema extends z.ZodType>(
  source: string,
  start: Place,
  schema: Schema,
  report: Report,
  words: NamedKeys = {},
): PlacedFields<z.output<Schema>> | undefined {
  const long = source.split("\n").findIndex(line => line.length > LONGEST_LINE);
  if (long >= 0) {
    const place = { file: start.file, line: start.line + long, column: 1 };
    report(
      place,
      `dòng dài quá ${LONGEST_LINE} ký tự`,
      "chia thành nhiều dòng, hoặc chuyển lời văn xuống phần dưới",
    );
    return undefined;
  }
  const plain = parsePlainYaml(source);
  const parsed = plain && schema.safeParse(plain);
  if (!parsed?.success) return readAnyYaml(source, start, schema, report, words);
  return { fields: parsed.data, placeOf: (...path) => placeInPlainYaml(source, start, path) };
}

/** Letters of a line; the time that the yaml package takes for one grows with the square of them. */
const LONGEST_LINE = 10_000;

const PLAIN_PAIR = /^([a-z_]+): (?:([\p{L}\p{N}][^:#\t]*)|\[([\p{L}\p{N}][^:#\t[\]{}"']*)\])$/u;

/**
 * Reads YAML of the plainest kind, `key: words` and `key: [word, word]`, as the yaml package does but without its tree.
 * @returns undefined when any line might mean something else
 */
export function parsePlainYaml(source: string): Record<string, string | string[]> | undefined {
  const map: Record<string, string | string[]> = {};
  for (const line of source.split("\n")) {
    if (line === "") continue;
    const [, key, words, list] = PLAIN_PAIR.exec(line) ?? [];
    if (key === undefined || key in map) return undefined;
    if (words !== undefined) map[key] = words.replace(/ +$/, "");
    else {
      const items = (list ?? "").split(/ *, */).map(item => item.replace(/ +$/, ""));
      if (!items.every(item => /^[\p{L}\p{N}]/u.test(item))) return undefined;
      map[key] = items;
    }
  }
  return Object.keys(map).length > 0 ? map : undefined;
}

/** Where a value of the plainest kind of YAML stands, or an item of a list; the start where there is none. */
export function placeInPlainYaml(source: string, start: Place, [key, item]: readonly PropertyKey[]): Place {
  const lines = source.split("\n");
  const line = lines.findIndex(text => text.startsWith(`${String(key)}: `));
  const text = lines[line];
  if (text === undefined) return start;
  const value = String(key).length + 2;
  const isItem = typeof item === "number" && text[value] === "[";
  const before = isItem ? [...text.matchAll(/[[,] */g)][item] : undefined;
  const column = (before ? before.index + before[0].length : value) + 1;
  return { file: start.file, line: start.line + line, column };
}

/** The same for any YAML, with every problem reported at its place. */
function readAnyYaml<Schema extends z.ZodType>(
  source: string,
  start: Place,
  schema: Schema,
  report: Report,
  words: NamedKeys,
): PlacedFields<z.output<Schema>> | undefined {
  const lines = new LineCounter();
  const yaml = parseDocument(source, { schema: "failsafe", lineCounter: lines, prettyErrors: false });
  // The parser stops at the first place where it is lost; what people usually do wrong is known line by line.
  const mistakes = yaml.errors.length > 0 || !isMap(yaml.contents) ? findYamlMistakes(source) : [];
  for (const { line, column, message, mend } of mistakes)
    report({ file: start.file, line: start.line + line - 1, column }, message, mend);
  if (mistakes.length > 0) return undefined;
  const places = yamlPlaces(yaml, source, lines, start);
  const refused = refusedYaml(yaml, source, places);
  for (const [place, message, mend] of refused) report(place, message, mend);
  if (refused.length > 0) return undefined;
  if (!isMap(yaml.contents)) {
    report(
      places.ofNode(yaml.contents),
      "không có danh sách khóa: giá trị",
      "viết mỗi dòng một khóa, ví dụ title: …",
    );
    return undefined;
  }
  const parsed = schema.safeParse(yaml.toJS());
  if (parsed.success) return { fields: parsed.data, placeOf: (...path) => places.ofPath(path) };
  reportIssues(parsed.error.issues, { yaml, source, schema, words, places }, report);
  return undefined;
}
