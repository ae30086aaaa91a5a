import { describe, expect, test } from "vitest";
import type { Table } from "../scripts/import/blocks.ts";
import { mergeResults } from "../scripts/import/merge-results.ts";
import { readResults } from "../scripts/import/results.ts";
import { siteOf } from "./support/sources.ts";

const { site } = siteOf({
  "indices/papi.yaml":
    "name: PAPI\nunit: điểm\neditions:\n  - {id: moi, from: 2018, domains: [{key: tham-gia, name: Tham gia, maximum: 10}]}\n",
});
const readTold = (...rows: string[][]) => {
  // A cell that begins with ^ is the lower part of a merged one.
  const cell = (text: string) => ({ text: text.replace(/^\^/, ""), carried: text.startsWith("^") });
  const table: Table = {
    kind: "table",
    rows: rows.map((cells, i) => ({ line: i + 1, cells: cells.map(cell) })),
  };
  const told: string[] = [];
  const results = readResults(
    { unit: "dòng", blocks: [table] },
    site,
    { index: "papi", year: 2023 },
    (_, line, message) => told.push(`${line}: ${message}`),
  );
  return { results, told };
};
const read = (...rows: string[][]) => readTold(...rows).results;

describe("a table of results", () => {
  test("may give nothing but the group, as PAPI does, or the change", () => {
    expect(read(["Tỉnh", "Nhóm"], ["ubnd-vi-du", "Cao nhất"])).toMatchObject([
      { year: "2023", agency: "ubnd-vi-du", group: "Cao nhất" },
    ]);
    expect(read(["Tỉnh", "Điểm", "Tăng/giảm"], ["ubnd-vi-du", "", "-0,5"])).toMatchObject([
      { agency: "ubnd-vi-du", stated_change: "-0,5" },
    ]);
  });
  test("has per cent in its columns of domains as in that of the whole", () => {
    expect(read(["Tỉnh", "Điểm", "Tham gia"], ["ubnd-vi-du", "80,5%", "75%"])).toMatchObject([
      { value: "80,5", unit: "%" },
      { component: "tham-gia", value: "75", unit: "%" },
    ]);
  });
});

test("rows that sum up the table are no agencies, and none is guessed for them", () => {
  const { results, told } = readTold(
    ["Tỉnh", "Điểm"],
    ["ubnd-vi-du", "41"],
    ["Trung bình", "40,5"],
    ["Điểm trung bình khối sở, ngành", "39"],
    ["Tổng cộng", "81,5"],
    ["Tổng cục Thuế", "40"],
  );
  expect(results.map(({ agency }) => agency)).toEqual(["ubnd-vi-du", "Tổng cục Thuế"]);
  expect(told).toEqual([
    "3: bỏ qua dòng tổng hợp “Trung bình”",
    "4: bỏ qua dòng tổng hợp “Điểm trung bình khối sở, ngành”",
    "5: bỏ qua dòng tổng hợp “Tổng cộng”",
    expect.stringContaining("6: không có cơ quan tên “Tổng cục Thuế”"),
  ]);
});

