import { cp, rm, writeFile } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listSite } from "../scripts/release/files.ts";
import { publish } from "../scripts/release/store.ts";
import { endingOf, headersOf, TYPES } from "../scripts/serving/headers.ts";
import { launchBrowser } from "./support/find-chromium.ts";
import { missingServers } from "./support/find-servers.ts";
import { openWorkshop, verifyPublished, type Workshop } from "./support/release.ts";
import { type RunningServer, startCaddy, startNginx } from "./support/servers.ts";

const PREFIXES = ["/", "/cchc/"];
/** Pages that a browser opens at once. */
const AT_ONCE = 6;
const DASHBOARD =
  "---\ntitle: Bảng ví dụ\n---\nSố liệu ví dụ.\n\n```chart\ntype: trend\nindex: par-index\nagencies: [ubnd-vi-du]\n```\n";

/** Addresses of another system, with letters and spaces as a browser copies them. */
const SPELLED_PAGE = "/tin/%C4%91%E1%BB%A3t%201/";
const SPELLED_FILE = "K%E1%BA%BF%20ho%E1%BA%A1ch.pdf";

const shops = new Map<string, Workshop>();
let browser: Browser;

beforeAll(async () => {
  expect(missingServers(), "install nginx and Caddy: npx tsx test/support/find-servers.ts").toEqual([]);
  browser = await launchBrowser();
  for (const prefix of PREFIXES) {
    const shop = await openWorkshop({ PATH_PREFIX: prefix, ADMIN: "" });
    shops.set(prefix, shop);
    await shop.edit("content/dashboards/vi-du.md", () => DASHBOARD);
    await shop.edit(
      "data/redirects.csv",
      () =>
        "from,to\n/ke-hoach/cu/,/ke-hoach/vi-du-2023/\n/so-lieu-cu.csv,/chi-so/\n" +
        `${SPELLED_PAGE},/ke-hoach/\n/${SPELLED_FILE},/van-ban/\n`,
    );
    const { code, stderr } = await shop.release();
    if (code !== 0) throw new Error(stderr);
  }
});
afterAll(async () => {
  await browser?.close();
  for (const { folder } of shops.values()) await rm(folder, { recursive: true, force: true });
});

/** What a server answers, the body as it was sent. */
function ask(url: string, headers: Record<string, string> = {}): Promise<IncomingMessage & { body: Buffer }> {
  return new Promise((fulfil, reject) => {
    get(url, { headers }, answer => {
      const chunks: Buffer[] = [];
      answer.on("data", chunk => chunks.push(chunk));
      answer.once("end", () => fulfil(Object.assign(answer, { body: Buffer.concat(chunks) })));
    }).once("error", reject);
  });
}

