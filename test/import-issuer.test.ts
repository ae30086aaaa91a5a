import { describe, expect, test } from "vitest";
import { findIssuer } from "../scripts/import/head.ts";
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
