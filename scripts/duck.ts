import type { DuckDBConnection } from "@duckdb/node-api";

/** A DuckDB in memory that asks for no network and takes no more memory than it is given. */
export async function openDuck(): Promise<{ connect(): Promise<DuckDBConnection>; close(): void }> {
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
