import { describe, expect, test } from "vitest";
import { findIssuer, readYears } from "../scripts/import/head.ts";
import { findLostLetters } from "../scripts/import/lost-letters.ts";
import { createNamer } from "../scripts/import/names.ts";
import { AGENCIES, siteOf } from "./support/sources.ts";

const { site } = siteOf({
  "agencies.csv": `${AGENCIES}ban-quan-ly,Ban Quản lý Khu kinh tế tỉnh Ví Dụ,agency,province,ubnd-vi-du,,,,\n`,
});
const issuerOf = (letterhead: readonly string[], ...texts: string[]) =>
  findIssuer(
    { letterhead: letterhead.map((text, i) => ({ kind: "paragraph", text, line: i + 1 })), texts },
    site.agencies,
    (name, within) => createNamer(site.agencies, within, "2023-06-06", false).find(name)?.id,
  );
const UBND = "ỦY BAN NHÂN DÂN TỈNH VÍ DỤ";
const MOTTO = ["Số: /KH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"];

describe("a plan is of the lower agency of its letterhead", () => {
  test.each([
    [[UBND, ...MOTTO], "ubnd-vi-du"],
    [[UBND, "SỞ NỘI VỤ", ...MOTTO], "so-noi-vu-vi-du"],
    // The province stands above and is not said twice.
    [[UBND, "BAN QUẢN LÝ KHU KINH TẾ", ...MOTTO], "ban-quan-ly"],
    [[UBND, "BAN QUẢN LÝ", "KHU KINH TẾ", ...MOTTO], "ban-quan-ly"],
  ])("%j: %s", (letterhead, id) => expect(issuerOf(letterhead)).toBe(id));

  test("one that is not in the data is not taken for the one above it", () => {
    expect(issuerOf([UBND, "SỞ Y TẾ", ...MOTTO])).toBeUndefined();
    expect(issuerOf([UBND, "SỞ Y TẾ", ...MOTTO], "Kế hoạch của Sở Tư pháp năm 2023")).toBe(
      "so-tu-phap-vi-du",
    );
  });
});

test("a letter alone in its cell is a number of a row, no word that lost its letters", () => {
  expect(findLostLetters([{ text: "b", line: 1 }])).toEqual([]);
  expect(findLostLetters([{ text: "nh n thức", line: 1 }])).toHaveLength(1);
});

describe("the years of a plan are those of its title", () => {
  test.each([
    ["Kế hoạch nâng cao Chỉ số năm 2023", undefined, [2023, 2023]],
    ["Kế hoạch giai đoạn 2021 - 2025", "2021-03-01", [2021, 2025]],
    // What it looks back on or carries out names a year as well.
    ["Kế hoạch khắc phục hạn chế năm 2022, nâng cao Chỉ số năm 2023", undefined, [2023, 2023]],
    ["Kế hoạch khắc phục hạn chế năm 2022, nâng cao Chỉ số năm 2023", "2023-04-01", [2023, 2023]],
    ["Kế hoạch nâng cao Chỉ số năm 2023 từ kết quả năm 2022", "2022-12-30", [2023, 2023]],
    ["Kế hoạch năm 2023 thực hiện Chương trình giai đoạn 2021-2030", "2023-01-05", [2023, 2023]],
    ["Kế hoạch năm 2024, định hướng đến năm 2030", undefined, [2024, 2024]],
    ["Kế hoạch giai đoạn 2026-2030 theo Nghị quyết năm 2025", "2025-12-01", [2026, 2030]],
  ])("%j of %s: %j", (title, issued, years) =>
    expect(readYears(title, issued, [])).toEqual({ years, isGuess: false }),
  );
});
