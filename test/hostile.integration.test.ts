import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { IMPORT_MAP } from "../layouts/admin-files.ts";
import { searchRecords } from "../layouts/search-records.ts";
import { checkText } from "../scripts/check-text.ts";
import { renderMarkdown } from "../scripts/model/markdown.ts";
import { outline } from "../scripts/model/outline.ts";
import { listSite } from "../scripts/release/files.ts";
import { runScript } from "./support/run.ts";
import { AGENCIES, plan, siteOf } from "./support/sources.ts";

describe("content that attacks is shown as the text it is", () => {
  let folder = "";
  const pages: { name: string; html: string }[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "minh-bach-hostile-"));
    const { code, stderr } = await runScript("scripts/build.ts", {
      CONTENT_DIR: "test/fixtures/hostile/content",
      DATA_DIR: "test/fixtures/hostile/data",
      OUTPUT_DIR: join(folder, "site"),
      AS_OF: "2023-08-31",
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const name of await listSite(join(folder, "site")))
      if (name.endsWith(".html"))
        pages.push({ name, html: await readFile(join(folder, "site", name), "utf8") });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("no script, handler, frame or script address comes out of it", () => {
    expect(pages.length).toBeGreaterThan(5);
    const found: string[] = [];
    for (const { name, html } of pages) {
      const { document } = parseHTML(html);
      for (const element of document.querySelectorAll("*")) {
        const inline = element.localName === "script" && !element.getAttribute("src");
        // Data that no content flows into as code: structured data, and the fixed import map of the editing page.
        const isData =
          element.getAttribute("type") === "application/ld+json" || element.textContent === IMPORT_MAP;
        if (inline && !isData) found.push(`${name}: script`);
        // A drawing of ours tells the names of what it shows.
        if (
          ["iframe", "style", "svg", "object"].includes(element.localName) &&
          !element.closest('[role="img"]') &&
          /alert|xau|display:none/.test(element.outerHTML)
        )
          found.push(`${name}: ${element.localName}`);
        for (const { name: attribute, value } of [...element.attributes])
          if (/^on/.test(attribute) || /^\s*(javascript|data|vbscript):/i.test(value))
            found.push(`${name}: ${attribute}=${value}`);
      }
    }
    expect(found).toEqual([]);
  });

  test("drawings and feeds that are taken away hold nothing but its text", async () => {
    const names = (await listSite(join(folder, "site"))).filter(name => /\.(svg|atom|xml)$/.test(name));
    expect(names.filter(name => name.endsWith(".svg")).length).toBeGreaterThan(2);
    for (const name of names)
      expect(await readFile(join(folder, "site", name), "utf8"), name).not.toMatch(
        /<(script|img|iframe|svg onload)|\son[a-z]+="/i,
      );
  });

  test("structured data cannot be left from within", () => {
    const html = pages.find(({ name }) => name === "ke-hoach/prototype/index.html")?.html ?? "";
    const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
    expect(blocks.map(([, json = ""]) => JSON.parse(json)["@type"])).toEqual(["Report", "BreadcrumbList"]);
  });

  test("it is no template", () => {
    const html = pages.find(({ name }) => name === "ke-hoach/prototype/index.html")?.html ?? "";
    expect(html).toContain("{{ process.env }}");
    expect(html).not.toContain("root:x:0");
  });
});

