import { describe, expect, test } from "vitest";
import { ancestorsOf, existsOn, parseAgencies } from "../scripts/model/agency.ts";
import { resolveAgency } from "../scripts/model/find-agency.ts";
import { AGENCIES, reading, source } from "./support/sources.ts";

const parse = (csv: string) => reading(report => parseAgencies(source("agencies.csv", csv), report));
const { value: directory, problems } = parse(AGENCIES);
const resolve = (name: string, within: string, day?: string) => {
  const found = resolveAgency(directory, name, within, day);
  if (found.kind === "found") return found.agency.id;
  return found.kind === "ambiguous" ? found.candidates.map(({ id }) => id) : "unknown";
};

test("the example agencies are sound", () => expect(problems).toEqual([]));

describe("a printed name means the agency of the document's own tree", () => {
  test.each([
    ["Sở Nội vụ", "ubnd-vi-du", "so-noi-vu-vi-du"],
    ["Sở Nội vụ", "ubnd-mau", "so-noi-vu-mau"],
    ["sở nội vụ", "phong-vi-du", "so-noi-vu-vi-du"],
    ["UBND tỉnh", "so-tu-phap-vi-du", "ubnd-vi-du"],
    ["STP", "ubnd-vi-du", "so-tu-phap-vi-du"],
    ["STP", "ubnd-mau", "unknown"],
    ["STP", "", "so-tu-phap-vi-du"],
    ["Phòng Hành chính", "ubnd-vi-du", "phong-vi-du"],
    ["Sở Y tế", "ubnd-vi-du", "unknown"],
    // Of a body that was before it and bore its name.
    ["Sở Nội vụ", "ubnd-mau-moi", "so-noi-vu-mau"],
    ["", "ubnd-vi-du", "unknown"],
  ])("%j in a document of %s is %s", (name, within, id) => expect(resolve(name, within)).toBe(id));

  test("outside every tree, two of one name are ambiguous", () => {
    expect(resolve("Sở Nội vụ", "")).toEqual(["so-noi-vu-vi-du", "so-noi-vu-mau"]);
  });
  test("in one tree too", () => {
    expect(resolve("Các Sở", "ubnd-vi-du")).toEqual(["cac-so-1", "cac-so-2"]);
    expect(resolve("sở ngành", "ubnd-vi-du")).toBe("cac-so-1");
  });
});

