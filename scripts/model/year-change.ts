import { baseOf, type IndexTable, mainPeers, peerCells } from "./index-table.ts";
import { changeBetween, isNearlyAll } from "./series.ts";

/** Who rose and who fell the most from the year before. */
interface YearChange {
  /** The last year before it that has results. */
  readonly since: number;
  /** How many have a value in both years. */
  readonly count: number;
  /** undefined where nobody rose, or fell; several where they did so by the same. */
  readonly rise: Extreme | undefined;
  readonly fall: Extreme | undefined;
}

interface Extreme {
  readonly agencies: readonly string[];
  readonly by: number;
}

/**
 * The greatest changes among those that the index is made for.
 * @returns undefined across a hard break, and where so few have both values that another may have changed more
 */
export function yearChange(table: IndexTable, year: number): YearChange | undefined {
  const since = yearBefore(table, year);
  if (since === undefined) return undefined;
  const peers = mainPeers(table);
  const base = baseOf(table, peers, year);
  const before = new Map(peerCells(table, peers, since).map(cell => [cell.agency, cell]));
  const changes = peerCells(table, peers, year).flatMap(cell => {
    const earlier = before.get(cell.agency);
    const by = earlier && changeBetween(earlier, cell, table.breaks);
    return by === undefined ? [] : [{ agency: cell.agency, by }];
  });
  if (changes.length < 2 || base === undefined || !isNearlyAll(changes.length, base)) return undefined;
  const sizes = changes.map(({ by }) => by);
  const extreme = (by: number): Extreme => ({
    by,
    agencies: changes.flatMap(change => (change.by === by ? change.agency : [])),
  });
  const [most, least] = [Math.max(...sizes), Math.min(...sizes)];
  return {
    since,
    count: changes.length,
    rise: most > 0 ? extreme(most) : undefined,
    fall: least < 0 ? extreme(least) : undefined,
  };
}

/** The last year before one that has results; undefined at the first one. */
export function yearBefore({ years }: IndexTable, year: number): number | undefined {
  return years[years.indexOf(year) - 1];
}
