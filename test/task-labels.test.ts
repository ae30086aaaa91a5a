import { describe, expect, test } from "vitest";
import { isSupervising } from "../scripts/model/agency-reference.ts";
import { splitList } from "../scripts/model/labelled-item.ts";
import { parsePlanOf } from "./support/sources.ts";

describe("who does it", () => {
  const assignments = (list: string) => {
    const { plan, problems } = parsePlanOf(`## A.1 Việc\n${list}`);
    return { assignments: plan.tasks[0]?.assignments, problems };
  };
  test("several agencies stand apart by ;", () => {
    expect(assignments("- Chủ trì: Sở Nội vụ; Sở Tư pháp\n- Phối hợp: STP\n")).toMatchObject({
      problems: [],
      assignments: [
        {
          leads: [
            { agency: "so-noi-vu-vi-du", printed: "Sở Nội vụ", role: undefined },
            { agency: "so-tu-phap-vi-du", printed: "Sở Tư pháp" },
          ],
          coordinators: [{ agency: "so-tu-phap-vi-du", printed: "STP" }],
        },
      ],
    });
  });
  test("a second lead begins a second pair", () => {
    const { assignments: pairs, problems } = assignments(
      "- Chủ trì: Sở Nội vụ\n- Phối hợp: Sở Tư pháp\n- Chủ trì: Sở Tư pháp\n- Phối hợp: Sở Nội vụ\n",
    );
    expect(problems).toEqual([]);
    expect(pairs?.map(pair => [pair.leads[0]?.printed, pair.coordinators[0]?.printed])).toEqual([
      ["Sở Nội vụ", "Sở Tư pháp"],
      ["Sở Tư pháp", "Sở Nội vụ"],
    ]);
  });
  test("a second pair may have no coordinator, and a first one only coordinators", () => {
    expect(
      assignments("- Phối hợp: Sở Tư pháp\n- Chủ trì: Sở Nội vụ\n- Chủ trì: Sở Tư pháp\n"),
    ).toMatchObject({
      problems: [],
      assignments: [
        { leads: [{}], coordinators: [{}] },
        { leads: [{}], coordinators: [] },
      ],
    });
  });
  test("a role in parentheses is no part of the name", () => {
    const { assignments: pairs, problems } = assignments(
      "- Chủ trì: Sở Nội vụ (theo dõi; đôn đốc việc thực hiện); Sở Tư pháp (đầu mối)\n",
    );
    expect(problems).toEqual([]);
    expect(pairs?.[0]?.leads).toMatchObject([
      { agency: "so-noi-vu-vi-du", printed: "Sở Nội vụ", role: "theo dõi; đôn đốc việc thực hiện" },
      { agency: "so-tu-phap-vi-du", printed: "Sở Tư pháp", role: "đầu mối" },
    ]);
    expect(pairs?.[0]?.leads.map(isSupervising)).toEqual([true, false]);
  });
  test.each([
    ["theo dõi", true],
    ["Đôn đốc", true],
    ["giám sát việc thực hiện", true],
    ["hướng dẫn", true],
    ["đầu mối theo dõi", false],
  ])("whether %j is to follow up rather than to carry out: %s", (role, is) => {
    const [pair] = assignments(`- Chủ trì: Sở Nội vụ (${role}); Sở Tư pháp\n`).assignments ?? [];
    expect(pair?.leads.map(isSupervising)).toEqual([is, false]);
  });
  test("a name that is refused is refused wherever it stands", () => {
    const { problems } = parsePlanOf(
      "## A.1 Việc\n- Chủ trì: Sở Tư pháp; Sở Y tế\n## A.2 Việc\n- Chủ trì: Sở Tư pháp; Sở Y tế\n",
    );
    expect(problems).toEqual(
      [8, 10].map(line => expect.stringContaining(`:${line}:24: không có cơ quan tên “Sở Y tế”`)),
    );
  });
  test("; inside parentheses does not split", () => {
    expect(splitList("a (b; c); d ;; e")).toEqual([
      { text: "a (b; c)", offset: 0 },
      { text: "d", offset: 10 },
      { text: "e", offset: 15 },
    ]);
    expect(splitList("a) ; b")).toEqual([
      { text: "a)", offset: 0 },
      { text: "b", offset: 5 },
    ]);
    expect(splitList("")).toEqual([]);
  });
  test("a list below the label is read like ;", () => {
    expect(assignments("- Chủ trì:\n  - Sở Nội vụ\n  - Sở Tư pháp\n")).toMatchObject({
      problems: [],
      assignments: [{ leads: [{ agency: "so-noi-vu-vi-du" }, { agency: "so-tu-phap-vi-du" }] }],
    });
  });
  test("one unknown name among many is reported at its own column", () => {
    expect(assignments("- Chủ trì: Sở Tư pháp; Sở Nôi vụ\n").problems).toEqual([
      "plans/vi-du/ke-hoach.md:8:24: không có cơ quan tên “Sở Nôi vụ”; có phải ý bạn là “Sở Nội vụ”?",
    ]);
  });
  test("an ambiguous name is reported with the choices", () => {
    expect(assignments("- Chủ trì: Các Sở\n").problems).toEqual([
      "plans/vi-du/ke-hoach.md:8:12: tên “Các Sở” chỉ 2 cơ quan khác nhau: cac-so-1, cac-so-2; viết tên đầy đủ",
    ]);
  });
});

