import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, test } from "vitest";
import { BOUNDS, harvest } from "../scripts/harvest.ts";
import { TABLES_VERSION } from "../scripts/model/table-list.ts";
import { loadPortal } from "../scripts/portal.ts";
import { query } from "./support/parquet.ts";
import { folder, forge, held, NOW, peer, publishEarlier, published, serveWith } from "./support/peers.ts";

describe("whatever a site sends, it is refused in a sentence and the others go on", () => {
  const row = (column: string, data: unknown[]) =>
    new Uint8Array(parquetWriteBuffer({ columnData: [{ name: column, data }] }));

  /** How the harvest goes of a site beside a good one, which must come through. */
  async function outcome(address: string, bounds = {}): Promise<string> {
    const peers = [peer("xau", address), peer("tot", published("binh"))];
    const [bad, good] = await harvest(peers, held, NOW, { ...BOUNDS, ...bounds });
    expect(good).toMatchObject({ outcome: "new" });
    expect((await loadPortal(peers, held)).plans.map(({ site }) => site)).toEqual(["tot"]);
    expect((await readdir(held)).sort()).toEqual(["harvest.json", "search=tot", "site=tot"]);
    return `${bad?.outcome}: ${bad?.reason}`;
  }

  test("no site at all", async () =>
    expect(await outcome(join(folder, "khong-co"))).toBe("away: du-lieu/datapackage.json: không có tệp này"));

  test("an error page", async () =>
    expect(await outcome(await serveWith((_, response) => response.writeHead(500).end("<html>")))).toBe(
      "away: /du-lieu/datapackage.json: máy chủ trả lời 500",
    ));

  test("a page in the place of the manifest", async () =>
    expect(await outcome(await serveWith((_, response) => response.end("<html>")))).toBe(
      "wrong: datapackage.json không phải JSON",
    ));

  test("redirects without an end", async () =>
    expect(
      await outcome(
        await serveWith((request, response) =>
          response.writeHead(302, { location: `${request.url}x` }).end(),
        ),
      ),
    ).toBe("away: /du-lieu/datapackage.json: chuyển hướng quá 3 lần"));

  test("a redirect to another machine, which only the portal may reach", async () =>
    expect(
      await outcome(
        await serveWith((_, response) =>
          response.writeHead(302, { location: "http://169.254.169.254/latest/" }).end(),
        ),
      ),
    ).toBe("away: chuyển hướng sang 169.254.169.254"));

  test("a table of so many rows that nobody could count them in time", async () => {
    const rows = 20_000_000;
    const path = join(folder, "nhieu.parquet");
    const one = `'${join(published("an"), "du-lieu/phan-cong.parquet")}'`;
    await query(
      `COPY (SELECT t.* FROM (FROM ${one} LIMIT 1) t, range(${rows})) TO '${path}' (FORMAT parquet)`,
    );
    const address = await forge("nhieu", "phan-cong", await readFile(path), rows);
    const begin = performance.now();
    const [counted] = await harvest([peer("xau", address)], held, NOW);
    expect(counted?.outcome).toBe("wrong");
    // Half of the time is not enough, and where the machine has become so much quicker since, half of that.
    let time = performance.now() - begin;
    let state = counted;
    while (state?.outcome === "wrong") {
      time = Math.ceil(time / 2);
      [state] = await harvest([peer("xau", address)], held, NOW, { ...BOUNDS, time });
    }
    expect(state).toMatchObject({ outcome: "away", reason: "phan-cong.parquet: quá thời gian chờ" });
  });

  test("a redirect to a file of this machine", async () =>
    expect(
      await outcome(
        await serveWith((_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end()),
      ),
    ).toBe("away: chuyển hướng tới file:"));

  test("a manifest without an end", async () =>
    expect(
      await outcome(
        await serveWith((_, response) => {
          const more = () => {
            while (!response.destroyed && response.write("x".repeat(1 << 16)));
          };
          response.on("drain", more);
          more();
        }),
      ),
    ).toBe(`away: du-lieu/datapackage.json dài hơn ${BOUNDS.manifestBytes} byte`));

  test("nothing, for ever", async () =>
    expect(await outcome(await serveWith((_, response) => void response.write("{")), { time: 3_000 })).toBe(
      "away: du-lieu/datapackage.json: quá thời gian chờ",
    ));

  test("tables beyond all bounds", async () => {
    const copy = join(folder, "copy");
    await cp(published("an"), copy, { recursive: true });
    const path = join(copy, "du-lieu/datapackage.json");
    await writeFile(path, (await readFile(path, "utf8")).replaceAll(/"bytes": \d+/g, '"bytes": 200000000'));
    expect(await outcome(copy)).toBe(`wrong: các bảng dài hơn ${BOUNDS.dataBytes} byte`);
  });

  test("a table with another digest", async () => {
    const copy = join(folder, "copy");
    await cp(published("an"), copy, { recursive: true });
    const path = join(copy, "du-lieu/co-quan.parquet");
    const bytes = await readFile(path);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(path, bytes);
    expect(await outcome(copy)).toBe("wrong: co-quan.parquet không khớp mã băm của bản kê");
  });

  test("rubbish of the right digest", async () =>
    expect(await outcome(await forge("rac", "nhiem-vu", Buffer.from("PAR1 rác PAR1"), 1))).toBe(
      "wrong: nhiem-vu.parquet không đọc được như Parquet",
    ));

  test("a table that is cut off behind its head", async () => {
    const whole = await readFile(join(published("an"), "du-lieu/nhiem-vu.parquet"));
    whole.fill(0, 4, 1500);
    expect(await outcome(await forge("cut", "nhiem-vu", whole, 3))).toBe(
      "wrong: nhiem-vu.parquet không đọc được như Parquet",
    );
  });

  test("another table", async () =>
    expect(await outcome(await forge("khac", "nhiem-vu", row("a", [1, 2]), 2))).toBe(
      "wrong: nhiem-vu.parquet không có cột id kiểu VARCHAR",
    ));

  /** A table of a good package with one more column. */
  async function widen(name: string, column: string, value: string): Promise<string> {
    const path = join(folder, `${name}.parquet`);
    await query(
      `COPY (SELECT *, ${value} AS ${column} FROM read_parquet('${join(published("an"), "du-lieu/nhiem-vu.parquet")}'))
        TO '${path}' (FORMAT parquet)`,
    );
    return forge(name, "nhiem-vu", await readFile(path), 3);
  }

  test("a table that names its site itself", async () =>
    expect(await outcome(await widen("gia", "site", "'tot'"))).toBe(
      "wrong: nhiem-vu.parquet có cột site, tên dành cho cổng",
    ));

  test("columns of a later version are no fault, whatever their types, and stand in nobody's way", async () => {
    const peers = [
      peer("moi", await widen("moi", "extra", "1")),
      peer("cu", published("binh")),
      peer("moi-hon", await widen("moi-hon", "extra", "[{'a': DATE '2023-01-01'}]")),
    ];
    for (const order of [peers, peers.toReversed(), [...peers.slice(1), ...peers.slice(0, 1)]]) {
      const states = await harvest(order, held, NOW);
      expect(states.map(({ reason }) => reason)).toEqual([undefined, undefined, undefined]);
      expect((await loadPortal(order, held)).plans).toHaveLength(3);
    }
  });

  test("more rows than it says", async () =>
    expect(
      await outcome(
        await forge(
          "nhieu",
          "nhiem-vu",
          await readFile(join(published("an"), "du-lieu/nhiem-vu.parquet")),
          2,
        ),
      ),
    ).toBe("wrong: nhiem-vu.parquet có 3 dòng, bản kê ghi 2"));

  test("a path out of its folder", async () => {
    const copy = join(folder, "copy");
    await cp(published("an"), copy, { recursive: true });
    const path = join(copy, "du-lieu/datapackage.json");
    await writeFile(
      path,
      (await readFile(path, "utf8")).replace('"ke-hoach.parquet"', '"../../../ke-hoach.parquet"'),
    );
    expect(await outcome(copy)).toBe(
      "wrong: datapackage.json thiếu hoặc ghi sai tệp Parquet của bảng ke-hoach",
    );
  });

  test("a table that the structure of the site has, but not its package", async () => {
    const copy = join(folder, "copy");
    await publishEarlier(copy, "1.0.0", TABLES_VERSION);
    expect(await outcome(copy)).toBe(
      "wrong: datapackage.json thiếu hoặc ghi sai tệp Parquet của bảng sua-ket-qua",
    );
  });

  test("a structure of another age", async () => {
    const copy = join(folder, "copy");
    await cp(published("an"), copy, { recursive: true });
    const path = join(copy, "du-lieu/datapackage.json");
    await writeFile(path, (await readFile(path, "utf8")).replace(`"${TABLES_VERSION}"`, '"2.0.0"'));
    expect(await outcome(copy)).toBe(
      `wrong: cấu trúc dữ liệu phiên bản 2.0.0, cổng đọc phiên bản ${TABLES_VERSION}`,
    );
  });
});
