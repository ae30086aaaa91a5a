import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { ToldFailure } from "./command.ts";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** What to do where there is no browser. */
export const NO_CHROMIUM =
  "Không có Chromium: cài bằng “sudo apt-get install -y chromium”, hoặc đặt CHROMIUM_PATH tới tệp chạy của Chromium hay Chrome.";

/** The browser: CHROMIUM_PATH, or where Linux distributions put it; undefined when there is none. */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH } = process.env;
  const places = CHROMIUM_PATH ? [CHROMIUM_PATH] : PLACES;
  return places.find(place => existsSync(place));
}

/**
 * Starts the browser without network and without its own network habits: it finds no host but this machine, and every
 * request is one of the page.
 * @throws ToldFailure where there is no browser
 */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new ToldFailure(NO_CHROMIUM);
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ],
  });
}
