import { expect, test } from "vitest";
import { forEachAtOnce } from "../scripts/at-once.ts";

test("every item has its turn, in order, and no more at once than is allowed", async () => {
  const begun: number[] = [];
  let open = 0;
  let most = 0;
  await forEachAtOnce([1, 2, 3, 4, 5], 2, async item => {
    begun.push(item);
    most = Math.max(most, ++open);
    await Promise.resolve();
    open--;
  });
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

test("after a failure nothing more is begun, and what was begun ends before it is told", async () => {
  const ended: number[] = [];
  const all = forEachAtOnce([1, 2, 3, 4], 2, async item => {
    if (item === 1) throw new Error("no");
    await new Promise(fulfil => setTimeout(fulfil, 5));
    ended.push(item);
  });
  await expect(all).rejects.toThrow("no");
  expect(ended).toEqual([2]);
});
