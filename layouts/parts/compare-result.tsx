import { render } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ChartData } from "../../scripts/model/chart.ts";
import { chartData } from "../../scripts/model/chart-data.ts";
import type { IndexTable } from "../../scripts/model/index-table.ts";
import { chartStrings as words } from "../chart-strings.ts";
import { chartTitle, drawChart, WIDE } from "../charts/chart.ts";
import { notesOf } from "../charts/notes.ts";
import { describeParts, oneText } from "../charts/sentence.ts";
import { standaloneSvg } from "../charts/standalone.ts";
import { sourcesSentence, tableCsv, tabulate } from "../charts/table.ts";
import { compareStrings } from "../compare-strings.ts";
import { type Choice, chartsOfChoice } from "./compare-choice.ts";
import { Drawing, FigureBody } from "./figure-body.tsx";

/**
 * Draws a choice into the page, by the functions that drew the figures of the server. Loaded only once there is something
 * to draw.
 * @param place where it is to stand; in sight, so that its width can be measured
 * @param enliven given each figure whenever it was drawn
 */
export function drawChoice(
  place: HTMLElement,
  choice: Choice,
  tables: ReadonlyMap<string, IndexTable>,
  enliven: (figure: HTMLElement) => void,
): void {
  const charts = chartsOfChoice(choice, tables).flatMap(spec => chartData(tables, spec) ?? []);
  // What stood there has tips and buttons in it that were put in from outside: nothing of it is used again.
  render(null, place);
  place.replaceChildren();
  render(
    <>
      {charts.map((data, i) => (
        <ChosenFigure id={`so-sanh-${i + 1}`} data={data} enliven={enliven} />
      ))}
      {charts.length === 0 && <p>{compareStrings.empty}</p>}
    </>,
    place,
  );
}

type Enliven = Parameters<typeof drawChoice>[3];

function ChosenFigure({ id, data, enliven }: { id: string; data: ChartData; enliven: Enliven }) {
  const title = chartTitle(data);
  const described = describeParts(data);
  const table = tabulate(data);
  const below = [...notesOf(data, words), sourcesSentence(table)].filter(Boolean);
  const svg = drawChart(data, { document, width: WIDE }).outerHTML;
  const file = standaloneSvg(svg, { title, sentence: oneText(described), below, origin: location.href });
  return (
    <figure id={id} class="chart-figure">
      <FigureBody
        id={id}
        title={title}
        heading={title}
        drawing={<FittedDrawing data={data} title={title} enliven={enliven} />}
        data={data}
        described={described}
        table={table}
        words={words}
        language="vi"
      />
      <p class="chart-files">
        {words.figure.download}:{" "}
        <a href={dataUrl("text/csv", tableCsv(table))} download={`${id}.csv`}>
          {words.figure.csv}
        </a>{" "}
        <a href={dataUrl("image/svg+xml", file)} download={`${id}.svg`} data-svg>
          {words.figure.svg}
        </a>
      </p>
    </figure>
  );
}

/** The drawing follows the width of its place; a chart is drawn anew only when that changes by much. */
function FittedDrawing({ data, title, enliven }: { data: ChartData; title: string; enliven: Enliven }) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  // Before anything is painted: an observer comes too late, and the words below would jump.
  useLayoutEffect(() => {
    const box = place.current;
    if (!box) return;
    const fit = () =>
      setWidth(before => {
        const next = Math.round(Math.min(Math.max(box.clientWidth, 300), 960));
        return Math.abs(next - before) < 16 ? before : next;
      });
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const figure = place.current?.closest("figure");
    if (figure && width > 0) enliven(figure);
  }, [width]);
  return (
    <div ref={place}>
      {width > 0 && (
        <Drawing
          key={width}
          svg={drawChart(data, { document, width }).outerHTML}
          title={title}
          class="chart-drawn"
        />
      )}
    </div>
  );
}

/** A file as data in the address, so that nothing has to be given back. */
function dataUrl(type: string, text: string): string {
  return `data:${type};charset=utf-8,${encodeURIComponent(text)}`;
}
