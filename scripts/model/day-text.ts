import type { IsoDate } from "./fields.ts";

/** 2023-06-05 → 05/06/2023: two digits each, so that no day looks like another and columns of days line up. */
export function dayText(day: IsoDate): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
