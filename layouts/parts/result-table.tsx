import { cellsOf, type IndexTable, unitOf } from "../../scripts/model/index-table.ts";
import { bestFirst, type Cell, changeUnlikeStated } from "../../scripts/model/series.ts";
import type { Site } from "../../scripts/model/site.ts";
import { indexStrings } from "../chart-strings.ts";
import { type Language, unitIn, wordsOf } from "../languages.ts";
import { AgencyLink } from "./agency-name.tsx";
import { decimalClasses, decimalSign } from "./decimals.ts";
import { SourceText } from "./figure-table.tsx";
import { ScrollTable } from "./table.tsx";

interface ResultTableProps {
  readonly site: Site;
  readonly table: IndexTable;
  /** Results of one year. */
  readonly cells: readonly Cell[];
  readonly caption: string;
  readonly language: Language;
  /** Agencies without a result that year: they stand last, without a value. */
  readonly missing?: readonly string[];
  /** Agencies whose rows are marked. */
  readonly chosen?: readonly string[];
}

/**
 * The results of one year in their order: agency, value, rank, change as stated, notes. A basis or source that is the
 * same all the way down is said once, above; a column that no row fills is left out. Notes are in Vietnamese, and only
 * on its pages.
 */
export function ResultTable(props: ResultTableProps) {
  const { site, table, caption, language, missing = [], chosen = [] } = props;
  const cells = bestFirst(props.cells);
  const { charts, indices: words } = wordsOf(language);
  const { columns } = charts;
  const vi = language === "vi" ? undefined : "vi";
  const [basis, isOneBasis] = sameIn(cells, cell => cell.basis);
  const [source, isOneSource] = sameIn(cells, cell => cell.source);
  const notes = cells.map(cell => (language === "vi" ? notesOf(table, cell) : []));
  const ranked = cells.filter(({ rank }) => rank !== undefined).length;
  const hasGroups = cells.some(({ group }) => group !== undefined);
  const hasChanges = cells.some(({ stated_change }) => stated_change !== undefined);
  const hasNotes = notes.some(({ length }) => length > 0);
  const wordy = [...(isOneSource ? [] : [columns.source]), ...(hasNotes ? [columns.note] : [])].map(
    (name, i) => (i === 0 ? name : name.toLowerCase()),
  );
  const rest = [ranked > 0, hasGroups, hasChanges, !isOneBasis, wordy.length > 0].filter(Boolean).length;
  const named = new Set(cells.map(({ agency }) => agency));
  const unit = unitIn(language, unitOf(table, cells));
  const values = cells.map(({ value }) => (value === undefined ? "–" : charts.number(value)));
  const valueClasses = decimalClasses(values, decimalSign(charts.number));
  return (
    <ScrollTable label={caption} isSortable>
      <caption>
        {caption}.{isOneBasis && basis && ` ${columns.basis}: ${charts.basis[basis]}.`}
        {isOneSource && source && (
          <>
            {` ${columns.source}: `}
            <span lang={vi}>
              <SourceText text={source} />
            </span>
            .
          </>
        )}
        {ranked > 0 && ranked < cells.length && ` ${words.someRanks}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">{columns.agency}</th>
          <th scope="col" class="number">
            {columns.value}
            {unit && ` (${unit})`}
          </th>
          {ranked > 0 && (
            <th scope="col" class="number">
              {columns.rank}
            </th>
          )}
          {hasGroups && <th scope="col">{columns.group}</th>}
          {hasChanges && (
            <th scope="col" class="number">
              {columns.stated}
            </th>
          )}
          {!isOneBasis && <th scope="col">{columns.basis}</th>}
          {wordy.length > 0 && <th scope="col">{wordy.join(", ")}</th>}
        </tr>
      </thead>
      <tbody>
        {cells.map((cell, i) => (
          <tr class={chosen.includes(cell.agency) ? "chosen" : undefined}>
            <th scope="row" lang={vi}>
              <AgencyLink site={site} id={cell.agency} />
            </th>
            <td class={valueClasses[i]} data-value={cell.value}>
              {values[i]}
            </td>
            {ranked > 0 && (
              <td class="number" data-value={cell.rank}>
                {cell.rank === undefined ? "–" : charts.ranked(cell.rank, cell.rank_of)}
              </td>
            )}
            {hasGroups && <td lang={cell.group && vi}>{cell.group}</td>}
            {hasChanges && (
              <td class="number" data-value={cell.stated_change}>
                {cell.stated_change !== undefined && charts.change(cell.stated_change)}
              </td>
            )}
            {!isOneBasis && <td>{cell.basis && charts.basis[cell.basis]}</td>}
            {wordy.length > 0 && (
              <td class="source" lang={vi}>
                {!isOneSource && cell.source && <SourceText text={cell.source} />}
                {notes[i]?.map(note => (
                  <small> {note}</small>
                ))}
              </td>
            )}
          </tr>
        ))}
        {missing
          .filter(id => !named.has(id))
          .map(id => (
            <tr>
              <th scope="row" lang={vi}>
                <AgencyLink site={site} id={id} />
              </th>
              <td colSpan={1 + rest}>{words.notAssessed.toLowerCase()}</td>
            </tr>
          ))}
      </tbody>
    </ScrollTable>
  );
}

/** The first value that is read, and whether all results share it; a single result shares its value with none. */
function sameIn<Value>(cells: readonly Cell[], read: (cell: Cell) => Value): [Value | undefined, boolean] {
  const values = new Set(cells.map(read));
  const [value] = values;
  return [value, cells.length > 1 && values.size === 1];
}

function notesOf(table: IndexTable, cell: Cell): string[] {
  const earlier = cellsOf(table, cell.agency).find(({ year }) => year === cell.year - 1);
  const computed = changeUnlikeStated(earlier, cell, table.breaks);
  return [
    ...(cell.note ? [cell.note] : []),
    ...(computed === undefined ? [] : [indexStrings.changeDiffers(cell.year, computed)]),
  ];
}
