import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { Peer } from "../../scripts/model/peer.ts";
import { isEarlier } from "../../scripts/model/promised-tables.ts";
import { columnsOf, type Table } from "../../scripts/model/table.ts";
import { TABLES } from "../../scripts/model/table-list.ts";
import { serveSite } from "../../scripts/serve.ts";
import { publishPackage } from "./package.ts";
import { query } from "./parquet.ts";
import { originOf } from "./ports.ts";

/** The day of harvests. */
export const NOW = new Date("2023-10-02T03:00:00Z");
const LATE = "Trước 15/6/2023";
const ALWAYS = "Thường xuyên";

let packages = "";
/** A folder of its own for each test, and where in it is harvested. */
export let folder = "";
export let held = "";
/** What a test serves; closed behind it. */
export const servers: Server[] = [];

beforeAll(async () => {
  packages = await mkdtemp(join(tmpdir(), "minh-bach-packages-"));
  await publishPackage(join(packages, "an"), "An", [
    ["A.1", LATE],
    ["A.2", LATE],
    ["A.3", ALWAYS],
  ]);
  await publishPackage(join(packages, "binh"), "Bình", [["A.1", ALWAYS]]);
  await publishPackage(join(packages, "binh-2"), "Bình", [
    ["A.1", ALWAYS],
    ["A.2", LATE],
  ]);
});
afterAll(() => rm(packages, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-portal-"));
  held = join(folder, "harvest");
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await rm(folder, { recursive: true, force: true });
});

export const peer = (id: string, address: string): Peer => ({ id, name: `Trang ${id}`, address });

/** The root of a site that was published before the tests. */
export const published = (name: string) => join(packages, name);

/** Serves a folder on loopback; the address that a peer is given. */
export async function serve(site: string): Promise<string> {
  return addressOf(await serveSite(site, "/", 0));
}

/** Serves whatever a listener answers. */
export async function serveWith(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>(fulfil => server.listen(0, "127.0.0.1", fulfil));
  return addressOf(server);
}

function addressOf(server: Server): string {
  servers.push(server);
  return `${originOf(server)}/`;
}

/** A copy of a package in which one table is another file, which the manifest promises truthfully. */
export async function forge(name: string, table: string, content: Uint8Array, rows: number): Promise<string> {
  const copy = join(folder, name);
  await cp(published("an"), copy, { recursive: true });
  await put(copy, table, content, { rows });
  return copy;
}

/** Puts another file in the place of a table, and its length and digest into the manifest. */
async function put(copy: string, table: string, content: Uint8Array, more: object = {}): Promise<void> {
  await writeFile(join(copy, `du-lieu/${table}.parquet`), content);
  const path = join(copy, "du-lieu/datapackage.json");
  const manifest = JSON.parse(await readFile(path, "utf8"));
  for (const resource of manifest.resources)
    if (resource.name === `${table}-parquet`)
      Object.assign(resource, more, {
        bytes: content.length,
        hash: `sha256:${createHash("sha256").update(content).digest("hex")}`,
      });
  await writeFile(path, JSON.stringify(manifest));
}

/** A copy of a package without the tables and columns that came after a version, which it claims or does not. */
export async function publishEarlier(copy: string, version: string, claimed = version): Promise<void> {
  await cp(published("an"), copy, { recursive: true });
  const later = ({ since = version }: { readonly since?: string }) => isEarlier(version, since);
  const tables: readonly Table[] = TABLES;
  for (const table of tables) {
    const columns = columnsOf(table).filter(later);
    if (later(table) || columns.length === 0) continue;
    const path = join(copy, `du-lieu/${table.name}.parquet`);
    await put(copy, table.name, await withoutColumns(path, columns));
  }
  const path = join(copy, "du-lieu/datapackage.json");
  const { resources, ...manifest } = JSON.parse(await readFile(path, "utf8"));
  const gone = tables.filter(later).map(({ name }) => `${name}-parquet`);
  const kept = resources.filter(({ name }: { name: string }) => !gone.includes(name));
  await writeFile(path, JSON.stringify({ ...manifest, version: claimed, resources: kept }));
}

async function withoutColumns(
  path: string,
  columns: readonly { readonly name: string }[],
): Promise<Uint8Array> {
  const target = join(folder, "without.parquet");
  const names = columns.map(({ name }) => name).join();
  await query(`COPY (SELECT * EXCLUDE (${names}) FROM '${path}') TO '${target}' (FORMAT parquet)`);
  return readFile(target);
}
