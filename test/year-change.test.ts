import { expect, test } from "vitest";
import { yearChangeSentence } from "../layouts/parts/year-results.tsx";
import { searchRecords } from "../layouts/search-records.ts";
import { indexTables } from "../scripts/model/index-table.ts";
import { yearChange } from "../scripts/model/year-change.ts";
import { siteOf } from "./support/sources.ts";

const AGENCIES = `id,name,kind,level\n${["a", "b", "c"].map(id => `ubnd-${id},Tỉnh ${id.toUpperCase()},body,province`).join("\n")}\n`;

/** Years of three provinces, of which three are measured. */
function tableOf(rows: readonly string[], more = "") {
  const { site, problems } = siteOf({
    "agencies.csv": AGENCIES,
    "indices/chi-so.yaml": `name: Chỉ số\nunit: điểm\ncovers: [{years: [2020, 2024], count: 3}]\n${more}`,
    "results/chi-so.csv": `year,agency,value\n${rows.join("\n")}\n`,
  });
  expect(problems).toEqual([]);
  const table = indexTables(site).get("chi-so");
  if (!table) throw new Error("no table");
  return { site, table };
}

const ROWS = [
  ...["2022,ubnd-a,70", "2022,ubnd-b,80", "2022,ubnd-c,75"],
  ...["2023,ubnd-a,70.5", "2023,ubnd-b,78.75", "2023,ubnd-c,75"],
];
const breakOf = (kind: string) =>
  `breaks: [{between: [2021, 2022], kind: ${kind}, why: Bớt}, {between: [2022, 2023], kind: ${kind}, why: Thêm lĩnh vực}, {between: [2023, 2024], kind: ${kind}, why: Đổi}]\n`;

test.each([
  [
    "who rose and who fell the most, out of how many",
    ROWS,
    "",
    "So với năm 2022, trong 3 đơn vị có số liệu cả hai năm: tăng nhiều nhất Tỉnh A 0,5 điểm, giảm nhiều nhất Tỉnh B 1,25 điểm.",
  ],
  [
    "all who changed by the same; nobody rose",
    [...ROWS.slice(0, 3), "2023,ubnd-a,69", "2023,ubnd-b,79", "2023,ubnd-c,75"],
    "",
    "So với năm 2022, trong 3 đơn vị có số liệu cả hai năm: giảm nhiều nhất Tỉnh A, Tỉnh B 1 điểm.",
  ],
  [
    "what changed in part between the years is named",
    ROWS,
    breakOf("soft"),
    "So với năm 2022, trong 3 đơn vị có số liệu cả hai năm: tăng nhiều nhất Tỉnh A 0,5 điểm, giảm nhiều nhất Tỉnh B 1,25 điểm. So được nhưng cần lưu ý cách đo đổi một phần: 2022 | 2023 (thêm lĩnh vực).",
  ],
  [
    "across a hard break only that nothing may be compared",
    ROWS,
    breakOf("hard"),
    "Không so sánh qua mốc 2022 | 2023 (thêm lĩnh vực).",
  ],
  [
    "what changed in part is named even where too few are known to say who moved the most",
    ROWS.slice(0, -1),
    breakOf("soft"),
    "So được nhưng cần lưu ý cách đo đổi một phần: 2022 | 2023 (thêm lĩnh vực).",
  ],
  ["nothing where one may have changed more, but is not known", ROWS.slice(0, -1), "", undefined],
  ["nothing where nothing moved", ROWS.map(row => row.replace(/[^,]+$/, "70")), "", undefined],
])("the greatest changes of a year: %s", (_, rows, more, expected) => {
  const { site, table } = tableOf(rows, more);
  expect(yearChangeSentence(table, 2023, "vi")).toBe(expected);
  const found = [...searchRecords(site)].find(({ url }) => url === "/chi-so/chi-so/2023/");
  expect(found?.parts[0]?.includes("tăng nhiều nhất")).toBe(/nhiều nhất/.test(expected ?? ""));
});

test("the first year has none; in English it is said in English", () => {
  const english =
    'breaks: [{between: [2022, 2023], kind: soft, why: Thêm lĩnh vực, english: "A domain was added"}]\n';
  const { table } = tableOf(ROWS, english);
  expect(yearChange(table, 2022)).toBeUndefined();
  expect(yearChangeSentence(table, 2022, "en")).toBeUndefined();
  expect(yearChangeSentence(table, 2023, "en")).toBe(
    "Compared with 2022, of 3 units with a known score in both years: up most Tỉnh A 0.5 points, down most Tỉnh B 1.25 points. Comparable, but the method changed in part: 2022 | 2023 (a domain was added).",
  );
});
