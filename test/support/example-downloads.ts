import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { checkContent } from "../../scripts/check.ts";
import { exportData } from "../../scripts/export.ts";
import type { DataCorrection, DataHistory } from "../../scripts/model/data-change.ts";
import type { Downloads } from "../../scripts/model/download.ts";
import type { Site } from "../../scripts/model/site.ts";

export const BASE = "https://vi-du.example/";
/** Where tables are looked at without their pages. */
export const NO_ADDRESSES = {
  plan: String,
  task: String,
  agency: String,
  document: String,
  indexYear: String,
};
/** The site of test/fixtures/good, and the folder of what is written of it for download: once for a file of tests. */
export let folder = "";
export let site: Site;
export let downloads: Downloads;
export const settings = () => ({
  contentDir: "test/fixtures/good/content",
  dataDir: "test/fixtures/good/data",
  outputDir: folder,
  pathPrefix: "/",
  siteUrl: BASE.slice(0, -1),
  pdf: false,
  admin: undefined,
  problems: [],
  asOf: "2023-08-31",
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-downloads-"));
  const checked = await checkContent(settings());
  site = { ...checked.site, dataHistory: historyOf(checked.site) };
  downloads = exportData(site, settings());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** As if a result of the site had been corrected, and another one taken out. */
function historyOf({ results }: Site): DataHistory {
  const [first, second] = results;
  if (!first || !second) throw new Error("the example has too few results");
  const changes = [
    { before: { ...first, value: undefined, note: 'bản in mờ, "7" hay "1"' }, after: first },
    { before: { ...second, year: 2001 }, after: undefined },
  ];
  const correction: DataCorrection = {
    commit: "1".repeat(40),
    at: "2023-08-01T08:00:00+07:00",
    reason: "Đính chính",
    index: first.index,
    results: changes,
    added: [],
    described: [],
  };
  return { since: "2023-01-01", isShallow: false, corrections: [correction] };
}

/** A file of the folder. */
export const file = (path: string) => readFile(join(folder, path));
export const json = async (path: string) => JSON.parse(await readFile(join(folder, path), "utf8"));
