import { describe, expect, test } from "vitest";
import { parseDeadline } from "../scripts/model/deadline.ts";
import { addDays } from "../scripts/model/fields.ts";
import { statusOf } from "../scripts/model/status.ts";
import type { Task } from "../scripts/model/task.ts";
import type { ReportedState } from "../scripts/model/task-update.ts";

type Said = readonly [asOf: string, state: ReportedState, finished?: string | undefined, moved?: string];

function judge(printed: string | undefined, said: readonly Said[], asOf: string) {
  const deadline = printed === undefined ? undefined : parseDeadline(printed, 2023);
  if (deadline === "impossible") throw new Error(`${printed} is no deadline`);
  const place = { file: "a.md", line: 1, column: 1 };
  const prose = { source: "", line: 1 };
  const task: Task = {
    id: "A.1",
    title: "Việc",
    assignments: [],
    deadline,
    deadlineFrom: undefined,
    output: undefined,
    criteria: [],
    target: undefined,
    carriesOut: [],
    prose,
    place,
  };
  const dated = (words: string | undefined) => {
    const read = words === undefined ? undefined : parseDeadline(words, 2023);
    return read === "impossible" ? undefined : read;
  };
  const updates = said.map(([day, state, finished, moved]) => ({
    task: "A.1",
    state,
    progress: undefined,
    value: undefined,
    evidence: "Báo cáo",
    evidencePlace: place,
    finished,
    newDeadline: dated(moved),
    prose,
    place,
    asOf: day,
  }));
  return statusOf(task, updates, asOf);
}

const DOING: Said = ["2023-05-31", "Đang thực hiện"];
const NOT_BEGUN: Said = ["2023-05-31", "Chưa bắt đầu"];
const STUCK: Said = ["2023-05-31", "Vướng mắc"];
const DONE: Said = ["2023-05-31", "Hoàn thành"];
const DONE_AFTER: Said = ["2023-07-15", "Hoàn thành"];
const DROPPED: Said = ["2023-05-31", "Không còn áp dụng"];

