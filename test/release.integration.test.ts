import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkshop, verifyPublished, type Workshop } from "./support/release.ts";
import type { Run } from "./support/run.ts";

const STACK = /^\s+at .+:\d+:\d+\)?$/m;
const PLAN = "content/plans/vi-du/vi-du-2023.md";

let shop: Workshop;
let first: Run;
beforeAll(async () => {
  shop = await openWorkshop();
  first = await shop.release();
});
afterAll(() => rm(shop.folder, { recursive: true, force: true }));

type Published = Awaited<ReturnType<typeof verifyPublished>>;

const page = (name: string) => readFile(join(shop.site, name), "utf8");

describe("the first release", () => {
  test("says what it made, and on the error output how far it is", () => {
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(
      /^Đã phát hành 2023-08-31-[0-9a-f]{8}: \d+ trang, \d+ tệp dữ liệu và hình\.$/m,
    );
    for (const step of [
      "Kiểm tra nội dung",
      "Dựng trang",
      "Lập chỉ mục tìm kiếm",
      "Đọc trang",
      "Kiểm tra HTML",
      "Nén",
    ])
      expect(first.stderr).toMatch(new RegExp(`^${step}….* [\\d,]+ giây$`, "m"));
  });

  test("lists every file with its size and SHA-256", async () => {
    const { manifest, faults } = await verifyPublished(shop);
    expect(faults).toEqual([]);
    expect(manifest).toMatchObject({ previous: null, asOf: "2023-08-31", pathPrefix: "/", carried: [] });
    expect(manifest.files.length).toBeGreaterThan(100);
  });

  test("lays packed twins beside text, which unpack to it", async () => {
    const { manifest } = await verifyPublished(shop);
    const packed = manifest.files.filter(({ path }) => /\.(br|gz)$/.test(path));
    expect(packed.length).toBeGreaterThan(100);
    for (const { path } of packed) {
      const bytes = await readFile(join(shop.site, path));
      const text = path.endsWith(".br") ? brotliDecompressSync(bytes) : gunzipSync(bytes);
      expect(text.equals(await readFile(join(shop.site, path.slice(0, -3)))), path).toBe(true);
    }
    expect(packed.filter(({ path }) => /\.woff2\./.test(path))).toEqual([]);
  });

  test("tells on /minh-bach/ what it is, and what is missing", async () => {
    const html = await page("minh-bach/index.html");
    expect(html).toContain((await verifyPublished(shop)).id);
    expect(html).toContain('href="/manifest.json"');
    expect(html).toContain("Đây là bản phát hành đầu tiên.");
    expect(html).toContain("chưa cung cấp địa chỉ nhận phản ánh");
  });

  test("leaves nothing of its work behind", async () => {
    expect((await readdir(join(shop.folder, "release"))).sort()).toEqual(["current", "releases"]);
  });
});

test("a release of the same content on the same day changes nothing", async () => {
  const before = await verifyPublished(shop);
  const { code, stdout } = await shop.release();
  expect(code).toBe(0);
  expect(stdout).toContain(`Không có gì thay đổi: bản đang công bố đã là ${before.id}.`);
  expect(await verifyPublished(shop)).toEqual(before);
});

test("content that does not pass the check is not published", async () => {
  const before = await verifyPublished(shop);
  await shop.edit(PLAN, text => text.replace("agency: ubnd-vi-du", "agency: ubnd-vi-dx"));
  const { code, stderr } = await shop.release();
  await shop.edit(PLAN, text => text.replace("agency: ubnd-vi-dx", "agency: ubnd-vi-du"));
  expect(code).toBe(1);
  expect(stderr).toContain("có phải ý bạn là “ubnd-vi-du”?");
  expect(stderr).toContain("Trang đã công bố không thay đổi.");
  expect(stderr).not.toMatch(STACK);
  expect(await verifyPublished(shop)).toEqual(before);
});

