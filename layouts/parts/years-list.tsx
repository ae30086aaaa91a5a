import { type IndexTable, mainPeers, peerCells } from "../../scripts/model/index-table.ts";
import { type Language, urlsIn, wordsOf } from "../languages.ts";

interface YearsListProps {
  readonly table: IndexTable | undefined;
  readonly language: Language;
  /** How many results a year has, in words; the number alone where this is left out. */
  readonly count?: (count: number) => string;
}

/** The years of an index, the last first, each with the number of its results; that there is none is said. */
export function YearsList({ table, language, count = String }: YearsListProps) {
  if (!table || table.years.length === 0) return <p>{wordsOf(language).indices.noResults}</p>;
  const { indexYear } = urlsIn(language);
  return (
    <ul class="years">
      {table.years.toReversed().map(year => (
        <li>
          <a href={indexYear(table.id, year)}>{year}</a> <small>{count(resultsOf(table, year))}</small>
        </li>
      ))}
    </ul>
  );
}

/** Counts the results of the year: of the main peers or, where these have none, of everyone else. */
export function resultsOf(table: IndexTable, year: number): number {
  return peerCells(table, mainPeers(table), year).length || (table.byYear.get("")?.get(year)?.length ?? 0);
}
