import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validate } from "@readme/openapi-parser";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { checkContent } from "../scripts/check.ts";
import { exportData } from "../scripts/export.ts";
import type { Downloads } from "../scripts/model/download.ts";
import type { Site } from "../scripts/model/site.ts";
import { columnsOf } from "../scripts/model/table.ts";
import { TABLES } from "../scripts/model/table-list.ts";
import { generateCorpus } from "./support/generate.ts";
import { listSite } from "./support/links.ts";
import { readParquet } from "./support/parquet.ts";
import { reading, siteOf } from "./support/sources.ts";
import { catalogFaults, type KeyedRow, profileFaults, readBySchema } from "./support/standards.ts";
import { readSite, type TableData } from "./support/table-read.ts";
import { withoutPlaces } from "./support/without-places.ts";

type Row = Readonly<Record<string, unknown>>;

const BASE = "https://vi-du.example/";
let folder = "";
let site: Site;
let downloads: Downloads;
const settings = () => ({
  contentDir: "test/fixtures/good/content",
  dataDir: "test/fixtures/good/data",
  outputDir: folder,
  pathPrefix: "/",
  siteUrl: BASE.slice(0, -1),
  pdf: false,
  admin: undefined,
  problems: [],
  asOf: "2023-08-31",
});
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-downloads-"));
  ({ site } = await checkContent(settings()));
  downloads = exportData(site, settings());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = (path: string) => readFile(join(folder, path));
const json = async (path: string) => JSON.parse(await readFile(join(folder, path), "utf8"));

describe("the files", () => {
  test("are as long and of the digest that the page and the package say", async () => {
    const said = [...downloads.tables.flatMap(({ files }) => files), downloads.zip];
    expect(said).toHaveLength(TABLES.length * 4 + 1);
    for (const { path, bytes, sha256 } of said) {
      const content = await file(`du-lieu/${path}`);
      expect([path, content.length, digest(content)]).toEqual([path, bytes, sha256]);
    }
    const { resources } = await json("du-lieu/datapackage.json");
    expect(resources).toHaveLength(TABLES.length * 3);
    for (const { path, bytes, hash } of resources) {
      const content = await file(`du-lieu/${path}`);
      expect([path, content.length, `sha256:${digest(content)}`]).toEqual([path, bytes, hash]);
    }
  });

  test("hold something: every table of the example has rows", () => {
    expect(downloads.tables.filter(({ rows }) => rows === 0).map(({ name }) => name)).toEqual([]);
  });

  test("the zip is a package of its own: every table as CSV, its schema, and a descriptor of just these", async () => {
    const entries = unzipSync(await file("du-lieu/tat-ca.zip"));
    expect(Object.keys(entries).sort()).toEqual(
      [...TABLES.flatMap(({ name }) => [`${name}.csv`, `luoc-do/${name}.json`]), "datapackage.json"].sort(),
    );
    const { resources } = JSON.parse(Buffer.from(entries["datapackage.json"] ?? []).toString("utf8"));
    expect(resources).toHaveLength(TABLES.length);
    for (const { path, bytes, hash, schema } of resources) {
      const content = entries[path] ?? new Uint8Array();
      expect([path, content.length, `sha256:${digest(content)}`]).toEqual([path, bytes, hash]);
      expect(entries).toHaveProperty([schema]);
    }
  });
});

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

