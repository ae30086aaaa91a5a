import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Route } from "playwright-core";
import { NOWHERE } from "../layouts/identity.ts";
import { urls } from "../layouts/urls.ts";
import { forEachAtOnce } from "./at-once.ts";
import { findSoundSite } from "./check.ts";
import { takeOutput } from "./check-output.ts";
import { isStarted, runCommand } from "./command.ts";
import { launchBrowser } from "./launch.ts";
import type { Site } from "./model/site.ts";
import { showProgress } from "./progress.ts";
import { readSettings, type Settings } from "./settings.ts";
import { isThere } from "./write.ts";

/**
 * Writes the sheet of every plan of a built site as a PDF into the plan's folder: tagged, with text that can be searched,
 * headings as outline, title and language. The same page gives the same bytes with the same browser.
 * @param onPlan is called after each plan
 * @returns the files written, relative to the output folder
 * @throws where there is no browser, or a page that is asked for is not in the folder
 */
export async function writePdfs(
  site: Pick<Site, "plans" | "asOf">,
  settings: Pick<Settings, "outputDir" | "pathPrefix" | "siteUrl">,
  onPlan: () => void = () => {},
): Promise<string[]> {
  const written: string[] = [];
  const browser = await launchBrowser();
  try {
    // A sheet needs no script.
    const context = await browser.newContext({ javaScriptEnabled: false });
    await context.route("**/*", route => answerFromFolder(route, settings));
    await forEachAtOnce(site.plans, Math.min(4, availableParallelism()), async ({ slug }) => {
      const name = urls.planPdf(slug).slice(1);
      const bytes = await printPage(context, urls.plan(slug), settings);
      await writeFile(join(settings.outputDir, name), withoutChance(bytes, site.asOf));
      written.push(name);
      onPlan();
    });
  } finally {
    await browser.close();
  }
  return written.sort();
}

async function printPage(
  context: BrowserContext,
  path: string,
  { siteUrl, pathPrefix }: Pick<Settings, "pathPrefix" | "siteUrl">,
): Promise<Buffer> {
  const page = await context.newPage();
  try {
    const answer = await page.goto(`${siteUrl || NOWHERE}${pathPrefix}${path.slice(1)}`, {
      waitUntil: "load",
    });
    if (!answer?.ok()) throw new Error(`${path}: ${answer?.status()}`);
    await page.evaluate(async isNowhere => {
      await document.fonts.ready;
      // Without an origin a link into the rest of the site would lead nowhere from a file on a disk.
      if (isNowhere)
        for (const link of document.querySelectorAll("a[href]:not([href^='#'], [href^='http'])"))
          link.removeAttribute("href");
    }, siteUrl === "");
    return await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  } finally {
    await page.close();
  }
}

/** Every request of a page is answered from the folder of the site; what is not there is not found. */
async function answerFromFolder(
  route: Route,
  { outputDir, pathPrefix }: Pick<Settings, "outputDir" | "pathPrefix">,
): Promise<void> {
  const path = decodeURIComponent(new URL(route.request().url()).pathname);
  if (!path.startsWith(pathPrefix)) return route.fulfill({ status: 404, body: "" });
  const name = path.slice(pathPrefix.length);
  const file = join(outputDir, name === "" || name.endsWith("/") ? `${name}index.html` : name);
  return route.fulfill({ path: file }).catch(() => route.fulfill({ status: 404, body: "" }));
}

/**
 * Takes out what differs from one printing to the next, in as many bytes, so that no place in the file moves: the minute,
 * and the numbers of the page's nodes, which go on counting from the page before.
 */
function withoutChance(pdf: Buffer, asOf: string): Buffer {
  const text = pdf.toString("latin1");
  const nodes = [...new Set(text.match(NODE))].sort();
  const places = new Map(nodes.map((node, i) => [node, `(node${String(i + 1).padStart(8, "0")})`]));
  const plain = text
    .replace(NODE, node => places.get(node) ?? node)
    .replace(
      /\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g,
      (_, key) => `/${key} (D:${asOf.replaceAll("-", "")}000000+00'00')`,
    );
  return Buffer.from(plain, "latin1");
}

const NODE = /\(node\d{8}\)/g;

async function main(): Promise<void> {
  const settings = readSettings(process.env, new Date());
  const site = await findSoundSite(settings);
  if (!site || !(await takeOutput(settings.outputDir))) return;
  for (const { slug } of site.plans) {
    const page = join(settings.outputDir, urls.plan(slug).slice(1), "index.html");
    if (await isThere(page)) continue;
    console.error(`chưa có trang “${page}” để in; chạy npm run build trước, hoặc sửa OUTPUT_DIR`);
    process.exitCode = 1;
    return;
  }
  const step = showProgress(process.stderr);
  await step("In PDF", tick => writePdfs(site, settings, tick), site.plans.length);
}

const HELP = {
  usage: `  npm run pdf    in mọi kế hoạch ra PDF bằng Chromium, cạnh trang đã dựng bằng npm run build`,
  options: [],
};

if (isStarted(import.meta.filename)) await runCommand(HELP, main);
