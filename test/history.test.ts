import { expect, test } from "vitest";
import { type Commit, followFiles, hasHistory, historyOf } from "../scripts/model/history.ts";
import { plan, siteOf } from "./support/sources.ts";

/** What each report on the plan says, by its day. */
function planWith(reports: Record<string, string>) {
  const { site, problems } = siteOf({
    "plans/a/ke-hoach.md": plan("## A.1 Việc\n- Chủ trì: Sở Nội vụ\n- Thời hạn: Quý II\n"),
    ...Object.fromEntries(
      Object.entries(reports).map(([day, lines]) => [
        `updates/a/ke-hoach/${day}.md`,
        `---\nplan: ke-hoach\nas_of: ${day}\n---\n## A.1\n${lines}\n`,
      ]),
    ),
  });
  expect(problems).toEqual([]);
  const [only] = site.plans;
  if (!only) throw new Error("no plan");
  return { site, plan: only };
}

test("of each report the history tells what the ones before it did not, the newest first", () => {
  const { site, plan } = planWith({
    "2023-03-31": "- Trạng thái: Đang thực hiện\n- Tiến độ: 60%\n- Giá trị: 5/8\n- Minh chứng: Báo cáo 1",
    // Says nothing of progress and value: they stand.
    "2023-06-30": "- Trạng thái: Đang thực hiện\n- Thời hạn mới: Quý III",
    "2023-07-31": "- Trạng thái: Đang thực hiện\n- Tiến độ: 60%\n- Giá trị: 6/8\n- Thời hạn mới: Quý IV",
    "2023-09-30":
      "- Trạng thái: Hoàn thành\n- Tiến độ: 100%\n- Minh chứng: Báo cáo 2\n- Ngày hoàn thành: 15/9/2023\n\nXong.",
  });
  expect(
    historyOf(site, plan).map(({ day, changes }) => [
      day,
      ...changes.map(({ field, before, after }) => [field, before, after]),
    ]),
  ).toEqual([
    [
      "2023-09-30",
      ["status", "Đang thực hiện", "Hoàn thành"],
      ["progress", "60%", "100%"],
      ["finished", undefined, "2023-09-15"],
    ],
    ["2023-07-31", ["value", "5/8", "6/8"], ["deadline", "Quý III", "Quý IV"]],
    ["2023-06-30", ["deadline", "Quý II", "Quý III"]],
    [
      "2023-03-31",
      ["status", undefined, "Đang thực hiện"],
      ["progress", undefined, "60%"],
      ["value", undefined, "5/8"],
    ],
  ]);
  expect(hasHistory(site, plan)).toBe(true);
});

test("a plan without a report or a change has no history", () => {
  const { site, plan } = planWith({});
  expect(historyOf(site, plan)).toEqual([]);
  expect(hasHistory(site, plan)).toBe(false);
});

test("a file is followed through its names; one that comes again after it was removed is a new one", () => {
  const commit = (id: string, ...files: Commit["files"]): Commit => ({
    id,
    at: `${id}T00:00:00+07:00`,
    reason: undefined,
    files,
  });
  const files = followFiles([
    commit(
      "2023-01-01",
      { name: "a.md", from: undefined, blob: "1" },
      { name: "b.md", from: undefined, blob: "2" },
    ),
    commit("2023-01-02", { name: "c.md", from: "a.md", blob: "3" }),
    commit("2023-01-03", { name: "b.md", from: undefined, blob: undefined }),
    commit(
      "2023-01-04",
      { name: "b.md", from: undefined, blob: "4" },
      { name: "a.md", from: undefined, blob: "5" },
    ),
  ]);
  expect(files.map(({ name, versions }) => [name, ...versions.map(({ blob }) => blob)])).toEqual([
    ["c.md", "1", "3"],
    ["b.md", "2", undefined],
    ["b.md", "4"],
    ["a.md", "5"],
  ]);
});
