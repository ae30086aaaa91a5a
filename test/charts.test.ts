import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { plainColours } from "../layouts/charts/canvas.ts";
import { drawChart, NARROW, WIDE } from "../layouts/charts/chart.ts";
import { drawFigure } from "../layouts/figure-files.ts";
import { siteFigures } from "../layouts/figures.ts";
import { checkContent } from "../scripts/check.ts";
import { runsOf } from "../scripts/model/series.ts";
import { EXAMPLES, example } from "./support/chart-example.ts";
import { describeChart } from "./support/describe-chart.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const { site, problems } = await checkContent({ contentDir: "content", dataDir: "data", asOf: "2026-06-30" });

describe("gallery", () => {
  for (const [name] of EXAMPLES)
    for (const width of [WIDE, NARROW])
      test(`${name} at ${width}`, async () => {
        const data = example(name);
        const svg = drawChart(data, { document, width });
        expect(svg.outerHTML).not.toMatch(/<style|style=|aria-label|NaN|undefined/);
        // Digits beyond a hundredth are only weight.
        expect(svg.outerHTML).not.toMatch(/="[^"]*\d\.\d{3}/);
        const ground = `<desc>${describeChart(data).replaceAll("<", "&lt;")}</desc><rect width="100%" height="100%" fill="#ffffff"/>`;
        const file = plainColours(svg.outerHTML)
          .replace(/(<svg[^>]*>)/, `$1${ground}`)
          .replaceAll("><", ">\n<");
        await expect(`${file}\n`).toMatchFileSnapshot(`gallery/${name}-${width}.svg`);
      });
});

test.each([
  ["regions", "điểm", "nét đứt: trung bình các đơn vị của vùng", "vạch chấm: đổi cách đo 2018 | 2019"],
  ["distribution", "điểm", "mỗi chấm một đơn vị"],
] as const)("the drawing of %s tells its unit and what its marks are", (name, ...said) => {
  for (const width of [WIDE, NARROW]) {
    const text = drawChart(example(name), { document, width }).textContent;
    for (const words of said) expect(text).toContain(words);
  }
});

test("what a scatter says of a unit has the unit of each index", () => {
  expect(describeChart(example("scatter"))).toMatch(
    /^An Bình: Chỉ số ví dụ 56,95 điểm, Chỉ số ví dụ hai 78,6\d* điểm\./,
  );
});

test("a scatter names the chosen ones that it cannot show", () => {
  const data = example("scatter");
  if (data.type !== "scatter") throw new Error("no scatter");
  expect(describeChart({ ...data, without: ["Hạ Long", "Mai Lâm"] })).toMatch(
    / Chưa có đủ hai kết quả: Hạ Long, Mai Lâm\.$/,
  );
});

test("no path of any figure of the site crosses a hard break", () => {
  expect(problems).toEqual([]);
  let paths = 0;
  for (const figure of siteFigures(site).all) {
    const { data } = figure;
    if (data.type !== "trend" && data.type !== "rank" && data.type !== "regions") continue;
    const expected = data.breaks.filter(
      ({ kind, between: [a, b] }) => kind !== "soft" && data.years[0] <= a && b <= data.years[1],
    );
    for (const svg of [drawFigure(figure).wide, drawFigure(figure).narrow]) {
      const { document: drawing } = parseHTML(`<body>${svg}</body>`);
      const rules = [...drawing.querySelectorAll("g.break line")].map(line =>
        Number(line.getAttribute("x1")),
      );
      expect(new Set(rules).size, figure.id).toBe(expected.length);
      for (const path of drawing.querySelectorAll("g.series path, g.mean path, g.band path")) {
        const xs = [...(path.getAttribute("d") ?? "").matchAll(/[ML](-?[\d.]+),/g)].map(match =>
          Number(match[1]),
        );
        if (path.parentElement?.hasAttribute("stroke-width") && xs.length === 0) continue;
        paths++;
        for (const rule of rules)
          expect(
            xs.every(x => x < rule) || xs.every(x => x > rule),
            `${figure.id}: ${path.getAttribute("d")}`,
          ).toBe(true);
      }
    }
  }
  expect(paths).toBeGreaterThan(1000);
});

