import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { serveSite } from "../scripts/serve.ts";
import { launchBrowser } from "./support/find-chromium.ts";
import { originOf } from "./support/ports.ts";
import { COUNTRY, dense, outside, readSheet } from "./support/sheet.ts";

const shipped = inject("shippedSite");

describe("pages on paper", () => {
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
    if (inject("shippedSiteFailure") !== "") throw new Error(inject("shippedSiteFailure"));
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

  test.each([
    ["an agency with figures", "/co-quan/ubnd-quang-nam/"],
    ["a dashboard", "/bang-dieu-khien/quang-nam-2021-2023/"],
  ])("%s: figures share pages, none is cut", async (_, path) => {
    const page = await open(path);
    const figures = await page.evaluate(() =>
      [...document.querySelectorAll(".chart-figure")].map(figure =>
        ["h3", ".chart-point", ".chart-narrow svg", ".chart-sentence", ".chart-source"].map(part => {
          const found = figure.querySelector(part);
          return part.endsWith("svg")
            ? (found?.querySelector("text")?.textContent ?? "")
            : found?.textContent;
        }),
      ),
    );
    const { pages } = await readSheet(await page.pdf({ preferCSSPageSize: true }));
    await page.close();
    expect(figures.length).toBeGreaterThan(4);
    const texts = pages.map(({ text }) => dense(text));
    const places = figures.map(parts => {
      const [title = "", ...rest] = parts.map(part => dense(part ?? "").slice(0, 30));
      return texts.findIndex(text => text.includes(title) && rest.every(part => text.includes(part)));
    });
    expect(places).not.toContain(-1);
    expect(new Set(places).size).toBeLessThanOrEqual(Math.ceil(figures.length / 2) + 1);
  });

  test.each([
    ...Object.entries(kinds),
    ["an index", "/chi-so/par-index/"],
    ["a plan", "/ke-hoach/quang-nam-2023/"],
  ])(
    "%s: no heading stands alone at the foot of a page, nor with the line that leads to its table",
    async (_, path = "") => {
      const page = await open(path);
      await page.emulateMedia({ media: "print" });
      const headings = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("main :is(h2, h3, h4, h5, h6, h2 + p:has(+ .table))")]
          .filter(heading => heading.checkVisibility())
          .map(heading => heading.textContent ?? ""),
      );
      const { pages } = await readSheet(await page.pdf({ preferCSSPageSize: true }));
      await page.close();
      expect(headings.length).toBeGreaterThan(0);
      const feet = pages.map(({ runs }) => {
        const lowest = Math.min(...runs.map(({ y }) => y));
        const last = dense(
          runs.flatMap(({ text: run, y }) => (Math.abs(y - lowest) < 1 ? [run] : [])).join(""),
        );
        return last;
      });
      expect(feet.filter(last => headings.some(heading => dense(heading).endsWith(last)))).toEqual([]);
    },
  );

  test.each([
    ["an agency", "/co-quan/so-noi-vu-quang-nam/"],
    ["a quarter", "/ke-hoach/quang-nam-2023/theo-quy/"],
    ["an index year", "/chi-so/par-index/2023/"],
  ])("%s: rows are no higher than their words", async (_, path) => {
    const page = await open(path);
    await page.setViewportSize({ width: 624, height: 900 });
    await page.emulateMedia({ media: "print" });
    const spare = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLTableRowElement>("main .table tbody tr")]
        .filter(row => row.checkVisibility())
        .map(row => {
          const words = [...row.cells].map(cell => {
            const range = document.createRange();
            range.selectNodeContents(cell);
            return range.getBoundingClientRect().height;
          });
          return row.getBoundingClientRect().height - Math.max(...words);
        }),
    );
    await page.close();
    expect(spare.length).toBeGreaterThan(3);
    // The padding of a cell, and less than a line more.
    expect(Math.max(...spare)).toBeLessThan(14);
  });

  test.each([
    ["a bar and its counts", "/", "Tình trạng 184 nhiệm vụ", "Hết hạn, chưa có báo cáo 108"],
    [
      "a heading, the first and the second of its list",
      "/co-quan/ubnd-quang-nam/",
      "Trực thuộc: 26",
      "Sở Nội vụ",
    ],
    [
      "the last results of an agency and the first figure of them",
      "/co-quan/ubnd-quang-nam/",
      "Kết quả các chỉ số",
      "PAPI: Quảng Nam qua các năm",
    ],
  ])("%s stand on one page", async (_, path, heading, words) => {
    const page = await open(path);
    const { pages } = await readSheet(await page.pdf({ preferCSSPageSize: true }));
    await page.close();
    const [found = "", ...others] = pages
      .map(({ text }) => dense(text))
      .filter(text => text.includes(dense(heading)));
    expect(others).toEqual([]);
    expect(found.slice(found.indexOf(dense(heading)))).toContain(dense(words));
  });

  test("a table that runs on has its head on every page, sortable as it is", async () => {
    const page = await open("/chi-so/par-index/2023/");
    const { pages } = await readSheet(await page.pdf({ preferCSSPageSize: true }));
    await page.close();
    expect(pages.length).toBeLessThanOrEqual(4);
    const withRows = pages.map(({ text }) => dense(text)).filter(text => text.split("/63").length > 4);
    expect(withRows.length).toBeGreaterThan(1);
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
