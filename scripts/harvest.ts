import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { DuckDBConnection } from "@duckdb/node-api";
import { z } from "zod";
import { checkContent, summarize } from "./check.ts";
import { ask, openDuck, quote } from "./duck.ts";
import { FetchError, readSiteFile } from "./fetch-site.ts";
import { readSettings } from "./load.ts";
import { type Manifest, type Promised, parseManifest } from "./model/manifest.ts";
import type { Peer } from "./model/peer.ts";
import { type HarvestState, harvestState } from "./model/portal.ts";
import { formatProblem } from "./model/problem.ts";
import { columnsOf } from "./model/table.ts";
import { TABLES } from "./model/table-list.ts";

/** How much one site may take of time, bytes and attention. */
export interface Bounds {
  /** Milliseconds for all files of a site. */
  readonly time: number;
  readonly manifestBytes: number;
  /** Bytes of all tables of a site together. */
  readonly dataBytes: number;
  /** Sites that are read at the same time. */
  readonly atOnce: number;
}

export const BOUNDS: Bounds = { time: 120_000, manifestBytes: 1 << 20, dataBytes: 1 << 30, atOnce: 8 };

/** Where harvested data lies: HARVEST_DIR, or `_harvest`. */
export function harvestFolder(env: NodeJS.ProcessEnv): string {
  return env.HARVEST_DIR || "_harvest";
}

/** The folder of a site's tables, named as engines expect of a partition: `site=<id>`. */
export function peerFolder(folder: string, id: string): string {
  return join(folder, `site=${id}`);
}

/** What a site sends is not what it promised, or no data package at all. */
class WrongData extends Error {}

/**
 * Fetches the published tables of other sites. A site's tables are replaced only by tables that are whole, of the digest
 * that its manifest promises, and readable to the last value; otherwise what was last good stays. One site never holds
 * up or spoils another.
 * @param now the moment that is written down
 * @returns how it went with each site, in their order; also written to `harvest.json`
 */
export async function harvest(
  peers: readonly Peer[],
  folder: string,
  now: Date,
  bounds: Bounds = BOUNDS,
): Promise<HarvestState[]> {
  await mkdir(folder, { recursive: true });
  const duck = await openDuck();
  const states = new Map<string, HarvestState>();
  const waiting = peers.values();
  const work = async () => {
    const connection = await duck.connect();
    for (const peer of waiting) states.set(peer.id, await harvestPeer(peer, folder, connection, now, bounds));
    connection.closeSync();
  };
  await Promise.all(Array.from({ length: bounds.atOnce }, work));
  duck.close();
  const list = peers.flatMap(({ id }) => states.get(id) ?? []);
  await writeFile(join(folder, "harvest.json.next"), `${JSON.stringify(list, null, 1)}\n`);
  await rename(join(folder, "harvest.json.next"), join(folder, "harvest.json"));
  return list;
}

/** How the last harvest went; empty before the first one. */
export async function readHarvest(folder: string): Promise<HarvestState[]> {
  const text = await readFile(join(folder, "harvest.json"), "utf8").catch(() => "[]");
  return z.array(harvestState).parse(JSON.parse(text));
}

async function harvestPeer(
  peer: Peer,
  folder: string,
  connection: DuckDBConnection,
  now: Date,
  bounds: Bounds,
): Promise<HarvestState> {
  const kept = peerFolder(folder, peer.id);
  const next = join(folder, `.next-${peer.id}`);
  const checked = now.toISOString();
  const before = await readFile(join(kept, "datapackage.json"), "utf8").catch(() => undefined);
  const signal = AbortSignal.timeout(bounds.time);
  try {
    const text = await readText(peer.address, "du-lieu/datapackage.json", bounds.manifestBytes, signal);
    const manifest = parseManifest(text);
    if (typeof manifest === "string") throw new WrongData(manifest);
    if (text === before) return { id: peer.id, checked, outcome: "unchanged", asOf: manifest.asOf };
    if (manifest.files.reduce((sum, { bytes }) => sum + bytes, 0) > bounds.dataBytes)
      throw new WrongData(`các bảng dài hơn ${bounds.dataBytes} byte`);
    await rm(next, { recursive: true, force: true });
    await mkdir(next, { recursive: true });
    for (const file of manifest.files) {
      await fetchTable(peer.address, file, next, signal);
      await checkTable(connection, file, next);
    }
    await writeFile(join(next, "datapackage.json"), text);
    const old = join(folder, `.old-${peer.id}`);
    await rm(old, { recursive: true, force: true });
    await rename(kept, old).catch(() => {});
    await rename(next, kept);
    await rm(old, { recursive: true, force: true });
    return { id: peer.id, checked, outcome: "new", asOf: manifest.asOf };
  } catch (error) {
    if (!(error instanceof WrongData || error instanceof FetchError)) throw error;
    await rm(next, { recursive: true, force: true });
    const outcome = error instanceof WrongData ? "wrong" : "away";
    const last = before === undefined ? undefined : parseManifest(before);
    return { id: peer.id, checked, outcome, reason: error.message, asOf: asOfOf(last) };
  }
}

