import { describe, expect, test } from "vitest";
import { abridge } from "../scripts/model/abridge.ts";

describe("of long texts only what differs is kept", () => {
  const long = `${"đầu ".repeat(100)}cũ${" cuối".repeat(100)}`;
  test("with a few words on each side, cut between words", () => {
    const [before = "", after = ""] = abridge(long, long.replace("cũ", "mới"));
    expect(before).toMatch(/^… (đầu )+cũ( cuối)+ …$/);
    expect(after).toBe(before.replace("cũ", "mới"));
    expect(before.length).toBeLessThan(120);
  });
  test("short texts stay whole", () => expect(abridge("cũ", "mới")).toEqual(["cũ", "mới"]));
  test("a text that came is cut where it is too long", () => {
    const [before, after = ""] = abridge(undefined, "từ ".repeat(1000));
    expect(before).toBeUndefined();
    expect(after.length).toBeLessThan(610);
    expect(after).toMatch(/từ …$/);
  });
  test.each([
    ["", "a".repeat(300)],
    ["a".repeat(300), "a".repeat(301)],
    ["x".repeat(500), `${"x".repeat(250)}y${"x".repeat(250)}`],
  ])("two texts that differ stay different (%#)", (a, b) => {
    const [before, after] = abridge(a, b);
    expect(before).not.toBe(after);
  });
});
