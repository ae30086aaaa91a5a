import { expect, test } from "vitest";
import { type Change, diffPlans, diffUpdates } from "../scripts/model/change.ts";
import { parsePlanOf, plan, siteOf } from "./support/sources.ts";

/** What differs between two plans that are given by their front matter and body. */
function diff(before: { extra?: string; body?: string }, after: typeof before): readonly Change[] {
  const [was, is] = [before, after].map(({ extra, body = "" }) => parsePlanOf(body, extra).plan);
  return was && is ? diffPlans(was, is) : [];
}
const promise = (bound: string) => ({
  extra: `targets: [{index: par-index, measure: rank, ${bound}, year: 2023}]\n`,
});

test("a promise changes with its bound as with its threshold, and is told as one", () => {
  expect(diff(promise("at_most: 25"), promise("at_most: 25"))).toEqual([]);
  for (const bound of ["at_most: 20", "below: 25"])
    expect(diff(promise("at_most: 25"), promise(bound))).toMatchObject([{ field: "promise" }]);
});

test("a new deadline that is mended in a report is one change", () => {
  const reportOf = (deadline: string) =>
    siteOf({
      "plans/a/ke-hoach.md": plan("## A.1 Việc\n- Chủ trì: Sở Nội vụ\n"),
      "updates/a/ke-hoach/2023-06-30.md": `---\nplan: ke-hoach\nas_of: 2023-06-30\n---\n## A.1\n- Trạng thái: Vướng mắc\n- Thời hạn mới: ${deadline}\n`,
    }).site.updates;
  const [[was], [is]] = [reportOf("Quý III/2023"), reportOf("Quý IV/2023")];
  expect(was && is && diffUpdates(was, is)).toEqual([
    { id: "A.1", title: undefined, field: "newDeadline", before: "Quý III/2023", after: "Quý IV/2023" },
  ]);
});

test("a task that a report says nothing of any more, or only now, is told by its number", () => {
  const reportOf = (...ids: string[]) =>
    siteOf({
      "plans/a/ke-hoach.md": plan("## A.1 Việc\n- Chủ trì: Sở Nội vụ\n## A.2 Việc\n- Chủ trì: Sở Nội vụ\n"),
      "updates/a/ke-hoach/2023-06-30.md": `---\nplan: ke-hoach\nas_of: 2023-06-30\n---\n${ids.map(id => `## ${id}\n- Trạng thái: Vướng mắc\n`).join("")}`,
    }).site.updates;
  const [[was], [is]] = [reportOf("A.1"), reportOf("A.2")];
  expect(was && is && diffUpdates(was, is)).toMatchObject([
    { id: "A.1", before: "Vướng mắc", after: undefined },
    { id: "A.2", before: undefined, after: "Vướng mắc" },
  ]);
});

test("of two pieces of prose with one heading each is held against its own", () => {
  const body = "## Lưu ý\n\nMột.\n\n## Lưu ý\n\nHai.\n";
  expect(diff({ body }, { body })).toEqual([]);
  expect(diff({ body }, { body: body.replace("Một", "Ba") })).toMatchObject([
    { field: "prose", title: "Lưu ý", before: "Một.", after: "Ba." },
  ]);
});

type Body = Parameters<typeof diff>[0];
type Told = readonly [field: string, before: string | undefined, after: string | undefined];

