import { readFile } from "node:fs/promises";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { expect, test } from "vitest";
import { palettePng } from "../scripts/png.ts";

await initWasm(readFile(new URL(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"))));

/** What a reader of PNG makes of a picture. */
function read(png: Buffer, width: number, height: number): Uint8Array {
  const address = `data:image/png;base64,${png.toString("base64")}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${address}" width="${width}" height="${height}"/></svg>`;
  return new Resvg(svg).render().pixels;
}

/** A picture of as many colours as pixels. */
function picture(width: number, height: number, alpha = 255): Uint8Array {
  return Uint8Array.from(
    { length: width * height * 4 },
    (_, i) => [i >> 2, 255 - (i >> 2), i >> 10, alpha][i % 4] ?? 0,
  );
}

test.each([
  ["one pixel", 1, 1],
  ["one row", 7, 1],
  ["one column", 1, 7],
  ["as many colours as a palette holds", 16, 16],
])("%s is read as it was drawn", (_, width, height) => {
  const pixels = picture(width, height);
  const png = palettePng(pixels, width);
  expect(png && read(png, width, height)).toEqual(pixels);
});

test.each([
  ["of more colours than a palette holds", picture(257, 1), 257],
  ["that one can look through", picture(2, 2, 254), 2],
])("a picture %s is left to others", (_, pixels, width) => {
  expect(palettePng(pixels, width)).toBeUndefined();
});
