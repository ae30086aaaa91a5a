import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** The browser for tests: CHROMIUM_PATH, or where Linux distributions put it; undefined when there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const places = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : PLACES;
  return places.find(place => existsSync(place));
}

/**
 * Starts the browser without network and without its own network habits: it finds no host but the test's own, and every
 * request seen in a test is one of the page.
 */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(MISSING);
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
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
}

const MISSING =
  "Không có Chromium cho các phép thử: cài bằng “sudo apt-get install -y chromium”, hoặc đặt CHROMIUM_PATH tới tệp chạy của Chromium hay Chrome.";

/** Installs Debian's package; only root can. */
function installChromium(): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...words: string[]) => spawnSync("apt-get", words, { stdio: "inherit", env: environment });
  run("update");
  run("install", "-y", "--no-install-recommends", "chromium");
}

function main(): void {
  if (findChromium() === undefined && !process.env.CHROMIUM_PATH) installChromium();
  if (findChromium() !== undefined) return;
  console.error(MISSING);
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main();
