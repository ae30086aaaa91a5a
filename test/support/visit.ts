import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** Opens a page in a browser without a past, looks at it, and returns all that it complained of or asked elsewhere. */
export async function visitPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<string[]> {
  const { origin, pathname } = new URL(address);
  // The page of unknown addresses is served as what it is.
  const isMissing = pathname === "/404.html";
  const context = await browser.newContext(options);
  const complaints: string[] = [];
  try {
    const page = await context.newPage();
    page.on("console", message => {
      if (!isMissing || !message.text().includes("404"))
        complaints.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", error => complaints.push(`error: ${error.message}`));
    page.on("request", asked => {
      if (!asked.url().startsWith(origin) && !asked.url().startsWith("data:"))
        complaints.push(`asks ${asked.url()}`);
    });
    page.on("response", answer => {
      if (answer.status() >= 400 && !isMissing) complaints.push(`${answer.status()} ${answer.url()}`);
    });
    await page.goto(address, { waitUntil: "load" });
    await look(page);
  } finally {
    await context.close();
  }
  return complaints;
}
