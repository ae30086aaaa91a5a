import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSearchPage, type SearchPage } from "./support/search-page.ts";

let close = async () => {};
let page: Page;
let origin = "";
let ask: SearchPage["ask"];
beforeAll(async () => {
  ({ close, page, origin, ask } = await openSearchPage());
});
afterAll(() => close());

describe("what comes late", () => {
  const DETAILS = "**/tim-kiem/ke-hoach/*.pack";
  const shown = () => page.locator("[data-results] > li > a").allTextContents();
  /** Holds back what is shown of plans until it is told to go on. */
  const held = async () => {
    let go = () => {};
    const gate = new Promise<void>(fulfil => {
      go = fulfil;
    });
    await page.route(DETAILS, async route => {
      await gate;
      await route.continue();
    });
    return async () => {
      go();
      await page.waitForTimeout(400);
      await page.unroute(DETAILS);
    };
  };
  const field = () => page.locator("[data-search] input[name=q]");

  test("does not stand in for the answer to a later question", async () => {
    await page.goto(`${origin}/tim-kiem/`);
    const release = await held();
    await field().fill("kiểm tra công vụ");
    await field().press("Enter");
    await page.waitForTimeout(600);
    await field().fill("xyzabc");
    await field().press("Enter");
    await page.waitForSelector("[data-asked=none]");
    await release();
    expect(await shown()).toEqual([]);
  });

  test("is not shown when the question was taken back", async () => {
    await page.goto(`${origin}/tim-kiem/`);
    const release = await held();
    await field().fill("kiểm tra công vụ");
    await field().press("Enter");
    await page.waitForTimeout(600);
    await field().fill("");
    await page.waitForTimeout(300);
    await release();
    expect(await page.evaluate(() => document.documentElement.dataset.asked)).toBeUndefined();
    expect(await shown()).toEqual([]);
  });

  test("comes once, however often it is asked for", async () => {
    await ask("sở nội vụ", "&loai=task");
    const more = page.getByRole("button", { name: "Xem thêm" });
    await more.evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    await expect.poll(async () => (await shown()).length).toBeGreaterThan(10);
    await page.waitForTimeout(200);
    const all = await shown();
    expect(new Set(all).size).toBe(all.length);
  });

  test("is not opened by the second click of a double click, below which it moved", async () => {
    await ask("sở nội vụ", "&loai=task");
    const more = page.getByRole("button", { name: "Xem thêm" });
    const address = page.url();
    for (const clicks of [1, 2]) {
      await more.scrollIntoViewIfNeeded();
      const box = (await more.boundingBox()) ?? { x: 0, y: 0 };
      for (const clickCount of [1, 2]) {
        await page.mouse.click(box.x + 5 * clicks, box.y + 5 * clicks, { clickCount });
        await page.waitForTimeout(150);
      }
      await page.waitForTimeout(500);
      expect(page.url()).toBe(address);
    }
    await page.locator("[data-results] > li > a").nth(12).click();
    expect(page.url()).not.toBe(address);
  });

  test("and fails is asked for again", async () => {
    await page.route(DETAILS, route => route.abort());
    await page.goto(`${origin}/tim-kiem/?q=${encodeURIComponent("kiểm tra công vụ")}`);
    await page.waitForSelector("[data-asked=failed]");
    await page.unroute(DETAILS);
    await field().press("Enter");
    await page.waitForSelector("[data-asked='']");
    await expect.poll(async () => (await shown()).length).toBeGreaterThan(0);
  });

  test("going back brings the question back into the field, even while it is typed in", async () => {
    await page.goto(`${origin}/tim-kiem/`);
    for (const query of ["hành chính", "Bộ Nội vụ"]) {
      await field().fill(query);
      await field().press("Enter");
      await page.waitForSelector("[data-results-region][aria-busy=false]");
    }
    await page.goBack();
    await expect.poll(() => field().inputValue()).toBe("hành chính");
  });
});
