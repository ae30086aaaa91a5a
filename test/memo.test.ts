import { mkdtemp, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { type LoadedFiles, loadSources } from "../scripts/load.ts";
import { parsedOnce } from "../scripts/model/memo.ts";
import { parseSite } from "../scripts/model/site-sources.ts";
import type { SourceFile } from "../scripts/model/source-file.ts";
import { siteFiles } from "./support/arbitrary-site.ts";
import { AGENCIES, plan, source } from "./support/sources.ts";

type Files = Readonly<Record<string, string>>;

/** Reads a site; files whose text did not change are the very objects that they were before. */
function read(files: Files, known: Map<string, SourceFile>) {
  const all = Object.entries(files).map(([name, text]) => {
    const before = known.get(name);
    const file = before?.text === text ? before : source(name, text);
    known.set(name, file);
    return file;
  });
  const isData = ({ name }: SourceFile) => /\.(csv|yaml)$/.test(name);
  return parseSite({ content: all.filter(file => !isData(file)), data: all.filter(isData) }, "2023-10-01");
}

const TASK = "## A.1 Việc\n- Chủ trì: Sở Nội vụ\n";
const REPORT = "---\nplan: mot\nas_of: 2023-06-30\n---\n## A.1\n- Trạng thái: Đang thực hiện\n";
const FILES: Files = {
  "agencies.csv": AGENCIES,
  "plans/a/hai.md": plan(TASK),
  "plans/a/mot.md": plan(TASK),
  "updates/a/mot/2023-06-30.md": REPORT,
};

describe("a file that is read with other values", () => {
  const file = {};
  let times = 0;
  const read = parsedOnce((_: object, { ids }: { ids: unknown }) => {
    times++;
    return ids;
  });
  /** How often it is read, first with one value and then with another. */
  const timesOf = (before: unknown, now: unknown) => {
    read(file, { ids: before }, () => {});
    times = 0;
    read(file, { ids: now }, () => {});
    return times;
  };

  test.each([
    ["a set that has grown", new Set(["a"]), new Set(["a", "b"])],
    ["a set that has shrunk", new Set(["a", "b"]), new Set(["a"])],
    ["a list in another order", ["a", "b"], ["b", "a"]],
    ["a map with another value", new Map([["a", 1]]), new Map([["a", 2]])],
    ["another day", "2023-10-01", "2023-10-02"],
  ])("%s: is read again", (_, before, now) => expect(timesOf(before, now)).toBe(1));

  test.each([
    ["a set", () => new Set(["a", "b"])],
    ["a map of lists", () => new Map([["a", ["b"]]])],
    ["a day", () => "2023-10-01"],
  ])("%s that was made anew the same: is not", (_, make) => expect(timesOf(make(), make())).toBe(0));
});

describe("a site that is read again", () => {
  test("parses the file that was edited, and no other", () => {
    const known = new Map<string, SourceFile>();
    const { site: before } = read(FILES, known);
    const edited = { ...FILES, "plans/a/mot.md": plan(TASK.replace("Việc", "Việc khác")) };
    const { site: after, problems } = read(edited, known);
    expect(problems).toEqual([]);
    expect(after.planBySlug.get("mot")?.tasks[0]?.title).toBe("Việc khác");
    expect(after.planBySlug.get("hai")).toBe(before.planBySlug.get("hai"));
    expect(after.updates[0]).toBe(before.updates[0]);
    expect(after.agencies).toBe(before.agencies);
  });

  test("resolves every name anew when the agencies are others", () => {
    const known = new Map<string, SourceFile>();
    read(FILES, known);
    const renamed = { ...FILES, "agencies.csv": AGENCIES.replaceAll("Sở Nội vụ", "Sở Ngoại vụ") };
    expect(read(renamed, known).problems.map(({ file }) => file)).toEqual([
      "plans/a/hai.md",
      "plans/a/mot.md",
    ]);
    expect(read(FILES, known).problems).toEqual([]);
  });

  test("reports what is wrong with a file for as long as it is", () => {
    const known = new Map<string, SourceFile>();
    const broken = { ...FILES, "plans/a/hai.md": plan(TASK.replace("Chủ trì", "Chủ chì")) };
    const { problems } = read(broken, known);
    expect(problems).toHaveLength(1);
    expect(read(broken, known).problems).toEqual(problems);
    expect(read(FILES, known).problems).toEqual([]);
  });

  test("is the site that reading all of it anew makes, with the same problems, after any edits", () => {
    let broken = 0;
    fc.assert(
      fc.property(siteFiles, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
        const known = new Map<string, SourceFile>();
        let files: Files = first;
        for (const change of [(files: Files) => files, ...edits]) {
          files = change(files);
          const again = read(files, known);
          expect(again).toEqual(read(files, new Map()));
          if (again.problems.length > 0) broken++;
        }
      }),
      { numRuns: 40, seed: 9 },
    );
    expect(broken).toBeGreaterThan(10);
  });
});

/** What editors do between two readings. */
const edit: fc.Arbitrary<(files: Files) => Files> = fc.oneof(
  siteFiles.map(other => () => other),
  siteFiles.map(other => (files: Files) => ({ ...files, ...other })),
  siteFiles.map(other => (files: Files) => ({
    ...files,
    "agencies.csv": other["agencies.csv"] ?? "",
  })),
  inOne((text, name) => ({ [name]: `${text}\n## Thêm\nLời.\n` })),
  inOne((text, name) => ({ [name]: text.replace(/Sở Ví dụ \d/, "Sở Không có") })),
  inOne((text, name) => ({ [name]: text.replace(/^(id,|state:)/m, "khoa-la: ") })),
  inOne(() => ({})),
  inOne((text, name) => ({ [name.replace(/([^/]+)\.(\w+)$/, "$1-moi.$2")]: text })),
);

/** Puts others in the place of one file. */
function inOne(change: (text: string, name: string) => Files): fc.Arbitrary<(files: Files) => Files> {
  return fc.nat().map(nth => (files: Files) => {
    const names = Object.keys(files);
    const name = names[nth % Math.max(names.length, 1)];
    if (name === undefined) return files;
    const { [name]: text = "", ...others } = files;
    return { ...others, ...change(text, name) };
  });
}

describe("files that are loaded again", () => {
  test("are the same values until they are written, replaced or taken away", async () => {
    const folder = await mkdtemp(join(tmpdir(), "minh-bach-load-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = (name: string) => join(folder, name);
    const loaded: LoadedFiles = new Map();
    const load = async () => (await loadSources({ contentDir: folder, dataDir: folder }, loaded)).content;
    await writeFile(path("a.md"), "một");
    await writeFile(path("b.md"), "hai");
    // What was written in this moment is not trusted yet.
    await setTimeout(100);
    const [a, b] = await load();
    expect((await load())[0]).toBe(a);

    const { atime, mtime } = await stat(path("a.md"));
    await writeFile(path("a.md"), "mới");
    await utimes(path("a.md"), atime, mtime);
    const [written, untouched] = await load();
    expect(written?.text).toBe("mới");
    expect(untouched).toBe(b);

    await writeFile(path("c"), "ba!");
    await utimes(path("c"), atime, mtime);
    await rename(path("c"), path("b.md"));
    expect((await load()).map(({ text }) => text)).toEqual(["mới", "ba!"]);
    await rm(path("a.md"));
    expect((await load()).map(({ text }) => text)).toEqual(["ba!"]);
  });
});
