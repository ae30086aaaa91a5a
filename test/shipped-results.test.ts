import { describe, expect, test } from "vitest";
import { drawFigure } from "../layouts/figure-files.ts";
import { siteFigures } from "../layouts/figures.ts";
import { checkContent } from "../scripts/check.ts";
import { indexTables, mainPeers, peerCells } from "../scripts/model/index-table.ts";
import { judgementsOf } from "../scripts/model/judgement.ts";
import { groupBy } from "../scripts/model/maps.ts";
import type { Result } from "../scripts/model/result.ts";

const { site } = await checkContent({ contentDir: "content", dataDir: "data", asOf: "2026-06-30" });

describe("the results that are shipped", () => {
  // Printed in the plans or by the press; a chart that shows another number is wrong.
  test.each([
    ["par-index", 2021, "ubnd-quang-nam", "", 86.57, 33],
    ["par-index", 2022, "ubnd-quang-nam", "", 80.91, 57],
    ["par-index", 2023, "ubnd-quang-nam", "", 84.6, 56],
    ["sipas", 2021, "ubnd-quang-nam", "", 84.24, 57],
    ["sipas", 2022, "ubnd-quang-nam", "", 74.56, 61],
    ["sipas", 2023, "ubnd-quang-nam", "", 78.44, 59],
    ["sipas", 2023, "ubnd-gia-lai", "", 83.84, 19],
    ["sipas", 2022, "ca-nuoc", "", 80.08, undefined],
    ["par-index", 2023, "ca-nuoc", "", 86.98, undefined],
    ["par-index", 2022, "ubnd-quang-nam", "thu-tuc-hanh-chinh", 9.66, 63],
    ["par-index", 2023, "ubnd-quang-nam", "chi-dao-dieu-hanh", 9.44, 15],
    ["papi", 2018, "ubnd-quang-nam", "", 43.14, 33],
  ])("%s %i %s %s is %f", (id, year, agency, component, value, rank) => {
    const found = indexTables(site)
      .get(id)
      ?.cells.get(component)
      ?.get(agency)
      ?.find(cell => cell.year === year);
    expect(found?.value).toBeCloseTo(value, 1);
    if (rank !== undefined && found?.rank !== undefined) expect(found.rank).toBe(rank);
  });

  test("a source puts no two units on one place; where sources do, each of the two says who puts the other there", () => {
    const placed = site.results.filter(
      ({ component, rank }) => component === undefined && rank !== undefined,
    );
    for (const [place, results] of groupBy(placed, placeOf)) {
      if (results.length === 1) continue;
      expect(new Set(results.map(({ source }) => source)).size, place).toBe(results.length);
      for (const { agency, note } of results) expect(note, `${place}, ${agency}`).toMatch(/hạng \d/);
    }
  });

  test("every PAPI province-year is on a year page and in its file", () => {
    const papi = indexTables(site).get("papi");
    if (!papi) throw new Error("no papi");
    const values = papi.years.flatMap(year => peerCells(papi, mainPeers(papi), year));
    const drawn = siteFigures(site).all.flatMap(({ data }) =>
      data.type === "ranking" && data.index === "papi" ? data.rows : [],
    );
    expect(drawn.length).toBe(values.length);
    expect(values.length).toBeGreaterThanOrEqual(868);
  });

  test("2022 shows Bắc Giang and Bắc Ninh as not assessed, never as a value", () => {
    const figure = siteFigures(site).all.find(({ id }) => id === "papi-2022-xep-hang");
    if (figure?.data.type !== "ranking") throw new Error("no ranking of 2022");
    expect(figure.data.notAssessed).toEqual(["Bắc Giang", "Bắc Ninh"]);
    expect(figure.data.rows.map(({ name }) => name)).not.toContain("Bắc Ninh");
    expect(drawFigure(figure).sentence).toContain("Không có kết quả: Bắc Giang, Bắc Ninh");
  });

  test("of a chosen unit whose published result was not found it is not said that it has no result", () => {
    const figure = siteFigures(site).all.find(({ id }) => id === "sipas-2024-phan-bo");
    if (!figure) throw new Error("no distribution of 2024");
    expect(drawFigure(figure).sentence).toContain("Chưa có số liệu: Quảng Nam.");
    expect(drawFigure(figure).sentence).not.toContain("Không có kết quả");
  });

  test("the plan's place among the first 25 was missed, its change over the break is not judged", () => {
    const verdicts = judgementsOf(site, "ubnd-quang-nam").map(
      ({ target, verdict }) => `${target.measure} ${verdict}`,
    );
    expect(verdicts).toContain("rank missed");
    expect(verdicts).toContain("change incomparable");
    expect(verdicts).not.toContain("change met");
  });
});

/** The place that a result gives to its agency, among those that are ranked with it. */
function placeOf({ index, year, agency, rank, rank_of }: Result): string {
  const { level, parent } = site.agencies.byId.get(agency) ?? {};
  return `${index} ${year}, ${level} của ${parent}: hạng ${rank}/${rank_of}`;
}

test("a rank that dashboards, pages or reports write about carries its base, in titles too", () => {
  const texts = [...site.dashboards, ...site.pages].map(page => `${page.title}\n${page.prose.source}`);
  const reports = site.updates.map(({ prose }) => prose.source);
  const ranks = [...texts, ...reports].flatMap(
    text => text.match(/(hạng|thứ|xếp|xuống|lên) \d+.{0,20}/g) ?? [],
  );
  expect(ranks.length).toBeGreaterThan(5);
  expect(ranks.filter(rank => !/ \d+(\/\d| bậc)/.test(rank))).toEqual([]);
});
