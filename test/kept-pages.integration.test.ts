import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fingerprint } from "./support/fingerprint.ts";
import { makeRepository, type Repository } from "./support/repository.ts";
import { runScript } from "./support/run.ts";

const GOOD = "test/fixtures/good";
const PLAN = "ke-hoach/vi-du-2023/index.html";
const OTHER_PLAN = "ke-hoach/mau-2022/index.html";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-kept-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Builds the content of a folder; returns how many pages were taken over. */
async function build(source: string, site: string): Promise<number> {
  const { code, stdout, stderr } = await runScript("scripts/build.ts", {
    CONTENT_DIR: join(source, "content"),
    DATA_DIR: join(source, "data"),
    OUTPUT_DIR: join(folder, site),
    SITE_URL: "https://vi-du.example",
    AS_OF: "2023-08-31",
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return Number(/Giữ nguyên (\d+) trang/.exec(stdout)?.[1] ?? 0);
}

/** Expects of a site all the bytes, and no others, that its content gives in an empty folder. */
async function expectAsCold(source: string, site: string): Promise<void> {
  await rm(join(folder, "cold"), { recursive: true, force: true });
  expect(await build(source, "cold")).toBe(0);
  expect(await fingerprint(join(folder, site))).toEqual(await fingerprint(join(folder, "cold")));
}

const inode = async (site: string, name: string) => (await stat(join(folder, site, name))).ino;

describe("a site that is built again after an edit", () => {
  let source = "";
  const edit = async (name: string, change: (text: string) => string) => {
    const path = join(source, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, change(await readFile(path, "utf8").catch(() => "")));
  };
  beforeAll(async () => {
    source = join(folder, "source");
    await cp(GOOD, source, { recursive: true });
    await build(source, "site");
  });

  test("makes only the pages that show it, to the bytes of a cold build", async () => {
    const before = await Promise.all([PLAN, OTHER_PLAN].map(name => inode("site", name)));
    await edit("content/plans/vi-du/vi-du-2023.md", text =>
      text.replace("Công khai kết quả", "Công bố kết quả"),
    );
    expect(await build(source, "site")).toBeGreaterThan(30);
    const after = await Promise.all([PLAN, OTHER_PLAN].map(name => inode("site", name)));
    expect(after.map((number, i) => number === before[i])).toEqual([false, true]);
    await expectAsCold(source, "site");
  });

  test.each([
    [
      "a deadline that moved",
      "content/plans/vi-du/so-noi-vu-vi-du-2023.md",
      (text: string) => text.replace("Quý II/2023", "Quý III/2023"),
    ],
    [
      "a new report",
      "content/updates/so-noi-vu-vi-du/vi-du-2023/2023-08-20.md",
      () =>
        "---\nplan: vi-du-2023\nas_of: 2023-08-20\nreporter: so-noi-vu-vi-du\n---\n## A.I.3\n- Trạng thái: Hoàn thành\n- Minh chứng: Báo cáo số 9/BC-SNV\n",
    ],
    [
      "a new plan that carries out an old one",
      "content/plans/vi-du/so-tu-phap-2023.md",
      () =>
        "---\ntitle: Kế hoạch của Sở Tư pháp\nagency: so-tu-phap-vi-du\nyear: 2023\nstate: issued\nimplements: [10/KH-UBND]\n---\n## 1. Rà soát\n- Chủ trì: Sở Tư pháp\n- Thời hạn: Quý IV/2023\n- Thực hiện: vi-du-2023#A.I.2\n",
    ],
  ])("shows %s wherever a cold build does", async (_, name, change) => {
    await edit(name, change);
    expect(await build(source, "site")).toBeGreaterThan(20);
    await expectAsCold(source, "site");
  });

  test("makes all pages anew when what all of them share has changed", async () => {
    await edit("data/agencies.csv", text => text.replaceAll("Tỉnh bịa ra", "Tỉnh tưởng tượng"));
    expect(await build(source, "site")).toBe(0);
    await expectAsCold(source, "site");
  });

  test("with nothing edited is left as it stands", async () => {
    const before = await stat(join(folder, "site"));
    expect(await build(source, "site")).toBe(0);
    const { ino, ctimeMs } = await stat(join(folder, "site"));
    expect({ ino, ctimeMs }).toEqual({ ino: before.ino, ctimeMs: before.ctimeMs });
  });

  test("makes a page anew that somebody has touched, or taken away", async () => {
    const before = await fingerprint(join(folder, "site"));
    await writeFile(join(folder, "site", PLAN), "không phải trang này");
    await rm(join(folder, "site", OTHER_PLAN));
    await build(source, "site");
    expect(await fingerprint(join(folder, "site"))).toEqual(before);
  });
});

describe("content in a repository", () => {
  let repository: Repository;
  beforeAll(async () => {
    repository = await makeRepository();
    await cp(GOOD, repository.folder, { recursive: true });
    await repository.commit("2023-06-01T08:00:00+07:00", {});
    await build(repository.folder, "site");
  });
  afterAll(() => repository.remove());

  test("names its new revision on the pages that are kept, too", async () => {
    const text = await readFile(join(repository.folder, "content/plans/mau/mau-2022.md"), "utf8");
    await repository.commit("2023-07-01T08:00:00+07:00", {
      "content/plans/mau/mau-2022.md": text.replace("Quý II", "Quý III"),
    });
    expect(await build(repository.folder, "site")).toBeGreaterThan(20);
    const revision = repository.git(["rev-parse", "HEAD"]).slice(0, 7);
    expect(await readFile(join(folder, "site", PLAN), "utf8")).toContain(revision);
    await expectAsCold(repository.folder, "site");
  });
});
