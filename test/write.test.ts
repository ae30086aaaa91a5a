import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appendLine, formatRow } from "../scripts/edit-table.ts";
import { giveLock, takeLock } from "../scripts/lock.ts";
import { isThere, makeFolder, replaceFolder, writeWhole } from "../scripts/write.ts";

let folder = "";
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-ghi-"));
  await writeFile(at("tep"), "tệp");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a lock", () => {
  test("is of one process at a time, and free again once it is given back", async () => {
    const lock = at("chua/co/a.lock");
    expect(await takeLock(lock)).toBe(true);
    expect(await readFile(lock, "utf8")).toBe(String(process.pid));
    await giveLock(lock);
    expect(await isThere(lock)).toBe(false);
    await giveLock(lock);
  });
  test("of another process that runs is respected", async () => {
    const lock = at("b.lock");
    await writeFile(lock, String(process.ppid));
    expect(await takeLock(lock)).toBe(false);
    expect(await readFile(lock, "utf8")).toBe(String(process.ppid));
  });
  // The largest id that Linux gives is 4194304; Node takes 0 and less for groups.
  test.each(["4194305", "", "hỏng", "0", "-1", "1.5"])("that holds %j counts for nothing", async text => {
    const lock = at("c.lock");
    await writeFile(lock, text);
    expect(await takeLock(lock)).toBe(true);
    expect(await readFile(lock, "utf8")).toBe(String(process.pid));
    await giveLock(lock);
  });
  test("that cannot be made is told", async () => {
    await expect(takeLock(at("tep/a.lock"))).rejects.toMatchObject({ code: "EEXIST" });
  });
});

describe("what is written", () => {
  test("is whole, and leaves nothing beside it", async () => {
    await writeWhole(at("whole/a/b.md"), "một");
    await writeWhole(at("whole/a/b.md"), "hai");
    expect(await readFile(at("whole/a/b.md"), "utf8")).toBe("hai");
    expect(await readdir(at("whole/a"))).toEqual(["b.md"]);
  });
  test("a folder is made with those above it, or was there", async () => {
    expect(await makeFolder(at("x/y/z"))).toBe(true);
    expect(await makeFolder(at("x/y/z"))).toBe(false);
    await expect(makeFolder(at("tep"))).rejects.toMatchObject({ code: "EEXIST" });
    await expect(makeFolder(at("tep/z"))).rejects.toMatchObject({ code: "ENOTDIR" });
  });
  test("a folder takes the place of another one, or of none", async () => {
    for (const text of ["một", "hai"]) {
      await mkdir(at("trang.next"));
      await writeFile(at("trang.next/a.txt"), text);
      await replaceFolder(at("trang.next"), at("trang"));
      expect(await readFile(at("trang/a.txt"), "utf8")).toBe(text);
    }
    expect((await readdir(folder)).filter(name => name.startsWith("trang"))).toEqual(["trang"]);
  });
});

describe("a line that is added to a table", () => {
  const wide = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");
  test.each<[string, Buffer, Buffer]>([
    ["of nothing", Buffer.from(""), Buffer.from("b,2\n")],
    ["that ends its line", Buffer.from("a,1\n"), Buffer.from("a,1\nb,2\n")],
    ["that does not", Buffer.from("a,1"), Buffer.from("a,1\nb,2\n")],
    ["of one sign", Buffer.from("a"), Buffer.from("a\nb,2\n")],
    ["of one line end", Buffer.from("\n"), Buffer.from("\nb,2\n")],
    ["of Windows", Buffer.from("\uFEFFa,1\r\n"), Buffer.from("\uFEFFa,1\r\nb,2\r\n")],
    ["in UTF-16", wide("a,1\r\n"), wide("a,1\r\nb,2\r\n")],
    ["in UTF-16 without an end", wide("a,1"), wide("a,1\nb,2\n")],
    ["in UTF-16 the other way around", wide("a,1\r\n").swap16(), wide("a,1\r\nb,2\r\n").swap16()],
  ])("%s leaves every byte before it", async (_, before, after) => {
    await writeFile(at("bang.csv"), before);
    await appendLine(at("bang.csv"), "b,2");
    expect(await readFile(at("bang.csv"))).toEqual(after);
  });
  test("has its cells in the order of the columns, quoted where they must be", () => {
    expect(formatRow(["id", "name", "note"], { note: "x", id: "a;b" }, ";")).toBe('"a;b";;x');
  });
});
