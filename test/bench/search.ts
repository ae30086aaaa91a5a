import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { runCommand } from "../../scripts/command.ts";
import { launchBrowser } from "../../scripts/launch.ts";
import { hasMarks } from "../../scripts/model/search-words.ts";
import { fold } from "../../scripts/model/vietnamese.ts";
import { serveSite } from "../../scripts/serve.ts";
import { originOf } from "../support/ports.ts";

const run = promisify(execFile);
const TASKS = 50;

/** Phrases that are planted into one task each, and how many plans in a hundred have them. */
const PLANTED = [
  ["đất đai", 22],
  ["đầu tư", 24],
  ["Đà Nẵng", 25],
  ["123/KH-SNV", 0.3],
] as const;

/** What is typed: with marks it has to be found as it stands, without marks as anything that folds to it. */
const QUERIES = ["dat dai", "dau tu", "Đà Nẵng", "123/KH-SNV"] as const;

/**
 * `npm run bench:search -- 1000`: search over generated plans of 50 tasks. Prints the time of the index step against that
 * of Pagefind's own command on the same pages, and for each query its hits, how many there are in the content, and the
 * bytes that came, with scripts packed as a web server packs them.
 */
async function main(plans: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "minh-bach-search-"));
  try {
    const texts = await writeCorpus(folder, plans);
    const env = {
      ...process.env,
      CONTENT_DIR: join(folder, "content"),
      DATA_DIR: join(folder, "data"),
      OUTPUT_DIR: join(folder, "site"),
      AS_OF: "2023-08-31",
      ADMIN: "off",
    };
    await run("npm", ["run", "build:pages"], { env, maxBuffer: 1e9 });
    const ours = await cost("npm", ["run", "build:search"], env);
    const theirs = await cost(
      "node_modules/.bin/pagefind",
      ["--site", env.OUTPUT_DIR, "--output-path", join(folder, "cli"), "--quiet"],
      env,
    );
    console.log(
      `Index of ${plans} plans: ${(ours.cpu / theirs.cpu).toFixed(2)} × the CPU and ${(ours.wall / theirs.wall).toFixed(2)} × the wall time of Pagefind's command (${ours.cpu.toFixed(1)} s, ${ours.memory.toFixed(2)} GB; ${theirs.cpu.toFixed(1)} s, ${theirs.memory.toFixed(2)} GB).\n`,
    );
    console.log(
      "| query | hits | in the content | kB over the wire | ms |\n| --- | ---: | ---: | ---: | ---: |",
    );
    for (const row of await ask(env.OUTPUT_DIR, texts)) console.log(`| ${row.join(" | ")} |`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Processor time, time by the clock and peak memory of a command, by GNU time. */
async function cost(command: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  const { stderr } = await run("/usr/bin/time", ["-f", "%U %S %e %M", command, ...args], {
    env,
    maxBuffer: 1e9,
  });
  const [user = 0, system = 0, wall = 0, peak = 0] = (stderr.trim().split("\n").at(-1) ?? "")
    .split(" ")
    .map(Number);
  return { cpu: user + system, wall, memory: peak / 1e6 };
}

async function ask(site: string, texts: readonly string[]): Promise<(string | number)[][]> {
  const server = await serveSite(site, "/", 0);
  const browser = await launchBrowser();
  const rows: (string | number)[][] = [];
  try {
    const page = await browser.newPage();
    let bytes = 0;
    page.on("response", async response => {
      if (
        !/\/(pagefind|assets|tim-kiem\/ke-hoach)\//.test(response.url()) ||
        /\.(woff2|css)$/.test(response.url())
      )
        return;
      const body = await response.body();
      bytes += response.url().endsWith(".js") ? gzipSync(body).length : body.length;
    });
    const address = `${originOf(server)}/tim-kiem/`;
    for (const query of QUERIES) {
      bytes = 0;
      const start = performance.now();
      if (rows.length === 0) await page.goto(`${address}?q=${encodeURIComponent(query)}`);
      else {
        await page.evaluate(
          "document.querySelector('[data-results-region]').setAttribute('aria-busy', 'true')",
        );
        await page.fill("main input[type=search]", query);
      }
      await page.waitForSelector("[data-results-region][aria-busy=false]");
      const ms = Math.round(performance.now() - start);
      // The details of what is shown come after the count.
      await page.waitForTimeout(500);
      const hits = Number.parseInt((await page.textContent("[data-count]")) ?? "", 10);
      const plain = (text: string) => ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
      const there = texts.filter(text =>
        hasMarks(query) ? text.includes(query) : plain(text).includes(plain(query)),
      ).length;
      rows.push([query, hits, there, Math.round(bytes / 1000), ms]);
    }
  } finally {
    await browser.close();
    server.close();
  }
  return rows;
}

/** Writes plans of words that the shipped plans use; returns the texts of all tasks. */
async function writeCorpus(folder: string, plans: number): Promise<string[]> {
  const names = (await readdir("content/plans", { recursive: true }))
    .filter(name => name.endsWith(".md"))
    .sort();
  const shipped = await Promise.all(names.map(name => readFile(join("content/plans", name), "utf8")));
  const vocabulary = [
    ...new Set(
      shipped
        .join(" ")
        .toLowerCase()
        .match(/\p{L}{2,}/gu),
    ),
  ];
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  // Some words are frequent and most are rare, as in any language.
  const words = (count: number) =>
    Array.from({ length: count }, () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)]).join(" ");
  const write = async (name: string, text: string) => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  };
  await write(
    "data/agencies.csv",
    "id,name,kind,level,parent\nubnd-vi-du,Ủy ban nhân dân tỉnh Ví Dụ,body,province,\nso-vi-du,Sở Ví Dụ,agency,province,ubnd-vi-du\n",
  );
  const texts: string[] = [];
  for (let i = 1; i <= plans; i++) {
    const planted = new Map(
      PLANTED.filter(([, share]) => random() * 100 < share).map(([phrase]) => [
        Math.floor(random() * TASKS),
        phrase,
      ]),
    );
    const tasks = Array.from({ length: TASKS }, (_, j) => {
      const text = `### A.${Math.floor(j / 10) + 1}.${(j % 10) + 1}. ${words(5)} ${planted.get(j) ?? ""}\n- Chủ trì: Sở Ví Dụ\n- Thời hạn: Quý II/2023\n- Sản phẩm: ${words(8)}\n`;
      texts.push(text);
      return text;
    });
    await write(
      `content/plans/ubnd-vi-du/ke-hoach-${i}.md`,
      `---\ntitle: Kế hoạch ví dụ số ${i}\nagency: ubnd-vi-du\nnumber: ${i}/KH-UBND\nyear: 2023\nstate: issued\nindices: [par-index]\n---\n## A. Nhiệm vụ\n\n${tasks.join("\n")}`,
    );
  }
  return texts;
}

const HELP = {
  usage: `  npm run bench:search -- 1000    đo lập chỉ mục và tìm kiếm trên 1.000 kế hoạch sinh ra`,
  options: [],
  takesWords: true,
};

await runCommand(HELP, () => main(Number(process.argv[2] ?? 1000)));
