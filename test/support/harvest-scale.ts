import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportData } from "../../scripts/export.ts";
import { harvest } from "../../scripts/harvest.ts";
import { parseSite } from "../../scripts/model/site-sources.ts";
import { loadPortal } from "../../scripts/portal.ts";
import { serveSite } from "../../scripts/serve.ts";
import { generateCorpus } from "./generate.ts";
import { originOf } from "./ports.ts";
import { source } from "./sources.ts";

/** Packages that differ; a portal of thousands is given each of them many times, under as many ids. */
const DISTINCT = 20;

/**
 * Measures a harvest: `tsx test/support/harvest-scale.ts 500 2000` harvests so many sites of 10 plans × 20 tasks each
 * over loopback, the last of the distinct packages with a table that is not what it promises, once from nothing and once
 * again, and prints CPU time and peak memory. Not a test: times are of the machine.
 */
async function main(counts: readonly number[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "minh-bach-scale-"));
  const settings = {
    contentDir: "",
    dataDir: "",
    pathPrefix: "/",
    siteUrl: "",
    pdf: false,
    admin: undefined,
    problems: [],
    asOf: "2023-08-31",
  };
  const files = (texts: ReadonlyMap<string, string>) => [...texts].map(([name, text]) => source(name, text));
  for (let i = 0; i < DISTINCT; i++) {
    const { content, data } = generateCorpus({ plans: 10, tasks: 20, agencies: 20 }, i + 1);
    const { site } = parseSite({ content: files(content), data: files(data) }, settings.asOf);
    exportData(site, { ...settings, outputDir: join(folder, `goi-${i}`) });
  }
  const spoilt = join(folder, `goi-${DISTINCT - 1}`, "du-lieu/nhiem-vu.parquet");
  const bytes = await readFile(spoilt);
  bytes.reverse();
  await writeFile(spoilt, bytes);
  const server = await serveSite(folder, "/", 0);
  const origin = originOf(server);
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const measure = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
    const before = process.cpuUsage();
    peak = 0;
    const value = await work();
    const { user, system } = process.cpuUsage(before);
    console.log(`${what}: ${((user + system) / 1e6).toFixed(1)} s CPU, ${Math.round(peak / 1e6)} MB`);
    return value;
  };
  for (const count of counts) {
    const held = join(folder, `giu-${count}`);
    const peers = Array.from({ length: count }, (_, i) => ({
      id: `trang-${i}`,
      name: `Trang ${i}`,
      address: `${origin}/goi-${i % DISTINCT}/`,
    }));
    const first = await measure(`${count} sites, first harvest`, () => harvest(peers, held, new Date()));
    await measure(`${count} sites, nothing new`, () => harvest(peers, held, new Date()));
    const { plans } = await measure(`${count} sites, comparison`, () => loadPortal(peers, held));
    const refused = first.filter(({ outcome }) => outcome === "wrong").length;
    console.log(`${count} sites: ${refused} refused, ${plans.length} plans compared`);
  }
  clearInterval(watch);
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true, force: true });
}

await main(process.argv.slice(2).map(Number));
