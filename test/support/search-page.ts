import type { Browser, Page } from "playwright-core";
import { inject } from "vitest";
import { serveSite } from "../../scripts/serve.ts";
import { launchBrowser } from "./find-chromium.ts";
import { originOf } from "./ports.ts";

/** What the page shows of a search. */
interface Shown {
  readonly count: string;
  readonly links: string[];
  readonly notice: string;
}

/** The search page of the shipped site in a browser. */
export interface SearchPage {
  readonly origin: string;
  readonly browser: Browser;
  readonly page: Page;
  /** Opens the address of a search, with filters in `more`, here or at another site. */
  readonly ask: (query: string, more?: string, base?: string) => Promise<Shown>;
  /** Types into the field of the page that stands open. */
  readonly type: (query: string) => Promise<Shown>;
  readonly close: () => Promise<void>;
}

/** Serves the shipped site and starts a browser. */
export async function openSearchPage(): Promise<SearchPage> {
  const server = await serveSite(inject("shippedSite"), "/", 0);
  const origin = originOf(server);
  const browser = await launchBrowser();
  const page = await browser.newPage();
  return {
    origin,
    browser,
    page,
    ask: async (query, more = "", base = origin) => {
      await page.goto(`${base}/tim-kiem/?q=${encodeURIComponent(query)}${more}`);
      return readShown(page);
    },
    type: async query => {
      const field = page.locator("[data-search] input[name=q]");
      await field.fill(query);
      await field.press("Enter");
      return readShown(page);
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

async function readShown(page: Page): Promise<Shown> {
  await page.waitForSelector("[data-results-region][aria-busy=false]");
  return page.evaluate(() => ({
    count: document.querySelector("[data-count]")?.textContent ?? "",
    links: [...document.querySelectorAll("[data-results] > li")].map(
      item => item.querySelector("a")?.getAttribute("href") ?? "",
    ),
    notice: document.querySelector("[data-notice]")?.textContent ?? "",
  }));
}
