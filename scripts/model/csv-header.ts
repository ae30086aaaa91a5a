import type { z } from "zod";
import { findCalled, type NamedKeys } from "./meant-word.ts";
import type { Place, Report } from "./problem.ts";
import { findNearest, suggest } from "./vietnamese.ts";

/** The first line of a table. */
interface Header {
  readonly names: readonly string[];
  readonly delimiter: string;
  /** The place of the line, or of one of its columns. */
  readonly placeAt: (column?: number) => Place;
}

/**
 * Reports what is wrong with the names of columns.
 * @returns the names to read rows by, where a misspelled optional column has the name that was meant; undefined when rows
 * cannot be read
 */
export function checkHeader(
  { names: header, delimiter, placeAt }: Header,
  { shape }: z.ZodObject,
  words: NamedKeys,
  report: Report,
): readonly string[] | undefined {
  const columns = Object.keys(shape);
  if (header.length === 0) {
    report(placeAt(), "bảng trống", `dòng đầu phải là tên cột: ${columns.join(",")}`);
    return undefined;
  }
  const unknown = header.filter(name => !columns.includes(name));
  const meant = (name: string) => findCalled(name, columns, words);
  if (unknown.length > 1 && unknown.filter(meant).length * 2 > unknown.length) {
    report(
      placeAt(),
      "tên cột viết bằng tiếng Việt",
      `thay dòng này bằng: ${header.map(name => (columns.includes(name) ? name : (meant(name) ?? name))).join(delimiter)}`,
    );
    return undefined;
  }
  const misspelled = unknown.filter(name => findNearest(name, columns) !== undefined);
  if (unknown.length === header.length && misspelled.length * 2 < header.length) {
    report(
      placeAt(),
      "dòng này không phải dòng tên cột",
      `dòng đầu của bảng phải là: ${columns.join(delimiter)}`,
    );
    return undefined;
  }
  let column = 1;
  for (const [i, name] of header.entries()) {
    if (name === "") report(placeAt(column), "cột này không có tên", "ghi tên cột, hoặc xóa cột này");
    else if (!columns.includes(name))
      report(
        placeAt(column),
        `cột “${name}” không có trong định dạng`,
        suggest(meant(name) ?? name, columns, `các cột dùng được: ${columns.join(", ")}`),
      );
    else if (header.indexOf(name) < i) report(placeAt(column), `cột “${name}” có hai lần`, "giữ lại một cột");
    column += name.length + 1;
  }
  const read = header.map(name => {
    const other = columns.includes(name) ? undefined : (meant(name) ?? findNearest(name, columns));
    return other === undefined || header.includes(other) ? name : other;
  });
  const missing = columns.filter(
    name => !header.includes(name) && !shape[name]?.safeParse(undefined).success,
  );
  // A column that is only misspelled was reported as that.
  for (const name of missing)
    if (!unknown.some(typed => meant(typed) === name || findNearest(typed, [name]) !== undefined))
      report(placeAt(), `thiếu cột “${name}”`, "thêm cột này vào dòng đầu");
  return missing.length === 0 ? read : undefined;
}
