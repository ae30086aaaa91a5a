import type { ChartData } from "../../scripts/model/chart.ts";
import { disarm } from "../../scripts/model/formula.ts";
import { countBy, getOrMake } from "../../scripts/model/maps.ts";
import { readSource } from "../../scripts/model/result-source.ts";
import type { Cell } from "../../scripts/model/series.ts";
import { type ChartWords, chartStrings } from "../chart-strings.ts";
import { type YearsTable, yearsTable } from "./years-table.ts";

/** A figure's numbers as rows of text: the table under the figure and its CSV are this one value. */
export interface Table {
  readonly columns: readonly string[];
  /** Whether a column holds numbers and stands flush right. */
  readonly numeric: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
}

/** Decimals of a value in a table: all that its source gives. Drawings and sentences round it. */
const EXACT = 10;

/** The table of a chart: every value that is drawn, with its basis, source and note. */
export function tabulate(data: ChartData, words: ChartWords = chartStrings): Table {
  const { columns, number } = words;
  const rows = rowsOf(data, words);
  const heads = [
    columns.agency,
    ...("what" in (rows[0] ?? {}) ? [data.type === "scatter" ? columns.index : columns.domain] : []),
    columns.year,
    columns.value,
    columns.unit,
    columns.maximum,
    columns.rank,
    columns.base,
    columns.stated,
    columns.basis,
    columns.source,
    columns.note,
  ];
  const numbers = new Set<string>([
    columns.year,
    columns.value,
    columns.maximum,
    columns.rank,
    columns.base,
    columns.stated,
  ]);
  const body = rows.map(({ name, what, cell, unit }) => [
    name,
    ...(what === undefined ? [] : [what]),
    String(cell.year),
    cell.value === undefined ? "" : number(cell.value, EXACT),
    cell.value === undefined ? "" : unit,
    cell.maximum === undefined ? "" : number(cell.maximum, EXACT),
    cell.rank === undefined ? "" : String(cell.rank),
    cell.rank === undefined || cell.rank_of === undefined ? "" : String(cell.rank_of),
    cell.stated_change === undefined ? "" : words.change(cell.stated_change, EXACT),
    cell.basis === undefined ? "" : words.basis[cell.basis],
    cell.source ?? "",
    cell.note ?? "",
  ]);
  // A column that is empty all the way down says nothing.
  const used = heads.map((_, i) => body.some(row => row[i] !== ""));
  const keep = <Item>(items: readonly Item[]) => items.filter((_, i) => used[i]);
  return { columns: keep(heads), numeric: keep(heads).map(head => numbers.has(head)), rows: body.map(keep) };
}

/** A table as people read it: what is the same all the way down is said once, above it. */
interface ReaderTable extends Table, Partial<Pick<YearsTable, "marks" | "notes">> {
  /** Names of the columns that were taken out, each with its one value. */
  readonly said: readonly (readonly [column: string, value: string])[];
}

/**
 * The same rows for the eye and the ear: a rank carries its base in one cell, a column with one value all the way down
 * is said above the table, and where nothing but a value is left for each agency and year or domain, these stand
 * across. So they do where a few notes, by number, tell the source and the rest of every value.
 */
export function readerTable(table: Table, words: ChartWords = chartStrings): ReaderTable {
  const { columns } = words;
  const [rank, base] = [table.columns.indexOf(columns.rank), table.columns.indexOf(columns.base)];
  const ranked = table.rows.map(row =>
    row.map((cell, i) => (i === rank && base > 0 && row[base] ? `${cell}/${row[base]}` : cell)),
  );
  const value = table.columns.indexOf(columns.value);
  const kept: number[] = [];
  const said: (readonly [string, string])[] = [];
  for (const [i, name] of table.columns.entries()) {
    // No value, no unit.
    const rows = name === columns.unit ? ranked.filter(row => row[value] !== "") : ranked;
    const values = new Set(rows.map(row => row[i] ?? ""));
    const [only = ""] = values;
    if (i > 0 && i !== rank && ranked.length > 2 && values.size === 1) said.push([name, only]);
    else if (i !== base) kept.push(i);
  }
  const keep = <Item>(items: readonly Item[]) => items.filter((_, i) => kept.includes(i));
  const left = { columns: keep(table.columns), numeric: keep(table.numeric), rows: ranked.map(keep) };
  return {
    said: said.filter(([name]) => name !== columns.base),
    ...(across(left, words) ?? yearsTable(left, words) ?? left),
  };
}

/** For the style sheet: names of domains need room as heads, years and numbers do not. */
export function headClass(columns: readonly string[]): string | undefined {
  return columns.some(({ length }) => length > LONG_HEAD) ? "long-heads" : undefined;
}

const LONG_HEAD = 24;

