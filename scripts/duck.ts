import { resolve, sep } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";

/**
 * Opens a DuckDB in memory for data that others have written: it has no network, a bounded memory, and may read one folder
 * only.
 */
export async function openDuck(
  folder: string,
): Promise<{ connect(): Promise<DuckDBConnection>; close(): void }> {
  // Loaded when it is asked for: most sites are no portal, and its library is large.
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: "512MB",
    threads: "2",
    // Every file is read once: what is kept of it would only fill memory.
    enable_external_file_cache: "false",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  // The folder is named before all else is closed; after that nothing is set any more.
  await connection.run(`SET allowed_directories = [${quote(resolve(folder) + sep)}]`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
  connection.closeSync();
  return { connect: () => instance.connect(), close: () => instance.closeSync() };
}

/** Rows of an answer as JSON values: whole numbers beyond 32 bits are text, days are `yyyy-mm-dd`. */
export async function ask(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}

/** A text as SQL writes it. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
