import type { VNode } from "preact";
import type { Settings } from "../../scripts/load.ts";
import type { ChartData } from "../../scripts/model/chart.ts";
import { chartStrings } from "../chart-strings.ts";
import type { Table } from "../charts/table.ts";
import { figureEmbed } from "../embeds.ts";
import { drawFigure, type Figure } from "../figures.ts";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";
import { EmbedCode } from "./embed.tsx";
import { ScrollTable } from "./scroll-table.tsx";

interface FigureProps {
  readonly figure: Figure;
  readonly settings: Settings;
  /** A bare page shows the figure alone, with a link back to its page. */
  readonly bare?: boolean;
}

/**
 * A chart on a page: title, drawing for page and phone, the generated sentence (also the text alternative), the table,
 * source and notes, files to take away and the code to embed it.
 */
export function ChartFigure({ figure, settings, bare = false }: FigureProps) {
  const { wide, narrow, sentence, table } = drawFigure(figure);
  const { figure: words } = chartStrings;
  return (
    <figure id={figure.id} class="chart-figure" data-figure>
      <figcaption>
        <h3>
          <a href={bare ? `${figure.page}#${figure.id}` : `#${figure.id}`} title={words.permalink}>
            {figure.title}
          </a>
        </h3>
      </figcaption>
      <Drawing svg={wide} sentence={sentence} class="chart-wide" />
      <Drawing svg={narrow} sentence={sentence} class="chart-narrow" />
      <p class="chart-sentence">{sentence}</p>
      {notesOf(figure.data).map(note => (
        <p class="chart-note">{note}</p>
      ))}
      <Sources table={table} />
      {!bare && (
        <details>
          <summary>{words.table}</summary>
          <ScrollTable label={figure.title}>
            <DataTable table={table} />
          </ScrollTable>
        </details>
      )}
      <p class="chart-files">
        <span>{words.download}: </span>
        <a href={urls.figureCsv(figure.id)} download>
          {words.csv}
        </a>{" "}
        <a href={urls.figureSvg(figure.id)} download data-svg>
          {words.svg}
        </a>
        {bare && <a href={`${figure.page}#${figure.id}`}>{words.page}</a>}
      </p>
      {!bare && figure.embeds && (
        <details class="chart-embed">
          <summary>{words.embed}</summary>
          <EmbedCode settings={settings} embed={figureEmbed(figure)} />
          <p>
            <a href={urls.embeds}>{strings.embed.title}</a>
          </p>
        </details>
      )}
    </figure>
  );
}

function Drawing({ svg, sentence, class: name }: { svg: string; sentence: string; class: string }) {
  return <div class={name} role="img" aria-label={sentence} dangerouslySetInnerHTML={{ __html: svg }} />;
}

/** Head and body of the table of a chart's values; numbers flush right. */
export function DataTable({ table: { columns, numeric, rows } }: { table: Table }): VNode {
  return (
    <>
      <thead>
        <tr>
          {columns.map((column, i) => (
            <th scope="col" class={numeric[i] ? "number" : undefined}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr>
            {row.map((cell, i) => (
              <td class={numeric[i] ? "number" : undefined}>
                <SourceText text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}

/** "Title · https://…" as a link that carries the title. */
export function SourceText({ text }: { text: string }): VNode | string {
  const match = /^(.*) · (https?:\/\/\S+)$/.exec(text);
  return match ? <a href={match[2] ?? ""}>{match[1]}</a> : text;
}

/** The first sources by how much they carry; every row of the table names its own. */
function Sources({ table: { columns, rows } }: { table: Table }) {
  const at = columns.indexOf(chartStrings.columns.source);
  const counts = new Map<string, number>();
  for (const row of rows) {
    const source = row[at];
    if (source) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  const sources = [...counts].sort(([, a], [, b]) => b - a).map(([source]) => source);
  if (sources.length === 0) return null;
  const rest = sources.length - 3;
  return (
    <p class="chart-source">
      {chartStrings.figure.source}:{" "}
      {sources.slice(0, 3).map((source, i) => (
        <>
          {i > 0 && "; "}
          <SourceText text={source} />
        </>
      ))}
      {rest > 0 && ` ${chartStrings.figure.more(rest)}`}.
    </p>
  );
}

/** What a reader must know to read the marks rightly. */
function notesOf(data: ChartData): string[] {
  const { figure: words } = chartStrings;
  const notes: string[] = [];
  if (data.type === "trend" || data.type === "rank") {
    if (data.spreads.length > 0) notes.push(words.band);
    else if (data.national.length > 0) notes.push(words.national);
    if (data.series.some(({ cells }) => cells.some(({ basis }) => basis === "derived")))
      notes.push(words.derived);
  }
  if (data.type === "ranking" || data.type === "distribution") {
    const known = data.rows.filter(({ value }) => value !== undefined).length;
    if (data.base !== undefined && known < 0.9 * data.base) notes.push(words.partial(known, data.base));
    if (data.notAssessed.length > 0) notes.push(words.notAssessed(data.notAssessed.join(", ")));
    if (data.type === "ranking" && data.rows.some(({ basis }) => basis === "derived"))
      notes.push(words.derived);
  }
  return notes;
}