/** Deadline as printed, reports oldest first, day of judgement → status. Quý II ends on 30/6/2023. */
const TABLE: readonly [string | undefined, readonly Said[], string, string][] = [
  // Nobody reported.
  ["Quý II/2023", [], "2023-03-01", "not-due"],
  ["Quý II/2023", [], "2023-05-30", "not-due"],
  ["Quý II/2023", [], "2023-05-31", "due-soon"],
  ["Quý II/2023", [], "2023-06-30", "due-soon"],
  ["Quý II/2023", [], "2023-07-01", "unreported"],
  ["Quý II/2023", [], "2030-01-01", "unreported"],
  // Reported, not done.
  ["Quý II/2023", [["2023-03-31", "Đang thực hiện"]], "2023-04-01", "in-progress"],
  ["Quý II/2023", [["2023-03-31", "Chưa bắt đầu"]], "2023-04-01", "not-due"],
  ["Quý II/2023", [["2023-03-31", "Vướng mắc"]], "2023-04-01", "blocked"],
  ["Quý II/2023", [DOING], "2023-06-30", "due-soon"],
  ["Quý II/2023", [STUCK], "2023-06-30", "blocked"],
  ["Quý II/2023", [DOING], "2023-07-01", "overdue"],
  ["Quý II/2023", [NOT_BEGUN], "2023-07-01", "overdue"],
  ["Quý II/2023", [STUCK], "2023-07-01", "overdue"],
  // Done.
  ["Quý II/2023", [DONE], "2023-06-01", "done"],
  ["Quý II/2023", [DONE], "2030-01-01", "done"],
  ["Quý II/2023", [["2023-06-30", "Hoàn thành"]], "2023-07-01", "done"],
  ["Quý II/2023", [DONE_AFTER], "2023-07-15", "done-late"],
  ["Quý II/2023", [DOING, DONE_AFTER], "2023-08-01", "done-late"],
  ["Quý II/2023", [["2023-07-15", "Hoàn thành", "2023-06-30"]], "2023-08-01", "done"],
  ["Quý II/2023", [["2023-07-15", "Hoàn thành", "2023-07-01"]], "2023-08-01", "done-late"],
  // The day that a later report gives for it is better than the day of the first; of two the newer.
  ["Quý II/2023", [DONE_AFTER, ["2023-08-01", "Hoàn thành", "2023-06-28"]], "2023-08-01", "done"],
  [
    "Quý II/2023",
    [
      ["2023-07-15", "Hoàn thành", "2023-06-28"],
      ["2023-08-01", "Hoàn thành", "2023-07-05"],
    ],
    "2023-08-01",
    "done-late",
  ],
  // A later report that repeats "done" does not make it late; one that takes it back counts.
  ["Quý II/2023", [DONE, DONE_AFTER], "2023-08-01", "done"],
  ["Quý II/2023", [DONE, ["2023-07-10", "Đang thực hiện"]], "2023-08-01", "overdue"],
  ["Quý II/2023", [DONE, ["2023-06-10", "Đang thực hiện"], DONE_AFTER], "2023-08-01", "done-late"],
  // Dropped, whatever the deadline.
  ["Quý II/2023", [DROPPED], "2023-08-01", "not-applicable"],
  ["Thường xuyên", [DROPPED], "2023-08-01", "not-applicable"],
  // A report moved the deadline: it is judged by the new one, from that report on.
  ["Quý II/2023", [["2023-07-15", "Đang thực hiện", undefined, "Quý III/2023"]], "2023-07-20", "in-progress"],
  ["Quý II/2023", [["2023-07-15", "Đang thực hiện", undefined, "Quý III/2023"]], "2023-08-31", "due-soon"],
  ["Quý II/2023", [["2023-07-15", "Đang thực hiện", undefined, "Quý III/2023"]], "2023-10-01", "overdue"],
  ["Quý II/2023", [["2023-05-15", "Đang thực hiện", undefined, "31/5/2023"], STUCK], "2023-06-01", "overdue"],
  [
    "Quý II/2023",
    [
      ["2023-07-15", "Đang thực hiện", undefined, "Quý III/2023"],
      ["2023-09-30", "Hoàn thành"],
    ],
    "2023-10-01",
    "done",
  ],
  ["Thường xuyên", [["2023-05-15", "Đang thực hiện", undefined, "30/6/2023"]], "2023-07-01", "overdue"],
  // Of several the newest.
  [
    "Quý II/2023",
    [
      ["2023-05-15", "Đang thực hiện", undefined, "Quý III/2023"],
      ["2023-08-15", "Đang thực hiện", undefined, "Quý IV/2023"],
    ],
    "2023-11-01",
    "in-progress",
  ],
  ["Thường xuyên", [["2023-05-15", "Chưa bắt đầu", undefined, "30/6/2023"]], "2023-05-20", "not-due"],
  // Undated is never late.
  ["Thường xuyên", [], "2030-01-01", "undated"],
  ["Theo quy định", [NOT_BEGUN], "2030-01-01", "undated"],
  ["Theo tiến độ", [DOING], "2030-01-01", "in-progress"],
  ["Sau khi có hướng dẫn", [STUCK], "2030-01-01", "blocked"],
  ["Thường xuyên", [DONE], "2030-01-01", "done"],
  [undefined, [], "2030-01-01", "undated"],
  [undefined, [DOING], "2030-01-01", "in-progress"],
  // Every form of a date.
  ["Trong năm 2023", [], "2023-12-31", "due-soon"],
  ["Trong năm 2023", [], "2024-01-01", "unreported"],
  ["Trước 15/12/2023", [], "2023-12-15", "due-soon"],
  ["Trước 15/12/2023", [], "2023-12-16", "unreported"],
  ["Tháng 2/2024", [], "2024-02-29", "due-soon"],
  ["Tháng 2/2024", [], "2024-03-01", "unreported"],
];

test.each(TABLE)("due %j, reports %j, on %s: %s", (printed, said, asOf, key) => {
  expect(judge(printed, said, asOf).key).toBe(key);
});

/** Every form of a deadline with its last day; undated ones have none. */
const FORMS: readonly [printed: string, due: string | undefined][] = [
  ["15/9/2023", "2023-09-15"],
  ["Trước ngày 15/9/2023", "2023-09-15"],
  ["Tháng 9/2023", "2023-09-30"],
  ["Trước tháng 10/2023", "2023-09-30"],
  ["Quý III/2023", "2023-09-30"],
  ["Quý II, III/2023", "2023-09-30"],
  ["6 tháng đầu năm 2023", "2023-06-30"],
  ["Trong năm 2023", "2023-12-31"],
  ["Giai đoạn 2021-2023", "2023-12-31"],
  ["Thường xuyên", undefined],
  ["Hằng quý", undefined],
  ["Theo quy định", undefined],
  ["Sau khi có hướng dẫn của Bộ", undefined],
];

