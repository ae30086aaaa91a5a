import type { Edition, Index } from "./indices.ts";

/** The edition by which results were measured: the one that they name, or the newest that holds in their year. */
export function editionOf(index: Index, ofYear: number, named?: string): Edition | undefined {
  return (
    index.editions?.find(({ id }) => id === named) ??
    index.editions?.findLast(({ from, to }) => from <= ofYear && ofYear <= (to ?? 9999))
  );
}
