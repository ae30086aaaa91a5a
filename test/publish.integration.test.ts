import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sitemapFiles } from "../layouts/pages/sitemap.11ty.ts";
import { listSite } from "../scripts/release/files.ts";
import { findDeadLinks } from "./support/links.ts";
import { type Run, runScript } from "./support/run.ts";

const GOOD = "test/fixtures/good";
const ORIGIN = "https://vi-du.example";

let folder = "";
/** Released with sheets, in a sub-folder of a known origin. */
let known = "";
/** Built from content that stands in no repository, for an origin that is not known. */
let unknown = "";
let released: Run;
const runs: Run[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-publish-"));
  known = join(folder, "release/current/site");
  unknown = join(folder, "unknown");
  const env = {
    CONTENT_DIR: `${GOOD}/content`,
    DATA_DIR: `${GOOD}/data`,
    AS_OF: "2023-08-31",
    RELEASE_DIR: join(folder, "release"),
    PATH_PREFIX: "/cchc/",
    SITE_URL: ORIGIN,
    ADMIN: "off",
  };
  released = await runScript("scripts/release.ts", env, ["--pdf"]);
  await cp(GOOD, join(folder, "source"), { recursive: true });
  const bare = {
    CONTENT_DIR: join(folder, "source/content"),
    DATA_DIR: join(folder, "source/data"),
    AS_OF: "2023-08-31",
    OUTPUT_DIR: unknown,
  };
  for (const script of ["build", "share"]) runs.push(await runScript(`scripts/${script}.ts`, bare));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function pagesOf(site: string): Promise<{ name: string; document: Document }[]> {
  const names = (await listSite(site)).filter(name => name.endsWith(".html"));
  return Promise.all(
    names.map(async name => ({
      name,
      document: parseHTML(await readFile(join(site, name), "utf8")).document,
    })),
  );
}

const meta = (document: Document, name: string) =>
  document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content");

test("every step ends well, the build without a warning", () => {
  expect(released).toMatchObject({ code: 0, stdout: expect.stringContaining("Đã phát hành") });
  for (const { code, stderr } of runs) expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

describe("a site that knows its origin", () => {
  test("gives each page a picture that is there, of the size that it says", async () => {
    const pages = (await pagesOf(known)).filter(({ name }) => !/^nhung\/./.test(name));
    expect(pages.length).toBeGreaterThan(20);
    const images = new Set<string>();
    for (const { name, document } of pages) {
      const image = meta(document, "og:image") ?? "";
      expect(image, name).toMatch(/^https:\/\/vi-du\.example\/cchc\/.*chia-se\.png$/);
      expect(meta(document, "twitter:card")).toBe("summary_large_image");
      expect(meta(document, "og:image:alt"), name).toMatch(/^(?!.*\.\.).*\S/);
      images.add(image.slice(`${ORIGIN}/cchc/`.length));
    }
    expect(images).toContain("ke-hoach/vi-du-2023/chia-se.png");
    expect(images).toContain("co-quan/so-noi-vu-vi-du/chia-se.png");
    expect(images).toContain("chi-so/par-index/chia-se.png");
    for (const image of images) {
      const png = await readFile(join(known, image));
      expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    }
  });

  test("links each plan to its sheet, and to nothing that is not there", async () => {
    const { document } = parseHTML(await readFile(join(known, "ke-hoach/vi-du-2023/index.html"), "utf8"));
    const href = document.querySelector('a[type="application/pdf"]')?.getAttribute("href");
    expect(href).toBe("/cchc/ke-hoach/vi-du-2023/vi-du-2023.pdf");
    const pdf = await readFile(join(known, "ke-hoach/vi-du-2023/vi-du-2023.pdf"));
    expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    expect((await findDeadLinks(known, "/cchc/")).dead).toEqual([]);
  });

  test("names its sitemap to robots", async () => {
    expect(await readFile(join(known, "robots.txt"), "utf8")).toContain(
      `Sitemap: ${ORIGIN}/cchc/sitemap.xml`,
    );
    expect(await readFile(join(known, "sitemap.xml"), "utf8")).toContain(`<loc>${ORIGIN}/cchc/nhung/</loc>`);
  });

  test("says in the footer and in version.json which revision of the content it shows, and of which day", async () => {
    const git = (...words: string[]) => execFileSync("git", words, { encoding: "utf8" }).trim();
    const [id = "", day = ""] = git("log", "-1", "--format=%H %cs").split(" ");
    expect(JSON.parse(await readFile(join(known, "version.json"), "utf8"))).toEqual({
      revision: id,
      date: day,
      changed: git("status", "--porcelain", "--", GOOD) !== "",
      as_of: "2023-08-31",
    });
    const footer = parseHTML(await readFile(join(known, "index.html"), "utf8")).document.querySelector(
      "footer",
    );
    expect(footer?.textContent).toContain(id.slice(0, 7));
    expect(footer?.textContent).toContain(day.split("-").reverse().join("/"));
  });
});

describe("a site that knows neither origin nor revision", () => {
  test("promises no picture, no sitemap and no sheet", async () => {
    const names = await listSite(unknown);
    expect(names.filter(name => /chia-se\.png$|^sitemap|\.pdf$/.test(name))).toEqual([]);
    expect(await readFile(join(unknown, "robots.txt"), "utf8")).toBe("User-agent: *\nAllow: /\n");
    for (const { name, document } of await pagesOf(unknown)) {
      expect(meta(document, "og:image"), name).toBeUndefined();
      expect(document.querySelector('a[type="application/pdf"]'), name).toBeNull();
    }
  });

  test("says so in version.json", async () => {
    const version = JSON.parse(await readFile(join(unknown, "version.json"), "utf8"));
    expect(version).toEqual({ revision: null, date: null, changed: null, as_of: "2023-08-31" });
  });
});

describe("a sitemap", () => {
  const addresses = (count: number) => Array.from({ length: count }, (_, i) => `/ke-hoach/${i}/`);
  test("of 50,000 addresses is one file", () => {
    expect(sitemapFiles(addresses(50_000)).map(({ kind }) => kind)).toEqual(["urlset"]);
  });
  test("of more is an index of files that hold each address once", () => {
    const all = addresses(120_001);
    const [index, ...parts] = sitemapFiles(all);
    expect(index).toEqual({
      path: "/sitemap.xml",
      kind: "sitemapindex",
      addresses: ["/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml"],
    });
    expect(parts.map(({ path }) => path)).toEqual(index?.addresses);
    expect(parts.flatMap(part => part.addresses)).toEqual(all);
    for (const part of parts) expect(part.addresses.length).toBeLessThanOrEqual(50_000);
  });
});