describe("of another province's only what names that province is meant", () => {
  const { value: provinces, problems } =
    parse(`id,name,kind,level,parent,valid_from,valid_to,successors,aliases
chinh-phu,Chính phủ,body,central,,,,,
bo-noi-vu,Bộ Nội vụ,agency,central,chinh-phu,,,,BNV
ubnd-an,Ủy ban nhân dân tỉnh An,body,province,chinh-phu,,2025-06-30,ubnd-an-moi,UBND tỉnh|UBND An
ubnd-an-moi,Ủy ban nhân dân tỉnh An,body,province,chinh-phu,2025-07-01,,,
so-y-te-an,Sở Y tế An,agency,province,ubnd-an,,,,Sở Y tế|Sở Y tế tỉnh An
so-thue-an-moi,Sở Thuế,agency,province,ubnd-an-moi,2025-07-01,,,
ubnd-xa,Ủy ban nhân dân xã Đông,body,commune,ubnd-an,,,,
tram-xa,Trạm Y tế,unit,commune,ubnd-xa,,,,Trạm Y tế xã Đông
cong-an-la,Công an tỉnh Lạ,agency,province,,,,,Công an tỉnh
ubnd-binh,Ủy ban nhân dân tỉnh Bình,body,province,chinh-phu,,,,UBND tỉnh
so-thue-binh,Sở Thuế tỉnh Bình,agency,province,ubnd-binh,,,,
`);
  expect(problems).toEqual([]);
  test.each([
    // A commune of the province, and the province of a commune.
    ["Trạm Y tế", "ubnd-an", "tram-xa"],
    ["Sở Y tế", "tram-xa", "so-y-te-an"],
    // Another province, though the Government stands above both.
    ["Sở Y tế", "ubnd-binh", "unknown"],
    ["Sở Y tế tỉnh An", "ubnd-binh", "so-y-te-an"],
    ["Trạm Y tế", "ubnd-binh", "unknown"],
    ["Trạm Y tế xã Đông", "ubnd-binh", "tram-xa"],
    ["Công an tỉnh", "ubnd-binh", "unknown"],
    ["Công an tỉnh Lạ", "ubnd-binh", "cong-an-la"],
    // Bodies and what is central may be named by all, and its own first.
    ["UBND An", "ubnd-binh", "ubnd-an"],
    ["UBND tỉnh", "ubnd-binh", "ubnd-binh"],
    ["UBND tỉnh", "tram-xa", "ubnd-an"],
    ["UBND tỉnh", "bo-noi-vu", ["ubnd-an", "ubnd-binh"]],
    ["BNV", "tram-xa", "bo-noi-vu"],
    // The province that was before it, of the same name.
    ["Sở Y tế", "so-thue-an-moi", "so-y-te-an"],
  ])("%j in a document of %s is %s", (name, within, id) => {
    const found = resolveAgency(provinces, name, within);
    expect(
      found.kind === "found"
        ? found.agency.id
        : found.kind === "ambiguous"
          ? found.candidates.map(agency => agency.id)
          : "unknown",
    ).toEqual(id);
  });
});
test.each(["body", "agency"])(
  "a department of another province is not meant, whose committee is of kind %s",
  kind => {
    const { value } = parse(`id,name,short_name,kind,level,parent
ubnd-vi-du,Ủy ban nhân dân tỉnh Ví Dụ,Ví Dụ,${kind},province,
ubnd-mau,Ủy ban nhân dân tỉnh Mẫu,Mẫu,${kind},province,
so-tai-chinh-mau,Sở Tài chính,,agency,province,ubnd-mau
phong-ngan-sach-mau,Phòng Ngân sách,,unit,internal,so-tai-chinh-mau
`);
    const found = (name: string, within: string) => resolveAgency(value, name, within).kind;
    expect(found("Sở Tài chính", "ubnd-vi-du")).toBe("unknown");
    expect(found("Phòng Ngân sách", "ubnd-vi-du")).toBe("unknown");
    expect(found("Sở Tài chính", "ubnd-mau")).toBe("found");
  },
);

describe("among agencies of one name, the one of the document's day is meant", () => {
  test.each([
    ["2025-06-30", "ubnd-mau"],
    ["2025-07-01", "ubnd-mau-moi"],
  ])("on %s it is %s", (day, id) => expect(resolve("Ủy ban nhân dân tỉnh Mẫu", "ubnd-vi-du", day)).toBe(id));

  test("the only one is meant, though it is not of that day", () =>
    expect(resolve("Ủy ban nhân dân tỉnh Ví Dụ", "ubnd-mau", "1900-01-01")).toBe("ubnd-vi-du"));
  test("where none is of that day, nobody can say", () => {
    const { value } = parse(
      "id,name,kind,level,valid_from,valid_to\ncu,Ban A,agency,province,2010-01-01,2011-12-31\nmoi,Ban A,agency,province,2020-01-01,\n",
    );
    expect(resolveAgency(value, "Ban A", "", "2015-01-01")).toMatchObject({ kind: "ambiguous" });
    expect(resolveAgency(value, "Ban A", "", "2010-01-01")).toMatchObject({ agency: { id: "cu" } });
  });

  test("first and last day count", () => {
    const old = directory.byId.get("ubnd-mau");
    const young = directory.byId.get("ubnd-mau-moi");
    if (!old || !young) throw new Error("example agencies are missing");
    expect(["2025-06-30", "2025-07-01"].map(day => existsOn(old, day))).toEqual([true, false]);
    expect(["2025-06-30", "2025-07-01"].map(day => existsOn(young, day))).toEqual([false, true]);
  });
});

test("several may have one name: below other parents, at other times, and groups, posts and bodies for a time", () => {
  const { problems } = parse(`id,name,kind,parent,valid_from,valid_to
a,A,body,,,
b,B,body,,,
y-1,Sở Y tế,agency,a,,2025-02-28
y-2,Sở Y tế,agency,a,2025-03-01,
y-3,Sở Y tế,agency,b,,
g-1,Các sở,group,a,,
g-2,Các sở,group,a,,
t-1,Tổ công tác,temporary,a,,
t-2,Tổ công tác,temporary,a,,
p-1,Phó Chủ tịch,office,a,,
p-2,Phó Chủ tịch,office,a,,
`);
  expect(problems).toEqual([]);
});

