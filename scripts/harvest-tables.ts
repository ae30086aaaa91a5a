import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { ask, quote } from "./duck.ts";
import { FetchError, fetchPromised, readSiteText, WrongData } from "./fetch-site.ts";
import { removeAtExit } from "./leftovers.ts";
import type { HarvestState } from "./model/portal.ts";
import { isEarlier, type Promised, parsePromisedTables } from "./model/promised-tables.ts";
import { columnsOf } from "./model/table.ts";
import { replaceFolder } from "./write.ts";

/**
 * Fetches the published tables of another site. What is held is replaced only by tables that are whole, of the digests that
 * the site's manifest promises, and readable to the last value.
 * @param kept folder of the tables that are held
 * @param connection to a DuckDB that reads the folder above it
 */
export async function harvestTables(
  address: string,
  kept: string,
  connection: DuckDBConnection,
  bounds: { readonly manifestBytes: number; readonly dataBytes: number },
  signal: AbortSignal,
): Promise<Pick<HarvestState, "outcome" | "reason" | "asOf">> {
  const next = join(dirname(kept), `.next-${basename(kept)}`);
  removeAtExit(next);
  const before = await readFile(join(kept, "datapackage.json"), "utf8").catch(() => undefined);
  try {
    const text = await readSiteText(address, "du-lieu/datapackage.json", bounds.manifestBytes, signal);
    const promised = parsePromisedTables(text);
    if (typeof promised === "string") throw new WrongData(promised);
    if (text === before) return { outcome: "unchanged", asOf: promised.asOf };
    if (promised.files.reduce((sum, { bytes }) => sum + bytes, 0) > bounds.dataBytes)
      throw new WrongData(`các bảng dài hơn ${bounds.dataBytes} byte`);
    await rm(next, { recursive: true, force: true });
    await mkdir(next, { recursive: true });
    for (const file of promised.files) {
      const { table, path, bytes, sha256 } = file;
      const target = join(next, `${table.name}.parquet`);
      await fetchPromised(address, `du-lieu/${path}`, { name: path, bytes, sha256 }, target, signal);
      await checkTable(connection, file, promised.version, next, signal);
    }
    await writeFile(join(next, "datapackage.json"), text);
    await replaceFolder(next, kept);
    return { outcome: "new", asOf: promised.asOf };
  } catch (error) {
    if (!(error instanceof WrongData || error instanceof FetchError)) throw error;
    await rm(next, { recursive: true, force: true });
    const outcome = error instanceof WrongData ? "wrong" : "away";
    const last = before === undefined ? undefined : parsePromisedTables(before);
    const asOf = typeof last === "object" ? last.asOf : undefined;
    return { outcome, reason: error.message, asOf };
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