describe("of several columns of figures", () => {
  test("those of the year that was asked for count, though another year stands in front", () => {
    const { results, told } = readTold(
      ["Tỉnh", "Điểm 2022", "Hạng 2022", "Điểm năm 2023", "Hạng năm 2023"],
      ["ubnd-vi-du", "40", "9", "41", "5"],
    );
    expect(results).toMatchObject([{ value: "41", rank: "5" }]);
    expect(told).toEqual([
      "1: không đọc cột “Điểm 2022”: không phải kết quả năm 2023",
      "1: không đọc cột “Hạng 2022”: không phải kết quả năm 2023",
    ]);
  });
  test("those below the year in a header of two rows", () => {
    const { results } = readTold(
      ["TT", "Tỉnh", "Năm 2022", "", "Năm 2023", "", "Ghi chú"],
      ["^TT", "^Tỉnh", "Điểm", "Hạng", "Điểm", "Hạng", "^Ghi chú"],
      ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
      ["I", "Miền Trung", "", "", "", "", ""],
      ["1", "ubnd-vi-du", "40", "9", "41", "5", "Cao"],
    );
    expect(results).toMatchObject([{ agency: "ubnd-vi-du", value: "41", rank: "5", note: "Cao" }]);
  });
  test("those of a year below the figures, or of a domain above them", () => {
    expect(
      read(
        ["Tỉnh", "Điểm", "", "Tham gia", ""],
        ["", "2022", "2023", "Điểm", "Hạng"],
        ["ubnd-vi-du", "40", "41", "4,5", "3"],
      ),
    ).toMatchObject([
      { agency: "ubnd-vi-du", value: "41" },
      { agency: "ubnd-vi-du", component: "tham-gia", value: "4,5" },
    ]);
  });
  test("figures right below the header are no header, though no agency stands beside them", () => {
    expect(read(["Tỉnh", "Điểm"], ["", "39,5"], ["ubnd-vi-du", "41"])).toMatchObject([{ value: "41" }]);
  });
  test("no score that an agency gave itself", () => {
    const { results, told } = readTold(
      ["Tỉnh", "Điểm tự chấm", "Điểm thẩm định", "Tỷ lệ"],
      ["ubnd-vi-du", "44", "41", "80%"],
    );
    expect(results).toMatchObject([{ value: "41" }]);
    expect(told).toEqual([
      "1: không đọc cột “Điểm tự chấm”: không phải kết quả năm 2023",
      "1: không đọc cột “Tỷ lệ”: đã lấy cột “Điểm thẩm định”",
    ]);
  });
  test("that of the whole counts, not a part of it, nor points for merit and against it", () => {
    const { results, told } = readTold(
      [
        "TT",
        "Tỉnh",
        "Điểm thẩm định",
        "Điểm cộng",
        "Điểm trừ",
        "Tổng cộng",
        "Kết quả xếp hạng",
        "Kết quả xếp loại",
      ],
      ["1", "ubnd-vi-du", "60", "1", "0,5", "41", "5", "Tốt"],
    );
    expect(results).toMatchObject([{ value: "41", rank: "5", group: "Tốt" }]);
    expect(told).toEqual([
      "1: không đọc cột “Điểm thẩm định”: đã lấy cột “Tổng cộng”",
      "1: không đọc cột “Điểm cộng”: không có chỗ trong bảng kết quả",
      "1: không đọc cột “Điểm trừ”: không có chỗ trong bảng kết quả",
    ]);
  });
  test.each([
    ["Vị trí xếp hạng", { rank: "5" }],
    ["Vị trí", { rank: "5" }],
    ["Thứ tự xếp hạng năm 2023", { rank: "5" }],
    ["Năm 2023", { value: "5" }],
  ])("“%s” is known", (header, result) => {
    expect(read(["Huyện, thành phố", "Năm 2022", header], ["ubnd-vi-du", "4", "5"])).toMatchObject([result]);
  });
  test("none where all are of other years, and that is told", () => {
    const { results, told } = readTold(["Tỉnh", "Điểm năm 2022"], ["ubnd-vi-du", "40"]);
    expect(results).toEqual([]);
    expect(told).toEqual(["1: không đọc cột “Điểm năm 2022”: không phải kết quả năm 2023"]);
  });
});

test("numbers may have words and their base beside them; what is none is told with its line", () => {
  const { results, told } = readTold(
    ["Tỉnh", "Điểm", "Xếp hạng"],
    ["ubnd-vi-du", "89,5/100", "Hạng 1"],
    ["ubnd-mau", "-", "Đồng hạng 2/63"],
    ["so-noi-vu-vi-du", "Không đánh giá", "2-3"],
  );
  expect(results[0]).toMatchObject({ value: "89,5", maximum: "100", rank: "1" });
  expect(results[1]).toMatchObject({ agency: "ubnd-mau", rank: "2", rank_of: "63" });
  expect(results[1]).not.toHaveProperty("value");
  expect(told).toEqual([
    "4: “2-3” không phải số; để trống ô này nếu không có kết quả",
    "4: “Không đánh giá” không phải số; để trống ô này nếu không có kết quả",
  ]);
});

test("of an agency that a file gives two results, none is taken for the other; the same one twice is one", () => {
  const { results, told } = readTold(
    ["Tỉnh", "Điểm"],
    ["ubnd-vi-du", "41"],
    ["ubnd-mau", "40"],
    ["ubnd-vi-du", "41"],
    ["ubnd-mau", "39"],
  );
  expect(results).toMatchObject([{ value: "41" }, { value: "40" }]);
  expect(told).toEqual(["5: “ubnd-mau” đã có kết quả khác ở dòng 3 của tệp; giữ một dòng"]);
});

test("a ranking that goes on beside itself is read to its end", () => {
  const header = ["TT", "Tỉnh", "Điểm", "Hạng"];
  const { results, told } = readTold(
    ["Bảng xếp hạng", "", "", ""],
    [...header, ...header],
    ["1", "ubnd-vi-du", "41", "1", "3", "ubnd-mau", "39", "3"],
    ["2", "so-noi-vu-vi-du", "40", "2"],
  );
  expect(results.map(({ agency, value, rank }) => [agency, value, rank])).toEqual([
    ["ubnd-vi-du", "41", "1"],
    ["so-noi-vu-vi-du", "40", "2"],
    ["ubnd-mau", "39", "3"],
  ]);
  expect(told).toEqual([]);
});

