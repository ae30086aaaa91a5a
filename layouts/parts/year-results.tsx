import { baseOf, type IndexTable, mainPeers, namesOf } from "../../scripts/model/index-table.ts";
import type { Index } from "../../scripts/model/indices.ts";
import { type Cell, isNearlyAll } from "../../scripts/model/series.ts";
import type { Site } from "../../scripts/model/site.ts";
import { yearBefore, yearChange } from "../../scripts/model/year-change.ts";
import type { Settings } from "../../scripts/settings.ts";
import { cautionsOf } from "../charts/cautions.ts";
import { englishBreaks } from "../english-figures.ts";
import { drawFigure } from "../figure-files.ts";
import type { Figure } from "../figures.ts";
import { formatAmount, formatSize } from "../format.ts";
import { type Language, unitIn, wordsOf } from "../languages.ts";
import { ChartFigure, FigureFiles, Figures } from "./figure.tsx";
import { Marked } from "./figure-body.tsx";
import { NotAssessedNotice } from "./not-assessed.tsx";
import { ResultTable } from "./result-table.tsx";
import { YearNav } from "./year-nav.tsx";

interface YearResultsProps {
  readonly site: Site;
  readonly settings: Settings;
  readonly index: Index;
  readonly table: IndexTable;
  readonly year: number;
  readonly figures: readonly Figure[];
  /** Results of those that the index is made for. */
  readonly cells: readonly Cell[];
  readonly heading: string;
  readonly caption: string;
  readonly language: Language;
}

/**
 * A year of an index, each thing once: how it stands to the year before, who has no result, how the results lie, the
 * ranking as a table, the domains. The drawing of the ranking is for other sites and for taking away; here it would be the
 * table again, without links, notes and sources.
 */
export function YearResults(props: YearResultsProps) {
  const { site, settings, index, table, year, figures, cells, heading, caption, language } = props;
  const { indices: words } = wordsOf(language);
  const base = baseOf(table, mainPeers(table), year);
  const drawn = (type: Figure["data"]["type"]) => figures.filter(({ data }) => data.type === type);
  const ranking = rankingOf(figures);
  const domains = drawn("heatmap");
  const change = yearChangeSentence(table, year, language);
  return (
    <>
      <YearNav table={table} year={year} language={language} />
      {change && (
        <p>
          <Marked text={change} names={language === "en" ? vietnameseIn(table) : []} />
        </p>
      )}
      {base !== undefined && !isNearlyAll(cells.length, base) && (
        <p class="notice">{words.partial(cells.length, base)}</p>
      )}
      <NotAssessedNotice site={site} index={index} year={year} language={language} />
      <Figures figures={drawn("distribution")} settings={settings} />
      {cells.length > 0 && (
        <section id={ranking?.id}>
          <h2>{heading}</h2>
          <ResultTable
            site={site}
            table={table}
            cells={cells}
            caption={caption}
            language={language}
            missing={(index.not_assessed ?? []).flatMap(entry => (entry.year === year ? entry.agencies : []))}
            chosen={ranking ? chosenIn(ranking) : []}
          />
          {ranking && <FigureFiles figure={ranking} settings={settings} />}
        </section>
      )}
      {domains.length > 0 && (
        <section>
          <h2>{words.byDomain}</h2>
          {domains.map(figure => (
            <ChartFigure figure={figure} settings={settings} />
          ))}
        </section>
      )}
    </>
  );
}

/** What a year says in one sentence: how many have a result, who is highest and lowest; undefined where there is no ranking. */
export function yearSentence(figures: readonly Figure[]): string | undefined {
  const ranking = rankingOf(figures);
  return ranking && drawFigure(ranking).described.rest;
}

/**
 * What a year says of the one before it: who rose and who fell the most, what may not be compared and what only with care;
 * undefined where nothing of it is known.
 */
export function yearChangeSentence(table: IndexTable, year: number, language: Language): string | undefined {
  const since = yearBefore(table, year);
  if (since === undefined) return undefined;
  const breaks = language === "en" ? englishBreaks(table.breaks).breaks : table.breaks;
  const cautions = cautionsOf(breaks, [since, year], wordsOf(language).charts);
  return [greatestChanges(table, year, language), ...cautions].filter(Boolean).join(" ") || undefined;
}

/** Undefined where that may not be computed, and where nobody moved. */
function greatestChanges(table: IndexTable, year: number, language: Language): string | undefined {
  const change = yearChange(table, year);
  const { charts } = wordsOf(language);
  const { sentence } = charts;
  const unit = charts.changeUnit(unitIn(language, table.unit));
  const moved = (
    [
      ["up", change?.rise],
      ["down", change?.fall],
    ] as const
  ).flatMap(([move, most]) => {
    const names = [...namesOf(table, most?.agencies ?? []).values()].join(", ");
    return most
      ? sentence.movedMost(move, names, formatAmount(formatSize(most.by, charts.number), unit))
      : [];
  });
  return change && moved.length > 0
    ? sentence.greatest(change.since, change.count, moved.join(", "))
    : undefined;
}

/** What an English sentence about the year before says in Vietnamese. */
function vietnameseIn(table: IndexTable): string[] {
  return [...namesOf(table, [...table.agencies.keys()]).values(), ...englishBreaks(table.breaks).unsaid];
}

function rankingOf(figures: readonly Figure[]): Figure | undefined {
  return figures.find(({ data }) => data.type === "ranking");
}

function chosenIn({ data }: Figure): string[] {
  return data.type === "ranking" ? data.rows.filter(({ chosen }) => chosen).map(({ agency }) => agency) : [];
}
