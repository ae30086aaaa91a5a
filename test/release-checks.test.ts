import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { changeLines } from "../layouts/parts/release-notes.tsx";
import { findGaps } from "../scripts/model/gaps.ts";
import { compareReleases, type ReleasedPage, type ReleasedSite } from "../scripts/model/release.ts";
import { carryOver } from "../scripts/release/carry-over.ts";
import { BUDGETS, checkBudgets } from "../scripts/release/check-budgets.ts";
import { checkHtml } from "../scripts/release/check-html.ts";
import { checkLinks } from "../scripts/release/check-links.ts";
import { checkPermalinks } from "../scripts/release/check-permalinks.ts";
import { checkPolicy } from "../scripts/release/check-policy.ts";
import { isPublished } from "../scripts/release/files.ts";
import { goBack } from "../scripts/release/go-back.ts";
import { measureFiles } from "../scripts/release/manifest.ts";
import { readPage } from "../scripts/release/pages.ts";
import {
  closeWork,
  listReleases,
  openWork,
  publish,
  type Release,
  removeOld,
  switchTo,
} from "../scripts/release/store.ts";
import { headersOf, isHashed } from "../scripts/serving/headers.ts";
import { hostHeaders } from "../scripts/serving/hosts.ts";
import { plan, siteOf } from "./support/sources.ts";