describe("an address that was published", () => {
  const OLD = "content/plans/mau/mau-2022.md";
  const NEW = "content/plans/mau/mau-2022-sua.md";
  let before: Published;
  let lost: Run;
  let between: Published;
  let moved: Run;
  beforeAll(async () => {
    before = await verifyPublished(shop);
    await rename(join(shop.folder, OLD), join(shop.folder, NEW));
    await shop.edit(PLAN, text => text.replace("A.I.4. Công khai kết quả", "A.I.5. Công khai kết quả"));
    lost = await shop.release();
    between = await verifyPublished(shop);
    await shop.edit(
      "data/redirects.csv",
      () =>
        "from,to,note\n/ke-hoach/mau-2022/,/ke-hoach/mau-2022-sua/,đổi tên tệp\n/ke-hoach/vi-du-2023/#A.I.4,/ke-hoach/vi-du-2023/#A.I.5,\n",
    );
    moved = await shop.release();
  });

  test("may not disappear: a plan under another name, a task under another id", () => {
    const { code, stderr } = lost;
    expect(code).toBe(1);
    expect(stderr.split("\n").filter(line => line.includes("redirects.csv:1:1: địa chỉ đã công bố"))).toEqual(
      [
        expect.stringContaining("/ke-hoach/vi-du-2023/#A.I.4"),
        expect.stringMatching(
          /\/ke-hoach\/mau-2022\/ \(.*\) không còn; thêm dòng “\/ke-hoach\/mau-2022\/,\/ke-hoach\/mau-2022-sua\/”/,
        ),
      ],
    );
    expect(stderr).not.toMatch(STACK);
    expect(between).toEqual(before);
  });

  test("may move, when data/redirects.csv names its successor", async () => {
    const { code, stdout, stderr } = moved;
    expect(stderr).not.toContain("redirects.csv");
    expect(code).toBe(0);
    const lines = stdout.split("\n");
    expect(lines).toContain(`So với ${before.id}:`);
    expect(lines).toContain("Kế hoạch: thêm 1, đổi 1, bỏ 1");
    expect(lines.find(line => line.includes("Đổi: Kế hoạch cải cách hành chính năm 2023"))).toMatch(
      / – thêm A\.I\.5; bỏ A\.I\.4$/,
    );
    expect(lines.find(line => line.startsWith("  Bỏ:"))).toMatch(
      /\/ke-hoach\/mau-2022\/ → \/ke-hoach\/mau-2022-sua\/$/,
    );
    expect((await verifyPublished(shop)).faults).toEqual([]);
  });

  test("leads on by a page, by the lines of servers, and by the old id on the plan", async () => {
    const html = await page("ke-hoach/mau-2022/index.html");
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=/ke-hoach/mau-2022-sua/"');
    expect(html).toContain('<link rel="canonical" href="https://vi-du.example/ke-hoach/mau-2022-sua/"');
    const serving = (name: string) => readFile(join(shop.site, "..", "serving", name), "utf8");
    expect(await serving("nginx.conf")).toContain(
      'location = "/ke-hoach/mau-2022/" { return 301 "/ke-hoach/mau-2022-sua/"; }',
    );
    expect(await serving("Caddyfile")).toContain('"/ke-hoach/mau-2022/" "/ke-hoach/mau-2022-sua/"');
    expect(await page("_redirects")).toMatch(/^\/ke-hoach\/mau-2022\/ \/ke-hoach\/mau-2022-sua\/ 301\n/);
    expect(await page("ke-hoach/vi-du-2023/index.html")).toMatch(
      /<li id="A\.I\.4"[^>]*>A\.I\.4 nay là <a href="\/ke-hoach\/vi-du-2023\/#A\.I\.5">/,
    );
  });

  test("is told of on /minh-bach/ in words", async () => {
    const html = await page("minh-bach/index.html");
    expect(html).toContain(before.id);
    expect(html).toContain("thêm 1, đổi 1, bỏ 1");
  });

  describe("--diff", () => {
    test("tells in words what differs between two releases", async () => {
      const { id, manifest } = await verifyPublished(shop);
      const { code, stdout } = await shop.release("--diff", manifest.previous ?? "", id);
      expect(code).toBe(0);
      expect(stdout).toContain(`Từ ${manifest.previous} đến ${id}:\n`);
      expect(stdout).toContain("Kế hoạch: thêm 1, đổi 1, bỏ 1");
      expect(stdout).not.toMatch(/[0-9a-f]{16}/);
    });
    test("names the releases that are there when it is asked for another", async () => {
      const { code, stderr } = await shop.release("--diff", "khong-co", "current");
      expect(code).toBe(1);
      expect(stderr).toContain("không có bản phát hành “khong-co”; các bản đang giữ: 2023-08-31-");
      expect(stderr).not.toMatch(STACK);
    });
  });
});

test("--back says which release is published when it is asked for that, and which others there are", async () => {
  const { id, manifest } = await verifyPublished(shop);
  const { code, stderr } = await shop.release("--back", "current");
  expect(code).toBe(1);
  expect(stderr).toContain(`“current” là ${id}, bản đang công bố; --back cần tên của bản khác`);
  expect(stderr).toContain(`các bản khác đang giữ: ${manifest.previous}`);
});

test("two releases are not made at once", async () => {
  const lock = join(shop.folder, "release", ".lock");
  // The lock names the process that makes a release; this one is running.
  await writeFile(lock, String(process.pid));
  const { code, stderr } = await shop.release();
  await rm(lock);
  expect(code).toBe(1);
  expect(stderr).toContain("một bản phát hành khác đang được làm");
});
