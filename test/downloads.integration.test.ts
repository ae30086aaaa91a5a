import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { exportData } from "../scripts/export.ts";
import { TABLES } from "../scripts/model/table-list.ts";
import { downloads, file, folder, json, settings } from "./support/example-downloads.ts";
import { generateCorpus } from "./support/generate.ts";
import { siteOf } from "./support/sources.ts";

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

function digest(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
