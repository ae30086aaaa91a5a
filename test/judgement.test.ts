import { expect, test } from "vitest";
import {
  type Judgement,
  judgementsOf,
  judgementsOfIndex,
  judgementsOfPlan,
} from "../scripts/model/judgement.ts";
import { plan, siteOf } from "./support/sources.ts";

const INDEX = `name: Chỉ số ví dụ
editions:
  - {from: 2022, domains: [{key: the-che, name: Thể chế}]}
bands:
  - {years: [2022, 2023], label: A, from: 90}
  - {years: [2022, 2023], label: B, from: 80, below: 90}
  - {years: [2022, 2023], label: C, below: 80}
breaks:
  - {between: [2021, 2022], why: Bộ tiêu chí khác}
`;
const RESULTS = `year;agency;component;value;rank;rank_of;group;source
2020;ubnd-vi-du;;;;;Tốt;Ví dụ
2021;ubnd-vi-du;;84,10;30;63;B;Ví dụ
2022;ubnd-vi-du;;86,57;18;63;;Ví dụ
2023;ubnd-vi-du;;88,25;12;63;;Ví dụ
2023;ubnd-vi-du;the-che;9,5;;;;Ví dụ
2024;ubnd-vi-du;;;20;63;;Ví dụ
2022;ubnd-mau;;90;;;;Ví dụ
2023;ubnd-mau;;80;;;;Ví dụ
`;

function judged(...targets: string[]): readonly Judgement[] {
  const { site, problems } = siteOf({
    "indices/par-index.yaml": INDEX,
    "results/par-index.csv": RESULTS,
    "plans/a/ke-hoach.md": plan(
      "",
      `targets:\n${targets.map(target => `  - {index: par-index, ${target}}\n`).join("")}`,
    ),
  });
  expect(problems).toEqual([]);
  return judgementsOfPlan(site, "ke-hoach");
}

test.each([
  ["measure: value, at_least: 88, year: 2023", "met", 88.25],
  ["measure: value, above: 88.25, year: 2023", "missed", 88.25],
  ["measure: value, component: the-che, at_least: 9, year: 2023", "met", 9.5],
  ["measure: value, at_least: 88, year: 2024", "unknown", undefined],
  ["measure: value, at_least: 88, year: 2025", "unknown", undefined],
  ["measure: rank, at_most: 12, year: 2023", "met", 12],
  ["measure: rank, below: 12, year: 2023", "missed", 12],
  ["measure: rank, at_most: 15, year: 2024", "missed", 20],
  ["measure: band, at_least: B, year: 2023", "met", "B"],
  ["measure: band, at_least: A, year: 2023", "missed", "B"],
  ["measure: band, at_most: B, year: 2022", "met", "B"],
  ["measure: band, above: B, year: 2022", "missed", "B"],
  // The printed band counts; the bounds of another year are not lent to 2021.
  ["measure: band, at_least: B, year: 2021", "met", "B"],
  ["measure: band, at_least: C, year: 2021", "met", "B"],
  ["measure: band, at_least: A, year: 2021", "missed", "B"],
  // Of a band that the index does not know, nobody can say whether it is high enough.
  ["measure: band, at_least: B, year: 2020", "unknown", "Tốt"],
  ["measure: band, at_least: B, year: 2024", "unknown", undefined],
  ["measure: change, base_year: 2022, at_least: 1.5, year: 2023", "met", 1.68],
  ["measure: change, base_year: 2022, above: 2, year: 2023", "missed", 1.68],
  ["measure: change, base_year: 2021, above: 0, year: 2023", "incomparable", undefined],
  ["measure: change, base_year: 2023, above: 0, year: 2024", "unknown", undefined],
  ["measure: change, base_year: 2024, above: 0, year: 2025", "unknown", undefined],
  ["measure: change, base_year: 2019, above: 0, year: 2021", "unknown", undefined],
])("%s: %s", (target, verdict, actual) => {
  expect(judged(target)).toMatchObject([{ verdict, actual }]);
});

