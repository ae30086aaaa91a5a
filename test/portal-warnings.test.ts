import { expect, test } from "vitest";
import { type HarvestState, warningOf } from "../scripts/model/portal.ts";

const state = (outcome: HarvestState["outcome"], asOf?: string): HarvestState => ({
  id: "a",
  checked: "2023-10-01T00:00:00Z",
  outcome,
  ...(asOf !== undefined && { asOf }),
});

test.each<[string, HarvestState | undefined, string, string | undefined]>([
  ["never harvested", undefined, "2023-10-01", "none"],
  ["nothing ever taken", state("away"), "2023-10-01", "none"],
  ["fresh", state("new", "2023-10-01"), "2023-10-01", undefined],
  ["a quarter old", state("unchanged", "2023-07-01"), "2023-10-01", undefined],
  ["a day older than a quarter", state("unchanged", "2023-07-01"), "2023-10-02", "old"],
  ["kept from before, since it was wrong", state("wrong", "2023-07-01"), "2024-10-01", "wrong"],
  ["kept from before, since it was away", state("away", "2023-07-01"), "2024-10-01", "away"],
])("of data that is %s is said what a reader must know", (_, held, today, warning) => {
  expect(warningOf({ state: held }, today)).toBe(warning);
});
