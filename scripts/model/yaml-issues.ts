import { type Document, isMap } from "yaml";
import type { z } from "zod";
import { findCalled, mendChoice, type NamedKeys } from "./meant-word.ts";
import type { Report } from "./problem.ts";
import { findNearest, suggest } from "./vietnamese.ts";
import { isOptionalAt, keysAt, wantedKind } from "./yaml-mistakes.ts";
import type { YamlPlaces } from "./yaml-places.ts";

/** A piece of YAML that a schema refused. */
interface TypedYaml {
  readonly yaml: Document.Parsed;
  readonly source: string;
  readonly schema: z.ZodType;
  readonly words: NamedKeys;
  readonly places: YamlPlaces;
}

/** Turns what a schema says against a piece of YAML into problems in Vietnamese, each once. */
export function reportIssues(
  issues: readonly z.core.$ZodIssue[],
  { yaml, source, schema, words, places }: TypedYaml,
  report: Report,
): void {
  const unknown = issues.flatMap(issue => (issue.code === "unrecognized_keys" ? issue.keys : []));
  const isMisspelled = (key: string, group: string) =>
    unknown.some(
      typed =>
        findNearest(typed, [key]) !== undefined || findCalled(typed, [key], words, group) !== undefined,
    );
  for (const [i, issue] of issues.entries()) if (!isToldBy(issue, issues.slice(0, i), issues)) tell(issue);

  function tell(issue: z.core.$ZodIssue): void {
    const { path } = issue;
    const names = path.filter(part => typeof part === "string");
    const name = names.at(-1) ?? "";
    const own = words[names.join(".")];
    const typed = yaml.getIn(path);
    if (issue.code === "unrecognized_keys") {
      const known = keysAt(schema, path);
      for (const key of issue.keys)
        report(
          places.ofKey(path, key),
          ...unknownKey(key, findCalled(key, known, words, groupOf(names)), known),
        );
    } else if (issue.code === "custom") {
      if (typed === undefined && isMisspelled(name, groupOf(names.slice(0, -1)))) return;
      const mend = String(issue.params?.mend ?? "xem lại giá trị");
      report(
        places.ofPath(path),
        `${name}: ${issue.message}`,
        // A key that is needed cannot be left out.
        isOptionalAt(schema, path)
          ? mend
          : mend.replace(/^ghi giá trị( thật)?,? hoặc bỏ .*/, "ghi giá trị$1"),
      );
    } else if (issue.code === "invalid_value" && typeof typed === "string")
      report(
        places.ofPath(path),
        `${name}: “${typed}” không có trong danh mục`,
        mendChoice(typed, issue.values.map(String), own?.options),
      );
    else if (/received undefined/.test(issue.message) || issue.code === "invalid_value") {
      // A key that is only misspelled is reported as that.
      if (!isMisspelled(name, groupOf(names.slice(0, -1))))
        report(places.ofPath(path.slice(0, -1)), `thiếu khóa “${name}”`, `thêm dòng ${name}: …`);
    } else {
      const node = yaml.getIn(path, true);
      // What was read as a key and its value where one value is wanted.
      const pair = isMap(node) && node.range ? source.slice(node.range[0], node.range[1]).trim() : undefined;
      const [message, mend] = wantedKind(issue, typeof typed === "string" ? typed : undefined, pair);
      report(places.ofPath(path), `${name}: ${message}`, mend);
    }
  }
}

/** What stands before the keys of a group in the words. */
function groupOf(names: readonly string[]): string {
  return names.map(name => `${name}.`).join("");
}

/** Whether an issue only repeats another one. */
function isToldBy(
  { path, code }: z.core.$ZodIssue,
  before: readonly z.core.$ZodIssue[],
  all: readonly z.core.$ZodIssue[],
): boolean {
  const isHere = (other: z.core.$ZodIssue) => other.path.join() === path.join();
  // A list of the wrong length or kind is refused once for each of its rules.
  if (code.startsWith("too_") && before.some(isHere)) return true;
  // What a group as a whole lacks may be the key that is misspelled in it.
  return code === "custom" && all.some(other => other.code === "unrecognized_keys" && isHere(other));
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
  if (/[“”]/.test(key))
    return [
      `“${key.replace(/[“”]/g, "")}” đứng riêng sau dấu phẩy`,
      'trong {…} dấu phẩy ngăn các khóa, và ngoặc cong “ ” không giữ được chữ: đặt cả giá trị trong ngoặc kép thẳng "…"',
    ];
  const keys = `bỏ khóa này; các khóa dùng được: ${known.join(", ")}`;
  return [`khóa “${key}” không có trong định dạng`, suggest(meant ?? key, known, keys)];
}
