import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { appendLine } from "../scripts/edit-table.ts";
import { createNew } from "../scripts/new.ts";
import { check, copy, read, said, settings } from "./support/working-copy.ts";

const make = (...args: string[]) => createNew(args, settings(), undefined);

describe("npm run new -- agency, result", () => {
  test("an agency is a row below the others, every byte before it untouched", async () => {
    const path = join(copy, "data/agencies.csv");
    const before = `\ufeff${(await readFile(path, "utf8")).replaceAll("\n", "\r\n").trimEnd()}\r\n`;
    await writeFile(path, before);
    const outcome = await make(
      "agency",
      "--name",
      "Sở Y tế",
      "--kind",
      "agency",
      "--parent",
      "ubnd-vi-du",
      "--aliases",
      "SYT|Ngành y tế, dân số",
    );
    expect(said(outcome)).toEqual(["Đã ghi data/agencies.csv"]);
    expect(await readFile(path, "utf8")).toBe(
      `${before}so-y-te,Sở Y tế,,agency,,ubnd-vi-du,,,,"SYT|Ngành y tế, dân số",\r\n`,
    );
    expect((await check()).agencies.byId.get("so-y-te")?.parent).toBe("ubnd-vi-du");
    expect(said(await make("agency", "--name", "Sở Y tế", "--kind", "agency")).join()).toContain(
      "mã “so-y-te” đã có",
    );
  });

  test.each([
    ["the line by which Excel tells the separator", "sep=,\n", (table: string) => table],
    ["an empty line", "\n", (table: string) => table],
    ["quoted names", "", (table: string) => table.replace("id,name", '"id","name"')],
  ])("an agency finds its columns below %s", async (_, above, change) => {
    const path = join(copy, "data/agencies.csv");
    const before = above + change(await readFile(path, "utf8"));
    await writeFile(path, before);
    expect(said(await make("agency", "--name", "Sở Y tế", "--kind", "agency"))).toEqual([
      "Đã ghi data/agencies.csv",
    ]);
    expect((await readFile(path, "utf8")).startsWith(before)).toBe(true);
    expect((await check()).agencies.byId.get("so-y-te")?.name).toBe("Sở Y tế");
  });

  test("a table that cannot be read is told and left as it is, not begun anew", async () => {
    const path = join(copy, "data/agencies.csv");
    const before = Buffer.from(await readFile(path, "utf8"), "latin1");
    await writeFile(path, before);
    const outcome = await make("agency", "--name", "Sở Y tế", "--kind", "agency");
    expect(said(outcome)).toEqual([
      expect.stringMatching(/^data\/agencies\.csv:\d+:\d+: tệp không phải UTF-8/),
    ]);
    expect(await readFile(path)).toEqual(before);
  });

  test("an agency of a table that cannot be read is not told as unknown", async () => {
    const path = join(copy, "data/agencies.csv");
    await writeFile(path, (await readFile(path, "utf8")).replace(",name,", ",ten,"));
    expect(
      said(await make("agency", "--name", "Sở Y tế", "--kind", "agency", "--parent", "ubnd-vi-du")),
    ).toEqual(["data/agencies.csv:1:4: cột “ten” không có trong định dạng; có phải ý bạn là “name”?"]);
  });

  test("a row is added to a table in the letters that the table has", async () => {
    const wide = join(copy, "wide.csv");
    for (const swap of [false, true])
      for (const end of ["\r\n", ""]) {
        const bytes = (text: string) =>
          swap ? Buffer.from(text, "utf16le").swap16() : Buffer.from(text, "utf16le");
        await writeFile(wide, bytes(`\uFEFFid\tname${end}`));
        await appendLine(wide, "a\tSở Nội vụ");
        const lineEnd = end === "" ? "\n" : end;
        expect(await readFile(wide)).toEqual(bytes(`\uFEFFid\tname${lineEnd}a\tSở Nội vụ${lineEnd}`));
      }
  });

  test("a result is a row of its index, separated as the table is", async () => {
    const args = [
      "result",
      "--index",
      "par-index",
      "--year",
      "2024",
      "--agency",
      "ubnd-vi-du",
      "--value",
      "84,60",
    ];
    expect(said(await make(...args))).toEqual([
      'thiếu --source (Nguồn); ví dụ --source "Quyết định số 1/QĐ-VD"',
    ]);
    await make(
      ...args,
      "--edition",
      "bo-2",
      "--rank",
      "56",
      "--rank-of",
      "63",
      "--source",
      "Quyết định; phụ lục",
    );
    expect((await read("data/results/par-index.csv")).split("\n").at(-2)).toBe(
      '2024;bo-2;ubnd-vi-du;;84,60;;;56;63;printed;"Quyết định; phụ lục"',
    );
    expect((await check()).results.at(-1)).toMatchObject({ value: 84.6, rank: 56, rank_of: 63 });
    expect(said(await make(...args, "--source", "x")).join()).toContain("ô này đã có giá trị");
    expect(said(await make("result", "--index", "sipas", "--year", "2023"))[0]).toContain(
      "không có chỉ số “sipas”",
    );
  });

  test("a table without a last line end gets one", async () => {
    const path = join(copy, "data/agencies.csv");
    await writeFile(path, (await readFile(path, "utf8")).trimEnd());
    await make("agency", "--name", "Sở Y tế", "--kind", "agency");
    expect((await check()).agencies.byId.get("so-y-te")?.name).toBe("Sở Y tế");
  });
});
