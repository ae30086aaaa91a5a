import type { z } from "zod";
import type {
  bandRow,
  breakRow,
  coverRow,
  domainRow,
  editionRow,
  indexRow,
  unassessedRow,
} from "./index-columns.ts";
import type { Index } from "./indices.ts";

/** chi-so; all tables here are of the indices given. */
export function* indexRows(indices: Iterable<Index>): Iterable<z.output<typeof indexRow>> {
  for (const { id, name, short_name, measures, publisher, unit, population, english, source } of indices)
    yield {
      id,
      name,
      short_name,
      measures,
      publisher,
      unit,
      population,
      name_en: english?.name,
      short_name_en: english?.short_name,
      measures_en: english?.measures,
      publisher_en: english?.publisher,
      population_en: english?.population,
      source,
    };
}

/** bo-tieu-chi. */
export function* editionRows(indices: Iterable<Index>): Iterable<z.output<typeof editionRow>> {
  for (const { id: index, editions } of indices)
    for (const [i, { from, to, domains: _, english, ...edition }] of (editions ?? []).entries())
      yield { index, order: i + 1, year_from: from, year_to: to, note_en: english, ...edition };
}

/** linh-vuc. */
export function* domainRows(indices: Iterable<Index>): Iterable<z.output<typeof domainRow>> {
  for (const { id: index, editions } of indices)
    for (const { id: edition, domains } of editions ?? [])
      for (const [i, { key, english, ...domain }] of (domains ?? []).entries())
        yield { index, edition, order: i + 1, component: key, name_en: english, ...domain };
}

/** cho-gay. */
export function* breakRows(indices: Iterable<Index>): Iterable<z.output<typeof breakRow>> {
  for (const { id: index, breaks } of indices)
    for (const [i, { between, english, ...rest }] of (breaks ?? []).entries())
      yield {
        index,
        order: i + 1,
        year_before: between[0],
        year_after: between[1],
        why_en: english,
        ...rest,
      };
}

/** nguong-nhom. */
export function* bandRows(indices: Iterable<Index>): Iterable<z.output<typeof bandRow>> {
  for (const { id: index, bands } of indices)
    for (const [i, { years, ...band }] of (bands ?? []).entries())
      for (const year of years) yield { index, order: i + 1, year, ...band };
}

/** so-don-vi. */
export function* coverRows(indices: Iterable<Index>): Iterable<z.output<typeof coverRow>> {
  for (const { id: index, covers } of indices)
    for (const [i, { years, count, source }] of (covers ?? []).entries())
      yield { index, order: i + 1, year_from: years[0], year_to: years[1], count, source };
}

/** khong-danh-gia. */
export function* unassessedRows(indices: Iterable<Index>): Iterable<z.output<typeof unassessedRow>> {
  for (const { id: index, not_assessed } of indices)
    for (const [i, { agencies, english, ...gap }] of (not_assessed ?? []).entries())
      for (const agency of agencies) yield { index, order: i + 1, agency, why_en: english, ...gap };
}
