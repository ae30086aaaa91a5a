import { parseHTML } from "linkedom";
import { h } from "preact";
import { expect, test } from "vitest";
import { inEnglish } from "../layouts/english-figures.ts";
import { drawFigure, figureCsv, figureFiles, figureSvg } from "../layouts/figure-files.ts";
import { englishFiguresOf, figuresInAllLanguages } from "../layouts/figures.ts";
import { englishPages, wordsOf } from "../layouts/languages.ts";
import { Breaks } from "../layouts/parts/breaks.tsx";
import { ChartFigure } from "../layouts/parts/figure.tsx";
import { ResultTable } from "../layouts/parts/result-table.tsx";
import { renderHtml } from "../layouts/render.ts";
import { urls } from "../layouts/urls.ts";
import { checkContent } from "../scripts/check.ts";
import { chartData } from "../scripts/model/chart-data.ts";
import { indexTables } from "../scripts/model/index-table.ts";
import { readSettings } from "../scripts/settings.ts";
import { example } from "./support/chart-example.ts";
import { describeChart } from "./support/describe-chart.ts";
import { plan, siteOf } from "./support/sources.ts";

const { site: shipped } = await checkContent({ contentDir: "content", dataDir: "data", asOf: "2026-06-30" });

test("figures of English pages have English words and numbers; what is Vietnamese in them is marked", () => {
  const figures = [...englishPages(shipped).keys()].flatMap(page => englishFiguresOf(shipped, page));
  expect(new Set(figures.map(({ data }) => data.type))).toEqual(
    new Set(["trend", "distribution", "ranking", "heatmap"]),
  );
  const settings = readSettings({}, new Date());
  for (const figure of figures) expectEnglish(figure.id, renderHtml(h(ChartFigure, { figure, settings })));
});

test("tables of English pages mark what is Vietnamese in them, the words of groups too", () => {
  for (const table of indexTables(shipped).values())
    for (const [year, cells] of table.byYear.get("") ?? [])
      expectEnglish(
        `${table.id} ${year}`,
        renderHtml(h(ResultTable, { site: shipped, table, cells, caption: "Results", language: "en" })),
      );
});

function expectEnglish(id: string, html: string): void {
  const { document: page } = parseHTML(`<html><body>${html}</body></html>`);
  for (const marked of page.querySelectorAll("[lang=vi], [role=img]")) marked.remove();
  // The number of a document is its name in any language.
  const text = (page.body.textContent ?? "").replace(/\d+\/[\p{Lu}-]+/gu, "");
  expect([id, /đ|\p{M}/iu.exec(text.normalize("NFD"))]).toEqual([id, null]);
  expect([id, /\d,\d/.exec(text)]).toEqual([id, null]);
}

test("an index without an English name, and the names of agencies, are marked in a title; a note of the site is not", () => {
  const row = (agency: string) => `2022,${agency},${agency.length}\n`;
  const { site } = siteOf({
    "indices/hai-long.yaml": "name: Chỉ số hài lòng\n",
    "results/hai-long.csv": `year,agency,value\n${row("ubnd-vi-du")}${row("ubnd-mau")}`,
    "plans/a/b.md": plan("Lời."),
  });
  const [figure] = englishFiguresOf(site, urls.index("hai-long"));
  if (!figure) throw new Error("no English figure");
  const settings = readSettings({}, new Date());
  const html = renderHtml(h(ChartFigure, { figure, settings }));
  const { document: page } = parseHTML(`<html><body>${html}</body></html>`);
  const marked = [...page.querySelectorAll("h3 [lang=vi]")].map(({ textContent }) => textContent);
  expect(marked).toEqual(["Chỉ số hài lòng", "Ủy ban nhân dân tỉnh Ví Dụ"]);
  const whole = englishFiguresOf(shipped, urls.index("papi")).map(each =>
    renderHtml(h(ChartFigure, { figure: each, settings })),
  );
  expect(whole.join("")).toContain("computed from 63 units with data");
  expect(whole.join("")).not.toMatch(/lang="vi">computed/);
});

test("English pages give reasons, notes and names of domains in English, and mark what has none as Vietnamese", () => {
  for (const index of shipped.indices.values()) {
    const said = [
      ...(index.breaks ?? []),
      ...(index.not_assessed ?? []),
      ...(index.editions ?? []).flatMap(({ domains = [], ...edition }) => [edition, ...domains]),
    ];
    expect([index.id, said.filter(({ english }) => english === undefined)]).toEqual([index.id, []]);
  }
  const heatmap = englishFiguresOf(shipped, urls.indexYear("papi", 2023)).find(
    ({ data }) => data.type === "heatmap",
  );
  expect(drawFigure(heatmap as NonNullable<typeof heatmap>).sentence).toContain(
    "domains: Public service delivery.",
  );
  const data = example("trend");
  if (data.type !== "trend") throw new Error("not a trend");
  const why = data.breaks.map(of => of.why);
  expect(inEnglish(data, undefined).vietnamese).toEqual(expect.arrayContaining(why));
  const translated = { ...data, breaks: data.breaks.map(of => ({ ...of, english: "New criteria" })) };
  expect(describeChart(inEnglish(translated, undefined).data, wordsOf("en").charts)).toContain(
    "2018 | 2019 (new criteria)",
  );
});

test("only across a break is nothing computed: the words above the changes of method do not speak of partial ones", () => {
  for (const language of ["vi", "en"] as const) {
    const words = wordsOf(language).indices;
    const papi = shipped.indices.get("papi");
    if (!papi) throw new Error("no PAPI");
    const { document: page } = parseHTML(
      `<html><body>${renderHtml(h(Breaks, { index: papi, language }))}</body></html>`,
    );
    const kinds = [...page.querySelectorAll("li")].map(
      ({ textContent }) => /\(([^)]+)\):/.exec(textContent ?? "")?.[1],
    );
    expect(new Set(kinds)).toEqual(new Set([words.hard, words.soft]));
    expect(page.querySelector("p")?.textContent).toMatch(
      new RegExp(`(ghi là|marked as a) ${words.hard}\\.$`),
    );
  }
});

test("a domain of a year has the English name of that year's edition", () => {
  const par = shipped.indices.get("par-index");
  const spec = { type: "heatmap", index: "par-index", agencies: ["ngan-hang-nha-nuoc-viet-nam"] } as const;
  const data = chartData(indexTables(shipped), { ...spec, years: [2016], highlight: [] });
  const english = data && inEnglish(data, par).data;
  expect(english?.type === "heatmap" && english.columns.map(({ name }) => name)).toContain(
    "Modernisation of administration",
  );
});

test("files of a figure are in the language of its page", () => {
  const [figure] = englishFiguresOf(shipped, urls.indexYear("sipas", 2023)).slice(-1);
  if (!figure) throw new Error("no English figure");
  expect(figureFiles(figure)).toEqual({
    csv: `/en/data/figures/${figure.id}.csv`,
    svg: `/en/data/figures/${figure.id}.svg`,
  });
  expect(figureCsv(figure)).toMatch(/^\uFEFFAgency,Year,Value,Unit,/);
  const svg = figureSvg(figure, { name: "Minh Bạch", address: "/" }, "2026-06-30");
  expect(svg).toContain("units with a known score");
  expect(svg).toMatch(/>Source: [^<]+</);
  expect(svg).toContain(`>Minh Bạch, 30/06/2026: /en/`);
  const files = figuresInAllLanguages(shipped).map(each => figureFiles(each).csv);
  expect(files).toContain(`/du-lieu/hinh/${figure.id}.csv`);
  expect(new Set(files).size).toBe(files.length);
});
