import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { z } from "zod";
import { forEachAtOnce } from "./at-once.ts";
import { checkContent, isSound } from "./check.ts";
import { isStarted, runCommand, ToldFailure } from "./command.ts";
import { ask, openDuck, quote } from "./duck.ts";
import { FetchError, fetchPromised, readSiteText, WrongData } from "./fetch-site.ts";
import { harvestIndex } from "./harvest-index.ts";
import { removeAtExit } from "./leftovers.ts";
import { takeLock } from "./lock.ts";
import { parseJson } from "./model/json.ts";
import type { Peer } from "./model/peer.ts";
import { type HarvestState, harvestState } from "./model/portal.ts";
import { isEarlier, type Promised, parsePromisedTables } from "./model/promised-tables.ts";
import { columnsOf } from "./model/table.ts";
import { readSettings } from "./settings.ts";
import { makeFolder, replaceFolder, writeWhole } from "./write.ts";

/** How much one site may take of time, bytes and attention. */
interface Bounds {
  /** Milliseconds for all files of a site. */
  readonly time: number;
  readonly manifestBytes: number;
  /** Bytes of all tables of a site together. */
  readonly dataBytes: number;
  /** Bytes of a site's search index: what it is made of, and the list of that. */
  readonly indexBytes: number;
  readonly bundleBytes: number;
  /** Sites that are read at the same time. */
  readonly atOnce: number;
}

/** Enough for the data of a province; less than what would hold up the others. */
export const BOUNDS: Bounds = {
  time: 120_000,
  manifestBytes: 1 << 20,
  dataBytes: 1 << 30,
  indexBytes: 1 << 28,
  bundleBytes: 1 << 23,
  atOnce: 8,
};

/** The folder of a site's search index. */
export function indexFolder(folder: string, id: string): string {
  return join(folder, `search=${id}`);
}

/** The folder of a site's tables, named as engines expect of a partition: `site=<id>`. */
export function peerFolder(folder: string, id: string): string {
  return join(folder, `site=${id}`);
}

/**
 * Fetches the published tables and search indices of other sites. A site's tables are replaced only by tables that are
 * whole, of the digest that its manifest promises, and readable to the last value; otherwise what was last good stays.
 * One site never holds up or spoils another.
 * @param now the moment that is written down
 * @returns how it went with each site, in their order; also written to `harvest.json`
 */
export async function harvest(
  peers: readonly Peer[],
  folder: string,
  now: Date,
  bounds: Bounds = BOUNDS,
): Promise<HarvestState[]> {
  await makeFolder(folder);
  const duck = await openDuck(folder);
  const states = new Map<string, HarvestState>();
  await forEachAtOnce(peers, bounds.atOnce, async peer => {
    const connection = await duck.connect();
    const signal = AbortSignal.timeout(bounds.time);
    const state = await harvestPeer(peer, { folder, connection, now, bounds }, signal);
    connection.closeSync();
    // What is wrong with a site's tables, or keeps it away, is said once.
    const search =
      state.reason === undefined
        ? await harvestIndex(peer.address, indexFolder(folder, peer.id), bounds, signal)
        : undefined;
    states.set(peer.id, search === undefined ? state : { ...state, search });
  });
  duck.close();
  const list = peers.flatMap(({ id }) => states.get(id) ?? []);
  await writeWhole(join(folder, "harvest.json"), `${JSON.stringify(list, null, 1)}\n`);
  return list;
}

/** How the last harvest went; empty before the first one. */
export async function readHarvest(folder: string): Promise<HarvestState[]> {
  const path = join(folder, "harvest.json");
  const text = await readFile(path, "utf8").catch(() => "[]");
  const states = z.array(harvestState).safeParse(parseJson(text));
  if (!states.success) throw new ToldFailure(`“${path}” bị hỏng; chạy lại npm run harvest`);
  return states.data;
}

/** What all sites are harvested with. */
interface Harvest {
  readonly folder: string;
  readonly connection: DuckDBConnection;
  readonly now: Date;
  readonly bounds: Bounds;
}

