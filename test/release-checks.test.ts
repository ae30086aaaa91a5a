import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { BUDGETS, checkBudgets } from "../scripts/release/check-budgets.ts";
import { checkHtml } from "../scripts/release/check-html.ts";
import { checkLinks } from "../scripts/release/check-links.ts";
import { checkPolicy } from "../scripts/release/check-policy.ts";
import { readPage } from "../scripts/release/pages.ts";

const folder = await mkdtemp(join(tmpdir(), "minh-bach-checks-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const html = (main: string, head = "") =>
  `<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>Ví dụ</title>${head}</head><body><main>${main}</main></body></html>`;

describe("links", () => {
  const names = ["index.html", "ke-hoach/a/index.html", "du-lieu/a.csv"];
  const dead = (link: string, prefix = "/") =>
    checkLinks(
      [
        readPage("index.html", html(`<h2 id="o-day">A</h2>${link}`)),
        readPage("ke-hoach/a/index.html", html('<p id="A.I.1">B</p>')),
      ],
      names,
      prefix,
    ).map(({ file, message }) => `${file}: ${message}`);
  test.each([
    ['<a href="/ke-hoach/a/">A</a>'],
    ['<a href="/ke-hoach/a/#A.I.1">A</a>'],
    ['<a href="ke-hoach/a/?x=1#A.I.1">A</a>'],
    ['<a href="#o-day">A</a>'],
    ['<a href="/du-lieu/a.csv">A</a>'],
    ['<a href="https://vi-du.example/">A</a>'],
    ['<a href="mailto:a@vi-du.example">A</a>'],
  ])("%s leads somewhere", link => expect(dead(link)).toEqual([]));
  test.each([
    ['<a href="/ke-hoach/b/">A</a>', "/ke-hoach/b/"],
    ['<a href="/ke-hoach/a/#A.I.2">A</a>', "/ke-hoach/a/#A.I.2"],
    ['<a href="#kia">A</a>', "#kia"],
    ['<img src="/anh.png" alt="">', "/anh.png"],
    ['<form action="/tim/"><button>A</button></form>', "/tim/"],
    ['<a href="/%E0%A4%A/">A</a>', "/%E0%A4%A/"],
  ])("%s leads nowhere", (link, address) =>
    expect(dead(link)).toEqual([`index.html: liên kết “${address}” không dẫn tới đâu`]),
  );
  test("a link that leaves the folder of the site leads nowhere", () =>
    expect(dead('<a href="/ke-hoach/a/">A</a>', "/cchc/")).toHaveLength(1));
});

describe("what is asked of others, and what the policy refuses", () => {
  const said = async (main: string, head = "") =>
    (await checkPolicy([readPage("index.html", html(main, head))], folder, [])).map(({ message }) => message);
  test.each([
    ['<img src="https://a.example/a.png" alt="">', "https://a.example/a.png"],
    ['<img src="/a.png" srcset="/a.png 1x, //a.example/b.png 2x" alt="">', "//a.example/b.png"],
    ['<iframe src="https://a.example/" title="A"></iframe>', "https://a.example/"],
  ])("%s", async (main, address) =>
    expect(await said(main)).toEqual([`trang lấy “${address}” từ máy chủ khác`]),
  );
  test("a style of another host", async () => {
    expect(await said("", '<link rel="stylesheet" href="https://a.example/a.css">')).toHaveLength(1);
    await writeFile(
      join(folder, "a.css"),
      '@import "https://a.example/b.css"; p { background: url(//a.example/c.png) }',
    );
    expect(await checkPolicy([], folder, ["a.css"])).toHaveLength(2);
  });
  test.each([
    ["<script>1</script>", "<script>"],
    ["<style>p { color: red }</style>", "<style>"],
    ['<p style="color: red">A</p>', "<p style>"],
    ['<p onclick="a()">A</p>', "<p onclick>"],
  ])("%s is refused", async (main, what) =>
    expect(await said(main)).toEqual([expect.stringContaining(`${what} viết thẳng trong trang`)]),
  );
  test("links to others, canonical addresses and data blocks are not", async () =>
    expect(
      await said(
        '<a href="https://a.example/">A</a><script type="application/ld+json">{}</script>',
        '<link rel="canonical" href="https://a.example/">',
      ),
    ).toEqual([]));
});

test("a page that is not valid HTML is named with its place", async () => {
  await writeFile(join(folder, "tot.html"), html("<h1>A</h1><p>a > b</p>"));
  await writeFile(join(folder, "xau.html"), html('<h1>A</h1><p id="a"><div id="a">B</div></p>'));
  const problems = await checkHtml(folder, ["tot.html", "xau.html"]);
  expect(problems.length).toBeGreaterThan(0);
  for (const { file, line, message } of problems) {
    expect([file, line]).toEqual(["xau.html", 2]);
    expect(message).toContain("HTML không hợp lệ");
  }
});

test("budgets count what is sent: the packed twin where there is one", () => {
  const page = readPage(
    "index.html",
    html("", '<script type="module" src="/cchc/assets/a-12345678.js"></script>'),
  );
  const file = (path: string, size: number) => ({ path, size, sha256: "" });
  const said = (...sizes: [string, number][]) =>
    checkBudgets(
      [page],
      sizes.map(([path, size]) => file(path, size)),
      "/cchc/",
    ).map(({ message }) => message);
  expect(said(["index.html", BUDGETS.page * 9], ["index.html.br", BUDGETS.page])).toEqual([]);
  expect(said(["index.html", BUDGETS.page + 1])).toEqual([expect.stringContaining("trang nặng 81 kB")]);
  expect(said(["assets/a-12345678.js", BUDGETS.assets + 1])).toEqual([
    expect.stringContaining("mã và kiểu của trang"),
  ]);
  expect(said(["assets/b-12345678.js", BUDGETS.script + 1])).toEqual([
    expect.stringContaining("tệp mã nặng"),
  ]);
  expect(said(["assets/a.woff2", BUDGETS.fonts], ["assets/b.woff2", 1])).toEqual([
    expect.stringContaining("phông chữ"),
  ]);
});

test("a page that is only judged at another day, or printed from another version, reads the same", () => {
  const digest = (day: string, version: string, due = "30/06/2023") =>
    readPage(
      "a.html",
      html(
        `<div class="sheet-head paper"><p class="symbol">Phiên bản ${version}</p><p class="day">Số liệu đến ngày ${day}</p></div>
         <p>Xét tại ngày ${day}.</p><small>hạn 15/12/2023 chưa đến tại ngày ${day}</small><small>đã qua hạn ${due} mà đến ngày ${day} chưa có báo cáo nào</small>`,
      ),
    ).digest;
  const was = digest("01/06/2024", "abc1234");
  expect(digest("02/06/2024", "def5678")).toBe(was);
  expect(digest("02/06/2024", "def5678", "15/07/2023")).not.toBe(was);
});

test("a page that is only framed otherwise reads the same; one word or link more does not", () => {
  const digest = (main: string, head = "") => readPage("a.html", html(main, head)).digest;
  const was = digest('<p>Một <a href="/a/">hai</a></p>');
  expect(digest('<p class="x">Một\n  <a href="/a/">hai</a></p>', "<meta name=x>")).toBe(was);
  expect(digest('<p>Một <a href="/b/">hai</a></p>')).not.toBe(was);
  expect(digest('<p>Một <a href="/a/">ba</a></p>')).not.toBe(was);
});
