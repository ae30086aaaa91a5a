import { describe, expect, test } from "vitest";
import { changeLines } from "../layouts/parts/release-notes.tsx";
import { compareReleases, type ReleasedPage, type ReleasedSite } from "../scripts/model/release.ts";
import { checkPermalinks, lostSheet } from "../scripts/release/check-permalinks.ts";
import { isPublished } from "../scripts/release/files.ts";

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
  test("of sheets are missed before a release without them is made, unless they or their plan are led on", () => {
    const sheets = released({}, { "ke-hoach/a/a.pdf": "1", "ke-hoach/b/b.pdf": "1" });
    const site = (slugs: string[], moved: string[] = []) => ({
      plans: slugs.map(slug => ({ slug })),
      redirects: moved.map(from => ({ from, to: "/", note: undefined, fromPlace: place, toPlace: place })),
    });
    expect(lostSheet(sheets, site(["a", "c"]))).toMatchObject({
      file: "--pdf",
      message: expect.stringContaining("/ke-hoach/a/a.pdf"),
      mend: expect.stringContaining("npm run release -- --pdf"),
    });
    expect(lostSheet(sheets, site(["a", "c"], ["/ke-hoach/a/a.pdf"]))).toBeUndefined();
    expect(lostSheet(sheets, site(["c"]))).toBeUndefined();
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

test.each([
  ["ke-hoach/a/index.html", "plan"],
  ["ke-hoach/nam/2023/index.html", "list"],
  ["ke-hoach/chi-so/sipas/index.html", "list"],
  ["ke-hoach/a/lich-su/index.html", "list"],
  ["co-quan/x/theo-quy/2023-2/index.html", "list"],
  ["co-quan/x/trang/2/index.html", "list"],
  ["co-quan/x/index.html", "agency"],
  ["chi-so/sipas/index.html", "index"],
  ["chi-so/sipas/2023/index.html", "index"],
  ["van-ban/a/index.html", "document"],
  ["bang-dieu-khien/tong-quan/index.html", "dashboard"],
  ["nhung/sipas/index.html", "embed"],
  ["index.html", "list"],
  ["ke-hoach/index.html", "list"],
  ["chi-so/index.html", "list"],
  ["bang-dieu-khien/index.html", "list"],
  ["so-sanh/index.html", "list"],
  ["du-lieu/index.html", "list"],
  ["gioi-thieu/index.html", "page"],
  ["nhiem-vu/quy/2023-2/index.html", "list"],
  ["404.html", "list"],
  ["api/v1/ke-hoach/a.json", "api"],
  ["nguon-tin.atom", "feed"],
  ["ke-hoach/a/nguon-tin.json", "feed"],
  ["co-quan/x/thoi-han.ics", "feed"],
  ["du-lieu/hinh/h.csv", "figure"],
  ["chia-se/a.png", "figure"],
  ["anh/a.webp", "figure"],
  ["du-lieu/a.csv", "data"],
  ["ke-hoach/a/a.pdf", "data"],
])("%s is counted as %s, whether it came, changed or went", (name, kind) => {
  const state = (digest: string) =>
    name.endsWith(".html") ? released({ [name]: { digest } }) : released({}, { [name]: digest });
  const [nothing, was, is] = [released({}), state("1"), state("2")];
  expect(
    [compareReleases(nothing, was), compareReleases(was, is), compareReleases(is, nothing)].map(changes =>
      changes.map(change => [change.kind, change.how, change.address]),
    ),
  ).toEqual(
    ["added", "changed", "removed"].map(how => [[kind, how, `/${name.replace(/index\.html$/, "")}`]]),
  );
});

test("changes stand by what they are of, then by address", () => {
  const names = ["nhiem-vu", "ke-hoach/b", "co-quan/x", "ke-hoach/a", "chi-so/sipas", "gioi-thieu"];
  const after = released(Object.fromEntries(names.map(name => [`${name}/index.html`, {}])), {
    "du-lieu/a.csv": "1",
  });
  expect(compareReleases(released({}), after).map(({ address }) => address)).toEqual([
    "/ke-hoach/a/",
    "/ke-hoach/b/",
    "/co-quan/x/",
    "/chi-so/sipas/",
    "/gioi-thieu/",
    "/du-lieu/a.csv",
    "/nhiem-vu/",
  ]);
});

test("a page that only leads on is none, and one that comes back is new", () => {
  const moved = released({ "gioi-thieu/index.html": { forwardsTo: "/" } });
  const there = released({ "gioi-thieu/index.html": {} });
  const how = (before: ReleasedSite, after: ReleasedSite) =>
    compareReleases(before, after).map(change => [change.how, change.to]);
  expect(how(moved, moved)).toEqual([]);
  expect(how(moved, released({}))).toEqual([]);
  expect(how(released({}), moved)).toEqual([]);
  expect(how(moved, there)).toEqual([["added", undefined]]);
  expect(how(there, moved)).toEqual([["removed", "/"]]);
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
    "  Đổi: /du-lieu/a.csv",
    "Trang danh sách: đổi 1",
    "Hình và số liệu của hình: đổi 1",
  ]);
  expect(changeLines(compareReleases(after, after))).toEqual(["Không có nội dung nào thay đổi."]);
});
