import type { z } from "zod";
import { type Agency, nameOf } from "./agency.ts";
import { CORRECTED_COLUMNS } from "./data-change.ts";
import type { agencyRow, correctionRow, documentRow, resultRow } from "./data-columns.ts";
import type { Deadline } from "./deadline.ts";
import { dayOf } from "./history.ts";
import type { Result } from "./result.ts";
import type { Site } from "./site.ts";
import type { Addresses } from "./table.ts";

/** ket-qua, of the results given. */
export function* resultRows(
  site: Site,
  at: Addresses,
  results: Iterable<Result>,
): Iterable<z.output<typeof resultRow>> {
  for (const result of results)
    yield {
      id: resultId(result),
      index: result.index,
      year: result.year,
      edition: result.edition,
      agency: result.agency,
      agency_name: nameOf(site.agencies, result.agency),
      component: result.component,
      value: result.value,
      unit: result.unit,
      maximum: result.maximum,
      rank: result.rank,
      rank_of: result.rank_of,
      group: result.group,
      stated_change: result.stated_change,
      basis: result.basis,
      source: result.source,
      note: result.note,
      url: at.indexYear(result.index, result.year),
    };
}

/** Names a published result: <index>/<year>/<agency>, and its component. */
function resultId({
  index,
  year,
  agency,
  component,
}: Pick<Result, "index" | "year" | "agency" | "component">): string {
  return [index, year, agency, component].filter(Boolean).join("/");
}

/** sua-ket-qua, newest first. */
export function* correctionRows({
  dataHistory,
  agencies,
}: Pick<Site, "dataHistory" | "agencies">): Iterable<z.output<typeof correctionRow>> {
  // The index by the name that it has today, which its file may not have had then.
  for (const { commit, at, reason, index, results } of dataHistory?.corrections ?? [])
    for (const { before, after } of results)
      for (const column of CORRECTED_COLUMNS)
        if (before[column] !== after?.[column])
          yield {
            commit,
            date: dayOf(at),
            result: resultId({ ...before, index }),
            index,
            year: before.year,
            agency: before.agency,
            agency_name: nameOf(agencies, before.agency),
            component: before.component,
            kind: after ? "changed" : "removed",
            column,
            before: before[column]?.toString(),
            after: after?.[column]?.toString(),
            reason,
          };
}

/** co-quan, of the agencies given. */
export function* agencyRows(at: Addresses, agencies: Iterable<Agency>): Iterable<z.output<typeof agencyRow>> {
  for (const agency of agencies)
    yield {
      id: agency.id,
      name: agency.name,
      short_name: agency.shortName,
      kind: agency.kind,
      level: agency.level,
      parent: agency.parent,
      valid_from: agency.validFrom,
      valid_to: agency.validTo,
      successors: agency.successors,
      aliases: agency.aliases,
      region: agency.region,
      code: agency.code,
      source: agency.source,
      note: agency.note,
      url: at.agency(agency.id),
    };
}

/** van-ban. */
export function* documentRows(site: Site, at: Addresses): Iterable<z.output<typeof documentRow>> {
  for (const { id, number, kind, date, issuer, title, url } of site.documents.values())
    yield { id, number, kind, date, issuer, title, source: url, url: at.document(id) };
}

/** A deadline as its four cells: what is printed, and what follows from it. */
export function deadlineCells(deadline: Deadline | undefined) {
  return {
    deadline: deadline?.printed,
    due: deadline?.due,
    due_precision: deadline?.precision,
    due_rule: deadline?.rule,
  };
}