/** Two states of a plan → what is told of them: field, value before, value after. */
const CHANGES: readonly [before: Body, after: Body, ...told: Told[]][] = [
  [
    { extra: "number: 1/KH-UBND\nissued: 2023-01-05\nsigned_by: Nguyễn Văn A\nposition: Chủ tịch\n" },
    { extra: "number: 2/KH-UBND\nissued: 2023-01-06\nsigned_by: Trần Thị B\nposition: Phó Chủ tịch\n" },
    ["number", "1/KH-UBND", "2/KH-UBND"],
    ["issued", "2023-01-05", "2023-01-06"],
    ["signedBy", "Nguyễn Văn A", "Trần Thị B"],
    ["position", "Chủ tịch", "Phó Chủ tịch"],
  ],
  [
    { extra: "recipients: [Chính phủ]\nindices: [par-index]\nlegal_basis: [a]\nimplements: [b]\n" },
    { extra: "recipients: [Chính phủ, Báo]\nindices: [par-index, sipas]\n" },
    ["recipients", "Chính phủ", "Chính phủ; Báo"],
    ["indices", "par-index", "par-index; sipas"],
    ["implements", "b", undefined],
    ["legalBasis", "a", undefined],
  ],
  [
    { extra: "notes: [{where: Mục I, printed: giảm 5, note: tăng 5}, {where: Mục II, note: thiếu dấu}]\n" },
    { extra: "notes: [{where: Mục II, note: thiếu chữ}]\n" },
    ["notes", "“giảm 5” tăng 5", undefined],
    ["notes", "thiếu dấu", "thiếu chữ"],
  ],
  [
    {
      body: "## A. Nhóm\n- Thời hạn: Quý I\n\nMột.\n\n### A.1 Việc\n- Chủ trì: Sở Nội vụ\n- Thời hạn: Quý I\n",
    },
    {
      body: "## A. Nhóm việc\n- Thời hạn: Quý II\n\nHai.\n\n### A.1 Việc\n- Chủ trì: Sở Nội vụ\n- Thời hạn: Quý I\n",
    },
    ["section", "Nhóm", "Nhóm việc"],
    ["deadline", "Quý I", "Quý II"],
    ["prose", "Một.", "Hai."],
  ],
  [
    {
      body: "## A.1 Việc\n- Chủ trì: Sở Nội vụ (theo dõi); Sở Tư pháp\n- Thời hạn: Quý I\n- Sản phẩm: Báo cáo\n- Tiêu chí: par-index/1.1\n",
    },
    {
      body: "## A.1 Việc khác\n- Chủ trì: Sở Tư pháp\n- Phối hợp: Sở Nội vụ\n- Thời hạn: Quý II\n- Chỉ tiêu: 100%\n- Thực hiện: ke-hoach-tinh#B.2\n\nGhi chú.\n",
    },
    ["task", "Việc", "Việc khác"],
    ["leads", "Sở Nội vụ (theo dõi); Sở Tư pháp", "Sở Tư pháp"],
    ["coordinators", undefined, "Sở Nội vụ"],
    ["deadline", "Quý I", "Quý II"],
    ["output", "Báo cáo", undefined],
    ["target", undefined, "100%"],
    ["criteria", "par-index/1.1", undefined],
    ["carriesOut", undefined, "ke-hoach-tinh#B.2"],
    ["prose", undefined, "Ghi chú."],
  ],
  // What went, and the second of two of one heading.
  [
    { body: "## A. Nhóm\n" },
    { body: "## Lưu ý\n\nMột.\n" },
    ["section", "Nhóm", undefined],
    ["prose", undefined, "Một."],
  ],
  [
    { body: "## Lưu ý\n\nMột.\n\n## Lưu ý\n\nHai.\n\n## Lưu ý\n\nBa.\n" },
    { body: "## Lưu ý\n\nMột.\n\n## Lưu ý\n\nHai.\n" },
    ["prose", "Ba.", undefined],
  ],
];

test.each(CHANGES)(
  "between %j and %j each difference is told once, with both values",
  (before, after, ...told) => {
    expect(diff(before, after).map(({ field, before, after }) => [field, before, after])).toEqual(told);
  },
);

test("a plan that came to be of several years, and a report that said more", () => {
  const made = (years: string, progress: string, reporter: string) => {
    const { site } = siteOf({
      "plans/a/ke-hoach.md": plan("## A.1 Việc\n- Chủ trì: Sở Nội vụ\n").replace("year: 2023", years),
      "updates/a/ke-hoach/2023-06-30.md": `---\nplan: ke-hoach\nas_of: 2023-06-30\n${reporter}---\n## A.1\n- Trạng thái: Đang thực hiện\n${progress}`,
    });
    const [[plan_], [update]] = [site.plans, site.updates];
    if (!plan_ || !update) throw new Error("no plan");
    return { plan: plan_, update };
  };
  const was = made("year: 2023", "", "");
  const is = made("years: [2023, 2025]", "- Tiến độ: 62,5%\n- Giá trị: 5/8\n", "reporter: so-noi-vu-vi-du\n");
  expect(diffPlans(was.plan, is.plan)).toMatchObject([
    { field: "years", before: "2023", after: "2023–2025" },
  ]);
  expect(diffUpdates(was.update, is.update).map(({ field, after }) => [field, after])).toEqual([
    ["reporter", "so-noi-vu-vi-du"],
    ["progress", "62,5%"],
    ["value", "5/8"],
  ]);
});

test("promises about another index, measure, part or year are other promises", () => {
  const of = (target: string) => ({ extra: `targets: [{${target}, at_least: 5}]\n` });
  const base = "index: par-index, measure: value, year: 2023";
  for (const other of [
    base.replace("par-index", "sipas"),
    base.replace("2023", "2024"),
    `${base}, component: the-che`,
    base.replace("value", "change, base_year: 2022"),
  ])
    expect(diff(of(base), of(other))).toMatchObject([
      { field: "promise", after: undefined },
      { field: "promise", before: undefined },
    ]);
});

test("changes from other base years are other promises", () => {
  const from = (year: number) => ({
    extra: `targets: [{index: par-index, measure: change, base_year: ${year}, at_least: 5, year: 2023}]\n`,
  });
  expect(diff(from(2021), from(2022))).toHaveLength(2);
});

test("a part that came is one change, not one for each of its values", () => {
  const body = "## A.1 Một\n- Chủ trì: Sở Nội vụ\n";
  const more = `${body}## A.2 Hai\n- Chủ trì: Sở Nội vụ\n- Thời hạn: Quý II\n`;
  expect(diff({ body }, { body: more })).toEqual([
    { id: "A.2", title: "Hai", field: "task", before: undefined, after: "Hai" },
  ]);
});
