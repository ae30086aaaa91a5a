import { describe, expect, test } from "vitest";
import { isSupervising } from "../scripts/model/agency-reference.ts";
import { splitList } from "../scripts/model/labelled-item.ts";
import type { Plan } from "../scripts/model/plan.ts";
import { parseHeading } from "../scripts/model/task.ts";
import { plan, siteOf } from "./support/sources.ts";

const parse = (body: string, extra = "", agency = "ubnd-vi-du") => {
  const { site, problems } = siteOf({ "plans/vi-du/ke-hoach.md": plan(body, extra, agency) });
  const parsed = site.planBySlug.get("ke-hoach");
  if (!parsed) throw new Error(`no plan: ${problems.join("\n")}`);
  return { plan: parsed, problems };
};
const kinds = (parsed: Plan) =>
  parsed.parts.map(
    part =>
      `${part.kind} ${part.kind === "task" ? part.task.id : part.kind === "section" ? part.id : part.title}`,
  );

describe("the first token of a heading is an id", () => {
  test.each([
    ["A.I.3. Kiểm tra", "A.I.3", "Kiểm tra", true],
    ["A.I.3 Kiểm tra", "A.I.3", "Kiểm tra", true],
    ["A. Chỉ số", "A", "Chỉ số", true],
    ["II. Nhiệm vụ", "II", "Nhiệm vụ", true],
    ["1.2.3 Việc", "1.2.3", "Việc", true],
    ["A.II.2b. Việc", "A.II.2b", "Việc", true],
    ["A.I.3.a Việc", "A.I.3.a", "Việc", true],
    ["A.I.3", "A.I.3", "", true],
    ["1. Mục đích", "1", "Mục đích", false],
    ["A Việc", "A", "Việc", false],
  ])("%j", (heading, id, title, isFull) => expect(parseHeading(heading)).toEqual({ id, title, isFull }));

  test.each(["Mục đích", "A.I.3Kiểm tra", "a.1 Việc", "Năm 2023", ""])("%j has none", heading =>
    expect(parseHeading(heading)).toBeUndefined(),
  );
});

describe("headings become sections, groups, tasks and prose", () => {
  test("a task is an id with a labelled list; an id without one is a section", () => {
    const { plan, problems } = parse(
      "Mở đầu\n\n## Mục đích\nVăn xuôi\n\n## A. Chỉ số\n### A.I. Nhóm\n#### A.I.1. Việc\n- Chủ trì: Sở Nội vụ\n\n## 1. Tổ chức\nVăn xuôi\n",
    );
    expect(problems).toEqual([]);
    expect(kinds(plan)).toEqual([
      "prose ",
      "prose Mục đích",
      "section A",
      "section A.I",
      "task A.I.1",
      "prose 1. Tổ chức",
    ]);
  });
  test("a number alone is a task once a labelled list follows", () => {
    expect(kinds(parse("## 1. Việc\n- Chủ trì: Sở Nội vụ\n").plan)).toEqual(["task 1"]);
  });
  test("a prose list that only looks like labels stays prose", () => {
    const { plan, problems } = parse("## A.I. Ban chỉ đạo\n- Trưởng ban: ông A\n- Phó ban: bà B\n");
    expect(problems).toEqual([]);
    expect(plan.parts).toMatchObject([
      { kind: "section", id: "A.I", prose: { source: expect.stringContaining("Trưởng ban: ông A") } },
    ]);
  });
  test("so does one without an id", () => {
    const { plan, problems } = parse("## Thành phần\n- Trưởng ban: ông A\n- Lưu ý: không\n");
    expect(problems).toEqual([]);
    expect(plan.parts).toMatchObject([
      { kind: "prose", prose: { source: expect.stringContaining("Lưu ý: không") } },
    ]);
  });
  test("a task keeps the prose below its list", () => {
    const { plan } = parse("## A.1 Việc\n- Chủ trì: Sở Nội vụ\n\nGhi chú *thêm*.\n");
    expect(plan.tasks[0]?.prose).toMatchObject({
      source: expect.stringContaining("Ghi chú *thêm*."),
      line: 10,
    });
  });
});

describe("a deadline of the group", () => {
  const body =
    "## A.I. Nhóm\n- Thời hạn: Quý II/2023\n### A.I.1 Một\n- Chủ trì: Sở Nội vụ\n### A.I.2 Hai\n- Chủ trì: Sở Nội vụ\n- Thời hạn: Thường xuyên\n## A.II Nhóm khác\n### A.II.1 Ba\n- Chủ trì: Sở Nội vụ\n";
  const { plan, problems } = parse(body);
  test("is inherited by tasks without one, and says from where", () => {
    expect(problems).toEqual([]);
    expect(kinds(plan)).toEqual(["section A.I", "task A.I.1", "task A.I.2", "section A.II", "task A.II.1"]);
    expect(plan.tasks[0]).toMatchObject({ deadline: { due: "2023-06-30" }, deadlineFrom: "A.I" });
  });
  test("gives way to the task's own, even an undated one", () => {
    expect(plan.tasks[1]).toMatchObject({
      deadline: { printed: "Thường xuyên", due: undefined },
      deadlineFrom: undefined,
    });
  });
  test("ends with the group", () => {
    expect(plan.tasks[2]).toMatchObject({ deadline: undefined, deadlineFrom: undefined });
  });
  test("is handed down over several levels", () => {
    const { plan } = parse(
      "## A.I Nhóm\n- Thời hạn: Quý II/2023\n### A.I.1 Nhóm con\n#### A.I.1.a Việc\n- Chủ trì: Sở Nội vụ\n",
    );
    expect(plan.tasks[0]).toMatchObject({ deadline: { due: "2023-06-30" }, deadlineFrom: "A.I" });
  });
});

