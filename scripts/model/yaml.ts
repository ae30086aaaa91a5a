import { isMap, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { findTitled, mendChoice, type NamedKeys } from "./meant-word.ts";
import type { Place, Report } from "./problem.ts";
import { refusedYaml } from "./refused-yaml.ts";
import { findNearest, suggest } from "./vietnamese.ts";
import { findYamlMistakes, isOptionalAt, keysAt, wantedKind } from "./yaml-mistakes.ts";

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
  // Places are for problems, which hardly any file has.
  let places: ((...path: PropertyKey[]) => Place) | undefined;
  const placeOf = (...path: PropertyKey[]): Place => {
    places ??= readAnyYaml(source, start, schema, report, words)?.placeOf;
    return places?.(...path) ?? start;
  };
  return { fields: parsed.data, placeOf };
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
  const offsetPlace = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: start.file, line: start.line + line - 1, column: Math.max(col, 1) };
  };
  const nodePlace = (node: unknown): Place =>
    isNode(node) && node.range ? offsetPlace(node.range[0]) : start;
  const signPlace = (node: unknown, sign: string): Place =>
    isNode(node) && node.range ? offsetPlace(startOfSign(source, sign, node.range[0])) : start;
  // The parser stops at the first place where it is lost; what people usually do wrong is known line by line.
  const mistakes = yaml.errors.length > 0 || !isMap(yaml.contents) ? findYamlMistakes(source) : [];
  for (const { line, column, message, mend } of mistakes)
    report({ file: start.file, line: start.line + line - 1, column }, message, mend);
  if (mistakes.length > 0) return undefined;
  const refused = refusedYaml(yaml, source, offsetPlace, nodePlace, signPlace);
  if (refused.length > 0) {
    for (const [place, message, mend] of refused) report(place, message, mend);
    return undefined;
  }
  if (!isMap(yaml.contents)) {
    report(
      nodePlace(yaml.contents),
      "không có danh sách khóa: giá trị",
      "viết mỗi dòng một khóa, ví dụ title: …",
    );
    return undefined;
  }
  const placeOf = (...path: PropertyKey[]): Place => {
    for (let length = path.length; length > 0; length--) {
      const node = yaml.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return offsetPlace(node.range[0]);
    }
    return start;
  };
  const keyPlace = (path: PropertyKey[], key: string): Place => {
    const map = path.length === 0 ? yaml.contents : yaml.getIn(path, true);
    if (isMap(map)) for (const pair of map.items) if (String(pair.key) === key) return nodePlace(pair.key);
    return placeOf(...path);
  };
  const parsed = schema.safeParse(yaml.toJS());
  if (parsed.success) return { fields: parsed.data, placeOf };
  const { issues } = parsed.error;
  const unknown = issues.flatMap(issue => (issue.code === "unrecognized_keys" ? issue.keys : []));
  for (const [i, issue] of issues.entries()) {
    // A list of the wrong length or kind is refused once for each of its rules.
    if (
      issues.findIndex(({ path }) => path.join() === issue.path.join()) < i &&
      issue.code.startsWith("too_")
    )
      continue;
    // What a group as a whole lacks may be the key that is misspelled in it.
    if (
      issue.code === "custom" &&
      issues.some(other => other.code === "unrecognized_keys" && other.path.join() === issue.path.join())
    )
      continue;
    const typed = yaml.getIn(issue.path);
    const node = yaml.getIn(issue.path, true);
    const pair = isMap(node) && node.range ? source.slice(node.range[0], node.range[1]).trim() : undefined;
    const isOptional = isOptionalAt(schema, issue.path);
    const names = { known: keysAt(schema, issue.path), unknown, words, pair, isOptional };
    reportIssue(issue, typeof typed === "string" ? typed : undefined, names, { keyPlace, placeOf }, report);
  }
  return undefined;
}

/** A tag or an anchor stands before its value: where it begins. */
function startOfSign(source: string, sign: string, valueStart: number): number {
  let at = source.lastIndexOf(sign, valueStart);
  while (at > 0 && source[at - 1] === sign) at--;
  return Math.max(at, 0);
}

function unknownKey(
  key: string,
  meant: string | undefined,
  known: readonly string[],
): [message: string, mend: string] {
  // {at_least: 86,5}: the comma ends the number, and its decimals stand as a key.
  if (/^\d+$/.test(key))
    return [
      `“${key}” đứng riêng sau dấu phẩy`,
      'trong {…} dấu phẩy ngăn các khóa: viết số thập phân trong ngoặc kép, như "86,5", hoặc với dấu chấm, như 86.5',
    ];
  const keys = `bỏ khóa này; các khóa dùng được: ${known.join(", ")}`;
  return [`khóa “${key}” không có trong định dạng`, suggest(meant ?? key, known, keys)];
}

interface IssuePlaces {
  keyPlace: (path: PropertyKey[], key: string) => Place;
  placeOf: (...path: PropertyKey[]) => Place;
}

/** Turns one zod issue into one problem in Vietnamese. `typed` is the text that was refused, where there is one. */
function reportIssue(
  issue: z.core.$ZodIssue,
  typed: string | undefined,
  keys: {
    readonly known: readonly string[];
    readonly unknown: readonly string[];
    readonly words: NamedKeys;
    /** What was read as a key and its value where one value is wanted. */
    readonly pair: string | undefined;
    readonly isOptional: boolean;
  },
  places: IssuePlaces,
  report: Report,
): void {
  const path = issue.path as PropertyKey[];
  const names = path.filter(part => typeof part === "string");
  const name = names.at(-1) ?? "";
  const titleOf = (key: string) => keys.words[[...names, key].join(".")]?.title;
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys)
      report(
        places.keyPlace(path, key),
        ...unknownKey(key, findTitled(key, keys.known, titleOf), keys.known),
      );
  } else if (issue.code === "custom") {
    const mend = String(issue.params?.mend ?? "xem lại giá trị");
    report(
      places.placeOf(...path),
      `${name}: ${issue.message}`,
      // A key that is needed cannot be left out.
      keys.isOptional ? mend : mend.replace(/^ghi giá trị( thật)?,? hoặc bỏ .*/, "ghi giá trị$1"),
    );
  } else if (issue.code === "invalid_value" && typed !== undefined) {
    const values = issue.values.map(String);
    report(
      places.placeOf(...path),
      `${name}: “${typed}” không có trong danh mục`,
      mendChoice(typed, values, keys.words[names.join(".")]?.options),
    );
  } else if (/received undefined/.test(issue.message) || issue.code === "invalid_value") {
    // A key that is only misspelled is reported as that.
    const title = keys.words[names.join(".")]?.title;
    const isName = (key: string) =>
      findNearest(key, [name]) !== undefined || findTitled(key, [name], () => title) !== undefined;
    if (!keys.unknown.some(isName))
      report(places.placeOf(...path.slice(0, -1)), `thiếu khóa “${name}”`, `thêm dòng ${name}: …`);
  } else {
    const [message, mend] = wantedKind(issue, typed, keys.pair);
    report(places.placeOf(...path), `${name}: ${message}`, mend);
  }
}
