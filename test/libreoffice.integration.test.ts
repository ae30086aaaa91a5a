import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportData } from "../scripts/export.ts";
import type { Site } from "../scripts/model/site.ts";
import { columnsOf } from "../scripts/model/table.ts";
import { TABLES } from "../scripts/model/table-list.ts";
import { findLibreOffice, openCsvs } from "./support/find-libreoffice.ts";
import { siteOf } from "./support/sources.ts";

const DATA = {
  "agencies.csv": `id,name,kind,note
ubnd-vi-du,Ủy ban nhân dân tỉnh Ví Dụ,body,
so-noi-vu,"Sở Nội vụ; phòng “Đặng Thị Ngưỡng”, đường Nguyễn Huệ",agency,"=HYPERLINK(""https://vi-du.example"",""bấm"")"
so-tu-phap,Sở Tư pháp,agency,+84 235 3852 739
so-y-te,Sở Y tế,agency,@tong(A1)
so-xay-dung,Sở Xây dựng,agency,"dòng một
dòng hai"
`,
  "indices/par-index.yaml": "name: Chỉ số cải cách hành chính\n",
  "results/par-index.csv": `year,agency,value,rank,rank_of,stated_change
2022,ubnd-vi-du,86.57,25,63,-5.67
2023,ubnd-vi-du,7.5,1,63,0.66
`,
};

let folder = "";
let site: Site;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-libreoffice-"));
  const read = siteOf(DATA);
  expect(read.problems).toEqual([]);
  site = read.site;
  exportData(site, {
    outputDir: folder,
    pathPrefix: "/",
    siteUrl: "",
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What LibreOffice made of a CSV: a row an object, a cell with a formula `{ formula }`. */
async function readBook(path: string): Promise<Record<string, unknown>[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const rows: unknown[][] = [];
  book.worksheets[0]?.eachRow(row => {
    rows.push(Array.isArray(row.values) ? row.values.slice(1) : []);
  });
  const [header = [], ...lines] = rows;
  return lines.map(line => Object.fromEntries(header.map((name, i) => [String(name), line[i]])));
}

const WAYS = [
  ["plain CSV, where numbers have a point", "", { separator: ",", language: 1033 }],
  ["CSV for Excel, where Vietnam's marks hold", "excel", { separator: ";", language: 1066 }],
] as const;

describe.skipIf(findLibreOffice() === undefined).each(WAYS)(
  "LibreOffice opens the %s",
  (_, place, opening) => {
    let agencies: Record<string, unknown>[] = [];
    let results: Record<string, unknown>[] = [];
    beforeAll(async () => {
      const out = await mkdtemp(join(folder, "mo-"));
      const files = ["co-quan.csv", "ket-qua.csv"].map(name => join(folder, "du-lieu", place, name));
      await openCsvs(files, out, opening);
      agencies = await readBook(join(out, "co-quan.xlsx"));
      results = await readBook(join(out, "ket-qua.xlsx"));
    });

    test("with every mark, and without a formula", () => {
      const text = (value: unknown) => (typeof value === "string" ? value.replace(/^'/, "") : value);
      expect(agencies.map(({ name, note }) => [name, text(note)])).toEqual(
        site.agencies.all.map(({ name, note }) => [name, note]),
      );
    });

    test("with numbers that are numbers", () => {
      const numbers = results.map(({ value, rank, rank_of, stated_change }) => [
        value,
        rank,
        rank_of,
        stated_change,
      ]);
      expect(numbers).toEqual([
        [86.57, 25, 63, -5.67],
        [7.5, 1, 63, 0.66],
      ]);
    });

    test("with a head for every column", () => {
      const table = TABLES.find(({ name }) => name === "ket-qua");
      expect(Object.keys(results[0] ?? {})).toEqual(table && columnsOf(table).map(({ name }) => name));
    });
  },
);
