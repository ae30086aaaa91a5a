import { spawn } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runCommand } from "../../scripts/command.ts";
import { writeCorpus } from "../support/write-corpus.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const PEERS = import.meta.dirname;
const TASKS = 50;
const AGENCIES = 200;

/** What one command cost. */
interface Cost {
  /** Seconds of processor time, of all its processes. */
  readonly cpu: number;
  /** Seconds by the clock. */
  readonly wall: number;
  /** Gigabytes at its peak, of its largest process. */
  readonly memory: number;
}

interface Row {
  readonly plans: number;
  readonly what: string;
  /** undefined: it failed. */
  readonly cost: Cost | undefined;
  readonly files: number;
  /** Megabytes written. */
  readonly size: number;
  /** Seconds by the clock of each phase of a build of ours. */
  readonly phases?: Readonly<Record<string, number>>;
}

/**
 * `npm run bench -- [plans …] [--peers]`: measures builds of generated plans of 50 tasks, and prints tables in
 * Markdown. Machines are noisy: every figure is held against the floor of the same run, a bare loop of gray-matter,
 * markdown-it and file writes. `--peers` measures Hugo, Eleventy and Starlight (installed for it) with Pagefind as well.
 */
async function main(): Promise<void> {
  const sizes = process.argv.slice(2).map(Number).filter(Number.isInteger);
  const folder = await mkdtemp(join(tmpdir(), "minh-bach-bench-"));
  const rows: Row[] = [];
  try {
    for (const plans of sizes.length > 0 ? sizes : [100, 1_000, 5_000, 10_000]) {
      const corpus = join(folder, String(plans));
      await writeCorpus(corpus, { plans, tasks: TASKS, agencies: AGENCIES });
      rows.push(...(await measureOurs(corpus, plans)));
      if (process.argv.includes("--peers")) rows.push(...(await measurePeers(corpus, plans)));
      await rm(corpus, { recursive: true, force: true });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(`${costTable(rows)}\n\n${phaseTable(rows)}`);
}

/**
 * The floor, the check alone, cold builds without and with search, a bare copy of what they write, and builds after an
 * edit of one plan and after none.
 */
async function measureOurs(corpus: string, plans: number): Promise<Row[]> {
  const site = join(corpus, "site");
  const phases = join(corpus, "phases.json");
  const env = {
    CONTENT_DIR: join(corpus, "content"),
    DATA_DIR: join(corpus, "data"),
    OUTPUT_DIR: site,
    CACHE_DIR: join(corpus, "cache"),
    AS_OF: "2023-08-31",
    SITE_URL: "https://vi-du.example",
  };
  const readPhases = async () => JSON.parse(await readFile(phases, "utf8").catch(() => "{}"));
  const npm = (script: string, settings: Readonly<Record<string, string>>) =>
    measure("npm", ["run", "--silent", script], settings);
  const build = { ...env, PHASES_FILE: phases, NODE_OPTIONS: `--import=${join(PEERS, "phases.mjs")}` };

  const floor = await measure("node", [
    "--import",
    "tsx",
    join(PEERS, "floor.ts"),
    env.CONTENT_DIR,
    `${site}-floor`,
  ]);
  const rows: Row[] = [await row(plans, "floor", floor, `${site}-floor`)];
  rows.push({ plans, what: "check", cost: await npm("check", env), files: 0, size: 0 });
  const step = async (what: string, script: string, settings: Readonly<Record<string, string>> = {}) => {
    const cost = await npm(script, { ...build, ...settings });
    rows.push({ ...(await row(plans, what, cost, site)), phases: await readPhases() });
  };
  const plan = join(env.CONTENT_DIR, "plans/vi-du/ke-hoach-2.md");
  const edit = async (deadline: string) =>
    writeFile(plan, (await readFile(plan, "utf8")).replace(/(?<=- Thời hạn: ).*/, deadline));
  await step("pages and downloads, cold", "build:pages");
  // What it costs to put down so many files and bytes, whoever makes them.
  const copy = `${site}-copy`;
  rows.push(await row(plans, "the same files, copied", await measure("cp", ["-r", site, copy]), copy));
  await rm(copy, { recursive: true });
  await edit("Trước 15/9/2023");
  await step("pages and downloads, one deadline edited", "build:pages");
  // Without an origin there are no share images: each is drawn once and then kept, which is a matter of its own.
  const noImages = { SITE_URL: "" };
  await rm(env.CACHE_DIR, { recursive: true });
  await step("whole site with search, cold", "build", noImages);
  await edit("Trước 15/10/2023");
  await step("whole site, one deadline edited", "build", noImages);
  await step("whole site, nothing edited", "build", noImages);
  return rows;
}

async function measurePeers(corpus: string, plans: number): Promise<Row[]> {
  const rows: Row[] = [];
  const content = join(corpus, "content");
  const bin = (name: string) => join(ROOT, "node_modules/.bin", name);
  const withPagefind = async (what: string, cost: Cost | undefined, site: string) => {
    rows.push(await row(plans, what, cost, site));
    if (cost)
      rows.push(
        await row(plans, `Pagefind on ${what}`, await measure(bin("pagefind"), ["--site", site]), site),
      );
  };

  const hugo = await setUp("hugo", corpus);
  await cp(content, join(hugo, "content"), { recursive: true });
  await withPagefind("Hugo", await measure("hugo", ["--quiet", "--source", hugo]), join(hugo, "public"));

  const eleventy = await setUp("eleventy", corpus);
  await cp(content, join(eleventy, "content"), { recursive: true });
  await symlink(join(ROOT, "node_modules"), join(eleventy, "node_modules"));
  const run = [join(ROOT, "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"];
  await withPagefind(
    "Eleventy with Nunjucks",
    await measure("node", run, {}, eleventy),
    join(eleventy, "_site"),
  );

  const starlight = await setUp("starlight", corpus);
  // Its pages need a title, which plans have; it runs Pagefind itself.
  await cp(join(content, "plans"), join(starlight, "src/content/docs"), { recursive: true });
  const installed = await measure("npm", ["install", "--no-audit", "--no-fund", "--silent"], {}, starlight);
  const built = installed && (await measure("npx", ["astro", "build"], {}, starlight));
  rows.push(await row(plans, "Starlight, its Pagefind included", built, join(starlight, "dist")));
  return rows;
}

async function setUp(peer: string, corpus: string): Promise<string> {
  const folder = join(corpus, peer);
  await cp(join(PEERS, peer), folder, { recursive: true });
  return folder;
}

/** Runs a command under GNU time, which counts its children too; undefined when it fails. */
function measure(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = ROOT,
): Promise<Cost | undefined> {
  return new Promise(fulfil => {
    const child = spawn("/usr/bin/time", ["-f", "%U %S %e %M", program, ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", text => {
      said += text;
    });
    child.once("error", error => {
      console.error(`${program}: ${error.message}`);
      fulfil(undefined);
    });
    child.once("close", code => {
      const [user = 0, system = 0, wall = 0, kilobytes = 0] = (said.trim().split("\n").at(-1) ?? "")
        .split(" ")
        .map(Number);
      if (code !== 0)
        console.error(`${program} ${args.join(" ")}: exit code ${code}\n${said.slice(0, 2_000)}`);
      fulfil(code === 0 ? { cpu: user + system, wall, memory: kilobytes / 1e6 } : undefined);
    });
  });
}

async function row(plans: number, what: string, cost: Cost | undefined, output: string): Promise<Row> {
  let size = 0;
  let files = 0;
  for (const entry of await readdir(output, { recursive: true, withFileTypes: true }).catch(() => []))
    if (entry.isFile()) {
      files++;
      size += (await stat(join(entry.parentPath, entry.name))).size;
    }
  return { plans, what, cost, files, size: size / 1e6 };
}

function costTable(rows: readonly Row[]): string {
  const lines = rows.map(({ plans, what, cost, files, size }) => {
    const floor = rows.find(other => other.plans === plans && other.what === "floor")?.cost;
    if (!cost) return [plans, what, "failed", "", "", "", "", "", ""];
    return [
      plans,
      what,
      cost.cpu.toFixed(1),
      cost.wall.toFixed(1),
      floor ? (cost.cpu / floor.cpu).toFixed(2) : "",
      floor ? (cost.wall / floor.wall).toFixed(2) : "",
      cost.memory.toFixed(2),
      files || "",
      files ? size.toFixed(1) : "",
    ];
  });
  const head = ["plans", "what", "CPU s", "wall s", "CPU ÷ floor", "wall ÷ floor", "peak GB", "files", "MB"];
  return table(head, lines);
}

/**
 * Wall seconds by phase of the process that makes the pages: what Eleventy does besides rendering, writing above all, is
 * the rest of its run; then it waits for the process that makes downloads and index.
 */
function phaseTable(rows: readonly Row[]): string {
  const names = ["load", "check", "client code (Vite)", "pages", "charts", "Eleventy and writing", "waiting"];
  const lines = rows.flatMap(({ plans, what, phases }) =>
    phases ? [[plans, what, ...names.map(name => (phases[name] ?? 0).toFixed(2))]] : [],
  );
  return table(["plans", "what", ...names.map(name => `${name} s`)], lines);
}

function table(head: readonly string[], lines: readonly (readonly (string | number)[])[]): string {
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [row(head), row(head.map((_, i) => (i === 1 ? "---" : "---:"))), ...lines.map(row)].join("\n");
}

const HELP = {
  usage: `  npm run bench                     đo dựng 100, 1.000, 5.000 và 10.000 kế hoạch sinh ra; mất lâu
  npm run bench -- 1000 5000        chỉ các cỡ này
  npm run bench -- 1000 --peers     đo thêm Hugo, Eleventy, Starlight cùng Pagefind`,
  options: ["--peers"],
  takesWords: true,
};

await runCommand(HELP, main);