async function harvestPeer(
  peer: Peer,
  { folder, connection, now, bounds }: Harvest,
  signal: AbortSignal,
): Promise<HarvestState> {
  const kept = peerFolder(folder, peer.id);
  const next = join(folder, `.next-${peer.id}`);
  removeAtExit(next);
  const checked = now.toISOString();
  const before = await readFile(join(kept, "datapackage.json"), "utf8").catch(() => undefined);
  try {
    const text = await readSiteText(peer.address, "du-lieu/datapackage.json", bounds.manifestBytes, signal);
    const promised = parsePromisedTables(text);
    if (typeof promised === "string") throw new WrongData(promised);
    if (text === before) return { id: peer.id, checked, outcome: "unchanged", asOf: promised.asOf };
    if (promised.files.reduce((sum, { bytes }) => sum + bytes, 0) > bounds.dataBytes)
      throw new WrongData(`các bảng dài hơn ${bounds.dataBytes} byte`);
    await rm(next, { recursive: true, force: true });
    await mkdir(next, { recursive: true });
    for (const file of promised.files) {
      const { table, path, bytes, sha256 } = file;
      const target = join(next, `${table.name}.parquet`);
      await fetchPromised(peer.address, `du-lieu/${path}`, { name: path, bytes, sha256 }, target, signal);
      await checkTable(connection, file, promised.version, next, signal);
    }
    await writeFile(join(next, "datapackage.json"), text);
    await replaceFolder(next, kept);
    return { id: peer.id, checked, outcome: "new", asOf: promised.asOf };
  } catch (error) {
    if (!(error instanceof WrongData || error instanceof FetchError)) throw error;
    await rm(next, { recursive: true, force: true });
    const outcome = error instanceof WrongData ? "wrong" : "away";
    const last = before === undefined ? undefined : parsePromisedTables(before);
    const asOf = typeof last === "object" ? last.asOf : undefined;
    return { id: peer.id, checked, outcome, reason: error.message, asOf };
  }
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
  version: string,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const source = `read_parquet(${quote(join(folder, `${table.name}.parquet`))}, hive_partitioning = false)`;
  const columns = columnsOf(table).filter(({ since = version }) => !isEarlier(version, since));
  // A file of a few kB may hold billions of rows.
  const stop = () => connection.interrupt();
  signal.addEventListener("abort", stop);
  try {
    const described = await ask(connection, `DESCRIBE SELECT * FROM ${source}`);
    const types = new Map(described.map(column => [column.column_name, column.column_type]));
    for (const { name, type } of columns)
      if (types.get(name) !== SQL_TYPES[type])
        throw new WrongData(`${path} không có cột ${name} kiểu ${SQL_TYPES[type]}`);
    // Interrupted between two questions, DuckDB forgets it.
    signal.throwIfAborted();
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
        (count(*) - count(DISTINCT (${table.key.map(name => `"${name}"`).join()})))::INTEGER AS twice
      FROM ${source} t`,
    );
    if (found?.rows !== rows) throw new WrongData(`${path} có ${found?.rows} dòng, bản kê ghi ${rows}`);
    if (found.refused !== 0) throw new WrongData(`${path} có ${found.refused} dòng sai quy định của cột`);
    if (found.twice !== 0) throw new WrongData(`${path} có ${found.twice} dòng trùng khóa`);
  } catch (error) {
    if (error instanceof WrongData) throw error;
    throw signal.aborted
      ? new FetchError(`${path}: quá thời gian chờ`)
      : new WrongData(`${path} không đọc được như Parquet`);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

const OUTCOMES = {
  new: "đã lấy bản mới",
  unchanged: "không đổi",
  wrong: "SAI",
  away: "KHÔNG LẤY ĐƯỢC",
} as const;

async function main(): Promise<void> {
  const now = new Date();
  const settings = readSettings(process.env, now);
  const checked = await checkContent(settings);
  if (!isSound(checked)) return;
  // Two at once would find the files of each other, and tell of sites that they are wrong.
  const lock = join(settings.harvestDir, ".lock");
  if (!(await takeLock(lock)))
    throw new ToldFailure(
      `đang có một lần lấy khác ghi vào “${settings.harvestDir}”; đợi lần đó xong rồi chạy lại; nếu không có lần nào đang chạy thì xóa tệp “${lock}”`,
    );
  const states = await harvest(checked.site.peers, settings.harvestDir, now);
  for (const { id, outcome, reason, asOf, search } of states) {
    const kept = reason === undefined ? "" : asOf === undefined ? "; chưa có bản nào" : "; giữ bản cũ";
    const line = `${id}: ${OUTCOMES[outcome]}${reason === undefined ? "" : ` (${reason})`}${kept}${
      asOf === undefined ? "" : `, số liệu ngày ${asOf}`
    }`;
    (reason === undefined ? console.log : console.error)(line);
    if (search !== undefined) console.error(`${id}: không lấy được chỉ mục tìm kiếm (${search})`);
  }
  const bad = states.filter(({ reason }) => reason !== undefined).length;
  console.log(`${states.length} trang, ${bad} trang không lấy được hoặc sai.`);
  process.exitCode = bad > 0 ? 1 : 0;
}

const HELP = {
  usage: `  npm run harvest    lấy và kiểm tra dữ liệu của các trang trong data/sites.csv`,
  options: [],
};

if (isStarted(import.meta.filename)) await runCommand(HELP, main);
