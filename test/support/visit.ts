import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Page } from "playwright-core";
import { inject } from "vitest";
import { serveSite } from "../../scripts/serve.ts";
import { launchBrowser } from "./find-chromium.ts";
import { originOf } from "./ports.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A page that stays open. */
interface OpenPage {
  readonly page: Page;
  /** All that the browser has complained of or asked elsewhere so far. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** A served site with a browser beside it. */
export interface OpenSite {
  readonly origin: string;
  /** Opens a page in a window of its own, with nothing in the cache. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<OpenPage>;
  /** Opens a page, does something with it, and returns all that the browser complained of or asked elsewhere. */
  readonly visit: (
    path: string,
    look: (page: Page) => Promise<void>,
    options?: BrowserContextOptions,
  ) => Promise<string[]>;
  readonly close: () => Promise<void>;
}

/** Serves the site of the shipped content; throws why when it could not be built. */
export async function openShippedSite(): Promise<OpenSite> {
  if (inject("shippedSiteFailure") !== "") throw new Error(inject("shippedSiteFailure"));
  const server = await serveSite(inject("shippedSite"), "/", 0);
  const origin = originOf(server);
  const browser = await launchBrowser();
  const open = async (path: string, options?: BrowserContextOptions): Promise<OpenPage> => {
    const context = await browser.newContext(options);
    const complaints: string[] = [];
    const page = await context.newPage();
    page.on("console", message => {
      // The page of unknown addresses is served as what it is.
      if (path !== "/404.html" || !message.text().includes("404"))
        complaints.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", error => complaints.push(`error: ${error.message}`));
    page.on("request", asked => {
      if (!asked.url().startsWith(origin) && !asked.url().startsWith("data:"))
        complaints.push(`asks ${asked.url()}`);
    });
    page.on("response", answer => {
      if (answer.status() >= 400 && path !== "/404.html")
        complaints.push(`${answer.status()} ${answer.url()}`);
    });
    await page.goto(origin + path, { waitUntil: "load" });
    return { page, complaints, close: () => context.close() };
  };
  return {
    origin,
    open,
    visit: async (path, look, options) => {
      const { page, complaints, close } = await open(path, options);
      try {
        await look(page);
      } finally {
        await close();
      }
      return [...complaints];
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Faults against WCAG 2.2 AA, as `rule: element`. What the browser itself evaluates, no policy of the page forbids. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: typeof import("axe-core") }).axe;
    const { violations } = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
      resultTypes: ["violations"],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
  });
}
