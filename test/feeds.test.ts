import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { renderAtom, renderJsonFeed, siteFeeds } from "../layouts/feeds.ts";
import type { Correction, History } from "../scripts/model/history.ts";
import type { Site } from "../scripts/model/site.ts";
import { readSettings } from "../scripts/settings.ts";
import { plan, siteOf } from "./support/sources.ts";

const TASKS =
  "## A.1 Kiểm tra\n- Chủ trì: Sở Nội vụ\n- Thời hạn: Quý II/2023\n## A.2 Báo cáo\n- Chủ trì: Sở Nội vụ\n";
const files = {
  "plans/a/cu.md": plan(TASKS, "number: 10/KH-UBND\nissued: 2023-02-01\n").replace(
    "ví dụ",
    "<b>ví dụ</b> & “mẫu”",
  ),
  "plans/a/moi.md": plan("", "issued: 2023-05-01\n", "so-noi-vu-vi-du"),
  "plans/a/du-thao.md": plan("", "issued: 2023-06-01\n").replace("state: issued", "state: draft"),
  "plans/a/khong-ngay.md": plan(""),
  "updates/a/2023-06-30.md":
    "---\nplan: cu\nas_of: 2023-06-30\npublished: 2023-07-05\nreporter: so-noi-vu-vi-du\n---\nXem [việc này](#A.1) và [cơ quan](/co-quan/ubnd-vi-du/).\n\n## A.1\n- Trạng thái: Đang thực hiện\n",
};
const correction: Correction = {
  commit: "0123456789abcdef0123456789abcdef01234567",
  at: "2023-08-01T09:30:00+07:00",
  path: "plans/a/cu.md",
  plan: "cu",
  planTitle: undefined,
  report: undefined,
  changes: [
    { id: "A.1", title: "Kiểm tra", field: "deadline", before: "Quý I/2023", after: "Quý II/2023 ]]> <i>" },
  ],
};
const history: History = {
  since: "2023-01-01",
  isShallow: false,
  corrections: [correction],
  byPlan: new Map([["cu", [correction]]]),
  added: new Map(),
};

const made = siteOf(files);
const site: Site = { ...made.site, history };
const now = new Date("2023-10-01");
const published = readSettings({ SITE_URL: "https://vi-du.example", PATH_PREFIX: "/cchc/" }, now);
const unnamed = readSettings({ PATH_PREFIX: "/cchc/" }, now);

function feed(page: string) {
  const source = siteFeeds(site).get(page);
  if (!source) throw new Error(`no feed of ${page}`);
  return source;
}

test("the example has no problems", () => expect(made.problems).toEqual([]));

describe("what a feed tells", () => {
  const titles = (page: string) =>
    feed(page).news.map(({ at, kind, plan: own }) => `${at.slice(0, 10)} ${kind} ${own?.slug}`);
  test("of the whole site: plans, reports and changes, newest first; no draft, and nothing that has no date", () =>
    expect(titles("/")).toEqual([
      "2023-08-01 correction cu",
      "2023-07-05 report cu",
      "2023-05-01 plan moi",
      "2023-02-01 plan cu",
    ]));
  test("of an agency: what it issued and what it reported", () => {
    expect(titles("/co-quan/so-noi-vu-vi-du/")).toEqual(["2023-07-05 report cu", "2023-05-01 plan moi"]);
    expect(titles("/co-quan/ubnd-vi-du/")).toHaveLength(3);
  });
  test("of a plan: only where there was a report or a change", () => {
    expect(titles("/ke-hoach/cu/")).toHaveLength(3);
    expect([...siteFeeds(site).keys()].sort()).toEqual([
      "/",
      "/co-quan/so-noi-vu-vi-du/",
      "/co-quan/ubnd-vi-du/",
      "/ke-hoach/cu/",
    ]);
  });
  test("where the repository knows when a plan came, that is its day", () => {
    const added = new Map([["plans/a/khong-ngay.md", "2023-09-09T00:00:00+07:00"]]);
    const news = siteFeeds({ ...site, history: { ...history, added } }).get("/")?.news[0];
    expect(news).toMatchObject({ kind: "plan", plan: { slug: "khong-ngay" } });
  });
  test("no more than 50 entries, the newest", () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        `plans/a/p-${i}.md`,
        plan("", `issued: 2023-${i < 30 ? "01" : "02"}-${String((i % 28) + 1).padStart(2, "0")}\n`),
      ]),
    );
    const news = siteFeeds(siteOf(many).site).get("/")?.news ?? [];
    expect(news).toHaveLength(50);
    expect(news[0]?.at).toBe("2023-02-28T00:00:00+07:00");
  });
  test("a site without dated content has none", () =>
    expect(siteFeeds(siteOf({ "plans/a/p.md": plan("") }).site).size).toBe(0));
});

