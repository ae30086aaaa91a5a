import type { Settings } from "../../scripts/settings.ts";
import { notesOf } from "../charts/notes.ts";
import { sourcesOf, type Table } from "../charts/table.ts";
import { figureEmbed } from "../embeds.ts";
import { drawFigure, figureFiles } from "../figure-files.ts";
import type { Figure } from "../figures.ts";
import { type Language, wordsOf } from "../languages.ts";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";
import { EmbedCode } from "./embed.tsx";
import { DataTable, SourceText } from "./figure-table.tsx";
import { joined } from "./joined.tsx";

interface FigureProps {
  readonly figure: Figure;
  readonly settings: Settings;
  /** A bare page shows the figure alone, with a link back to its page. */
  readonly bare?: boolean;
}

/**
 * A chart on a page: title and point, drawing for page and phone, the generated sentence (the text alternative), the table,
 * source and notes, files to take away and the code to embed it.
 */
export function ChartFigure({ figure, settings, bare = false }: FigureProps) {
  const { wide, narrow, described, table } = drawFigure(figure);
  const { language, data } = figure;
  const { charts } = wordsOf(language);
  const { figure: words } = charts;
  const names = figure.vietnamese ?? [];
  return (
    <figure id={figure.id} class={isLow(narrow) ? "chart-figure chart-low" : "chart-figure"} data-figure>
      <figcaption>
        <h3>
          <a href={bare ? `${figure.page}#${figure.id}` : `#${figure.id}`} title={words.permalink}>
            <Marked text={figure.title} names={names} />
          </a>
        </h3>
        {described.point && (
          <p class="chart-point">
            <Marked text={described.point} names={names} />
          </p>
        )}
      </figcaption>
      <Drawing svg={wide} title={figure.title} class="chart-wide" />
      <Drawing svg={narrow} title={figure.title} class="chart-narrow" />
      {described.rest && (
        <p class="chart-sentence">
          <Marked text={described.rest} names={names} />
        </p>
      )}
      {[...(described.cautions ?? []), ...notesOf(data, charts)].map(note => (
        <p class="chart-note">
          <Marked text={note} names={names} />
        </p>
      ))}
      <Sources table={table} language={language} />
      {!bare && (
        <details>
          <summary>{words.table}</summary>
          <DataTable
            id={figure.id}
            title={figure.title}
            table={table}
            language={language}
            names={names}
            ownNotes={"spreads" in data ? data.spreads.map(({ count }) => words.spreadNote(count)) : []}
          />
        </details>
      )}
      <FigureFiles figure={figure} settings={settings} bare={bare} />
    </figure>
  );
}

/** Figures of a page in their language, under a heading that is only read out: each has a title of its own. */
export function Figures({ figures, settings }: { figures: readonly Figure[]; settings: Settings }) {
  const [first] = figures;
  if (!first) return null;
  return (
    <>
      <h2 class="visually-hidden">{wordsOf(first.language).indices.figures}</h2>
      {figures.map(figure => (
        <ChartFigure figure={figure} settings={settings} />
      ))}
    </>
  );
}

/** What is taken away from a figure: its files and the code that embeds it. */
export function FigureFiles({ figure, settings, bare = false }: FigureProps) {
  const { language } = figure;
  const { figure: words } = wordsOf(language).charts;
  const files = figureFiles(figure);
  return (
    <>
      <p class="chart-files">
        <span>{words.download}: </span>
        <a href={files.csv} download>
          {words.csv}
        </a>{" "}
        <a href={files.svg} download data-svg>
          {words.svg}
        </a>
        {bare && <a href={`${figure.page}#${figure.id}`}>{words.page}</a>}
      </p>
      {!bare && figure.embeds && language === "vi" && (
        <details class="chart-embed">
          <summary>{words.embed}</summary>
          <EmbedCode settings={settings} embed={figureEmbed(figure)} />
          <p>
            <a href={urls.embeds}>{strings.embed.title}</a>
          </p>
        </details>
      )}
    </>
  );
}

/** Whether a drawing is hardly higher than wide, so that two of them stand on one sheet of paper. */
function isLow(svg: string): boolean {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return Number(height) <= 1.3 * Number(width);
}

/** The drawing by its title: what it shows stands beside it as text, and is to be read out once. */
function Drawing({ svg, title, class: name }: { svg: string; title: string; class: string }) {
  return <div class={name} role="img" aria-label={title} dangerouslySetInnerHTML={{ __html: svg }} />;
}

/** The first sources by how much they carry; the table names that of every value. */
function Sources({ table, language }: { table: Table; language: Language }) {
  const { charts } = wordsOf(language);
  const sources = sourcesOf(table, charts);
  if (sources.length === 0) return null;
  const rest = sources.length - 3;
  return (
    <p class="chart-source">
      {charts.figure.source}:{" "}
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
      {rest > 0 && ` ${charts.figure.more(rest)}`}.
    </p>
  );
}

/** Text with the Vietnamese names in it marked, on pages of another language. */
function Marked({ text, names }: { text: string; names: readonly string[] }) {
  if (names.length === 0) return <>{text}</>;
  const longest = names.toSorted((a, b) => b.length - a.length);
  const known = new RegExp(`(${longest.map(name => name.replace(/[^\p{L}\p{N} ]/gu, "\\$&")).join("|")})`);
  // Every second part of a text that was split by a group is what the group found.
  return <>{text.split(known).map((part, i) => (i % 2 === 1 ? <span lang="vi">{part}</span> : part))}</>;
}
