import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BOUNDS, harvest } from "../scripts/harvest.ts";
import { joinSearch, MOST_PEERS, nameUnsearched } from "../scripts/join-search.ts";
import type { Peer } from "../scripts/model/peer.ts";
import type { HarvestState } from "../scripts/model/portal.ts";
import type { Bundle } from "../scripts/model/search-bundle.ts";
import { indexFolder } from "../scripts/read-harvest.ts";
import { serveSite } from "../scripts/serve.ts";
import { publishPackage } from "./support/package.ts";
import { originOf } from "./support/ports.ts";

const NOW = new Date("2023-10-02T03:00:00Z");

let good = "";
let folder = "";
let site = "";
let held = "";
beforeAll(async () => {
  good = await mkdtemp(join(tmpdir(), "minh-bach-index-"));
  await publishPackage(good, "An", [
    ["A.1", "Trước 15/6/2023"],
    ["A.2", "Thường xuyên"],
  ]);
});
afterAll(() => rm(good, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-join-"));
  site = join(folder, "an");
  held = join(folder, "harvest");
  await cp(good, site, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const peer = (address: string): Peer => ({ id: "an", name: "Tỉnh An", address });

async function take(bounds = {}): Promise<HarvestState | undefined> {
  const [state] = await harvest([peer(site)], held, NOW, { ...BOUNDS, ...bounds });
  return state;
}

const heldIndex = () => readFile(join(indexFolder(held, "an"), "pagefind/records.pack"));

async function change(edit: (bundle: Bundle) => unknown): Promise<void> {
  const path = join(site, "pagefind/bundle.json");
  await writeFile(path, JSON.stringify(edit(JSON.parse(await readFile(path, "utf8")))));
}

/** Puts another file in the place of one of the index, which the list promises truthfully. */
async function forge(path: string, content: Buffer): Promise<void> {
  await writeFile(join(site, path), content);
  const sha256 = createHash("sha256").update(content).digest("hex");
  await change(bundle => ({
    ...bundle,
    files: bundle.files.map(file => (file.path === path ? { path, bytes: content.length, sha256 } : file)),
  }));
}

const pack = (value: unknown) => gzipSync(JSON.stringify(value));

async function unpack(path: string) {
  return JSON.parse(gunzipSync(await readFile(join(site, path))).toString("utf8"));
}

describe("the index of another site is taken whole and true, or not at all", () => {
  test("it is held file by file as it was published, without any program", async () => {
    expect((await take())?.search).toBeUndefined();
    const names = await readdir(indexFolder(held, "an"), { recursive: true });
    expect(names.filter(name => /\.(js|pagefind)$/.test(name))).toEqual([]);
    expect(names).toContain("tim-kiem/ke-hoach/cchc-2023.pack");
    expect(await heldIndex()).toEqual(await readFile(join(good, "pagefind/records.pack")));
  });

  test("only what has changed is fetched again", async () => {
    await take();
    const details = await unpack("tim-kiem/ke-hoach/cchc-2023.pack");
    await forge("tim-kiem/ke-hoach/cchc-2023.pack", pack({ ...details, title: "Tên khác" }));
    const server = await serveSite(site, "/", 0);
    const asked: string[] = [];
    server.on("request", request => asked.push(request.url ?? ""));
    await harvest([peer(`${originOf(server)}/`)], held, NOW);
    server.close();
    expect(asked.filter(path => !path.startsWith("/du-lieu/"))).toEqual([
      "/pagefind/bundle.json",
      "/tim-kiem/ke-hoach/cchc-2023.pack",
    ]);
  });

  const table = "pagefind/records.pack";
  const index = async () =>
    (await readdir(join(site, "pagefind/index"))).map(name => `pagefind/index/${name}`)[0] ?? "";

  const rubbish: readonly [what: string, spoil: () => Promise<unknown>, reason: RegExp][] = [
    ["no list", () => rm(join(site, "pagefind/bundle.json")), /^pagefind\/bundle\.json: không có tệp này$/],
    [
      "a page in its place",
      () => writeFile(join(site, "pagefind/bundle.json"), "<html>"),
      /^bundle\.json không phải bản kê/,
    ],
    [
      "an index of another format",
      () => change(bundle => ({ ...bundle, format: 3 })),
      /^chỉ mục tìm kiếm dạng 3, Pagefind .*; cổng đọc dạng 2/,
    ],
    [
      "an index of another Pagefind",
      () => change(bundle => ({ ...bundle, pagefind: "9.0.0" })),
      /Pagefind 9\.0\.0; cổng đọc/,
    ],
    [
      "a program among the files",
      () => change(bundle => ({ ...bundle, files: [{ ...bundle.files[0], path: "pagefind/pagefind.js" }] })),
      /^bundle\.json sai ở files\.0\.path$/,
    ],
    [
      "a path out of its folder",
      () => change(bundle => ({ ...bundle, files: [{ ...bundle.files[0], path: "../records.pack" }] })),
      /^bundle\.json sai ở files\.0\.path$/,
    ],
    [
      "a name that no disk can hold",
      () =>
        change(bundle => ({
          ...bundle,
          files: [{ ...bundle.files[0], path: `pagefind/index/${"a".repeat(300)}.pf_index` }],
        })),
      /^bundle\.json sai ở files\.0\.path$/,
    ],
    [
      "a table of more plans than there are files",
      async () => {
        const value = await unpack(table);
        const [record] = value.records;
        value.records = Array.from({ length: 130_000 }, () => ({ ...record, kind: "plan", url: "/a/b/" }));
        await forge(table, pack(value));
      },
      /^bản kê thiếu tim-kiem\/ke-hoach\/b\.pack$/,
    ],
    [
      "an address that is none",
      () => change(bundle => ({ ...bundle, root: "javascript:alert(1)/" })),
      /^bundle\.json sai ở root$/,
    ],
    [
      "a file that is cut off",
      async () => writeFile(join(site, table), (await readFile(join(site, table))).subarray(0, 100)),
      /^pagefind\/records\.pack dài 100 byte, bản kê ghi \d+$/,
    ],
    [
      "a file that is not packed",
      () => forge(table, Buffer.from("rác")),
      /records\.pack không giải nén được$/,
    ],
    [
      "rubbish of the right digest",
      async () => forge(await index(), gzipSync("rác")),
      /\.pf_index không phải tệp của Pagefind$/,
    ],
    ["a table that is none", () => forge(table, pack({ records: [] })), /records\.pack không đọc được$/],
    [
      "an address on another host",
      async () => {
        const value = await unpack(table);
        value.records[0].url = "//xau.example/";
        await forge(table, pack(value));
      },
      /records\.pack không đọc được$/,
    ],
    [
      "a list without the details of a plan",
      () =>
        change(bundle => ({ ...bundle, files: bundle.files.filter(({ path }) => !/ke-hoach/.test(path)) })),
      /^bản kê thiếu tim-kiem\/ke-hoach\/cchc-2023\.pack$/,
    ],
  ];
  test.each(rubbish)(
    "%s: refused in a clause, and the tables are taken all the same",
    async (_, spoil, reason) => {
      await spoil();
      expect(await take()).toMatchObject({ outcome: "new", search: expect.stringMatching(reason) });
      const { peers, unsearched } = await joinSearch([peer(site)], held, join(folder, "site"));
      expect(peers).toEqual([]);
      expect(unsearched).toEqual([{ name: "Tỉnh An", reason: "chưa lấy được chỉ mục" }]);
    },
  );

  test("what was last good stays when rubbish comes, and is given up when another format comes", async () => {
    await take();
    const before = await heldIndex();
    await forge(table, pack([]));
    expect((await take())?.search).toMatch(/không đọc được/);
    expect(await heldIndex()).toEqual(before);
    expect(await readdir(held)).toEqual(["harvest.json", "search=an", "site=an"]);
    await change(bundle => ({ ...bundle, format: 3 }));
    expect((await take())?.search).toMatch(/dạng 3/);
    expect(await readdir(held)).toEqual(["harvest.json", "site=an"]);
  });

  test("an index beyond all bounds", async () =>
    expect((await take({ indexBytes: 1000 }))?.search).toBe("chỉ mục tìm kiếm dài hơn 1000 byte"));
});

test("hits lead to the address that a site says is its own, else to where it was fetched from", async () => {
  await take();
  const join = (address: string) => joinSearch([peer(address)], held, `${folder}/site`);
  expect((await join("https://an.example/")).peers).toMatchObject([{ root: "https://an.example/" }]);
  expect((await join("../an")).unsearched).toMatchObject([
    { reason: "trang không khai địa chỉ cho người đọc" },
  ]);
  await change(bundle => ({ ...bundle, root: "https://cchc.an.example/" }));
  await take();
  expect((await join("../an")).peers).toMatchObject([{ root: "https://cchc.an.example/" }]);
});

test("a portal of very many sites searches as many as a browser can bear, and names few of the others", async () => {
  await take();
  const peers = Array.from({ length: MOST_PEERS + 60 }, (_, i) => ({
    ...peer(`https://an-${i}.example/`),
    id: i < MOST_PEERS + 50 ? `an-${i}` : `vang-${i}`,
    name: `Trang ${i}`,
  }));
  for (const { id } of peers.slice(0, MOST_PEERS + 50))
    await cp(indexFolder(held, "an"), indexFolder(held, id), { recursive: true });
  const joined = await joinSearch(peers, held, join(folder, "site"));
  expect(joined.peers).toHaveLength(MOST_PEERS);
  expect(joined.unsearched).toHaveLength(10);
  expect(joined.beyond).toBe(50);
  expect(nameUnsearched(joined)).toEqual([
    ...Array.from({ length: 5 }, (_, i) => `Trang ${MOST_PEERS + 50 + i}`),
    "55 trang khác",
  ]);
});
