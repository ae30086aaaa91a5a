import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Run, runScript } from "./support/run.ts";

const folder = await mkdtemp(join(tmpdir(), "minh-bach-pages-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const MODULE = resolve("scripts/release/page-parts.ts");
const NAMES = Array.from({ length: 45 }, (_, i) => `${i}.html`);
const BAD = ["7.html", "44.html"];

for (const name of NAMES) {
  const twice = BAD.includes(name) ? '<p id="a">B</p>' : "";
  await writeFile(
    join(folder, name),
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>A</title></head><body><p id="a">B</p>${twice}</body></html>`,
  );
}

/** Runs the work over pages as a release does, and prints the names of the pages that something was found of. */
async function found(work: "read" | "check", names: readonly string[]): Promise<Run> {
  const script = join(folder, `${work}.mts`);
  await writeFile(
    script,
    `import { runCommand } from ${JSON.stringify(resolve("scripts/command.ts"))};
import { overPages } from ${JSON.stringify(MODULE)};
let count = 0;
await runCommand({ usage: "" }, async () => {
  const all = await overPages("${work}", ${JSON.stringify(folder)}, ${JSON.stringify(names)}, () => count++);
  console.log(JSON.stringify([count, all.map(one => one.name ?? one.file)]));
});`,
  );
  return runScript(script);
}

test("every page is read, in the order of their names", async () => {
  const { code, stdout } = await found("read", ["a.css", ...NAMES]);
  expect([code, JSON.parse(stdout)]).toEqual([0, [45, NAMES]]);
});

test("every page is checked, the last one too", async () => {
  const { code, stdout } = await found("check", NAMES);
  expect([code, JSON.parse(stdout)]).toEqual([0, [45, BAD]]);
});

test("a page that cannot be read ends the work with a sentence", async () => {
  const { code, stderr, stdout } = await found("check", [...NAMES, "45.html"]);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr.trim()).toBe(`không có tệp hoặc thư mục “${join(folder, "45.html")}”`);
});
