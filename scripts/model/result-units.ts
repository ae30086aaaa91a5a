import type { Index } from "./indices.ts";
import { groupBy } from "./maps.ts";
import type { Place, Report } from "./problem.ts";
import type { Result } from "./result.ts";
import { hardBreaksBetween } from "./series.ts";

/** A result with the place of its unit. */
export interface PlacedResult {
  readonly result: Pick<Result, "agency" | "component" | "year" | "unit" | "value">;
  readonly unitPlace: Place;
}

/**
 * Refuses a series in two units: its line would join, and its change subtract, points and percentages. A hard break
 * between the years parts them.
 */
export function checkUnits(placed: readonly PlacedResult[], index: Index, report: Report): void {
  const valued = placed.filter(({ result }) => result.value !== undefined);
  for (const series of groupBy(
    valued,
    ({ result }) => `${result.agency}|${result.component ?? ""}`,
  ).values()) {
    const inOrder = series.toSorted((a, b) => a.result.year - b.result.year);
    for (const [i, { result, unitPlace }] of inOrder.entries()) {
      const before = inOrder[i - 1]?.result;
      if (!before) continue;
      const [earlier, unit] = [before, result].map(({ unit }) => unit ?? index.unit);
      if (earlier === undefined || unit === undefined || earlier === unit) continue;
      if (hardBreaksBetween(index.breaks ?? [], before.year, result.year).length > 0) continue;
      report(
        unitPlace,
        `đơn vị là “${unit}”, mà kết quả năm ${before.year} là “${earlier}”`,
        "ghi cùng một đơn vị; nếu cách đo đã đổi thì thêm chỗ gãy giữa hai năm vào breaks trong data/indices",
      );
    }
  }
}
