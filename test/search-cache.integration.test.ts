import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SearchTable } from "../scripts/model/search-table.ts";
import { listSite } from "../scripts/release/files.ts";
import { buildSearch } from "../scripts/search.ts";
import { plan, siteOf } from "./support/sources.ts";

/** So few letters that the plans need several indices. */
const MOST_LETTERS = 10_000;

const task = (title: string) => `### A.1. ${title}\n- Chủ trì: Sở Nội vụ\n\n### A.2. Báo cáo\n`;
const files = Object.fromEntries(
  Array.from({ length: 300 }, (_, i) => [`plans/vi-du/ke-hoach-${i}.md`, plan(task("Công khai thủ tục"))]),
);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-index-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Builds an index with a cache; returns a line for each of its files, and what the cache holds then. */
async function index(content: Record<string, string>, cache: string, asOf?: string, letters = MOST_LETTERS) {
  const outputDir = await mkdtemp(join(folder, "site-"));
  const cacheDir = join(folder, cache);
  const settings = { outputDir, cacheDir, harvestDir: join(folder, "harvest"), siteUrl: "", pathPrefix: "/" };
  await buildSearch(siteOf(content, asOf).site, settings, letters);
  const written = (await listSite(outputDir)).map(async name => {
    const bytes = await readFile(join(outputDir, name));
    return `${name} ${createHash("sha256").update(bytes).digest("hex")}`;
  });
  const table: SearchTable = JSON.parse(
    gunzipSync(await readFile(join(outputDir, "pagefind/records.pack"))).toString(),
  );
  return { written: await Promise.all(written), table, kept: await readdir(join(cacheDir, "search")) };
}

const { "plans/vi-du/ke-hoach-7.md": seventh = "", ...others } = files;

describe("an index of several parts is made anew only where an edit reaches, to the same bytes", () => {
  test.each([
    ["edited", { ...files, "plans/vi-du/ke-hoach-7.md": seventh.replace("Công khai", "Rà soát") }],
    [
      "made longer",
      { ...files, "plans/vi-du/ke-hoach-7.md": `${seventh}\n### A.3. Đào tạo\n- Chủ trì: Sở Tư pháp\n` },
    ],
    ["added", { ...files, "plans/vi-du/moi.md": plan(task("Đất đai")) }],
    ["removed", others],
  ])("one plan %s", async (edit, edited) => {
    const before = await index(files, edit);
    expect(before.table.shards).toBeGreaterThan(3);
    const warm = await index(edited, edit);
    expect(warm.kept.filter(name => !before.kept.includes(name))).toHaveLength(1);
    expect(warm.written).toEqual((await index(edited, `${edit}-cold`)).written);
  });

  test("a day later nothing", async () => {
    const before = await index(files, "day");
    expect((await index(files, "day", "2023-10-02")).kept).toEqual(before.kept);
  });
});

test("records of two parts that Pagefind would call alike have two names", async () => {
  // The digests of what is said of them begin with the same seven digits.
  const alike = [16_179, 18_524].map(n => [`plans/vi-du/ke-hoach-${n}.md`, seventh]);
  const { table, kept } = await index(Object.fromEntries(alike), "alike", undefined, 1);
  expect(table.shards).toBe(table.records.length);
  expect(new Set(table.records.map(({ hash }) => hash)).size).toBe(table.records.length);
  expect(kept).toHaveLength(table.shards + 1);
});
