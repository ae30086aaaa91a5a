import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startScript } from "./support/run.ts";

const ROUNDS = 5;
/** No process has this id: Linux gives none above 4,194,304. */
const KILLED = "99999999";

let folder = "";
const takers = [1, 2, 3].map(() => {
  const child = startScript("test/support/take-lock.ts");
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
});
const said = () => Promise.all(takers.map(async ({ lines }) => (await lines.next()).value));
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-lock-"));
  await said();
});
afterAll(async () => {
  for (const { child } of takers) child.kill();
  await rm(folder, { recursive: true, force: true });
});

test.each([
  ["no lock", undefined],
  ["the lock of a process that was killed", KILLED],
  ["a lock that was cut off", ""],
])("of several that find %s at the same moment, one takes it", async (_, found) => {
  for (let round = 0; round < ROUNDS; round++) {
    const path = join(folder, `lock-${round}`);
    await rm(path, { force: true });
    if (found !== undefined) await writeFile(path, found);
    for (const { child } of takers) child.stdin.write(`${path}\n`);
    expect((await said()).sort()).toEqual(["false", "false", "true"]);
  }
});
