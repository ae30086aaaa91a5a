import { describe, expect, test } from "vitest";
import { tabulate } from "../layouts/charts/table.ts";
import type { ChartSpec } from "../scripts/model/chart.ts";
import { chartData } from "../scripts/model/chart-data.ts";
import { indexJson, readIndexJson } from "../scripts/model/index-json.ts";
import { baseOf, componentName, indexTables, mainPeers } from "../scripts/model/index-table.ts";
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

describe("domains", () => {
  const { site } = siteOf({
    "indices/par-index.yaml": `name: Chỉ số ví dụ
unit: điểm
editions:
  - {from: 2016, to: 2020, domains: [{key: mot, name: Thể chế cũ}, {key: hai, name: Hai}]}
  - {from: 2021, domains: [{key: mot, name: Thể chế mới}, {key: hai, name: Hai}]}
`,
    "results/par-index.csv": `year,agency,component,value,unit,maximum
2020,ubnd-vi-du,mot,90,%,100
2020,ubnd-vi-du,hai,80,%,100
2020,ubnd-mau,mot,70,%,100
2021,ubnd-vi-du,mot,9,điểm,10
2021,ubnd-vi-du,hai,8,điểm,10
`,
  });
  const [own] = indexTables(site).values();
  if (!own) throw new Error("no table");
  const fetched = readIndexJson(JSON.parse(indexJson(own)));
  const cases: [string, Partial<ChartSpec>, string, string][] = [
    ["of one year", { type: "domains", years: [2020] }, "Thể chế cũ", "%"],
    ["of another", { type: "domains", years: [2021] }, "Thể chế mới", "điểm"],
    ["of two, as the later calls them", { type: "domains", years: [2020, 2021] }, "Thể chế mới", "điểm"],
    ["of a year against agencies", { type: "heatmap", years: [2020] }, "Thể chế cũ", "%"],
    ["of a year, one of them", { type: "ranking", years: [2020], component: "mot" }, "Thể chế cũ", "%"],
    ["of all years, one of them", { type: "trend", component: "mot" }, "Thể chế mới", "điểm"],
  ];
  test.each(cases)(
    "%s are called as their edition calls them, and have their own unit",
    (_, spec, name, unit) => {
      for (const table of [own, fetched]) {
        const asked = {
          type: "trend",
          index: own.id,
          agencies: ["ubnd-vi-du"],
          years: [],
          highlight: [],
        } as const;
        const data = chartData(new Map([[own.id, table]]), { ...asked, ...spec });
        expect(data?.unit).toBe(unit);
        if (data?.type === "domains") expect(data.rows[0]?.name).toBe(name);
        else if (data?.type === "heatmap") expect(data.columns[0]?.name).toBe(name);
        else expect(data?.measured).toBe(name);
      }
    },
  );

  test("of two units keep them in the table", () => {
    const spec = {
      type: "domains",
      index: own.id,
      agencies: ["ubnd-vi-du"],
      years: [],
      highlight: [],
    } as const;
    const data = chartData(new Map([[own.id, fetched]]), spec);
    if (!data) throw new Error("no chart");
    const { columns, rows } = tabulate(data);
    expect(rows.map(row => [row[columns.indexOf("Giá trị")], row[columns.indexOf("Đơn vị")]])).toEqual([
      ["90", "%"],
      ["9", "điểm"],
      ["80", "%"],
      ["8", "điểm"],
    ]);
  });
});

test("domains stand in the order of the edition last in force, those that only a former one had after them", () => {
  const domains = (...keys: string[]) => keys.map(key => `{key: ${key}, name: ${key}}`).join(", ");
  const { site: old } = siteOf({
    "indices/par-index.yaml": `name: A
editions:
  - {id: cu, from: 2012, to: 2016, domains: [${domains("ba", "mot", "bo")}]}
  - {id: moi, from: 2017, domains: [${domains("mot", "hai", "ba")}]}
`,
  });
  const made = indexTables(old).get("par-index");
  expect(made?.components.map(({ key }) => key)).toEqual(["mot", "hai", "ba", "bo"]);
});

test("a domain is called as its edition calls it also where no end of the edition before is told", () => {
  const { site } = siteOf({
    "indices/par-index.yaml": `name: A
editions:
  - {id: cu, from: 2012, domains: [{key: mot, name: Thể chế cũ}]}
  - {id: moi, from: 2017, domains: [{key: mot, name: Thể chế mới}]}
`,
  });
  const [open] = indexTables(site).values();
  if (!open) throw new Error("no table");
  expect([2016, 2017, 2018].map(year => componentName(open, "mot", year))).toEqual([
    "Thể chế cũ",
    "Thể chế mới",
    "Thể chế mới",
  ]);
});
