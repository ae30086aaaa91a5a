import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { resultRows } from "../scripts/model/data-rows.ts";
import { noteRows, sectionRows, sourceOf, targetRows } from "../scripts/model/plan-rows.ts";
import type { Site } from "../scripts/model/site.ts";
import { type Addresses, list, someText } from "../scripts/model/table.ts";
import { csvCell, csvHeader, DIALECTS, type Dialect } from "../scripts/model/table-csv.ts";
import { TABLES, TABLES_VERSION, tableChanges } from "../scripts/model/table-list.ts";
import { siteFiles } from "./support/arbitrary-site.ts";
import { readCsv } from "./support/csv-read.ts";
import { plan, siteOf } from "./support/sources.ts";
import { readSite, type TableData } from "./support/table-read.ts";
import { writeRows } from "./support/table-text.ts";
import { withoutPlaces } from "./support/without-places.ts";

const ADDRESSES: Addresses = {
  plan: slug => `/ke-hoach/${slug}/`,
  task: (plan, task) => `/ke-hoach/${plan}/#${task}`,
  agency: id => `/co-quan/${id}/`,
  document: id => `/van-ban/${id}/`,
  indexYear: (index, year) => `/chi-so/${index}/${year}/`,
};

/** What formats mind, and what they do not. */
const SIGNS = [..."aZ0Đư= +-@'＝＠\"\\,;|\t\r\n\u00a0\u3000\u0000\u2028\ud800(.%/"];

type Texts = Record<string, string>;

function writeSite(site: Site, format: "csv" | "excel" | "json", dialect: Dialect | undefined): Texts {
  return Object.fromEntries(
    TABLES.map(table => {
      const header = dialect ? csvHeader(table, dialect) : "";
      return [table.name, header + writeRows(table, table.rows(site, ADDRESSES))[format]];
    }),
  );
}

function tables(read: (table: (typeof TABLES)[number]) => readonly unknown[]): TableData {
  return Object.fromEntries(TABLES.map(table => [table.name, read(table)])) as unknown as TableData;
}

describe("rows of a plan and of results", () => {
  const { site, problems } = siteOf({
    "indices/par-index.yaml":
      "name: A\neditions:\n  - {from: 2022, domains: [{key: the-che, name: Thể chế}]}\nbands:\n  - {years: [2023], label: A, from: 80}\n  - {years: [2023], label: B, below: 80}\n",
    "results/par-index.csv":
      "year,agency,component,value,rank,rank_of\n2023,ubnd-vi-du,,86.57,18,63\n2023,ubnd-vi-du,the-che,9,,\n",
    "plans/a/ke-hoach.md": plan(
      "Mở đầu.\n\n## A. Nhóm\n- Thời hạn: Quý II/2023\n\n### A.1 Việc\n- Chủ trì: Sở Nội vụ\n\n## Lưu ý\n\nHai.\n",
      "number: 5/KH-UBND\nissued: 2023-01-05\ntargets:\n  - {index: par-index, measure: rank, at_most: 25, year: 2023}\n  - {index: par-index, measure: band, at_least: A, year: 2023}\n  - {index: par-index, measure: rank, at_most: 5, year: 2024}\nnotes: [{where: Mục I, note: thiếu}, {where: Mục II, printed: a, note: b}]\n",
    ),
  });
  expect(problems).toEqual([]);

  test("sections and prose have their place among all parts, and no task is one", () => {
    expect([...sectionRows(site.plans)]).toMatchObject([
      { order: 1, level: 0, code: undefined, title: "", prose: "Mở đầu." },
      { order: 2, level: 2, code: "A", title: "Nhóm", due: "2023-06-30" },
      { order: 4, level: 2, code: undefined, title: "Lưu ý", due: undefined, prose: "\nHai." },
    ]);
  });
  test("targets are judged: a number or a band, met or missed, or not known yet", () => {
    expect([...targetRows(site, site.plans)]).toMatchObject([
      {
        id: "ke-hoach/1",
        threshold: 25,
        band: undefined,
        verdict: "met",
        actual: 18,
        actual_band: undefined,
      },
      {
        id: "ke-hoach/2",
        threshold: undefined,
        band: "A",
        verdict: "met",
        actual: undefined,
        actual_band: "A",
      },
      {
        id: "ke-hoach/3",
        threshold: 5,
        verdict: "unknown",
        actual: undefined,
        source: "5/KH-UBND, 2023-01-05",
      },
    ]);
  });
  test("notes stand in their order", () =>
    expect([...noteRows(site.plans)]).toEqual([
      { plan: "ke-hoach", order: 1, where: "Mục I", printed: undefined, note: "thiếu" },
      { plan: "ke-hoach", order: 2, where: "Mục II", printed: "a", note: "b" },
    ]));
  test("a result is known by its index, year, agency and part", () =>
    expect([...resultRows(site, ADDRESSES, site.results)].map(({ id }) => id)).toEqual([
      "par-index/2023/ubnd-vi-du",
      "par-index/2023/ubnd-vi-du/the-che",
    ]));
  test.each([
    ["number: 5/KH-UBND\nissued: 2023-01-05\n", "5/KH-UBND, 2023-01-05"],
    ["number: 5/KH-UBND\n", "5/KH-UBND"],
    ["issued: 2023-01-05\n", "Kế hoạch ví dụ, 2023-01-05"],
    ["", "Kế hoạch ví dụ"],
  ])("the source of a plan with %j is %s", (extra, source) => {
    const [only] = siteOf({ "plans/a/ke-hoach.md": plan("", extra) }).site.plans;
    expect(only && sourceOf(only)).toBe(source);
  });
});

