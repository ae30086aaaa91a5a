import matter from "gray-matter";
import type { z } from "zod";
import type { NamedKeys } from "./meant-word.ts";
import type { Place, Report } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";
import { type PlacedFields, readYaml } from "./yaml.ts";

/** A Markdown file with its front matter read and checked. */
export interface MarkdownFile<Fields> {
  /** undefined = refused; every reason has been reported. The body can be checked all the same. */
  readonly front: PlacedFields<Fields> | undefined;
  readonly path: string;
  /** The Markdown below the front matter. */
  readonly body: string;
  /** The 1-based line of the file on which `body` begins. */
  readonly bodyLine: number;
}

/** gray-matter reads a run of empty lines anew from each of them, unless a sign stands there; no text has this one. */
const STOP = "\0";

/**
 * gray-matter's YAML engine. It hands the text on unread, so that one reader (readYaml) serves front matter, index
 * descriptions and chart blocks alike, with the positions that problems need.
 */
const YAML = { parse: (source: string): object => ({ source: source.replaceAll(STOP, "") }) };

/**
 * Splits a Markdown file and checks its front matter against a zod schema of text fields (fields.ts).
 * Only plain YAML is read: no other language, no tag, no anchor.
 * @param words what its keys and values are called in Vietnamese
 * @returns undefined when there is no front matter; the reason has then been reported.
 */
export function parseMarkdownFile<Schema extends z.ZodType>(
  file: SourceFile,
  schema: Schema,
  report: Report,
  words?: NamedKeys,
): MarkdownFile<z.output<Schema>> | undefined {
  const at = (line: number, column = 1): Place => ({ file: file.path, line, column });
  const opening = /^---[^\S\n]*([^\n]*)/.exec(file.text);
  if (!opening) {
    const isLow = /^\s+---/.test(file.text);
    const isDashed = /^\s*[-–—]{1,4}[^\S\n]*\n/u.test(file.text);
    report(
      at(1),
      "tệp không có phần đầu (front matter)",
      isLow
        ? "xóa các dòng trống và dấu cách phía trên dòng ---"
        : isDashed
          ? "viết dòng đầu tiên bằng đúng ba dấu gạch ngang của bàn phím ---"
          : "bắt đầu tệp bằng dòng --- rồi các khóa như title: …",
    );
    return undefined;
  }
  if (opening[1]?.trim()) {
    report(
      at(1, 4),
      `phần đầu khai ngôn ngữ “${opening[1].trim()}”`,
      "mở phần đầu bằng đúng ba dấu gạch ---",
    );
    return undefined;
  }
  // gray-matter cuts at the first line that begins with three dashes, whatever follows them; Word makes one dash of three.
  const closing = /\n(---[^\n]*)/.exec(file.text);
  const wrong = /\n(?!---[^\S\n]*(?:\n|$))([-–—]{2,}|[–—])[^\S\n]*(?=\n|$)/u.exec(file.text);
  if (wrong && (!closing || wrong.index <= closing.index)) {
    report(
      at(countLines(file.text, wrong.index) + 2),
      `dòng “${wrong[1]}” không đóng được phần đầu`,
      "viết đúng ba dấu gạch ngang của bàn phím ---",
    );
    return undefined;
  }
  if (closing?.[1]?.trimEnd() !== "---") {
    report(at(1), "phần đầu chưa được đóng", "thêm một dòng --- sau khóa cuối cùng");
    return undefined;
  }
  const stopped = file.text.slice(0, closing.index).replace(/^(?=\s)/gm, STOP);
  const split = matter(stopped + file.text.slice(closing.index), {
    language: "yaml",
    engines: { yaml: YAML },
  });
  // The source begins with the line break behind the opening ---, so its lines are the file's lines.
  const source = typeof split.data.source === "string" ? split.data.source : "";
  const front = readYaml(source, at(1), schema, report, words);
  const bodyStart = file.text.length - split.content.length;
  return { front, path: file.path, body: split.content, bodyLine: countLines(file.text, bodyStart) + 1 };
}

function countLines(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
