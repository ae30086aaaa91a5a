import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { listSite } from "../scripts/release/files.ts";

test("no page has a heading two levels below the one before it: who reads by headings misses none", async () => {
  const folder = inject("shippedSite");
  // A figure on another site stands below that site's headings.
  const pages = (await listSite(folder)).filter(name => name.endsWith(".html") && !name.startsWith("nhung/"));
  const jumps: string[] = [];
  for (const name of pages) {
    let above = 0;
    for (const [, level] of (await readFile(join(folder, name), "utf8")).matchAll(/<h([1-6])[\s>]/g)) {
      if (Number(level) > above + 1) jumps.push(`${name}: h${level} below h${above}`);
      above = Number(level);
    }
  }
  expect(pages.length).toBeGreaterThan(300);
  expect(jumps).toEqual([]);
});
