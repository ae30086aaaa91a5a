import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenSite, openShippedSite } from "./support/visit.ts";

let shipped: OpenSite;
beforeAll(async () => {
  shipped = await openShippedSite();
});
afterAll(() => shipped?.close());

const SEVEN = ["quang-nam", "ca-mau", "da-nang", "ha-noi", "an-giang", "ben-tre", "tra-vinh"];
const ofSeven = `/so-sanh/?co-quan=${SEVEN.map(name => `ubnd-${name}`).join(",")}&chi-so=papi`;

const alive = (page: Page) => page.locator("#so-sanh-chon:not([inert], [data-asked])").waitFor();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML ?? "");

test("the focus stays in the form when an agency is taken out, and when the last one that fits is put in", async () => {
  await shipped.visit(ofSeven, async page => {
    await alive(page);
    const field = page.getByRole("textbox", { name: "Thêm cơ quan" });
    await field.fill("nghe an");
    await field.press("Enter");
    await page.getByText("Đã đủ tám cơ quan.").waitFor();
    expect(await focused(page)).toContain("Bỏ Nghệ An");
    await page.keyboard.press("Enter");
    await page.locator(".compare-agencies legend", { hasText: "7/8" }).waitFor();
    await expect.poll(() => focused(page)).toContain("Bỏ Trà Vinh");
  });
});

test("results that do not come are asked for again at the next choice, and the form says no longer that they are missing", async () => {
  await shipped.visit("/so-sanh/", async page => {
    await alive(page);
    await page.route("**/so-sanh/sipas.json", route => route.abort());
    const state = page.locator(".compare-state");
    await page.getByRole("combobox", { name: "Chỉ số", exact: true }).selectOption("sipas");
    await expect.poll(() => state.textContent()).toMatch(/^Không tải được/);
    await page.unroute("**/so-sanh/sipas.json");
    await page.getByRole("combobox", { name: "Xem theo" }).selectOption("rank");
    await page.locator("#so-sanh-1 h3", { hasText: "Thứ hạng SIPAS" }).waitFor();
    expect(await state.textContent()).toBe("");
  });
});

test("an agency that the chosen index does not have keeps its name", async () => {
  await shipped.visit("/so-sanh/", async page => {
    await alive(page);
    await page.getByRole("combobox", { name: "Chỉ số", exact: true }).selectOption("par-index-trong-tinh");
    await page.locator(".compare-state:empty").waitFor();
    expect(await page.locator(".chips button").allTextContents()).toContain("Quảng Nam ×");
  });
});

test("the long table of what was chosen is sorted by its heads, and a drawing of another width leaves it so", async () => {
  await shipped.visit("/so-sanh/?co-quan=ubnd-quang-nam&chi-so=papi&thu-hai=sipas", async page => {
    await alive(page);
    const figure = page.locator("#so-sanh-3");
    await figure.locator("summary").click();
    const names = () => figure.locator("tbody th").allTextContents();
    const before = await names();
    expect(before.length).toBeGreaterThan(10);
    await figure.locator("thead th").first().getByRole("button").click();
    const sorted = before.toSorted(new Intl.Collator("vi").compare);
    expect(await names()).toEqual(sorted);
    await page.setViewportSize({ width: 400, height: 740 });
    await expect.poll(() => figure.locator("svg").first().getAttribute("width")).toMatch(/^3\d\d$/);
    expect(await names()).toEqual(sorted);
  });
});

test("a drawing of what was chosen says what its marks mean", async () => {
  await shipped.visit("/so-sanh/?co-quan=ubnd-quang-nam&chi-so=papi", async page => {
    await alive(page);
    await page.locator("#so-sanh-1 .chart-note", { hasText: "Dải xám" }).waitFor();
  });
});
