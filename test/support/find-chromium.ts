import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium, NO_CHROMIUM } from "../../scripts/launch.ts";

export { findChromium, launchBrowser } from "../../scripts/launch.ts";

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
  console.error(NO_CHROMIUM);
  process.exitCode = 1;
}

if (import.meta.filename === process.argv[1]) main();
