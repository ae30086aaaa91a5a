import { describe, expect, test } from "vitest";
import type { Plan } from "../scripts/model/plan.ts";
import { parseHeading } from "../scripts/model/task.ts";
import { parsePlanOf, plan, siteOf } from "./support/sources.ts";

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
    const { plan, problems } = parsePlanOf(
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
    expect(kinds(parsePlanOf("## 1. Việc\n- Chủ trì: Sở Nội vụ\n").plan)).toEqual(["task 1"]);
  });
  test("an id with nothing but a deadline is a group only where ids of its own follow", () => {
    const task = "- Chủ trì: Sở Nội vụ\n";
    const only = (id: string) => kinds(parsePlanOf(`## A.1 Việc\n- Thời hạn: Quý I\n${id}${task}`).plan)[0];
    expect(["## A.2 Hai\n", "## A.10 Hai\n", "### A.1.a Hai\n"].map(only)).toEqual([
      "task A.1",
      "task A.1",
      "section A.1",
    ]);
    expect(kinds(parsePlanOf(`## A.1 Việc\n${task}- Thời hạn: Quý I\n### A.1.a Hai\n${task}`).plan)).toEqual([
      "task A.1",
      "task A.1.a",
    ]);
  });
  test("a prose list that only looks like labels stays prose", () => {
    const { plan, problems } = parsePlanOf("## A.I. Ban chỉ đạo\n- Trưởng ban: ông A\n- Phó ban: bà B\n");
    expect(problems).toEqual([]);
    expect(plan.parts).toMatchObject([
      { kind: "section", id: "A.I", prose: { source: expect.stringContaining("Trưởng ban: ông A") } },
    ]);
  });
  test("so does one without an id", () => {
    const { plan, problems } = parsePlanOf("## Thành phần\n- Trưởng ban: ông A\n- Lưu ý: không\n");
    expect(problems).toEqual([]);
    expect(plan.parts).toMatchObject([
      { kind: "prose", prose: { source: expect.stringContaining("Lưu ý: không") } },
    ]);
  });
  test("a task keeps the prose below its list", () => {
    const { plan } = parsePlanOf("## A.1 Việc\n- Chủ trì: Sở Nội vụ\n\nGhi chú *thêm*.\n");
    expect(plan.tasks[0]?.prose).toMatchObject({
      source: expect.stringContaining("Ghi chú *thêm*."),
      line: 10,
    });
  });
});

describe("a deadline of the group", () => {
  const body =
    "## A.I. Nhóm\n- Thời hạn: Quý II/2023\n### A.I.1 Một\n- Chủ trì: Sở Nội vụ\n### A.I.2 Hai\n- Chủ trì: Sở Nội vụ\n- Thời hạn: Thường xuyên\n## A.II Nhóm khác\n### A.II.1 Ba\n- Chủ trì: Sở Nội vụ\n";
  const { plan, problems } = parsePlanOf(body);
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
  test("ends with a group of the highest level, too", () => {
    const { plan } = parsePlanOf(
      "# A Nhóm\n- Thời hạn: Quý II/2023\n## A.1 Một\n- Chủ trì: Sở Nội vụ\n# B. Nhóm khác\n## B.1 Hai\n- Chủ trì: Sở Nội vụ\n",
    );
    expect(plan.tasks.map(({ deadlineFrom }) => deadlineFrom)).toEqual(["A", undefined]);
  });
  test("is that of the nearest group that has one", () => {
    const { plan } = parsePlanOf(
      "## A.I Nhóm\n- Thời hạn: Quý II/2023\n### A.I.1 Nhóm con\n- Thời hạn: Quý III/2023\n#### A.I.1.a Việc\n- Chủ trì: Sở Nội vụ\n",
    );
    expect(plan.tasks[0]).toMatchObject({ deadline: { due: "2023-09-30" }, deadlineFrom: "A.I.1" });
  });
  test("is of a group though a heading without an id stands before its tasks", () => {
    const { plan, problems } = parsePlanOf(
      "## A.I Nhóm\n- Thời hạn: Quý II/2023\n### Lưu ý\nXem phụ lục.\n### A.I.1 Việc\n- Chủ trì: Sở Nội vụ\n",
    );
    expect(problems).toEqual([]);
    expect(kinds(plan)).toEqual(["section A.I", "prose Lưu ý", "task A.I.1"]);
    expect(plan.tasks[0]).toMatchObject({ deadline: { due: "2023-06-30" }, deadlineFrom: "A.I" });
  });
  test("is handed down over several levels", () => {
    const { plan } = parsePlanOf(
      "## A.I Nhóm\n- Thời hạn: Quý II/2023\n### A.I.1 Nhóm con\n#### A.I.1.a Việc\n- Chủ trì: Sở Nội vụ\n",
    );
    expect(plan.tasks[0]).toMatchObject({ deadline: { due: "2023-06-30" }, deadlineFrom: "A.I" });
  });
});

test("a time without a year is undated in a plan of several years", () => {
  const task = "## A.1 Việc\n- Chủ trì: Sở Nội vụ\n- Thời hạn: Quý II\n";
  const dueIn = (years: string) =>
    siteOf({
      "plans/a/b.md": `---\ntitle: A\nagency: ubnd-vi-du\n${years}\nstate: draft\n---\n${task}`,
    }).site.planBySlug.get("b")?.tasks[0]?.deadline?.due;
  expect(dueIn("year: 2023")).toBe("2023-06-30");
  expect(dueIn("years: [2023, 2025]")).toBeUndefined();
});

