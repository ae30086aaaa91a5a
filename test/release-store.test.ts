import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { carryOver } from "../scripts/release/carry-over.ts";
import { closeWork, listReleases, openWork, publish, removeOld, switchTo } from "../scripts/release/store.ts";

const folder = await mkdtemp(join(tmpdir(), "minh-bach-store-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

test("while releases are switched, a reader finds one of them at every moment", async () => {
  const store = { folder: join(folder, "store") };
  for (const id of ["a", "b"]) {
    const work = await openWork(store);
    if (!work) throw new Error("locked");
    for (const name of ["one", "two"]) await writeFile(join(work, name), `${id}${name}`);
    await publish(store, work, id);
    await closeWork(store);
  }
  let switching = true;
  const seen = new Set<string>();
  const read = async () => {
    while (switching) seen.add(await readFile(join(store.folder, "current", "one"), "utf8"));
  };
  const readers = [read(), read()];
  for (let i = 0; i < 300; i++) await switchTo(store.folder, i % 2 === 0 ? "a" : "b");
  switching = false;
  await Promise.all(readers);
  expect([...seen].sort()).toEqual(["aone", "bone"]);
});

test("hashed files of the release before stay for one more, those it had kept itself do not", async () => {
  const store = { folder: join(folder, "carry") };
  const names = [
    "assets/a-11111111.css",
    "assets/a-11111111.css.br",
    "assets/b-22222222.css",
    "assets/c-33333333.css",
    "index.html",
  ];
  for (const name of names) {
    await mkdir(join(store.folder, "releases/old/site/assets"), { recursive: true });
    await writeFile(join(store.folder, "releases/old/site", name), name);
  }
  const manifest = {
    id: "old",
    previous: null,
    asOf: "2023-08-31",
    revision: null,
    siteUrl: "",
    pathPrefix: "/",
    files: names.map(path => ({ path, size: 0, sha256: "" })),
    carried: ["assets/c-33333333.css"],
  };
  const site = join(store.folder, "new");
  const carried = await carryOver(
    store,
    { id: "old", manifest, site: { pages: {}, files: {}, movedFiles: [] } },
    site,
    ["assets/b-22222222.css"],
  );
  expect(carried).toEqual(["assets/a-11111111.css", "assets/a-11111111.css.br"]);
  expect(await readFile(join(site, "assets/a-11111111.css"), "utf8")).toBe("assets/a-11111111.css");
});

test("old releases go, the published one and its predecessor stay", async () => {
  const store = { folder: join(folder, "many") };
  const ids = ["1", "2", "3", "4", "5", "6", "7"];
  for (const id of ids) {
    const work = await openWork(store);
    if (!work) throw new Error("locked");
    await writeFile(join(work, "one"), id);
    await publish(store, work, id);
    await closeWork(store);
    await new Promise(fulfil => setTimeout(fulfil, 20));
  }
  await removeOld(store, ["7", "1"]);
  expect((await listReleases(store)).sort()).toEqual(["1", "4", "5", "6", "7"]);
});
