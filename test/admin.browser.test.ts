import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { checkContent } from "../scripts/check.ts";
import { formatProblem } from "../scripts/model/problem.ts";
import { listSite } from "../scripts/release/files.ts";
import { serveSite } from "../scripts/serve.ts";
import { launchBrowser } from "./support/find-chromium.ts";
import { originOf } from "./support/ports.ts";
import { runScript } from "./support/run.ts";

const FIXTURE = "test/fixtures/good";
const AS_OF = "2023-12-31";

let folder = "";
let site = "";
let server: Server;
let origin = "";
let browser: Browser;
let page: Page;
/** Requests to other places that were not stopped by the page's own policy. */
const outside: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-admin-"));
  site = join(folder, "site");
  const env = { CONTENT_DIR: `${FIXTURE}/content`, DATA_DIR: `${FIXTURE}/data`, AS_OF, OUTPUT_DIR: site };
  const { code, stderr } = await runScript("scripts/build.ts", { ...env, PATH_PREFIX: "/cchc/" });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  server = await serveSite(site, "/cchc/", 0);
  origin = originOf(server, "localhost");
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

/**
 * The window in which one chooses a folder cannot be driven. So the page is handed a folder of the browser's own file
 * system instead, filled from a copy of the project; the CMS reads and writes it as it would any other.
 */
beforeEach(async () => {
  const context = await browser.newContext({ locale: "vi-VN" });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  outside.length = 0;
  page.on("requestfinished", request => {
    if (!request.url().startsWith(origin) && !/^(blob|data):/.test(request.url()))
      outside.push(request.url());
  });
  await page.addInitScript(() => {
    const choose = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("kho");
    Object.assign(window, { showDirectoryPicker: choose });
  });
  await page.goto(`${origin}/cchc/quan-tri/`);
  const files: [string, string][] = [[".git/HEAD", "ref: refs/heads/main\n"]];
  for (const name of await listSite(FIXTURE)) files.push([name, await readFile(join(FIXTURE, name), "utf8")]);
  await page.evaluate(async files => {
    const top = await navigator.storage.getDirectory();
    for (const [path, text] of files) {
      let at = await top.getDirectoryHandle("kho", { create: true });
      const parts = path.split("/");
      const name = parts.pop() ?? "";
      for (const part of parts) at = await at.getDirectoryHandle(part, { create: true });
      const stream = await (await at.getFileHandle(name, { create: true })).createWritable();
      await stream.write(text);
      await stream.close();
    }
  }, files);
  await page.getByRole("button", { name: "Làm việc với kho mã nguồn cục bộ" }).click();
});
afterEach(async () => {
  await page.context().close();
  expect(outside).toEqual([]);
});

/** Copies what the CMS wrote back to the disk, over a copy of the project; returns its folder. */
async function takeBack(...paths: string[]): Promise<string> {
  const copy = await mkdtemp(join(folder, "kho-"));
  await cp(FIXTURE, copy, { recursive: true });
  for (const path of paths) {
    const text = await page.evaluate(async path => {
      let at = await (await navigator.storage.getDirectory()).getDirectoryHandle("kho");
      const parts = path.split("/");
      const name = parts.pop() ?? "";
      for (const part of parts) at = await at.getDirectoryHandle(part);
      return (await (await at.getFileHandle(name)).getFile()).text();
    }, path);
    await mkdir(dirname(join(copy, path)), { recursive: true });
    await writeFile(join(copy, path), text);
  }
  return copy;
}

async function check(copy: string) {
  const { site, problems } = await checkContent({
    contentDir: join(copy, "content"),
    dataDir: join(copy, "data"),
    asOf: AS_OF,
  });
  expect(problems.map(formatProblem)).toEqual([]);
  return site;
}

const field = (key: string) => page.locator(`section[data-key-path="${key}"]`);

/** Types into a line. The CMS sets the lines of an entry once more in the frame after it shows them. */
async function type(key: string, words: string): Promise<void> {
  const line = field(key).getByRole("textbox");
  await line.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  await line.fill(words);
}

/** Opens the list of a field, looks for some words, and takes what is found. */
async function choose(key: string, words: string): Promise<void> {
  await field(key).getByRole("combobox").click();
  await page.getByRole("option", { name: words }).click();
}

test("a report written in /quan-tri/ goes into the local folder and passes the check", async () => {
  await page.getByRole("treeitem", { name: "Báo cáo" }).click();
  await page.getByRole("button", { name: "Tạo bài viết mới" }).click();
  await choose("plan", "(vi-du-2023)");
  await type("as_of", "2023-10-31");
  await choose("reporter", "(so-tu-phap-vi-du)");
  await type("document", "45/BC-STP");
  await field("body")
    .getByRole("textbox")
    .fill(
      [
        "Tình hình mười tháng.",
        "",
        "## A.I.3",
        "- Trạng thái: Hoàn thành",
        "- Minh chứng: Thông báo kết quả kiểm tra đợt 2",
        "",
        "Đã kiểm tra đủ số cơ quan.",
      ].join("\n"),
    );
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByRole("button", { name: "Tạo bài viết mới" }).waitFor();

  const path = "content/updates/so-tu-phap-vi-du/vi-du-2023/2023-10-31.md";
  const copy = await takeBack(path);
  expect(await readFile(join(copy, path), "utf8")).toMatch(
    /^---\nplan: vi-du-2023\nas_of: 2023-10-31\nreporter: so-tu-phap-vi-du\ndocument: 45\/BC-STP\n---\nTình hình/,
  );
  const site = await check(copy);
  const report = site.updates.find(({ asOf }) => asOf === "2023-10-31");
  expect(report).toMatchObject({ plan: "vi-du-2023", reporter: "so-tu-phap-vi-du", document: "45/BC-STP" });
  expect(site.updatesByTask.get("vi-du-2023#A.I.3")?.at(-1)?.state).toBe("Hoàn thành");
});

