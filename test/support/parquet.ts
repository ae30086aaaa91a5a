import { DuckDBInstance } from "@duckdb/node-api";

/** The rows of a Parquet file as DuckDB reads them: absent values left out, days as `yyyy-mm-dd`. */
export async function readParquet(path: string): Promise<Record<string, unknown>[]> {
  return query(`SELECT * FROM read_parquet('${path.replaceAll("'", "''")}')`);
}

/** What DuckDB answers, in JSON. */
export async function query(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
    return rows.map(row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
