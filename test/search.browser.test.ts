import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { loadSources } from "../scripts/load.ts";
import type { Site } from "../scripts/model/site.ts";
import { parseSite } from "../scripts/model/site-sources.ts";
import { leadsOf } from "../scripts/model/task.ts";
import { buildSearch } from "../scripts/search.ts";
import { serveSite } from "../scripts/serve.ts";
import { originOf } from "./support/ports.ts";
import { openSearchPage, type SearchPage } from "./support/search-page.ts";

/** What was typed, how many hits there are, and where the first leads. */
const QUERIES: readonly [query: string, hits: number, first: string][] = [
  ["dat dai", 4, "/ke-hoach/quang-nam-2022/#III.7.b"],
  ["đất đai", 4, "/ke-hoach/quang-nam-2022/#III.7.b"],
  ["ĐẤT ĐAI", 4, "/ke-hoach/quang-nam-2022/#III.7.b"],
  ["dao tao", 4, "/co-quan/bo-giao-duc-va-dao-tao/"],
  ["đào tạo", 4, "/co-quan/bo-giao-duc-va-dao-tao/"],
  ["dau tu", 16, "/ke-hoach/quang-nam-2023/#B.I.1"],
  ["đầu tư", 15, "/ke-hoach/quang-nam-2023/#B.I.1"],
  ["Đà Nẵng", 5, "/co-quan/ubnd-da-nang-2025/"],
  ["da nang", 5, "/co-quan/ubnd-da-nang-2025/"],
  ["Quảng Nam", 65, "/co-quan/ubnd-quang-nam/"],
  ["cai cach hanh chinh", 71, "/co-quan/doan-kiem-tra-cchc-quang-nam/"],
  ["cải cách hành chính", 71, "/co-quan/doan-kiem-tra-cchc-quang-nam/"],
  ["CCHC", 71, "/co-quan/doan-kiem-tra-cchc-quang-nam/"],
  ["cchc", 71, "/co-quan/doan-kiem-tra-cchc-quang-nam/"],
  ["PAKN", 15, "/ke-hoach/quang-nam-2023/#A.IV.5.1"],
  ["phản ánh kiến nghị", 15, "/ke-hoach/quang-nam-2023/#A.IV.5.1"],
  ["phan anh, kien nghi", 15, "/ke-hoach/quang-nam-2023/#A.IV.5.1"],
  ["DVC", 24, "/ke-hoach/quang-nam-2023/#B.II.3"],
  ["dịch vụ công", 24, "/ke-hoach/quang-nam-2023/#B.II.3"],
  ["DVCTT", 13, "/ke-hoach/quang-nam-2023/#B.II.3"],
  ["NSNN", 3, "/ke-hoach/quang-nam-2023/#A.VII.1.2"],
  ["ngân sách nhà nước", 3, "/ke-hoach/quang-nam-2023/#A.VII.1.2"],
  ["HC&TH", 40, "/co-quan/phong-hanh-chinh-va-tong-hop-bql-quang-nam/"],
  ["Phòng HC&TH", 40, "/co-quan/phong-hanh-chinh-va-tong-hop-bql-quang-nam/"],
  ["TTHC", 70, "/ke-hoach/quang-nam-2023/#A.IV.3.2"],
  ["TT", 6, "/van-ban/01-2018-tt-vpcp/"],
  ["KT", 0, ""],
  ["hòa bình", 2, "/co-quan/ubnd-hoa-binh/"],
  ["hoà bình", 2, "/co-quan/ubnd-hoa-binh/"],
  ["uỷ ban mặt trận", 1, "/co-quan/mat-tran-to-quoc-quang-nam/"],
  ["ủy ban mặt trận", 1, "/co-quan/mat-tran-to-quoc-quang-nam/"],
  ["tỉnh ủy", 6, "/co-quan/tinh-uy-quang-nam/"],
  ["tỉnh uỷ", 6, "/co-quan/tinh-uy-quang-nam/"],
  ["3503/KH-UBND", 5, "/van-ban/3503-kh-ubnd-quang-nam-2023/"],
  ["3503/kh-ubnd", 5, "/van-ban/3503-kh-ubnd-quang-nam-2023/"],
  ["3503", 5, "/van-ban/3503-kh-ubnd-quang-nam-2023/"],
  ["3212/KH-UBND", 2, "/van-ban/3212-kh-ubnd-quang-nam-2023/"],
  ["59/2012/NĐ-CP", 4, "/van-ban/59-2012-nd-cp/"],
  ["59/2012/NDCP", 4, "/van-ban/59-2012-nd-cp/"],
  ["61/2018/NĐ-CP", 6, "/van-ban/61-2018-nd-cp/"],
  ["61/2018/NĐCP", 6, "/van-ban/61-2018-nd-cp/"],
  ["61/2018/NDCP", 6, "/van-ban/61-2018-nd-cp/"],
  ["02/2017/TT-VPCP", 3, "/van-ban/02-2017-tt-vpcp/"],
  ["2/2017/TT-VPCP", 3, "/van-ban/02-2017-tt-vpcp/"],
  ["538/STC-NS", 2, "/van-ban/538-stc-ns-quang-nam-2023/"],
  ["16-NQ/TU", 3, "/van-ban/16-nq-tu-quang-nam-2021/"],
  ["87/kh-ubnd", 0, ""],
  ["04/NQ-CP", 2, "/van-ban/04-nq-cp-2022/"],
  ["4/nq-cp", 2, "/van-ban/04-nq-cp-2022/"],
  ["1/2018/TT-VPCP", 3, "/van-ban/01-2018-tt-vpcp/"],
  ["văn bản do Bộ Nội vụ ban hành", 16, "/co-quan/bo-noi-vu/"],
  ["A.IV.4.1", 1, "/ke-hoach/quang-nam-2023/#A.IV.4.1"],
  ["A.I.3", 2, "/ke-hoach/bql-kkt-kcn-quang-nam-2023/#A.I.3"],
  ["II.8.d", 1, "/ke-hoach/bql-kkt-kcn-quang-nam-papi-2023/#II.8.d"],
  ["1022", 1, "/ke-hoach/quang-nam-2023/#B.V.1"],
  ["IPv6", 1, "/ke-hoach/quang-nam-2023/#A.VIII.3.1"],
  ["ipv6", 1, "/ke-hoach/quang-nam-2023/#A.VIII.3.1"],
  ["99%", 1, "/ke-hoach/quang-nam-2023/#A.IV.4.1"],
  ["80%", 6, "/ke-hoach/quang-nam-2023/#A.VII.1.3"],
  ['"một cửa liên thông"', 5, "/van-ban/61-2018-nd-cp/"],
  ['"mot cua lien thong"', 5, "/van-ban/61-2018-nd-cp/"],
  ['"thi hành pháp luật"', 6, "/ke-hoach/quang-nam-2022/#III.3.b"],
  ["một cửa điện tử", 7, "/ke-hoach/quang-nam-2023/#A.IV.4.4"],
  ["sở nội vụ", 38, "/co-quan/so-noi-vu-quang-nam/"],
  ["so noi vu", 38, "/co-quan/so-noi-vu-quang-nam/"],
  ["Sở Nội vụ đôn đốc", 3, "/ke-hoach/quang-nam-2023/#A.I.1"],
  ["kiem tra cong vu", 2, "/ke-hoach/bql-kkt-kcn-quang-nam-2023/#B.3.2"],
  ["Lê Trí Thanh", 1, "/ke-hoach/quang-nam-2023/"],
  ["Hồ Quang Bửu", 1, "/ke-hoach/quang-nam-2022/"],
  ["SIPAS 2022", 4, "/chi-so/sipas/2022/"],
  ["par index 2023", 9, "/chi-so/par-index/2023/"],
  ["papi", 111, "/chi-so/papi/"],
  ["tham nhũng", 4, "/ke-hoach/bql-kkt-kcn-quang-nam-papi-2023/#II.4.a"],
  ["tham nhung", 4, "/ke-hoach/bql-kkt-kcn-quang-nam-papi-2023/#II.4.a"],
  ["Covid-19", 2, "/ke-hoach/bql-kkt-kcn-quang-nam-papi-2023/#II.7.a"],
  ["ISO 9001", 2, "/ke-hoach/bql-kkt-kcn-quang-nam-papi-2023/#II.8.c"],
  ["LGSP", 1, "/ke-hoach/quang-nam-2023/#A.VIII.1.3"],
  ["xin lỗi", 7, "/ke-hoach/quang-nam-2023/#A.IV.4.5"],
  ["xin loi", 7, "/ke-hoach/quang-nam-2023/#A.IV.4.5"],
  ["tinh gian bien che", 1, "/ke-hoach/quang-nam-2023/#A.V.4"],
  ["bưu chính công ích", 4, "/ke-hoach/bql-kkt-kcn-quang-nam-papi-2023/#II.5.b"],
  ["không gian hành chính phục vụ", 1, "/ke-hoach/quang-nam-2023/#A.I.4"],
  ["Quyết định 289/QĐ-BNV", 3, "/van-ban/289-qd-bnv-2023/"],
  ["Nghị định 59/2012/NĐ-CP", 4, "/van-ban/59-2012-nd-cp/"],
  ["đat đai", 4, "/ke-hoach/quang-nam-2022/#III.7.b"],
  ["đơn giản hóa TTHC", 3, "/ke-hoach/quang-nam-2022/#III.1.c"],
  ["ai tre han", 1, "/nhiem-vu/"],
  ["quá hạn", 3, "/nhiem-vu/tinh-trang/qua-han/"],
  ["chua bao cao", 2, "/nhiem-vu/tinh-trang/chua-co-bao-cao/"],
  ["sipas quang nam", 10, "/co-quan/ubnd-quang-nam/"],
  ["gia lai papi", 3, "/co-quan/ubnd-gia-lai/"],
  ["xep hang", 128, "/so-sanh/"],
  ["tải excel", 1, "/du-lieu/"],
  ["ai chủ trì kiểm tra công vụ", 2, "/ke-hoach/bql-kkt-kcn-quang-nam-2023/#B.3.2"],
  ["bao gio xong kho du lieu", 1, "/ke-hoach/quang-nam-2023/#A.VIII.3.3.a"],
  ["Bình Dương nay thuộc tỉnh nào?", 2, "/co-quan/ubnd-binh-duong/"],
  ["nhiệm vụ của Sở Tư pháp", 11, "/co-quan/so-tu-phap-quang-nam/"],
  ["tinh nao dung dau papi 2024", 1, "/chi-so/papi/2024/"],
  ["nđ 61/2018", 1, "/van-ban/61-2018-nd-cp/"],
  ["papi2023", 1, "/chi-so/papi/2023/"],
  ["SIPAS Hà Nội 2020", 1, "/co-quan/ubnd-ha-noi/"],
  ["parindex", 157, "/chi-so/par-index/"],
  ["tphcm", 2, "/co-quan/ubnd-ho-chi-minh-2025/"],
  ["sáp nhập, hợp nhất", 1, "/co-quan/"],
  ["public administration reform index", 2, "/en/indices/par-index/"],
  ["nộp hồ sơ online", 1, "/ke-hoach/quang-nam-2023/#B.II.3"],
  ["sở tnmt", 7, "/co-quan/so-tai-nguyen-va-moi-truong-quang-nam/"],
  ["Sở TN&MT", 7, "/co-quan/so-tai-nguyen-va-moi-truong-quang-nam/"],
  ["sở tp", 11, "/co-quan/so-tu-phap-quang-nam/"],
  ["TT Huế", 2, "/co-quan/ubnd-thua-thien-hue/"],
  ["vpubnd", 45, "/co-quan/van-phong-ubnd-quang-nam/"],
  ["Sở LĐ-TB&XH", 2, "/co-quan/so-lao-dong-thuong-binh-va-xa-hoi-gia-lai/"],
  ["bộ tnmt", 2, "/co-quan/bo-tai-nguyen-va-moi-truong/"],
  ["chỉ số cchc", 157, "/chi-so/par-index/"],
  ["rà soát vbqppl", 3, "/ke-hoach/quang-nam-2023/#A.III.3"],
  ["TTHC là gì?", 71, "/tu-viet-tat/"],
  ["TT là gì", 7, "/tu-viet-tat/"],
  ["SIPAS nghĩa là gì", 60, "/chi-so/sipas/"],
  ["PAKN là viết tắt của gì", 16, "/tu-viet-tat/"],
  ["citizens satisfaction", 1, "/en/indices/sipas/"],
  ["vietnam rankings", 1, "/en/indices/"],
  ["methodology", 1, "/en/methods/"],
  ["quý 2/2023", 1, "/nhiem-vu/quy/2023-2/"],
  ["nhiệm vụ đến hạn quý II/2023", 1, "/nhiem-vu/quy/2023-2/"],
  ["Q4 2023", 1, "/nhiem-vu/quy/2023-4/"],
  ["việc quá hạn", 2, "/nhiem-vu/tinh-trang/qua-han/"],
  ["nhiệm vụ chưa hoàn thành", 1, "/nhiem-vu/"],
  ["không có chủ trì", 5, "/nhiem-vu/khong-neu-chu-tri/"],
  ["bảng điều khiển", 1, "/bang-dieu-khien/"],
  ["kế hoạch", 57, "/ke-hoach/"],
  ["chỉ số", 77, "/chi-so/"],
  ["nhúng biểu đồ", 1, "/nhung/"],
  ["cơ quan nào chịu trách nhiệm về LGSP", 1, "/ke-hoach/quang-nam-2023/#A.VIII.1.3"],
  ["Sở Nội vụ chủ trì việc gì", 38, "/co-quan/so-noi-vu-quang-nam/"],
  ["nhiệm vụ sở tài chính", 18, "/co-quan/so-tai-chinh-quang-nam/"],
  ["kon tum sáp nhập với tỉnh nào", 2, "/co-quan/ubnd-kon-tum/"],
  ["xếp hạng par index 2024", 1, "/chi-so/par-index/2024/"],
  ["điểm papi đà nẵng", 1, "/co-quan/ubnd-da-nang/"],
  ["tỉnh đứng đầu sipas 2023", 5, "/chi-so/sipas/2023/"],
  ["papi năm 2020", 1, "/chi-so/papi/2020/"],
  ["PAPI-2023", 1, "/chi-so/papi/2023/"],
  ["PAR INDEX Quảng Nam 2022", 9, "/co-quan/ubnd-quang-nam/"],
  ["thứ hạng par index của đà nẵng 2024", 1, "/co-quan/ubnd-da-nang/"],
  ["nghị định số 61/2018/NĐ-CP ngày 23/4/2018", 1, "/van-ban/61-2018-nd-cp/"],
  ["số 59/2012/NĐ-CP", 4, "/van-ban/59-2012-nd-cp/"],
  ["kế hoạch số 3503/KH-UBND ngày 06/6/2023", 3, "/van-ban/3503-kh-ubnd-quang-nam-2023/"],
  ["cv 2883", 2, "/van-ban/2883-ubnd-kstt-quang-nam-2023/"],
  ["nhiệm vụ A.IV.4.1", 1, "/ke-hoach/quang-nam-2023/#A.IV.4.1"],
  ["ayun pa dẫn đầu", 47, "/co-quan/ubnd-thi-xa-ayun-pa-gia-lai/"],
  ['"đất đai', 4, "/ke-hoach/quang-nam-2022/#III.7.b"],
  ["xyzabc", 0, ""],
  ['"đề ra tỷ lệ"', 0, ""],
  ["sở nội vụ quá hạn", 38, "/co-quan/so-noi-vu-quang-nam/"],
  ["nhiệm vụ nào của sở nội vụ trễ hạn", 38, "/co-quan/so-noi-vu-quang-nam/"],
  ["xếp hạng par index 2023", 9, "/chi-so/par-index/2023/"],
  ["papi kiểm soát tham nhũng", 2, "/chi-so/papi/"],
  ["open data", 1, "/du-lieu/"],
  ["tỉnh thấp nhất papi 2021", 1, "/chi-so/papi/2021/"],
  ["tỉnh đứng cuối sipas 2023", 2, "/chi-so/sipas/2023/"],
  ["giảm nhiều nhất papi 2023", 1, "/chi-so/papi/2023/"],
  ["tỉnh nào tăng nhiều nhất papi 2024", 1, "/chi-so/papi/2024/"],
  ["tang nhieu nhat papi", 12, "/chi-so/papi/2024/"],
  ["cao nhất sipas 2023", 1, "/chi-so/sipas/2023/"],
  ["tăng nhiều nhất papi 2018", 3, "/chi-so/papi/2018/"],
  ["Quảng Nam so với Đà Nẵng", 3, "/so-sanh/?co-quan=ubnd-quang-nam,ubnd-da-nang&chi-so=papi"],
  ["so sanh par index Hà Nội, TP.HCM", 3, "/so-sanh/?co-quan=ubnd-ha-noi,ubnd-ho-chi-minh&chi-so=par-index"],
  ["so sánh sipas Huế và Đà Nẵng", 3, "/so-sanh/?co-quan=ubnd-thua-thien-hue,ubnd-da-nang&chi-so=sipas"],
  ["cách tính sipas", 4, "/chi-so/sipas/"],
  ["việc chậm của Sở Nội vụ", 38, "/co-quan/so-noi-vu-quang-nam/"],
  ["Quảng Nam so với năm 2022", 5, "/ke-hoach/quang-nam-2022/"],
  ["ke hoach quang nam", 18, "/ke-hoach/quang-nam-2022/"],
  ["top 10 papi 2023", 1, "/chi-so/papi/2023/"],
  ["rss", 1, "/cap-nhat/"],
  ["constructor", 0, ""],
  ["nâng", 34, "/ke-hoach/bql-kkt-kcn-quang-nam-papi-2023/"],
  ["nang", 50, "/tro-nang/"],
  ["đào tạo".normalize("NFD"), 4, "/co-quan/bo-giao-duc-va-dao-tao/"],
];

