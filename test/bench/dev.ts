import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { runCommand } from "../../scripts/command.ts";
import { launchBrowser } from "../../scripts/launch.ts";
import { freePort } from "../support/ports.ts";
import { writeCorpus } from "../support/write-corpus.ts";

const TASKS = 50;
const AGENCIES = 200;
const SAVES = 7;

/** What is edited: a plan in the middle of the others, its page, and a file of the layout that every page has. */
const PLAN = "plans/vi-du/ke-hoach-500.md";
const ADDRESS = "/ke-hoach/ke-hoach-500/";
const LAYOUT = "layouts/pages/ke-hoach/plan.11ty.tsx";

/**
 * `npm run bench:dev -- 1000 5000`: the dev server over generated plans of 50 tasks. Prints how long it takes until the
 * first page shows, and how long from saving a file to its text in the open page, by the browser: medians of several
 * saves. The layout is edited in place and put back.
 */
async function main(sizes: readonly number[]): Promise<void> {
  console.log(
    "| plans | start, s | plan saved, s | agency saved, s | layout saved, s | memory, GB |\n| ---: | ---: | ---: | ---: | ---: | ---: |",
  );
  for (const plans of sizes) {
    const folder = await mkdtemp(join(tmpdir(), "minh-bach-dev-"));
    try {
      await writeCorpus(folder, { plans, tasks: TASKS, agencies: AGENCIES });
      console.log(`| ${plans} | ${(await measure(folder)).map(value => value.toFixed(2)).join(" | ")} |`);
    } finally {
      // The server may still be ending.
      await rm(folder, { recursive: true, force: true, maxRetries: 9, retryDelay: 500 });
    }
  }
}

async function measure(folder: string): Promise<number[]> {
  const port = await freePort();
  const start = performance.now();
  const server = spawn("npm", ["run", "dev", "--", `--port=${port}`], {
    env: {
      ...process.env,
      CONTENT_DIR: join(folder, "content"),
      DATA_DIR: join(folder, "data"),
      OUTPUT_DIR: join(folder, "site"),
      AS_OF: "2023-08-31",
    },
    // A group of its own: npm, tsx and the server end together.
    detached: true,
  });
  const browser = await launchBrowser();
  try {
    await listening(server);
    const page = await browser.newPage();
    page.setDefaultTimeout(300_000);
    await page.goto(`http://localhost:${port}${ADDRESS}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const first = (performance.now() - start) / 1000;
    const plan = await saves(page, join(folder, "content", PLAN), (text, mark) =>
      text.replace(/(### A\.1\.1\. ).*/, `$1${mark}`),
    );
    const agency = await saves(page, join(folder, "data/agencies.csv"), (text, mark) =>
      text.replace(/(ubnd-vi-du,).*?(,body)/, `$1Ủy ban ${mark}$2`),
    );
    const layout = await saves(page, LAYOUT, (text, mark) =>
      text.replace(/<MovedParts/, `<p>${mark}</p><MovedParts`),
    );
    return [first, plan, agency, layout, await memoryOf(server)];
  } finally {
    await browser.close();
    if (server.pid !== undefined) process.kill(-server.pid);
  }
}

/** The median of the seconds between writing the file and its new words in the page. The file is put back. */
async function saves(
  page: Page,
  path: string,
  edit: (text: string, mark: string) => string,
): Promise<number> {
  const text = await readFile(path, "utf8");
  const times: number[] = [];
  try {
    for (let i = 0; i < SAVES; i++) {
      const mark = `Lần lưu thứ ${i + 1}.`;
      const start = performance.now();
      await writeFile(path, edit(text, mark));
      await page.getByText(mark).first().waitFor({ state: "attached" });
      times.push((performance.now() - start) / 1000);
      // An editor reads before saving again.
      await new Promise(fulfil => setTimeout(fulfil, 1000));
    }
  } finally {
    await writeFile(path, text);
  }
  await page.getByText(`Lần lưu thứ ${SAVES}.`).first().waitFor({ state: "detached" });
  return times.toSorted((a, b) => a - b)[SAVES >> 1] ?? 0;
}

/** Peak memory in GB of the largest process of the group, as Linux counts it. */
async function memoryOf(server: ChildProcess): Promise<number> {
  const children = async (id: number): Promise<number[]> => {
    const text = await readFile(`/proc/${id}/task/${id}/children`, "utf8").catch(() => "");
    const own = text.split(" ").filter(Boolean).map(Number);
    return [id, ...(await Promise.all(own.map(children))).flat()];
  };
  const peaks = (await children(server.pid ?? 0)).map(async id => {
    const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1e6;
  });
  return Math.max(...(await Promise.all(peaks)));
}

function listening(server: ChildProcess): Promise<void> {
  return new Promise((fulfil, reject) => {
    server.stdout?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("Server at")) fulfil();
    });
    server.stderr?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("Server at")) fulfil();
    });
    server.once("exit", code => reject(new Error(`the dev server ended with ${code}`)));
  });
}

const HELP = {
  usage: `  npm run bench:dev -- 1000    đo trang xem thử (npm run dev) trên 1.000 kế hoạch sinh ra`,
  options: [],
  takesWords: true,
};

await runCommand(HELP, () => main(process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000]));
