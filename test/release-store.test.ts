import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { carryOver, keepTimes } from "../scripts/release/carry-over.ts";
import { goBack } from "../scripts/release/go-back.ts";
import { measureFiles } from "../scripts/release/manifest.ts";
import {
  listReleases,
  publish,
  type Release,
  readRelease,
  removeOld,
  type Store,
  switchTo,
  workAlone,
} from "../scripts/release/store.ts";

const folder = await mkdtemp(join(tmpdir(), "minh-bach-store-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const MANIFEST = {
  id: "old",
  previous: null,
  asOf: "2023-08-31",
  revision: null,
  siteUrl: "",
  pathPrefix: "/",
  carried: [],
};
const MEND = "chép lại bản phát hành ấy, hoặc công bố bản khác: npm run release -- --back A";
const EMPTY = { pages: {}, files: {}, movedFiles: [] };

/** Publishes what is put into the folder of a release. */
async function release(store: Store, id: string, fill: (work: string) => Promise<void>): Promise<void> {
  const problems = await workAlone(store, async work => {
    await fill(work);
    await publish(store, work, id);
    return [];
  });
  expect(problems).toEqual([]);
}

test("while releases are switched, a reader finds one of them at every moment", async () => {
  const store = { folder: join(folder, "store") };
  for (const id of ["a", "b"])
    await release(store, id, async work => {
      for (const name of ["one", "two"]) await writeFile(join(work, name), `${id}${name}`);
    });
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

test("whatever the umask, another user reads the release: the web server is one", async () => {
  const store = { folder: join(folder, "umask/release") };
  const before = process.umask(0o077);
  try {
    await release(store, "a", async work => {
      await mkdir(join(work, "site/ke-hoach"), { recursive: true });
      await writeFile(join(work, "site/ke-hoach/index.html"), "");
    });
  } finally {
    process.umask(before);
  }
  const mode = async (name: string) => ((await stat(join(store.folder, name))).mode & 0o777).toString(8);
  for (const name of ["", "releases", "current", "current/site", "current/site/ke-hoach"])
    expect([name, await mode(name)]).toEqual([name, "755"]);
  expect(await mode("current/site/ke-hoach/index.html")).toBe("644");
});

test("a release is published again when all of it is there, and only then", async () => {
  const store = { folder: join(folder, "back") };
  const releases: Release[] = [];
  for (const id of ["a", "b"])
    await release(store, id, async work => {
      const site = join(work, "site");
      await mkdir(site);
      await writeFile(join(site, "index.html"), id);
      const manifest = { ...MANIFEST, id, files: await measureFiles(site, ["index.html"]) };
      releases.push({ id, manifest, site: EMPTY });
    });
  const shown = () => readFile(join(store.folder, "current/site/index.html"), "utf8");
  const [first, second] = releases;
  if (!first || !second) throw new Error("no releases");
  expect(await goBack(store, first)).toEqual([]);
  expect(await shown()).toBe("a");
  const file = join(store.folder, "releases/b/site/index.html");
  await writeFile(file, "");
  expect(await goBack(store, second)).toMatchObject([{ file, message: expect.stringContaining("bản kê") }]);
  await rm(file);
  expect(await goBack(store, second)).toMatchObject([{ file, message: expect.stringContaining("thiếu") }]);
  expect(await shown()).toBe("a");
  expect(await readRelease(store, "../releases/a")).toBeUndefined();
  const manifest = join(store.folder, "releases/b/site/manifest.json");
  await writeFile(manifest, '{"id":');
  await expect(readRelease(store, "b")).rejects.toMatchObject({ said: `“${manifest}” bị hỏng; ${MEND}` });
});

test("a file that is as it was keeps its time over any number of releases, any other has that of its release", async () => {
  const store = { folder: join(folder, "times") };
  const releases: Record<string, string>[] = [
    { same: "1", edited: "1", taken: "1" },
    { same: "1", edited: "2" },
    { same: "1", edited: "2", taken: "1" },
  ];
  let previous: Release | undefined;
  const times: Record<string, number>[] = [];
  for (const [round, texts] of releases.entries()) {
    const id = `release-${round}`;
    const site = join(store.folder, "releases", id, "site");
    await mkdir(site, { recursive: true });
    for (const [name, text] of Object.entries(texts)) await writeFile(join(site, name), text);
    const files = await measureFiles(site, Object.keys(texts));
    await keepTimes(store, previous, site, files, new Date(1_700_000_000_789 + round * 60_000));
    const found: Record<string, number> = {};
    for (const name of Object.keys(texts)) found[name] = (await stat(join(site, name))).mtimeMs;
    times.push(found);
    previous = { id, manifest: { ...MANIFEST, id, files }, site: EMPTY };
  }
  const [first, second, third] = [0, 1, 2].map(round => 1_700_000_000_000 + round * 60_000);
  expect(times).toEqual([
    { same: first, edited: first, taken: first },
    { same: first, edited: second },
    { same: first, edited: second, taken: third },
  ]);
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
    ...MANIFEST,
    files: names.map(path => ({ path, size: 0, sha256: "" })),
    carried: ["assets/c-33333333.css"],
  };
  const site = join(store.folder, "new");
  const carried = await carryOver(store, { id: "old", manifest, site: EMPTY }, site, [
    "assets/b-22222222.css",
  ]);
  expect(carried).toEqual(["assets/a-11111111.css", "assets/a-11111111.css.br"]);
  expect(await readFile(join(site, "assets/a-11111111.css"), "utf8")).toBe("assets/a-11111111.css");
});

test("old releases go, the published one and its predecessor stay", async () => {
  const store = { folder: join(folder, "many") };
  const ids = ["1", "2", "3", "4", "5", "6", "7"];
  for (const id of ids) {
    await release(store, id, work => writeFile(join(work, "one"), id));
    await new Promise(fulfil => setTimeout(fulfil, 20));
  }
  await removeOld(store, ["7", "1"]);
  expect((await listReleases(store)).sort()).toEqual(["1", "4", "5", "6", "7"]);
});
