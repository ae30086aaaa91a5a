import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exportData } from "../scripts/export.ts";
import { TABLES } from "../scripts/model/table-list.ts";
import { folder, NO_ADDRESSES, settings, site } from "./support/example-downloads.ts";
import { readParquet } from "./support/parquet.ts";
import { reading, siteOf } from "./support/sources.ts";
import { readSite, type TableData } from "./support/table-read.ts";
import { withoutPlaces } from "./support/without-places.ts";

describe("Parquet, read by DuckDB", () => {
  test("has the rows of the model, value for value", async () => {
    for (const table of TABLES) {
      const rows = [...table.rows(site, NO_ADDRESSES)].map(row => ({ ...row, url: undefined }));
      const read = await readParquet(join(folder, `du-lieu/${table.name}.parquet`));
      expect([table.name, read.map(row => ({ ...row, url: undefined }))]).toEqual([table.name, rows]);
    }
  });

  test("gives the same site back", async () => {
    const data = Object.fromEntries(
      await Promise.all(
        TABLES.map(async ({ name }) => [name, await readParquet(join(folder, `du-lieu/${name}.parquet`))]),
      ),
    ) as TableData;
    const {
      asOf,
      abbreviations,
      peers,
      pages,
      dashboards,
      charts,
      history,
      dataHistory,
      contact,
      redirects,
    } = site;
    const { value, problems } = reading(report =>
      readSite(
        data,
        { asOf, abbreviations, peers, pages, dashboards, charts, history, dataHistory, contact, redirects },
        report,
      ),
    );
    expect(problems).toEqual([]);
    expect(withoutPlaces(value)).toEqual(withoutPlaces(site));
  });

  test("has a file for a table without rows as well", async () => {
    const { site: empty } = siteOf({});
    const out = join(folder, "empty");
    exportData(empty, { ...settings(), outputDir: out });
    expect(await readParquet(join(out, "du-lieu/nhiem-vu.parquet"))).toEqual([]);
  });
});
