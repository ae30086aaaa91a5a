import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { dataLines } from "../layouts/data-change-text.ts";
import { siteFeeds } from "../layouts/feeds.ts";
import { historyStrings } from "../layouts/history-strings.ts";
import { correctionAddress } from "../layouts/index-history.ts";
import IndexHistoryPage, { data as histories } from "../layouts/pages/chi-so/history.11ty.tsx";
import CorrectionsPage, { data } from "../layouts/pages/sua-doi/index.11ty.tsx";
import { renderHtml } from "../layouts/render.ts";
import { siteUrls } from "../layouts/site-addresses.ts";
import { correctionsOfYear, type DataCorrection } from "../scripts/model/data-change.ts";
import type { Correction } from "../scripts/model/history.ts";
import type { Site } from "../scripts/model/site.ts";
import { readSettings } from "../scripts/settings.ts";
import { siteOf } from "./support/sources.ts";

const made = siteOf({
  "documents.csv": "id,number,kind\n12-qd-bnv-2023,12/QĐ-BNV,Quyết định\n",
  "indices/chi-so.yaml":
    "name: Chỉ số ví dụ\nshort_name: CSVD\nunit: điểm\neditions:\n  - {from: 2022, domains: [{key: the-che, name: Thể chế}]}\n",
  "results/chi-so.csv": "year,agency,component,value\n2022,ubnd-vi-du,,70\n2022,ubnd-vi-du,the-che,7\n",
});

const before = { index: "chi-so", year: 2022, agency: "ubnd-vi-du", value: 33.3769, rank: 57, rank_of: 63 };
const correction: DataCorrection = {
  commit: "0123456789abcdef0123456789abcdef01234567",
  at: "2023-08-01T09:30:00+07:00",
  reason: "Đính chính",
  index: "chi-so",
  results: [
    { before: { ...before, year: 2021, source: "Báo A" }, after: { ...before, year: 2021, source: "Báo B" } },
    { before: { ...before, source: "Báo A" }, after: { ...before, source: "Báo B" } },
    { before, after: { ...before, value: 33.3771, rank: 56 } },
    { before: { ...before, component: "the-che" }, after: undefined },
    {
      before: { ...before, agency: "da-bo", basis: "printed" },
      after: { ...before, agency: "da-bo", basis: "corrected" },
    },
  ],
  added: [{ year: 2022, count: 1200 }],
  described: [
    {
      part: "breaks",
      before: undefined,
      after: { seriesBreak: { between: [2021, 2022], why: "Cách đo mới", source: "Báo C" } },
    },
    {
      part: "bands",
      before: { band: { label: "A", years: [2022], from: 90 } },
      after: { band: { label: "A", years: [2022], from: 80, below: 90 } },
    },
    {
      part: "editions",
      before: { edition: { id: "2022", from: 2022, maximum: 100 } },
      after: {
        edition: {
          id: "2022",
          from: 2022,
          maximum: 80,
          decision: "12-qd-bnv-2023",
          domains: [{ key: "a", name: "Thể chế" }],
        },
      },
    },
    { part: "covers", before: { cover: { years: [2017, 2024], count: 63 } }, after: undefined },
    { part: "not_assessed", before: undefined, after: { gap: { year: 2022, agencies: ["ubnd-vi-du"] } } },
    { part: "unit", before: { text: "%" }, after: { text: "điểm" } },
  ],
};
const plain: Correction = {
  commit: correction.commit,
  at: correction.at,
  path: "plans/a/cu.md",
  plan: "cu",
  planTitle: "Kế hoạch cũ",
  report: undefined,
  changes: [],
};
const settings = readSettings({}, new Date("2023-10-01"));
const site: Site = {
  ...made.site,
  dataHistory: { since: "2023-01-01", isShallow: false, corrections: [correction] },
};

test("the example has no problems", () => expect(made.problems).toEqual([]));

test("a correction is told line by line: what is cited first, sources last, the same of many once", () =>
  expect(
    dataLines(site, correction).map(({ name, href, changes }) => [
      ...[name, href].filter(Boolean),
      ...changes.map(({ what, before, after }) => `${what}: ${before ?? ""} → ${after ?? ""}`),
    ]),
  ).toEqual([
    [
      "2022, Ủy ban nhân dân tỉnh Ví Dụ",
      "/chi-so/chi-so/2022/",
      "Giá trị: 33,3769 điểm → 33,3771 điểm",
      "Hạng: 57/63 → 56/63",
    ],
    [
      "2022, Ủy ban nhân dân tỉnh Ví Dụ, Thể chế",
      "/chi-so/chi-so/2022/",
      "Kết quả: 33,3769 điểm, hạng 57/63 → ",
    ],
    ["Thêm 1.200 kết quả năm 2022", "/chi-so/chi-so/2022/"],
    ["Đổi cách đo 2021 | 2022:  → chỗ gãy: Cách đo mới – Báo C"],
    ["Nhóm theo điểm A (2022): từ 90 → từ 80 đến dưới 90"],
    [
      "Bộ tiêu chí 2022: Từ năm 2022 · điểm tối đa 100 → Từ năm 2022 · Quyết định 12/QĐ-BNV · điểm tối đa 80 · Thể chế",
    ],
    ["Số đơn vị được đánh giá 2017–2024: 63 đơn vị → "],
    ["Không có kết quả 2022:  → Ủy ban nhân dân tỉnh Ví Dụ"],
    ["Đơn vị: % → điểm"],
    ["2 kết quả năm 2021–2022", "Nguồn: Báo A → Báo B"],
    ["2022, da-bo", "/chi-so/chi-so/2022/", "Cơ sở: công bố → đã hiệu chỉnh"],
  ]));

