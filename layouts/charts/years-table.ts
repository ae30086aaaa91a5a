import { getOrMake } from "../../scripts/model/maps.ts";
import type { ChartWords } from "../chart-strings.ts";
import type { Table } from "./table.ts";

/** What the mark of a value leads to: all that its row says beside value and rank, as column and text. */
export type ValueNote = readonly (readonly [column: string, value: string])[];

/** Units × years: each value with the number of its note. */
export interface YearsTable extends Table {
  /** For each cell the number of its note, from 1; 0 where there is none. */
  readonly marks: readonly (readonly number[])[];
  /** Each once, in the order of the cells. */
  readonly notes: readonly ValueNote[];
}

/**
 * Rows of unit, year, value and more → years down and units across, or the other way round where there are more units.
 * What else a row says (source, basis, note) is a note that the value is marked with, once for all values that share it.
 * @returns undefined where the rows are not of that kind, or where most values would need a note of their own: these are
 *   read better in rows.
 */
export function yearsTable(table: Table, { columns: words }: ChartWords): YearsTable | undefined {
  const { columns, rows } = table;
  const [value, rank] = [columns.indexOf(words.value), columns.indexOf(words.rank)];
  if (columns[1] !== words.year || value < 0) return undefined;
  const units = [...new Set(rows.map(([unit = ""]) => unit))];
  const years = [...new Set(rows.map(([, year = ""]) => year))].sort();
  if (units.length < 2 || years.length < 2) return undefined;

  const numbers = new Map<string, number>();
  const notes: ValueNote[] = [];
  const numberOf = (row: readonly string[]): number => {
    const note = columns.flatMap((column, i): [string, string][] =>
      i > 1 && i !== value && i !== rank && row[i] ? [[column, row[i]]] : [],
    );
    if (note.length === 0) return 0;
    return getOrMake(numbers, JSON.stringify(note), () => notes.push(note));
  };
  const textOf = (row: readonly string[]): string => {
    const ranked = rank >= 0 && row[rank] ? `${words.rank.toLowerCase()} ${row[rank]}` : "";
    return [row[value], ranked].filter(Boolean).join(" · ");
  };

  const isTall = years.length >= units.length;
  const [down, across] = isTall ? [years, units] : [units, years];
  const key = (head: string, side: string) => `${head}\n${side}`;
  const places = new Map(
    rows.map(row => [isTall ? key(row[1] ?? "", row[0] ?? "") : key(row[0] ?? "", row[1] ?? ""), row]),
  );
  // Two values for one place: the long form keeps both.
  if (places.size < rows.length) return undefined;
  const found = down.map(head => across.map(side => places.get(key(head, side))));
  const marks = found.map(line => line.map(row => (row ? numberOf(row) : 0)));
  if (notes.length > rows.length / 2) return undefined;
  return {
    columns: [isTall ? words.year : words.agency, ...across],
    numeric: [false, ...across.map(() => true)],
    rows: found.map((line, i) => [down[i] ?? "", ...line.map(row => (row ? textOf(row) : ""))]),
    marks,
    notes,
  };
}

/** Id of a note of the table of a figure. */
export function noteId(figure: string, number: number): string {
  return `${figure}-n${number}`;
}
