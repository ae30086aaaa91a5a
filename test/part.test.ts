import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { endOfPart, startPart } from "../scripts/part.ts";

const folder = await mkdtemp(join(tmpdir(), "minh-bach-part-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const FULL = "ổ đĩa đã đầy, không ghi được";

test.each([
  ["what the disk refused", `process.send({ refused: "${FULL}" }, () => process.exit(1))`, FULL],
  ["that the system killed it", 'process.kill(process.pid, "SIGKILL")', "hết bộ nhớ"],
  ["nothing of what it has printed itself", "process.exit(1)", /^$/],
])("of a child process that ends the parent says %s", async (_, code, said) => {
  const script = join(folder, "part.mjs");
  await writeFile(script, code);
  const listeners = process.listenerCount("exit");
  await expect(endOfPart(startPart(script), "a part")).rejects.toMatchObject({
    said: expect.stringMatching(said),
  });
  expect(process.listenerCount("exit")).toBe(listeners);
});
