import { brotliCompressSync } from "node:zlib";
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
