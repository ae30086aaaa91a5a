import { describe, expect, test } from "vitest";
import { flagsOf, updatesOf } from "../scripts/model/progress.ts";
import { plan, siteOf } from "./support/sources.ts";

/** A task, and reports on it on 31/3, 30/6 and 30/9/2023. */
function reported(lines: readonly string[], task = "- Chủ trì: Sở Nội vụ\n- Thời hạn: Quý II/2023\n") {
  const days = ["2023-03-31", "2023-06-30", "2023-09-30"];
  const reports = lines.map(
    (text, i) =>
      [`updates/a/${days[i]}.md`, `---\nplan: ke-hoach\nas_of: ${days[i]}\n---\n## A.1\n${text}\n`] as const,
  );
  const { site, problems } = siteOf({
    "plans/a/ke-hoach.md": plan(`## A.1 Việc\n${task}`),
    ...Object.fromEntries(reports),
  });
  const [only] = site.plans;
  const [first] = only?.tasks ?? [];
  if (!only || !first) throw new Error(problems.join("\n"));
  return { problems, flags: flagsOf(first, updatesOf(site, only, first)) };
}

const DOING = "- Trạng thái: Đang thực hiện";
const DONE = "- Trạng thái: Hoàn thành\n- Minh chứng: Báo cáo số 5/BC";
const WHY = "\n\nĐếm lại theo hướng dẫn mới.";

/** What two reports said one after the other, and what the second took back. */
const SETBACKS: readonly [string, string, string | undefined][] = [
  [DONE, DOING, "trạng thái lùi từ “Hoàn thành” về “Đang thực hiện”"],
  [DONE, "- Trạng thái: Vướng mắc", "trạng thái lùi từ “Hoàn thành” về “Vướng mắc”"],
  [DONE, "- Trạng thái: Không còn áp dụng", "trạng thái lùi từ “Hoàn thành” về “Không còn áp dụng”"],
  [DOING, "- Trạng thái: Chưa bắt đầu", "trạng thái lùi từ “Đang thực hiện” về “Chưa bắt đầu”"],
  [DOING, "- Trạng thái: Vướng mắc", undefined],
  [DOING, "- Trạng thái: Không còn áp dụng", undefined],
  ["- Trạng thái: Không còn áp dụng", DOING, undefined],
  [DOING, DONE, undefined],
  [`${DOING}\n- Tiến độ: 60%`, `${DOING}\n- Tiến độ: 45,5%`, "tiến độ giảm từ 60% còn 45,5%"],
  [`${DOING}\n- Tiến độ: 60%`, `${DOING}\n- Tiến độ: 60%`, undefined],
  [`${DOING}\n- Tiến độ: 60%`, DOING, undefined],
  [
    `${DOING}\n- Giá trị: 22/40 cơ quan`,
    `${DOING}\n- Giá trị: 18/40 cơ quan`,
    "giá trị đi ngược từ “22/40 cơ quan” thành “18/40 cơ quan”",
  ],
  [`${DOING}\n- Giá trị: 18/40 cơ quan`, `${DOING}\n- Giá trị: 22/40 cơ quan`, undefined],
  // Other words, another base, or a number that can be read in two ways are not compared.
  [`${DOING}\n- Giá trị: 22/40 cơ quan`, `${DOING}\n- Giá trị: 18/30 cơ quan`, undefined],
  [`${DOING}\n- Giá trị: 9 hồ sơ trễ hạn`, `${DOING}\n- Giá trị: 5 hồ sơ trễ hạn`, undefined],
  [`${DOING}\n- Giá trị: 980 hồ sơ`, `${DOING}\n- Giá trị: 1.234 hồ sơ`, undefined],
  [`${DOING}\n- Giá trị: 980 hồ sơ`, `${DOING}\n- Giá trị: 1,234 hồ sơ`, undefined],
  [`${DOING}\n- Giá trị: 980 hồ sơ`, `${DOING}\n- Giá trị: 12.345 hồ sơ`, undefined],
  [DOING, `${DOING}\n- Giá trị: 18/40 cơ quan`, undefined],
  // A number is read whole, and with what is written before it.
  [
    `${DOING}\n- Giá trị: 45,5 điểm`,
    `${DOING}\n- Giá trị: 45,2 điểm`,
    "giá trị đi ngược từ “45,5 điểm” thành “45,2 điểm”",
  ],
  [
    `${DOING}\n- Giá trị: 1.234.567 đồng`,
    `${DOING}\n- Giá trị: 1.134.567 đồng`,
    "giá trị đi ngược từ “1.234.567 đồng” thành “1.134.567 đồng”",
  ],
  [
    `${DOING}\n- Giá trị: Đã kiểm tra 22/40 cơ quan`,
    `${DOING}\n- Giá trị: Đã kiểm tra 18/40 cơ quan`,
    "giá trị đi ngược từ “Đã kiểm tra 22/40 cơ quan” thành “Đã kiểm tra 18/40 cơ quan”",
  ],
];

