import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type IncomingMessage, request, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveSite } from "../scripts/serve.ts";
import { caddyConfig } from "../scripts/serving/caddy.ts";
import { originOf } from "./support/ports.ts";

let folder = "";
let server: Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-serve-"));
  await mkdir(join(folder, "ke-hoach"));
  await mkdir(join(folder, "nhung"));
  await writeFile(join(folder, "ke-hoach/index.html"), "kế hoạch");
  await writeFile(join(folder, "404.html"), "không có");
  await writeFile(join(folder, "so.txt"), "0123456789");
  server = await serveSite(folder, "/", 0);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** What is answered to a path that is sent as it is written here. */
function ask(
  path: string,
  headers: Record<string, string> = {},
): Promise<IncomingMessage & { body: string }> {
  return new Promise((fulfil, reject) => {
    const { hostname, port } = new URL(originOf(server));
    request({ hostname, port, path, headers }, answer => {
      let body = "";
      answer.setEncoding("utf8").on("data", text => {
        body += text;
      });
      answer.once("end", () => fulfil(Object.assign(answer, { body })));
    })
      .once("error", reject)
      .end();
  });
}

test("leads to the folder from its name, with what was asked", async () => {
  const leads = async (path: string) => {
    const { statusCode, headers } = await ask(path);
    return [statusCode, headers.location];
  };
  expect(await leads("/ke-hoach")).toEqual([301, "/ke-hoach/"]);
  expect(await leads("/ke-hoach?q=a//b")).toEqual([301, "/ke-hoach/?q=a//b"]);
  expect((await ask("/khong-co")).statusCode).toBe(404);
  for (const path of ["//ke-hoach", "/nhung/../ke-hoach"])
    expect((await ask(path)).headers.location, path).toBeUndefined();
});

test("leads to a path prefix from its name", async () => {
  const below = await serveSite(folder, "/cchc/", 0);
  const answer = await fetch(`${originOf(below)}/cchc`, { redirect: "manual" });
  expect([answer.status, answer.headers.get("location")]).toEqual([301, "/cchc/"]);
  expect((await fetch(`${originOf(below)}/cchc-khac`, { redirect: "manual" })).status).toBe(404);
  below.close();
});

describe("whatever is asked, there is an answer", () => {
  test.each([
    ["bytes=2-4", 206, "234"],
    ["bytes=7-", 206, "789"],
    ["bytes=5-2", 200, "0123456789"],
    ["bytes=-5", 200, "0123456789"],
    ["bytes=0-1,4-5", 200, "0123456789"],
    ["cả", 200, "0123456789"],
    ["bytes=99-", 416, ""],
  ])("for the range %j", async (range, status, body) => {
    const answer = await ask("/so.txt", { range: encodeURI(range) });
    expect([answer.statusCode, answer.body]).toEqual([status, body]);
  });

  test.each([
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..%2f..%2fetc/passwd",
    "/nhung/..%2fke-hoach/",
    "/nhung/../ke-hoach/",
    "/nhung/..%5cke-hoach/",
    "/%00",
    "/%",
    "/%E0%A4%A",
    "//xau.example/",
    "http://xau.example/",
    `/${"a".repeat(10_000)}`,
  ])("nothing at %j", async path => {
    const { statusCode, body, headers } = await ask(path);
    expect([statusCode, body]).toEqual([404, "không có"]);
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'self'");
  });
});

test("Caddy tries one rule for all that has moved, not one for each address", () => {
  const rules = (count: number) => {
    const redirects = Array.from({ length: count }, (_, i) => ({ from: `cu-${i}/`, to: "/moi/" }));
    const config = caddyConfig({ folder: "/site", pathPrefix: "/", redirects });
    for (const { from, to } of redirects) expect(config).toContain(`"/${from}" "${to}"`);
    return config.match(/^ *redir /gm)?.length;
  };
  expect(rules(100)).toBe(rules(1));
});