describe("all labels of a task", () => {
  test("are read, however their tone marks stand", () => {
    const { plan, problems } = parsePlanOf(
      "## A.1 Việc\n- chủ trì: Sở Nội vụ\n- Thời hạn: Quý II/2023\n- Sản phẩm: Báo cáo; kế hoạch\n- Tiêu chí: par-index/1.3.1; sipas/2\n- Chỉ tiêu: ≥ 30% cơ quan\n",
    );
    expect(problems).toEqual([]);
    expect(plan.tasks[0]).toMatchObject({
      id: "A.1",
      title: "Việc",
      output: "Báo cáo; kế hoạch",
      criteria: ["par-index/1.3.1", "sipas/2"],
      target: "≥ 30% cơ quan",
      carriesOut: [],
      place: { line: 7, column: 1 },
    });
  });
  test.each([
    [
      "an unknown label",
      "## A.1 Việc\n- Chủ chì: Sở Nội vụ\n",
      "8:3: nhãn “Chủ chì” không có trong định dạng; có phải ý bạn là “Chủ trì”?",
    ],
    [
      "a label far from all",
      "## A.1 Việc\n- Chủ trì: Sở Nội vụ\n- Kinh phí của việc này: 5\n",
      "9:3: nhãn “Kinh phí của việc này” không có trong định dạng; các nhãn dùng được",
    ],
    [
      "a label that stands twice",
      "## A.1 Việc\n- Thời hạn: Quý I\n- Thời hạn: Quý II\n",
      "9:3: nhãn “Thời hạn” có hai lần; gộp thành một dòng, cách nhau bằng dấu chấm phẩy",
    ],
    [
      "a label without value",
      "## A.1 Việc\n- Chủ trì: Sở Nội vụ\n- Sản phẩm:\n",
      "9:3: nhãn “Sản phẩm” không có giá trị",
    ],
    [
      "a line without label",
      "## A.1 Việc\n- Chủ trì: Sở Nội vụ\n- làm ngay\n",
      "9:3: dòng “làm ngay” trong danh sách",
    ],
    [
      "the only label, without its colon",
      "## A.1 Việc\n- Chủ trì STP\n",
      "8:3: dòng “Chủ trì STP” trong danh sách của nhiệm vụ không có dạng Nhãn: giá trị; viết “Chủ trì: STP”, với dấu hai chấm",
    ],
    [
      "a dash for the colon of the only label",
      "## A.1 Việc\n- **Đơn vị chủ trì** – Sở Nội vụ, STP (đầu mối)\n",
      "8:3: dòng “**Đơn vị chủ trì** – Sở Nội vụ, STP (đầu” trong danh sách của nhiệm vụ không có dạng Nhãn: giá trị; viết “Chủ trì: Sở Nội vụ, STP (đầu mối)”",
    ],
    [
      "a deadline without its colon",
      "## A.1 Việc\n- Thời hạn Quý II/2023\n",
      "8:3: dòng “Thời hạn Quý II/2023” trong danh sách của nhiệm vụ không có dạng Nhãn: giá trị; viết “Thời hạn: Quý II/2023”",
    ],
    [
      "a label without its colon below others",
      "## A.1 Việc\n- Chủ trì: STP\n- san pham Báo cáo\n",
      "9:3: dòng “san pham Báo cáo” trong danh sách của nhiệm vụ không có dạng Nhãn: giá trị; viết “Sản phẩm: Báo cáo”",
    ],
    [
      "an impossible day",
      "## A.1 Việc\n- Thời hạn: trước 31/6/2023\n",
      "8:13: ngày “trước 31/6/2023” không có trong lịch",
    ],
    [
      "a criterion of no form",
      "## A.1 Việc\n- Tiêu chí: 1.3.1\n",
      "8:13: tiêu chí “1.3.1” không đúng dạng; viết dạng par-index/1.3.1",
    ],
    [
      "a criterion of an unknown index",
      "## A.1 Việc\n- Tiêu chí: par-indx/1.3.1\n",
      "8:13: không có chỉ số “par-indx”; có phải ý bạn là “par-index”?",
    ],
    [
      "a criterion with words behind it",
      "## A.1 Việc\n- Tiêu chí: par-index/1.3.1 mới\n",
      "8:13: tiêu chí “par-index/1.3.1 mới” không đúng dạng",
    ],
    [
      "a criterion that stands twice",
      "## A.1 Việc\n- Tiêu chí: par-index/1.3.1; par-index/1.3.1\n",
      "8:30: “par-index/1.3.1” đã có ở trên; giữ lại một",
    ],
    [
      "a task reference that stands twice: the task above would count the one below as two",
      "## A.1 Việc\n- Thực hiện: ke-hoach#A.2; ke-hoach#A.2\n## A.2 Việc\n- Chủ trì: STP\n",
      "8:28: “ke-hoach#A.2” đã có ở trên; giữ lại một",
    ],
    ["a task reference of no form", "## A.1 Việc\n- Thực hiện: A.2\n", "8:14: “A.2” không phải nhiệm vụ"],
    [
      "a task reference with words before it",
      "## A.1 Việc\n- Thực hiện: Theo ke-hoach#A.2\n",
      "8:14: “Theo ke-hoach#A.2” không phải nhiệm vụ",
    ],
    [
      "a task id that stands twice",
      "## A.1 Việc\n- Chủ trì: STP\n## A.1 Việc khác\n- Chủ trì: STP\n",
      "9:1: mã “A.1” đã có ở dòng 7",
    ],
    [
      "a section's id that a task has",
      "## A.1 Nhóm\n## A.1 Việc\n- Chủ trì: STP\n",
      "8:1: mã “A.1” đã có ở dòng 7",
    ],
    [
      "labels below a heading without id",
      "## Việc\n- Chủ trì: STP\n",
      "7:1: tiêu đề “Việc” có danh sách của nhiệm vụ nhưng không có mã",
    ],
    [
      "a task without a name",
      "## A.1\n- Chủ trì: STP\n",
      "7:1: nhiệm vụ A.1 không có tên; ghi tên nhiệm vụ sau mã",
    ],
  ])("%s is reported", (_, body, problem) => {
    expect(parsePlanOf(body).problems).toEqual([
      expect.stringContaining(`plans/vi-du/ke-hoach.md:${problem}`),
    ]);
  });
});

