import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSources } from "../scripts/load.ts";
import { judgeKey } from "../scripts/model/progress.ts";
import { parseSite } from "../scripts/model/site-sources.ts";
import { leadsOf } from "../scripts/model/task.ts";
import { openSearchPage, type SearchPage } from "./support/search-page.ts";

let close = async () => {};
let browser: Browser;
let page: Page;
let origin = "";
let ask: SearchPage["ask"];
beforeAll(async () => {
  ({ close, browser, page, origin, ask } = await openSearchPage());
});
afterAll(() => close());

describe("the search page is used by keyboard and by address", () => {
  test("the address holds query and filter; a filter shows how many hits it leaves", async () => {
    const all = await ask("trực tuyến");
    const plans = await ask("trực tuyến", "&chi-so=papi");
    expect(Number.parseInt(plans.count, 10)).toBeLessThan(Number.parseInt(all.count, 10));
    const caption = await page.textContent('[data-filters] [name="chi-so"] option[value="papi"]');
    expect(caption).toContain(`(${Number.parseInt(plans.count, 10)})`);
    await ask("PAR INDEX");
    expect(
      await page.textContent('[data-filters] [name="chi-so"] option[value="par-index-trong-tinh"]'),
    ).toMatch(/^PAR INDEX trong tỉnh/);
  });

  test("tasks are filtered by status, lead and plan and sorted by deadline, as the model has them", async () => {
    const { site } = parseSite(await loadSources({ contentDir: "content", dataDir: "data" }), "2026-06-30");
    const plan = site.planBySlug.get("quang-nam-2023");
    if (!plan) throw new Error("no plan quang-nam-2023");
    const tasks = plan.tasks.filter(task =>
      leadsOf(task).some(({ agency }) => agency === "so-noi-vu-quang-nam"),
    );
    expect(tasks.length).toBeGreaterThan(5);
    const query = "&chu-tri=so-noi-vu-quang-nam&ke-hoach=quang-nam-2023";
    const all = await ask("quang-nam-2023", query);
    const found = await ask("sở nội vụ", query);
    expect(all.count).toMatch(/^0 /);
    expect(Number.parseInt(found.count, 10)).toBe(tasks.length);
    const undated = await ask("sở nội vụ", `${query}&tinh-trang=undated`);
    expect(Number.parseInt(undated.count, 10)).toBe(
      tasks.filter(task => judgeKey(site, plan, task) === "undated").length,
    );
    const { links } = await ask("sở nội vụ", `${query}&xep=han`);
    const due = links.map(link => {
      const id = decodeURIComponent(link.split("#")[1] ?? "");
      return tasks.find(task => task.id === id)?.deadline?.due ?? "9999";
    });
    expect(due).toEqual(due.toSorted());
    expect(new Set(due).size).toBeGreaterThan(1);
  });

  test("filters of tasks come when they are asked for", async () => {
    await ask("đất đai");
    expect(await page.locator('[data-filters] [name="tinh-trang"]').count()).toBe(0);
    await page.getByRole("button", { name: "Lọc theo tình trạng" }).click();
    const status = page.locator('[data-filters] [name="tinh-trang"]');
    await status.waitFor();
    expect(await status.evaluate(field => field === document.activeElement)).toBe(true);
    await status.selectOption({ index: 1 });
    await page.waitForURL(/tinh-trang=/);
  });

  test("a hit says which part of it matched, with the words marked", async () => {
    await ask("Đoàn kiểm tra CCHC của tỉnh", "&loai=task");
    const first = page.locator("[data-results] > li").first();
    expect(await first.locator("p b").first().textContent()).toBe("Chủ trì: ");
    expect(await first.locator("mark").allTextContents()).toContain("Đoàn kiểm tra CCHC của tỉnh");
  });

  test("a task that is found says who leads it", async () => {
    await ask("dat dai", "&loai=task");
    const first = page.locator("[data-results] > li").first();
    expect(await first.locator("p").last().textContent()).toBe("Chủ trì: Sở Tài nguyên và Môi trường");
  });

  test("of an abbreviation's words only those are marked that stand together", async () => {
    await ask("sipas");
    const marked = await page.locator("[data-results] mark").allTextContents();
    expect(marked).toContain("SIPAS");
    await ask("sipas", "&loai=plan");
    const lone = await page
      .locator("[data-results] > li")
      .evaluateAll(items =>
        items.flatMap(item =>
          [...item.querySelectorAll("mark")].filter(
            ({ textContent, previousSibling, nextSibling }) =>
              textContent === "của" &&
              ![previousSibling?.textContent, nextSibling?.textContent].includes(" "),
          ),
        ),
      );
    expect(lone.length).toBe(0);
  });

  test("a query that finds nothing leads to the lists of agencies, plans and tasks", async () => {
    const { count } = await ask("xyzabc");
    expect(count).toBe("0 kết quả");
    await page.getByRole("link", { name: "Tất cả nhiệm vụ" }).click();
    expect(new URL(page.url()).pathname).toBe("/nhiem-vu/");
  });

  test("a query with a slip is offered what was probably meant", async () => {
    const { notice } = await ask("kiemm trra");
    expect(notice).toContain("“kiemm trra”");
    expect(notice).toContain("kiem tra");
  });

  test("signs that mean something to a program are told as they were typed", async () => {
    expect((await ask("xyzabc $& $1 {}")).notice).toContain("“xyzabc $& $1 {}”");
  });

  test("slash leads to the field, arrows to the hits, Escape back", async () => {
    await ask("đất đai");
    await page.keyboard.press("/");
    await page.keyboard.press("ArrowDown");
    const href = () => page.evaluate(() => document.activeElement?.getAttribute("href"));
    expect(await href()).toBe("/ke-hoach/quang-nam-2022/#III.7.b");
    await page.keyboard.press("ArrowDown");
    expect(await href()).not.toBe("/ke-hoach/quang-nam-2022/#III.7.b");
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("q");
  });

  test("slash can be switched off, and is remembered; Ctrl-K still leads to the field", async () => {
    const focused = async (key: string) => {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.keyboard.press(key);
      return page.evaluate(() => document.activeElement?.getAttribute("name"));
    };
    await page.goto(`${origin}/co-quan/`);
    expect(await focused("/")).toBe("q");
    const group = page.getByRole("group", { name: "Phím /" });
    await group.getByRole("button", { name: "Tắt" }).click();
    expect(await focused("/")).toBeNull();
    await page.goto(`${origin}/ke-hoach/`);
    expect(await focused("/")).toBeNull();
    expect(await focused("Control+k")).toBe("q");
    await group.getByRole("button", { name: "Bật" }).click();
    expect(await focused("/")).toBe("q");
  });

  test("the field of any page leads to the results without a script", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${origin}/ke-hoach/`);
    await plain.fill("header input[name=q]", "đất đai");
    await plain.press("header input[name=q]", "Enter");
    expect(new URL(plain.url()).searchParams.get("q")).toBe("đất đai");
    expect(await plain.isVisible("[data-static] a")).toBe(true);
    await context.close();
  });
});