test("an index that was changed has a page for it; a year knows when its results were", () => {
  expect(siteUrls(site)).toContain("/chi-so/chi-so/lich-su/");
  expect(siteUrls(made.site)).not.toContain("/chi-so/chi-so/lich-su/");
  expect(correctionsOfYear(site, "chi-so", 2022)).toEqual([correction]);
  expect(correctionsOfYear(site, "chi-so", 2023)).toEqual([]);
});

test("the feed of the site tells it", () => {
  const [only] = siteFeeds(site).get("/")?.news ?? [];
  expect(only).toMatchObject({ kind: "data", at: correction.at, correction: { index: "chi-so" } });
});

describe("the page of corrections", () => {
  const ofPlan = { ...plain, at: "2023-07-01T08:00:00+07:00" };
  const known = { since: "2023-01-01", isShallow: false };
  const history = { ...known, corrections: [ofPlan], byPlan: new Map(), added: new Map() };
  const page = (own: Site) => {
    const [list] = data.pagination.before([], { site: own, settings });
    if (!list) throw new Error("no page");
    const html = renderHtml(CorrectionsPage({ site: own, settings, list }));
    return parseHTML(html).document;
  };
  const notes = (own: Site) =>
    [...page(own).querySelectorAll("main > p.meta")].map(note => note.textContent?.trim());

  test("tells of plans and of results, the newest first; each index leads to its own history", () => {
    const heads = [...page({ ...site, history }).querySelectorAll("article h2")];
    expect(heads.map(head => head.textContent?.replace(/\s+/g, " ").trim())).toEqual([
      "01/08/2023, 09:30 CSVD",
      "01/07/2023, 08:00 Kế hoạch cũ",
    ]);
    expect(heads[0]?.querySelector("a")?.getAttribute("href")).toBe(
      "/chi-so/chi-so/lich-su/#sua-doi-0123456789ab",
    );
  });
  test("the history of the index has all of it, with the words of who made it", () => {
    const [history] = histories.pagination.before([], { site, settings });
    if (!history) throw new Error("no page");
    const { document } = parseHTML(renderHtml(IndexHistoryPage({ site, settings, history })));
    expect(document.querySelectorAll("#sua-doi-0123456789ab li")).toHaveLength(11);
    expect(document.querySelector("article")?.textContent).toContain("Lý do: Đính chính");
  });
  test("two corrections of one day have headings of their own", () => {
    const later = { ...correction, commit: "f".repeat(40), at: "2023-08-01T16:05:00+07:00" };
    const own: Site = { ...site, dataHistory: { ...known, corrections: [later, correction] } };
    const [history] = histories.pagination.before([], { site: own, settings });
    if (!history) throw new Error("no page");
    const { document } = parseHTML(renderHtml(IndexHistoryPage({ site: own, settings, history })));
    expect([...document.querySelectorAll("h2")].map(({ textContent }) => textContent)).toEqual([
      "01/08/2023, 16:05",
      "01/08/2023, 09:30",
    ]);
  });
  test.each([
    [
      "once where both are known from one day",
      { ...site, history },
      ["Lịch sử sửa đổi được ghi từ ngày 01/01/2023."],
    ],
    [
      "of each where the one is known from another day",
      { ...site, history: { ...history, since: "2022-12-01" } },
      [
        "Lịch sử sửa đổi được ghi từ ngày 01/12/2022.",
        "Sửa đổi của kết quả chỉ số được ghi từ ngày 01/01/2023.",
      ],
    ],
    [
      "what is not known of results",
      { ...site, history, dataHistory: undefined },
      ["Lịch sử sửa đổi được ghi từ ngày 01/01/2023.", historyStrings.ofIndex.none],
    ],
    [
      "nothing of results where there are none",
      { ...site, history, dataHistory: undefined, results: [] },
      ["Lịch sử sửa đổi được ghi từ ngày 01/01/2023."],
    ],
  ])("says since when changes are known, %s", (_, own, expected) => expect(notes(own)).toEqual(expected));
  test("a long history has several pages, and every link leads to the one that has the correction", () => {
    const many = Array.from({ length: 12 }, (_, i) => ({ ...correction, commit: `${i}`.padStart(40, "0") }));
    const long: Site = { ...site, dataHistory: { ...known, corrections: many } };
    const pages = histories.pagination.before([], { site: long, settings });
    expect(pages.map(history => histories.permalink({ history }))).toEqual([
      "/chi-so/chi-so/lich-su/",
      "/chi-so/chi-so/lich-su/trang/2/",
    ]);
    expect(many.slice(9, 11).map(own => correctionAddress(long, own))).toEqual([
      "/chi-so/chi-so/lich-su/#sua-doi-000000000000",
      "/chi-so/chi-so/lich-su/trang/2/#sua-doi-000000000000",
    ]);
  });
});
