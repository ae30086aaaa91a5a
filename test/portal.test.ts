import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ask, openDuck, quote } from "../scripts/duck.ts";
import { BOUNDS, harvest, peerFolder } from "../scripts/harvest.ts";
import type { Peer } from "../scripts/model/peer.ts";
import { warningOf } from "../scripts/model/portal.ts";
import { TABLES, TABLES_VERSION } from "../scripts/model/table-list.ts";
import { loadPortal } from "../scripts/portal.ts";
import { serveSite } from "../scripts/serve.ts";
import { findDeadLinks } from "./support/links.ts";
import { publishPackage } from "./support/package.ts";
import { query } from "./support/parquet.ts";
import { originOf } from "./support/ports.ts";
import { runScript } from "./support/run.ts";
import { AGENCIES, siteOf } from "./support/sources.ts";

const NOW = new Date("2023-10-02T03:00:00Z");
const LATE = "Trước 15/6/2023";
const ALWAYS = "Thường xuyên";

let packages = "";
let folder = "";
let held = "";
const servers: Server[] = [];
beforeAll(async () => {
  packages = await mkdtemp(join(tmpdir(), "minh-bach-packages-"));
  await publishPackage(join(packages, "an"), "An", [
    ["A.1", LATE],
    ["A.2", LATE],
    ["A.3", ALWAYS],
  ]);
  await publishPackage(join(packages, "binh"), "Bình", [["A.1", ALWAYS]]);
  await publishPackage(join(packages, "binh-2"), "Bình", [
    ["A.1", ALWAYS],
    ["A.2", LATE],
  ]);
});
afterAll(() => rm(packages, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-portal-"));
  held = join(folder, "harvest");
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await rm(folder, { recursive: true, force: true });
});

const peer = (id: string, address: string): Peer => ({ id, name: `Trang ${id}`, address });
const published = (name: string) => join(packages, name);

/** Serves a folder on loopback; the address that a peer is given. */
async function serve(site: string): Promise<string> {
  return addressOf(await serveSite(site, "/", 0));
}

async function serveWith(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>(fulfil => server.listen(0, "127.0.0.1", fulfil));
  return addressOf(server);
}

function addressOf(server: Server): string {
  servers.push(server);
  return `${originOf(server)}/`;
}

/** A copy of a package in which one table is another file, which the manifest promises truthfully. */
async function forge(name: string, table: string, content: Uint8Array, rows: number): Promise<string> {
  const copy = join(folder, name);
  await cp(published("an"), copy, { recursive: true });
  await writeFile(join(copy, `du-lieu/${table}.parquet`), content);
  const path = join(copy, "du-lieu/datapackage.json");
  const manifest = JSON.parse(await readFile(path, "utf8"));
  for (const resource of manifest.resources)
    if (resource.name === `${table}-parquet`)
      Object.assign(resource, {
        rows,
        bytes: content.length,
        hash: `sha256:${createHash("sha256").update(content).digest("hex")}`,
      });
  await writeFile(path, JSON.stringify(manifest));
  return copy;
}

/** A copy of a package without the tables that came after the first version. */
async function publishEarlier(copy: string, version: string): Promise<void> {
  await cp(published("an"), copy, { recursive: true });
  const path = join(copy, "du-lieu/datapackage.json");
  const { resources, ...manifest } = JSON.parse(await readFile(path, "utf8"));
  const later = TABLES.flatMap(table => ("since" in table ? [`${table.name}-parquet`] : []));
  const kept = resources.filter(({ name }: { name: string }) => !later.includes(name));
  await writeFile(path, JSON.stringify({ ...manifest, version, resources: kept }));
}

