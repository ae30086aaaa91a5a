import { appendFile, open, readFile } from "node:fs/promises";
import Papa from "papaparse";
import { writeWhole } from "./write.ts";

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
