import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import satori, { type Font } from "satori";
import { drawShareCard, SHARE_SIZE, type ShareCard, shareCards } from "../layouts/share-card.tsx";
import { urls } from "../layouts/urls.ts";
import { clearOld, digestOf, readSealed, writeSealed } from "./cache.ts";
import { findSoundSite } from "./check.ts";
import { isBuilt, takeOutput } from "./check-output.ts";
import { isStarted, runCommand } from "./command.ts";
import type { Site } from "./model/site.ts";
import { palettePng } from "./png.ts";
import { showProgress } from "./progress.ts";
import { readSettings, type Settings } from "./settings.ts";

/** What decides a picture besides what is said on its card. */
const MADE_BY = ["layouts", "scripts/share.ts", "scripts/png.ts", "package-lock.json"];

/**
 * Draws the picture that a link is shown with on social networks, one for each card, beside its page. The text becomes
 * outlines of the site's own typeface, so every mark stands where it should on any machine; no browser is needed. A card
 * that an earlier build drew is taken from the cache.
 * @param onImage is called after each picture
 * @returns the files written, relative to the output folder
 */
export async function writeShareImages(
  site: Site,
  { outputDir, cacheDir }: Pick<Settings, "outputDir" | "cacheDir">,
  onImage: () => void = () => {},
): Promise<string[]> {
  const cards = [...shareCards(site).values()];
  const fonts = await loadFonts();
  const rules = await digestOf(MADE_BY);
  const cache = join(cacheDir, "share");
  const written: string[] = [];
  for (const card of cards) {
    const name = urls.shareImage(card.path).slice(1);
    const key = createHash("sha256")
      .update(rules + JSON.stringify(card))
      .digest("hex");
    await mkdir(dirname(join(outputDir, name)), { recursive: true });
    await writeFile(join(outputDir, name), await draw(card, fonts, join(cache, key)));
    written.push(name);
    onImage();
  }
  await clearOld(cache);
  return written;
}

const require = createRequire(import.meta.url);
const FONTS = dirname(require.resolve("@fontsource/be-vietnam-pro/package.json"));
const FAMILIES = { latin: "Be Vietnam Pro", vietnamese: "Be Vietnam Pro Vietnamese" } as const;

/**
 * Reads the typeface. It comes as a file for Latin and one for the letters that only Vietnamese has; each is a family of
 * its own here, or the second would never be asked.
 */
export function loadFonts(): Promise<Font[]> {
  return Promise.all(
    (["latin", "vietnamese"] as const).flatMap(letters =>
      ([400, 600] as const).map(async weight => ({
        name: FAMILIES[letters],
        data: await readFile(join(FONTS, `files/be-vietnam-pro-${letters}-${weight}-normal.woff`)),
        weight,
        style: "normal" as const,
      })),
    ),
  );
}

/** A card as an SVG in which all text is outlines. */
export function outlineCard(card: ShareCard, fonts: Font[]): Promise<string> {
  return satori(drawShareCard(card, Object.values(FAMILIES).join(", ")), { ...SHARE_SIZE, fonts });
}

/** The drawing program may be loaded only once a process. */
let ready: Promise<void> | undefined;

/** The picture of a card, from the cache or new. */
async function draw(card: ShareCard, fonts: Font[], kept: string): Promise<Uint8Array> {
  const before = await readSealed(kept);
  if (before) return before;
  ready ??= readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm")).then(initWasm);
  await ready;
  const resvg = new Resvg(await outlineCard(card, fonts));
  const image = resvg.render();
  const png = palettePng(image.pixels, image.width) ?? image.asPng();
  // Memory of the drawing program is its own; it gives none back by itself.
  image.free();
  resvg.free();
  await writeSealed(kept, png);
  return png;
}

async function main(): Promise<void> {
  const settings = readSettings(process.env, new Date());
  if (settings.siteUrl === "") {
    console.log("Ảnh chia sẻ: bỏ qua, vì chưa khai báo tên miền của trang (SITE_URL).");
    return;
  }
  if (!(await isBuilt(settings.outputDir)) || !(await takeOutput(settings.outputDir))) return;
  const site = await findSoundSite(settings);
  if (!site) return;
  const step = showProgress(process.stderr);
  await step("Vẽ ảnh chia sẻ", tick => writeShareImages(site, settings, tick), shareCards(site).size);
}

const HELP = {
  usage: `  npm run build:share    vẽ ảnh chia sẻ cho trang đã dựng; cần SITE_URL`,
  options: [],
};

if (isStarted(import.meta.filename)) await runCommand(HELP, main);
