import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { checkContent } from "../scripts/check.ts";
import { writePdfs } from "../scripts/pdf.ts";
import { serveSite } from "../scripts/serve.ts";
import { launchBrowser } from "./support/find-chromium.ts";
import { originOf } from "./support/ports.ts";

const MM = 72 / 25.4;
/** A4 with the margins of Nghị định 30/2020/NĐ-CP, in points, with half a point for rounding. */
const SHEET = {
  left: 30 * MM - 0.5,
  right: (210 - 15) * MM + 0.5,
  bottom: 20 * MM - 0.5,
  top: 277 * MM + 0.5,
};

/** A run of letters of one font on one line. A word with marks is several: the typeface has two files. */
interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface Paper {
  readonly text: string;
  /** Where its letters stand, in points from the lower left corner. */
  readonly runs: readonly Run[];
}

interface Sheet {
  readonly pages: readonly Paper[];
  readonly info: Record<string, unknown>;
  readonly marked: boolean;
  readonly outline: readonly string[];
}

/** What a reader's program finds in a PDF. */
async function readSheet(bytes: Uint8Array): Promise<Sheet> {
  const file = await getDocumentProxy(new Uint8Array(bytes));
  const pages: Paper[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent();
    const texts = items.flatMap(item => ("str" in item ? [item] : []));
    pages.push({
      text: texts.map(({ str, hasEOL }) => (hasEOL ? `${str} ` : str)).join(""),
      runs: texts
        .filter(({ str }) => str.trim() !== "")
        .map(({ str, transform, width }) => ({ text: str, x: transform[4], y: transform[5], width })),
    });
  }
  return {
    pages,
    info: (await file.getMetadata()).info as Record<string, unknown>,
    marked: (await file.getMarkInfo())?.Marked === true,
    outline: ((await file.getOutline()) ?? []).map(({ title }) => title),
  };
}

/** Lines end where the column does, so only letters and signs are compared, each with its marks. */
const dense = (text: string) => text.replace(/\s+/g, "");

/** Letters that reach into the margins; the page number stands in the upper one. */
const outside = (pages: readonly Paper[]) =>
  pages.flatMap(({ runs }, i) =>
    runs
      .filter(({ text, y }) => !(y > SHEET.top && text === String(i + 1)))
      .filter(
        ({ x, y, width }) => x < SHEET.left || x + width > SHEET.right || y < SHEET.bottom || y > SHEET.top,
      )
      .map(({ text }) => `${i + 1}: ${text}`),
  );

/** Letters that stand upon others of their line. */
const overlaid = (pages: readonly Paper[]) =>
  pages.flatMap(({ runs }, i) => {
    const line = runs.toSorted((a, b) => a.y - b.y || a.x - b.x);
    return line.flatMap((run, j) => {
      const before = line[j - 1];
      return before && Math.abs(before.y - run.y) < 0.5 && run.x < before.x + before.width - 0.5
        ? [`${i + 1}: ${before.text} | ${run.text}`]
        : [];
    });
  });

const shipped = inject("shippedSite");
const COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const HEAD = "Nhiệm vụ Chủ trì, phối hợp Thời hạn Sản phẩm, chỉ tiêu";
const SETTINGS = { pathPrefix: "/", siteUrl: "https://vi-du.example" };

