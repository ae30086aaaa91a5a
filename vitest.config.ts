import { defineConfig } from "vitest/config";
import { ClosingLine } from "./test/support/closing-line.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    setupFiles: ["test/support/quiet.ts"],
    globalSetup: ["test/support/shipped-site.ts"],
    reporters: ["default", new ClosingLine()],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    env: { TZ: "UTC" },
  },
});
