import { describe, expect, test } from "vitest";
import { taskChunks, taskIndex, taskRows } from "../layouts/task-index.ts";
import { checkContent } from "../scripts/check.ts";
import {
  byLead,
  byQuarter,
  byStatus,
  countStatuses,
  coverageOf,
  differences,
  flagsOf,
  hasNoLead,
  judgeTasks,
  quarterOf,
  updatesOf,
} from "../scripts/model/progress.ts";
import { STATUS_KEYS } from "../scripts/model/status.ts";
import { leadsOf } from "../scripts/model/task.ts";
import { CHUNK, findTasks, planOfTask } from "../scripts/model/task-index.ts";
import { plan, siteOf } from "./support/sources.ts";

const { site, problems } = await checkContent({
  contentDir: "test/fixtures/good/content",
  dataDir: "test/fixtures/good/data",
  asOf: "2023-08-31",
});
const judged = judgeTasks(site);

test("the example province has every status, moved deadlines and setbacks", () => {
  expect(problems).toEqual([]);
  const counts = countStatuses(judged);
  expect(STATUS_KEYS.filter(key => !counts.get(key))).toEqual([]);
  const flags = judged
    .filter(({ isFlagged }) => isFlagged)
    .map(({ plan, task }) => [
      task.id,
      ...flagsOf(task, updatesOf(site, plan, task)).map(({ text }) => text),
    ]);
  expect(flags).toEqual([
    ["A.I.3", "tiến độ giảm từ 80% còn 60%"],
    [
      "A.III.1",
      "trạng thái lùi từ “Hoàn thành” về “Đang thực hiện”",
      "giá trị đi ngược từ “12/12 thủ tục” thành “9/12 thủ tục”",
    ],
    ["A.III.2", "thời hạn dời từ “Quý II/2023” sang “Quý IV/2023”"],
  ]);
});

describe("tasks in groups", () => {
  const tasks = judgeTasks(
    siteOf(
      {
        "plans/a/ke-hoach.md": plan(
          "## A.1 Việc\n- Chủ trì: Sở Nội vụ\n- Thời hạn: 01/4/2024\n" +
            "## A.2 Việc\n- Phối hợp: Sở Nội vụ\n- Thời hạn: Quý I/2024\n" +
            "## A.3 Việc\n- Chủ trì: Sở Nội vụ; Sở Y tế\n- Thời hạn: Quý IV/2023\n" +
            "## A.4 Việc\n- Chủ trì: Sở Y tế\n- Thời hạn: Thường xuyên\n" +
            "## A.5 Việc\n- Chủ trì: Sở Nội vụ\n- Thời hạn: 01/01/2024\n",
        ),
      },
      "2023-12-31",
    ).site,
  );
  const ids = (found: readonly (typeof tasks)[number][] | undefined) => found?.map(({ task }) => task.id);

  test("by their quarters, the latest first; without a date in none", () => {
    expect([...byQuarter(tasks)].map(([quarter, found]) => [quarter, ids(found)])).toEqual([
      ["2024-2", ["A.1"]],
      ["2024-1", ["A.2", "A.5"]],
      ["2023-4", ["A.3"]],
    ]);
  });
  test("by where they stand, in the order in which they need attention, and counted", () => {
    expect([...byStatus(tasks).keys()]).toEqual(STATUS_KEYS);
    expect([...countStatuses(tasks).keys()]).toEqual(STATUS_KEYS);
    const found = [...byStatus(tasks)].filter(([, { length }]) => length > 0);
    expect(found.map(([status, group]) => [status, ids(group)])).toEqual([
      ["due-soon", ["A.3", "A.5"]],
      ["not-due", ["A.1", "A.2"]],
      ["undated", ["A.4"]],
    ]);
    expect([...countStatuses(tasks)].filter(([, count]) => count !== 0)).toEqual([
      ["due-soon", 2],
      ["not-due", 2],
      ["undated", 1],
    ]);
  });
  test("by who leads them; whom nobody knows leads none", () => {
    expect([...byLead(tasks)].map(([lead, found]) => [lead, ids(found)])).toEqual([
      ["so-noi-vu-vi-du", ["A.1", "A.3", "A.5"]],
    ]);
    expect(ids(tasks.filter(hasNoLead))).toEqual(["A.2", "A.4"]);
  });
});

test.each([
  ["2023-01-01", "2023-1"],
  ["2023-03-31", "2023-1"],
  ["2023-04-01", "2023-2"],
  ["2023-09-30", "2023-3"],
  ["2023-10-01", "2023-4"],
  ["2023-12-31", "2023-4"],
])("%s is in the quarter %s", (day, quarter) => expect(quarterOf(day)).toBe(quarter));

