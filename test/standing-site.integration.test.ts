import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { Sources } from "../scripts/load.ts";
import type { Revision } from "../scripts/model/revision.ts";
import { readSettings, type Settings } from "../scripts/settings.ts";
import { digestSources } from "../scripts/source-digests.ts";
import { openStandingSite } from "../scripts/standing-site.ts";
import { source } from "./support/sources.ts";

const SOURCES: Sources = {
  content: [source("content/plans/a/mot.md", "một")],
  data: [source("data/agencies.csv", "hai")],
  problems: [],
  history: { since: "2023-06-01", isShallow: false, corrections: [], byPlan: new Map(), added: new Map() },
};
const REVISION: Revision = { id: "0123456", day: "2023-06-01", changed: false };

let folder = "";
let settings: Settings;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-standing-"));
  const made = folder;
  onTestFinished(() => rm(made, { recursive: true }));
  await mkdir(join(folder, "site/ke-hoach"), { recursive: true });
  await writeFile(join(folder, "site/index.html"), "trang");
  await writeFile(join(folder, "site/ke-hoach/index.html"), "kế hoạch");
  settings = settingsOf({});
  await (await open({})).remember("Không có lỗi");
});

const settingsOf = (more: NodeJS.ProcessEnv) =>
  readSettings(
    {
      OUTPUT_DIR: join(folder, "site"),
      CACHE_DIR: join(folder, "cache"),
      HARVEST_DIR: join(folder, "harvest"),
      AS_OF: "2023-08-31",
      ...more,
    },
    new Date(),
  );

interface Input {
  readonly sources?: Partial<Sources>;
  readonly env?: NodeJS.ProcessEnv;
  readonly revision?: Revision;
  readonly isWhole?: boolean;
}

async function open({ sources, env, revision = REVISION, isWhole = false }: Input) {
  const all = { ...SOURCES, ...sources };
  return openStandingSite(all, await digestSources(all), env ? settingsOf(env) : settings, revision, isWhole);
}

test("a site that was made from all the same needs no other build, and what was said of it is known", async () => {
  expect((await open({})).said).toBe("Không có lỗi");
});

describe("a site is built again", () => {
  test.each<[string, Input]>([
    ["for an edited plan", { sources: { content: [source("content/plans/a/mot.md", "khác")] } }],
    ["for a plan of another name", { sources: { content: [source("content/plans/a/hai.md", "một")] } }],
    ["for an edited table", { sources: { data: [source("data/agencies.csv", "ba")] } }],
    ["for a history that was not known", { sources: { history: undefined } }],
    ["for a later revision", { revision: { ...REVISION, id: "7654321" } }],
    ["for another day", { env: { AS_OF: "2023-09-01" } }],
    ["for another address", { env: { SITE_URL: "https://vi-du.example" } }],
    ["without the editing page", { env: { ADMIN: "off" } }],
    ["with search", { isWhole: true }],
    ["into another folder", { env: { OUTPUT_DIR: "/khong/co" } }],
  ])("%s", async (_, input) => {
    expect((await open(input)).said).toBeUndefined();
  });

  test("for what is wrong with files that are not read", async () => {
    const problem = { file: "content/tep.docx", line: 1, column: 1, message: "sai", mend: "sửa" };
    expect((await open({ sources: { problems: [problem] } })).said).toBeUndefined();
  });

  test.each<[string, () => Promise<unknown>]>([
    ["changed", () => writeFile(join(folder, "site/ke-hoach/index.html"), "khác")],
    ["touched", () => utimes(join(folder, "site/index.html"), 0, 0)],
    ["taken away", () => rm(join(folder, "site/ke-hoach/index.html"))],
    ["added", () => writeFile(join(folder, "site/them.html"), "")],
  ])("after a file of it was %s", async (_, touch) => {
    await touch();
    expect((await open({})).said).toBeUndefined();
  });

  test("after other sites were harvested", async () => {
    await mkdir(join(folder, "harvest"));
    await writeFile(join(folder, "harvest/sites.json"), "[]");
    expect((await open({})).said).toBeUndefined();
  });

  test("when nothing stands there any more", async () => {
    await rm(join(folder, "site"), { recursive: true });
    expect((await open({})).said).toBeUndefined();
  });
});
