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
 * How much more what is called by words of the query is wanted: who types the name of a province means the province.
 * @param folded what was typed, without marks
 */
export function nameWeight({ record: { title, called = title }, part }: NamedHit, folded: string): number {
  const isCalled = [title, called].some(name => name !== "" && ` ${folded} `.includes(` ${fold(name)} `));
  return part === 0 && isCalled ? 3 : 1;
}

interface NamedHit {
  readonly record: Pick<SearchRecord, "title" | "called">;
  readonly part: number;
}

/** A word early in a part stands in its title; records come before the tasks that merely mention the words. */
export function scoreOf({ kind }: SearchRecord, part: number, at: number): number {
  return (part === 0 ? KIND_WEIGHT[kind] : 2) * (1 / (1 + at / 12));
}
