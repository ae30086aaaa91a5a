import { join } from "node:path";
import { forEachAtOnce } from "./at-once.ts";
import { checkContent, isSound } from "./check.ts";
import { isStarted, runCommand, ToldFailure } from "./command.ts";
import { openDuck } from "./duck.ts";
import { harvestIndex } from "./harvest-index.ts";
import { harvestTables } from "./harvest-tables.ts";
import { mendLock, takeLock } from "./lock.ts";
import type { Peer } from "./model/peer.ts";
import type { HarvestState } from "./model/portal.ts";
import { indexFolder, peerFolder } from "./read-harvest.ts";
import { readSettings } from "./settings.ts";
import { makeFolder, writeWhole } from "./write.ts";

/** How much one site may take of time, bytes and attention. */
interface Bounds {
  /** Milliseconds for all files of a site. */
  readonly time: number;
  readonly manifestBytes: number;
  /** Bytes of all tables of a site together. */
  readonly dataBytes: number;
  /** Bytes of a site's search index: what it is made of, and the list of that. */
  readonly indexBytes: number;
  readonly bundleBytes: number;
  /** Sites that are read at the same time. */
  readonly atOnce: number;
}

/** Enough for the data of a province; less than what would hold up the others. */
export const BOUNDS: Bounds = {
  time: 120_000,
  manifestBytes: 1 << 20,
  dataBytes: 1 << 30,
  indexBytes: 1 << 28,
  bundleBytes: 1 << 23,
  atOnce: 8,
};

/**
 * Fetches the published tables and search indices of other sites. What is held of a site is replaced only by what was found
 * right; otherwise what was last good stays. One site never holds up or spoils another.
 * @param now the moment that is written down
 * @returns how it went with each site, in their order; also written to `harvest.json`
 */
export async function harvest(
  peers: readonly Peer[],
  folder: string,
  now: Date,
  bounds: Bounds = BOUNDS,
): Promise<HarvestState[]> {
  await makeFolder(folder);
  const duck = await openDuck(folder);
  const states = new Map<string, HarvestState>();
  await forEachAtOnce(peers, bounds.atOnce, async ({ id, address }) => {
    const connection = await duck.connect();
    const signal = AbortSignal.timeout(bounds.time);
    const checked = now.toISOString();
    const tables = await harvestTables(address, peerFolder(folder, id), connection, bounds, signal);
    connection.closeSync();
    // What is wrong with a site's tables, or keeps it away, is said once.
    const search =
      tables.reason === undefined
        ? await harvestIndex(address, indexFolder(folder, id), bounds, signal)
        : undefined;
    states.set(id, { id, checked, ...tables, ...(search !== undefined && { search }) });
  });
  duck.close();
  const list = peers.flatMap(({ id }) => states.get(id) ?? []);
  await writeWhole(join(folder, "harvest.json"), `${JSON.stringify(list, null, 1)}\n`);
  return list;
}

const OUTCOMES = {
  new: "đã lấy bản mới",
  unchanged: "không đổi",
  wrong: "SAI",
  away: "KHÔNG LẤY ĐƯỢC",
} as const;

async function main(): Promise<void> {
  const now = new Date();
  const settings = readSettings(process.env, now);
  const checked = await checkContent(settings);
  if (!isSound(checked)) return;
  // Two at once would find the files of each other, and tell of sites that they are wrong.
  const lock = join(settings.harvestDir, ".lock");
  if (!(await takeLock(lock)))
    throw new ToldFailure(`đang có một lần lấy khác ghi vào “${settings.harvestDir}”; ${mendLock(lock)}`);
  const states = await harvest(checked.site.peers, settings.harvestDir, now);
  for (const { id, outcome, reason, asOf, search } of states) {
    const kept = reason === undefined ? "" : asOf === undefined ? "; chưa có bản nào" : "; giữ bản cũ";
    const line = `${id}: ${OUTCOMES[outcome]}${reason === undefined ? "" : ` (${reason})`}${kept}${
      asOf === undefined ? "" : `, số liệu ngày ${asOf}`
    }`;
    (reason === undefined ? console.log : console.error)(line);
    if (search !== undefined) console.error(`${id}: không lấy được chỉ mục tìm kiếm (${search})`);
  }
  const bad = states.filter(({ reason }) => reason !== undefined).length;
  console.log(`${states.length} trang, ${bad} trang không lấy được hoặc sai.`);
  process.exitCode = bad > 0 ? 1 : 0;
}

const HELP = {
  usage: `  npm run harvest    lấy và kiểm tra dữ liệu của các trang trong data/sites.csv`,
  options: [],
};

if (isStarted(import.meta.filename)) await runCommand(HELP, main);
