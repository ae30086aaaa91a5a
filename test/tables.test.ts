import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Site } from "../scripts/model/site.ts";
import type { Addresses } from "../scripts/model/table.ts";
import { csvHeader, csvWriter, DIALECTS, type Dialect, readCsv } from "../scripts/model/table-csv.ts";
import { TABLES } from "../scripts/model/table-list.ts";
import { readSite, type TableData } from "../scripts/model/table-read.ts";
import { siteFiles } from "./support/arbitrary-site.ts";
import { reading, siteOf } from "./support/sources.ts";
import { withoutPlaces } from "./support/without-places.ts";

const ADDRESSES: Addresses = {
  plan: slug => `/ke-hoach/${slug}/`,
  task: (plan, task) => `/ke-hoach/${plan}/#${task}`,
  agency: id => `/co-quan/${id}/`,
  document: id => `/van-ban/${id}/`,
  indexYear: (index, year) => `/chi-so/${index}/${year}/`,
};

type Texts = Record<string, string>;

function writeCsv(site: Site, dialect: Dialect): Texts {
  return Object.fromEntries(
    TABLES.map(table => {
      const line = csvWriter(table, dialect);
      const rows = [...table.rows(site, ADDRESSES)].map(row => line(row));
      return [table.name, csvHeader(table, dialect) + rows.join("")];
    }),
  );
}

function writeJson(site: Site): Texts {
  return Object.fromEntries(
    TABLES.map(table => [table.name, JSON.stringify([...table.rows(site, ADDRESSES)])]),
  );
}

function tables(read: (table: (typeof TABLES)[number]) => readonly unknown[]): TableData {
  return Object.fromEntries(TABLES.map(table => [table.name, read(table)])) as unknown as TableData;
}

function back(
  data: TableData,
  { asOf, abbreviations, indices, peers, pages, dashboards, charts, history, contact, redirects }: Site,
): Site {
  const beside = {
    asOf,
    abbreviations,
    indices,
    peers,
    pages,
    dashboards,
    charts,
    history,
    contact,
    redirects,
  };
  const { value, problems } = reading(report => readSite(data, beside, report));
  expect(problems).toEqual([]);
  return value;
}

describe("published tables loaded back give the same site", () => {
  const formats = [
    ["CSV", (site: Site) => writeCsv(site, DIALECTS.plain), DIALECTS.plain],
    ["CSV for Excel", (site: Site) => writeCsv(site, DIALECTS.excel), DIALECTS.excel],
    ["JSON", writeJson, undefined],
  ] as const;
  test.each(formats)("%s, of any site", (_, write, dialect) => {
    fc.assert(
      fc.property(siteFiles, files => {
        const { site, problems } = siteOf(files);
        expect(problems).toEqual([]);
        const texts = write(site);
        const read = back(
          tables(table =>
            dialect ? readCsv(table, texts[table.name] ?? "", dialect) : JSON.parse(texts[table.name] ?? ""),
          ),
          site,
        );
        expect(withoutPlaces(read)).toEqual(withoutPlaces(site));
        // Status, verdicts and names are worked out anew from what was read: they are the same as well.
        expect(write(read)).toEqual(texts);
      }),
      { numRuns: 30, seed: 1 },
    );
  });
});

describe("a CSV", () => {
  const agencies = TABLES.find(({ name }) => name === "co-quan");
  const line = (note: string, aliases: string[] = []) =>
    agencies ? csvWriter(agencies, DIALECTS.plain)({ id: "a", aliases, note }) : "";

  test.each(["=HYPERLINK(0)", "+1", "-1", "@a", "\tx", "\rx", "＝1", "'x"])(
    "gives a spreadsheet no formula: %j",
    note => {
      const cell = line(note).split(",").at(-2) ?? "";
      expect(cell.replace(/^"/, "")).toMatch(/^'/);
    },
  );
  test("leaves numbers numbers, negative ones too", () => {
    const results = TABLES.find(({ name }) => name === "ket-qua");
    expect(results && csvWriter(results, DIALECTS.plain)({ stated_change: -5.67 })).toContain(",-5.67,");
    expect(results && csvWriter(results, DIALECTS.excel)({ stated_change: -5.67 })).toContain(";-5,67;");
  });
  test("has a list as a JSON array, and for Excel with bars, of which one in a value is kept apart", () => {
    expect(line("", ["a|b", "c\\"])).toContain(',"[""a|b"",""c\\\\""]",');
    expect(
      agencies && csvWriter(agencies, DIALECTS.excel)({ id: "a", aliases: ["a|b", "c\\"], note: "" }),
    ).toContain(";a\\|b|c\\\\;");
  });
  test("begins with a byte order mark and ends its lines with CRLF", () => {
    expect(agencies && csvHeader(agencies, DIALECTS.plain)).toMatch(/^\uFEFFid,.*\r\n$/);
    expect(line("x")).toMatch(/\r\n$/);
  });
});