describe("the API", () => {
  test("answers as its schemas say, every file of it", async () => {
    const ajv = addFormats.default(new Ajv2020({ allErrors: true, strictTypes: false }));
    ajv.addKeyword("components");
    const { paths, components } = openApiAnswers.parse(await json("api/v1/openapi.json"));
    ajv.addSchema({ $id: "https://vi-du.example/api", components });
    const answers = Object.entries(paths).map(([path, { get }]) => ({
      path: new RegExp(`^api/v1${path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`),
      check: ajv.compile({
        $ref: `https://vi-du.example/api${get.responses["200"].content["application/json"].schema.$ref}`,
      }),
    }));
    const files = (await listSite(folder)).filter(name => /^api\/v1\/(?!luoc-do|openapi)/.test(name));
    const unused = new Set(answers);
    for (const name of files) {
      const own = answers.filter(({ path }) => path.test(name));
      expect([name, own.length]).toEqual([name, 1]);
      for (const answer of own) {
        expect([name, answer.check(await json(name)), answer.check.errors]).toEqual([name, true, null]);
        unused.delete(answer);
      }
    }
    expect([...unused].map(({ path }) => path.source)).toEqual([]);
  });

  test("its schemas stand on their own, and name each other by their files", async () => {
    const ajv = addFormats.default(new Ajv2020({ strictTypes: false }));
    const names = (await listSite(folder)).filter(name => name.startsWith("api/v1/luoc-do/"));
    for (const name of names) ajv.addSchema({ $id: BASE + name, ...(await json(name)) });
    for (const name of names) expect(ajv.getSchema(BASE + name)).toBeDefined();
    expect(
      ajv.getSchema(`${BASE}api/v1/luoc-do/mot-ke-hoach.json`)?.(
        await json("api/v1/ke-hoach/vi-du-2023.json"),
      ),
    ).toBe(true);
  });

  test("cuts long lists into pages that together hold every entry once", async () => {
    const { content, data } = generateCorpus({ plans: 12, tasks: 50, agencies: 3 });
    const { site: large, problems } = siteOf(Object.fromEntries([...content, ...data]), "2023-08-31");
    expect(problems).toEqual([]);
    const out = join(folder, "large");
    exportData(large, { ...settings(), outputDir: out });
    const read = async (path: string) => JSON.parse(await readFile(join(out, "api/v1", path), "utf8"));
    const seen: string[] = [];
    for (const { id } of large.agencies.all) {
      const { lead_tasks: total, lead_task_pages: pages } = await read(`co-quan/${id}.json`);
      if (total === 0) continue;
      expect(pages).toBeGreaterThan(1);
      for (let page = 1; page <= pages; page++) {
        const { items, ...head } = await read(`co-quan/${id}/nhiem-vu/trang/${page}.json`);
        expect(head).toEqual({ total, page, pages });
        expect(items.length).toBeLessThanOrEqual(100);
        for (const item of items) seen.push(item.id);
      }
      await expect(
        stat(join(out, `api/v1/co-quan/${id}/nhiem-vu/trang/${pages + 1}.json`)),
      ).rejects.toThrow();
    }
    expect(seen).toHaveLength(600);
    expect(new Set(seen).size).toBe(600);
  });

  test("has the rows of the tables, each task with its assignments and all in their order", async () => {
    const { content, data } = generateCorpus({ plans: 12, tasks: 50, agencies: 3 });
    const { site: large } = siteOf(Object.fromEntries([...content, ...data]), "2023-08-31");
    const out = join(folder, "rows");
    exportData(large, { ...settings(), outputDir: out });
    const read = async (path: string) => JSON.parse(await readFile(join(out, path), "utf8"));
    const plans = await Promise.all(
      [...large.planBySlug.keys()].map(slug => read(`api/v1/ke-hoach/${slug}.json`)),
    );
    const tasks = plans.flatMap(plan => plan.tasks);
    expect(tasks.map(({ assignments: _, ...task }) => task)).toEqual(await read("du-lieu/nhiem-vu.json"));
    expect(tasks.flatMap(({ assignments }) => assignments)).toEqual(await read("du-lieu/phan-cong.json"));
    for (const { id, assignments } of tasks)
      expect(assignments.map(({ task }: { task: string }) => task)).toEqual([id, id]);
    for (const { id } of large.agencies.all) {
      const { lead_tasks: total } = await read(`api/v1/co-quan/${id}.json`);
      const led = tasks.filter(({ leads }) => leads.includes(id)).map(({ assignments: _, ...task }) => task);
      expect(led).toHaveLength(total);
      if (total > 0)
        expect((await read(`api/v1/co-quan/${id}/nhiem-vu/trang/1.json`)).items).toEqual(led.slice(0, 100));
    }
  });
});

test("a row may be longer than what is written or read at once", async () => {
  const { content, data } = generateCorpus({ plans: 3, tasks: 2, agencies: 2 });
  const long = `Lời dài ${"và dài ".repeat(50_000)}hết.`;
  const { site: lengthy, problems } = siteOf(
    Object.fromEntries([
      ...[...content].map(([path, text]) => [path, path.startsWith("plans/") ? `${text}\n${long}\n` : text]),
      ...data,
    ]),
    "2023-08-31",
  );
  expect(problems).toEqual([]);
  const out = join(folder, "lengthy");
  exportData(lengthy, { ...settings(), outputDir: out });
  const read = async (path: string) => JSON.parse(await readFile(join(out, path), "utf8"));
  const rows = await read("du-lieu/nhiem-vu.json");
  expect(rows.map(({ prose }: { prose: string }) => prose)).toEqual(["", long, "", long, "", long]);
  const { tasks } = await read("api/v1/ke-hoach/ke-hoach-3.json");
  expect(tasks.map(({ assignments: _, ...task }: { assignments: unknown }) => task)).toEqual(rows.slice(4));
});

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
    const { asOf, abbreviations, peers, pages, dashboards, charts, history, contact, redirects } = site;
    const { value, problems } = reading(report =>
      readSite(
        data,
        { asOf, abbreviations, peers, pages, dashboards, charts, history, contact, redirects },
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

/** The parts of an OpenAPI description that say what is answered where. */
const openApiAnswers = z.object({
  components: z.record(z.string(), z.unknown()),
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({
        responses: z.object({
          "200": z.object({
            content: z.object({ "application/json": z.object({ schema: z.object({ $ref: z.string() }) }) }),
          }),
        }),
      }),
    }),
  ),
});

const NO_ADDRESSES = { plan: String, task: String, agency: String, document: String, indexYear: String };

function digest(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
