import type { ChildProcess } from "node:child_process";
import { on } from "node:events";
import { availableParallelism } from "node:os";
import { forEachAtOnce } from "../at-once.ts";
import { isStarted } from "../command.ts";
import { endOfPart, runPart, startPart } from "../part.ts";
import { checkHtml } from "./check-html.ts";
import { readPages } from "./pages.ts";

/** What is found out of pages, by reading no other file. */
const WORKS = { read: readPages, check: checkHtml };

type Work = keyof typeof WORKS;
type Found<W extends Work> = Awaited<ReturnType<(typeof WORKS)[W]>>[number];

/** What a process is asked for. */
interface Order {
  readonly work: Work;
  readonly folder: string;
  readonly names: readonly string[];
}

/** What it answers. */
interface Answer {
  readonly found: readonly Found<Work>[];
}

/** Pages of one order: what a process holds of a large site is bounded, and no process waits long for the last one. */
const AT_ONCE = 20;

/** Processes at most; each takes up to 0.4 GB. */
const MOST = 4;

/**
 * Reads or checks pages in as many processes as there are cores, whose memory is free again afterwards.
 * @param names files of the site, of which the pages are worked on
 * @param onPage is called for each page
 * @returns what was found, in the order of the names
 */
export async function overPages<W extends Work>(
  work: W,
  folder: string,
  names: readonly string[],
  onPage: () => void,
): Promise<Found<W>[]> {
  const orders: Order[] = [];
  const pages = names.filter(name => name.endsWith(".html"));
  for (let i = 0; i < pages.length; i += AT_ONCE)
    orders.push({ work, folder, names: pages.slice(i, i + AT_ONCE) });
  const parts = Array.from({ length: Math.min(availableParallelism(), MOST, orders.length) }, () => {
    const child = startPart(import.meta.filename);
    // It has no end of its own.
    const failed = endOfPart(child, "pages of a release").then(() => {
      throw new Error("A process ended before it was told to");
    });
    // A failure reaches whoever waits for an answer; here it must not count as unhandled.
    failed.catch(() => {});
    return { child, failed };
  });
  const found: Found<W>[][] = [];
  try {
    await forEachAtOnce(orders.entries(), parts.length, async ([number, order], worker) => {
      const { child, failed } = parts[worker] as (typeof parts)[number];
      found[number] = await Promise.race([ask<W>(child, order), failed]);
      order.names.forEach(onPage);
    });
  } finally {
    for (const { child } of parts) child.kill();
  }
  return found.flat();
}

function ask<W extends Work>(child: ChildProcess, order: Order): Promise<Found<W>[]> {
  return new Promise(fulfil => {
    child.once("message", ({ found }: { found?: Found<W>[] }) => found && fulfil(found));
    child.send(order);
  });
}

async function answerOrders(): Promise<void> {
  for await (const [{ work, folder, names }] of on(process, "message") as AsyncIterable<[Order]>)
    process.send?.({ found: await WORKS[work](folder, names) } satisfies Answer);
}

if (process.send && isStarted(import.meta.filename)) {
  // Nobody waits for it any more.
  process.once("disconnect", () => process.exit());
  await runPart(answerOrders);
  process.disconnect();
}
