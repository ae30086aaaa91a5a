import { expect, test } from "vitest";
import { baseOf, indexTables, mainPeers } from "../scripts/model/index-table.ts";
import { AGENCIES, siteOf } from "./support/sources.ts";

const { site, problems } = siteOf({
  "agencies.csv": `${AGENCIES}so-y-te-vi-du,Sở Y tế,agency,province,ubnd-vi-du,,,,\n`,
  "indices/par-index.yaml": "name: Chỉ số ví dụ\ncovers:\n  - {years: [2021, 2022], count: 63}\n",
  "results/par-index.csv": `year,agency,value,rank,rank_of
2022,ubnd-vi-du,86,2,60
2022,ubnd-mau,84,,
2023,ubnd-vi-du,87,1,61
2023,ubnd-mau,85,2,61
2023,so-noi-vu-vi-du,90,1,18
2023,so-tu-phap-vi-du,89,2,18
2023,so-y-te-vi-du,88,3,18
2023,so-noi-vu-mau,91,1,20
`,
});
const table = indexTables(site).get("par-index");
if (!table) throw new Error(problems.join("\n"));
const peersOf = (id: string) => table.agencies.get(id)?.peers ?? "";

test("departments are measured against those of their own province, provinces against provinces", () => {
  expect(problems).toEqual([]);
  expect(peersOf("ubnd-vi-du")).toBe(peersOf("ubnd-mau"));
  expect(peersOf("so-noi-vu-vi-du")).toBe(peersOf("so-tu-phap-vi-du"));
  expect(peersOf("so-noi-vu-vi-du")).not.toBe(peersOf("so-noi-vu-mau"));
  expect(peersOf("so-noi-vu-vi-du")).not.toBe(peersOf("ubnd-vi-du"));
});

test("an index is made for those who have most of its results", () => {
  expect(mainPeers(table)).toBe(peersOf("ubnd-vi-du"));
});

test.each([
  ["as the index says", "ubnd-vi-du", 2022, 63],
  ["by the published rank in years that the index says nothing of", "ubnd-vi-du", 2023, 61],
  ["by the published rank for others than those the index is made for", "so-noi-vu-vi-du", 2023, 18],
  ["not known without either", "so-noi-vu-vi-du", 2022, undefined],
])("how many were measured is told %s", (_, agency, year, base) => {
  expect(baseOf(table, peersOf(agency), year)).toBe(base);
});
