import type { Reporter, TestModule } from "vitest/node";

/**
 * Ends the run with `N passed, N failed` alone on a line, so that a reader of the log need not know the reporter.
 * A file that could not be run at all counts as one failure.
 */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed++;
        else if (state === "failed") failedHere++;
      }
      failed += module.state() === "failed" ? Math.max(failedHere, 1) : failedHere;
    }
    // After the summary of the default reporter, which is written in the same turn.
    setImmediate(() => process.stdout.write(`\n${passed} passed, ${failed} failed\n`));
  }
}
