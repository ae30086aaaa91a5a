import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keep, readSealed, writeSealed } from "../scripts/cache.ts";
import { fingerprint } from "./support/fingerprint.ts";
import { runScript } from "./support/run.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-cache-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("an entry is used as long as it is what was made", () => {
  const entry = () => join(folder, "entry");
  let made = 0;
  const ask = () =>
    keep(entry(), async next => {
      made++;
      await mkdir(join(next, "trong"), { recursive: true });
      await writeFile(join(next, "trong/a.txt"), "đã làm");
    });

  test("it is made once", async () => {
    await ask();
    await ask();
    expect(made).toBe(1);
  });
  test.each<[string, () => Promise<unknown>]>([
    ["a file was cut off", () => truncate(join(entry(), "trong/a.txt"), 3)],
    ["a file was changed", () => writeFile(join(entry(), "trong/a.txt"), "đã phá")],
    ["a file was taken away", () => rm(join(entry(), "trong/a.txt"))],
    ["a file was added", () => writeFile(join(entry(), "trong/b.txt"), "thêm")],
    ["its seal was broken", () => writeFile(join(entry(), "seal"), "")],
    [
      "it is a file itself",
      async () => {
        await rm(entry(), { recursive: true });
        await writeFile(entry(), "tệp");
      },
    ],
  ])("it is made anew when %s", async (_, spoil) => {
    const before = made;
    await spoil();
    await ask();
    expect(made).toBe(before + 1);
    expect(await readdir(entry(), { recursive: true })).toHaveLength(3);
    expect(await readFile(join(entry(), "trong/a.txt"), "utf8")).toBe("đã làm");
  });
});

test("a sealed file is read only when it is what was written", async () => {
  const path = join(folder, "moi", "tep");
  expect(await readSealed(path)).toBeUndefined();
  for (const text of ["", "nội dung"]) {
    await writeSealed(path, Buffer.from(text));
    expect((await readSealed(path))?.toString()).toBe(text);
  }
  const { size } = await stat(path);
  for (const length of [size - 1, 20, 0]) {
    await truncate(path, length);
    expect(await readSealed(path)).toBeUndefined();
  }
});

test("whatever happens to the files of the cache, a build is right", async () => {
  const env = {
    CONTENT_DIR: "test/fixtures/good/content",
    DATA_DIR: "test/fixtures/good/data",
    OUTPUT_DIR: join(folder, "site"),
    CACHE_DIR: join(folder, "cache"),
    AS_OF: "2023-08-31",
  };
  const build = () => runScript("scripts/build.ts", env, ["--whole"]);
  await build();
  const before = await fingerprint(env.OUTPUT_DIR);
  for (const entry of await readdir(env.CACHE_DIR, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) await truncate(path, Math.floor((await stat(path)).size / 2));
  }
  const { code, stderr } = await build();
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(await fingerprint(env.OUTPUT_DIR)).toEqual(before);
});
