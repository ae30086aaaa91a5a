import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "./support/find-chromium.ts";
import { openPortal, type PortalSites } from "./support/portal-sites.ts";

let builtAt: PortalSites["builtAt"];
let origins: PortalSites["origins"];
let close = async () => {};
let portal = "";
let browser: Browser;
let page: Page;
beforeAll(async () => {
  ({ builtAt, origins, close } = await openPortal());
  portal = origins.get("cong") ?? "";
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await close();
});

/** The hits of a query: where each leads, and what is said of it. */
async function ask(query: string, more = "", asked = page, origin = portal) {
  await asked.goto(`${origin}/tim-kiem/?q=${encodeURIComponent(query)}${more}`);
  await asked.waitForSelector("[data-results-region][aria-busy=false]");
  return asked.evaluate(() => ({
    notice: document.querySelector("[data-notice]")?.textContent ?? "",
    hits: [...document.querySelectorAll("[data-results] > li")].map(item => ({
      link: item.querySelector("a")?.getAttribute("href") ?? "",
      meta: item.querySelector(".meta")?.textContent ?? "",
    })),
  }));
}

describe("readers of a portal search all its sites at once", () => {
  test.each(["địa chính", "dia chinh", "DIA CHINH", '"hồ sơ địa chính"'])(
    "%s stands on one other site only, and is found there",
    async query => {
      const { hits } = await ask(query);
      expect(hits).toEqual([
        {
          link: `${origins.get("an")}/ke-hoach/cchc-2023/#A.2`,
          meta: expect.stringMatching(/^Tỉnh An · Nhiệm vụ · /),
        },
      ]);
      await page.click("[data-results] a");
      await page.waitForURL(`${origins.get("an")}/ke-hoach/cchc-2023/#A.2`);
      expect(await page.isVisible('[id="A.2"]')).toBe(true);
    },
  );

  test("a site that has gone away, or sends rubbish, is searched as it last was", async () => {
    expect((await ask("duong dia gioi")).hits.map(({ meta }) => meta)).toEqual([
      expect.stringContaining("Tỉnh Bình"),
    ]);
    expect((await ask("trồng cây")).hits.map(({ meta }) => meta)).toEqual([
      expect.stringContaining("Tỉnh Cường"),
    ]);
  });

  test("a site that was never there is named", async () => {
    expect((await ask("kiểm tra")).notice).toContain("Chưa tìm được trong: Tỉnh Vắng.");
  });

  test("only the sites that may have the words are loaded, each once", async () => {
    const fresh = await browser.newPage();
    const asked: string[] = [];
    fresh.on("request", request => {
      const [, file] = /\/pagefind\/trang\/([^?]+)/.exec(request.url()) ?? [];
      if (file) asked.push(file.replace(/_[0-9a-f]+/, ""));
    });
    await ask("phân tán", "", fresh);
    expect(asked.sort()).toEqual([
      "cuong/index/vi.pf_index",
      "cuong/ke-hoach/cchc-2023.pack",
      "cuong/pagefind-entry.json",
      "cuong/pagefind.vi.pf_meta",
      "cuong/records.pack",
      "words.pack",
    ]);
    // One word in forty is taken for one that a site has: this one is not.
    await fresh.fill("main input[type=search]", "tán kiểm");
    await fresh.getByText("0 kết quả").waitFor();
    expect(asked).toHaveLength(6);
    // What was asked before is asked of those that have come since, too.
    await fresh.fill("main input[type=search]", "kiểm tra");
    await fresh.locator("[data-results] .meta", { hasText: "Tỉnh Bình" }).waitFor();
    await fresh.close();
  });

  test("hits of all sites are ranked together; of equal ones those of this site come first", async () => {
    const { hits } = await ask("kiểm tra");
    const isHere = hits.map(({ link }) => link.startsWith("/"));
    expect(isHere[0]).toBe(true);
    // Where the words begin the title on another site, they come before a task of this one that merely mentions them.
    expect(isHere.lastIndexOf(true)).toBeGreaterThan(isHere.indexOf(false));
    expect(new Set(hits.map(({ meta }) => /^Tỉnh [^ ]+/.exec(meta)?.[0]))).toEqual(
      new Set([undefined, "Tỉnh An", "Tỉnh Bình", "Tỉnh Cường"]),
    );
  });

  test("a filter leaves the hits of one site, and tells how many there are", async () => {
    const all = await ask("kiểm tra");
    const option = page.locator('[data-filters] [name="trang"] option', { hasText: "Tỉnh An" });
    expect(await option.textContent()).toBe("Tỉnh An (1)");
    await page.selectOption('[data-filters] [name="trang"]', "an");
    await page.waitForURL(/trang=an/);
    await page.getByText("1 kết quả").waitFor();
    const here = await ask("kiểm tra", "&trang=_");
    expect(here.hits.length).toBeLessThan(all.hits.length);
    expect(here.hits.every(({ link }) => link.startsWith("/"))).toBe(true);
  });

  test("agencies of two sites with one id are two choices", async () => {
    await ask("sở nội vụ", "&tinh-trang=unreported");
    const leads = await page.locator('[data-filters] [name="chu-tri"] option').allTextContents();
    for (const name of ["Tỉnh An", "Tỉnh Bình", "Tỉnh Cường"])
      expect(leads.filter(lead => lead.includes(`– ${name}`))).toHaveLength(1);
    const { hits } = await ask("sở nội vụ", "&chu-tri=binh/so-noi-vu");
    expect(hits).toHaveLength(2);
    expect(hits.every(({ meta }) => meta.startsWith("Tỉnh Bình"))).toBe(true);
  });

  test.each(["index", "."])(
    "an index that Pagefind cannot read (in %s) does not hold up the others, and is named",
    async where => {
      const spoilt = join(builtAt("cong"), "pagefind/trang/cuong", where);
      for (const name of await readdir(spoilt)) {
        if (!/\.pf_(index|meta)$/.test(name)) continue;
        const content = await readFile(join(spoilt, name));
        await writeFile(join(spoilt, name), gzipSync("pagefind_dcdrác"));
        const fresh = await browser.newPage();
        const { hits, notice } = await ask("kiểm tra", "&loai=task", fresh);
        await fresh.close();
        await writeFile(join(spoilt, name), content);
        expect(notice).toMatch(/Chưa tìm được trong: .*Tỉnh Cường/);
        expect(new Set(hits.map(({ meta }) => /^Tỉnh [^ ]+/.exec(meta)?.[0]))).toEqual(
          new Set([undefined, "Tỉnh An", "Tỉnh Bình"]),
        );
      }
    },
  );
});

test("a site without others pays nothing for them", async () => {
  const table = await readFile(join(builtAt("an"), "pagefind/records.pack"));
  expect(Object.keys(JSON.parse(gunzipSync(table).toString()))).toEqual([
    "shards",
    "records",
    "lengths",
    "agencies",
    "abbreviations",
    "comparison",
    "vocabulary",
  ]);
  expect(await readdir(join(builtAt("an"), "pagefind"))).not.toContain("trang");
  const fresh = await browser.newPage();
  const asked: string[] = [];
  fresh.on("request", request => asked.push(new URL(request.url()).pathname.replace(/_[0-9a-f]+/, "")));
  await ask("địa chính", "", fresh, origins.get("an"));
  await fresh.close();
  expect(asked.filter(path => /pagefind|\.pack/.test(path)).sort()).toEqual([
    "/pagefind/index/vi.pf_index",
    "/pagefind/pagefind-entry.json",
    "/pagefind/pagefind.js",
    "/pagefind/pagefind.vi.pf_meta",
    "/pagefind/records.pack",
    "/pagefind/wasm.unknown.pagefind",
    "/tim-kiem/ke-hoach/cchc-2023.pack",
  ]);
});
