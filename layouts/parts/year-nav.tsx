import type { IndexTable } from "../../scripts/model/index-table.ts";
import { type Language, urlsIn, wordsOf } from "../languages.ts";

interface YearNavProps {
  readonly table: IndexTable;
  readonly year: number;
  readonly language: Language;
}

/** The way from a year of an index to the years before and after it that have results; nothing where there is one year. */
export function YearNav({ table, year, language }: YearNavProps) {
  const words = wordsOf(language).indices;
  const at = table.years.indexOf(year);
  const { indexYear } = urlsIn(language);
  const neighbours = [
    { label: words.previous, other: table.years[at - 1] },
    { label: words.next, other: table.years[at + 1] },
  ].flatMap(({ label, other }) => (other === undefined ? [] : [{ label, other }]));
  if (neighbours.length === 0) return null;
  return (
    <nav class="year-nav" aria-label={words.years}>
      {neighbours.map(({ label, other }) => (
        <a href={indexYear(table.id, other)}>
          {label}: {other}
        </a>
      ))}
    </nav>
  );
}
