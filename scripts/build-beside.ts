import { checkContent } from "./check.ts";
import { isStarted } from "./command.ts";
import { exportData } from "./export.ts";
import type { Downloads } from "./model/download.ts";
import type { Site } from "./model/site.ts";
import { endOfPart, runPart, startPart } from "./part.ts";
import type { Settings } from "./settings.ts";

/** A child process that makes downloads, share images and search index while the pages are made. */
export interface Beside {
  /** The list of the downloads, which a page shows with their sizes. */
  readonly downloads: Promise<Downloads>;
  /** Settled when all files are written. */
  readonly finished: Promise<void>;
  /** Kills the process, whatever it has written so far; settled when it has ended. */
  readonly stop: () => Promise<void>;
}

/** What the process is asked to make; it ends when all is written. */
interface Order {
  readonly settings: Settings;
  /** With share images and search index. */
  readonly isWhole: boolean;
}

/** What the process reports once the downloads are written. */
interface Written {
  readonly downloads: Downloads;
}

/**
 * Makes what needs no pages while the pages are made: the downloads, and for a whole site the share images and the search
 * index. The process reads the content itself, which costs less than to be handed the site, and keeps its memory apart.
 */
export function startBeside(order: Order): Beside {
  const child = startPart(import.meta.filename);
  child.send(order);
  const finished = endOfPart(child, "downloads, share images or search index");
  const told = new Promise<Downloads>(fulfil => {
    child.on("message", ({ downloads }: Partial<Written>) => downloads && fulfil(downloads));
  });
  // Without downloads there is no page to wait for.
  const downloads = Promise.race([told, finished.then(() => told)]);
  // A failure reaches whoever waits for them; until somebody does, it must not count as unhandled.
  for (const promise of [finished, downloads]) promise.catch(() => {});
  const stop = async () => {
    child.kill();
    await finished.catch(() => {});
  };
  return { downloads, finished, stop };
}

async function main({ settings, isWhole }: Order): Promise<void> {
  const { site, problems } = await checkContent(settings);
  // The process that asked has found them too, and says so.
  if (problems.length > 0) return;
  process.send?.({ downloads: exportData(site, settings) } satisfies Written);
  if (!isWhole) return;
  const { buildSearch, summarizeIndex } = await import("./search.ts");
  // Pictures are drawn while Pagefind, which has processes of its own, is at work.
  const [index] = await Promise.all([buildSearch(site, settings), drawImages(site, settings)]);
  console.log(summarizeIndex(index));
}

/** Networks ask for whole addresses: without an origin no page names a picture. */
async function drawImages(site: Site, settings: Settings): Promise<void> {
  if (settings.siteUrl !== "") await (await import("./share.ts")).writeShareImages(site, settings);
}

if (process.send && isStarted(import.meta.filename)) {
  process.once("message", async order => {
    await runPart(() => main(order as Order));
    process.disconnect();
  });
  // Nobody waits for it any more.
  process.once("disconnect", () => process.exit());
}