describe("who does it", () => {
  const assignments = (list: string) => {
    const { plan, problems } = parse(`## A.1 Việc\n${list}`);
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
    const { plan, problems } = parse(
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
      "9:3: nhãn “Thời hạn” có hai lần",
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
      "an impossible day",
      "## A.1 Việc\n- Thời hạn: trước 31/6/2023\n",
      "8:13: ngày “trước 31/6/2023” không có trong lịch",
    ],
    ["a criterion of no form", "## A.1 Việc\n- Tiêu chí: 1.3.1\n", "8:13: tiêu chí “1.3.1” không đúng dạng"],
    [
      "a criterion of an unknown index",
      "## A.1 Việc\n- Tiêu chí: par-indx/1.3.1\n",
      "8:13: không có chỉ số “par-indx”; có phải ý bạn là “par-index”?",
    ],
    ["a task reference of no form", "## A.1 Việc\n- Thực hiện: A.2\n", "8:14: “A.2” không phải nhiệm vụ"],
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
    ["a task without a name", "## A.1\n- Chủ trì: STP\n", "7:1: nhiệm vụ A.1 không có tên"],
  ])("%s is reported", (_, body, problem) => {
    expect(parse(body).problems).toEqual([expect.stringContaining(`plans/vi-du/ke-hoach.md:${problem}`)]);
  });
});

describe("front matter of a plan", () => {
  test("one year, or a period", () => {
    expect(parse("").plan.years).toEqual([2023, 2023]);
    const { site, problems } = siteOf({
      "plans/a/b.md": "---\ntitle: A\nagency: ubnd-vi-du\nyears: [2021, 2025]\nstate: draft\n---\n",
    });
    expect(problems).toEqual([]);
    expect(site.planBySlug.get("b")?.years).toEqual([2021, 2025]);
  });
  const front = (lines: string) => siteOf({ "plans/a/b.md": `---\n${lines}\n---\n` }).problems;
  const base = "title: A\nagency: ubnd-vi-du\nstate: draft\n";
  test.each([
    ["neither", base.trim(), "cần đúng một trong hai khóa year và years"],
    ["both", `${base}year: 2023\nyears: [2023, 2024]`, "cần đúng một trong hai khóa year và years"],
    ["backwards", `${base}years: [2025, 2021]`, "5:8: năm đầu 2025 sau năm cuối 2021"],
    ["no state", "title: A\nagency: ubnd-vi-du\nyear: 2023", "thiếu khóa “state”"],
    [
      "an unknown agency",
      "title: A\nagency: ubnd-vi-dụ\nyear: 2023\nstate: draft",
      "3:9: không có cơ quan mang mã “ubnd-vi-dụ”; có phải ý bạn là “ubnd-vi-du”?",
    ],
    [
      "an agency with a slip",
      "title: A\nagency: ubnd-vi-d\nyear: 2023\nstate: draft",
      "3:9: không có cơ quan mang mã “ubnd-vi-d”; có phải ý bạn là “ubnd-vi-du”?",
    ],
    [
      "a placeholder for a number",
      `${base}year: 2023\nnumber: "#SoKyHieu"`,
      "6:9: number: còn ký hiệu giữ chỗ",
    ],
    ["an empty number", `${base}year: 2023\nnumber: /KH-UBND`, "6:9: số văn bản “/KH-UBND” chưa đầy đủ"],
    [
      "an unknown document",
      `${base}year: 2023\nlegal_basis: [khong-co]`,
      "6:15: không có văn bản mang mã “khong-co”",
    ],
    [
      "an unknown index",
      `${base}year: 2023\nindices: [par-index, sipass]`,
      "6:22: không có chỉ số “sipass”; có phải ý bạn là “sipas”?",
    ],
    [
      "an unknown plan above",
      `${base}year: 2023\nimplements: [khong-co]`,
      "6:14: không có kế hoạch hay văn bản “khong-co”",
    ],
  ])("%s", (_, lines, problem) => expect(front(lines)).toEqual([expect.stringContaining(problem)]));
});

