import { describe, expect, test } from "vitest";
import { isShortFor } from "../scripts/model/unknown-agency.ts";
import { AGENCIES, plan, siteOf } from "./support/sources.ts";

const PLACES = `${AGENCIES}cong-an-tinh-mau,Công an tỉnh Mẫu,agency,province,,,,,Công an tỉnh
so-du-lich-mau,Sở Du lịch tỉnh Mẫu,agency,province,ubnd-mau,,,,Sở Du lịch
bo-ngoai-giao,Bộ Ngoại giao,agency,central,,,,,
cac-bo,Các bộ,group,central,,,,,
van-phong-vi-du,Văn phòng Ủy ban nhân dân tỉnh Ví Dụ,agency,province,ubnd-vi-du,,,,Văn phòng UBND tỉnh
cac-nganh-vi-du,"Sở, ban, ngành",group,province,ubnd-vi-du,,,,
so-thong-tin-vi-du,Sở Thông tin và Truyền thông,agency,province,ubnd-vi-du,,,,
ban-quan-ly-vi-du,Ban Quản lý khu công nghiệp,agency,province,ubnd-vi-du,,,,Ban
`;
const problemsOf = (agency: string, leads = "Sở Nội vụ") =>
  siteOf({
    "agencies.csv": PLACES,
    "plans/a/b.md": plan(`## A.1 Việc\n- Chủ trì: ${leads}\n`, "", agency),
  }).problems.map(problem => problem.replace(/^\S+: /, ""));

describe("an id that no agency has is mended by the one that is meant", () => {
  test.each([
    ["UBND tỉnh", "đây là tên; ghi mã: ubnd-vi-du"],
    ["Ủy ban nhân dân tỉnh Ví Dụ", "đây là tên; ghi mã: ubnd-vi-du"],
    ["Sở Nội vụ", "đây là tên; ghi mã: so-noi-vu-vi-du, so-noi-vu-mau"],
    [
      "Ủy ban nhân dân tỉnh Ví Dũ",
      "có phải ý bạn là “Ủy ban nhân dân tỉnh Ví Dụ”? Nếu đúng thì ghi mã ubnd-vi-du",
    ],
    ["so-noi-vu", "có phải ý bạn là “so-noi-vu-vi-du” hay “so-noi-vu-mau”?"],
    // Too many begin so: the nearest one is named.
    ["so", "thêm cơ quan vào agencies.csv"],
    ["ubnd-vi-dy", "có phải ý bạn là “ubnd-vi-du”?"],
    ["khong-he-co-gi-giong", "thêm cơ quan vào agencies.csv"],
  ])("%s", (typed, mend) =>
    expect(problemsOf(typed)).toEqual([`không có cơ quan mang mã “${typed}”; ${mend}`]),
  );
});

describe("a name that no agency has is mended by the one that is meant", () => {
  test.each([
    ["Sở Nội vụ, Sở Tư pháp", "nhiều cơ quan cách nhau bằng dấu chấm phẩy: viết “Sở Nội vụ; Sở Tư pháp”"],
    ["Sở Nội vụ và Sở Tư pháp", "nhiều cơ quan cách nhau bằng dấu chấm phẩy: viết “Sở Nội vụ; Sở Tư pháp”"],
    [
      "Sở Nội vụ và sở, ban, ngành",
      "nhiều cơ quan cách nhau bằng dấu chấm phẩy: viết “Sở Nội vụ; sở, ban, ngành”",
    ],
    ["Sở Nội vụ/Sở Tư pháp", "nhiều cơ quan cách nhau bằng dấu chấm phẩy: viết “Sở Nội vụ; Sở Tư pháp”"],
    [
      "SNV, Sở TT&TT",
      "nhiều cơ quan cách nhau bằng dấu chấm phẩy: viết “Sở Nội vụ; Sở Thông tin và Truyền thông”",
    ],
    ["Sở Nội vụ, Ban", "nhiều cơ quan cách nhau bằng dấu chấm phẩy: viết “Sở Nội vụ; Ban”"],
    // In small letters it is none of them, though one is called so in short.
    [
      "Sở Nội vụ, ban",
      "thêm cơ quan hoặc tên gọi này vào agencies.csv; nhiều cơ quan cách nhau bằng dấu chấm phẩy",
    ],
    ["so-noi-vu-vi-du", "đây là mã; viết tên: Sở Nội vụ"],
    ["Sở TT&TT", "có phải ý bạn là “Sở Thông tin và Truyền thông”?"],
    ["VP UBND tỉnh", "có phải ý bạn là “Văn phòng UBND tỉnh”?"],
    ["Sở Nọi vụ.", "có phải ý bạn là “Sở Nội vụ”?"],
    // What is more than a known name is another one, and another province's is none of ours.
    [
      "Vụ UBND tỉnh",
      "thêm cơ quan hoặc tên gọi này vào agencies.csv; nhiều cơ quan cách nhau bằng dấu chấm phẩy",
    ],
    [
      "Sở Du lịch",
      "thêm cơ quan hoặc tên gọi này vào agencies.csv; nhiều cơ quan cách nhau bằng dấu chấm phẩy",
    ],
    ["Các hộ", "thêm cơ quan hoặc tên gọi này vào agencies.csv; nhiều cơ quan cách nhau bằng dấu chấm phẩy"],
    ["Các bội", "có phải ý bạn là “Các bộ”?"],
    ["Sở Nội v", "có phải ý bạn là “Sở Nội vụ”?"],
    [
      "Báo Tư phát",
      "thêm cơ quan hoặc tên gọi này vào agencies.csv; nhiều cơ quan cách nhau bằng dấu chấm phẩy",
    ],
    [
      "Công an tỉnh",
      "thêm cơ quan hoặc tên gọi này vào agencies.csv; nhiều cơ quan cách nhau bằng dấu chấm phẩy",
    ],
  ])("%s", (typed, mend) =>
    expect(problemsOf("ubnd-vi-du", typed)).toEqual([`không có cơ quan tên “${typed}”; ${mend}`]),
  );
});

