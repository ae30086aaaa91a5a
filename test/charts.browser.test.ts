import { parseHTML } from "linkedom";
import { build, type Rollup } from "vite";
import { expect, test } from "vitest";
import { NARROW, WIDE } from "../layouts/charts/chart.ts";
import { drawGallery } from "./support/chart-bundle.ts";
import { launchBrowser } from "./support/find-chromium.ts";

test("a chart drawn in the browser has the marks of the one drawn on the server", async () => {
  const output = (await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      lib: { entry: "test/support/chart-bundle.ts", formats: ["iife"], name: "gallery" },
    },
  })) as Rollup.RollupOutput[];
  const code = output[0]?.output[0].code ?? "";
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const browser = await launchBrowser();
  try {
    // Plot moves all by half a pixel on coarse screens; the server draws as for a fine one.
    const page = await browser.newPage({ deviceScaleFactor: 2 });
    await page.addScriptTag({ content: code });
    for (const width of [WIDE, NARROW]) {
      const there = (await page.evaluate(`gallery.drawGallery(document, ${width})`)) as Record<
        string,
        string
      >;
      for (const [name, here] of Object.entries(drawGallery(document, width))) {
        expect(here.length, name).toBeGreaterThan(500);
        expect(there[name], `${name} at ${width}`).toBe(here);
      }
    }
  } finally {
    await browser.close();
  }
});