describe("published tables loaded back give the same site", () => {
  const formats = [
    ["CSV", "csv", DIALECTS.plain],
    ["CSV for Excel", "excel", DIALECTS.excel],
    ["JSON", "json", undefined],
  ] as const;
  test.each(formats)("%s, of any site", (_, format, dialect) => {
    fc.assert(
      fc.property(siteFiles, files => {
        const { site, problems } = siteOf(files);
        expect(problems).toEqual([]);
        const texts = writeSite(site, format, dialect);
        const read = readSite(
          tables(table =>
            dialect ? readCsv(table, texts[table.name] ?? "", dialect) : JSON.parse(texts[table.name] ?? ""),
          ),
          site,
        );
        expect(withoutPlaces(read)).toEqual(withoutPlaces(site));
        // Status, verdicts and names are worked out anew from what was read: they are the same as well.
        expect(writeSite(read, format, dialect)).toEqual(texts);
      }),
      { numRuns: 30, seed: 1 },
    );
  });
});

describe("a row", () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 6 }),
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: "binary" }),
  );
  const cell = fc.oneof(
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.array(text),
  );
  // Half of a pair has no UTF-8.
  const asWritten = (text: string) => Buffer.from(text).toString();
  const table = { row: z.strictObject({ first: list("", ""), second: someText("", "") }) };

  test("is what the rules of its formats make of each cell, whatever stands in it", () => {
    const [plain, excel] = [csvCell(DIALECTS.plain), csvCell(DIALECTS.excel)];
    fc.assert(
      fc.property(fc.array(fc.record({ first: cell, second: cell }, { requiredKeys: ["first"] })), rows => {
        const line =
          (write: typeof plain, separator: string) =>
          ({ first, second }: (typeof rows)[number]) =>
            `${write(first)}${separator}${second === undefined ? "" : write(second)}\r\n`;
        expect(writeRows(table, [...rows, ...rows])).toEqual({
          csv: asWritten([...rows, ...rows].map(line(plain, ",")).join("")),
          excel: asWritten([...rows, ...rows].map(line(excel, ";")).join("")),
          json: JSON.stringify([...rows, ...rows]),
        });
      }),
    );
  });

  test("is the same whether its column repeats itself or not", () => {
    const rows = Array.from({ length: 5000 }, (_, i) => ({ first: [`mục ${i}`], second: `lời ${i % 7}` }));
    expect(JSON.parse(writeRows(table, rows).json)).toEqual(rows);
  });
});

describe("a CSV", () => {
  const agencies = TABLES.find(({ name }) => name === "co-quan");
  const line = (note: string, aliases: string[] = [], format: "csv" | "excel" = "csv") =>
    agencies ? writeRows(agencies, [{ id: "a", aliases, note }])[format] : "";

  test.each(["=HYPERLINK(0)", "+1", "-1", "@a", "\tx", "\rx", "＝1", "'x"])(
    "gives a spreadsheet no formula: %j",
    note => {
      const cell = line(note).split(",").at(-2) ?? "";
      expect(cell.replace(/^"/, "")).toMatch(/^'/);
    },
  );
  test("leaves numbers numbers, negative ones too", () => {
    const results = TABLES.find(({ name }) => name === "ket-qua");
    const { csv, excel, json } = results
      ? writeRows(results, [{ stated_change: -5.67 }])
      : writeRows(TABLES[0], []);
    expect(csv).toContain(",-5.67,");
    expect(excel).toContain(";-5,67;");
    expect(json).toBe('[{"stated_change":-5.67}]');
  });
  test("has a list as a JSON array, and for Excel with bars, of which one in a value is kept apart", () => {
    expect(line("", ["a|b", "c\\"])).toContain(',"[""a|b"",""c\\\\""]",');
    expect(line("", ["a|b", "c\\"], "excel")).toContain(";a\\|b|c\\\\;");
  });
  test("begins with a byte order mark and ends its lines with CRLF", () => {
    expect(agencies && csvHeader(agencies, DIALECTS.plain)).toMatch(/^\uFEFFid,.*\r\n$/);
    expect(line("x")).toMatch(/\r\n$/);
  });
});

test("what a version brought is told, up to the version of today; a column that came with its table is not told twice", () => {
  const changes = tableChanges();
  expect(changes.map(([version]) => version)).toEqual([TABLES_VERSION, "1.2.0", "1.1.0"]);
  const brought = Object.fromEntries(changes);
  expect(brought["1.2.0"]).toContain("nhiem-vu.due_now");
  expect(brought["1.1.0"]).toContain("cho-gay");
  expect(
    changes.flatMap(([, names]) => names).filter(name => /^chi-so\.(?!short_name_en)/.test(name)),
  ).toEqual([]);
});
