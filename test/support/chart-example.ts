import type { ChartData, ChartSpec } from "../../scripts/model/chart.ts";
import { chartData } from "../../scripts/model/chart-data.ts";
import { type IndexTable, makeIndexTable } from "../../scripts/model/index-table.ts";
import type { Cell } from "../../scripts/model/series.ts";

const NAMES = ["An Bình", "Bình Lộc", "Cẩm Sơn", "Đồng Xuân", "Gia Hòa", "Hải Lăng", "Khánh Vân", "Lâm Thao"];
const PEERS = "province/body/";

/**
 * Example data, made up and named so: eight provinces in two regions, 2015–2023, a hard break 2018|2019, An Bình
 * without 2021, Cẩm Sơn without 2016, ranks out of eight.
 */
export function exampleTables(): ReadonlyMap<string, IndexTable> {
  return new Map([
    ["vi-du", exampleTable("vi-du", "Chỉ số ví dụ", 40)],
    ["vi-du-hai", exampleTable("vi-du-hai", "Chỉ số ví dụ hai", 60)],
  ]);
}

function exampleTable(id: string, name: string, floor: number): IndexTable {
  const agencies = NAMES.map((label, i) => ({
    id: `tinh-${i + 1}`,
    name: label,
    region: i < 4 ? "Vùng Bắc" : "Vùng Nam",
    peers: PEERS,
  }));
  const rows: (Cell & { component?: string })[] = [];
  for (let year = 2015; year <= 2023; year++) {
    const shift = year > 2018 ? 12 : 0;
    const ofYear = agencies.flatMap(({ id: agency }, i) => {
      if ((i === 0 && year === 2021) || (i === 2 && year === 2016)) return [];
      const value = floor + shift + ((i * 37 + (year - 2015) * (11 + i) + floor) % 17) * 0.55;
      return [{ agency, year, value: Math.round(value * 100) / 100 }];
    });
    const order = ofYear.toSorted((a, b) => b.value - a.value);
    for (const row of ofYear)
      rows.push({
        ...row,
        rank: order.indexOf(row) + 1,
        rank_of: 8,
        basis: row.agency === "tinh-1" && year === 2020 ? "derived" : "printed",
        source: "Số liệu ví dụ",
      });
    if (year >= 2022)
      for (const [k, component] of ["mot", "hai", "ba"].entries())
        for (const [i, { id: agency }] of agencies.entries())
          rows.push({
            agency,
            year,
            component,
            value: Math.round((5 + ((i * 3 + k * 5 + year) % 9) * 0.43) * 100) / 100,
            maximum: 10 + 5 * k,
            basis: "printed",
            source: "Số liệu ví dụ",
          });
  }
  return makeIndexTable(
    {
      id,
      name,
      unit: "điểm",
      breaks: [
        { between: [2018, 2019], why: "Thêm hai nội dung", kind: "hard" },
        { between: [2016, 2017], why: "Đổi tên một nội dung", kind: "soft" },
      ],
      components: [
        { key: "mot", name: "Chỉ đạo, điều hành" },
        { key: "hai", name: "Thủ tục hành chính" },
        { key: "ba", name: "Xây dựng và phát triển chính quyền điện tử, chính quyền số" },
      ],
      covers: [{ years: [2015, 2023], count: 8 }],
      notAssessed: [{ year: 2021, agencies: ["tinh-1"] }],
    },
    agencies,
    rows,
  );
}

const NOTHING = { index: "vi-du", agencies: [], years: [], highlight: [] } as const;
const highlight = ["tinh-1"];

/** One chart of each kind, by the name of its file in the gallery. */
export const EXAMPLES: readonly (readonly [string, ChartSpec])[] = [
  ["trend", { ...NOTHING, type: "trend", agencies: ["tinh-1"] }],
  ["trend-of-four", { ...NOTHING, type: "trend", agencies: ["tinh-1", "tinh-2", "tinh-3", "tinh-4"] }],
  ["rank", { ...NOTHING, type: "rank", agencies: ["tinh-1", "tinh-5"] }],
  ["ranking", { ...NOTHING, type: "ranking", years: [2021], highlight: ["tinh-2"] }],
  ["distribution", { ...NOTHING, type: "distribution", years: [2023], highlight }],
  ["domains-of-two-years", { ...NOTHING, type: "domains", agencies: ["tinh-1"], years: [2022, 2023] }],
  ["domains-of-two-agencies", { ...NOTHING, type: "domains", agencies: ["tinh-1", "tinh-2"], years: [2023] }],
  ["heatmap-of-years", { ...NOTHING, type: "heatmap", highlight }],
  ["heatmap-of-domains", { ...NOTHING, type: "heatmap", years: [2023], highlight }],
  ["scatter", { ...NOTHING, type: "scatter", against: "vi-du-hai", years: [2023], highlight }],
  ["regions", { ...NOTHING, type: "regions", highlight }],
];

/** What one of them shows. */
export function example(name: string): ChartData {
  const spec = EXAMPLES.find(([known]) => known === name)?.[1];
  const data = spec && chartData(exampleTables(), spec);
  if (!data) throw new Error(`no example ${name}`);
  return data;
}