const folder = await mkdtemp(join(tmpdir(), "minh-bach-checks-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const html = (main: string, head = "") =>
  `<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>Ví dụ</title>${head}</head><body><main>${main}</main></body></html>`;

describe("links", () => {
  const names = ["index.html", "ke-hoach/a/index.html", "du-lieu/a.csv"];
  const dead = (link: string, prefix = "/") =>
    checkLinks(
      [
        readPage("index.html", html(`<h2 id="o-day">A</h2>${link}`)),
        readPage("ke-hoach/a/index.html", html('<p id="A.I.1">B</p>')),
      ],
      names,
      prefix,
    ).map(({ file, message }) => `${file}: ${message}`);
  test.each([
    ['<a href="/ke-hoach/a/">A</a>'],
    ['<a href="/ke-hoach/a/#A.I.1">A</a>'],
    ['<a href="ke-hoach/a/?x=1#A.I.1">A</a>'],
    ['<a href="#o-day">A</a>'],
    ['<a href="/du-lieu/a.csv">A</a>'],
    ['<a href="https://vi-du.example/">A</a>'],
    ['<a href="mailto:a@vi-du.example">A</a>'],
  ])("%s leads somewhere", link => expect(dead(link)).toEqual([]));
  test.each([
    ['<a href="/ke-hoach/b/">A</a>', "/ke-hoach/b/"],
    ['<a href="/ke-hoach/a/#A.I.2">A</a>', "/ke-hoach/a/#A.I.2"],
    ['<a href="#kia">A</a>', "#kia"],
    ['<img src="/anh.png" alt="">', "/anh.png"],
    ['<form action="/tim/"><button>A</button></form>', "/tim/"],
    ['<a href="/%E0%A4%A/">A</a>', "/%E0%A4%A/"],
  ])("%s leads nowhere", (link, address) =>
    expect(dead(link)).toEqual([`index.html: liên kết “${address}” không dẫn tới đâu`]),
  );
  test("a link that leaves the folder of the site leads nowhere", () =>
    expect(dead('<a href="/ke-hoach/a/">A</a>', "/cchc/")).toHaveLength(1));
});

describe("what is asked of others, and what the policy refuses", () => {
  const said = async (main: string, head = "") =>
    (await checkPolicy([readPage("index.html", html(main, head))], folder, [])).map(({ message }) => message);
  test.each([
    ['<img src="https://a.example/a.png" alt="">', "https://a.example/a.png"],
    ['<img src="/a.png" srcset="/a.png 1x, //a.example/b.png 2x" alt="">', "//a.example/b.png"],
    ['<iframe src="https://a.example/" title="A"></iframe>', "https://a.example/"],
  ])("%s", async (main, address) =>
    expect(await said(main)).toEqual([`trang lấy “${address}” từ máy chủ khác`]),
  );
  test("a style of another host", async () => {
    expect(await said("", '<link rel="stylesheet" href="https://a.example/a.css">')).toHaveLength(1);
    await writeFile(
      join(folder, "a.css"),
      '@import "https://a.example/b.css"; p { background: url(//a.example/c.png) }',
    );
    expect(await checkPolicy([], folder, ["a.css"])).toHaveLength(2);
  });
  test.each([
    ["<script>1</script>", "<script>"],
    ["<style>p { color: red }</style>", "<style>"],
    ['<p style="color: red">A</p>', "<p style>"],
    ['<p onclick="a()">A</p>', "<p onclick>"],
  ])("%s is refused", async (main, what) =>
    expect(await said(main)).toEqual([expect.stringContaining(`${what} viết thẳng trong trang`)]),
  );
  test("links to others, canonical addresses and data blocks are not", async () =>
    expect(
      await said(
        '<a href="https://a.example/">A</a><script type="application/ld+json">{}</script>',
        '<link rel="canonical" href="https://a.example/">',
      ),
    ).toEqual([]));
});

test("a page that is not valid HTML is named with its place", async () => {
  await writeFile(join(folder, "tot.html"), html("<h1>A</h1><p>a > b</p>"));
  await writeFile(join(folder, "xau.html"), html('<h1>A</h1><p id="a"><div id="a">B</div></p>'));
  const problems = await checkHtml(folder, ["tot.html", "xau.html"]);
  expect(problems.length).toBeGreaterThan(0);
  for (const { file, line, message } of problems) {
    expect([file, line]).toEqual(["xau.html", 2]);
    expect(message).toContain("HTML không hợp lệ");
  }
});

test("budgets count what is sent: the packed twin where there is one", () => {
  const page = readPage(
    "index.html",
    html("", '<script type="module" src="/cchc/assets/a-12345678.js"></script>'),
  );
  const file = (path: string, size: number) => ({ path, size, sha256: "" });
  const said = (...sizes: [string, number][]) =>
    checkBudgets(
      [page],
      sizes.map(([path, size]) => file(path, size)),
      "/cchc/",
    ).map(({ message }) => message);
  expect(said(["index.html", BUDGETS.page * 9], ["index.html.br", BUDGETS.page])).toEqual([]);
  expect(said(["index.html", BUDGETS.page + 1])).toEqual([expect.stringContaining("trang nặng 81 kB")]);
  expect(said(["assets/a-12345678.js", BUDGETS.assets + 1])).toEqual([
    expect.stringContaining("mã và kiểu của trang"),
  ]);
  expect(said(["assets/b-12345678.js", BUDGETS.script + 1])).toEqual([
    expect.stringContaining("tệp mã nặng"),
  ]);
  expect(said(["assets/a.woff2", BUDGETS.fonts], ["assets/b.woff2", 1])).toEqual([
    expect.stringContaining("phông chữ"),
  ]);
});

const released = (
  pages: Record<string, Partial<ReleasedPage>>,
  files: Record<string, string> = {},
): ReleasedSite => ({
  pages: Object.fromEntries(
    Object.entries(pages).map(([name, page]) => [name, { title: `Trang ${name}`, digest: "0", ...page }]),
  ),
  files,
  movedFiles: [],
});

describe("permalinks", () => {
  const place = { file: "redirects.csv", line: 2, column: 1 };
  const lost = (before: ReleasedSite, after: ReleasedSite, moved: Record<string, string> = {}) => {
    const redirects = Object.entries(moved).map(([from, to]) => ({
      from,
      to,
      note: undefined,
      fromPlace: place,
      toPlace: place,
    }));
    const { problems, forwards } = checkPermalinks(before, after, redirects, "data/redirects.csv");
    return { said: problems.map(({ message }) => message), forwards: Object.fromEntries(forwards) };
  };
  const before: ReleasedSite = {
    ...released(
      { "ke-hoach/a/index.html": { parts: { "A.1": "1" } }, "cu/index.html": { forwardsTo: "/ke-hoach/a/" } },
      { "du-lieu/a.csv": "1" },
    ),
    movedFiles: ["lich-cu.ics"],
  };
  test("stay when everything stays", () =>
    expect(lost(before, { ...before, files: { ...before.files, "lich-cu.ics": "1" } })).toEqual({
      said: [],
      forwards: {},
    }));
  test("are missed: a page, a task, a file, and what was led on from already", () => {
    const after = released({ "ke-hoach/a/index.html": {} });
    expect(lost(before, after)).toEqual({
      said: [
        expect.stringContaining("/ke-hoach/a/#A.1 "),
        expect.stringContaining("/cu/ "),
        expect.stringContaining("/du-lieu/a.csv "),
        expect.stringContaining("/lich-cu.ics "),
      ],
      forwards: {},
    });
    const rows = { "/ke-hoach/a/#A.1": "/", "/cu/": "/", "/du-lieu/a.csv": "/", "/lich-cu.ics": "/" };
    expect(lost(before, after, rows).said).toEqual([]);
  });
  test("of selections lead to the nearest list that is left", () => {
    const lists = released({
      "nhiem-vu/index.html": {},
      "nhiem-vu/quy/2023-2/index.html": {},
      "nhiem-vu/co-quan/x/trang/2/index.html": {},
      "co-quan/x/trang/2/index.html": { forwardsTo: "/co-quan/x/" },
      "co-quan/x/index.html": {},
    });
    const after = released({ "nhiem-vu/index.html": {}, "co-quan/x/index.html": {} });
    expect(lost(lists, after)).toEqual({
      said: [],
      forwards: {
        "nhiem-vu/quy/2023-2/index.html": "/nhiem-vu/",
        "nhiem-vu/co-quan/x/trang/2/index.html": "/nhiem-vu/",
        "co-quan/x/trang/2/index.html": "/co-quan/x/",
      },
    });
  });
  test("below a page that has moved, or beside it for programs, move with it", () => {
    const plan = (slug: string, history: boolean) =>
      released(
        {
          [`ke-hoach/${slug}/index.html`]: {},
          ...(history && { [`ke-hoach/${slug}/lich-su/index.html`]: {} }),
        },
        { [`ke-hoach/${slug}/thoi-han.ics`]: "1", [`api/v1/ke-hoach/${slug}.json`]: "1" },
      );
    const rows = { "/ke-hoach/a/": "/ke-hoach/b/" };
    // Missed once, not with all that lies below.
    expect(lost(plan("a", true), plan("b", true)).said).toEqual([expect.stringContaining("/ke-hoach/a/ ")]);
    expect(lost(plan("a", true), plan("b", true), rows)).toEqual({
      said: [],
      forwards: {
        "ke-hoach/a/lich-su/index.html": "/ke-hoach/b/lich-su/",
        "ke-hoach/a/thoi-han.ics": "/ke-hoach/b/thoi-han.ics",
        "api/v1/ke-hoach/a.json": "/api/v1/ke-hoach/b.json",
      },
    });
    expect(lost(plan("a", true), plan("b", false), rows).forwards["ke-hoach/a/lich-su/index.html"]).toBe(
      "/ke-hoach/b/",
    );
  });
  test.each([
    ["ke-hoach/a/index.html", true],
    ["du-lieu/ket-qua.parquet", true],
    ["index.html.br", false],
    ["assets/main-12345678.js", false],
    ["pagefind/index/vi_1234567.pf_index", false],
    ["manifest.json", false],
    ["sitemap-2.xml", false],
    ["_headers", false],
  ])("%s is an address that people keep: %s", (name, kept) => expect(isPublished(name)).toBe(kept));
});

test("two releases differ in words", () => {
  const before = released(
    {
      "ke-hoach/a/index.html": { title: "Kế hoạch A", parts: { "A.1": "1", "A.2": "1", "A.3": "1" } },
      "ke-hoach/b/index.html": { title: "Kế hoạch B" },
      "co-quan/x/index.html": { title: "Sở X" },
      "nhiem-vu/index.html": {},
    },
    { "du-lieu/a.csv": "1", "du-lieu/hinh/h.svg": "1" },
  );
  const after = released(
    {
      "ke-hoach/a/index.html": {
        title: "Kế hoạch A",
        digest: "1",
        parts: { "A.1": "1", "A.2": "2", "A.4": "1" },
      },
      "ke-hoach/b/index.html": { forwardsTo: "/ke-hoach/c/" },
      "ke-hoach/c/index.html": { title: "Kế hoạch C" },
      "co-quan/x/index.html": { title: "Sở X" },
      "nhiem-vu/index.html": { digest: "1" },
    },
    { "du-lieu/a.csv": "2", "du-lieu/hinh/h.svg": "2" },
  );
  expect(changeLines(compareReleases(before, after))).toEqual([
    "Kế hoạch: thêm 1, đổi 1, bỏ 1",
    "  Đổi: Kế hoạch A /ke-hoach/a/ – thêm A.4; đổi A.2; bỏ A.3",
    "  Bỏ: Kế hoạch B /ke-hoach/b/ → /ke-hoach/c/",
    "  Thêm: Kế hoạch C /ke-hoach/c/",
    "Tệp dữ liệu: đổi 1",
    "  Đổi: du-lieu/a.csv /du-lieu/a.csv",
    "Trang danh sách: đổi 1",
    "Hình và số liệu của hình: đổi 1",
  ]);
  expect(changeLines(compareReleases(after, after))).toEqual(["Không có nội dung nào thay đổi."]);
});

test("a page that is only framed otherwise reads the same; one word or link more does not", () => {
  const digest = (main: string, head = "") => readPage("a.html", html(main, head)).digest;
  const was = digest('<p>Một <a href="/a/">hai</a></p>');
  expect(digest('<p class="x">Một\n  <a href="/a/">hai</a></p>', "<meta name=x>")).toBe(was);
  expect(digest('<p>Một <a href="/b/">hai</a></p>')).not.toBe(was);
  expect(digest('<p>Một <a href="/a/">ba</a></p>')).not.toBe(was);
});

const MANIFEST = {
  id: "old",
  previous: null,
  asOf: "2023-08-31",
  revision: null,
  siteUrl: "",
  pathPrefix: "/",
  carried: [],
};

test("while releases are switched, a reader finds one of them at every moment", async () => {
  const store = { folder: join(folder, "store") };
  for (const id of ["a", "b"]) {
    const work = await openWork(store);
    if (!work) throw new Error("locked");
    for (const name of ["one", "two"]) await writeFile(join(work, name), `${id}${name}`);
    await publish(store, work, id);
    await closeWork(store);
  }
  let switching = true;
  const seen = new Set<string>();
  const read = async () => {
    while (switching) seen.add(await readFile(join(store.folder, "current", "one"), "utf8"));
  };
  const readers = [read(), read()];
  for (let i = 0; i < 300; i++) await switchTo(store.folder, i % 2 === 0 ? "a" : "b");
  switching = false;
  await Promise.all(readers);
  expect([...seen].sort()).toEqual(["aone", "bone"]);
});

test("whatever the umask, another user reads the release: the web server is one", async () => {
  const store = { folder: join(folder, "umask/release") };
  const before = process.umask(0o077);
  try {
    const work = await openWork(store);
    if (!work) throw new Error("locked");
    await mkdir(join(work, "site/ke-hoach"), { recursive: true });
    await writeFile(join(work, "site/ke-hoach/index.html"), "");
    await publish(store, work, "a");
    await closeWork(store);
  } finally {
    process.umask(before);
  }
  const mode = async (name: string) => ((await stat(join(store.folder, name))).mode & 0o777).toString(8);
  for (const name of ["", "releases", "current", "current/site", "current/site/ke-hoach"])
    expect([name, await mode(name)]).toEqual([name, "755"]);
  expect(await mode("current/site/ke-hoach/index.html")).toBe("644");
});

test("a release is published again when all of it is there, and only then", async () => {
  const store = { folder: join(folder, "back") };
  const releases: Release[] = [];
  for (const id of ["a", "b"]) {
    const work = await openWork(store);
    if (!work) throw new Error("locked");
    const site = join(work, "site");
    await mkdir(site);
    await writeFile(join(site, "index.html"), id);
    const manifest = { ...MANIFEST, id, files: await measureFiles(site, ["index.html"]) };
    releases.push({ id, manifest, site: released({}) });
    await publish(store, work, id);
    await closeWork(store);
  }
  const shown = () => readFile(join(store.folder, "current/site/index.html"), "utf8");
  const [first, second] = releases;
  if (!first || !second) throw new Error("no releases");
  expect(await goBack(store, first)).toEqual([]);
  expect(await shown()).toBe("a");
  const file = join(store.folder, "releases/b/site/index.html");
  await writeFile(file, "");
  expect(await goBack(store, second)).toMatchObject([{ file, message: expect.stringContaining("bản kê") }]);
  await rm(file);
  expect(await goBack(store, second)).toMatchObject([{ file, message: expect.stringContaining("thiếu") }]);
  expect(await shown()).toBe("a");
});

test("hashed files of the release before stay for one more, those it had kept itself do not", async () => {
  const store = { folder: join(folder, "carry") };
  const names = [
    "assets/a-11111111.css",
    "assets/a-11111111.css.br",
    "assets/b-22222222.css",
    "assets/c-33333333.css",
    "index.html",
  ];
  for (const name of names) {
    await mkdir(join(store.folder, "releases/old/site/assets"), { recursive: true });
    await writeFile(join(store.folder, "releases/old/site", name), name);
  }
  const manifest = {
    ...MANIFEST,
    files: names.map(path => ({ path, size: 0, sha256: "" })),
    carried: ["assets/c-33333333.css"],
  };
  const site = join(store.folder, "new");
  const carried = await carryOver(store, { id: "old", manifest, site: released({}) }, site, [
    "assets/b-22222222.css",
  ]);
  expect(carried).toEqual(["assets/a-11111111.css", "assets/a-11111111.css.br"]);
  expect(await readFile(join(site, "assets/a-11111111.css"), "utf8")).toBe("assets/a-11111111.css");
});

test("old releases go, the published one and its predecessor stay", async () => {
  const store = { folder: join(folder, "many") };
  const ids = ["1", "2", "3", "4", "5", "6", "7"];
  for (const id of ids) {
    const work = await openWork(store);
    if (!work) throw new Error("locked");
    await writeFile(join(work, "one"), id);
    await publish(store, work, id);
    await closeWork(store);
    await new Promise(fulfil => setTimeout(fulfil, 20));
  }
  await removeOld(store, ["7", "1"]);
  expect((await listReleases(store)).sort()).toEqual(["1", "4", "5", "6", "7"]);
});

describe("headers", () => {
  test("only names that carry a digest are kept for good", () => {
    expect(isHashed("assets/main-12345678.js")).toBe(true);
    expect(isHashed("pagefind/index/vi_1234567.pf_index")).toBe(true);
    for (const name of ["index.html", "pagefind/pagefind.js", "du-lieu/a.csv", "tim-kiem/index.html"])
      expect(headersOf(name)["Cache-Control"], name).toBe("no-cache");
  });
  test("only embeds may be framed by others", () => {
    expect(headersOf("nhung/a/index.html")["Content-Security-Policy"]).toContain("frame-ancestors *");
    expect(headersOf("index.html")["Content-Security-Policy"]).toContain("frame-ancestors 'self'");
  });
  test("static hosts join all rules that match, so no header is named by two that do", () => {
    const text = hostHeaders({ pathPrefix: "/cchc/" }, [
      "index.html",
      "nhung/a/index.html",
      "assets/a-12345678.js",
      "a.ics",
    ]);
    const rules = text.split(/\n(?=\/)/).map(rule => rule.trim().split("\n"));
    const matching = (address: string) =>
      rules.filter(([pattern = ""]) =>
        new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`).test(address),
      );
    for (const address of ["/cchc/", "/cchc/nhung/a/", "/cchc/assets/a-12345678.js", "/cchc/a.ics"]) {
      const found = matching(address).flatMap(([, ...lines]) =>
        lines.map(line => line.trim().split(":", 1)[0]),
      );
      expect(found, address).toContain("Content-Security-Policy");
      expect(new Set(found).size, address).toBe(found.length);
    }
    expect(text).toContain("Content-Type: text/calendar; charset=utf-8");
  });
});

test("gaps are counted from the site", () => {
  const { site, problems } = siteOf({
    "plans/a/khong-so.md": plan(
      "## A.1 Việc\n- Chủ trì: Sở Nội vụ\n- Thời hạn: 30/6/2023\n## A.2 Việc\n- Thời hạn: 30/6/2024\n",
    ),
    "plans/a/co-so.md": plan(
      "",
      "number: 1/KH-UBND\nissued: 2023-01-05\nnotes:\n  - {where: Đầu, note: chép thiếu}\n",
    ),
    "indices/par-index.yaml": "name: Chỉ số cải cách hành chính\n",
    "results/par-index.csv":
      "year,agency,value,basis,source\n2021,ubnd-vi-du,80,printed,Nguồn\n2022,ubnd-vi-du,81,corrected,\n2023,ubnd-vi-du,82,derived,Nguồn\n",
  });
  expect(problems).toEqual([]);
  const gaps = findGaps(site);
  expect(gaps.plansWithoutNumber.map(({ slug }) => slug)).toEqual(["khong-so"]);
  expect(gaps.plansWithoutDate.map(({ slug }) => slug)).toEqual(["khong-so"]);
  expect(gaps.resultsWithoutSource.map(({ year }) => year)).toEqual([2022]);
  expect([...gaps.unreported]).toEqual([["khong-so", 1]]);
  expect([...gaps.notes.keys()]).toEqual(["co-so"]);
  expect(gaps.corrected.map(({ year }) => year)).toEqual([2022]);
  expect(gaps.derived.map(({ year }) => year)).toEqual([2023]);
});
