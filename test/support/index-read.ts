import { z } from "zod";
import {
  bandRow,
  breakRow,
  coverRow,
  domainRow,
  editionRow,
  indexRow,
  unassessedRow,
} from "../../scripts/model/index-columns.ts";
import type { Edition, Index } from "../../scripts/model/indices.ts";
import { groupBy } from "../../scripts/model/maps.ts";
import type { TableName } from "../../scripts/model/table-list.ts";

/** Makes the descriptions of indices from their published tables; what an index has none of is undefined. */
export function readIndices(tables: Readonly<Record<TableName, readonly unknown[]>>): Map<string, Index> {
  const editions = groupBy(z.array(editionRow).parse(tables["bo-tieu-chi"]), ofIndex);
  const domains = groupBy(
    z.array(domainRow).parse(tables["linh-vuc"]),
    ({ index, edition }) => `${index}\n${edition}`,
  );
  const breaks = groupBy(z.array(breakRow).parse(tables["cho-gay"]), ofIndex);
  const bands = groupBy(z.array(bandRow).parse(tables["nguong-nhom"]), ofIndex);
  const covers = groupBy(z.array(coverRow).parse(tables["so-don-vi"]), ofIndex);
  const gaps = groupBy(z.array(unassessedRow).parse(tables["khong-danh-gia"]), ofIndex);
  const indices = z
    .array(indexRow)
    .parse(tables["chi-so"])
    .map(({ name_en, short_name_en, measures_en, publisher_en, population_en, ...index }): Index => {
      const { id } = index;
      return {
        ...index,
        english:
          name_en === undefined
            ? undefined
            : {
                name: name_en,
                short_name: short_name_en,
                measures: measures_en,
                publisher: publisher_en,
                population: population_en,
              },
        editions: editions.get(id)?.map((row): Edition => {
          const { index: _, order: __, year_from, year_to, note_en, ...edition } = row;
          return {
            ...edition,
            english: note_en,
            from: year_from,
            to: year_to,
            domains: domains.get(`${id}\n${row.id}`)?.map(readDomain),
          };
        }),
        bands: bands.has(id) ? joinByOrder(bands.get(id) ?? [], readBands) : undefined,
        breaks: breaks.get(id)?.map(readBreak),
        covers: covers.get(id)?.map(({ year_from, year_to, count, source }) => ({
          years: [year_from, year_to],
          count,
          source,
        })),
        not_assessed: gaps.has(id) ? joinByOrder(gaps.get(id) ?? [], readGap) : undefined,
      };
    });
  return new Map(indices.map(index => [index.id, index]));
}

function ofIndex({ index }: { readonly index: string }): string {
  return index;
}

function readDomain({ component, code, name, name_en, maximum, basis }: z.output<typeof domainRow>) {
  return { key: component, code, name, english: name_en, maximum, basis };
}

function readBreak({ year_before, year_after, why, why_en, kind, source }: z.output<typeof breakRow>) {
  const between: [number, number] = [year_before, year_after];
  return { between, why, english: why_en, kind, source };
}

/** What is one entry of a description stands in several rows of the same order. */
function joinByOrder<Row extends { readonly order: number }, Entry>(
  rows: readonly Row[],
  read: (first: Row, rows: readonly Row[]) => Entry,
): Entry[] {
  return [...groupBy(rows, ({ order }) => order).values()].flatMap(own => (own[0] ? read(own[0], own) : []));
}

function readBands(
  { label, from, below }: z.output<typeof bandRow>,
  rows: readonly z.output<typeof bandRow>[],
) {
  return { years: rows.map(({ year }) => year), label, from, below };
}

function readGap(
  { year, why, why_en, source }: z.output<typeof unassessedRow>,
  rows: readonly z.output<typeof unassessedRow>[],
) {
  return { year, agencies: rows.map(({ agency }) => agency), why, english: why_en, source };
}
