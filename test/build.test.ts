import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatBytes } from "../layouts/format.ts";
import { findDeadLinks, listSite } from "./support/links.ts";
import { type Run, runScript } from "./support/run.ts";

const fixture = (name: string) => ({
  CONTENT_DIR: `test/fixtures/${name}/content`,
  DATA_DIR: `test/fixtures/${name}/data`,
  AS_OF: "2023-08-31",
});

/** Name and digest of every file of a site. */
async function fingerprint(folder: string): Promise<string[]> {
  const names = await listSite(folder);
  return Promise.all(
    names.map(
      async name =>
        `${name} ${createHash("sha256")
          .update(await readFile(join(folder, name)))
          .digest("hex")}`,
    ),
  );
}

let folder = "";
let atRoot = "";
let inFolder = "";
const runs: Run[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-build-"));
  atRoot = join(folder, "root");
  inFolder = join(folder, "cchc");
  const env = { ...fixture("good"), SITE_URL: "https://vi-du.example" };
  runs.push(await runScript("scripts/build.ts", { ...env, OUTPUT_DIR: atRoot }));
  runs.push(await runScript("scripts/build.ts", { ...env, OUTPUT_DIR: inFolder, PATH_PREFIX: "/cchc/" }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("the example site is built without a word of warning", () => {
  for (const { code, stderr } of runs) expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

describe("what is built", () => {
  test("one page for each address of the site map", async () => {
    const names = await listSite(atRoot);
    for (const page of [
      "index.html",
      "404.html",
      "ke-hoach/index.html",
      "ke-hoach/vi-du-2023/index.html",
      "ke-hoach/so-noi-vu-vi-du-2023/index.html",
      "ke-hoach/mau-2022/index.html",
      "co-quan/index.html",
      "co-quan/so-noi-vu-vi-du/index.html",
      "co-quan/so-noi-vu-mau/index.html",
      "van-ban/index.html",
      "van-ban/10-kh-ubnd-vi-du-2023/index.html",
      "nhiem-vu/index.html",
      "cap-nhat/index.html",
      "gioi-thieu/index.html",
      "sitemap.xml",
      "robots.txt",
    ])
      expect(names).toContain(page);
  });

  test("a page of downloads that says how long each file is", async () => {
    const { document } = parseHTML(await readFile(join(atRoot, "du-lieu/index.html"), "utf8"));
    const links = [...document.querySelectorAll("a[download]")];
    expect(links.length).toBeGreaterThan(40);
    for (const link of links) {
      const { size } = await stat(join(atRoot, link.getAttribute("href") ?? ""));
      expect(link.closest("td, p")?.textContent).toContain(formatBytes(size));
    }
  });

  test("no page of a portal, where no other site is named", async () => {
    expect((await listSite(atRoot)).filter(name => name.startsWith("lien-thong"))).toEqual([]);
  });

  test("nothing of the work is left over", async () => {
    for (const site of [atRoot, inFolder]) {
      const names = await listSite(site);
      expect(names.filter(name => /\.(ts|tsx|md|map)$/.test(name))).toEqual([]);
      for (const name of names.filter(name => name.endsWith(".html")))
        expect(await readFile(join(site, name), "utf8")).not.toContain("assets/client/");
    }
    expect(
      (await listSite(folder))
        .map(name => name.split("/")[0])
        .filter(name => !["root", "cchc"].includes(name ?? "")),
    ).toEqual([]);
  });

  test("scripts and styles carry a digest in their names", async () => {
    const assets = (await listSite(atRoot)).filter(name => /^assets\/.*\.(js|css)$/.test(name));
    expect(assets.length).toBeGreaterThan(1);
    for (const name of assets) expect(name).toMatch(/-[\w-]{8}\.(js|css)$/);
  });

  test("sitemap and robots name absolute addresses", async () => {
    for (const [site, base] of [
      [atRoot, "https://vi-du.example/"],
      [inFolder, "https://vi-du.example/cchc/"],
    ] as const) {
      expect(await readFile(join(site, "sitemap.xml"), "utf8")).toContain(
        `<loc>${base}ke-hoach/vi-du-2023/</loc>`,
      );
      expect(await readFile(join(site, "robots.txt"), "utf8")).toContain(`${base}sitemap.xml`);
    }
  });
});

describe("every internal link and anchor leads somewhere", () => {
  test("at the root", async () => {
    const { dead, links } = await findDeadLinks(atRoot, "/");
    expect(dead).toEqual([]);
    expect(links).toBeGreaterThan(100);
  });
  test("in a folder", async () => expect((await findDeadLinks(inFolder, "/cchc/")).dead).toEqual([]));
});

test("a plan page carries every task as an anchor, and content as it was written", async () => {
  const html = await readFile(join(atRoot, "ke-hoach/vi-du-2023/index.html"), "utf8");
  for (const id of ["A.I.1", "A.I.2", "A.I.3", "A.I.4", "A.II.1", "A.II.2", "A.II.3", "A.II.4", "A.II.5"])
    expect(html.split(`id="${id}"`)).toHaveLength(2);
  expect(html).toContain("ông Nguyễn Văn Ví");
  expect(html).toContain("86,57 − 80,91 = 5,66");
});

test("same input and day give the same bytes", async () => {
  const again = join(folder, "root");
  const before = await fingerprint(again);
  await runScript("scripts/build.ts", {
    ...fixture("good"),
    SITE_URL: "https://vi-du.example",
    OUTPUT_DIR: again,
  });
  expect(await fingerprint(again)).toEqual(before);
});

test("a build that fails leaves the site that stands there untouched", async () => {
  const before = await fingerprint(atRoot);
  const { code, stderr } = await runScript("scripts/build.ts", { ...fixture("broken"), OUTPUT_DIR: atRoot });
  expect(code).toBe(1);
  expect(stderr).toContain("55 lỗi trong 46 tệp");
  expect(stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(await fingerprint(atRoot)).toEqual(before);
});
