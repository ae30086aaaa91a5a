import { join } from "node:path";
import { validate } from "@readme/openapi-parser";
import { describe, expect, test } from "vitest";
import { columnsOf } from "../scripts/model/table.ts";
import { TABLES } from "../scripts/model/table-list.ts";
import { BASE, downloads, folder, json, NO_ADDRESSES, site } from "./support/example-downloads.ts";
import { catalogFaults, type KeyedRow, profileFaults, readBySchema } from "./support/standards.ts";

type Row = Readonly<Record<string, unknown>>;

describe("the descriptions keep the rules of their standards", () => {
  test("the data package and the schema of every table", async () => {
    const descriptor = await json("du-lieu/datapackage.json");
    expect(profileFaults("datapackage", descriptor)).toEqual([]);
    const names = descriptor.resources.map(({ name }: { name: string }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name } of TABLES)
      expect([name, profileFaults("tableschema", await json(`du-lieu/luoc-do/${name}.json`))]).toEqual([
        name,
        [],
      ]);
  });

  test("every CSV is read by its schema alone: types, constraints, keys and references", async () => {
    const read = async (name: string, relations?: Record<string, readonly KeyedRow[]>) =>
      readBySchema(
        join(folder, `du-lieu/${name}.csv`),
        await json(`du-lieu/luoc-do/${name}.json`),
        relations,
      );
    const rows: Record<string, readonly KeyedRow[]> = {};
    for (const { name } of TABLES) rows[name] = (await read(name)).rows;
    for (const { name, rows: count } of downloads.tables) {
      const { rows: found, faults } = await read(name, rows);
      expect([name, faults, found.length]).toEqual([name, [], count]);
    }
    const [known] = site.agencies.all;
    const plans = await read("ke-hoach", { ...rows, "co-quan": [{ id: known?.id }] });
    expect(plans.faults).not.toEqual([]);
  });

  test("keys name one row each, and what refers to another table finds its row", () => {
    const rowsOf = new Map(
      TABLES.map(table => [
        table.name as string,
        [...table.rows(site, NO_ADDRESSES)] as Record<string, unknown>[],
      ]),
    );
    for (const table of TABLES) {
      const rows = rowsOf.get(table.name) ?? [];
      expect(new Set(rows.map(row => table.key.map(column => row[column]).join("\n"))).size).toBe(
        rows.length,
      );
      for (const { name, refers = "" } of columnsOf(table)) {
        const [target = "", column = ""] = refers.split(".");
        if (refers === "") continue;
        const known = new Set(rowsOf.get(target)?.map(row => row[column]));
        for (const row of rows) for (const value of [row[name] ?? []].flat()) expect(known).toContain(value);
      }
    }
  });

  test("a result finds the scheme and the domain that it was measured by, and what changed between two years", async () => {
    const rows = await json("du-lieu/ket-qua.json");
    const editions = await json("du-lieu/bo-tieu-chi.json");
    const domains = await json("du-lieu/linh-vuc.json");
    for (const { index, edition, component, year } of rows) {
      const scheme = editions.find((row: Row) => row.index === index && row.id === edition);
      expect(scheme.year_from).toBeLessThanOrEqual(year);
      expect(year).toBeLessThanOrEqual(scheme.year_to ?? year);
      if (component === undefined) continue;
      const own = (row: Row) => row.index === index && row.edition === edition && row.component === component;
      expect(domains.filter(own)).toHaveLength(1);
    }
    expect(await json("du-lieu/cho-gay.json")).toEqual([
      { index: "par-index", order: 1, year_before: 2021, year_after: 2022, why: "Bộ tiêu chí khác" },
    ]);
  });

  test("the DCAT catalogue keeps the shapes of DCAT-AP without fetching anything", async () => {
    const catalog = await json("du-lieu/catalog.jsonld");
    expect(await catalogFaults(catalog, `${BASE}du-lieu/catalog.jsonld`)).toEqual([]);
    const { "dct:publisher": _, ...nobodys } = catalog;
    expect(await catalogFaults(nobodys, `${BASE}du-lieu/catalog.jsonld`)).toEqual([
      `${BASE}du-lieu/catalog.jsonld http://purl.org/dc/terms/publisher: MinCountConstraintComponent`,
    ]);
  });

  test("and says of every file where it is, how long, and its digest", async () => {
    const { "dcat:dataset": datasets } = await json("du-lieu/catalog.jsonld");
    const said = datasets.flatMap((dataset: Record<string, object[]>) => dataset["dcat:distribution"]);
    expect(said).toEqual(
      downloads.tables.flatMap(({ files }) =>
        files.map(({ path, bytes, sha256 }) =>
          expect.objectContaining({
            "dcat:downloadURL": { "@id": `${BASE}du-lieu/${path}` },
            "dcat:byteSize": expect.objectContaining({ "@value": String(bytes) }),
            "spdx:checksum": expect.objectContaining({
              "spdx:checksumValue": expect.objectContaining({ "@value": sha256 }),
            }),
          }),
        ),
      ),
    );
  });

  test("the OpenAPI description", async () => {
    expect(await validate(join(folder, "api/v1/openapi.json"))).toMatchObject({ valid: true });
  });
});