let folder = "";
beforeAll(async () => {
  if (inject("shippedSiteFailure") !== "") throw new Error(inject("shippedSiteFailure"));
  folder = await mkdtemp(join(tmpdir(), "minh-bach-pdf-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the PDF of a plan of 90 tasks", async () => {
  const { site } = await checkContent({ contentDir: "content", dataDir: "data", asOf: "2026-06-30" });
  const [plan] = site.plans.toSorted((a, b) => b.tasks.length - a.tasks.length);
  if (!plan) throw new Error("no plan is shipped");
  let bytes: Uint8Array = new Uint8Array();
  let sheet: Sheet;
  const print = async () => {
    const [name = ""] = await writePdfs({ ...site, plans: [plan] }, { ...SETTINGS, outputDir: folder });
    return readFile(join(folder, name));
  };
  beforeAll(async () => {
    for (const part of ["assets", `ke-hoach/${plan.slug}`])
      await cp(join(shipped, part), join(folder, part), { recursive: true });
    bytes = await print();
    sheet = await readSheet(bytes);
  });

  test("has a title, a language, tags and an outline", () => {
    expect(plan.tasks.length).toBeGreaterThanOrEqual(90);
    expect(sheet.info.Title).toContain(plan.title);
    expect(sheet.info.Language).toBe("vi");
    expect(sheet.marked).toBe(true);
    expect(sheet.outline.length).toBeGreaterThan(0);
  });

  test("can be searched for every task and agency, with every mark", () => {
    const text = dense(sheet.pages.map(({ text }) => text).join(""));
    for (const { id, title, assignments } of plan.tasks) {
      expect(text).toContain(dense(`${id} ${title}`));
      for (const { printed } of assignments.flatMap(({ leads, coordinators }) => [...leads, ...coordinators]))
        expect(text).toContain(dense(printed));
    }
  });

  test("repeats the head of the table on every page that has tasks, and keeps each task whole", () => {
    const starts = plan.tasks.map(({ id, title }) => dense(`${id} ${title}`));
    const withTasks = sheet.pages
      .map(({ text }) => dense(text))
      .map(text => ({ text, tasks: starts.filter(start => text.includes(start)).length }))
      .filter(({ tasks }) => tasks > 0);
    expect(withTasks.length).toBeGreaterThan(5);
    expect(withTasks.reduce((sum, { tasks }) => sum + tasks, 0)).toBe(plan.tasks.length);
    for (const { text, tasks } of withTasks) {
      expect(text.split(dense(HEAD))).toHaveLength(2);
      // The state is the last line of a task.
      expect(text.split(dense("Tình trạng:"))).toHaveLength(tasks + 1);
    }
  });

  test("has no letter in the margins and none upon another", () => {
    expect(outside(sheet.pages)).toEqual([]);
    expect(overlaid(sheet.pages)).toEqual([]);
  });

  test("begins as an official document and numbers its pages from the second", () => {
    const [first, ...others] = sheet.pages;
    for (const words of [
      COUNTRY,
      "Độc lập - Tự do - Hạnh phúc",
      `Số: ${plan.number}`,
      "ngày 06 tháng 6 năm 2023",
    ])
      expect(first?.text).toContain(words);
    expect(first?.runs.filter(({ y }) => y > SHEET.top)).toEqual([]);
    for (const [i, { runs }] of others.entries())
      expect(runs.filter(({ y }) => y > SHEET.top).map(({ text }) => text)).toEqual([String(i + 2)]);
  });

  test("leads to the site where it is published, never to the machine that printed it", async () => {
    const text = Buffer.from(bytes).toString("latin1");
    expect(text).toContain("https://vi-du.example/co-quan/");
    expect(text).not.toMatch(/127\.0\.0\.1|localhost|file:/);
  });

  test("is the same, byte for byte, when it is printed again", async () => {
    expect(Buffer.compare(await print(), bytes)).toBe(0);
  });
});

describe("other pages on paper", () => {
  const kinds = {
    "an agency": "/co-quan/so-noi-vu-quang-nam/",
    "an agency with figures": "/co-quan/ubnd-quang-nam/",
    "an index year": "/chi-so/par-index/2023/",
    "a dashboard": "/bang-dieu-khien/quang-nam-2021-2023/",
  };
  let origin = "";
  let close = async () => {};
  let open: (path: string) => Promise<import("playwright-core").Page>;
  beforeAll(async () => {
    const server = await serveSite(shipped, "/", 0);
    origin = originOf(server);
    const browser = await launchBrowser();
    close = async () => {
      await browser.close();
      server.close();
    };
    open = async path => {
      const page = await browser.newPage();
      await page.goto(origin + path, { waitUntil: "load" });
      await page.evaluate(async () => {
        await document.fonts.ready;
      });
      return page;
    };
  });
  afterAll(() => close());

  test.each(Object.entries(kinds))("%s is an official sheet without a cut column", async (_, path) => {
    const page = await open(path);
    const { pages } = await readSheet(await page.pdf({ preferCSSPageSize: true }));
    await page.close();
    for (const words of [
      COUNTRY,
      "Số liệu đến ngày 30 tháng 6 năm 2026",
      "không phải văn bản do cơ quan ban hành",
    ])
      expect(dense(pages[0]?.text ?? "")).toContain(dense(words));
    expect(outside(pages)).toEqual([]);
    expect(pages.length).toBeLessThan(12);
  });

  test("a table that runs on has its head on every page, sortable as it is", async () => {
    const page = await open("/chi-so/par-index/2023/");
    const { pages } = await readSheet(await page.pdf({ preferCSSPageSize: true }));
    await page.close();
    const withRows = pages.map(({ text }) => dense(text)).filter(text => text.split("/63").length > 4);
    expect(withRows.length).toBeGreaterThan(2);
    for (const text of withRows) expect(text).toContain(dense("Cơ sở Nguồn, ghi chú"));
  });

  test.each([...Object.entries(kinds), ["a plan", "/ke-hoach/quang-nam-2023/"]])(
    "%s can be read in grey: no text has a colour or is too pale",
    async (_, path = "") => {
      const page = await open(path);
      await page.emulateMedia({ media: "print" });
      const colours = await page.evaluate(() => {
        const texts = [...document.querySelectorAll<HTMLElement>("body :not(svg, svg *)")].filter(
          element => element.checkVisibility() && [...element.childNodes].some(node => node.nodeType === 3),
        );
        return [...new Set(texts.map(element => getComputedStyle(element).color))];
      });
      await page.close();
      expect(colours.length).toBeGreaterThan(0);
      for (const colour of colours) {
        const [red = 255, green, blue] = (colour.match(/\d+/g) ?? []).map(Number);
        expect([green, blue]).toEqual([red, red]);
        // Grey 118 on white is 4.5 : 1.
        expect(red).toBeLessThanOrEqual(118);
      }
    },
  );
});
