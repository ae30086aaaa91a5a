import { expect, test } from "vitest";
import { loadedOnce } from "../layouts/loaded-once.ts";

test("what is asked for twice is loaded once, also while it is on its way", async () => {
  const asked: string[] = [];
  const load = loadedOnce(async (key: string) => {
    asked.push(key);
    return `loaded ${key}`;
  });
  expect(await Promise.all([load("a"), load("a"), load("b")])).toEqual(["loaded a", "loaded a", "loaded b"]);
  await load("a");
  expect(asked).toEqual(["a", "b"]);
});

test("what failed is loaded anew when it is asked for again", async () => {
  let times = 0;
  const load = loadedOnce(async (key: string) => {
    if (times++ === 0) throw new Error("away");
    return key;
  });
  await expect(load("a")).rejects.toThrow("away");
  expect(await load("a")).toBe("a");
});