test("what the table has no column for is told, and not dropped", () => {
  const table = "year,agency,value\n";
  const result = { year: "2023", agency: "ubnd-vi-du", component: "tham-gia", value: "4", unit: "điểm" };
  expect(mergeResults(table, [result], "điểm").lost).toEqual(["component"]);
  expect(mergeResults("", [result]).lost).toEqual([]);
});

test("a value in per cent is told where the table has no column for its unit: it would become one of the index", () => {
  const result = { year: "2023", agency: "ubnd-vi-du", value: "85", unit: "%" };
  expect(mergeResults("year,agency,value\n", [result], "điểm").lost).toEqual(["unit"]);
  expect(mergeResults("year,agency,value\n", [result], "%").lost).toEqual([]);
});

test("a row that changes keeps what is the same as it stands, and the decimal sign of its table", () => {
  const before = "year,agency,value,rank,stated_change\n2023,ubnd-vi-du,91.870,3,\n";
  const result = { year: "2023", agency: "ubnd-vi-du", value: "91,87", rank: "2", stated_change: "+1,78" };
  const { text, diff } = mergeResults(before, [result]);
  expect(text).toBe("year,agency,value,rank,stated_change\n2023,ubnd-vi-du,91.870,2,+1.78\n");
  expect(diff).toEqual(["~ 2023 ubnd-vi-du: rank 3 → 2, stated_change (trống) → +1.78"]);
  expect(mergeResults(before.replaceAll(",", ";"), [result]).text).toContain(";91.870;2;+1,78\n");
});

test("a figure that stands printed and corrected is held against what was printed", () => {
  const rows = ["2023,ubnd-vi-du,40,printed", "2023,ubnd-vi-du,41,corrected"];
  const result = { year: "2023", agency: "ubnd-vi-du", value: "40", basis: "printed" };
  for (const order of [rows, rows.toReversed()])
    expect(mergeResults(`year,agency,value,basis\n${order.join("\n")}\n`, [result]).diff).toEqual([]);
});

describe("new results come below those that are there", () => {
  const result = { year: "2023", agency: "ubnd-vi-du", value: "41" };
  test.each([
    ["", "year,edition,agency,"],
    [
      "year;agency;value\n2022;ubnd-vi-du;40\n",
      "year;agency;value\n2022;ubnd-vi-du;40\n2023;ubnd-vi-du;41\n",
    ],
    // As Excel leaves it.
    ["sep=;\nyear;agency;value\n", "sep=;\nyear;agency;value\n2023;ubnd-vi-du;41\n"],
    [";;\nyear;agency;value\n2023;ubnd-vi-du;40\n", ";;\nyear;agency;value\n2023;ubnd-vi-du;41\n"],
  ])("of %j", (before, after) => {
    const { text, diff } = mergeResults(before, [result]);
    expect(text.startsWith(after)).toBe(true);
    expect(diff).toHaveLength(1);
  });
});

test("a name that several provinces have is that of the province that was given", () => {
  const { site } = siteOf({
    "agencies.csv":
      "id,name,kind,level,parent\nubnd-mot,Ủy ban nhân dân tỉnh Một,body,province,\nubnd-hai,Ủy ban nhân dân tỉnh Hai,body,province,\n" +
      "so-mot,Sở Nội vụ,agency,province,ubnd-mot\nso-hai,Sở Nội vụ,agency,province,ubnd-hai\n",
    "indices/ddci.yaml": "name: DDCI\n",
  });
  const rows = [
    ["Đơn vị", "Điểm"],
    ["Sở Nội vụ", "80"],
  ].map((cells, i) => ({ line: i + 1, cells: cells.map(text => ({ text, carried: false })) }));
  const importWithin = (within?: string) => {
    const notes: string[] = [];
    const source = { unit: "dòng" as const, blocks: [{ kind: "table" as const, rows }] };
    const [first] = readResults(source, site, { index: "ddci", year: 2024, within }, (_, __, said) =>
      notes.push(said),
    );
    return [first?.agency, notes];
  };
  expect(importWithin("ubnd-hai")).toEqual(["so-hai", []]);
  expect(importWithin()).toEqual(["Sở Nội vụ", [expect.stringMatching(/so-mot, so-hai.*--agency/)]]);
});