test("numbers of a figure over the years stay clear of the years below and of the breaks named above", () => {
  let numbers = 0;
  for (const figure of siteFigures(site).all) {
    if (figure.data.type !== "trend" && figure.data.type !== "rank") continue;
    for (const svg of [drawFigure(figure).wide, drawFigure(figure).narrow]) {
      const { document: drawing } = parseHTML(`<body>${svg}</body>`);
      const height = Number(drawing.querySelector("svg")?.getAttribute("height"));
      for (const label of drawing.querySelectorAll("g[paint-order] text")) {
        if (!/^[\d.,]+(\/\d+)?$/.test(label.textContent)) continue;
        numbers++;
        const y = downOf(label) + downOf(label.parentElement);
        expect(y, `${figure.id}: ${label.textContent}`).toBeGreaterThan(46);
        expect(y, `${figure.id}: ${label.textContent}`).toBeLessThan(height - 28);
      }
    }
  }
  expect(numbers).toBeGreaterThan(50);
});

describe("the figures of a site by region", () => {
  const drawings = siteFigures(site).all.flatMap(figure =>
    figure.data.type === "regions"
      ? [drawFigure(figure).wide, drawFigure(figure).narrow].map(svg => ({
          figure,
          drawing: parseHTML(`<body>${svg}</body>`).document,
        }))
      : [],
  );

  test("show a year without a neighbour as a dot that can be seen", () => {
    for (const { figure, drawing } of drawings) {
      if (figure.data.type !== "regions") continue;
      const { regions, breaks } = figure.data;
      const alone = regions
        .flatMap(({ series }) => series.flatMap(({ cells }) => runsOf(cells, breaks)))
        .filter(({ length }) => length === 1);
      const dots = [...drawing.querySelectorAll("g.point circle")];
      expect(dots, figure.id).toHaveLength(alone.length);
      for (const dot of dots) expect(Number(dot.getAttribute("r"))).toBeGreaterThanOrEqual(1.5);
    }
  });
  test("keep the years below one panel apart from those below the next", () => {
    for (const { figure, drawing } of drawings) {
      const places = [...drawing.querySelectorAll("text")]
        .filter(({ textContent }) => /^\d{4}$/.test(textContent))
        .map(label => placeOf(label) + placeOf(label.parentElement))
        .sort((a, b) => a - b);
      // Four digits of this size are 26 pixels wide.
      for (const [i, place] of places.entries())
        expect(place - (places[i - 1] ?? -Infinity), figure.id).toBeGreaterThan(29);
    }
  });
  test("mark the agencies of the site's plans among their neighbours", () => {
    for (const { figure, drawing } of drawings)
      expect(
        [...drawing.querySelectorAll("text")].map(({ textContent }) => textContent),
        figure.id,
      ).toContainEqual(expect.stringMatching(/^Quảng Nam \d/));
  });
  test("tell the mean of a region from the chosen one without colour", () => {
    const means = drawings.flatMap(({ drawing }) => [...drawing.querySelectorAll("g.mean:has(path)")]);
    expect(means.length).toBeGreaterThan(1);
    for (const mean of means) expect(mean.getAttribute("stroke-dasharray")).not.toBeNull();
  });
  test("write the name of the chosen beside its own line, not over it", () => {
    for (const { figure, drawing } of drawings) {
      const label = [...drawing.querySelectorAll("text")].find(({ textContent }) =>
        /^Quảng Nam \d/.test(textContent),
      );
      const [x, y] = [placeOf(label), downOf(label) + downOf(label?.parentElement?.parentElement)];
      const own = [...drawing.querySelectorAll("g.series, g.point")].filter(
        group => !group.hasAttribute("stroke-opacity") && !group.hasAttribute("fill-opacity"),
      );
      const marks = own.flatMap(group => [
        ...[...group.querySelectorAll("path")].flatMap(path =>
          [...(path.getAttribute("d") ?? "").matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, ...at]) =>
            at.map(Number),
          ),
        ),
        ...[...group.querySelectorAll("circle")].map(dot =>
          ["cx", "cy"].map(name => Number(dot.getAttribute(name))),
        ),
      ]);
      expect(marks.length, figure.id).toBeGreaterThan(1);
      for (const [at = 0, down = 0] of marks)
        if (at <= x && at > x - 80) expect(Math.abs(down - y), figure.id).toBeGreaterThan(9);
    }
  });
});

/** How far right a drawn group or label is moved. */
function placeOf(element: Drawn): number {
  return Number(/translate\(([\d.-]+)/.exec(element?.getAttribute("transform") ?? "")?.[1] ?? 0);
}

/** How far down. */
function downOf(element: Drawn): number {
  return Number(/translate\([\d.-]+,([\d.-]+)/.exec(element?.getAttribute("transform") ?? "")?.[1] ?? 0);
}

type Drawn = { readonly getAttribute: (name: string) => string | null } | null | undefined;

test("figures have ids of their own", () => {
  const ids = siteFigures(site).all.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