describe("three sites, one going away and one sending rubbish", () => {
  test("what was last good stays, the others are fresh, and each says why", async () => {
    await cp(published("an"), join(folder, "an"), { recursive: true });
    await cp(published("binh"), join(folder, "binh"), { recursive: true });
    await cp(published("an"), join(folder, "cuong"), { recursive: true });
    const peers = [
      peer("an", await serve(join(folder, "an"))),
      peer("binh", await serve(join(folder, "binh"))),
      peer("cuong", await serve(join(folder, "cuong"))),
    ];
    const first = await harvest(peers, held, NOW);
    expect(first.map(({ id, outcome, asOf }) => [id, outcome, asOf])).toEqual([
      ["an", "new", "2023-10-01"],
      ["binh", "new", "2023-10-01"],
      ["cuong", "new", "2023-10-01"],
    ]);

    servers[0]?.closeAllConnections();
    servers[0]?.close();
    await cp(published("binh-2"), join(folder, "binh"), { recursive: true });
    await writeFile(join(folder, "cuong/du-lieu/nhiem-vu.parquet"), "<html>Bảo trì</html>");
    await writeFile(
      join(folder, "cuong/du-lieu/datapackage.json"),
      (await readFile(join(folder, "cuong/du-lieu/datapackage.json"), "utf8")).replace(
        "2023-10-01",
        "2023-11-01",
      ),
    );
    const second = await harvest(peers, held, NOW);
    expect(second).toEqual([
      {
        id: "an",
        checked: NOW.toISOString(),
        outcome: "away",
        reason: "du-lieu/datapackage.json: máy chủ không nhận kết nối",
        asOf: "2023-10-01",
      },
      { id: "binh", checked: NOW.toISOString(), outcome: "new", asOf: "2023-10-01" },
      {
        id: "cuong",
        checked: NOW.toISOString(),
        outcome: "wrong",
        reason: expect.stringMatching(/^nhiem-vu\.parquet dài 23 byte, bản kê ghi \d+$/),
        asOf: "2023-10-01",
      },
    ]);

    const { reports, plans, agencies } = await loadPortal(peers, held);
    expect(reports.map(({ peer, plans, tasks }) => [peer.id, plans, [...tasks]])).toEqual([
      [
        "an",
        1,
        [
          ["undated", 1],
          ["unreported", 2],
        ],
      ],
      [
        "binh",
        1,
        [
          ["undated", 1],
          ["unreported", 1],
        ],
      ],
      [
        "cuong",
        1,
        [
          ["undated", 1],
          ["unreported", 2],
        ],
      ],
    ]);
    expect(plans.map(({ site, id, tasks, late }) => [site, id, tasks, late])).toEqual([
      ["an", "cchc-2023", 3, 2],
      ["binh", "cchc-2023", 2, 1],
      ["cuong", "cchc-2023", 3, 2],
    ]);
    expect(agencies.map(({ site, name }) => [site, name])).toEqual([
      ["an", "Sở Nội vụ tỉnh An"],
      ["binh", "Sở Nội vụ tỉnh Bình"],
      ["cuong", "Sở Nội vụ tỉnh An"],
    ]);
    expect(reports.map(report => warningOf(report, "2023-10-02"))).toEqual(["away", undefined, "wrong"]);
    expect(reports.map(report => warningOf(report, "2024-10-02"))).toEqual(["away", "old", "wrong"]);
  });

  test("a site that has not changed is not fetched again", async () => {
    const asked: string[] = [];
    const files = join(folder, "an");
    await cp(published("an"), files, { recursive: true });
    const address = await serveWith(async (request, response) => {
      asked.push(request.url ?? "");
      response.end(await readFile(join(files, request.url ?? "")));
    });
    await harvest([peer("an", address)], held, NOW);
    expect(asked.filter(path => path.startsWith("/du-lieu/"))).toHaveLength(1 + TABLES.length);
    expect(asked).toContain("/pagefind/records.pack");
    const before = asked.length;
    const [state] = await harvest([peer("an", address)], held, NOW);
    expect(state?.outcome).toBe("unchanged");
    expect(asked.slice(before)).toEqual(["/du-lieu/datapackage.json", "/pagefind/bundle.json"]);
  });

  test("no more sites are asked at the same time than is allowed", async () => {
    let open = 0;
    let most = 0;
    const address = await serveWith(async (request, response) => {
      // The files of one index are asked for together; tables come one after another.
      const counts = request.url?.startsWith("/du-lieu/") ? 1 : 0;
      open += counts;
      most = Math.max(most, open);
      const content = await readFile(join(published("an"), request.url ?? ""));
      await new Promise(fulfil => setTimeout(fulfil, 5));
      open -= counts;
      response.end(content);
    });
    const peers = Array.from({ length: 6 }, (_, i) => peer(`an-${i}`, address));
    const states = await harvest(peers, held, NOW, { ...BOUNDS, atOnce: 2 });
    expect(states.map(({ id, outcome }) => [id, outcome])).toEqual(peers.map(({ id }) => [id, "new"]));
    expect(most).toBe(2);
  });

  test("a site may be a folder", async () => {
    const [state] = await harvest([peer("an", published("an"))], held, NOW);
    expect(state?.outcome).toBe("new");
    expect((await readdir(peerFolder(held, "an"))).sort()).toContain("nhiem-vu.parquet");
    expect((await readdir(held)).sort()).toEqual(["harvest.json", "search=an", "site=an"]);
  });
});

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
    await publishEarlier(copy, TABLES_VERSION);
    expect(await outcome(copy)).toBe(
      "wrong: datapackage.json thiếu hoặc ghi sai tệp Parquet của bảng chi-so",
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

test("a site that does not have the tables of a later structure yet is taken without them", async () => {
  const copy = join(folder, "copy");
  await publishEarlier(copy, "1.0.0");
  expect(await harvest([peer("an", copy)], held, NOW)).toMatchObject([{ outcome: "new" }]);
  const { plans } = await loadPortal([peer("an", copy)], held);
  expect(plans).toMatchObject([{ tasks: 3 }]);
});

test("the engine that reads what others wrote reads and writes in that folder only, and cannot be told otherwise", async () => {
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

describe("data/sites.csv", () => {
  const problems = (rows: string) =>
    siteOf({ "agencies.csv": AGENCIES, "sites.csv": `id,name,address\n${rows}` }).problems;

  test("names sites by web address or folder", () => {
    const { site } = siteOf({
      "sites.csv": "id,name,address\na,Trang A,https://a.example\nb,Trang B,../trang-b\n",
    });
    expect(site.peers.map(({ address }) => address)).toEqual(["https://a.example/", "../trang-b"]);
  });
  test.each([
    [
      "a,A,ftp://a.example/",
      /^sites\.csv:2:5: address: “ftp:\/\/a\.example\/” không phải địa chỉ của trang; /,
    ],
    ["a,A,javascript:alert(1)", /không phải địa chỉ của trang/],
    ["a,A,//a.example/", /không phải địa chỉ của trang/],
    ["a,A,x\na,B,y", /^sites\.csv:3:1: mã “a” đã có ở dòng trên; /],
    ["a,A,x\nb,B,x", /^sites\.csv:3:5: địa chỉ “x” đã có ở dòng trên; /],
  ])("refuses %j", (rows, message) => {
    expect(problems(rows)).toEqual([expect.stringMatching(message)]);
  });
});

test("the pages of a portal show every site, and who has not published", async () => {
  const data = join(folder, "data");
  await cp("test/fixtures/good/data", data, { recursive: true });
  await writeFile(
    join(data, "sites.csv"),
    `id,name,address\nan,Tỉnh An,${published("an")}\nbinh,Tỉnh Bình,${await serve(published("binh"))}\nvang,Tỉnh Vắng,${join(folder, "vang")}\n`,
  );
  const env = {
    CONTENT_DIR: "test/fixtures/good/content",
    DATA_DIR: data,
    HARVEST_DIR: held,
    OUTPUT_DIR: join(folder, "site"),
    AS_OF: "2023-10-01",
  };
  const harvested = await runScript("scripts/harvest.ts", env);
  expect(harvested).toMatchObject({ code: 1, stderr: expect.stringContaining("vang: KHÔNG LẤY ĐƯỢC") });
  expect(harvested.stdout).toContain("3 trang, 1 trang không lấy được hoặc sai.");
  const built = await runScript("scripts/build.ts", env);
  expect(built).toMatchObject({ code: 0, stderr: "" });
  const page = (path: string) => readFile(join(folder, "site", path, "index.html"), "utf8");
  const overview = await page("lien-thong");
  for (const name of ["Tỉnh An", "Tỉnh Bình"]) expect(overview).toContain(name);
  expect(overview.slice(overview.indexOf("Chưa công bố"))).toContain(
    "Tỉnh Vắng: du-lieu/datapackage.json: không có tệp này",
  );
  expect(await page("lien-thong/ke-hoach")).toMatch(
    /href="http:\/\/127\.0\.0\.1:\d+\/ke-hoach\/cchc-2023\/"/,
  );
  expect(await page("lien-thong/co-quan")).toContain("Sở Nội vụ tỉnh Bình");
  expect((await findDeadLinks(join(folder, "site"), "/")).dead).toEqual([]);
});