test.each([
  ["the best band first", INDEX],
  ["the best band last", INDEX.replace(/(bands:\n)(.*\n)(.*\n)(.*\n)/, "$1$4$3$2")],
])("a band begins at its bound and ends below the next one, %s", (_, index) => {
  const { site } = siteOf({
    "indices/par-index.yaml": index,
    "results/par-index.csv": RESULTS,
    "plans/a/ke-hoach.md": plan(
      "",
      "targets:\n  - {index: par-index, measure: band, at_least: B, year: 2022}\n  - {index: par-index, measure: band, at_least: B, year: 2023}\n",
      "ubnd-mau",
    ),
  });
  expect(judgementsOf(site, "ubnd-mau")).toMatchObject([
    { actual: "A", verdict: "met" },
    { actual: "B", verdict: "met" },
  ]);
});

test.each([
  ["Khá", 80, "met"],
  ["Tốt", 90, "met"],
  ["Đạt", 79.99, "missed"],
])("bands with names of their own stand in the order of their bounds: %s", (label, value, verdict) => {
  const { site } = siteOf({
    // The best band stands last in the file.
    "indices/par-index.yaml": INDEX.replace(/(bands:\n)(.*\n)(.*\n)(.*\n)/, "$1$4$3$2")
      .replace("label: A", "label: Tốt")
      .replace("label: B", "label: Khá")
      .replace("label: C", "label: Đạt"),
    "results/par-index.csv": `year;agency;value;source\n2022;ubnd-vi-du;${value};Ví dụ\n`,
    "plans/a/ke-hoach.md": plan(
      "",
      "targets: [{index: par-index, measure: band, at_least: Khá, year: 2022}]\n",
    ),
  });
  expect(judgementsOfPlan(site, "ke-hoach")).toMatchObject([{ actual: label, verdict }]);
});

test("across a break both results are at hand and no difference is", () => {
  const [judgement] = judged("measure: change, base_year: 2021, above: 0, year: 2022");
  expect(judgement).toMatchObject({
    verdict: "incomparable",
    baseResult: { value: 84.1 },
    result: { value: 86.57 },
    actual: undefined,
  });
});

test("a plan, an agency and a year of an index each have their own", () => {
  const target = (year: number) =>
    `targets: [{index: par-index, measure: rank, at_most: 15, year: ${year}}]\n`;
  const { site } = siteOf({
    "indices/par-index.yaml": INDEX,
    "results/par-index.csv": RESULTS,
    "plans/a/mot.md": plan("", target(2023)),
    "plans/a/hai.md": plan("", target(2022)),
    "plans/b/ba.md": plan("", target(2023), "ubnd-mau"),
  });
  expect(judgementsOfPlan(site, "hai").map(({ target }) => target.year)).toEqual([2022]);
  expect(judgementsOf(site, "ubnd-vi-du")).toHaveLength(2);
  expect(
    judgementsOfIndex(site, "par-index")
      .get(2023)
      ?.map(({ plan }) => plan)
      .toSorted(),
  ).toEqual(["ba", "mot"]);
});

test.each([
  [
    "a domain that no edition has",
    "measure: value, component: the-chee, at_least: 9, year: 2023",
    "7:51: chỉ số par-index không có lĩnh vực “the-chee”; có phải ý bạn là “the-che”?",
  ],
  [
    "a band that no year has",
    "measure: band, at_least: nhóm B, year: 2023",
    "7:49: chỉ số par-index không có nhóm “nhóm B”; các nhóm: A, B, C",
  ],
])("a target about %s is reported", (_, target, problem) => {
  const { problems } = siteOf({
    "indices/par-index.yaml": INDEX,
    "plans/a/ke-hoach.md": plan("", `targets:\n  - {index: par-index, ${target}}\n`),
  });
  expect(problems).toEqual([`plans/a/ke-hoach.md:${problem}`]);
});
