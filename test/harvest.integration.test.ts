import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BOUNDS, harvest } from "../scripts/harvest.ts";
import { warningOf } from "../scripts/model/portal.ts";
import { TABLES } from "../scripts/model/table-list.ts";
import { loadPortal } from "../scripts/portal.ts";
import { peerFolder } from "../scripts/read-harvest.ts";
import {
  folder,
  held,
  NOW,
  peer,
  publishEarlier,
  published,
  serve,
  servers,
  serveWith,
} from "./support/peers.ts";
import { runScript } from "./support/run.ts";

test("a note of the last harvest that cannot be read is told, and made anew by the next", async () => {
  const broken = join(held, "hong");
  await harvest([], broken, NOW);
  await writeFile(join(broken, "harvest.json"), '[{"id":');
  await expect(loadPortal([], broken)).rejects.toMatchObject({
    said: `“${join(broken, "harvest.json")}” bị hỏng; chạy lại npm run harvest`,
  });
  await harvest([], broken, NOW);
  expect(await loadPortal([], broken)).toEqual({ reports: [], plans: [], agencies: [] });
});

test("one harvest at a time writes into a folder: of two, both would call the files of the other wrong", async () => {
  const taken = join(held, "dang-lay");
  const data = join(held, "du-lieu-cong");
  const content = join(held, "noi-dung-cong");
  for (const path of [taken, data, content]) await mkdir(path, { recursive: true });
  await writeFile(join(data, "sites.csv"), `id,name,address\na,Trang A,${published("an")}\n`);
  const settings = { HARVEST_DIR: taken, DATA_DIR: data, CONTENT_DIR: content };
  const run = () => runScript("scripts/harvest.ts", settings);
  // As a harvest that goes on: this process.
  const lock = join(taken, ".lock");
  await writeFile(lock, String(process.pid));
  const { code, stdout, stderr } = await run();
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(`đang có một lần lấy khác ghi vào “${taken}”`);
  expect(await readdir(taken)).toEqual([".lock"]);
  await rm(lock);
  expect((await run()).stdout).toContain("1 trang");
  expect(await readdir(taken)).not.toContain(".lock");
});

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

test.each(["1.0.0", "1.1.0"])(
  "a site that does not have the tables and columns of a later structure than %s yet is taken without them",
  async version => {
    const copy = join(folder, "copy");
    await publishEarlier(copy, version);
    expect(await harvest([peer("an", copy)], held, NOW)).toMatchObject([{ outcome: "new" }]);
    const peers = [peer("an", copy), peer("binh", published("binh"))];
    await harvest(peers, held, NOW);
    const { plans } = await loadPortal(peers, held);
    expect(plans).toMatchObject([{ tasks: 3 }, { tasks: 1 }]);
  },
);

test("a site that says to have a column that it has not is wrong", async () => {
  const copy = join(folder, "copy");
  await publishEarlier(copy, "1.1.0", "1.2.0");
  expect(await harvest([peer("an", copy)], held, NOW)).toMatchObject([
    { outcome: "wrong", reason: "nhiem-vu.parquet không có cột due_now kiểu DATE" },
  ]);
});
