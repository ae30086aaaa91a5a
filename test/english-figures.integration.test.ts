import { parseHTML } from "linkedom";
import { h } from "preact";
import { expect, test } from "vitest";
import { describe as describeChart } from "../layouts/charts/sentence.ts";
import { inEnglish } from "../layouts/english-figures.ts";
import { drawFigure, figureCsv, figureFiles, figureSvg } from "../layouts/figure-files.ts";
import { englishFiguresOf, figuresInAllLanguages } from "../layouts/figures.ts";
import { englishPages, wordsOf } from "../layouts/languages.ts";
import { ChartFigure } from "../layouts/parts/figure.tsx";
import { renderHtml } from "../layouts/render.ts";
import { urls } from "../layouts/urls.ts";
import { checkContent } from "../scripts/check.ts";
import { readSettings } from "../scripts/load.ts";
import { example } from "./support/chart-example.ts";

const { site } = await checkContent({ contentDir: "content", dataDir: "data", asOf: "2026-06-30" });

test("figures of English pages have English words and numbers; what is Vietnamese in them is marked", () => {
  const figures = [...englishPages(site).keys()].flatMap(page => englishFiguresOf(site, page));
  expect(new Set(figures.map(({ data }) => data.type))).toEqual(
    new Set(["trend", "distribution", "ranking", "heatmap"]),
  );
  const settings = readSettings({}, new Date());
  for (const figure of figures) {
    const { document: page } = parseHTML(`<body>${renderHtml(h(ChartFigure, { figure, settings }))}</body>`);
    for (const node of page.querySelectorAll("[lang=vi], [role=img]")) node.remove();
    // The number of a document is its name in any language.
    const text = (page.body.textContent ?? "").replace(/\d+\/[\p{Lu}-]+/gu, "");
    expect([figure.id, /đ|\p{M}/iu.exec(text.normalize("NFD"))]).toEqual([figure.id, null]);
    expect([figure.id, /\d,\d/.exec(text)]).toEqual([figure.id, null]);
  }
});

test("English pages give reasons, notes and names of domains in English, and mark what has none as Vietnamese", () => {
  for (const index of site.indices.values()) {
    const said = [
      ...(index.breaks ?? []),
      ...(index.not_assessed ?? []),
      ...(index.editions ?? []).flatMap(({ domains = [], ...edition }) => [edition, ...domains]),
    ];
    expect([index.id, said.filter(({ english }) => english === undefined)]).toEqual([index.id, []]);
  }
  const heatmap = englishFiguresOf(site, urls.indexYear("papi", 2023)).find(
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

test("files of a figure are in the language of its page", () => {
  const [figure] = englishFiguresOf(site, urls.indexYear("sipas", 2023)).slice(-1);
  if (!figure) throw new Error("no English figure");
  expect(figureFiles(figure)).toEqual({
    csv: `/en/data/figures/${figure.id}.csv`,
    svg: `/en/data/figures/${figure.id}.svg`,
  });
  expect(figureCsv(figure)).toMatch(/^\uFEFFAgency,Year,Value,Unit,/);
  expect(figureSvg(figure, "/")).toContain("units with a score");
  const files = figuresInAllLanguages(site).map(each => figureFiles(each).csv);
  expect(files).toContain(`/du-lieu/hinh/${figure.id}.csv`);
  expect(new Set(files).size).toBe(files.length);
});
