import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { loadSources } from "../scripts/load.ts";
import { judgeKey } from "../scripts/model/progress.ts";
import { parseSite } from "../scripts/model/site-sources.ts";
import { leadsOf } from "../scripts/model/task.ts";
import { buildSearch } from "../scripts/search.ts";
import { serveSite } from "../scripts/serve.ts";
import { launchBrowser } from "./support/find-chromium.ts";
import { originOf } from "./support/ports.ts";

/** What was typed, how many hits there are, and where the first leads. */
const QUERIES: readonly [query: string, hits: number, first: string][] = [
  ["dat dai", 4, "/ke-hoach/quang-nam-2022/#III.7.b"],
  ["đất đai", 4, "/ke-hoach/quang-nam-2022/#III.7.b"],
  ["ĐẤT ĐAI", 4, "/ke-hoach/quang-nam-2022/#III.7.b"],
  ["dao tao", 4, "/co-quan/bo-giao-duc-va-dao-tao/"],
  ["đào tạo", 4, "/co-quan/bo-giao-duc-va-dao-tao/"],
  ["dau tu", 16, "/ke-hoach/quang-nam-2023/#B.I.1"],
  ["đầu tư", 15, "/ke-hoach/quang-nam-2023/#B.I.1"],
  ["Đà Nẵng", 5, "/co-quan/ubnd-da-nang-2025/"],
  ["da nang", 5, "/co-quan/ubnd-da-nang-2025/"],
  ["Quảng Nam", 65, "/co-quan/ubnd-quang-nam/"],
  ["cai cach hanh chinh", 71, "/co-quan/doan-kiem-tra-cchc-quang-nam/"],
  ["cải cách hành chính", 71, "/co-quan/doan-kiem-tra-cchc-quang-nam/"],
  ["CCHC", 71, "/co-quan/doan-kiem-tra-cchc-quang-nam/"],
  ["cchc", 71, "/co-quan/doan-kiem-tra-cchc-quang-nam/"],
  ["PAKN", 15, "/ke-hoach/quang-nam-2023/#A.IV.5.1"],
  ["phản ánh kiến nghị", 15, "/ke-hoach/quang-nam-2023/#A.IV.5.1"],
  ["phan anh, kien nghi", 15, "/ke-hoach/quang-nam-2023/#A.IV.5.1"],
  ["DVC", 24, "/ke-hoach/quang-nam-2023/#B.II.3"],
  ["dịch vụ công", 24, "/ke-hoach/quang-nam-2023/#B.II.3"],
  ["DVCTT", 13, "/ke-hoach/quang-nam-2023/#B.II.3"],
  ["NSNN", 3, "/ke-hoach/quang-nam-2023/#A.VII.1.2"],
  ["ngân sách nhà nước", 3, "/ke-hoach/quang-nam-2023/#A.VII.1.2"],
  ["HC&TH", 40, "/co-quan/phong-hanh-chinh-va-tong-hop-bql-quang-nam/"],
  ["Phòng HC&TH", 40, "/co-quan/phong-hanh-chinh-va-tong-hop-bql-quang-nam/"],
  ["TTHC", 68, "/ke-hoach/quang-nam-2023/#A.IV.3.2"],
  ["TT", 6, "/van-ban/01-2018-tt-vpcp/"],
  ["KT", 0, ""],
  ["hòa bình", 1, "/co-quan/ubnd-hoa-binh/"],
  ["hoà bình", 1, "/co-quan/ubnd-hoa-binh/"],
  ["uỷ ban mặt trận", 1, "/co-quan/mat-tran-to-quoc-quang-nam/"],
  ["ủy ban mặt trận", 1, "/co-quan/mat-tran-to-quoc-quang-nam/"],
  ["tỉnh ủy", 8, "/co-quan/tinh-uy-quang-nam/"],
  ["tỉnh uỷ", 8, "/co-quan/tinh-uy-quang-nam/"],
  ["3503/KH-UBND", 5, "/van-ban/3503-kh-ubnd-quang-nam-2023/"],
  ["3503/kh-ubnd", 5, "/van-ban/3503-kh-ubnd-quang-nam-2023/"],
  ["3503", 5, "/van-ban/3503-kh-ubnd-quang-nam-2023/"],
  ["3212/KH-UBND", 2, "/van-ban/3212-kh-ubnd-quang-nam-2023/"],
  ["59/2012/NĐ-CP", 4, "/van-ban/59-2012-nd-cp/"],
  ["59/2012/NDCP", 4, "/van-ban/59-2012-nd-cp/"],
  ["61/2018/NĐ-CP", 6, "/van-ban/61-2018-nd-cp/"],
  ["61/2018/NĐCP", 6, "/van-ban/61-2018-nd-cp/"],
  ["61/2018/NDCP", 6, "/van-ban/61-2018-nd-cp/"],
  ["02/2017/TT-VPCP", 3, "/van-ban/02-2017-tt-vpcp/"],
  ["538/STC-NS", 2, "/van-ban/538-stc-ns-quang-nam-2023/"],
  ["16-NQ/TU", 3, "/van-ban/16-nq-tu-quang-nam-2021/"],
  ["87/kh-ubnd", 0, ""],
  ["A.IV.4.1", 1, "/ke-hoach/quang-nam-2023/#A.IV.4.1"],
  ["A.I.3", 2, "/ke-hoach/bql-kkt-kcn-quang-nam-2023/#A.I.3"],
  ["II.8.d", 1, "/ke-hoach/bql-kkt-kcn-quang-nam-papi-2023/#II.8.d"],
  ["1022", 1, "/ke-hoach/quang-nam-2023/#B.V.1"],
  ["IPv6", 1, "/ke-hoach/quang-nam-2023/#A.VIII.3.1"],
  ["ipv6", 1, "/ke-hoach/quang-nam-2023/#A.VIII.3.1"],
  ["99%", 1, "/ke-hoach/quang-nam-2023/#A.IV.4.1"],
  ["80%", 6, "/ke-hoach/quang-nam-2023/#A.VII.1.3"],
  ['"một cửa liên thông"', 5, "/van-ban/61-2018-nd-cp/"],
  ['"mot cua lien thong"', 5, "/van-ban/61-2018-nd-cp/"],
  ['"thi hành pháp luật"', 6, "/ke-hoach/quang-nam-2022/#III.3.b"],
  ["một cửa điện tử", 7, "/ke-hoach/quang-nam-2023/#A.IV.4.4"],
  ["sở nội vụ", 38, "/co-quan/so-noi-vu-quang-nam/"],
  ["so noi vu", 38, "/co-quan/so-noi-vu-quang-nam/"],
  ["Sở Nội vụ đôn đốc", 3, "/ke-hoach/quang-nam-2023/#A.I.1"],
  ["kiem tra cong vu", 2, "/ke-hoach/bql-kkt-kcn-quang-nam-2023/#B.3.2"],
  ["Lê Trí Thanh", 1, "/ke-hoach/quang-nam-2023/"],
  ["Hồ Quang Bửu", 1, "/ke-hoach/quang-nam-2022/"],
  ["SIPAS 2022", 4, "/chi-so/sipas/2022/"],
  ["par index 2023", 9, "/chi-so/par-index/2023/"],
  ["papi", 110, "/chi-so/papi/"],
  ["tham nhũng", 3, "/ke-hoach/bql-kkt-kcn-quang-nam-papi-2023/#II.4.a"],
  ["tham nhung", 3, "/ke-hoach/bql-kkt-kcn-quang-nam-papi-2023/#II.4.a"],
  ["Covid-19", 2, "/ke-hoach/bql-kkt-kcn-quang-nam-papi-2023/#II.7.a"],
  ["ISO 9001", 2, "/ke-hoach/bql-kkt-kcn-quang-nam-papi-2023/#II.8.c"],
  ["LGSP", 1, "/ke-hoach/quang-nam-2023/#A.VIII.1.3"],
  ["xin lỗi", 7, "/ke-hoach/quang-nam-2023/#A.IV.4.5"],
  ["xin loi", 7, "/ke-hoach/quang-nam-2023/#A.IV.4.5"],
  ["tinh gian bien che", 1, "/ke-hoach/quang-nam-2023/#A.V.4"],
  ["bưu chính công ích", 4, "/ke-hoach/bql-kkt-kcn-quang-nam-papi-2023/#II.5.b"],
  ["không gian hành chính phục vụ", 1, "/ke-hoach/quang-nam-2023/#A.I.4"],
  ["Quyết định 289/QĐ-BNV", 3, "/van-ban/289-qd-bnv-2023/"],
  ["Nghị định 59/2012/NĐ-CP", 4, "/van-ban/59-2012-nd-cp/"],
  ["đat đai", 4, "/ke-hoach/quang-nam-2022/#III.7.b"],
  ["đơn giản hóa TTHC", 3, "/ke-hoach/quang-nam-2022/#III.1.c"],
  ["ai tre han", 1, "/nhiem-vu/"],
  ["quá hạn", 3, "/nhiem-vu/tinh-trang/qua-han/"],
  ["chua bao cao", 2, "/nhiem-vu/tinh-trang/chua-co-bao-cao/"],
  ["sipas quang nam", 11, "/co-quan/ubnd-quang-nam/"],
  ["gia lai papi", 3, "/co-quan/ubnd-gia-lai/"],
  ["xep hang", 126, "/so-sanh/"],
  ["tải excel", 1, "/du-lieu/"],
  ["xyzabc", 0, ""],
  ["constructor", 0, ""],
  ["nâng", 34, "/ke-hoach/bql-kkt-kcn-quang-nam-papi-2023/"],
  ["nang", 50, "/tro-nang/"],
  ["đào tạo".normalize("NFD"), 4, "/co-quan/bo-giao-duc-va-dao-tao/"],
];

