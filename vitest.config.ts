import { basename } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { ClosingLine } from "./test/support/closing-line.ts";

/** What takes longest, longest first: many builds, releases, and visits of many pages. */
const LONGEST = [
  "site.browser.test.ts",
  "serving.integration.test.ts",
  "release-kill.integration.test.ts",
  "release.integration.test.ts",
  "kept-pages.integration.test.ts",
  "import.integration.test.ts",
  "arbitrary.integration.test.ts",
  "stop.integration.test.ts",
  "publish.integration.test.ts",
  "build.integration.test.ts",
  "search-cost.browser.test.ts",
];

/** Tests that run commands and other programs. */
const INTEGRATION = "test/**/*.integration.test.ts";

/** Tests that look at the site that is built from the shipped content. */
const SITE = "test/**/*.{site,browser}.test.ts";

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
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [INTEGRATION, SITE],
          isolate: false,
        },
      },
      { extends: true, test: { name: "integration", include: [INTEGRATION] } },
      {
        extends: true,
        test: { name: "site", include: [SITE], globalSetup: ["test/support/shipped-site.ts"] },
      },
    ],
    setupFiles: ["test/support/quiet.ts"],
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