describe.each(
  PREFIXES.flatMap(prefix => [
    { name: "nginx", prefix, start: startNginx, config: "nginx.conf" },
    { name: "Caddy", prefix, start: startCaddy, config: "Caddyfile" },
  ]),
)("$name at $prefix", ({ prefix, start, config }) => {
  let server: RunningServer;
  let shop: Workshop;
  let names: string[] = [];
  const at = (path: string) => `${server.origin}${prefix}${path}`;

  beforeAll(async () => {
    const found = shops.get(prefix);
    if (!found) throw new Error(`no release at ${prefix}`);
    shop = found;
    names = await listSite(shop.site);
    server = await start(shop.folder, join(shop.site, "..", "serving", config));
  });
  afterAll(() => server?.stop());

  test("answers every file with its type and the headers that belong to it", async () => {
    for (const name of names.filter(name => !/\.(br|gz)$|^(ke-hoach\/cu|tin)\//.test(name))) {
      const path = name.replace(/(^|\/)index\.html$/, "$1");
      const answer = await ask(at(path));
      expect(answer.statusCode, name).toBe(200);
      for (const [header, value] of Object.entries(headersOf(name)))
        expect(answer.headers[header.toLowerCase()], `${header} of ${name}`).toBe(value);
      const type = TYPES[endingOf(name)];
      if (type !== undefined) expect(answer.headers["content-type"], name).toBe(type);
    }
  });

  test("sends the packed files to those who take them", async () => {
    const { manifest } = await verifyPublished(shop);
    const size = new Map(manifest.files.map(({ path, size }) => [path, size]));
    const script = names.find(name => /^assets\/main.*\.js$/.test(name)) ?? "";
    for (const name of ["index.html", "ke-hoach/vi-du-2023/index.html", "sitemap.xml", script])
      for (const [accepts, encoding, ending] of [
        ["gzip, deflate, br", "br", ".br"],
        ["gzip", "gzip", ".gz"],
        ["identity", undefined, ""],
      ] as const) {
        const answer = await ask(at(name.replace(/(^|\/)index\.html$/, "$1")), {
          "accept-encoding": accepts,
        });
        expect(answer.headers["content-encoding"], `${name} to ${accepts}`).toBe(encoding);
        expect(answer.body.length, `${name} to ${accepts}`).toBe(size.get(`${name}${ending}`));
        if (encoding !== undefined) expect(answer.headers.vary).toContain("Accept-Encoding");
      }
  });

  test("an unchanged page costs no body", async () => {
    const { headers } = await ask(at(""));
    expect((await ask(at(""), { "if-none-match": String(headers.etag) })).statusCode).toBe(304);
  });

  test("an unknown address gets the site's own page with 404, which is not kept", async () => {
    // Some folders hold only files, and no server lists them.
    for (const path of ["khong-co/", "assets/khong-co.js", "assets/", "api/v1/", "a".repeat(300)]) {
      const answer = await ask(at(path));
      expect(answer.statusCode).toBe(404);
      expect(answer.headers["content-type"]).toBe(TYPES.html);
      expect(answer.headers["cache-control"]).toBe("no-cache");
      expect(answer.headers["content-security-policy"]).toBe(headersOf("")["Content-Security-Policy"]);
      expect(answer.body.toString()).toContain("Không có trang này");
    }
  });

  test("is only read: a form sent to a page is refused, its head alone is not", async () => {
    const statusOf = async (method: string) => (await fetch(at(""), { method })).status;
    expect(await Promise.all(["HEAD", "POST", "PUT", "DELETE"].map(statusOf))).toEqual([200, 405, 405, 405]);
  });

  test("leads on from what has moved, and to the folder from its name", async () => {
    const leads = async (path: string) => {
      const { statusCode, headers } = await ask(path);
      // Behind another server the name and the scheme that readers know are not this one's.
      return [statusCode, headers.location];
    };
    expect(await leads(at("ke-hoach/cu/"))).toEqual([301, `${prefix}ke-hoach/vi-du-2023/`]);
    expect(await leads(at("so-lieu-cu.csv"))).toEqual([301, `${prefix}chi-so/`]);
    expect(await leads(at(SPELLED_PAGE.slice(1)))).toEqual([301, `${prefix}ke-hoach/`]);
    expect(await leads(at(SPELLED_FILE))).toEqual([301, `${prefix}van-ban/`]);
    expect((await leads(at("ke-hoach")))[1]).toBe(`${prefix}ke-hoach/`);
    expect((await leads(at("tim-kiem?q=h%C3%B2a%20b&r=1")))[1]).toBe(`${prefix}tim-kiem/?q=h%C3%B2a%20b&r=1`);
    if (prefix !== "/") expect((await leads(`${server.origin}${prefix.slice(0, -1)}`))[1]).toBe(prefix);
  });

  test("every kind of page loads in a browser without network, in silence", async () => {
    const context = await browser.newContext();
    const complaints: string[] = [];
    const kinds = new Map<string, string>();
    for (const name of names.filter(name => name.endsWith("index.html")))
      kinds.set(name.replace(/[^/]+\/index\.html$/, ""), name.replace(/index\.html$/, ""));
    const waiting = [...kinds.values(), "tim-kiem/?q=kiem+tra"];
    expect(waiting.length).toBeGreaterThan(AT_ONCE);
    const look = async (path: string) => {
      const page = await context.newPage();
      page.on("console", message => complaints.push(`${path}: ${message.text()}`));
      page.on("pageerror", error => complaints.push(`${path}: ${error.message}`));
      page.on("requestfailed", request => complaints.push(`${path}: ${request.url()} failed`));
      page.on("request", request => {
        if (!request.url().startsWith(`${server.origin}${prefix}`) && !request.url().startsWith("data:"))
          complaints.push(`${path} asks ${request.url()}`);
      });
      await page.goto(at(path), { waitUntil: "networkidle" });
      expect(await page.locator("main").count(), path).toBe(1);
    };
    // Each is waited for until it has asked for nothing half a second long: that time they share.
    while (waiting.length > 0) await Promise.all(waiting.splice(0, AT_ONCE).map(look));
    expect(complaints).toEqual([]);
    await context.close();
  });
});

test("both follow the link `current` to the next release without being told", async () => {
  const shop = shops.get("/");
  if (!shop) throw new Error("no release");
  const store = { folder: join(shop.folder, "release") };
  const current = join(store.folder, "current");
  const servers = [
    await startNginx(shop.folder, join(current, "serving/nginx.conf")),
    await startCaddy(shop.folder, join(current, "serving/Caddyfile")),
  ];
  const next = join(store.folder, ".next");
  await cp(`${current}/`, next, { recursive: true });
  await writeFile(join(next, "site/gioi-thieu/index.html"), "<p>Câu mới.</p>");
  await publish(store, next, "ban-sau");
  for (const { origin, stop } of servers) {
    expect((await ask(`${origin}/gioi-thieu/`)).body.toString()).toContain("Câu mới.");
    await stop();
  }
});