describe.each([
  ["with SITE_URL", published, "https://vi-du.example/cchc", "tag:vi-du.example,2026:/cchc/"],
  ["without SITE_URL, from the root of the site", unnamed, "/cchc", "tag:minh-bach.invalid,2026:/cchc/"],
])("Atom and JSON Feed say the same, %s", (_, settings, base, names) => {
  const atom = renderAtom(feed("/"), site, settings);
  const json = renderJsonFeed(feed("/"), site, settings);
  const readAtom = parseAtomFeed(atom);
  const readJson = parseJsonFeed(json);

  test("Atom has all that RFC 4287 demands", () => {
    expect(readAtom).toMatchObject({
      id: names,
      title: { value: "Minh Bạch" },
      updated: "2023-08-01T09:30:00+07:00",
    });
    expect(readAtom.authors?.[0]?.name).toBe("Minh Bạch");
    expect(readAtom.links).toContainEqual({ rel: "self", href: `${base}/nguon-tin.atom` });
    expect(readAtom.links).toContainEqual({ rel: "alternate", href: `${base}/` });
    const ids = (readAtom.entries ?? []).map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    for (const entry of readAtom.entries ?? []) {
      expect(entry.id).toMatch(/^tag:[a-z.-]+,2026:\/cchc\/[\x21-\x7e]+$/);
      expect(entry.title).toMatchObject({ type: "html", value: expect.stringMatching(/./) });
      for (const time of [entry.updated, entry.published])
        expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
      expect(entry.links?.[0]?.href?.startsWith(`${base}/`)).toBe(true);
    }
  });
  test("JSON Feed has all that its version 1 demands", () => {
    expect(readJson).toMatchObject({
      title: "Minh Bạch",
      home_page_url: `${base}/`,
      feed_url: `${base}/nguon-tin.json`,
    });
    expect(readJson.items?.map(item => item?.id)).toEqual(readAtom.entries?.map(({ id }) => id));
    for (const item of readJson.items ?? []) {
      expect(item?.url?.startsWith(`${base}/`)).toBe(true);
      expect(item?.content_html).not.toBe("");
      expect(item?.date_modified).toMatch(/\+07:00$/);
    }
  });
  test("a title with signs of HTML is shown as it was written", () => {
    const title = "Kế hoạch <b>ví dụ</b> & “mẫu”";
    expect(readJson.items?.at(-1)?.title).toBe(title);
    const shown = parseHTML(`<p>${readAtom.entries?.at(-1)?.title?.value}</p>`).document.querySelector("p");
    expect(shown?.textContent).toBe(title);
  });
  test("content stands by itself: its links hold outside the site, and nothing in it breaks out", () => {
    const report = readJson.items?.[1]?.content_html ?? "";
    expect(report).toContain(`href="${base}/ke-hoach/cu/#A.1"`);
    expect(report).toContain(`href="${base}/co-quan/ubnd-vi-du/"`);
    expect(readAtom.entries?.[0]?.summary?.value).toContain("Quý II/2023 ]]&gt; &lt;i&gt;");
    expect(readAtom.entries).toHaveLength(4);
  });
});

test("an entry is by who made it: of a report without a reporter and of a change that is nobody but the site", () => {
  const report = files["updates/a/2023-06-30.md"].replace("reporter: so-noi-vu-vi-du\n", "");
  const { site: unsaid } = siteOf({
    ...files,
    "updates/a/2023-07-31.md": report.replace("2023-06-30", "2023-07-31").replace("07-05", "07-31"),
  });
  const source = siteFeeds({ ...unsaid, history }).get("/");
  if (!source) throw new Error("no feed");
  const { entries } = parseAtomFeed(renderAtom(source, { ...unsaid, history }, published));
  expect(entries?.map(({ id, authors }) => [id?.split("/")[2], authors?.[0]?.name])).toEqual([
    ["sua-doi", "Minh Bạch"],
    ["bao-cao", "Minh Bạch"],
    ["bao-cao", "Sở Nội vụ"],
    ["ke-hoach", "Sở Nội vụ"],
    ["ke-hoach", "Ủy ban nhân dân tỉnh Ví Dụ"],
  ]);
});

test("corrected results are told with what came of them, and lead to the history of their index", () => {
  const { site: own, problems } = siteOf({
    "indices/papi.yaml": "name: Chỉ số ví dụ\nshort_name: PAPI\n",
    "results/papi.csv": "year,agency,value\n2022,ubnd-vi-du,70\n",
  });
  expect(problems).toEqual([]);
  const result = { index: "papi", year: 2022, agency: "ubnd-vi-du", value: 69 };
  const data = {
    commit: correction.commit,
    at: correction.at,
    reason: "Đính chính <b>theo</b> bản gốc",
    index: "papi",
    results: [{ before: result, after: { ...result, value: 70 } }],
    added: [
      { year: 2022, count: 1 },
      { year: 2023, count: 62 },
    ],
    described: [],
  };
  const changed = { ...own, dataHistory: { since: "2023-01-01", isShallow: false, corrections: [data] } };
  const source = siteFeeds(changed).get("/");
  if (!source) throw new Error("no feed");
  const [entry] = parseAtomFeed(renderAtom(source, changed, published)).entries ?? [];
  expect(entry?.title?.value).toBe("PAPI: sửa 1 kết quả, thêm 63 kết quả");
  expect(entry?.links?.[0]?.href).toBe(
    "https://vi-du.example/cchc/chi-so/papi/lich-su/#sua-doi-0123456789ab",
  );
  expect(entry?.summary?.value).toContain("Lý do: Đính chính &lt;b>theo&lt;/b> bản gốc");
  expect(entry?.summary?.value).toContain("Giá trị: từ <del>69</del> thành <ins>70</ins>");
});

test("the same content gives the same bytes", () =>
  expect(renderAtom(feed("/"), { ...site }, published)).toBe(renderAtom(feed("/"), site, published)));
