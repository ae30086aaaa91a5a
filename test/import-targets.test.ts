import { describe, expect, test } from "vitest";
import { readTargets } from "../scripts/import/targets.ts";
import { importText } from "./support/importing.ts";

const INDICES = new Map([
  ["par-index", { unit: "điểm" }],
  ["sipas", { unit: "%" }],
  ["papi", { unit: "điểm" }],
]);
/** Targets of a plan as front matter has them, and what is only reported. */
function targetsOf(text: string, years: readonly [number, number] = [2026, 2026], heading = "I. MỤC ĐÍCH") {
  const notes: string[] = [];
  const targets = readTargets(
    [
      { text: heading, isHeading: true },
      { text, isHeading: false },
    ],
    years,
    INDICES,
    (_, __, message) => notes.push(message),
  );
  return {
    targets: targets.map(target =>
      Object.entries(target)
        .map(([name, value]) => (name === "index" || name === "measure" ? value : `${name} ${value}`))
        .join(", "),
    ),
    notes,
  };
}

describe("a promise about an index becomes a target", () => {
  test.each<[string, string[]]>([
    [
      "Trong năm 2026, phấn đấu Chỉ số PAR INDEX, Chỉ số SIPAS của tỉnh được cải thiện và nằm trong nhóm xếp hạng 25 tỉnh, thành phố đứng đầu cả nước.",
      ["par-index, rank, at_most 25, year 2026", "sipas, rank, at_most 25, year 2026"],
    ],
    [
      "Phấn đấu Chỉ số cải cách hành chính (PAR INDEX) thuộc nhóm 10 tỉnh dẫn đầu",
      ["par-index, rank, at_most 10, year 2026"],
    ],
    ["Phấn đấu PAPI nằm trong 15 tỉnh, thành phố dẫn đầu", ["papi, rank, at_most 15, year 2026"]],
    ["PAPI xếp thứ 20/34 tỉnh trở lên", ["papi, rank, at_most 20, year 2026"]],
    [
      "Chỉ số hài lòng của người dân, tổ chức (SIPAS) đạt từ 85,5% trở lên",
      ["sipas, value, at_least 85.5, year 2026"],
    ],
    [
      "Phấn đấu PAR INDEX đạt trên 88 điểm và nằm trong tốp 20; SIPAS đạt tối thiểu 86%",
      [
        "par-index, value, above 88, year 2026",
        "par-index, rank, at_most 20, year 2026",
        "sipas, value, at_least 86, year 2026",
      ],
    ],
    [
      "Phấn đấu PAR INDEX tăng ít nhất 2 điểm so với năm 2025",
      ["par-index, change, at_least 2, year 2026, base_year 2025"],
    ],
    [
      "Phấn đấu năm 2026 Chỉ số SIPAS tăng so với kết quả năm 2025",
      ["sipas, change, above 0, year 2026, base_year 2025"],
    ],
    ["Phấn đấu đến năm 2030 PAPI thuộc nhóm 10 tỉnh dẫn đầu", ["papi, rank, at_most 10, year 2030"]],
  ])("%s", (text, targets) => {
    const read = targetsOf(text);
    expect(read.targets).toEqual(targets);
    expect(read.notes.join()).toMatch(/ đọc là chỉ tiêu \{index: /);
    expect(read.notes.join().match(/\{/g)).toHaveLength(targets.length);
  });

  test("under a heading of aims it need not say that it is one", () => {
    const text = "PAR INDEX thuộc nhóm 10 tỉnh dẫn đầu.";
    expect(targetsOf(text).targets).toEqual([]);
    expect(targetsOf(text, [2026, 2026], "2. Mục tiêu").targets).toEqual([
      "par-index, rank, at_most 10, year 2026",
    ]);
  });

  test("what is said twice is one", () => {
    expect(
      targetsOf("Phấn đấu PAPI trong nhóm 10 tỉnh dẫn đầu. Bảo đảm PAPI trong nhóm 10 tỉnh dẫn đầu.").targets,
    ).toEqual(["papi, rank, at_most 10, year 2026"]);
  });
});

describe("what may be one is reported, and nothing written", () => {
  test.each([
    "Phấn đấu các tiêu chí thành phần của PAR INDEX tăng so với kết quả năm 2025",
    "Phấn đấu lĩnh vực cải cách thể chế của PAR INDEX đạt tối thiểu 90%",
    "Phấn đấu PAR INDEX đạt từ 90% trở lên",
    "Phấn đấu PAR INDEX của các sở, ban, ngành đạt tối thiểu 85 điểm",
    "Phấn đấu PAR INDEX nằm trong nhóm 3 tỉnh dẫn đầu khu vực",
    "Phấn đấu SIPAS tăng 5 bậc",
    "Phấn đấu SIPAS tăng tối thiểu 10%",
    "Phấn đấu PAPI ra khỏi nhóm 10 tỉnh cuối bảng",
    "Phấn đấu PAR INDEX đạt trên 85 điểm năm 2026, 90 điểm năm 2027",
    "Phấn đấu nâng điểm và thứ hạng PAPI",
  ])("%s", text => {
    const read = targetsOf(text);
    expect(read.targets).toEqual([]);
    expect(read.notes).toEqual([expect.stringMatching(/ có thể là chỉ tiêu; nếu đúng thì ghi vào targets$/)]);
  });

  test("of a plan of several years, when it does not say which is meant", () => {
    expect(targetsOf("Phấn đấu SIPAS đạt tối thiểu 90%", [2026, 2030])).toEqual({
      targets: [],
      notes: [expect.stringContaining("có thể là chỉ tiêu")],
    });
  });
});

describe("what is none is passed over in silence", () => {
  test.each([
    "Năm 2025, PAR INDEX của tỉnh đạt 86,57 điểm, xếp hạng 33/63.",
    "Năm 2025 SIPAS của tỉnh được duy trì trong nhóm 10 tỉnh dẫn đầu",
    "Bảo đảm thực hiện Kế hoạch nâng cao Chỉ số PAR INDEX đúng tiến độ",
    "Chịu trách nhiệm về kết quả các nhiệm vụ được giao, bảo đảm cải thiện Chỉ số PAR INDEX",
    "Phấn đấu tỷ lệ hồ sơ trực tuyến đạt từ 80% trở lên",
    "Chỉ số hài lòng của người bệnh đạt từ 90% trở lên",
  ])("%s", text => expect(targetsOf(text)).toEqual({ targets: [], notes: [] }));
});

test("an imported plan has its targets in front matter, and the report says from which words", async () => {
  const { plan, problems, report } = await importText(`ỦY BAN NHÂN DÂN TỈNH VÍ DỤ
KẾ HOẠCH
Nâng cao Chỉ số cải cách hành chính năm 2023
I. MỤC ĐÍCH
- Trong năm 2023, phấn đấu PAR INDEX nằm trong nhóm 25 tỉnh, thành phố đứng đầu cả nước.
`);
  expect(problems).toEqual([]);
  expect(plan?.targets).toEqual([
    expect.objectContaining({
      index: "par-index",
      measure: "rank",
      bound: "at_most",
      threshold: 25,
      year: 2023,
    }),
  ]);
  expect(report).toContain(
    "“Trong năm 2023, phấn đấu PAR INDEX nằm trong nhóm 25 tỉnh, thành phố đứng đầu cả nước.” đọc là chỉ tiêu {index: par-index, measure: rank, at_most: 25, year: 2023}",
  );
});
