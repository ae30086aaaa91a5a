import { describe, expect, test } from "vitest";
import { editionOf } from "../scripts/model/edition.ts";
import { hardBreaksBetween } from "../scripts/model/series.ts";
import { siteOf } from "./support/sources.ts";

describe("results and breaks", () => {
  test("results of an index that nobody described would stand on no page, and are refused", () => {
    const { problems } = siteOf({ "results/sipas.csv": "year,agency,value\n2022,ubnd-vi-du,80\n" });
    expect(problems).toEqual([
      "results/sipas.csv:1:1: chỉ số “sipas” chưa được mô tả; thêm tệp indices/sipas.yaml, ít nhất có name",
    ]);
  });
  const INDEX =
    "name: A\neditions:\n  - {id: cu, from: 2016, to: 2021, maximum: 100}\n  - {id: moi, from: 2022, maximum: 100}\nbreaks:\n  - {between: [2021, 2022], why: đổi}\n  - {between: [2018, 2019], why: nhẹ, kind: soft}\n";
  const { site, problems } = siteOf({
    "indices/par-index.yaml": INDEX,
    "results/par-index.csv": "year;agency;value;rank;rank_of\n2022;ubnd-vi-du;86,57;18;63\n",
  });
  const index = site.indices.get("par-index");
  if (!index) throw new Error(problems.join("\n"));
  test("are read as published", () => {
    expect(problems).toEqual([]);
    expect(site.results).toMatchObject([
      { index: "par-index", year: 2022, value: 86.57, rank: 18, rank_of: 63 },
    ]);
  });
  test.each([
    ["100.01,1,63", "2:17: điểm 100,01 lớn hơn điểm tối đa 100"],
    ["-85.2,1,63", "2:17: điểm -85,2 là số âm"],
    ["60,64,63", "2:20: hạng 64 lớn hơn số đơn vị xếp hạng 63; kiểm tra lại rank và rank_of"],
    ["60,0,63", "2:20: rank: hạng “0” nhỏ hơn 1"],
  ])("no more than the full score, no place behind the last: %s", (row, problem) => {
    const rows = `year,agency,value,rank,rank_of\n2022,ubnd-vi-du,${row}\n`;
    expect(siteOf({ "indices/par-index.yaml": INDEX, "results/par-index.csv": rows }).problems).toEqual([
      expect.stringContaining(`results/par-index.csv:${problem}`),
    ]);
  });
  test("a series is in one unit, unless the method changed in between", () => {
    const rows = "year,agency,value,unit\n2021,ubnd-vi-du,84,%\n2022,ubnd-vi-du,85,\n2023,ubnd-vi-du,86,%\n";
    const problem =
      "results/par-index.csv:4:20: đơn vị là “%”, mà kết quả năm 2022 là “điểm”; ghi cùng một đơn vị; nếu cách đo đã đổi thì thêm chỗ gãy giữa hai năm vào breaks trong data/indices";
    const said = (index: string) =>
      siteOf({ "indices/par-index.yaml": index, "results/par-index.csv": rows }).problems;
    const soft = `${INDEX.replace("[2018, 2019]", "[2022, 2023]")}unit: điểm\n`;
    expect(said(soft)).toEqual([problem]);
    expect(said(soft.replace(", kind: soft", ""))).toEqual([]);
    // Of a unit that is not known nothing is said.
    expect(said(INDEX)).toEqual([]);
  });
  test("a row's own maximum counts before that of the index", () => {
    const rows = "year,agency,value,maximum\n2022,ubnd-vi-du,11,10\n2022,ubnd-mau,110,120\n";
    expect(siteOf({ "indices/par-index.yaml": INDEX, "results/par-index.csv": rows }).problems).toEqual([
      expect.stringContaining("results/par-index.csv:2:17: điểm 11 lớn hơn điểm tối đa 10; kiểm tra lại"),
    ]);
  });
  test("may be the full score, and the last place of all", () => {
    const rows = "year;agency;value;rank;rank_of\n2022;ubnd-vi-du;100;1;63\n2022;ubnd-mau;60;63;63\n";
    expect(siteOf({ "indices/par-index.yaml": INDEX, "results/par-index.csv": rows }).problems).toEqual([]);
  });
  test.each([
    [2021, 2022, 1],
    [2022, 2021, 1],
    [2020, 2023, 1],
    [2022, 2023, 0],
    [2019, 2021, 0],
    [2018, 2019, 0],
    [2021, 2021, 0],
  ])("between %i and %i stand %i hard breaks", (a, b, count) =>
    expect(hardBreaksBetween(index?.breaks ?? [], a, b)).toHaveLength(count),
  );
  test("a year has its edition", () => {
    expect([2015, 2016, 2021, 2022, 2030].map(year => editionOf(index, year)?.id)).toEqual([
      undefined,
      "cu",
      "cu",
      "moi",
      "moi",
    ]);
  });
  test("an edition goes by its years where it has no id", () => {
    const { site } = siteOf({
      "indices/papi.yaml": "name: A\neditions:\n  - {from: 2011, to: 2017}\n  - {from: 2018}\n",
    });
    expect(site.indices.get("papi")?.editions?.map(({ id }) => id)).toEqual(["2011-2017", "2018"]);
  });
  test.each([
    ["breaks:\n  - {between: [2022, 2021], why: đổi}", "3:15: between: năm sau đứng trước năm trước"],
    ["breaks:\n  - {between: [2022, 2022], why: đổi}", "3:15: between: hai năm trùng nhau"],
    ["covers:\n  - {years: [2024, 2011], count: 63}", "3:13: years: năm sau đứng trước năm trước"],
    ["editions:\n  - {from: 2021, to: 2017}", "3:22: to: năm cuối trước năm đầu"],
    [
      "bands:\n  - {years: [2022], label: B, from: 90, below: 80}",
      "3:48: below: ngưỡng dưới không nhỏ hơn ngưỡng trên",
    ],
  ])("years and bounds that are turned round are refused: %j", (yaml, problem) =>
    expect(siteOf({ "indices/papi.yaml": `name: A\n${yaml}\n` }).problems).toEqual([
      expect.stringContaining(`indices/papi.yaml:${problem}`),
    ]),
  );
  test("the newest edition is that of the newest years, wherever it stands in the file", () => {
    const { site } = siteOf({
      "indices/papi.yaml":
        "name: A\neditions:\n  - {id: moi, from: 2018}\n  - {id: cu, from: 2011, to: 2017}\n",
    });
    expect(site.indices.get("papi")?.editions?.map(({ id }) => id)).toEqual(["cu", "moi"]);
  });
  test("an edition that nobody closed ends where a newer one begins", () => {
    const { site } = siteOf({
      "indices/papi.yaml": "name: A\neditions:\n  - {id: cu, from: 2011}\n  - {id: moi, from: 2018}\n",
    });
    const papi = site.indices.get("papi");
    expect([2017, 2018].map(year => papi && editionOf(papi, year)?.id)).toEqual(["cu", "moi"]);
  });
  const EDITIONS = `name: A
editions:
  - {id: cu, from: 2016, to: 2021, domains: [{key: the-che, name: Thể chế, maximum: 10}]}
  - {id: moi, from: 2022, domains: [{key: the-che, name: Thể chế, maximum: 12}]}
  - {id: bo, from: 2016, domains: [{key: phap-luat, name: Pháp luật, maximum: 5}]}
`;
  test.each([
    ["2021,cu,ubnd-vi-du,the-che,11", "2:28: điểm 11 lớn hơn điểm tối đa 10"],
    ["2022,moi,ubnd-vi-du,the-che,11", undefined],
    ["2022,,ubnd-vi-du,the-che,13", "2:26: điểm 13 lớn hơn điểm tối đa 12"],
    // Two schemes in one year, such as of provinces and of ministries: the row says which.
    ["2022,bo,ubnd-vi-du,phap-luat,5", undefined],
    ["2022,bo,ubnd-vi-du,the-che,5", "2:20: bộ tiêu chí bo không có lĩnh vực “the-che”"],
    ["2021,moi,ubnd-vi-du,the-che,5", "2:6: bộ tiêu chí “moi” không áp dụng cho năm 2021"],
    ["2022,cu,ubnd-vi-du,the-che,5", "2:6: bộ tiêu chí “cu” không áp dụng cho năm 2022"],
    ["2022,moii,ubnd-vi-du,the-che,5", "2:6: chỉ số par-index không có bộ tiêu chí “moii”"],
  ])("a row is held against the edition that it names: %s", (row, problem) => {
    const { problems } = siteOf({
      "indices/par-index.yaml": EDITIONS,
      "results/par-index.csv": `year,edition,agency,component,value\n${row}\n`,
    });
    expect(problems).toEqual(problem === undefined ? [] : [expect.stringContaining(problem)]);
  });
  describe("what was printed and its correction", () => {
    const read = (...rows: string[]) =>
      siteOf({
        "indices/sipas.yaml": "name: A\n",
        "results/sipas.csv": `year;agency;value;rank;rank_of;basis;source;note\n${rows.join("\n")}\n`,
      });
    const printed = "2022;ubnd-vi-du;75;57;63;printed;Kế hoạch;";
    const corrected = "2022;ubnd-vi-du;74,56;61;63;corrected;Công bố;tính lại";
    test.each([
      ["in their order", [printed, corrected]],
      ["in the other order", [corrected, printed]],
    ])("both stand, %s", (_, rows) => {
      const { site, problems } = read(...rows);
      expect(problems).toEqual([]);
      expect(site.results).toMatchObject([
        { value: 74.56, rank: 61, basis: "corrected", note: "tính lại; bản in: 75, hạng 57/63 (Kế hoạch)" },
      ]);
    });
    test("of what was printed only what is known is told", () => {
      const { site } = read("2022;ubnd-vi-du;75;;;printed;;in sai", "2022;ubnd-vi-du;74,56;;;corrected;;");
      expect(site.results).toMatchObject([{ value: 74.56, note: "bản in: 75; in sai" }]);
      const ranks = read("2022;ubnd-vi-du;;57;;printed;;", "2022;ubnd-vi-du;;61;;corrected;;");
      expect(ranks.site.results).toMatchObject([{ rank: 61, note: "bản in: hạng 57" }]);
    });
    test.each([
      ["two printed ones", [printed, printed]],
      ["two without a basis", [printed.replace("printed", ""), corrected]],
      ["three of one cell", [printed, corrected, printed]],
    ])("%s are refused", (_, rows) => {
      expect(read(...rows).problems).toEqual([expect.stringContaining("ô này đã có giá trị ở dòng 2")]);
    });
  });
  test("a row without any figure is a form that nobody filled in, unless a note says why", () => {
    const { problems } = siteOf({
      "indices/par-index.yaml": INDEX,
      "results/par-index.csv":
        "year,agency,value,rank,rank_of,group,stated_change,note\n2022,ubnd-vi-du,,,,,,\n2023,ubnd-vi-du,,,,,,không công bố\n2021,ubnd-vi-du,,5,,,,\n2020,ubnd-vi-du,,,,B,,\n2019,ubnd-vi-du,,,,,1.5,\n",
    });
    expect(problems).toEqual([
      "results/par-index.csv:2:1: dòng này chưa có số liệu; điền giá trị hoặc thứ hạng, hoặc xóa dòng",
    ]);
  });
  test("an agency has no result in a year it did not live in", () => {
    const { problems } = siteOf({
      "indices/par-index.yaml": INDEX,
      "results/par-index.csv":
        "year,agency,value\n2026,ubnd-mau,80\n2025,ubnd-mau,80\n2025,ubnd-mau-moi,80\n",
    });
    expect(problems).toEqual([
      "results/par-index.csv:2:6: “Ủy ban nhân dân tỉnh Mẫu” (ubnd-mau) không tồn tại trong năm 2026; dùng mã của cơ quan khi đó: ubnd-mau-moi",
    ]);
  });
  test("an agency that lived for some months of a year may have a result of it", () => {
    const { problems } = siteOf({
      "agencies.csv": "id,name,kind,valid_from,valid_to\nso-noi-vu,Sở Nội vụ,agency,2025-03-01,2025-06-30\n",
      "indices/par-index.yaml": INDEX,
      "results/par-index.csv": "year,agency,value\n2025,so-noi-vu,80\n2024,so-noi-vu,80\n",
    });
    expect(problems).toEqual([
      "results/par-index.csv:3:6: “Sở Nội vụ” (so-noi-vu) không tồn tại trong năm 2024; dùng mã của cơ quan khi đó, hoặc sửa valid_from, valid_to trong agencies.csv",
    ]);
  });
});
