import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { listSite } from "../scripts/release/files.ts";
import { launchBrowser } from "./support/find-chromium.ts";
import { freePort } from "./support/ports.ts";

let folder = "";
let origin = "";
let server: ChildProcess;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-preview-"));
  await cp("test/fixtures/good", folder, { recursive: true });
  // Templates are edited too: in a copy of the project.
  for (const name of ["layouts", "scripts", ".eleventy.ts", "package.json", "tsconfig.json"])
    await cp(name, join(folder, "project", name), { recursive: true });
  await symlink(resolve("node_modules"), join(folder, "project/node_modules"));
  const port = await freePort();
  origin = `http://localhost:${port}`;
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  server = spawn(
    process.execPath,
    ["--import", "tsx", "node_modules/@11ty/eleventy/cmd.cjs", "--config=.eleventy.ts", "--serve", "--quiet"],
    {
      cwd: join(folder, "project"),
      env: {
        ...env,
        CONTENT_DIR: join(folder, "content"),
        DATA_DIR: join(folder, "data"),
        OUTPUT_DIR: join(folder, "site"),
        AS_OF: "2023-08-31",
        PORT: String(port),
      },
    },
  );
  await new Promise<void>((fulfil, reject) => {
    server.stderr?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("Server at")) fulfil();
    });
    server.stdout?.resume();
    server.once("exit", code => reject(new Error(`the dev server ended with ${code}`)));
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.kill();
  await rm(folder, { recursive: true, force: true });
});

/** Addresses that were prepared anew while a page asked for them: it has to load once more, which a slow machine may miss. */
const outdated: string[] = [];

/** Opens a page in a tab of its own: the one before may load itself anew in the same moment, which would break off the visit. */
async function visit(path: string): Promise<void> {
  await page?.close();
  page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  page.on("response", response => {
    if (response.status() === 504) outdated.push(response.url());
  });
  const answer = await page.goto(origin + path);
  // What went wrong in a template stands in the page.
  if (answer?.status() === 500) throw new Error(await answer.text());
}

const PLAN = "content/plans/vi-du/vi-du-2023.md";

/** Changes a file as an editor's program would when it saves. */
async function edit(change: (text: string) => string, file = PLAN): Promise<void> {
  const path = join(folder, file);
  await writeFile(path, change(await readFile(path, "utf8")));
}

// Comes first: of a server that has just begun, nobody has asked for anything yet.
test("client code finds its libraries though the output lies outside the project, all of them at once", async () => {
  await visit("/so-sanh/");
  await page.locator("#so-sanh-chon:not([inert])").waitFor({ state: "attached" });
  expect(outdated).toEqual([]);
});

test("a mistake is shown over its page, which stays as it last was right, until it is mended", async () => {
  await cp(join("test/fixtures/good", PLAN), join(folder, PLAN));
  await visit("/ke-hoach/vi-du-2023/");
  let panel = page.getByRole("status", { name: "Lỗi của nội dung" });
  expect(await panel.count()).toBe(0);

  await edit(text => text.replace("- Chủ trì: Sở Nội vụ\n- Phối hợp", "- Chủ trì: Sở Nọi vụ\n- Phối hợp"));
  await panel.getByText("1 lỗi ở trang này").waitFor();
  expect(await panel.getByRole("listitem").textContent()).toBe(
    `${join(folder, PLAN)}:27:12không có cơ quan tên “Sở Nọi vụ”; có phải ý bạn là “Sở Nội vụ”?`,
  );
  await visit("/ke-hoach/");
  panel = page.getByRole("status", { name: "Lỗi của nội dung" });
  await panel.getByText("1 lỗi ở chỗ khác").click();
  await panel.getByRole("link", { name: "mở trang" }).click();
  await panel.getByText("1 lỗi ở trang này").waitFor();
  expect(await page.locator("[id='A.I.1']").textContent()).toContain("Sở Nội vụ");

  await edit(text => text.replace("Sở Nọi vụ", "Sở Tư pháp").replace("ít nhất 30%", "ít nhất 35%"));
  await panel.waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "Kiểm tra ít nhất 35% số cơ quan" }).waitFor();
  expect(await page.locator("[id='A.I.1']").textContent()).toContain("Sở Tư pháp");
});

test("however fast one save follows another, the page shows the last of them", async () => {
  await visit("/ke-hoach/vi-du-2023/");
  // Saves come while the page is loading, while it is rendered, while another is read, and two at once.
  for (const [i, pause] of [0, 5, 15, 25, 40, 80, 160, 320, 640, 0, 30, 100].entries()) {
    await edit(text => text.replace(/(A\.I\.1\.) .*/, `$1 Kiểm tra lần ${i + 1}`));
    await new Promise(fulfil => setTimeout(fulfil, pause));
  }
  await page.getByRole("heading", { name: "Kiểm tra lần 12" }).waitFor();
});

