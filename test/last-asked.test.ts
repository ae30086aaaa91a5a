import { expect, test } from "vitest";
import { forLastAsked } from "../layouts/client/compare/last-asked.ts";

/** Asks twice, serves what waits in the given order, and returns who was handed something. */
async function askTwice(order: readonly number[]): Promise<string[]> {
  const waiting: (() => void)[] = [];
  const ask = forLastAsked(() => new Promise<void>(fulfil => waiting.push(fulfil)));
  const served: string[] = [];
  const asked = ["first", "second"].map(name => ask(() => served.push(name)));
  for (const place of order) {
    waiting[place]?.();
    await asked[place];
  }
  return served;
}

test.each([
  ["in their order", [0, 1]],
  ["the second before the first", [1, 0]],
])("of two that wait the last is served alone, %s", async (_, order) => {
  expect(await askTwice(order)).toEqual(["second"]);
});

test("one after the other, both are served", async () => {
  const ask = forLastAsked(async () => "loaded");
  const served: string[] = [];
  await ask(loaded => served.push(`first ${loaded}`));
  await ask(loaded => served.push(`second ${loaded}`));
  expect(served).toEqual(["first loaded", "second loaded"]);
});
