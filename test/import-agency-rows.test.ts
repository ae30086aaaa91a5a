import { describe, expect, test } from "vitest";
import { draftAgencies } from "../scripts/import/agency-rows.ts";
import { site } from "./support/importing.ts";

const rowsOf = (names: string[], issuer = "ubnd-vi-du") => {
  const agency = site.agencies.byId.get(issuer);
  if (!agency) throw new Error(issuer);
  return draftAgencies(names, agency, site.agencies, "Kế hoạch 5/KH-UBND");
};

describe("a row for agencies.csv says what an agency is by how its name begins", () => {
  test.each([
    ["Sở Y tế", "agency"],
    ["Công an tỉnh", "agency"],
    ["Bảo hiểm xã hội tỉnh", "agency"],
    ["Đoàn Thanh niên Cộng sản Hồ Chí Minh", "agency"],
    ["UBND các xã, phường, đặc khu", "group"],
    ["Các phòng chuyên môn", "group"],
    ["Cơ quan, đơn vị được kiểm tra", "group"],
    ["Chủ tịch UBND tỉnh", "office"],
    ["Đoàn kiểm tra CCHC", "temporary"],
    ["Ban Chỉ đạo chuyển đổi số", "temporary"],
    ["Đài Phát thanh và Truyền hình", "press"],
    ["Bưu điện tỉnh", "company"],
    ["Trung tâm Phục vụ hành chính công", "unit"],
    ["Hội đồng nhân dân tỉnh", "body"],
  ])("%s: %s", (name, kind) => expect(rowsOf([name])).toEqual([expect.objectContaining({ name, kind })]));
});

test("it stands below the agency whose plan names it, with an id of its own", () => {
  expect(rowsOf(["Sở Y tế", "SỞ Y TẾ"])).toEqual([
    {
      id: "so-y-te-vi-du",
      name: "Sở Y tế",
      kind: "agency",
      level: "province",
      parent: "ubnd-vi-du",
      source: "Kế hoạch 5/KH-UBND",
    },
  ]);
  expect(rowsOf(["Phòng Tổ chức"], "so-noi-vu")).toEqual([
    expect.objectContaining({ id: "phong-to-chuc-so-noi-vu", level: "internal", parent: "so-noi-vu" }),
  ]);
  expect(rowsOf(["Sở Nội vụ", "Sở Nội Vụ khác"]).map(({ id }) => id)).toEqual([
    "so-noi-vu-vi-du",
    "so-noi-vu-khac-vi-du",
  ]);
});

test("ministries stand in no province", () =>
  expect(rowsOf(["Bộ Công an", "Bộ Chỉ huy Quân sự tỉnh"])).toEqual([
    expect.objectContaining({ id: "bo-cong-an", level: "central", parent: "" }),
    expect.objectContaining({ level: "province", parent: "ubnd-vi-du" }),
  ]));

test("words that are no name of an agency have no row", () =>
  expect(rowsOf(["Theo phân công", `Sở ${"rất ".repeat(40)}dài`])).toEqual([]));
