import { readFile, stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { serveSite } from "../scripts/serve.ts";
import { launchBrowser } from "./support/find-chromium.ts";
import { originOf } from "./support/ports.ts";

const shipped = inject("shippedSite");
const FRAMES = {
  "a figure": "/nhung/par-index-2023-xep-hang/",
  "an agency's task list": "/nhung/co-quan/so-noi-vu-quang-nam/",
  "the search field": "/nhung/tim-kiem/",
};

let browser: Browser;
let site: Server;
let portal: Server;
let origin = "";
let portalOrigin = "";
/** What the portal shows: replaced by each test. */
let portalBody = "";

beforeAll(async () => {
  if (inject("shippedSiteFailure") !== "") throw new Error(inject("shippedSiteFailure"));
  site = await serveSite(shipped, "/", 0);
  origin = originOf(site);
  portal = createServer((_, response) => {
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; script-src ${origin}; frame-src ${origin}`,
    });
    response.end(`<!doctype html><html lang="vi"><title>Cổng</title><body>${portalBody}</body></html>`);
  });
  await new Promise<void>(fulfil => portal.listen(0, "127.0.0.1", fulfil));
  portalOrigin = originOf(portal);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  portal?.close();
  site?.close();
});

/** The ready code of an embed, as the page of codes lists it when it is read at the site's own address. */
async function readyCode(frame: string): Promise<string> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${origin}/nhung/`);
  const code = await page.locator(`details:has(a[href="${frame}"]) textarea`).inputValue();
  await page.close();
  return code.replaceAll('="/', `="${origin}/`);
}

async function visitPortal(body: string, look: (page: Page) => Promise<void>): Promise<string[]> {
  portalBody = body;
  const complaints: string[] = [];
  const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
  page.on("console", message => complaints.push(message.text()));
  page.on("pageerror", error => complaints.push(error.message));
  await page.goto(portalOrigin, { waitUntil: "load" });
  await look(page);
  await page.close();
  return complaints;
}

const frameHeight = (page: Page) => page.locator("iframe").evaluate(frame => frame.clientHeight);

test("the script is under 2 kB", async () => {
  expect((await stat(join(shipped, "nhung.js"))).size).toBeLessThan(2000);
});

describe.each(Object.entries(FRAMES))("%s in the page of a portal with a strict policy", (_, frame) => {
  test("is shown whole, without scrolling, and grows when it becomes narrow", async () => {
    const complaints = await visitPortal(await readyCode(frame), async page => {
      const inner = page.frameLocator("iframe").locator("body");
      const gap = async () =>
        Math.abs(
          (await frameHeight(page)) - (await inner.evaluate(body => body.getBoundingClientRect().height)),
        );
      await expect.poll(gap).toBeLessThanOrEqual(1);
      await page.setViewportSize({ width: 330, height: 900 });
      await expect.poll(gap).toBeLessThanOrEqual(1);
      expect(await inner.evaluate(body => body.scrollWidth - body.clientWidth)).toBe(0);
    });
    expect(complaints).toEqual([]);
  });

  test("leads out of the frame, and has a plain link beside it", async () => {
    const code = await readyCode(frame);
    const [, href = ""] = /<p><a href="([^"]+)"/.exec(code) ?? [];
    const page = await browser.newPage();
    const answer = await page.goto(href);
    expect(answer?.status()).toBe(200);
    if (new URL(href).hash)
      expect(await page.locator(`[id="${new URL(href).hash.slice(1)}"]`).count()).toBe(1);
    await page.goto(origin + frame);
    expect(await page.locator("base").getAttribute("target")).toBe("_top");
    expect(await page.locator("header, footer").count()).toBe(0);
    await page.close();
  });
});

test.each([
  [FRAMES["a figure"], "/chi-so/"],
  [FRAMES["an agency's task list"], "/nhiem-vu/"],
])("%s says which site it comes from, and leads there", async (frame, path) => {
  const page = await browser.newPage();
  await page.goto(origin + frame);
  const link = page.getByRole("link", { name: / trên Minh Bạch$/ });
  expect(await link.getAttribute("href")).toContain(path);
  await page.close();
});

test("a search that is typed in the frame is answered on the site, in the whole window", async () => {
  await visitPortal(await readyCode(FRAMES["the search field"]), async page => {
    const frame = page.frameLocator("iframe");
    await frame.getByRole("searchbox").fill("sở nội vụ");
    await frame.getByRole("searchbox").press("Enter");
    await page.waitForURL(`${origin}/tim-kiem/?q=*`);
  });
});

test("another window cannot set the height of the frame", async () => {
  const code = await readyCode(FRAMES["the search field"]);
  await visitPortal(code, async page => {
    await expect.poll(() => frameHeight(page)).toBeLessThan(200);
    const before = await frameHeight(page);
    await page.evaluate(() => {
      // As an advertisement in the same page would: right words, wrong window and origin.
      postMessage({ minhBachHeight: 5000 }, "*");
    });
    await page.waitForTimeout(200);
    expect(await frameHeight(page)).toBe(before);
  });
});

describe("the page of codes", () => {
  test("lists ready code for every kind, without JavaScript", async () => {
    for (const frame of Object.values(FRAMES)) {
      const code = await readyCode(frame);
      expect(code.split("\n")).toHaveLength(3);
      expect(code).toContain(`<iframe src="${origin}${frame}" title="`);
      expect(code).toContain(`<script src="${origin}/nhung.js" async></script>`);
    }
  });

  test("with JavaScript a choice shows its code and a preview", async () => {
    const page = await browser.newPage();
    await page.goto(`${origin}/nhung/`);
    const frame = FRAMES["an agency's task list"];
    await page.getByLabel("Chọn phần muốn nhúng").selectOption(`${origin}${frame}`);
    const code = await page.locator("[data-embed-maker] textarea").inputValue();
    expect(code).toContain(`${origin}${frame}`);
    await expect
      .poll(() => page.frameLocator("[data-embed-maker] iframe").locator("h2").textContent())
      .toContain("Sở Nội vụ");
    await page.getByRole("button", { name: "Chép mã" }).click();
    await expect.poll(() => page.locator("[data-embed-maker] output").textContent()).toMatch(/^Đã /);
    await page.close();
  });
});

test("a title with quotes and signs stays inside its attribute", async () => {
  const html = await readFile(join(shipped, "nhung/index.html"), "utf8");
  const codes = [...html.matchAll(/<textarea[^>]*>([^<]*)<\/textarea>/g)].map(([, code]) => code ?? "");
  expect(codes.length).toBeGreaterThan(20);
  for (const code of codes) expect(code.split("&quot;").length % 2).toBe(1);
});