/** Agency, year, domain or index, value → a row for each agency, a column for each of the others. */
function across({ columns, numeric, rows }: Table, { columns: words }: ChartWords): Table | undefined {
  const [agency = "", what = "", value] = columns;
  const sides: readonly string[] = [words.domain, words.year, words.index];
  if (columns.length !== 3 || value !== words.value || !sides.includes(what)) return undefined;
  const heads = [...new Set(rows.map(row => row[1] ?? ""))];
  // The first agency may have no result of the first years.
  if (what === words.year) heads.sort();
  const found = new Map<string, Map<string, string>>();
  for (const [name = "", head = "", cell = ""] of rows)
    getOrMake(found, name, () => new Map()).set(head, cell);
  // Two values for one place: the long form keeps both.
  if ([...found.values()].reduce((sum, cells) => sum + cells.size, 0) < rows.length) return undefined;
  return {
    columns: [agency, ...heads],
    numeric: [numeric[0] ?? false, ...heads.map(() => true)],
    rows: [...found].map(([name, cells]) => [name, ...heads.map(head => cells.get(head) ?? "")]),
  };
}

/** The sources of a table, those that carry most of its rows first. */
export function sourcesOf({ columns, rows }: Table, words: ChartWords = chartStrings): string[] {
  const at = columns.indexOf(words.columns.source);
  const counts = countBy(rows.flatMap(row => row[at] || []));
  return [...counts].sort(([, a], [, b]) => b - a).map(([source]) => source);
}

/** The first sources as one sentence, for where there are no links; "" where there is none. */
export function sourcesSentence(table: Table, words: ChartWords = chartStrings): string {
  const [first, ...others] = sourcesOf(table, words).map(source => readSource(source).title);
  if (first === undefined) return "";
  const { figure } = words;
  return `${figure.source}: ${[first, ...others.slice(0, 1)].join("; ")}${others.length > 1 ? ` ${figure.more(others.length - 1)}` : ""}.`;
}

/** CSV for people, as the Excel of their country reads it: byte order mark, decimal comma and semicolons, CRLF. */
export function tableCsv({ columns: heads, numeric, rows }: Table, words: ChartWords = chartStrings): string {
  const { separator } = words;
  const write = (cell: string, i: number) => {
    // A number begins with the minus of the keyboard; a text that begins like a formula is data, never a formula.
    const safe = numeric[i] ? cell.replace("−", "-") : disarm(cell);
    return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${[heads, ...rows].map(row => row.map(write).join(separator)).join("\r\n")}\r\n`;
}

interface TableRow {
  readonly name: string;
  /** Domain or index, where rows differ in it. */
  readonly what?: string;
  readonly cell: Cell;
  readonly unit: string;
}

function rowsOf(data: ChartData, words: ChartWords): TableRow[] {
  const { columns } = words;
  const { unit } = data;
  switch (data.type) {
    case "trend":
    case "rank":
      return [
        ...data.series.flatMap(({ name, cells }) => cells.map(cell => ({ name, cell, unit }))),
        ...data.national.map(cell => ({ name: words.meanShort, cell, unit })),
        ...data.spreads.flatMap(({ year, min, mean, max, count, source }) =>
          (
            [
              [columns.min, min],
              [columns.mean, mean],
              [columns.max, max],
            ] as const
          ).map(([label, value]) => ({
            name: label,
            cell: {
              agency: "",
              year,
              value: Math.round(value * 1e4) / 1e4,
              source,
              note: words.figure.spreadNote(count),
            },
            unit,
          })),
        ),
      ];
    case "ranking":
    case "distribution":
      return data.rows.map(cell => ({ name: cell.name, cell, unit }));
    case "domains":
      return data.rows.flatMap(({ name: what, a, b }) =>
        [a, b].flatMap((cell, i) =>
          cell
            ? [
                {
                  // The subject when the sides are years, the side when they are agencies.
                  name: data.ofYears ? data.subject : (data.labels[i] ?? ""),
                  what,
                  cell,
                  unit: cell.unit ?? unit,
                },
              ]
            : [],
        ),
      );
    case "heatmap":
      return data.rows.flatMap(({ name, cells }) =>
        cells.flatMap((cell, i) =>
          cell
            ? [
                {
                  name,
                  cell,
                  unit,
                  ...(data.year !== undefined && { what: data.columns[i]?.name ?? "" }),
                },
              ]
            : [],
        ),
      );
    case "scatter":
      return data.points.flatMap(({ name, x, y }) => [
        { name, what: data.indexName, cell: x, unit },
        { name, what: data.againstName, cell: y, unit: data.againstUnit },
      ]);
    case "regions":
      return data.regions.flatMap(({ series }) =>
        series.flatMap(({ name, cells }) => cells.map(cell => ({ name, cell, unit }))),
      );
  }
}