test("a plan begun in /quan-tri/ is a file of its agency, named without marks", async () => {
  await page.getByRole("button", { name: "Tạo bài viết mới" }).click();
  await type("title", "Kế hoạch đổi mới của Sở Tư pháp năm 2024");
  await choose("agency", "(so-tu-phap-vi-du)");
  await type("year", "2024");
  // The text begins with one task to overwrite, of an agency that is none.
  const body = field("body").getByRole("textbox");
  // Boxes below the window are not there yet.
  await page.setViewportSize({ width: 1280, height: 3000 });
  await body.fill((await body.inputValue()).replace("Tên cơ quan chủ trì", "Sở Tư pháp"));
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByRole("button", { name: "Tạo bài viết mới" }).waitFor();

  const path = "content/plans/so-tu-phap-vi-du/ke-hoach-doi-moi-cua-so-tu-phap-nam-2024.md";
  const site = await check(await takeBack(path));
  expect(site.planBySlug.get("ke-hoach-doi-moi-cua-so-tu-phap-nam-2024")).toMatchObject({
    agency: "so-tu-phap-vi-du",
    years: [2024, 2024],
    state: "draft",
  });
});

test("a plan that is opened, changed at one key and saved keeps every other byte", async () => {
  await page.getByRole("gridcell", { name: /^Kế hoạch cải cách hành chính năm 2023/ }).click();
  await type("title", "Kế hoạch đổi tên");
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByRole("button", { name: "Tạo bài viết mới" }).waitFor();

  const path = "content/plans/vi-du/vi-du-2023.md";
  const copy = await takeBack(path);
  const before = await readFile(join(FIXTURE, path), "utf8");
  expect(await readFile(join(copy, path), "utf8")).toBe(
    before.replace(/^title: .*/m, "title: Kế hoạch đổi tên"),
  );
  await check(copy);
});

test("the report of the last quarter is copied for the next one", async () => {
  await page.getByRole("treeitem", { name: "Báo cáo" }).click();
  await page.getByRole("gridcell", { name: /· 2023-07-31/ }).click();
  await page.getByRole("button", { name: "Hiển thị tùy chọn trình chỉnh sửa" }).click();
  await page.getByRole("menuitem", { name: "Nhân bản" }).click();
  await type("as_of", "2023-09-30");
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByRole("button", { name: "Tạo bài viết mới" }).waitFor();

  const folder = "content/updates/so-noi-vu-vi-du/vi-du-2023";
  const copy = await takeBack(`${folder}/2023-09-30.md`);
  const before = await readFile(join(FIXTURE, folder, "2023-07-31.md"), "utf8");
  expect(await readFile(join(copy, folder, "2023-09-30.md"), "utf8")).toBe(
    before.replace("as_of: 2023-07-31", "as_of: 2023-09-30"),
  );
});

test("what is missing, or no day or id, is told at its box, in Vietnamese, and nothing is saved", async () => {
  await page.getByRole("button", { name: "Tạo bài viết mới" }).click();
  await type("issued", "31/6/2023");
  await type("year", "23");
  // Boxes below the window are not there yet.
  await page.setViewportSize({ width: 1280, height: 3000 });
  await field("body").getByRole("textbox").fill("## Kiểm tra\n- Chủ trì: Sở Tư pháp\n");
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByRole("button", { name: "Xem các lỗi" }).waitFor();
  const told = (key: string) => field(key).getByRole("alert").textContent();
  expect(await told("title")).toMatch(/Trường bắt buộc\.\s*$/);
  expect(await told("issued")).toMatch(/ghi một ngày có trong lịch, dạng 2023-06-30 hoặc 30\/6\/2023\s*$/);
  expect(await told("year")).toMatch(/viết năm bằng bốn chữ số, ví dụ 2023\s*$/);
  expect(await told("body")).toMatch(/bắt đầu bằng mã, ví dụ A\.I\.3\. Tên nhiệm vụ\s*$/);
});

test("nothing of the public site leads to /quan-tri/, and search engines are told to leave it", async () => {
  const named: string[] = [];
  for (const name of await listSite(site))
    if (
      /\.(html|xml|txt|json)$/.test(name) &&
      (await readFile(join(site, name), "utf8")).includes("/cchc/quan-tri/")
    )
      named.push(name);
  expect(named).toEqual(["quan-tri/index.html"]);
  const page = await readFile(join(site, "quan-tri/index.html"), "utf8");
  expect(page).toContain('<meta name="robots" content="noindex, nofollow"/>');
});