function asOfOf(manifest: Manifest | string | undefined): string | undefined {
  return typeof manifest === "object" ? manifest.asOf : undefined;
}

async function readText(address: string, path: string, limit: number, signal: AbortSignal): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of readSiteFile(address, path, limit, signal)) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

/** Writes a table to the disk as it comes, and holds its length and digest against what was promised. */
async function fetchTable(
  address: string,
  { table, path, bytes, sha256 }: Promised,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const digest = createHash("sha256");
  let length = 0;
  const file = await open(join(folder, `${table}.parquet`), "w");
  try {
    for await (const piece of readSiteFile(address, `du-lieu/${path}`, bytes, signal)) {
      digest.update(piece);
      length += piece.length;
      await file.write(piece);
    }
  } finally {
    await file.close();
  }
  if (length !== bytes) throw new WrongData(`${path} dài ${length} byte, bản kê ghi ${bytes}`);
  if (digest.digest("hex") !== sha256) throw new WrongData(`${path} không khớp mã băm của bản kê`);
}

const SQL_TYPES = {
  string: "VARCHAR",
  date: "DATE",
  number: "DOUBLE",
  integer: "INTEGER",
  year: "INTEGER",
  list: "VARCHAR[]",
};

/**
 * Reads every value of a table once: a file whose digest is right may still be no table, or another one. What passes
 * can be compared with the tables of other sites without a further look.
 */
async function checkTable(
  connection: DuckDBConnection,
  { table, path, rows }: Promised,
  folder: string,
): Promise<void> {
  const source = `read_parquet(${quote(join(folder, `${table}.parquet`))}, hive_partitioning = false)`;
  const expected = TABLES.find(({ name }) => name === table);
  if (!expected) throw new Error(`there is no table ${table}`);
  const columns = columnsOf(expected);
  try {
    const described = await ask(connection, `DESCRIBE SELECT * FROM ${source}`);
    const types = new Map(described.map(column => [column.column_name, column.column_type]));
    for (const { name, type } of columns)
      if (types.get(name) !== SQL_TYPES[type])
        throw new WrongData(`${path} không có cột ${name} kiểu ${SQL_TYPES[type]}`);
    // Later versions may add columns, but this one is the portal's own.
    if (types.has("site")) throw new WrongData(`${path} có cột site, tên dành cho cổng`);
    const refused = columns.flatMap(({ name, required, values }) => [
      ...(required ? [`"${name}" IS NULL`] : []),
      ...(values ? [`"${name}" NOT IN (${values.map(quote).join()})`] : []),
    ]);
    const [found] = await ask(
      connection,
      `SELECT count(*)::INTEGER AS rows, bit_xor(hash(t)) AS every_value,
        (count(*) FILTER (${refused.join(" OR ")}))::INTEGER AS refused,
        (count(*) - count(DISTINCT (${expected.key.map(name => `"${name}"`).join()})))::INTEGER AS twice
      FROM ${source} t`,
    );
    if (found?.rows !== rows) throw new WrongData(`${path} có ${found?.rows} dòng, bản kê ghi ${rows}`);
    if (found.refused !== 0) throw new WrongData(`${path} có ${found.refused} dòng sai quy định của cột`);
    if (found.twice !== 0) throw new WrongData(`${path} có ${found.twice} dòng trùng khóa`);
  } catch (error) {
    if (error instanceof WrongData) throw error;
    throw new WrongData(`${path} không đọc được như Parquet`);
  }
}

const OUTCOMES = {
  new: "đã lấy bản mới",
  unchanged: "không đổi",
  wrong: "SAI",
  away: "KHÔNG LẤY ĐƯỢC",
} as const;

async function main(): Promise<void> {
  const { site, problems } = await checkContent(readSettings(process.env, new Date()));
  if (problems.length > 0) {
    for (const problem of problems) console.error(formatProblem(problem));
    console.error(summarize({ site, problems }));
    process.exitCode = 1;
    return;
  }
  const states = await harvest(site.peers, harvestFolder(process.env), new Date());
  for (const { id, outcome, reason, asOf } of states) {
    const kept = reason === undefined ? "" : asOf === undefined ? "; chưa có bản nào" : "; giữ bản cũ";
    const line = `${id}: ${OUTCOMES[outcome]}${reason === undefined ? "" : ` (${reason})`}${kept}${
      asOf === undefined ? "" : `, số liệu ngày ${asOf}`
    }`;
    (reason === undefined ? console.log : console.error)(line);
  }
  const bad = states.filter(({ reason }) => reason !== undefined).length;
  console.log(`${states.length} trang, ${bad} trang không lấy được hoặc sai.`);
  process.exitCode = bad > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
