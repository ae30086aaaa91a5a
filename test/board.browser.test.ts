import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { checkContent } from "../scripts/check.ts";
import { byLead, judgeTasks } from "../scripts/model/progress.ts";
import { accessibilityFaults, type OpenSite, openShippedSite } from "./support/visit.ts";

const folder = inject("shippedSite");
const OFFICE = "so-noi-vu-quang-nam";

let shipped: OpenSite;
beforeAll(async () => {
  shipped = await openShippedSite();
});
afterAll(() => shipped?.close());

/** What the model says of the tasks that Sở Nội vụ leads, on the day that the site was built for. */
async function ledByOffice() {
  const [, asOf = ""] =
    /<time datetime="([\d-]+)">/.exec(
      (await readFile(join(folder, "index.html"), "utf8")).split("<footer")[1] ?? "",
    ) ?? [];
  const { site } = await checkContent({ contentDir: "content", dataDir: "data", asOf });
  return byLead(judgeTasks(site)).get(OFFICE) ?? [];
}

describe.each([true, false])("with JavaScript: %s", javaScriptEnabled => {
  test("“Nhiệm vụ nào Sở Nội vụ chủ trì, trễ hay không xác định được?” is two clicks from home", async () => {
    const led = await ledByOffice();
    const count = (key: string) => led.filter(({ status }) => status === key).length;
    await shipped.visit(
      "/",
      async page => {
        await page.getByRole("navigation").getByRole("link", { name: "Nhiệm vụ", exact: true }).click();
        await page.locator("tbody").getByRole("link", { name: "Sở Nội vụ", exact: true }).first().click();
        expect(await page.locator("h1").textContent()).toBe(
          `Sở Nội vụ tỉnh Quảng Nam: chủ trì ${led.length}\u00a0nhiệm vụ`,
        );
        const numbers = await page
          .locator(".lead-summary > div")
          .evaluateAll(boxes =>
            boxes.map(box => [
              box.querySelector("dt")?.textContent,
              Number(box.querySelector("dd")?.textContent),
            ]),
          );
        expect(numbers).toContainEqual(["Quá hạn", count("overdue")]);
        expect(numbers).toContainEqual(["Hết hạn, chưa có báo cáo", count("unreported")]);
        expect(numbers).toContainEqual(["Không xác định hạn", count("undated")]);
        // All of them stand on that page, under their status.
        const tasks = (heading: string) => page.locator("section", { hasText: heading }).locator("tbody tr");
        expect(await page.locator("tbody tr").count()).toBe(led.length);
        expect(await tasks("Hết hạn, chưa có báo cáo (").count()).toBe(count("unreported"));
        expect(await tasks("Không xác định hạn (").count()).toBe(count("undated"));
      },
      { javaScriptEnabled },
    );
  });
});

