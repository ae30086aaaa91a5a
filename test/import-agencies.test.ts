import { describe, expect, test } from "vitest";
import { importText } from "./support/importing.ts";

const HEADER = "TT\tNhiệm vụ\tTiến độ\tCơ quan chủ trì\tCơ quan phối hợp\tKết quả";
const rows = (...lines: string[]) => `KẾ HOẠCH\nVí dụ năm 2023\n\n${[HEADER, ...lines].join("\n")}\n`;

describe("several agencies in one cell", () => {
  test.each([
    ["Các sở, ban, ngành, UBND cấp huyện, cấp xã", "cac-so; cap-huyen; cap-xa"],
    ["Sở Nội vụ, Sở Văn hóa, Thể thao và Du lịch", "so-noi-vu; so-van-hoa"],
    ["- Sở Thông tin - Truyền thông; Sở Nội vụ", "so-truyen-thong; so-noi-vu"],
    ["- Sở Nội vụ - Các sở, ban, ngành", "so-noi-vu; cac-so"],
    ["Sở Nội vụ và Sở Tư pháp", "so-noi-vu; so-tu-phap"],
    // A verb with a capital belongs to the name.
    ["Địa phương Tổ chức Ví Dụ", "?Địa phương Tổ chức Ví Dụ"],
    // So is a verb that "và" joins to the name of one that is not known yet.
    [
      "Phòng Xử lý vi phạm và theo dõi thi hành pháp luật",
      "?Phòng Xử lý vi phạm và theo dõi thi hành pháp luật",
    ],
    ["Các Sở: Nội vụ, Tư pháp; UBND cấp xã", "so-noi-vu; so-tu-phap; cap-xa"],
    ["Các Sở: Nội vụ, Y tế và UBND cấp huyện", "so-noi-vu; ?Sở Y tế; cap-huyen"],
    ["Các cơ quan, đơn vị, địa phương có liên quan", "?Các cơ quan, đơn vị, địa phương có liên quan"],
    ["Các cơ quan, đơn vị, địa phương", "?Các cơ quan, đơn vị; dia-phuong"],
    ["Phòng Quản lý xây dựng", "?Phòng Quản lý xây dựng"],
    [
      "Ban Quản lý dự án đầu tư xây dựng công trình giao thông",
      "?Ban Quản lý dự án đầu tư xây dựng công trình giao thông",
    ],
    ["Phòng Hành chính tổng hợp", "?Phòng Hành chính tổng hợp"],
    ["Phòng Kế hoạch tổng hợp báo cáo", "?Phòng Kế hoạch (tổng hợp báo cáo)"],
    ["Phòng Văn hóa xây dựng quy ước", "?Phòng Văn hóa (xây dựng quy ước)"],
    ["Sở Nội vụ theo dõi, đôn đốc các sở, ban, ngành", "so-noi-vu (theo dõi, đôn đốc các sở, ban, ngành)"],
    [
      "Sở Tài chính, Sở Tư pháp thẩm định, bố trí kinh phí",
      "so-tai-chinh (thẩm định, bố trí kinh phí); so-tu-phap (thẩm định, bố trí kinh phí)",
    ],
    [
      "Sở Nội vụ chủ trì tham mưu UBND tỉnh Các sở, ban, ngành chủ động thực hiện",
      "so-noi-vu (chủ trì tham mưu UBND tỉnh); cac-so (chủ động thực hiện)",
    ],
    ["-Sở: Sở Nội vụ; -Huyện: 12/12 huyện", "so-noi-vu; cap-huyen (12/12 huyện)"],
    ["UỶ BAN NHÂN DÂN TỈNH", "ubnd-vi-du"],
    // A word in small letters goes on with the group, though an agency is called so in short.
    ["Các phòng, ban; UBND cấp xã", "?Các phòng, ban; cap-xa"],
    ["Các Vụ, Cục, đơn vị thuộc Bộ; UBND cấp xã", "?Các Vụ, Cục, đơn vị thuộc Bộ; cap-xa"],
    ["Các Vụ, Cục Thống kê", "?Các Vụ; ?Cục Thống kê"],
    ["Các phòng, Ban", "cac-phong; ban-quan-ly"],
    ["Các phòng, địa phương", "cac-phong; dia-phuong"],
  ])("%s", async (cell, expected) => {
    const { tasks } = await importText(rows(`1\tViệc\tQuý I/2023\t${cell}\t\t`));
    expect(tasks[0]?.split(" | ")[2]).toBe(expected);
  });

  test("a name that is not known is reported with the nearest and its line, and stays as printed", async () => {
    const { tasks, report } = await importText(rows("1\tViệc\tQuý I/2023\tSở Tư phát\t\t"));
    expect(tasks).toEqual(["1 | Việc | ?Sở Tư phát |  | Quý I/2023"]);
    expect(report).toContain("dòng 5: không có cơ quan tên “Sở Tư phát”; có phải ý bạn là “Sở Tư pháp”?");
  });

  test("a name in short is reported with the one that it is short for, as the check does", async () => {
    const { report } = await importText(rows("1\tViệc\tQuý I/2023\tVP UBND tỉnh\t\t"));
    expect(report).toContain("không có cơ quan tên “VP UBND tỉnh”; có phải ý bạn là “Văn phòng UBND tỉnh”?");
    expect(report).not.toContain("có phải ý bạn là “UBND tỉnh”");
  });

  test("the department of another province is not taken for one's own", async () => {
    const { report } = await importText(rows("1\tViệc\tQuý I/2023\tSở Xây dựng\t\t"));
    expect(report).toContain("“Sở Xây dựng”");
  });
});
