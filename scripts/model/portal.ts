import { z } from "zod";
import { addDays, type IsoDate } from "./fields.ts";
import type { Peer } from "./peer.ts";
import type { StatusKey } from "./status.ts";

/** How a harvest went with one site; `asOf` is the day of the data that is now held, good or kept from before. */
export const harvestState = z.object({
  id: z.string(),
  /** The moment of the harvest. */
  checked: z.iso.datetime(),
  outcome: z.enum(["new", "unchanged", "wrong", "away"]),
  /** Why nothing new was taken: a Vietnamese clause. */
  reason: z.string().optional(),
  asOf: z.iso.date().optional(),
  /** Why its search index was not taken: a Vietnamese clause. */
  search: z.string().optional(),
});
/** How a harvest went with one site. */
export type HarvestState = z.output<typeof harvestState>;

/** How many days data may be old before it is called old: a quarter, the shortest time in which all have to report. */
const STALE_DAYS = 92;

/** A site with what is held of it. */
export interface PeerReport {
  readonly peer: Peer;
  readonly state: HarvestState | undefined;
  readonly plans: number;
  readonly tasks: ReadonlyMap<StatusKey, number>;
}

/** A plan of another site. */
export interface PeerPlan {
  readonly site: string;
  readonly id: string;
  readonly title: string;
  readonly agency: string;
  readonly number: string | undefined;
  readonly years: readonly [number, number];
  readonly tasks: number;
  /** Overdue, or past its deadline without a report. */
  readonly late: number;
}

/** How the tasks that an agency of another site leads stand. */
export interface PeerAgency {
  readonly site: string;
  readonly id: string;
  readonly name: string;
  readonly tasks: ReadonlyMap<StatusKey, number>;
}

/** All that is known of the other sites. */
export interface Portal {
  readonly reports: readonly PeerReport[];
  readonly plans: readonly PeerPlan[];
  readonly agencies: readonly PeerAgency[];
}

/** What is to be said of a site before its numbers are read: nothing held, wrong, away, or old. */
export function warningOf(
  { state }: Pick<PeerReport, "state">,
  today: IsoDate,
): "none" | "wrong" | "away" | "old" | undefined {
  if (state?.asOf === undefined) return "none";
  if (state.outcome === "wrong" || state.outcome === "away") return state.outcome;
  return addDays(state.asOf, STALE_DAYS) < today ? "old" : undefined;
}