describe("content that exhausts is refused or read in passing", () => {
  test("a YAML bomb is refused at its first anchor", () => {
    const bomb = `---\ntitle: A\na: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n---\n`;
    const { problems } = siteOf({ "plans/a/b.md": bomb });
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toMatch(/neo YAML|bí danh YAML/);
  });
  test("very deep YAML is a problem, not a crash", () => {
    const { problems } = siteOf({
      "plans/a/b.md": `---\ntitle: ${"[".repeat(2000)}${"]".repeat(2000)}\n---\n`,
    });
    expect(problems.length).toBeGreaterThan(0);
  });
  test("very deep lists and quotations stay text", () => {
    expect(() => outline(`${"> ".repeat(5000)}x\n\n${"- ".repeat(5000)}x`, "a.md", 1)).not.toThrow();
    expect(() => renderMarkdown("[".repeat(20000))).not.toThrow();
  });
  test("a report of three hundred thousand lines is read", () => {
    const { problems } = siteOf({
      "plans/a/b.md": plan("## A.1 Việc\n- Chủ trì: Sở Nội vụ\n"),
      "updates/a/2023-06-01.md": `---\nplan: b\nas_of: 2023-06-01\n---\n${"dòng\n".repeat(300_000)}`,
    });
    expect(problems).toEqual([]);
  });
  test("a heading that goes on like an id is read in one pass", () => {
    const { problems } = siteOf({
      "plans/a/b.md": plan(
        `## ${"I.".repeat(10_000)}Ix\n\n## a${"-".repeat(100_000)}x\n- Chủ trì: Sở Nội vụ\n`,
      ),
    });
    expect(problems).toHaveLength(1);
  }, 5_000);
  test.each([
    ["front matter", `---\ntitle: '${" ".repeat(100_000)}x'\n---\n`, 1],
    [
      "empty lines in front matter",
      `---\ntitle: A${"\n".repeat(200_000)}agency: ubnd-vi-du\nyear: 2023\nstate: issued\n---\n`,
      0,
    ],
    ["a deadline", plan(`## A.1 Việc\n- Thời hạn: ${";".repeat(100_000)}x\n`), 0],
    ["spaces in a deadline", plan(`## A.1 Việc\n- Thời hạn: tháng 6${" ".repeat(100_000)}x\n`), 0],
    ["prose", plan(`${"](".repeat(100_000)}\n`), 0],
    ["spaces in prose", plan(`a${" ".repeat(200_000)}b\n`), 0],
    ["empty lines", plan(`a${"\n".repeat(200_000)}b\n`), 0],
  ])(
    "signs without end in %s are read in passing",
    (_, file, count) => {
      const { site, problems } = siteOf({ "plans/a/b.md": file });
      expect(problems).toHaveLength(count);
      expect([...searchRecords(site)].some(({ url }) => url === "/ke-hoach/b/")).toBe(count === 0);
    },
    10_000,
  );
  test.each([
    ["spaces in a name", plan(`## A.1 Việc\n- Chủ trì: Sở${" ".repeat(200_000)}X\n`)],
    ["spaces in a number", `---\ntitl: A\nnumber: 1${" ".repeat(200_000)}x\n---\n`],
    ["quotation marks in a name", plan(`## A.1 Việc\n- Chủ trì: ${"“".repeat(200_000)}\n`)],
  ])(
    "%s without end are one problem, which is said in passing",
    (_, file) => {
      expect(siteOf({ "plans/a/b.md": file }).problems).toHaveLength(1);
    },
    10_000,
  );
  test.each([
    ["one of a million letters", "0,".repeat(500_000), 1],
    ["a thousand of many words", `${"0,".repeat(400)}; `.repeat(1000), 1000],
  ])(
    "names that nobody has are not held against every agency for minutes: %s",
    (_, names, count) => {
      const many = Array.from({ length: 600 }, (_, i) => `co-${i},Cơ quan số ${i},agency,province,,,,,`);
      const { problems } = siteOf({
        "agencies.csv": `${AGENCIES}${many.join("\n")}\n`,
        "plans/a/b.md": plan(`## A.1 Việc\n- Chủ trì: ${names}\n`),
      });
      expect(problems).toHaveLength(count);
    },
    10_000,
  );
  test("a line of a million letters is read", () => {
    const { problems } = siteOf({
      "plans/a/b.md": plan(`## A.1 Việc\n- Chủ trì: Sở Nội vụ\n\n${"x".repeat(1_000_000)}\n`),
    });
    expect(problems).toEqual([]);
  });
});

describe("content that reaches out of its folder leads nowhere", () => {
  test.each([
    "/../../etc/passwd",
    "../x/",
    "//xau.example/",
    "/ke-hoach/b/#%E0%A4",
    "/ke-hoach/b/../../x",
    "file.md",
    "\\\\x",
  ])("%j", href => {
    const { site } = siteOf({ "plans/a/b.md": plan(`[x](<${href}>)\n`) });
    expect(checkText(site)).toHaveLength(1);
  });
  test("a picture is refused at its place: no page asks anything of another host", () => {
    const { site } = siteOf({ "plans/a/b.md": plan("Xem ![hình](https://xau.example/a.png)\n") });
    expect(checkText(site)).toMatchObject([{ column: 13, message: expect.stringContaining("a.png") }]);
  });
  test("keys of every object are keys of none", () => {
    const { problems } = siteOf({
      "plans/a/b.md": plan("## A.1 Việc\n- Chủ trì: constructor\n- Thực hiện: constructor#A.1\n"),
      "updates/a/2023-06-01.md": "---\nplan: constructor\nas_of: 2023-06-01\n---\n",
    });
    expect(problems).toHaveLength(3);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
