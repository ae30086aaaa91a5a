import { renameSync } from "node:fs";
import { access, appendFile, constants, mkdir, open, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import Papa from "papaparse";
import { removeAtExit } from "./leftovers.ts";

/** Whether there is a file at the path. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Makes a folder unless it is there, and throws what the system says where nothing can be written into it. */
export async function checkWritable(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
}

/** Writes a file whole or not at all. What grows beside it has a hidden name, which nothing that reads content takes for one. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const next = join(dirname(path), `.${basename(path)}.next`);
  removeAtExit(next);
  await writeFile(next, text);
  await rename(next, path);
}

/** Lets a folder take the place of another one, which stays until then; of nothing where there is none. */
export async function replaceFolder(next: string, kept: string): Promise<void> {
  const old = `${next}.old`;
  await rm(old, { recursive: true, force: true });
  // Nobody can stop the command between these two, and no reader finds nothing for longer than they take.
  try {
    renameSync(kept, old);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  renameSync(next, kept);
  removeAtExit(old);
  await rm(old, { recursive: true, force: true });
}

/** Adds a line to a table, in one write, and leaves every byte before it: the mark of Excel, its line ends. */
export async function appendLine(path: string, line: string): Promise<void> {
  const file = await open(path, "r");
  const { size } = await file.stat();
  const { buffer } = await file.read({
    buffer: Buffer.alloc(Math.min(size, 2)),
    position: Math.max(size - 2, 0),
  });
  await file.close();
  const end = buffer.toString("latin1");
  const lineEnd = end === "\r\n" ? "\r\n" : "\n";
  await appendFile(path, `${end.endsWith("\n") || size === 0 ? "" : lineEnd}${line}${lineEnd}`);
}

/** A row as text, its cells in the order of the columns. */
export function formatRow(
  columns: readonly string[],
  row: Readonly<Record<string, string>>,
  delimiter: string,
): string {
  return Papa.unparse([columns.map(column => row[column] ?? "")], { delimiter });
}
