import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { checkContent } from "../../scripts/check.ts";
import { formatProblem } from "../../scripts/model/problem.ts";
import { readSettings } from "../../scripts/settings.ts";

let folder = "";
/** A copy of the content and data of tỉnh Ví Dụ for each test, which it may write into. */
export let copy = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-new-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  copy = await mkdtemp(join(folder, "kho-"));
  await cp("test/fixtures/good", copy, { recursive: true });
});

/** The settings of a command that is run in it. */
export const settings = (asOf = "2023-12-31") =>
  readSettings({ CONTENT_DIR: join(copy, "content"), DATA_DIR: join(copy, "data"), AS_OF: asOf }, new Date());
/** A file of it. */
export const read = (name: string) => readFile(join(copy, name), "utf8");
/** Its site, which must be sound. */
export const check = async () => {
  const { site, problems } = await checkContent(settings());
  expect(problems.map(formatProblem)).toEqual([]);
  return site;
};
/** Lines without the folder of the test. */
export const said = ({ lines }: { lines: readonly string[] }) =>
  lines.map(line => line.replaceAll(`${copy}/`, ""));
