import { basename } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { ClosingLine } from "./test/support/closing-line.ts";

/** What takes longest, longest first: many builds, releases, and visits of many pages. */
const LONGEST = [
  "kept-pages.test.ts",
  "release.kill.test.ts",
  "release.test.ts",
  "site.browser.test.ts",
  "serving.test.ts",
  "stop.test.ts",
  "build.test.ts",
  "search.browser.test.ts",
  "search-page.browser.test.ts",
];

/** Begins with what takes longest, so that no worker is left with it at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.indexOf(basename(moduleId));
      return place < 0 ? LONGEST.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    setupFiles: ["test/support/quiet.ts"],
    globalSetup: ["test/support/shipped-site.ts"],
    reporters: ["default", new ClosingLine()],
    sequence: { sequencer: LongestFirst },
    // Vitest would leave one core to itself, which of two is half.
    maxWorkers: "100%",
    // Ends what hangs; how fast a machine is decides nothing.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    env: { TZ: "UTC" },
  },
});
