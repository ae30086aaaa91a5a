import { execFile, spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkOutput } from "../scripts/check-output.ts";
import { giveLock, takeLock } from "../scripts/lock.ts";
import { replaceFolder } from "../scripts/write.ts";
import { fingerprint } from "./support/fingerprint.ts";
import { runScript } from "./support/run.ts";

let folder = "";
const at = (name: string) => join(folder, name);
const sources = () => ({ contentDir: at("kho/content"), dataDir: at("kho/data") });
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-đầu ra-"));
  await cp("test/fixtures/good", at("kho"), { recursive: true });
  await mkdir(at("giay-to"));
  await writeFile(at("giay-to/thu.txt"), "thư");
  await mkdir(at("trong"));
  await mkdir(at("trang"));
  await writeFile(at("trang/nhung.js"), "");
  await symlink(at("kho/content"), at("duong-khac"));
  await symlink(at("trang"), at("lien-ket"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a build replaces nothing but a site that was built before", () => {
  test.each([
    ["kho/content", /trùng chỗ với/],
    ["kho/content/", /trùng chỗ với/],
    ["kho/content/trang", /trùng chỗ với/],
    ["kho/data", /trùng chỗ với/],
    ["kho", /trùng chỗ với/],
    ["duong-khac", /trùng chỗ với/],
    ["duong-khac/moi", /trùng chỗ với/],
    [".", /trùng chỗ với/],
    ["giay-to", /không phải trang đã dựng/],
    ["giay-to/thu.txt", /là tệp/],
    ["giay-to/thu.txt/trang", /là tệp/],
  ])("not %s", async (name, reason) => {
    const problem = await checkOutput({ ...sources(), outputDir: join(folder, name) });
    expect(problem?.message).toMatch(reason);
  });
  test("not the root of the disk, nor the project", async () => {
    for (const outputDir of ["/", ".", "..", tmpdir()])
      expect(await checkOutput({ ...sources(), outputDir })).toBeDefined();
  });
  test.each(["trong", "trang", "trang/", "lien-ket", "chua-co", "chua/co/trang", "kho-content"])(
    "but %s",
    async name => {
      expect(await checkOutput({ ...sources(), outputDir: join(folder, name) })).toBeUndefined();
    },
  );
});

test("a build that is refused says so in one sentence and touches nothing", async () => {
  const { contentDir, dataDir } = sources();
  const before = await fingerprint(folder);
  const env = { CONTENT_DIR: contentDir, DATA_DIR: dataDir, OUTPUT_DIR: contentDir };
  const { code, stdout, stderr } = await runScript("scripts/build.ts", env);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^OUTPUT_DIR:1:1: “.*” trùng chỗ với .*; đặt OUTPUT_DIR là .*\n$/);
  expect(await fingerprint(folder)).toEqual(before);
});

test("what the disk refuses halfway is a sentence too, and leaves nothing", async () => {
  const { contentDir, dataDir } = sources();
  // Fits for neither the client code nor the search index.
  await mkdir(at("bo-dem"));
  for (const name of ["client", "search"]) await writeFile(at(`bo-dem/${name}`), "");
  const before = await fingerprint(folder);
  const env = { CONTENT_DIR: contentDir, DATA_DIR: dataDir, CACHE_DIR: at("bo-dem"), OUTPUT_DIR: at("moi") };
  const { code, stderr } = await runScript("scripts/build.ts", env, ["--whole"]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^một phần của đường dẫn là tệp, không phải thư mục: “.*”\n$/);
  expect(await fingerprint(folder)).toEqual(before);
});

/** Linux lets anybody mount a small disk that only his own process sees; containers may forbid it. */
const canMount = spawnSync("unshare", ["-rm", "true"]).status === 0;
test.skipIf(!canMount).each(["4m", "7m"])(
  "a disk that is full after %s is told in one sentence",
  async size => {
    const disk = at(`dia-${size}`);
    await mkdir(disk);
    const { contentDir, dataDir } = sources();
    const { NODE_ENV: _, VITEST: __, ...rest } = process.env;
    const env = { ...rest, CONTENT_DIR: contentDir, DATA_DIR: dataDir, OUTPUT_DIR: join(disk, "trang") };
    const build = `mount -t tmpfs -o size=${size} tmpfs "${disk}" && exec node --import tsx scripts/build.ts`;
    const told = await new Promise(fulfil =>
      execFile("unshare", ["-rm", "sh", "-c", build], { env }, (error, _, stderr) =>
        fulfil({ code: error?.code, stderr }),
      ),
    );
    expect(told).toEqual({ code: 1, stderr: "ổ đĩa đã đầy, không ghi được\n" });
  },
  180_000,
);

test("two commands never write into one folder", async () => {
  const lock = at("trang.next.lock");
  expect(await takeLock(lock)).toBe(true);
  // The test's own process counts as the one that asks; another one is at work.
  await writeFile(lock, String(process.ppid));
  const { contentDir, dataDir } = sources();
  const site = { OUTPUT_DIR: at("trang"), SITE_URL: "https://vi-du.vn" };
  const env = { CONTENT_DIR: contentDir, DATA_DIR: dataDir, ...site };
  await writeFile(at("trang/index.html"), "");
  const before = await fingerprint(at("trang"));
  for (const command of ["build", "search", "share", "pdf"]) {
    const { code, stderr } = await runScript(`scripts/${command}.ts`, env);
    expect([command, code]).toEqual([command, 1]);
    expect(stderr).toMatch(/^OUTPUT_DIR:1:1: .* đang được một lần dựng khác ghi; .*\n$/);
  }
  expect(await fingerprint(at("trang"))).toEqual(before);
  await giveLock(lock);
});

test("a folder is replaced whole, and what happens to be called like it stays", async () => {
  await mkdir(at("cu.old"));
  await mkdir(at("cu"));
  await mkdir(at("cu.next"));
  await writeFile(at("cu.next/moi.txt"), "mới");
  await replaceFolder(at("cu.next"), at("cu"));
  expect(await readFile(at("cu/moi.txt"), "utf8")).toBe("mới");
  expect((await readdir(dirname(at("cu")))).filter(name => name.startsWith("cu"))).toEqual(["cu", "cu.old"]);
});