describe("what a report takes back", () => {
  test.each(SETBACKS)("%j, then %j: %s", (before, after, setback) => {
    const { problems, flags } = reported([before, after]);
    expect(problems).toEqual(
      setback === undefined
        ? []
        : [expect.stringContaining(`updates/a/2023-06-30.md:5:1: ${setback} so với các báo cáo`)],
    );
    expect(flags).toEqual(setback === undefined ? [] : [{ asOf: "2023-06-30", text: setback }]);
  });

  test("is taken back too when a report between says nothing of it", () => {
    const values = (progress: number, count: number) =>
      `${DOING}\n- Tiến độ: ${progress}%\n- Giá trị: ${count}/40 cơ quan`;
    const { problems, flags } = reported([values(60, 22), DOING, values(40, 18)]);
    const setbacks = [
      "tiến độ giảm từ 60% còn 40%",
      "giá trị đi ngược từ “22/40 cơ quan” thành “18/40 cơ quan”",
    ];
    expect(flags).toEqual(setbacks.map(text => ({ asOf: "2023-09-30", text })));
    expect(problems).toEqual(
      setbacks.map(setback =>
        expect.stringContaining(
          `${setback} so với các báo cáo đến ngày 2023-06-30 mà không nói vì sao; thêm một đoạn văn`,
        ),
      ),
    );
  });

  test("with a word why it is accepted, and still flagged", () => {
    const { problems, flags } = reported([DONE, `${DOING}${WHY}`]);
    expect(problems).toEqual([]);
    expect(flags).toEqual([
      { asOf: "2023-06-30", text: "trạng thái lùi từ “Hoàn thành” về “Đang thực hiện”" },
    ]);
  });

  test("is taken back too when it had been more only in the report before", () => {
    const value = (count: number) => `${DOING}\n- Tiến độ: ${count}%\n- Giá trị: ${count}/40 cơ quan`;
    expect(reported([value(20), value(30), value(25)]).flags).toEqual([
      { asOf: "2023-09-30", text: "tiến độ giảm từ 30% còn 25%" },
      { asOf: "2023-09-30", text: "giá trị đi ngược từ “30/40 cơ quan” thành “25/40 cơ quan”" },
    ]);
  });

  test.each(["≤ 5%", "< 5%", "dưới 5%", "không quá 5%", "tối đa 5%"])(
    "a smaller value is the better one where the target is an upper limit: %s",
    limit => {
      const task = `- Chủ trì: Sở Nội vụ\n- Chỉ tiêu: Tỷ lệ hồ sơ trễ hạn ${limit}\n`;
      expect(reported([`${DOING}\n- Giá trị: 9%`, `${DOING}\n- Giá trị: 6%`], task).problems).toEqual([]);
      expect(reported([`${DOING}\n- Giá trị: 6%`, `${DOING}\n- Giá trị: 9%`], task).flags).toEqual([
        { asOf: "2023-06-30", text: "giá trị đi ngược từ “6%” thành “9%”" },
      ]);
    },
  );

  test("a target above a bound asks for more", () => {
    const task = "- Chủ trì: Sở Nội vụ\n- Chỉ tiêu: Trên 30% cơ quan được kiểm tra\n";
    expect(reported([`${DOING}\n- Giá trị: 30%`, `${DOING}\n- Giá trị: 20%`], task).flags).toEqual([
      { asOf: "2023-06-30", text: "giá trị đi ngược từ “30%” thành “20%”" },
    ]);
  });
});

test.each([
  ["Giảm 20% thời gian giải quyết", "%"],
  ["Xử lý dứt điểm", " hồ sơ trễ hạn"],
  ["Xử lý dứt điểm", " hồ sơ quá hạn"],
  ["Xử lý dứt điểm", " hồ sơ tồn đọng"],
  ["Xử lý vi phạm", " vụ"],
  ["Giải quyết khiếu nại", " vụ"],
])("of %j a number of%s alone does not say which way is back", (target, words) => {
  const task = `- Chủ trì: Sở Nội vụ\n- Chỉ tiêu: ${target}\n`;
  for (const [before, after] of [
    ["20", "15"],
    ["15", "20"],
  ])
    expect(
      reported([`${DOING}\n- Giá trị: ${before}${words}`, `${DOING}\n- Giá trị: ${after}${words}`], task)
        .flags,
    ).toEqual([]);
});

describe("a moved deadline", () => {
  test("is flagged with the old and the new one, each time it moves", () => {
    const { problems, flags } = reported([
      `${DOING}\n- Thời hạn mới: Quý III/2023`,
      DOING,
      `${DOING}\n- Thời hạn mới: 15/12`,
    ]);
    expect(problems).toEqual([]);
    expect(flags).toEqual([
      { asOf: "2023-03-31", text: "thời hạn dời từ “Quý II/2023” sang “Quý III/2023”" },
      { asOf: "2023-09-30", text: "thời hạn dời từ “Quý III/2023” sang “15/12”" },
    ]);
  });
  test("is read without the signs of Markdown", () => {
    expect(reported([`${DOING}\n- Thời hạn mới: **Quý III/2023**`]).flags).toEqual([
      { asOf: "2023-03-31", text: "thời hạn dời từ “Quý II/2023” sang “Quý III/2023”" },
    ]);
  });
  test("that names the same day is none", () => {
    expect(reported([`${DOING}\n- Thời hạn mới: 30/6/2023`]).flags).toEqual([]);
  });
});
