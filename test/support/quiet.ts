import { afterEach, beforeEach, expect, vi } from "vitest";

// A warning on the console is a fault that nobody has looked at yet.
beforeEach(() => {
  vi.spyOn(console, "warn");
  vi.spyOn(console, "error");
});

afterEach(() => {
  const said = [...vi.mocked(console.warn).mock.calls, ...vi.mocked(console.error).mock.calls];
  vi.restoreAllMocks();
  expect(said, "console stays silent").toEqual([]);
});
