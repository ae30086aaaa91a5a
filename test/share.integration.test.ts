import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type ShareCard, shareCardOf, shareCards } from "../layouts/share-card.tsx";
import { loadFonts, outlineCard, writeShareImages } from "../scripts/share.ts";
import { plan, siteOf } from "./support/sources.ts";

const card = (title: string): ShareCard => ({ path: "/", site: "", kind: "", title, facts: [] });
const VOWELS = "aăâeêioôơuưy";
const TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
const LETTERS = [...VOWELS]
  .flatMap(vowel => TONES.map(tone => `${vowel}${tone}`.normalize("NFC")))
  .concat("đ")
  .flatMap(letter => [letter, letter.toUpperCase()]);

/** The outlines that a title adds to an empty card. */
async function outlines(title: string): Promise<string[]> {
  const fonts = await loadFonts();
  const paths = (svg: string) => svg.match(/<path[^>]* d="[^"]*"/g) ?? [];
  const empty = new Set(paths(await outlineCard(card(""), fonts)));
  return paths(await outlineCard(card(title), fonts)).filter(path => !empty.has(path));
}

test("every Vietnamese letter has a shape of its own, and none is a box", async () => {
  const shapes = new Map<string, string>();
  const [box] = await outlines("\u0E01");
  for (const letter of LETTERS) {
    const [shape = ""] = await outlines(letter);
    expect(shape, letter).not.toBe("");
    expect(shape, letter).not.toBe(box);
    expect(shapes.get(shape), letter).toBeUndefined();
    shapes.set(shape, letter);
  }
  expect(shapes.size).toBe(146);
});

test("the longest title stays in the picture", async () => {
  const fonts = await loadFonts();
  const long = "Kế hoạch nâng cao Chỉ số cải cách hành chính của Ủy ban nhân dân tỉnh Ví Dụ ".repeat(6);
  const svg = await outlineCard(
    {
      site: "Minh Bạch",
      path: "/",
      kind: "12/KH-UBND",
      title: long,
      facts: ["Ủy ban nhân dân tỉnh Ví Dụ", "90\u00a0nhiệm vụ"],
    },
    fonts,
  );
  const starts = [...svg.matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(starts.length).toBeGreaterThan(100);
  for (const [x = 0, y = 0] of starts) {
    expect(x).toBeLessThan(1200 - 40);
    expect(y).toBeLessThan(630 - 40);
  }
});

test("plans, agencies with work and indices have a card; other pages that of the nearest above", () => {
  const { site } = siteOf({
    "plans/a/ke-hoach.md": plan("## A.1 Việc\n- Chủ trì: Sở Nội vụ\n", "number: 12/KH-UBND\n"),
    "indices/par-index.yaml": "name: Chỉ số cải cách hành chính\nshort_name: PAR INDEX\n",
  });
  expect([...shareCards(site).keys()].sort()).toEqual([
    "/",
    "/chi-so/par-index/",
    "/co-quan/so-noi-vu-vi-du/",
    "/co-quan/ubnd-vi-du/",
    "/ke-hoach/ke-hoach/",
  ]);
  expect(shareCardOf(site, "/ke-hoach/ke-hoach/")).toMatchObject({
    kind: "12/KH-UBND · năm 2023",
    facts: ["Ủy ban nhân dân tỉnh Ví Dụ", "1\u00a0nhiệm vụ"],
  });
  expect(shareCardOf(site, "/chi-so/par-index/2023/").path).toBe("/chi-so/par-index/");
  expect(shareCardOf(site, "/co-quan/so-noi-vu-vi-du/trang/2/").path).toBe("/co-quan/so-noi-vu-vi-du/");
  expect(shareCardOf(site, "/co-quan/so-tu-phap-vi-du/").path).toBe("/");
  expect(shareCardOf(site, "/404.html").path).toBe("/");
});

test("a card that was drawn before is not drawn again, unless somebody touched it since", async () => {
  const outputDir = await mkdtemp(join(tmpdir(), "minh-bach-share-"));
  const cacheDir = join(outputDir, "cache");
  const { site } = siteOf({ "indices/par-index.yaml": "name: Chỉ số cải cách hành chính\n" });
  const [first = ""] = await writeShareImages(site, { outputDir, cacheDir });
  const drawn = await readFile(join(outputDir, first));
  const kept = (await readdir(join(cacheDir, "share"))).map(name => join(cacheDir, "share", name));
  const inodes = () => Promise.all(kept.map(async path => (await stat(path)).ino));
  const before = await inodes();
  await writeShareImages(site, { outputDir, cacheDir });
  expect(await inodes()).toEqual(before);
  for (const path of kept) await writeFile(path, "không phải tấm này");
  await writeShareImages(site, { outputDir, cacheDir });
  expect(await readFile(join(outputDir, first))).toEqual(drawn);
  await rm(outputDir, { recursive: true });
});

test("pictures that no build has asked for in a week are cleared away, those that one asks for stay", async () => {
  const outputDir = await mkdtemp(join(tmpdir(), "minh-bach-share-"));
  const cacheDir = join(outputDir, "cache");
  const share = join(cacheDir, "share");
  const named = (name: string) => siteOf({ "indices/par-index.yaml": `name: ${name}\n` }).site;
  await writeShareImages(named("Tên cũ"), { outputDir, cacheDir });
  const before = await readdir(share);
  const longAgo = new Date(Date.now() - 8 * 86_400_000);
  for (const name of before) await utimes(join(share, name), longAgo, longAgo);
  await writeShareImages(named("Tên mới"), { outputDir, cacheDir });
  const after = await readdir(share);
  // The picture of the home page is the same, that of the index another.
  expect(before).toHaveLength(2);
  expect(after).toHaveLength(2);
  expect(after.filter(name => before.includes(name))).toHaveLength(1);
  await rm(outputDir, { recursive: true });
});