describe("a list that says things in other words is reported, not taken for prose", () => {
  const problemsOf = (body: string) => parsePlanOf(body).problems;
  test.each([
    ["Đơn vị chủ trì", "Chủ trì"],
    ["Cơ quan phối hợp", "Phối hợp"],
    ["Đơn vị thực hiện", "Chủ trì"],
    ["Thời gian hoàn thành", "Thời hạn"],
    ["Kết quả/sản phẩm", "Sản phẩm"],
    ["Trách nhiệm", "Chủ trì"],
    ["Phụ trách", "Chủ trì"],
    ["Đầu mối", "Chủ trì"],
    ["Phân công", "Chủ trì"],
    ["Cơ quan thực hiện", "Chủ trì"],
    ["Phòng tham mưu", "Chủ trì"],
    ["Ban được giao", "Chủ trì"],
    ["Bộ phận thực hiện", "Chủ trì"],
    ["Cá nhân thực hiện", "Chủ trì"],
    ["Người thực hiện", "Chủ trì"],
    ["Chủ thể thực hiện", "Chủ trì"],
    ["Tiến độ", "Thời hạn"],
    ["Thời điểm", "Thời hạn"],
    ["Hạn hoàn thành", "Thời hạn"],
    ["Lộ trình", "Thời hạn"],
    ["Kỳ hạn", "Thời hạn"],
    ["Hạn", "Thời hạn"],
    ["Đầu ra", "Sản phẩm"],
  ])("%s is %s", (typed, label) => {
    const other = label === "Sản phẩm" ? "Thời gian: Quý II/2023" : "Kết quả: Báo cáo";
    const value = /Chủ trì|Phối hợp/.test(label) ? "Sở Nội vụ" : "Quý II/2023";
    expect(problemsOf(`## A.1 Việc\n- ${typed}: ${value}\n- ${other}\n`)).toEqual([
      `plans/vi-du/ke-hoach.md:8:3: nhãn “${typed}” không có trong định dạng; có phải ý bạn là “${label}”?`,
      expect.stringMatching(/:9:3: nhãn “(Thời gian|Kết quả)” không có trong định dạng; có phải ý bạn là/),
    ]);
  });
  test("what they say is checked at once", () => {
    expect(problemsOf("## A.1 Việc\n- Cơ quan chủ trì: Sở Nọi vụ\n- Thời gian: 31/6/2023\n")).toHaveLength(4);
  });
  test.each([
    "Chủ trì tham mưu Ủy ban nhân dân tỉnh ban hành Kế hoạch.",
    "Chủ trì, phối hợp với Sở Tư pháp kiểm tra.",
    "Chủ trì Sở Tư pháp họp giao ban.",
    "Chủ trì",
    "Phối hợp Sở Tư pháp",
    "Thời hạn trước ngày 15/12/2023 áp dụng cho báo cáo năm.",
    "Thời hạn báo cáo trước ngày 15/12/2023",
    "Thời hạn Chính phủ giao",
  ])("the duty of somebody is prose: %s", line =>
    expect(problemsOf(`## A.I. Sở Nội vụ\n- ${line}\n`)).toEqual([]),
  );
  test("one such word alone may be prose", () => {
    expect(problemsOf("## A.I. Năm qua\n- Kết quả: 85 điểm\n- Lưu ý: không\n")).toEqual([]);
  });
});

test.each([
  ["## A.1 Việc\n- Chủ trì: Sở Nội vụ\n  - Phối hợp: Sở Tư pháp\n", ":8:"],
  ["## A.1 Việc\n- Chủ trì: Sở Nội vụ; Phối hợp: Sở Tư pháp\n", ":8:23"],
  ["## A.1 Việc\n- Chủ trì: Sở Nội vụ, Phối hợp: Sở Tư pháp\n", ":8:23"],
  ["## A.1 Việc\n- Chủ trì: Sở Nội vụ - Phối hợp: Sở Tư pháp\n", ":8:24"],
])("a label in the value of another one stands on a line of its own: %j", (body, place) => {
  const { problems } = parsePlanOf(body);
  expect(problems).toEqual([
    expect.stringContaining("nhãn “Phối hợp” nằm trong giá trị của nhãn “Chủ trì”; viết “- Phối hợp: …”"),
  ]);
  expect(problems[0]).toContain(place);
});
