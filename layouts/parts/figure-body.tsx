import type { ComponentChildren } from "preact";
import type { ChartData } from "../../scripts/model/chart.ts";
import type { ChartWords } from "../chart-strings.ts";
import { notesOf } from "../charts/notes.ts";
import { sourcesOf, type Table } from "../charts/table.ts";
import type { Description } from "../charts/trend-sentence.ts";
import type { Language } from "../languages.ts";
import { DataTable, SourceText } from "./figure-table.tsx";
import { joined } from "./joined.tsx";
import { WholeNumbers } from "./whole-numbers.tsx";

interface FigureBodyProps {
  /** Id and title of the figure. */
  readonly id: string;
  readonly title: string;
  /** The title as it stands above the figure. */
  readonly heading: ComponentChildren;
  readonly drawing: ComponentChildren;
  readonly data: ChartData;
  readonly described: Description;
  readonly table: Table;
  readonly words: ChartWords;
  readonly language: Language;
  /** Names in it that are Vietnamese, on a page in another language. */
  readonly names?: readonly string[];
  /** A bare page has no room for the table. */
  readonly withTable?: boolean;
}

/**
 * What stands in a figure, whether the build drew it or the reader's browser: title and point, drawing, the rest of the
 * generated sentence (the text alternative), notes, sources and the table.
 */
export function FigureBody(props: FigureBodyProps) {
  const { id, title, heading, drawing, data, described, table } = props;
  const { words, language, names = [], withTable = true } = props;
  return (
    <>
      <figcaption>
        <h3>{heading}</h3>
        {described.point && (
          <p class="chart-point">
            <Marked text={described.point} names={names} />
          </p>
        )}
      </figcaption>
      {drawing}
      {described.rest && (
        <p class="chart-sentence">
          <Marked text={described.rest} names={names} />
        </p>
      )}
      {[...(described.cautions ?? []), ...notesOf(data, words)].map(note => (
        <p class="chart-note">
          <Marked text={note} names={names} />
        </p>
      ))}
      <Sources table={table} words={words} language={language} />
      {withTable && (
        <details>
          <summary>{words.figure.table}</summary>
          <DataTable
            id={id}
            title={title}
            table={table}
            words={words}
            language={language}
            names={names}
            ownNotes={
              "spreads" in data ? data.spreads.map(({ count }) => words.figure.spreadNote(count)) : []
            }
          />
        </details>
      )}
    </>
  );
}

/** The drawing by its title: what it shows stands beside it as text, and is to be read out once. */
export function Drawing({ svg, title, class: name }: { svg: string; title: string; class?: string }) {
  return <div class={name} role="img" aria-label={title} dangerouslySetInnerHTML={{ __html: svg }} />;
}

/** The first sources by how much they carry; the table names that of every value. */
function Sources({ table, words, language }: { table: Table; words: ChartWords; language: Language }) {
  const sources = sourcesOf(table, words);
  if (sources.length === 0) return null;
  const rest = sources.length - 3;
  return (
    <p class="chart-source">
      {words.figure.source}:{" "}
      {joined(
        sources.slice(0, 3).map(source =>
          language === "vi" ? (
            <SourceText text={source} />
          ) : (
            <span lang="vi">
              <SourceText text={source} />
            </span>
          ),
        ),
        "; ",
      )}
      {rest > 0 && ` ${words.figure.more(rest)}`}.
    </p>
  );
}

/** Text with the Vietnamese names in it marked, on pages of another language. */
export function Marked({ text, names }: { text: string; names: readonly string[] }) {
  if (names.length === 0) return <WholeNumbers text={text} />;
  const longest = names.toSorted((a, b) => b.length - a.length);
  const known = new RegExp(`(${longest.map(name => name.replace(/[^\p{L}\p{N} ]/gu, "\\$&")).join("|")})`);
  // Every second part of a text that was split by a group is what the group found.
  return (
    <>
      {text
        .split(known)
        .map((part, i) => (i % 2 === 1 ? <span lang="vi">{part}</span> : <WholeNumbers text={part} />))}
    </>
  );
}