test("an agency that a task names twice leads it once", () => {
  const twice = siteOf({
    "plans/a/hai-lan.md": plan(
      "## A.1 Việc\n- Chủ trì: Sở Nội vụ; Sở Nội vụ\n## A.2 Việc\n- Chủ trì: Sở Nội vụ\n",
    ),
  });
  expect(twice.problems).toEqual([]);
  const led = byLead(judgeTasks(twice.site)).get("so-noi-vu-vi-du");
  expect(led?.map(({ task }) => task.id)).toEqual(["A.1", "A.2"]);
});

describe("a plan and the one above it", () => {
  const upper = plan(
    "## A.1 Việc\n- Chủ trì: Sở Nội vụ\n- Thời hạn: Quý II/2023\n- Chỉ tiêu: ≥ 30%\n## A.2 Việc\n- Chủ trì: Sở Nội vụ\n",
  );
  const below = (lines: string) =>
    siteOf({
      "plans/a/tren.md": upper,
      "plans/b/duoi.md": plan(
        `## B.1 Việc\n- Chủ trì: Sở Nội vụ\n- Thực hiện: tren#A.1\n${lines}`,
        "",
        "so-noi-vu-vi-du",
      ),
    }).site;

  test("coverage counts the tasks above that someone carries out", () => {
    const found = below("");
    const [tren, duoi] = ["tren", "duoi"].map(slug => found.planBySlug.get(slug));
    if (!tren || !duoi) throw new Error("no plans");
    expect(coverageOf(found, tren)).toEqual({ covered: 1, total: 2 });
    expect(coverageOf(found, duoi)).toEqual({ covered: 0, total: 1 });
  });

  test.each([
    ["- Thời hạn: 30/6/2023\n- Chỉ tiêu: ≥ 30%\n", []],
    [
      "- Thời hạn: Trong năm\n- Chỉ tiêu: ≥ 30%\n",
      ["thời hạn: “Trong năm”, nhiệm vụ cấp trên “Quý II/2023”"],
    ],
    ["- Thời hạn: Quý II\n- Chỉ tiêu: ≥ 20%\n", ["chỉ tiêu: “≥ 20%”, nhiệm vụ cấp trên “≥ 30%”"]],
    ["- Chỉ tiêu: ≥ 30%\n", ["thời hạn: “không nêu”, nhiệm vụ cấp trên “Quý II/2023”"]],
    ["- Thời hạn: Quý II\n", []],
  ])("%j differs in %j", (lines, differing) => {
    const found = below(lines);
    const [lower] = found.planBySlug.get("duoi")?.tasks ?? [];
    const [above] = found.planBySlug.get("tren")?.tasks ?? [];
    if (!lower || !above) throw new Error("no tasks");
    expect(differences(lower, above)).toEqual(differing);
    // Where one of the two names no target, nothing differs in it.
    expect(differences(lower, { ...above, target: undefined, deadline: lower.deadline })).toEqual([]);
  });
});

describe("the board's filter finds in the browser what the site knows", () => {
  const index = taskIndex(site);
  const ALL = { status: "", lead: "", quarter: "", plan: "" };

  test.each([
    ["everything", ALL, () => true],
    ["a status", { ...ALL, status: "qua-han" }, ({ status }) => status === "overdue"],
    [
      "a lead",
      { ...ALL, lead: "so-tu-phap-vi-du" },
      ({ task }) => leadsOf(task).some(({ agency }) => agency === "so-tu-phap-vi-du"),
    ],
    [
      "a quarter, by the deadline that holds now",
      { ...ALL, quarter: "2023-4" },
      ({ due }) => due !== undefined && quarterOf(due) === "2023-4",
    ],
    ["a plan", { ...ALL, plan: "mau-2022" }, item => item.plan.slug === "mau-2022"],
    [
      "two of them",
      { ...ALL, lead: "so-noi-vu-vi-du", status: "chua-den-han" },
      item =>
        item.status === "not-due" && leadsOf(item.task).some(({ agency }) => agency === "so-noi-vu-vi-du"),
    ],
    ["a value that nobody knows", { ...ALL, quarter: "1999-1" }, () => false],
  ] satisfies [string, typeof ALL, (task: (typeof judged)[number]) => boolean][])("%s", (_, choice, is) => {
    const found = findTasks(index, choice);
    const rows = taskChunks(site).map(taskRows);
    expect(found).toEqual(judged.flatMap((task, i) => (is(task) ? [i] : [])));
    for (const i of found) {
      expect(index.plans[planOfTask(index, i)]?.id).toBe(judged[i]?.plan.slug);
      expect(rows[Math.floor(i / CHUNK)]?.[i % CHUNK]?.[0]).toBe(judged[i]?.task.id);
    }
  });

  test("chunks hold every task once", () => {
    const rows = taskChunks(site).flatMap(taskRows);
    expect(rows).toHaveLength(judged.length);
  });
});
