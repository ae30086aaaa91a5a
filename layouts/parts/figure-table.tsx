import type { VNode } from "preact";
import { readSource } from "../../scripts/model/result-source.ts";
import type { ChartWords } from "../chart-strings.ts";
import { headClass, readerTable, type Table } from "../charts/table.ts";
import { noteId, type ValueNote } from "../charts/years-table.ts";
import type { Language } from "../languages.ts";
import { joined } from "./joined.tsx";
import { ScrollTable } from "./table.tsx";

interface DataTableProps {
  /** Id and title of the figure. */
  readonly id: string;
  readonly title: string;
  readonly table: Table;
  readonly words: ChartWords;
  readonly language: Language;
  /** Names in it that are Vietnamese, on a page in another language. */
  readonly names: readonly string[];
  /** Notes that the site adds to those of its sources, in the language of the page. */
  readonly ownNotes: readonly string[];
}

/** The table of a chart's values, numbers flush right, and the notes that its values are marked with. */
export function DataTable({ id, title, table, words, language, names, ownNotes }: DataTableProps) {
  const { said, columns, numeric, rows, marks, notes = [] } = readerTable(table, words);
  const { source, note } = words.columns;
  const isSources = (column: string | undefined, text: string) =>
    column === source || (column === note && !ownNotes.includes(text));
  const langOf = (column: string | undefined, text: string) =>
    language !== "vi" && text !== "" && (isSources(column, text) || names.includes(text)) ? "vi" : undefined;
  const css = (i: number) => (numeric[i] ? "number" : undefined);
  const Said = ({ pairs }: { pairs: ValueNote }) =>
    joined(
      pairs.map(([column, value]) => {
        const lang = langOf(column, value);
        const text = <SourceText text={value} />;
        return (
          <>
            {column}: {lang ? <span lang={lang}>{text}</span> : text}
          </>
        );
      }),
      " · ",
    );
  const isYears = columns[0] === words.columns.year;
  // Of many agencies a reader asks who is last in this or that.
  const isLong = !isYears && rows.length > 10;
  return (
    <>
      <ScrollTable label={title} kind={isYears ? "years-table" : undefined} isSortable={isLong}>
        {said.length > 0 && (
          <caption>
            <Said pairs={said} />
          </caption>
        )}
        <thead class={headClass(columns)}>
          <tr>
            {columns.map((column, i) => (
              <th scope="col" class={css(i)} lang={langOf(undefined, column)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = "", ...cells], row) => (
            <tr>
              <th scope="row" lang={langOf(undefined, name)}>
                {name}
              </th>
              {cells.map((cell, i) => (
                <td class={css(i + 1)} lang={langOf(columns[i + 1], cell)}>
                  <SourceText text={cell} />
                  <Mark number={marks?.[row]?.[i]} figure={id} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {notes.length > 0 && (
        <ol class="table-notes">
          {notes.map((note, i) => (
            <li id={noteId(id, i + 1)}>
              <Said pairs={note} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** Leads from a value to its note. */
function Mark({ number, figure }: { number: number | undefined; figure: string }) {
  if (!number) return null;
  return (
    <>
      {" "}
      <sup>
        <a href={`#${noteId(figure, number)}`}>[{number}]</a>
      </sup>
    </>
  );
}

/** A source as a link that carries its title, where it has an address. */
export function SourceText({ text }: { text: string }): VNode | string {
  const { title, href } = readSource(text);
  return href === undefined ? title : <a href={href}>{title}</a>;
}
