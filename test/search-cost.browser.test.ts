import { brotliCompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSearchPage } from "./support/search-page.ts";

let close = async () => {};
let browser: Browser;
let origin = "";
beforeAll(async () => {
  ({ close, browser, origin } = await openSearchPage());
});
afterAll(() => close());

describe("the search page is quick on a cheap phone", () => {
  test("the hits come before the filters, which say what they hold back", async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const phone = await context.newPage();
    await phone.goto(`${origin}/tim-kiem/?q=CCHC&nam=2023`);
    await phone.waitForSelector("[data-results-region][aria-busy=false]");
    const first = await phone.locator("[data-results] > li").first().boundingBox();
    expect(first?.y).toBeLessThan(320);
    expect(await phone.locator("[data-filters]").isVisible()).toBe(false);
    const summary = phone.locator("[data-narrow] summary");
    expect(await summary.textContent()).toMatch(/^Lọc và sắp xếp: 2023 \(\d+\)$/);
    await summary.click();
    await phone.selectOption('[data-filters] [name="nam"]', "");
    await phone.waitForURL(url => !url.searchParams.has("nam"));
    await phone.waitForFunction(
      () => document.querySelector("[data-narrow] summary")?.textContent === "Lọc và sắp xếp",
    );
    expect(await phone.locator("[data-filters]").isVisible()).toBe(true);
    await context.close();
  });

  /** A phone that is painted before any part of the search comes; then they come, each late. */
  async function openPhone(path: string) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    let letCome = () => {};
    const mayCome = new Promise<void>(fulfil => {
      letCome = fulfil;
    });
    await context.route(/assets\/(search|worker)|pagefind|\.pack$/, async route => {
      await mayCome;
      await new Promise(fulfil => setTimeout(fulfil, 100));
      await route.continue();
    });
    const phone = await context.newPage();
    await phone.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver(list => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await phone.goto(`${origin}${path}`, { waitUntil: "commit" });
    return { phone, letCome };
  }

  test.each(["dat dai", "cai cach hanh chinh", "3503/KH-UBND", "xyzabc", "papi&chu-tri=x", "CCHC&xep=han"])(
    "nothing moves when the results of %s come",
    async query => {
      const { phone, letCome } = await openPhone(`/tim-kiem/?q=${query}`);
      await phone.waitForSelector("[data-wait]");
      expect(await phone.isVisible("[data-static]")).toBe(false);
      letCome();
      await phone.waitForSelector("[data-results-region][aria-busy=false]");
      await phone.waitForTimeout(200);
      const shifts = await phone.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
      expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.02);
      expect(await phone.isVisible("[data-wait]")).toBe(false);
      await phone.context().close();
    },
  );

  test("where the index does not come, the page says so and offers its list", async () => {
    const context = await browser.newContext();
    await context.route(/records\.pack$/, route => route.abort());
    const cut = await context.newPage();
    await cut.goto(`${origin}/tim-kiem/?q=dat+dai`);
    await cut.getByText("Không tải được chỉ mục").waitFor();
    expect(await cut.isVisible("[data-static] a")).toBe(true);
    await context.close();
  });

  test("before anything is asked, at most 12 kB of script come, packed as servers pack them", async () => {
    const context = await browser.newContext();
    const fresh = await context.newPage();
    const scripts: Promise<Buffer>[] = [];
    const addresses: string[] = [];
    fresh.on("response", response => {
      addresses.push(new URL(response.url()).pathname);
      if (response.url().endsWith(".js")) scripts.push(response.body());
    });
    await fresh.goto(`${origin}/tim-kiem/`, { waitUntil: "networkidle" });
    const packed = (await Promise.all(scripts)).map(script => brotliCompressSync(script).length);
    expect(packed.length).toBeGreaterThan(1);
    expect(packed.reduce((sum, length) => sum + length)).toBeLessThan(12_000);
    expect(addresses.filter(address => /pagefind|worker|\.pack$/.test(address))).toEqual([]);
    await context.close();
  });

  test("the first query costs at most 160 kB on a server that packs nothing", async () => {
    const context = await browser.newContext();
    const fresh = await context.newPage();
    const bodies: Promise<Buffer>[] = [];
    fresh.on("response", response => {
      if (/pagefind|assets\/.*js$|tim-kiem\/.*\.(js|pack)/.test(response.url())) bodies.push(response.body());
    });
    await fresh.goto(`${origin}/tim-kiem/?q=dat+dai`);
    await fresh.waitForSelector("[data-results-region][aria-busy=false]");
    const bytes = (await Promise.all(bodies)).reduce((sum, { length }) => sum + length, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(160_000);
    await context.close();
  });
});