test("a page that is still loading when a file is saved shows what was saved", async () => {
  const address = `${origin}/ke-hoach/vi-du-2023/`;
  const title = "Kiểm tra lúc trang đang tải";
  const loading = await browser.newPage();
  // The page is there; what would tell it of a save is not.
  await loading.route(
    "**/@vite/client",
    async route => {
      await edit(text => text.replace(/(A\.I\.1\.) .*/, `$1 ${title}`));
      await expect.poll(async () => (await fetch(address)).text(), { timeout: 30_000 }).toContain(title);
      await route.continue();
    },
    { times: 1 },
  );
  await loading.goto(address);
  await loading.getByRole("heading", { name: title }).waitFor();
  await loading.close();
});

test("files that come, go and are put in the place of others are seen", async () => {
  const path = join(folder, "content/pages/trang-moi.md");
  await visit("/trang-moi/");
  await page.getByRole("heading", { name: "Không có trang này" }).waitFor();
  await writeFile(path, "---\ntitle: Trang mới\n---\nLời của trang.\n");
  await page.getByText("Lời của trang.").waitFor();
  await writeFile(`${path}~`, "---\ntitle: Trang mới\n---\nLời khác.\n");
  await rename(`${path}~`, path);
  await page.getByText("Lời khác.").waitFor();
  await rm(path);
  await page.getByRole("heading", { name: "Không có trang này" }).waitFor();
});

test("an edited template is used at once; a mistake in it stands in the page until it is mended", async () => {
  const template = "project/layouts/parts/plan-progress.tsx";
  await visit("/ke-hoach/vi-du-2023/");
  await edit(text => text.replace("<Coverage", "<p>Mẫu mới</p><Coverage"), template);
  await page.getByText("Mẫu mới").waitFor();
  await edit(text => text.replace("<p>Mẫu mới", "<<p>Mẫu mới"), template);
  await page
    .getByText(/plan-progress\.tsx:\d+:\d+: ERROR/)
    .first()
    .waitFor();
  expect((await fetch(`${origin}/so-sanh/`)).status, "a page that has nothing of it").toBe(200);
  await edit(text => text.replace("<<p>Mẫu mới", "<p>Mẫu đúng"), template);
  await page.getByText("Mẫu đúng").waitFor();
});

test("pages are made when they are asked for, and none is written", async () => {
  await visit("/co-quan/");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Cơ quan");
  expect((await listSite(join(folder, "site"))).filter(name => name.endsWith(".html"))).toEqual([]);
});

test("another machine, and a page that calls this one by another name, are given nothing", async () => {
  const { port } = new URL(origin);
  const others = Object.values(networkInterfaces()).flatMap((all = []) =>
    all.filter(({ internal, family }) => !internal && family === "IPv4").map(({ address }) => address),
  );
  // A machine without a network has nobody to refuse.
  for (const address of others)
    for (const path of ["/", "/co-quan/", "/.11ty/reload-client.js", `/@fs${resolve("package.json")}`]) {
      const answer = await fetch(`http://${address}:${port}${path}`);
      expect([path, answer.status]).toEqual([path, 403]);
      expect(await answer.text()).toContain("chỉ mở được trên chính máy");
    }
  const status = await new Promise(fulfil =>
    get({ host: "127.0.0.1", port, path: "/co-quan/", headers: { host: "xau.example" } }, answer => {
      answer.resume();
      fulfil(answer.statusCode);
    }),
  );
  expect(status).toBe(403);
}, 120_000);

test("the editing page is not loaded anew when a file is saved", async () => {
  await visit("/quan-tri/");
  await page.getByRole("button", { name: "Làm việc với kho mã nguồn cục bộ" }).waitFor();
  const html = await (await page.request.get(`${origin}/quan-tri/`)).text();
  expect(html).not.toMatch(/@vite|11ty|overlay/);
});

test("no error of the editing page lies over the page beside it", async () => {
  await visit("/quan-tri/");
  await page.getByRole("button", { name: "Làm việc với kho mã nguồn cục bộ" }).waitFor();
  await visit("/co-quan/");
  await page.waitForTimeout(1500);
  expect(await page.locator("vite-error-overlay").count()).toBe(0);
});

test("a built site carries nothing of the panel", async () => {
  const site = inject("shippedSite");
  const names = (await listSite(site)).filter(
    name => /\.(html|js)$/.test(name) && !name.startsWith("quan-tri/cms/"),
  );
  expect(names.length).toBeGreaterThan(10);
  for (const name of names)
    expect((await readFile(join(site, name), "utf8")).includes("content:problems"), name).toBe(false);
});
