import type { Settings } from "../../scripts/settings.ts";
import { figureEmbed } from "../embeds.ts";
import { drawFigure, figureFiles } from "../figure-files.ts";
import type { Figure } from "../figures.ts";
import { wordsOf } from "../languages.ts";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";
import { EmbedCode } from "./embed.tsx";
import { Drawing, FigureBody, Marked } from "./figure-body.tsx";

interface FigureProps {
  readonly figure: Figure;
  readonly settings: Settings;
  /** A bare page shows the figure alone, with a link back to its page on the site of this name. */
  readonly bareOf?: string | undefined;
}

/**
 * A chart on a page: title and point, drawing for page and phone, the generated sentence (the text alternative), the table,
 * source and notes, files to take away and the code to embed it.
 */
export function ChartFigure({ figure, settings, bareOf }: FigureProps) {
  const { wide, narrow, described, table } = drawFigure(figure);
  const { id, title, language, vietnamese: names = [] } = figure;
  const { charts: words } = wordsOf(language);
  return (
    <figure id={id} class={isLow(narrow) ? "chart-figure chart-low" : "chart-figure"} data-figure>
      <FigureBody
        id={id}
        title={title}
        heading={
          <a href={bareOf ? `${figure.page}#${id}` : `#${id}`} title={words.figure.permalink}>
            <Marked text={title} names={names} />
          </a>
        }
        drawing={
          <>
            <Drawing svg={wide} title={title} class="chart-wide" />
            <Drawing svg={narrow} title={title} class="chart-narrow" />
          </>
        }
        data={figure.data}
        described={described}
        table={table}
        words={words}
        language={language}
        names={names}
        withTable={!bareOf}
      />
      <FigureFiles figure={figure} settings={settings} bareOf={bareOf} />
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
export function FigureFiles({ figure, settings, bareOf }: FigureProps) {
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
        {bareOf && <a href={`${figure.page}#${figure.id}`}>{words.page(bareOf)}</a>}
      </p>
      {!bareOf && figure.embeds && language === "vi" && (
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