describe("an agency of another province is meant only by who says which", () => {
  test.each([
    ["ubnd-vi-du", "Sở Du lịch tỉnh Mẫu"],
    ["ubnd-vi-du", "Công an tỉnh Mẫu"],
    ["ubnd-vi-du", "Ủy ban nhân dân tỉnh Mẫu"],
    ["ubnd-vi-du", "Bộ Ngoại giao"],
    ["ubnd-mau", "Công an tỉnh"],
    ["so-noi-vu-mau", "Sở Du lịch"],
  ])("in a plan of %s: %s", (agency, name) => expect(problemsOf(agency, name)).toEqual([]));
});

describe("words of a name that are cut to their first letters", () => {
  test.each([
    ["Sở KH&ĐT", "Sở Kế hoạch và Đầu tư"],
    ["Sở KHĐT", "Sở Kế hoạch và Đầu tư"],
    ["Sở LĐTBXH", "Sở Lao động - Thương binh và Xã hội"],
    ["Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"],
    ["Sở VH,TT&DL", "Sở Văn hóa, Thể thao và Du lịch"],
    ["SNV", "Sở Nội vụ"],
    ["UBND tỉnh Ví Dụ", "Ủy ban nhân dân tỉnh Ví Dụ"],
  ])("%s is %s", (short, name) => expect(isShortFor(short, name)).toBe(true));
  test.each([
    ["Sở KH&CN", "Sở Kế hoạch và Đầu tư"],
    ["Sở KH", "Sở Kế hoạch và Đầu tư"],
    ["Sở Nội vụ", "Sở Nội vụ"],
    ["", "Sở Nội vụ"],
  ])("%s is not %s", (short, name) => expect(isShortFor(short, name)).toBe(false));
});

test.each([
  ["bo-noi-v", ["indices/ddci.yaml:2:12: không có cơ quan mang mã “bo-noi-v”"]],
  ["so-noi-vu-vi-du", []],
  ["Bộ Nội vụ", []],
  ["UNDP", []],
])("the publisher %s of an index is an agency of the site or a name", (publisher, said) => {
  const { problems } = siteOf({ "indices/ddci.yaml": `name: DDCI\npublisher: ${publisher}\n` });
  expect(problems).toEqual(said.map(words => expect.stringContaining(words)));
});

test.each([
  ["ubnd-vi-d", "3:29: không có cơ quan mang mã “ubnd-vi-d”; có phải ý bạn là “ubnd-vi-du”?"],
  ["ubnd-da-giai-the", "3:29: “Ủy ban nhân dân huyện Cũ” (ubnd-da-giai-the) không tồn tại trong năm 2023"],
])("who was not assessed, %s, is an agency of that year: readers would be shown the id", (id, said) => {
  const { problems } = siteOf({
    "agencies.csv": `${AGENCIES}ubnd-da-giai-the,Ủy ban nhân dân huyện Cũ,body,district,,,2020-12-31,,\n`,
    "indices/ddci.yaml": `name: DDCI\nnot_assessed:\n  - {year: 2023, agencies: [${id}]}\n`,
  });
  expect(problems).toEqual([expect.stringContaining(`indices/ddci.yaml:${said}`)]);
});

test("the decision that issued an edition is a document of the site, or words", () => {
  const edition = (from: number, decision: string) => `  - {from: ${from}, decision: ${decision}}\n`;
  const { site, problems } = siteOf({
    "documents.csv": "id,number\n12-qd-bnv-2023,12/QĐ-BNV\n",
    "indices/ddci.yaml": `name: DDCI\neditions:\n${edition(2023, "12-qd-bnv-2022")}${edition(2021, "Quyết định 9/QĐ-UBND")}${edition(2022, "12-qd-bnv-2023")}`,
  });
  expect(problems).toEqual([
    expect.stringContaining(
      "indices/ddci.yaml:3:28: không có văn bản mang mã “12-qd-bnv-2022”; có phải ý bạn là “12-qd-bnv-2023”?",
    ),
  ]);
  expect(site.indices.get("ddci")?.editions?.map(({ from }) => from)).toEqual([2021, 2022, 2023]);
});
