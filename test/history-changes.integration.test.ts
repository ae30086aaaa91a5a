import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadHistory } from "../scripts/history.ts";
import { DAYS, PLAN, REPORT, TASK, told, UPDATE } from "./support/corrections.ts";
import { makeRepository, type Repository } from "./support/repository.ts";
import { plan } from "./support/sources.ts";

let repository: Repository;
beforeEach(async () => {
  repository = await makeRepository();
});
afterEach(() => repository.remove());

const load = () => loadHistory(join(repository.folder, "content"));

/** Commits two states of a file and tells what changed between them. */
async function change(name: string, before: string, after: string): Promise<string> {
  await repository.commit(DAYS[0], { [name]: before });
  await repository.commit(DAYS[1], { [name]: after });
  const [only = "", ...others] = told(await load());
  expect(others).toEqual([]);
  return only.replace(/^2023-03-01 ke-hoach( báo cáo 2023-06-30)?: /, "");
}

describe("what was changed in a plan is told from the old value to the new one", () => {
  const PROMISE = (rank: number) =>
    `targets: [{index: par-index, measure: rank, at_most: ${rank}, year: 2023}]\n`;
  test.each([
    [
      "a deadline",
      plan(TASK),
      plan(TASK.replace("II/", "III/")),
      'A.1 deadline "Quý II/2023" → "Quý III/2023"',
    ],
    [
      "a lead",
      plan(TASK),
      plan(TASK.replace("Sở Nội vụ", "Sở Tư pháp (đôn đốc)")),
      'A.1 leads "Sở Nội vụ" → "Sở Tư pháp (đôn đốc)"',
    ],
    [
      "the name of a task",
      plan(TASK),
      plan(TASK.replace("Kiểm tra", "Thanh tra")),
      'A.1 task "Kiểm tra" → "Thanh tra"',
    ],
    ["a target that was added", plan(TASK), plan(`${TASK}- Chỉ tiêu: ≥ 30%\n`), 'A.1 target → "≥ 30%"'],
    [
      "a task that was added",
      plan(TASK),
      plan(`${TASK}## A.2 Báo cáo\n- Chủ trì: Sở Nội vụ\n`),
      'A.2 task → "Báo cáo"',
    ],
    [
      "a task that was taken out",
      plan(`${TASK}## A.2 Báo cáo\n- Chủ trì: Sở Nội vụ\n`),
      plan(TASK),
      'A.2 task "Báo cáo" →',
    ],
    ["the prose of a task", plan(TASK), plan(`${TASK}\nKèm phụ lục.\n`), 'A.1 prose → "Kèm phụ lục."'],
    [
      "a deadline of a group",
      plan(`## A. Nhóm\n- Thời hạn: Quý I/2023\n### A.1 Việc\n- Chủ trì: Sở Nội vụ\n`),
      plan(`## A. Nhóm\n- Thời hạn: Quý II/2023\n### A.1 Việc\n- Chủ trì: Sở Nội vụ\n`),
      'A deadline "Quý I/2023" → "Quý II/2023"; A.1 deadline "Quý I/2023" → "Quý II/2023"',
    ],
    ["front matter", plan(TASK), plan(TASK, "number: 5/KH-UBND\n"), 'number → "5/KH-UBND"'],
    [
      "a note",
      plan(TASK, "notes: [{where: Đầu, note: Sai}]\n"),
      plan(TASK, "notes: [{where: Đầu, note: Thiếu}]\n"),
      'notes "Sai" → "Thiếu"',
    ],
  ])("%s", async (_, before, after, expected) => expect(await change(PLAN, before, after)).toBe(expected));

  test("the threshold of a promise about an index", async () => {
    await repository.commit(DAYS[0], { [PLAN]: plan(TASK, PROMISE(25)) });
    await repository.commit(DAYS[1], { [PLAN]: plan(TASK, PROMISE(20)) });
    expect((await load())?.corrections[0]?.changes).toMatchObject([
      { field: "promise", before: { threshold: 25 }, after: { threshold: 20 } },
    ]);
  });
  test("nothing that a reader could not see", async () => {
    await repository.commit(DAYS[0], { [PLAN]: plan(TASK) });
    await repository.commit(DAYS[1], {
      [PLAN]: plan(TASK.replace("- Chủ trì:", "-  Chủ trì: ")).replace("year: 2023", 'year: "2023"'),
    });
    expect(told(await load())).toEqual([]);
  });
});

test.each([
  [
    "status and numbers",
    REPORT.replace("Đang thực hiện", "Vướng mắc").replace("40%", "45%"),
    'A.1 status "Đang thực hiện" → "Vướng mắc"; A.1 progress "40%" → "45%"',
  ],
  ["a task that was added", `${REPORT}## A.2\n- Trạng thái: Chưa bắt đầu\n`, 'A.2 status → "Chưa bắt đầu"'],
  [
    "the reporter",
    REPORT.replace("---\n##", "reporter: so-noi-vu-vi-du\n---\n##"),
    'reporter → "so-noi-vu-vi-du"',
  ],
])("what was changed in a report: %s", async (_, after, expected) =>
  expect(await change(UPDATE, REPORT, after)).toBe(expected),
);