describe("a deadline is read without the signs of Markdown, which nobody printed", () => {
  test.each([
    ["**Quý II/2023**", "Quý II/2023", "2023-06-30"],
    ["Trước *15/6/2023*", "Trước 15/6/2023", "2023-06-15"],
    ["15\\.6\\.2023", "15.6.2023", "2023-06-15"],
    ["Trước ngày&nbsp;15/6/2023", "Trước ngày\u00a015/6/2023", "2023-06-15"],
    ["Theo [Kế hoạch](/van-ban/1/)", "Theo Kế hoạch", undefined],
    // A day with spaces is no list, and a single sign stands for itself.
    ["15. 6. 2023", "15. 6. 2023", undefined],
    ["Quý II/2023 (*)", "Quý II/2023 (*)", undefined],
  ])("%j", (typed, printed, due) => {
    const { plan, problems } = parsePlanOf(`## A.1 Việc\n- Chủ trì: Sở Nội vụ\n- Thời hạn: ${typed}\n`);
    expect(problems).toEqual([]);
    expect(plan.tasks[0]?.deadline).toMatchObject({ printed, due });
  });
});

describe("a time without a year that was over when the plan was issued", () => {
  test.each([
    ["Trước 15/01", undefined],
    ["Quý I", undefined],
    ["Quý II", "2023-06-30"],
    ["Quý I, IV", "2023-12-31"],
    ["15/3; 15/12", "2023-12-15"],
    // What is printed with its year stands as it is printed.
    ["Quý I/2023", "2023-03-31"],
  ])("may be of another one: %j", (printed, due) => {
    const { plan, problems } = parsePlanOf(
      `## A.1 Việc\n- Chủ trì: Sở Nội vụ\n- Thời hạn: ${printed}\n`,
      "issued: 2023-06-06\n",
    );
    expect(problems).toEqual([]);
    expect(plan.tasks[0]?.deadline).toMatchObject({ printed, due });
    if (due === undefined)
      expect(plan.tasks[0]?.deadline?.rule).toBe(
        "không xác định hạn: không nêu năm, mà thời gian ấy của năm 2023 đã qua khi văn bản được ban hành",
      );
  });
});

describe("front matter of a plan", () => {
  test("one year, or a period", () => {
    expect(parsePlanOf("").plan.years).toEqual([2023, 2023]);
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
      "a target about an unknown index",
      `${base}year: 2023\ntargets:\n  - {index: sipass, measure: rank, at_most: 5, year: 2023}`,
      "7:13: không có chỉ số “sipass”; có phải ý bạn là “sipas”?",
    ],
    [
      "a decimal comma that ends a number",
      `${base}year: 2023\ntargets:\n  - {index: sipas, measure: value, at_least: 86,5, year: 2023}`,
      '7:49: “5” đứng riêng sau dấu phẩy; trong {…} dấu phẩy ngăn các khóa: viết số thập phân trong ngoặc kép, như "86,5"',
    ],
    [
      "an unknown plan above",
      `${base}year: 2023\nimplements: [khong-co]`,
      "6:14: không có kế hoạch hay văn bản “khong-co”",
    ],
  ])("%s", (_, lines, problem) => expect(front(lines)).toEqual([expect.stringContaining(problem)]));
});

test("a document cited by its number is known by its id", () => {
  const { site, problems } = siteOf({
    "documents.csv": "id,number,title\nquyet-dinh-5,5/QĐ-TTg,Quyết định\n",
    "plans/a/b.md": plan("", "legal_basis: [5/QĐ-TTg]\n"),
  });
  expect(problems).toEqual([]);
  expect(site.planBySlug.get("b")?.legalBasis).toEqual(["quyet-dinh-5"]);
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
    const { problems } = parsePlanOf(`## ${heading}\n- Chủ trì: Sở Nội vụ\n`);
    expect(problems).toEqual([expect.stringContaining(`; ${mend}`)]);
  });
});

test("a task with an id that is taken is checked all the same", () => {
  const { problems } = parsePlanOf("## A.1 Một\n- Chủ trì: Sở Nội vụ\n## A.1 Hai\n- Thời hạn: 31/6/2023\n");
  expect(problems).toEqual([
    expect.stringContaining(":9:1: mã “A.1” đã có ở dòng 7"),
    expect.stringContaining(":10:13: ngày “31/6/2023” không có trong lịch"),
  ]);
});

test("a deadline of a group that does not reach the tasks below it is reported", () => {
  const { problems } = parsePlanOf(
    "## A.I. Nhóm\n- Thời hạn: Quý II/2023\n## A.I.1 Việc\n- Chủ trì: Sở Nội vụ\n",
  );
  expect(problems).toEqual([
    expect.stringContaining(":9:1: tiêu đề này không nằm dưới A.I, nên thời hạn của A.I không đến được nó"),
  ]);
  expect(problems[0]).toContain("viết “### A.I.1 Việc”");
});

test.each(["", "number: /KH\n"])("names are not looked up for an agency that nobody knows: %j", extra => {
  const { problems } = siteOf({
    "plans/a/b.md": plan("## A.1 Việc\n- Chủ trì: Sở Hư Không\n", extra, "ubnd-khong-co"),
  });
  expect(problems.join()).not.toContain("Sở Hư Không");
  const refused = siteOf({
    "plans/a/b.md": plan("## A.1 Việc\n- Chủ trì: Sở Hư Không\n", "isued: 2023-01-01\n", "ubnd-khong-co"),
  });
  expect(refused.problems.join()).not.toContain("Sở Hư Không");
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
