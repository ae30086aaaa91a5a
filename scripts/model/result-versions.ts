import { parseCsv } from "./csv.ts";
import { cutRows, cutTable, SEPARATOR_LINE } from "./csv-rows.ts";
import { changedParts, type DataCorrection, type ResultChange } from "./data-change.ts";
import { RESULT_WORDS } from "./data-words.ts";
import { countBy, groupBy, push } from "./maps.ts";
import { collectProblems } from "./problem.ts";
import { joinCorrection, type Result, resultFields } from "./result.ts";
import { fileSlug } from "./source-file.ts";

/** A state of a table of results: the text of its rows by what they are a result of. Nothing in them is read yet. */
export interface ResultTable {
  readonly name: string;
  /** All that stands above the rows. */
  readonly head: string;
  /** Year, agency and component → the row as it is written; two where a misprint stands beside its correction. */
  readonly rows: ReadonlyMap<string, readonly string[]>;
}

const KEY = ["year", "agency", "component"];

/** Cuts a table into its rows. A large table has hundreds of versions: only the rows that changed are worth parsing. */
export function cutResults(name: string, text: string): ResultTable {
  const [separator = ""] = SEPARATOR_LINE.exec(text) ?? [];
  const lines = cutRowTexts(text.slice(separator.length)).filter(line => /[^\s,;"]/.test(line));
  const head = `${separator}${lines[0] ?? ""}`;
  const { delimiter, columns } = cutTable(head);
  const places = KEY.map(key => columns.indexOf(key));
  const last = Math.max(...places);
  const rows = new Map<string, string[]>();
  for (const line of lines.slice(1)) {
    let cells: readonly string[] = line.split(delimiter, last + 1);
    if (cells.some(cell => cell.includes('"'))) cells = cutRows(line, delimiter)[0]?.cells ?? [];
    push(rows, places.map(place => cells[place]?.trim() ?? "").join("|"), line);
  }
  return { name, head, rows };
}

/** The rows of a table as they are written: a line break in quotation marks belongs to its cell. */
function cutRowTexts(text: string): string[] {
  const rows: string[] = [];
  let row = 0;
  let isOpen = false;
  let mark = text.indexOf('"');
  for (let line = 0; line < text.length; ) {
    const found = text.indexOf("\n", line);
    const end = found === -1 ? text.length : found;
    for (; mark !== -1 && mark < end; mark = text.indexOf('"', mark + 1)) isOpen = !isOpen;
    line = end + 1;
    if (isOpen && line < text.length) continue;
    rows.push(text.slice(row, end));
    row = line;
  }
  return rows;
}

/**
 * What differs between two states of a table (undefined = its file was removed): results that were corrected or taken out,
 * and how many came, by year.
 * @returns undefined where one of them could not be published, and which
 */
export function diffResults(
  before: ResultTable,
  after: ResultTable | undefined,
): Pick<DataCorrection, "results" | "added"> | "before" | "after" {
  const now = after?.rows ?? new Map<string, readonly string[]>();
  const isSame = (key: string) =>
    before.head === after?.head && before.rows.get(key)?.join("\n") === now.get(key)?.join("\n");
  const keys = [...new Set([...before.rows.keys(), ...now.keys()])].filter(key => !isSame(key));
  const old = readResults(before, keys);
  if (!old) return "before";
  const is = after ? readResults(after, keys) : new Map<string, Result>();
  if (!is) return "after";
  const results = [...old].flatMap(([key, result]): ResultChange[] => {
    const change = { before: result, after: is.get(key) };
    return change.after === undefined || changedParts(change).length > 0 ? [change] : [];
  });
  const years = [...is].flatMap(([key, { year }]) => (old.has(key) ? [] : [year]));
  const added = [...countBy(years)].map(([year, count]) => ({ year, count }));
  return { results, added: added.sort((a, b) => a.year - b.year) };
}

/** Some results of a table; undefined when there is an error in one of them. Agencies and editions are not known here. */
function readResults(
  { name, head, rows }: ResultTable,
  keys: readonly string[],
): Map<string, Result> | undefined {
  const lines = keys.flatMap(key => rows.get(key) ?? []);
  if (lines.length === 0) return new Map();
  const { report, problems } = collectProblems();
  const index = fileSlug(name);
  const file = { path: name, name, text: [head, ...lines].join("\n") };
  const read = parseCsv(file, resultFields, report, { words: RESULT_WORDS }).map(({ fields }) => ({
    index,
    ...fields,
  }));
  const results = new Map<string, Result>();
  for (const [key, cell] of groupBy(
    read,
    ({ year, agency, component }) => `${year}|${agency}|${component ?? ""}`,
  )) {
    const [result, ...others] = joinCorrection(cell);
    if (result === undefined || others.length > 0) return undefined;
    results.set(key, result);
  }
  return problems.length > 0 ? undefined : results;
}