/** The newest report → status long before the deadline, within 30 days of it, on its last day, a day late, undated. */
const RULES: readonly [
  state: ReportedState | undefined,
  early: string,
  soon: string,
  last: string,
  late: string,
  undated: string,
][] = [
  [undefined, "not-due", "due-soon", "due-soon", "unreported", "undated"],
  ["Chưa bắt đầu", "not-due", "due-soon", "due-soon", "overdue", "undated"],
  ["Đang thực hiện", "in-progress", "due-soon", "due-soon", "overdue", "in-progress"],
  ["Vướng mắc", "blocked", "blocked", "blocked", "overdue", "blocked"],
  ["Hoàn thành", "done", "done", "done", "done", "done"],
  [
    "Không còn áp dụng",
    "not-applicable",
    "not-applicable",
    "not-applicable",
    "not-applicable",
    "not-applicable",
  ],
];

describe.each(FORMS)("due %j", (printed, due) => {
  test.each(RULES)(
    "newest report %j: %s, %s, %s, %s; undated %s",
    (state, early, soon, last, late, undated) => {
      const said: readonly Said[] = state === undefined ? [] : [["2023-01-15", state]];
      const on = (day: string) => judge(printed, said, day).key;
      if (due === undefined)
        expect(["2023-02-01", "2023-12-31", "2030-01-01"].map(on)).toEqual([undated, undated, undated]);
      else
        expect([addDays(due, -31), addDays(due, -30), due, addDays(due, 1)].map(on)).toEqual([
          early,
          soon,
          last,
          late,
        ]);
    },
  );
});

describe("every status says by which rule and at which day", () => {
  test.each<[string | undefined, readonly Said[], string, string]>([
    ["Quý II/2023", [], "2023-07-01", "đã qua hạn 30/06/2023 mà đến ngày 01/07/2023 chưa có báo cáo nào"],
    [
      "Quý II/2023",
      [DOING],
      "2023-07-01",
      "đã qua hạn 30/06/2023; báo cáo gần nhất tại ngày 31/05/2023 ghi “Đang thực hiện”",
    ],
    ["Quý II/2023", [DONE_AFTER], "2023-08-01", "báo cáo hoàn thành tại ngày 15/07/2023, sau hạn 30/06/2023"],
    [
      "Quý II/2023",
      [["2023-07-15", "Hoàn thành", "2023-06-29"]],
      "2023-08-01",
      "hoàn thành ngày 29/06/2023, trong hạn 30/06/2023",
    ],
    [
      "Quý II/2023",
      [["2023-07-15", "Đang thực hiện", undefined, "Quý III/2023"]],
      "2023-10-01",
      "đã qua hạn 30/09/2023 (theo báo cáo; kế hoạch: 30/06/2023); báo cáo gần nhất tại ngày 15/07/2023 ghi “Đang thực hiện”",
    ],
    [
      "Thường xuyên",
      [["2023-05-15", "Đang thực hiện", undefined, "30/6/2023"]],
      "2023-07-01",
      "đã qua hạn 30/06/2023 (theo báo cáo; kế hoạch: Thường xuyên); báo cáo gần nhất tại ngày 15/05/2023 ghi “Đang thực hiện”",
    ],
    [
      undefined,
      [["2023-05-15", "Vướng mắc", undefined, "30/6/2023"]],
      "2023-06-01",
      "báo cáo vướng mắc tại ngày 15/05/2023; hạn 30/06/2023 (theo báo cáo; kế hoạch: không nêu)",
    ],
    ["Quý II/2023", [DOING], "2023-06-15", "còn không quá 30 ngày tới hạn 30/06/2023"],
    [
      "Quý II/2023",
      [["2023-03-31", "Đang thực hiện"]],
      "2023-04-01",
      "báo cáo tại ngày 31/03/2023; hạn 30/06/2023",
    ],
    ["Quý II/2023", [], "2023-03-01", "hạn 30/06/2023 chưa đến tại ngày 01/03/2023"],
    ["Quý II/2023", [DROPPED], "2023-08-01", "báo cáo tại ngày 31/05/2023 ghi không còn áp dụng"],
    [
      "Thường xuyên",
      [DONE],
      "2023-08-01",
      "báo cáo hoàn thành tại ngày 31/05/2023; không xác định hạn: việc thường xuyên hoặc định kỳ, không có ngày kết thúc",
    ],
    [undefined, [], "2023-07-01", "không xác định hạn: văn bản không nêu thời hạn"],
    [
      "Thường xuyên",
      [],
      "2023-07-01",
      "không xác định hạn: việc thường xuyên hoặc định kỳ, không có ngày kết thúc",
    ],
  ])("due %j, reports %j, on %s", (printed, said, asOf, rule) =>
    expect(judge(printed, said, asOf).rule).toBe(rule),
  );

  test("and names the report it judged by", () => {
    expect(judge("Quý II/2023", [DOING, DONE_AFTER], "2023-08-01").update?.asOf).toBe("2023-07-15");
    expect(judge("Quý II/2023", [], "2023-08-01").update).toBeUndefined();
  });
});
