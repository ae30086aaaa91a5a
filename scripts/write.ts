import { renameSync } from "node:fs";
import {
  access,
  appendFile,
  constants,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import Papa from "papaparse";
import { errorCode } from "./error-code.ts";
import { removeAtExit } from "./leftovers.ts";

/** Whether there is a file at the path. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Whether a path is that of a folder, or of what lies in it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * Makes a folder and those above it, unless they are there. Node's own way tries for ever where the system says of every
 * new folder that what it should lie in is not there, as /proc does.
 * @returns false when it was there
 */
export async function makeFolder(folder: string): Promise<boolean> {
  const make = () =>
    mkdir(folder).then(
      () => true,
      async (error: unknown) => {
        if (errorCode(error) === "EEXIST" && (await stat(folder)).isDirectory()) return false;
        throw error;
      },
    );
  return make().catch(async (error: unknown) => {
    if (errorCode(error) !== "ENOENT" || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    return make();
  });
}

/** Makes a folder unless it is there, and throws what the system says where nothing can be written into it. */
export async function checkWritable(folder: string): Promise<void> {
  await makeFolder(folder);
  await access(folder, constants.W_OK);
}

/** Writes a file whole or not at all. What grows beside it has a hidden name, which nothing that reads content takes for one. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  const next = join(dirname(path), `.${basename(path)}.next`);
  removeAtExit(next);
  await writeFile(next, content);
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
    if (errorCode(error) !== "ENOENT") throw error;
  }
  renameSync(next, kept);
  removeAtExit(old);
  await rm(old, { recursive: true, force: true });
}

const UTF8 = (text: string) => Buffer.from(text);
/** The letters in which a table may be written; programs know them by the mark in front. */
const LETTERS = [
  UTF8,
  (text: string) => Buffer.from(text, "utf16le"),
  (text: string) => Buffer.from(text, "utf16le").swap16(),
];
const MARK = "\uFEFF";

/** How a text is written in the letters of a table, by the mark that it begins with; undefined where it has none. */
function lettersOf(start: Buffer): ((text: string) => Buffer) | undefined {
  return LETTERS.find(encode => start.indexOf(encode(MARK)) === 0);
}

/** Writes a table anew, with the mark, the letters and the line ends that it had: Excel knows it by them. */
export async function rewriteTable(path: string, text: string): Promise<void> {
  const before = await readFile(path).catch(() => Buffer.alloc(0));
  const marked = lettersOf(before);
  const encode = marked ?? UTF8;
  const lineEnd = before.includes(encode("\r\n")) ? "\r\n" : "\n";
  await writeWhole(path, encode(`${marked ? MARK : ""}${text.replaceAll("\n", lineEnd)}`));
}

/** Adds a line to a table, in one write, and leaves every byte before it: the mark of Excel, its line ends, its UTF-16. */
export async function appendLine(path: string, line: string): Promise<void> {
  const file = await open(path, "r");
  const { size } = await file.stat();
  const read = async (from: number, length: number) =>
    (await file.read({ buffer: Buffer.alloc(length), position: Math.max(from, 0) })).buffer;
  const encode = lettersOf(await read(0, 3)) ?? UTF8;
  const width = encode("\r\n").length;
  const end = await read(size - width, Math.min(size, width));
  await file.close();
  const lineEnd = end.equals(encode("\r\n")) ? "\r\n" : "\n";
  const isOpen = size > 0 && !end.subarray(-encode("\n").length).equals(encode("\n"));
  await appendFile(path, encode(`${isOpen ? lineEnd : ""}${line}${lineEnd}`));
}

/** A row as text, its cells in the order of the columns. */
export function formatRow(
  columns: readonly string[],
  row: Readonly<Record<string, string | undefined>>,
  delimiter: string,
): string {
  return Papa.unparse([columns.map(column => row[column] ?? "")], { delimiter });
}
