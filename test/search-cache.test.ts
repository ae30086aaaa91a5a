import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listSite } from "../scripts/release/files.ts";
import { buildSearch } from "../scripts/search.ts";
import { plan, siteOf } from "./support/sources.ts";

/** Enough for the tasks of one plan, so that each plan has an index of its own. */
const MOST_PARTS = 3;

const files = {
  "plans/vi-du/mot.md": plan("### A.1. Công khai thủ tục\n- Chủ trì: Sở Nội vụ\n\n### A.2. Kiểm tra\n"),
  "plans/vi-du/hai.md": plan("### A.1. Đào tạo cán bộ\n- Chủ trì: Sở Tư pháp\n\n### A.2. Đất đai\n"),
};

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-index-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Builds an index with a cache, and returns a line for each of its files, and what the cache holds then. */
async function index(content: Record<string, string>, cache: string, asOf?: string) {
  const outputDir = await mkdtemp(join(folder, "site-"));
  const cacheDir = join(folder, cache);
  const settings = { outputDir, cacheDir, siteUrl: "", pathPrefix: "/" };
  await buildSearch(siteOf(content, asOf).site, settings, MOST_PARTS);
  const written = (await listSite(outputDir)).map(async name => {
    const bytes = await readFile(join(outputDir, name));
    return `${name} ${createHash("sha256").update(bytes).digest("hex")}`;
  });
  return { written: await Promise.all(written), kept: await readdir(join(cacheDir, "search")) };
}

test("an edit of one plan indexes anew only the part of the index that holds it, to the same bytes", async () => {
  const first = await index(files, "warm");
  const tomorrow = await index(files, "warm", "2023-10-02");
  expect(tomorrow.kept).toEqual(first.kept);

  const edited = {
    ...files,
    "plans/vi-du/hai.md": files["plans/vi-du/hai.md"].replace("Đào tạo", "Bồi dưỡng"),
  };
  const warm = await index(edited, "warm");
  expect(first.kept.length).toBeGreaterThan(2);
  expect(warm.kept.filter(name => !first.kept.includes(name))).toHaveLength(1);
  expect(warm.written).toEqual((await index(edited, "cold")).written);
});
