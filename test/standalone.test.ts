import { expect, test } from "vitest";
import { standaloneSvg } from "../layouts/charts/standalone.ts";

test("a drawing that stands alone says its notes, sources and origin, in lines that it has room for", () => {
  const source = `Nguồn: ${"Báo Ví Dụ & Mẫu ".repeat(12).trim()}.`;
  const address = `https://vi-du.example/${"a".repeat(150)}`;
  const svg = standaloneSvg('<svg viewBox="0 0 680 300" height="300"><g></g></svg>', {
    title: "PAPI: Ví Dụ",
    sentence: "Cao nhất 45 điểm.",
    below: ["Dải xám: từ thấp nhất đến cao nhất.", source],
    origin: `Minh Bạch: ${address}`,
  });
  const lines = [...svg.matchAll(/<text x="8" y="(-?\d+)"[^>]*>([^<]*)</g)].map(([, y, text]) => [
    Number(y),
    text,
  ]);
  expect(lines).toEqual([
    [-14, "PAPI: Ví Dụ"],
    [318, "Dải xám: từ thấp nhất đến cao nhất."],
    [333, expect.stringMatching(/^Nguồn: Báo Ví Dụ &amp; Mẫu .*[^ ]$/)],
    [348, expect.stringMatching(/\.$/)],
    [363, "Minh Bạch:"],
    [378, address],
  ]);
  // The last line stands on the ground.
  expect(svg).toContain('viewBox="0 -36 680 424"');
});
