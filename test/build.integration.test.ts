import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatBytes } from "../layouts/format.ts";
import { listSite } from "../scripts/release/files.ts";
import { fingerprint } from "./support/fingerprint.ts";
import { findDeadLinks } from "./support/links.ts";
import { type Run, runScript } from "./support/run.ts";

const fixture = (name: string) => ({
  CONTENT_DIR: `test/fixtures/${name}/content`,
  DATA_DIR: `test/fixtures/${name}/data`,
  AS_OF: "2023-08-31",
});

/** Name and digest of every file of a site. */
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

test("pages alone say which commands make what they name and is not there yet", () => {
  for (const { stdout } of runs)
    expect(stdout).toMatch(
      /\nChưa có ảnh chia sẻ, chỉ mục tìm kiếm: npm run build:share, npm run build:search\n$/,
    );
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
      "sua-doi/index.html",
      "ke-hoach/vi-du-2023/lich-su/index.html",
      "nguon-tin.atom",
      "nguon-tin.json",
      "ke-hoach/vi-du-2023/nguon-tin.atom",
      "ke-hoach/vi-du-2023/thoi-han.ics",
      "co-quan/so-noi-vu-vi-du/nguon-tin.atom",
      "co-quan/so-noi-vu-vi-du/thoi-han.ics",
      "gioi-thieu/index.html",
      "sitemap.xml",
      "robots.txt",
      "giay-phep/be-vietnam-pro.txt",
      "giay-phep/preact.txt",
    ])
      expect(names).toContain(page);
  });

  test("a page of downloads that says how long each file is, and by which digest they are cited", async () => {
    const { document } = parseHTML(await readFile(join(atRoot, "du-lieu/index.html"), "utf8"));
    const links = [...document.querySelectorAll("a[download]")];
    expect(links.length).toBeGreaterThan(40);
    for (const link of links) {
      const { size } = await stat(join(atRoot, link.getAttribute("href") ?? ""));
      expect(link.closest("td, p")?.textContent).toContain(formatBytes(size));
    }
    const cited = document.querySelector("#trich-dan ~ .meta code")?.textContent ?? "";
    const zip = await readFile(join(atRoot, "du-lieu/tat-ca.zip"));
    expect(cited).toBe(createHash("sha256").update(zip).digest("hex"));
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

test("a chart block in the prose of a task is drawn there", async () => {
  const html = await readFile(join(atRoot, "ke-hoach/so-noi-vu-vi-du-2023/index.html"), "utf8");
  const task = html.split("<article").findLast(article => article.includes("<figure")) ?? "";
  expect(task).toContain("Tỉnh Ví Dụ đứng đâu năm 2022");
  expect(task).toContain("<svg");
  expect(html).not.toContain("type: ranking");
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

/** What may differ between two days of judging the same content, and why. */
const JUDGED = [
  { files: /^index\.html$/, why: "how many tasks stand where" },
  {
    files: /^ke-hoach\/[^/]+\/(theo-quy\/)?index\.html$/,
    why: "where each task stands, and what its issuer is called today",
  },
  { files: /^nhiem-vu\//, why: "tasks by where they stand" },
  { files: /^co-quan\//, why: "where its tasks stand, and what it is called today" },
  { files: /^nhung\/co-quan\//, why: "the tasks of an agency, to be set into its own page" },
  { files: /^(api|du-lieu)\//, why: "tasks with where they stand, and the day" },
  { files: /^en\/data\/figures\/.+\.svg$/, why: "a figure that is taken away says the day" },
  { files: /^(chi-so\/.+|minh-bach\/)index\.html$/, why: "the head on paper says of which day it is" },
  { files: /^version\.json$/, why: "the day" },
];

/** Pages on which only the standing of tasks may change. */
const TEXTS = [
  "ke-hoach/vi-du-2023/index.html",
  "ke-hoach/so-noi-vu-vi-du-2023/index.html",
  "ke-hoach/vi-du-2023/theo-quy/index.html",
  "co-quan/so-noi-vu-vi-du/index.html",
];

/** A page without what says where tasks stand and on which day. */
async function withoutStanding(site: string, name: string): Promise<string> {
  const { document } = parseHTML(await readFile(join(site, name), "utf8"));
  const standing =
    ".gist, .status, .status + small, .status-bar, .status-counts, .lead-summary, .late, .sheet > header, .sheet-head, footer time";
  for (const element of document.querySelectorAll(standing)) element.remove();
  return document.toString();
}

test("another day of judging changes only what speaks of that day", async () => {
  const later = join(folder, "root-later");
  await runScript("scripts/build.ts", {
    ...fixture("good"),
    SITE_URL: "https://vi-du.example",
    AS_OF: "2023-12-20",
    OUTPUT_DIR: later,
  });
  const [before, after] = [await fingerprint(atRoot), await fingerprint(later)];
  const rest = await Promise.all(
    [atRoot, later].map(site => Promise.all(TEXTS.map(name => withoutStanding(site, name)))),
  );
  await rm(later, { recursive: true });
  expect(rest[1]).toEqual(rest[0]);
  expect(after.map(file => file.split(" ")[0])).toEqual(before.map(file => file.split(" ")[0]));
  const changed = after.filter(file => !before.includes(file)).map(file => file.split(" ")[0] ?? "");
  expect(changed.filter(name => !JUDGED.some(({ files }) => files.test(name)))).toEqual([]);
  for (const { files, why } of JUDGED)
    expect(changed.filter(name => files.test(name)).length, why).toBeGreaterThan(0);
  expect(changed.filter(name => /nguon-tin|\.(ics|atom|xml|css|js)$/.test(name))).toEqual([]);
});

test("a build that fails leaves the site that stands there untouched", async () => {
  const before = await fingerprint(atRoot);
  const { code, stderr } = await runScript("scripts/build.ts", { ...fixture("broken"), OUTPUT_DIR: atRoot });
  expect(code).toBe(1);
  expect(stderr).toContain("55 lỗi trong 46 tệp");
  expect(stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(await fingerprint(atRoot)).toEqual(before);
  expect((await readdir(folder)).filter(name => name.startsWith("root"))).toEqual(["root"]);
});

test("an address that leads on, though a page of the day stands there again, is named in a sentence", async () => {
  const data = join(folder, "data");
  await cp(fixture("good").DATA_DIR, data, { recursive: true });
  await writeFile(join(data, "redirects.csv"), "from,to\n/co-quan/so-noi-vu-vi-du/theo-quy/,/co-quan/\n");
  const env = { ...fixture("good"), DATA_DIR: data, OUTPUT_DIR: join(folder, "twin") };
  const { code, stderr } = await runScript("scripts/build.ts", env);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr:
      "Địa chỉ “/co-quan/so-noi-vu-vi-du/theo-quy/” có hai trang; bỏ dòng có địa chỉ ấy ở cột from của redirects.csv\n",
  });
});

test("a build that fails does not wait until client code is built that nobody will load", async () => {
  const cache = join(folder, "cache-of-failed");
  const env = { ...fixture("broken"), OUTPUT_DIR: join(folder, "failed"), CACHE_DIR: cache };
  const { code } = await runScript("scripts/build.ts", env);
  expect(code).toBe(1);
  expect(await readdir(join(cache, "client")).catch(() => [])).toEqual([]);
});