describe("a list that says things in other words is reported, not taken for prose", () => {
  const problemsOf = (body: string) => parse(body).problems;
  test.each([
    ["Đơn vị chủ trì", "Chủ trì"],
    ["Cơ quan phối hợp", "Phối hợp"],
    ["Đơn vị thực hiện", "Chủ trì"],
    ["Thời gian hoàn thành", "Thời hạn"],
    ["Kết quả/sản phẩm", "Sản phẩm"],
  ])("%s is %s", (typed, label) => {
    const other = label === "Sản phẩm" ? "Thời gian: Quý II/2023" : "Kết quả: Báo cáo";
    const value = /trì|hợp/.test(label) ? "Sở Nội vụ" : "Quý II/2023";
    expect(problemsOf(`## A.1 Việc\n- ${typed}: ${value}\n- ${other}\n`)).toEqual([
      `plans/vi-du/ke-hoach.md:8:3: nhãn “${typed}” không có trong định dạng; có phải ý bạn là “${label}”?`,
      expect.stringMatching(/:9:3: nhãn “(Thời gian|Kết quả)” không có trong định dạng; có phải ý bạn là/),
    ]);
  });
  test("what they say is checked at once", () => {
    expect(problemsOf("## A.1 Việc\n- Cơ quan chủ trì: Sở Nọi vụ\n- Thời gian: 31/6/2023\n")).toHaveLength(4);
  });
  test("one such word alone may be prose", () => {
    expect(problemsOf("## A.I. Năm qua\n- Kết quả: 85 điểm\n- Lưu ý: không\n")).toEqual([]);
  });
});

test.each([
  ["## A.1 Việc\n- Chủ trì: Sở Nội vụ\n  - Phối hợp: Sở Tư pháp\n", ":8:"],
  ["## A.1 Việc\n- Chủ trì: Sở Nội vụ; Phối hợp: Sở Tư pháp\n", ":8:23"],
])("a label in the value of another one stands on a line of its own: %j", (body, place) => {
  const { problems } = parse(body);
  expect(problems).toEqual([
    expect.stringContaining("nhãn “Phối hợp” nằm trong giá trị của nhãn “Chủ trì”; viết “- Phối hợp: …”"),
  ]);
  expect(problems[0]).toContain(place);
});

describe("an id that is not typed right is shown as it is written", () => {
  test.each([
    ["**A.I.3. Kiểm tra**", "viết “A.I.3. Kiểm tra”"],
    ["A.I.3) Kiểm tra", "viết “A.I.3. Kiểm tra”"],
    ["a.i.3: Kiểm tra", "viết “A.I.3. Kiểm tra”"],
    ["A. I. 3. Kiểm tra", "viết “A.I.3. Kiểm tra”"],
    ["A.I. 3. Kiểm tra", "viết “A.I.3. Kiểm tra”"],
    ["Kiểm tra", "bắt đầu tiêu đề bằng mã đầy đủ"],
    ["a) Kiểm tra", "bắt đầu tiêu đề bằng mã đầy đủ"],
  ])("%s", (heading, mend) => {
    const { problems } = parse(`## ${heading}\n- Chủ trì: Sở Nội vụ\n`);
    expect(problems).toEqual([expect.stringContaining(`; ${mend}`)]);
  });
});

test("a task with an id that is taken is checked all the same", () => {
  const { problems } = parse("## A.1 Một\n- Chủ trì: Sở Nội vụ\n## A.1 Hai\n- Thời hạn: 31/6/2023\n");
  expect(problems).toEqual([
    expect.stringContaining(":9:1: mã “A.1” đã có ở dòng 7"),
    expect.stringContaining(":10:13: ngày “31/6/2023” không có trong lịch"),
  ]);
});

test("a deadline of a group that does not reach the tasks below it is reported", () => {
  const { problems } = parse("## A.I. Nhóm\n- Thời hạn: Quý II/2023\n## A.I.1 Việc\n- Chủ trì: Sở Nội vụ\n");
  expect(problems).toEqual([
    expect.stringContaining(":9:1: tiêu đề này không nằm dưới A.I, nên thời hạn của A.I không đến được nó"),
  ]);
  expect(problems[0]).toContain("viết “### A.I.1 Việc”");
});

test("a plan whose front matter is refused is checked to its end all the same", () => {
  const { problems } = siteOf({
    "plans/a/b.md": plan("## A.1 Việc\n- Chủ trì: Sở Nọi vụ\n- Thời hạn: 31/6/2023\n").replace(
      "year: 2023",
      "year: 2023-2025",
    ),
  });
  expect(problems).toEqual([
    expect.stringContaining(
      "4:7: year: “2023-2025” không phải năm; viết một năm; kế hoạch nhiều năm thì thay bằng years: [2023, 2025]",
    ),
    expect.stringContaining("8:12: không có cơ quan tên “Sở Nọi vụ”; có phải ý bạn là “Sở Nội vụ”?"),
    expect.stringContaining("9:13: ngày “31/6/2023” không có trong lịch"),
  ]);
});