test("ancestors go from the agency up", () => {
  expect(ancestorsOf(directory.byId, "phong-vi-du")).toEqual([
    "phong-vi-du",
    "so-noi-vu-vi-du",
    "ubnd-vi-du",
  ]);
});

describe("an unsound table is reported at the cell", () => {
  const head = "id,name,kind,parent,valid_from,valid_to,successors\n";
  test.each([
    ["a duplicate id", "a,A,body,,,,\na,B,body,,,,\n", "agencies.csv:3:1: mã “a” đã có ở dòng trên"],
    [
      "an agency under two ids",
      "a,A,body,,,,\nb,Sở Y tế,agency,a,2016-01-01,,\nc,SỞ Y TẾ,unit,a,,2016-01-01,\n",
      "agencies.csv:4:3: “SỞ Y TẾ” đã có ở dòng 3 với mã “b”, cùng cấp trên và cùng thời gian; giữ lại một dòng",
    ],
    [
      "an unknown parent",
      "so-noi-vu,A,body,,,,\nb,B,body,so-noi-vụ,,,\n",
      "agencies.csv:3:10: không có cơ quan mang mã “so-noi-vụ”; có phải ý bạn là “so-noi-vu”?",
    ],
    [
      "a parent with a slip",
      "so-noi-vu,A,body,,,,\nb,B,body,so-noi-v,,,\n",
      "agencies.csv:3:10: không có cơ quan mang mã “so-noi-v”; có phải ý bạn là “so-noi-vu”?",
    ],
    ["its own parent", "a,A,body,a,,,\n", "agencies.csv:2:10: “a” là cấp trên của chính nó"],
    [
      "a circle of parents, once for all of them",
      "d,D,body,a,,,\na,A,body,b,,,\nb,B,body,c,,,\nc,C,body,a,,,\n",
      "agencies.csv:3:10: “a” là cấp trên của chính nó, qua “b”, “c”; sửa cột parent của một trong các cơ quan này",
    ],
    [
      "the name of a parent",
      "so-noi-vu,Sở Nội vụ,body,,,,\nb,B,body,SỞ NỘI VỤ,,,\n",
      "agencies.csv:3:10: không có cơ quan mang mã “SỞ NỘI VỤ”; đây là tên; ghi mã: so-noi-vu",
    ],
    ["its own successor", "a,A,body,,,,a\n", "agencies.csv:2:13: “a” không thể kế thừa chính nó"],
    ["an unknown successor", "a,A,body,,,,b\n", "agencies.csv:2:13: không có cơ quan mang mã “b”"],
    [
      "an end before the beginning",
      "a,A,body,,2025-07-01,2025-06-30,\n",
      "agencies.csv:2:22: ngày cuối trước ngày đầu",
    ],
    [
      "an unknown kind",
      "a,A,bodi,,,,\n",
      "agencies.csv:2:5: kind: “bodi” không có trong danh mục; có phải ý bạn là “body”?",
    ],
    ["no name", "a,,body,,,,\n", "agencies.csv:2:1: thiếu giá trị ở cột “name”"],
  ])("%s", (_, rows, problem) => {
    const { problems } = parse(head + rows);
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });

  test.each(["Sở Y tế", "so-y-te"])(
    "whoever names %s, whose own row is refused, is not reported too",
    parent =>
      expect(parse(`${head}Sở Y tế,Sở Y tế,agency,,,,\nb,B,unit,${parent},,,\n`).problems).toEqual([
        expect.stringContaining("agencies.csv:2:1: id: mã “Sở Y tế” không hợp lệ"),
      ]),
  );
  test("an agency of one day is sound", () =>
    expect(parse(`${head}a,A,body,,2025-07-01,2025-07-01,\n`).problems).toEqual([]));

  test("a circle is one problem, whoever else stands below it, and does not hang", () => {
    const { problems } = parse(`${head}d,D,body,a,,,\na,A,body,b,,,\nb,B,body,c,,,\nc,C,body,a,,,\n`);
    expect(problems).toEqual([
      "agencies.csv:3:10: “a” là cấp trên của chính nó, qua “b”, “c”; sửa cột parent của một trong các cơ quan này",
    ]);
  });
});
