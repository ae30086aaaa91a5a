import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenSite, openShippedSite } from "./support/visit.ts";

const PLAN = "/ke-hoach/quang-nam-2023/";
/** A task far down in the plan. */
const FAR = "A.VIII.3.1";

let site: OpenSite;
beforeAll(async () => {
  site = await openShippedSite();
});
afterAll(() => site.close());

describe.each([360, 1280])("a long plan in a window of %d pixels", width => {
  const window = { viewport: { width, height: 740 } };

  test("lays out the tasks in sight, and leaves the others until they come into sight", async () => {
    const complaints = await site.visit(
      PLAN,
      async page => {
        const isLaidOut = (id: string) =>
          page
            .locator(`[id="${id}"] dl`)
            .evaluate(list => list.checkVisibility({ contentVisibilityAuto: true }));
        expect(await isLaidOut(FAR)).toBe(false);
        await page.locator(`[id="${FAR}"]`).scrollIntoViewIfNeeded();
        await expect.poll(() => isLaidOut(FAR)).toBe(true);
      },
      window,
    );
    expect(complaints).toEqual([]);
  });

  test("shows the task that its address names right below the top", async () => {
    const complaints = await site.visit(
      `${PLAN}#${FAR}`,
      async page => {
        const top = () => page.locator(`[id="${FAR}"]`).evaluate(task => task.getBoundingClientRect().top);
        await page.evaluate(() => document.fonts.ready);
        await expect.poll(top).toBeGreaterThan(0);
        expect(await top()).toBeLessThan(80);
      },
      window,
    );
    expect(complaints).toEqual([]);
  });
});
