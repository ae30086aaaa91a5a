import type { RecordKind, SearchRecord } from "../../../scripts/model/search-table.ts";
import { fold } from "../../../scripts/model/vietnamese.ts";

const KIND_WEIGHT: Record<RecordKind, number> = {
  plan: 3,
  agency: 2.5,
  document: 2.5,
  result: 2,
  update: 1.5,
  dashboard: 1.5,
  page: 2.5,
};

/**
 * How much more what is called by words of the query is wanted, and plans of whoever is: who types the name of a province
 * means the province and its plans, and not each of its departments.
 * @param folded what was typed, without marks
 */
export function nameWeight({ record, part, issuer = "" }: NamedHit, folded: string): number {
  if (part > 0) return 1;
  return isCalled(record, folded) ? 6 : isNamed(issuer, folded) ? 4 : 1;
}

/** Whether words of the query are the name of the record itself. */
export function isCalled({ title, called = title }: NamedHit["record"], folded: string): boolean {
  return [title, called].some(name => isNamed(name, folded));
}

function isNamed(name: string, folded: string): boolean {
  return name !== "" && ` ${folded} `.includes(` ${fold(name)} `);
}

interface NamedHit {
  readonly record: Pick<SearchRecord, "title" | "called">;
  readonly part: number;
  /** Short name of the agency whose plan the record is. */
  readonly issuer?: string | undefined;
}

/** A word early in a part stands in its title; records come before the tasks that merely mention the words. */
export function scoreOf({ kind }: SearchRecord, part: number, at: number): number {
  return (part === 0 ? KIND_WEIGHT[kind] : 2) * (1 / (1 + at / 12));
}