describe("the filter of the task board", () => {
  const path = `/nhiem-vu/?tinh_trang=khong-xac-dinh-han&chu_tri=${OFFICE}`;

  test("opens with the choice of the address, and its tasks lead to their plans", async () => {
    const led = await ledByOffice();
    await shipped.visit(path, async page => {
      const rows = page.locator("[data-board] tbody tr");
      await rows.first().waitFor();
      const expected = led.filter(({ status }) => status === "undated");
      expect(await rows.count()).toBe(expected.length);
      expect(await page.locator("[data-board] output").textContent()).toBe(
        `${expected.length}\u00a0nhiệm vụ`,
      );
      expect(await page.locator("[data-board-lists]").isVisible()).toBe(false);
      await rows.first().getByRole("link").click();
      expect(await page.locator(":target").getAttribute("id")).toBe(expected[0]?.task.id);
    });
  });

  test("and moves nothing when it comes", async () => {
    await shipped.visit(path, async page => {
      await page.locator("[data-board] tbody tr").first().waitFor();
      const shift = await page.evaluate(async () => {
        let sum = 0;
        new PerformanceObserver(list => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
            sum += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
        await new Promise(fulfil => setTimeout(fulfil, 300));
        return sum;
      });
      expect(shift).toBeLessThan(0.02);
    });
  });

  test("and is no wider than any window", async () => {
    for (const width of [320, 640, 1280])
      await shipped.visit(
        "/nhiem-vu/?ke_hoach=quang-nam-2023",
        async page => {
          await page.locator("[data-board] tbody tr").first().waitFor();
          const room = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(room).toBe(width);
        },
        { viewport: { width, height: 640 } },
      );
  });

  test("and has no accessibility faults when it is open", async () => {
    await shipped.visit(path, async page => {
      await page.locator("[data-board] tbody tr").first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });

  test("writes the choice into the address, and gives the lists back when it is cleared", async () => {
    await shipped.visit("/nhiem-vu/", async page => {
      await page.locator("[data-board] summary").click();
      await page.getByRole("combobox", { name: "Kế hoạch" }).selectOption("quang-nam-2022");
      expect(new URL(page.url()).search).toBe("?ke_hoach=quang-nam-2022");
      expect(await page.locator("[data-board] output").textContent()).toBe("30\u00a0nhiệm vụ");
      await page.getByRole("button", { name: "Bỏ lọc" }).click();
      await page.locator("[data-board-lists]").waitFor();
      expect(new URL(page.url()).search).toBe("");
    });
  });

  test("keeps the focus: at the next tasks when they come, and in the filter when it is cleared", async () => {
    await shipped.visit("/nhiem-vu/?ke_hoach=quang-nam-2023", async page => {
      const rows = page.locator("[data-board] tbody tr");
      await rows.first().waitFor();
      const before = await rows.count();
      await page.getByRole("button", { name: "Xem thêm" }).press("Enter");
      const next = rows.nth(before).getByRole("link");
      await next.waitFor();
      await expect.poll(() => next.evaluate(link => link === document.activeElement)).toBe(true);
      await page.getByRole("button", { name: "Bỏ lọc" }).press("Enter");
      const first = page.getByRole("combobox", { name: "Tình trạng" });
      await expect.poll(() => first.evaluate(select => select === document.activeElement)).toBe(true);
    });
  });

  test("gives all values back to a list that was narrowed, when it is cleared", async () => {
    await shipped.visit("/nhiem-vu/", async page => {
      await page.route("**/loc/muc-luc.json", async route => {
        const index = await (await route.fetch()).json();
        for (let i = 0; i < 50; i++) index.leads.push({ id: `so-${i}`, name: `Sở ${i}` });
        await route.fulfill({ json: index });
      });
      await page.goto(`${shipped.origin}/nhiem-vu/?chu_tri=${OFFICE}`);
      const lead = page.getByRole("combobox", { name: "Chủ trì" });
      const options = lead.locator("option");
      await lead.waitFor();
      const all = await options.count();
      await page.getByRole("searchbox", { name: "Chủ trì" }).fill("so noi vu");
      expect(await options.count()).toBeLessThan(all);
      await page.getByRole("button", { name: "Bỏ lọc" }).click();
      await expect.poll(() => options.count()).toBe(all);
    });
  });

  test("shows the lists when its tasks do not come, and asks for them again", async () => {
    await shipped.visit("/nhiem-vu/", async page => {
      await page.route(/\/loc\/\d+\.json$/, route => route.abort());
      await page.locator("[data-board] summary").click();
      await page.getByRole("combobox", { name: "Kế hoạch" }).selectOption("quang-nam-2022");
      await page.getByText("Các danh sách bên dưới vẫn dùng được").waitFor();
      expect(await page.locator("[data-board-lists]").isVisible()).toBe(true);
      await page.unroute(/\/loc\/\d+\.json$/);
      await page.getByRole("button", { name: "Xem thêm" }).click();
      await page.locator("[data-board] tbody tr").first().waitFor();
      expect(await page.getByText("Các danh sách bên dưới vẫn dùng được").count()).toBe(0);
    });
  });

  test("is not there without JavaScript, the lists are", async () => {
    await shipped.visit(
      path,
      async page => {
        expect(await page.locator("[data-board]").isVisible()).toBe(false);
        expect(await page.getByRole("link", { name: "Không xác định hạn" }).first().isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });
});

test("a quarter that was chosen is printed alone, with what has no date", async () => {
  await shipped.visit("/ke-hoach/quang-nam-2023/theo-quy/", async page => {
    const shown = () =>
      page
        .locator(".sheet")
        .evaluateAll(sheets => sheets.filter(s => s.checkVisibility()).map(({ id }) => id));
    await page.emulateMedia({ media: "print" });
    const all = await shown();
    expect(all.length).toBeGreaterThan(2);
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("link", { name: "quý IV/2023" }).click();
    await page.emulateMedia({ media: "print" });
    expect(await shown()).toEqual(["2023-4", "khong-xac-dinh-han"]);
    await page.emulateMedia({ media: "screen" });
    expect(await shown()).toEqual(all);
  });
});
