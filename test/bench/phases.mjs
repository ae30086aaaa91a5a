import { writeFileSync } from "node:fs";
import { PerformanceObserver } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

/** Loaded into a build by the bench: adds up its performance measures by name and writes them down at the end. */
const sums = {};
const add = list => {
  for (const { name, duration } of list.getEntries()) sums[name] = (sums[name] ?? 0) + duration / 1000;
};
const observer = new PerformanceObserver(add);
if (process.env.PHASES_FILE && isMainThread && process.argv[1]?.endsWith("build.ts")) {
  observer.observe({ entryTypes: ["measure"] });
  process.on("exit", () => {
    add({ getEntries: () => observer.takeRecords() });
    // Charts are drawn while pages are rendered, and pages are rendered while Eleventy runs.
    const { pages = 0, charts = 0, eleventy = 0 } = sums;
    const phases = { ...sums, pages: pages - charts, "Eleventy and writing": eleventy - pages };
    writeFileSync(process.env.PHASES_FILE, JSON.stringify(phases));
  });
}
