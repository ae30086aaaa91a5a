import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ask, openDuck, quote } from "../scripts/duck.ts";

test("the engine that reads what others wrote reads and writes in that folder only, and cannot be told otherwise", async () => {
  const folder = await mkdtemp(join(tmpdir(), "minh-bach-duck-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const held = join(folder, "harvest");
  await writeFile(join(folder, "rieng.txt"), "riêng");
  await mkdir(held);
  await writeFile(join(held, "chung.txt"), "chung");
  const duck = await openDuck(held);
  const connection = await duck.connect();
  const read = (path: string) => ask(connection, `SELECT content FROM read_text(${quote(path)})`);
  expect(await read(join(held, "chung.txt"))).toEqual([{ content: "chung" }]);
  for (const path of [join(folder, "rieng.txt"), `${held}/../rieng.txt`, "/etc/hostname"])
    await expect(read(path), path).rejects.toThrow("Permission Error");
  const out = quote(join(folder, "ra.csv"));
  await expect(ask(connection, `COPY (SELECT 1) TO ${out}`)).rejects.toThrow("Permission Error");
  await expect(ask(connection, "SET enable_external_access = true")).rejects.toThrow("locked");
  await expect(ask(connection, "INSTALL httpfs")).rejects.toThrow("Permission Error");
  connection.closeSync();
  duck.close();
});
