import { expect, test } from "vitest";
import { findGaps } from "../scripts/model/gaps.ts";
import { plan, siteOf } from "./support/sources.ts";

test("gaps are counted from the site", () => {
  const { site, problems } = siteOf({
    "plans/a/khong-so.md": plan(
      "## A.1 Việc\n- Chủ trì: Sở Nội vụ\n- Thời hạn: 30/6/2023\n## A.2 Việc\n- Thời hạn: 30/6/2024\n",
    ),
    "plans/a/co-so.md": plan(
      "",
      "number: 1/KH-UBND\nissued: 2023-01-05\nnotes:\n  - {where: Đầu, note: chép thiếu}\n",
    ),
    "indices/par-index.yaml": "name: Chỉ số cải cách hành chính\n",
    "results/par-index.csv":
      "year,agency,value,basis,source\n2021,ubnd-vi-du,80,printed,Nguồn\n2022,ubnd-vi-du,81,corrected,\n2023,ubnd-vi-du,82,derived,Nguồn\n",
  });
  expect(problems).toEqual([]);
  const gaps = findGaps(site);
  expect(gaps.plansWithoutNumber.map(({ slug }) => slug)).toEqual(["khong-so"]);
  expect(gaps.plansWithoutDate.map(({ slug }) => slug)).toEqual(["khong-so"]);
  expect(gaps.resultsWithoutSource.map(({ year }) => year)).toEqual([2022]);
  expect([...gaps.unreported]).toEqual([["khong-so", 1]]);
  expect([...gaps.notes.keys()]).toEqual(["co-so"]);
  expect(gaps.corrected.map(({ year }) => year)).toEqual([2022]);
  expect(gaps.derived.map(({ year }) => year)).toEqual([2023]);
});
