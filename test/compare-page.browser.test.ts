import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenSite, openShippedSite } from "./support/visit.ts";

let shipped: OpenSite;
beforeAll(async () => {
  shipped = await openShippedSite();
});
afterAll(() => shipped?.close());

describe("the page of comparison", () => {
  test("is used by keyboard alone, finds an agency without diacritics, and its address reopens the choice", async () => {
    const complaints = await shipped.visit("/so-sanh/", async page => {
      await page.locator("#so-sanh-chon:not([inert])").waitFor();
      await page.getByRole("textbox", { name: "Thêm cơ quan" }).focus();
      await page.keyboard.type("ca mau");
      await page.locator(".compare-options button").first().waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("combobox", { name: "Xem theo" }).focus();
      await page.keyboard.press("ArrowDown");
      const title = page.locator("#so-sanh-1 h3", { hasText: "Thứ hạng" });
      await title.waitFor();
      expect(await title.textContent()).toMatch(/^Thứ hạng PAPI: .*Cà Mau/);
      const address = page.url();
      expect(address).toContain("ubnd-ca-mau");
      expect(address).toContain("xem=hang");
      const drawn = await page.locator("#so-sanh-1 svg").innerHTML();
      await page.goto("about:blank");
      await page.goto(address);
      await title.waitFor();
      expect(await title.textContent()).toMatch(/^Thứ hạng PAPI: .*Cà Mau/);
      const marks = (svg: string) => svg.match(/<path[^>]* d="[^"]*"/g)?.length;
      expect(marks(await page.locator("#so-sanh-1 svg").innerHTML())).toBe(marks(drawn));
    });
    expect(complaints).toEqual([]);
  });

  test("says of a name without results that there are none, and keeps the focus when an agency goes", async () => {
    const complaints = await shipped.visit("/so-sanh/", async page => {
      await page.locator("#so-sanh-chon:not([inert])").waitFor();
      await page.getByRole("textbox", { name: "Thêm cơ quan" }).focus();
      const said = page.locator(".compare-agencies [aria-live]");
      await page.keyboard.type("so noi vu");
      await expect.poll(() => said.textContent()).toBe("PAPI không có kết quả của cơ quan nào tên như vậy.");
      await page.keyboard.press("Escape");
      await page.keyboard.type("quang nam");
      await expect.poll(() => said.textContent()).toBe("Đã chọn rồi.");
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
      await page.getByRole("button", { name: "Bỏ Quảng Ninh" }).focus();
      await page.keyboard.press("Enter");
      await expect.poll(focused).toBe("Bỏ Kiên Giang");
      await page.keyboard.press("Enter");
      await expect.poll(focused).toBe("Bỏ Quảng Nam");
      await page.keyboard.press("Enter");
      await expect.poll(focused).toBe("Thêm cơ quan");
    });
    expect(complaints).toEqual([]);
  });

  test.each(
    [360, 1024].flatMap(width =>
      [
        "",
        "?co-quan=ubnd-quang-nam",
        "?co-quan=ubnd-quang-nam,ubnd-ca-mau,ubnd-da-nang&chi-so=par-index&thu-hai=sipas",
      ].map(choice => [width, choice] as const),
    ),
  )("moves nothing in a window of %d pixels when it comes alive: /so-sanh/%s", async (width, choice) => {
    await shipped.visit(
      `/so-sanh/${choice}`,
      async page => {
        // Letters that come late move what they stand in, and not because the page comes alive.
        await page.route(/\.woff2$/, route => route.abort());
        // Painted first, alive later.
        await page.route(/\.(js|json)$/, async route => {
          await new Promise(fulfil => setTimeout(fulfil, 200));
          await route.continue();
        });
        await page.reload({ waitUntil: "networkidle" });
        await page.locator("#so-sanh-chon:not([inert], [data-asked])").waitFor();
        expect(await page.locator(".compare-state").textContent()).toBe("");
        expect(await page.locator(".chips button").first().textContent()).toBe("Quảng Nam ×");
        const shifts = await page.evaluate(async () => {
          const values: number[] = [];
          new PerformanceObserver(list => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
              values.push(entry.value);
          }).observe({ type: "layout-shift", buffered: true });
          await new Promise(fulfil => setTimeout(fulfil, 300));
          return values;
        });
        expect(shifts).toEqual([]);
      },
      { viewport: { width, height: 740 } },
    );
  });

  test("gives the chosen chart as CSV, SVG and PNG, and sets two indices side by side", async () => {
    const complaints = await shipped.visit(
      "/so-sanh/?co-quan=ubnd-quang-nam,ubnd-da-nang&chi-so=par-index&thu-hai=sipas",
      async page => {
        await page.locator("#so-sanh-2 .chart-files button").waitFor();
        const take = async (name: string) => {
          const [file] = await Promise.all([
            page.waitForEvent("download"),
            page.locator("#so-sanh-1 .chart-files").getByText(name, { exact: true }).click(),
          ]);
          expect(file.suggestedFilename()).toBe(`so-sanh-1.${name.toLowerCase()}`);
          return readFile(await file.path());
        };
        expect((await take("CSV")).toString()).toMatch(/^\uFEFF.*\r\n[\s\S]*86,57/);
        expect((await take("SVG")).toString()).toMatch(/^<\?xml[\s\S]*<title>PAR INDEX: /);
        expect((await take("PNG")).subarray(1, 4).toString()).toBe("PNG");
        expect(await page.locator("#so-sanh-2 h3").textContent()).toMatch(/^SIPAS: /);
      },
    );
    expect(complaints).toEqual([]);
  });
});
