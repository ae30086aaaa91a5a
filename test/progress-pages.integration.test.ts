import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listSite } from "../scripts/release/files.ts";
import { runScript } from "./support/run.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-progress-"));
  const { code, stderr } = await runScript("scripts/build.ts", {
    CONTENT_DIR: "test/fixtures/good/content",
    DATA_DIR: "test/fixtures/good/data",
    OUTPUT_DIR: folder,
    AS_OF: "2023-08-31",
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function page(name: string): Promise<Document> {
  return parseHTML(await readFile(join(folder, name), "utf8")).document;
}

describe("what the pages of the example province say", () => {
  const text = async (name: string, selector: string) => {
    const elements = [...(await page(name)).querySelectorAll(selector)];
    return elements.map(element => element.textContent?.replace(/\s+/g, " ").trim() ?? "");
  };

  test("a task shows its newest report with what it took back, and the older ones", async () => {
    const [task = ""] = await text("ke-hoach/vi-du-2023/index.html", "[id='A.I.3']");
    expect(task).toContain("tiến độ giảm từ 80% còn 60% (báo cáo ngày 31/07/2023)");
    expect(task).toContain("31/07/2023: Đang thực hiện · 60%");
    expect(task).toContain("Tính lại: báo cáo tháng tư đếm cả cơ quan chưa gửi kết quả.");
    expect(task).toContain("1 báo cáo trước");
    expect(task).toContain("30/04/2023: Đang thực hiện · 80%");
  });

  test("a moved deadline is told beside the printed one", async () => {
    const [task = ""] = await text("ke-hoach/vi-du-2023/index.html", "[id='A.III.2']");
    expect(task).toContain("Quý II/2023");
    expect(task).toContain("thời hạn dời từ “Quý II/2023” sang “Quý IV/2023”");
    expect(task).toContain("hạn 31/12/2023 (theo báo cáo; kế hoạch: 30/06/2023)");
  });

  test("a plan names its flagged tasks and its reports, newest first", async () => {
    const [overview = ""] = await text("ke-hoach/vi-du-2023/index.html", ".overview");
    expect(overview).toContain("A.I.3, A.III.1, A.III.2");
    const reports = await text("ke-hoach/vi-du-2023/index.html", ".timeline li");
    expect(reports.map(report => report.slice(0, 10))).toEqual(["31/07/2023", "30/04/2023"]);
    expect(reports[1]).toContain("12/BC-SNV");
    expect(reports[1]).toContain("1 chưa bắt đầu, 3 đang thực hiện, 1 hoàn thành");
  });

  test("a plan gives the words that cite it: whose, what, number, day and address, and that of a task", async () => {
    const [citation = ""] = await text("ke-hoach/vi-du-2023/index.html", "main > details");
    expect(citation).toContain(
      "Ủy ban nhân dân tỉnh Ví Dụ, Kế hoạch cải cách hành chính năm 2023 của tỉnh Ví Dụ, số 10/KH-UBND, ngày 01/02/2023, Minh Bạch, /ke-hoach/vi-du-2023/",
    );
    expect(citation).toContain("/ke-hoach/vi-du-2023/#A.I.1");
  });

  test("a plan says who leads its late tasks, those with the most first", async () => {
    const [late = ""] = await text("ke-hoach/vi-du-2023/index.html", ".overview details summary");
    expect(late).toBe("Quá hạn; Hết hạn, chưa có báo cáo: ai chủ trì (1 cơ quan)");
    expect(await text("ke-hoach/vi-du-2023/index.html", ".overview details li")).toEqual([
      "Sở Tư pháp: 1 quá hạn, 1 hết hạn, chưa có báo cáo",
    ]);
  });

  test("coverage and differences stand on both ends", async () => {
    const above = await text("ke-hoach/vi-du-2023/index.html", ".overview p");
    expect(above).toContain("2/12 nhiệm vụ của kế hoạch này có đơn vị cấp dưới triển khai.");
    const below = await text("ke-hoach/so-noi-vu-vi-du-2023/index.html", ".overview p");
    expect(below).toContain(
      "Của 10/KH-UBND: 2/12 nhiệm vụ có đơn vị cấp dưới triển khai; kế hoạch này triển khai 2.",
    );
    const differs = "chỉ tiêu: “≥ 10% thủ tục”, nhiệm vụ cấp trên “≥ 20% thủ tục”";
    expect((await text("ke-hoach/vi-du-2023/index.html", "[id='A.III.2']"))[0]).toContain(differs);
    expect((await text("ke-hoach/so-noi-vu-vi-du-2023/index.html", "[id='2']"))[0]).toContain(differs);
  });

  test("every target has its verdict and the results that it rests on", async () => {
    expect(await text("ke-hoach/vi-du-2023/index.html", ".targets li")).toEqual([
      expect.stringMatching(/không đạt: 2023: hạng 12\/63\.$/),
      expect.stringMatching(/đạt: 2022: 9,5 điểm\.$/),
      expect.stringMatching(/đạt: 2022: nhóm B\.$/),
      expect.stringMatching(/đạt: 2022: 86,57 điểm; 2023: 88,25 điểm; thay đổi \+1,68 điểm\.$/),
      expect.stringMatching(
        /không so sánh được: 2021: 84,1 điểm; 2022: 86,57 điểm; cách đo đã đổi: Bộ tiêu chí khác\.$/,
      ),
    ]);
    expect(await text("chi-so/par-index/2022/index.html", ".verdict")).toEqual([
      "đạt",
      "đạt",
      "không so sánh được",
    ]);
  });

  test("a sheet for each quarter, by the deadline that holds, and one for what has no date", async () => {
    expect(await text("ke-hoach/vi-du-2023/theo-quy/index.html", ".sheet h2")).toEqual([
      "Việc đến hạn trong quý II/2023",
      "Việc đến hạn trong quý III/2023",
      "Việc đến hạn trong quý IV/2023",
      "Việc không xác định hạn",
    ]);
    const rows = await text("ke-hoach/vi-du-2023/theo-quy/index.html", "[id='2023-4'] tbody th");
    expect(rows.map(row => row.split(" ", 1)[0])).toEqual(["A.II.3.", "A.II.4.", "A.III.2.", "A.III.3."]);
  });

  test("an agency's numbers lead to its tasks", async () => {
    const document = await page("co-quan/so-tu-phap-vi-du/index.html");
    for (const link of document.querySelectorAll(".lead-summary a")) {
      const [path = "", anchor] = (link.getAttribute("href") ?? "").split("#");
      const list = await page(`${path.slice(1)}index.html`);
      if (anchor)
        expect(list.querySelectorAll(`[id='${anchor}'] tbody tr`)).toHaveLength(Number(link.textContent));
    }
    expect(document.querySelectorAll(".lead-summary a").length).toBeGreaterThan(3);
  });

  test("every task stands in the list of its status, of its quarter and of each lead", async () => {
    const names = (await listSite(folder)).filter(name => /^nhiem-vu\/.+\.html$/.test(name));
    const count = async (kind: RegExp) => {
      const links = await Promise.all(names.filter(name => kind.test(name)).map(name => page(name)));
      return links.reduce((sum, list) => sum + list.querySelectorAll("tbody tr").length, 0);
    };
    expect(await count(/tinh-trang/)).toBe(15);
    // Two have no date and one a quarter of a plan of five years.
    expect(await count(/quy/)).toBe(12);
    expect(await count(/co-quan/)).toBe(16);
  });
});
