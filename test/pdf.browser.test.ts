import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { checkContent } from "../scripts/check.ts";
import { writePdfs } from "../scripts/pdf.ts";
import { COUNTRY, dense, outside, overlaid, readSheet, SHEET, type Sheet } from "./support/sheet.ts";

const shipped = inject("shippedSite");
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
