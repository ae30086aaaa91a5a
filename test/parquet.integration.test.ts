import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dataStrings } from "../layouts/data-strings.ts";
import { exportData } from "../scripts/export.ts";
import { TABLES } from "../scripts/model/table-list.ts";
import { folder, NO_ADDRESSES, settings, site } from "./support/example-downloads.ts";
import { query, readParquet } from "./support/parquet.ts";
import { siteOf } from "./support/sources.ts";
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
    expect(withoutPlaces(readSite(data, site))).toEqual(withoutPlaces(site));
  });

  test("has a file for a table without rows as well", async () => {
    const { site: empty } = siteOf({});
    const out = join(folder, "empty");
    exportData(empty, { ...settings(), outputDir: out });
    expect(await readParquet(join(out, "du-lieu/nhiem-vu.parquet"))).toEqual([]);
  });
});

describe("the example of the page of data, asked of the files", () => {
  const AGENCIES =
    "id,name,kind,level\nubnd-a,Tỉnh A,body,province\nubnd-b,Tỉnh B,body,province\nca-nuoc,Cả nước,group,central\n";
  const RESULTS = `year,agency,component,value,rank
${[2021, 2022, 2023].map((year, i) => `${year},ubnd-a,,${40 + i},\n${year},ubnd-b,,${41 - i / 2},\n${year},ca-nuoc,,${40 + i},\n${year},ubnd-a,the-che,${5 + i},`).join("\n")}
`;
  const BREAK = "  - {between: [2021, 2022], why: Cách đo mới}\n";
  test.each([
    ["an allowed change", "", ["Tỉnh A 1", "Tỉnh B -0.5"]],
    [
      "across a soft break",
      "  - {between: [2022, 2023], kind: soft, why: Thêm}\n",
      ["Tỉnh A 1", "Tỉnh B -0.5"],
    ],
    ["nothing across a break", "  - {between: [2022, 2023], why: Cách đo mới}\n", []],
  ])("%s", async (_, more, expected) => {
    const { site: own, problems } = siteOf({
      "agencies.csv": AGENCIES,
      "indices/papi.yaml": `name: PAPI\nbreaks:\n${BREAK}${more}`,
      "results/papi.csv": RESULTS,
    });
    expect(problems).toEqual([]);
    const out = join(folder, `example-${expected.length}-${more.length}`);
    exportData(own, { ...settings(), outputDir: out });
    const sql = dataStrings.exampleSql.replaceAll(/'([a-z-]+\.parquet)'/g, `'${out}/du-lieu/$1'`);
    const rows = await query(sql);
    expect(rows.map(({ agency_name, thay_doi }) => `${agency_name} ${thay_doi}`)).toEqual(expected);
  });
});