let site: Site;
let close = async () => {};
let page: Page;
let origin = "";
let ask: SearchPage["ask"];
let type: SearchPage["type"];
beforeAll(async () => {
  ({ site } = parseSite(await loadSources({ contentDir: "content", dataDir: "data" }), "2026-06-30"));
  ({ close, page, origin, ask, type } = await openSearchPage());
});
afterAll(() => close());

describe("the search page finds what is there, however it is typed", () => {
  describe("one query after another", () => {
    beforeAll(async () => {
      await page.goto(`${origin}/tim-kiem/`, { waitUntil: "networkidle" });
    });
    test.each(QUERIES)("%s: %i hits, first %s", async (query, hits, first) => {
      const answer = await type(query);
      expect(Number.parseInt(answer.count, 10)).toBe(hits);
      expect(answer.links[0] ?? "").toBe(first);
    });
  });

  test("every hit of a word with marks has that word, and none is missing", async () => {
    const tasks = site.plans.flatMap(plan =>
      plan.tasks
        .filter(task =>
          [
            task.title,
            task.output,
            task.target,
            task.prose.source,
            ...leadsOf(task).map(({ printed }) => printed),
          ]
            .join(" ")
            .toLowerCase()
            .match(/(^|[^\p{L}])trực tuyến([^\p{L}]|$)/u),
        )
        .map(task => `/ke-hoach/${plan.slug}/#${task.id}`),
    );
    const { count, links } = await ask("trực tuyến", "&loai=task");
    expect(Number.parseInt(count, 10)).toBe(tasks.length);
    expect(links.every(link => tasks.includes(link))).toBe(true);
  });

  test("marks that nothing has are dropped, and the page says so", async () => {
    expect((await ask("đat đai")).notice).toContain("dat dai");
  });

  test("an index in several parts finds the same", async () => {
    const folder = await mkdtemp(join(tmpdir(), "minh-bach-shards-"));
    await cp(inject("shippedSite"), folder, { recursive: true });
    const cacheDir = join(folder, "cache");
    await buildSearch(
      site,
      { outputDir: folder, cacheDir, harvestDir: join(folder, "harvest"), siteUrl: "", pathPrefix: "/" },
      30_000,
    );
    expect((await readdir(join(folder, "pagefind"))).filter(name => /^\d+$/.test(name))).toEqual([
      "2",
      "3",
      "4",
      "5",
    ]);
    const parts = await serveSite(folder, "/", 0);
    try {
      const base = originOf(parts);
      for (const query of ["dat dai", "Quảng Nam", "cchc", "59/2012/NDCP", "so noi vu"])
        expect([query, await ask(query, "", base)]).toEqual([query, await ask(query)]);
    } finally {
      parts.close();
      await rm(folder, { recursive: true });
    }
  });

  test("a question is answered by what it asks about, and the page says so", async () => {
    expect((await ask("ai chủ trì kiểm tra công vụ")).notice).toContain("“kiểm tra công vụ”");
  });

  test("who types the name of a province finds its plans before all that merely bears the name", async () => {
    expect((await ask("quang nam")).links.slice(0, 3)).toEqual([
      "/co-quan/ubnd-quang-nam/",
      "/ke-hoach/quang-nam-2022/",
      "/ke-hoach/quang-nam-2023/",
    ]);
  });

  test("who asks what an abbreviation means reads it in the first hit", async () => {
    await ask("TT là gì");
    expect(await page.locator("[data-results] > li").first().textContent()).toContain(
      "TT: Thông tư; Thường trực;",
    );
    expect((await ask("PAPI là gì")).links.slice(0, 2)).toEqual(["/chi-so/papi/", "/tu-viet-tat/"]);
  });

  test("where all words are nowhere, most of them are found, and the page says so; a number is not left out", async () => {
    expect((await ask("nộp hồ sơ online")).notice).toContain("nhiều từ nhất");
    expect((await ask("kế hoạch 9876/KH-UBND")).links).toEqual([]);
    // A figure alone says nothing of what was asked.
    expect((await ask("Xyzab Điểb 3")).links).toEqual([]);
  });

  test("words of the site are not mended, and only what finds something is offered", async () => {
    expect((await ask("papi rankingg")).notice).not.toContain("ap ");
    expect((await ask("datdai")).notice).toContain("dat dai");
    expect((await ask("ddaats ddai")).notice).toContain("dat dai");
    expect((await ask("dac lac")).notice).toContain("Đắk Lắk");
  });

  test("words that nowhere stand together are found apart, and the page says so", async () => {
    expect((await ask("Sở Nội vụ đôn đốc")).notice).toContain("đứng liền nhau");
  });
});