let browser: Browser;
let server: Server;
let page: Page;
let origin = "";

beforeAll(async () => {
  server = await serveSite(inject("shippedSite"), "/", 0);
  origin = originOf(server);
  browser = await launchBrowser();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** What the page shows of a search. */
interface Shown {
  readonly count: string;
  readonly links: string[];
  readonly notice: string;
}

/** Opens the address of a search. */
async function ask(query: string, more = "", base = origin): Promise<Shown> {
  await page.goto(`${base}/tim-kiem/?q=${encodeURIComponent(query)}${more}`);
  return readShown();
}

/** Types into the field of the page that stands open. */
async function type(query: string): Promise<Shown> {
  const field = page.locator("[data-search] input[name=q]");
  await field.fill(query);
  await field.press("Enter");
  return readShown();
}

async function readShown(): Promise<Shown> {
  await page.waitForSelector("[data-results-region][aria-busy=false]");
  return page.evaluate(() => ({
    count: document.querySelector("[data-count]")?.textContent ?? "",
    links: [...document.querySelectorAll("[data-results] > li")].map(
      item => item.querySelector("a")?.getAttribute("href") ?? "",
    ),
    notice: document.querySelector("[data-notice]")?.textContent ?? "",
  }));
}

describe("the search page finds what is there, however it is typed", () => {
  describe("one query after another", () => {
    beforeAll(async () => {
      await page.goto(`${origin}/tim-kiem/`, { waitUntil: "networkidle" });
    });
    test.each(QUERIES)("%s: %i hits, first %s", async (query, hits, first) => {
      const answer = await type(query);
      expect(Number.parseInt(answer.count, 10)).toBe(hits);
      expect(answer.links[0] ?? "").toBe(first);
    });
  });

  test("every hit of a word with marks has that word, and none is missing", async () => {
    const { site } = parseSite(await loadSources({ contentDir: "content", dataDir: "data" }), "2026-06-30");
    const tasks = site.plans.flatMap(plan =>
      plan.tasks
        .filter(task =>
          [
            task.title,
            task.output,
            task.target,
            task.prose.source,
            ...leadsOf(task).map(({ printed }) => printed),
          ]
            .join(" ")
            .toLowerCase()
            .match(/(^|[^\p{L}])trực tuyến([^\p{L}]|$)/u),
        )
        .map(task => `/ke-hoach/${plan.slug}/#${task.id}`),
    );
    const { count, links } = await ask("trực tuyến", "&loai=task");
    expect(Number.parseInt(count, 10)).toBe(tasks.length);
    expect(links.every(link => tasks.includes(link))).toBe(true);
  });

  test("marks that nothing has are dropped, and the page says so", async () => {
    expect((await ask("đat đai")).notice).toContain("dat dai");
  });

  test("an index in several parts finds the same", async () => {
    const folder = await mkdtemp(join(tmpdir(), "minh-bach-shards-"));
    const { site } = parseSite(await loadSources({ contentDir: "content", dataDir: "data" }), "2026-06-30");
    await cp(inject("shippedSite"), folder, { recursive: true });
    const cacheDir = join(folder, "cache");
    await buildSearch(site, { outputDir: folder, cacheDir, siteUrl: "", pathPrefix: "/" }, 30_000);
    expect((await readdir(join(folder, "pagefind"))).filter(name => /^\d+$/.test(name))).toEqual([
      "2",
      "3",
      "4",
    ]);
    const parts = await serveSite(folder, "/", 0);
    try {
      const base = originOf(parts);
      for (const query of ["dat dai", "Quảng Nam", "cchc", "59/2012/NDCP", "so noi vu"])
        expect([query, await ask(query, "", base)]).toEqual([query, await ask(query)]);
    } finally {
      parts.close();
      await rm(folder, { recursive: true });
    }
  });

  test("words that nowhere stand together are found apart, and the page says so", async () => {
    expect((await ask("Sở Nội vụ đôn đốc")).notice).toContain("đứng liền nhau");
  });
});

describe("the search page is used by keyboard and by address", () => {
  test("the address holds query and filter; a filter shows how many hits it leaves", async () => {
    const all = await ask("trực tuyến");
    const plans = await ask("trực tuyến", "&chi-so=papi");
    expect(Number.parseInt(plans.count, 10)).toBeLessThan(Number.parseInt(all.count, 10));
    const caption = await page.textContent('[data-filters] [name="chi-so"] option[value="papi"]');
    expect(caption).toContain(`(${Number.parseInt(plans.count, 10)})`);
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
