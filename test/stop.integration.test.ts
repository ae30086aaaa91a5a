import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { appendFile, cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fingerprint } from "./support/fingerprint.ts";
import { startScript } from "./support/run.ts";

let folder = "";
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-"));
  await cp("test/fixtures/good", folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const env = () => ({
  CONTENT_DIR: at("content"),
  DATA_DIR: at("data"),
  OUTPUT_DIR: at("site"),
  RELEASE_DIR: at("release"),
  AS_OF: "2023-08-31",
});
const start = (script: string, ...args: string[]) => startScript(script, env(), args);

/** How it ends; stopped as soon as there is a certain file or folder, or as many as are asked for below one. */
async function run(child: ChildProcess, stop?: NodeJS.Signals, when = "", least = 0) {
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", text => {
    stderr += text;
  });
  const isThere = () =>
    existsSync(at(when)) && (least === 0 || readdirSync(at(when), { recursive: true }).length >= least);
  const timer = stop && setInterval(() => isThere() && child.kill(stop), 5);
  const [code] = await once(child, "close");
  clearInterval(timer);
  return { code, stderr };
}

/** Names in the folder, of which each command may add only its own. */
const names = async () => (await readdir(folder)).sort();

describe("npm run build", () => {
  beforeAll(async () => {
    expect(await run(start("scripts/build.ts", "--whole"))).toEqual({ code: 0, stderr: "" });
  });

  // With nothing edited there is nothing to stop.
  beforeEach(() => appendFile(at("content/pages/gioi-thieu.md"), "\nThêm một đoạn.\n"));

  test.each(["site.next", "site.next/assets", "site.next/du-lieu"])(
    "stopped by Ctrl-C when there is %s leaves the site as it was and nothing else",
    async when => {
      const [before, around] = [await fingerprint(at("site")), await names()];
      const { code, stderr } = await run(start("scripts/build.ts", "--whole"), "SIGINT", when);
      expect({ code, stderr }).toEqual({
        code: 130,
        stderr: "Đã dừng giữa chừng; những gì có trước đó được giữ nguyên.\n",
      });
      expect(await fingerprint(at("site"))).toEqual(before);
      expect(await names()).toEqual(around);
    },
  );

  test("stopped by Ctrl-C while client code is built leaves nothing of it, and nobody who goes on with it", async () => {
    const around = await names();
    const build = startScript("scripts/build.ts", { ...env(), CACHE_DIR: at("cache") });
    // The folder that it is built in, and what is written there first.
    expect((await run(build, "SIGINT", "cache/client", 2)).code).toBe(130);
    expect(await readdir(at("cache/client"))).toEqual([]);
    await rm(at("cache"), { recursive: true });
    expect(await names()).toEqual(around);
  });

  test("killed in the middle does not hinder the next one", async () => {
    const around = await names();
    await run(start("scripts/build.ts", "--whole"), "SIGKILL", "site.next/du-lieu");
    expect(await names()).toContain("site.next");
    expect(await run(start("scripts/build.ts", "--whole"))).toEqual({ code: 0, stderr: "" });
    expect(await names()).toEqual(around);
  });
});

test("what a killed command left beside content is none, and the next one writes over it", async () => {
  await writeFile(at("content/plans/.ke-hoach.md.next"), "---\ntitle: dở");
  const check = await run(start("scripts/check.ts"));
  expect(check).toEqual({ code: 0, stderr: "" });
});

test("a release stopped by Ctrl-C leaves no work behind", async () => {
  expect(await run(start("scripts/release.ts"), "SIGINT", "release/.next/site.next")).toMatchObject({
    code: 130,
  });
  expect(await readdir(at("release"))).toEqual(["releases"]);
});
