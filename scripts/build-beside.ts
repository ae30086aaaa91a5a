import { checkContent } from "./check.ts";
import { exportData } from "./export.ts";
import type { Settings } from "./load.ts";
import type { Downloads } from "./model/download.ts";
import { endOfPart, runPart, startPart } from "./part.ts";

/** What is made beside the pages, by a process of its own. */
export interface Beside {
  /** The downloads, whose lengths a page names. */
  readonly downloads: Promise<Downloads>;
  /** Settled when all is written. */
  readonly finished: Promise<void>;
  /** Gives it up, whatever it has written so far; settled when it has stopped. */
  readonly stop: () => Promise<void>;
}

/** What the process is told; it ends when all is written. */
interface Order {
  readonly settings: Settings;
  /** With share images and search index. */
  readonly isWhole: boolean;
}

/** What it tells as soon as they are written. */
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
  // Whoever waits for them hears of a failure; before that it is no reason to fall over.
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
  // Networks ask for whole addresses: without an origin no page names a picture.
  if (settings.siteUrl !== "") await (await import("./share.ts")).writeShareImages(site, settings);
  const { buildSearch, summarizeIndex } = await import("./search.ts");
  console.log(summarizeIndex(await buildSearch(site, settings)));
}

if (process.send && import.meta.filename === process.argv[1]) {
  process.once("message", async order => {
    await runPart(() => main(order as Order));
    process.disconnect();
  });
  // Nobody waits for it any more.
  process.once("disconnect", () => process.exit());
}
