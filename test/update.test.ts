import { describe, expect, test } from "vitest";
import { parseAgencies } from "../scripts/model/agency.ts";
import { parseUpdate } from "../scripts/model/update.ts";
import { AGENCIES, reading, source } from "./support/sources.ts";

const { value: agencies } = reading(report => parseAgencies(source("agencies.csv", AGENCIES), report));
const parse = (body: string, front = "plan: vi-du-2023\nas_of: 2023-09-30", name = "2023-09-30.md") =>
  reading(report => parseUpdate(source(name, `---\n${front}\n---\n${body}`), agencies, "2023-10-01", report));

test("a report says of each task how it stands", () => {
  const { value, problems } = parse(
    "Tình hình chung.\n\n## A.I.3\n- Trạng thái: Đang thực hiện\n- Tiến độ: 60%\n- Giá trị: 22/40 cơ quan\n- Minh chứng: [Kế hoạch](https://vi-du.vn/)\n\nGhi chú.\n\n## A.I.4 Tên việc\n- Trạng thái: hoàn thành\n- Minh chứng: Báo cáo số 5/BC\n- Ngày hoàn thành: 15/9/2023\n",
    "plan: vi-du-2023\nas_of: 30/9/2023\npublished: 2023-10-05\nreporter: so-noi-vu-vi-du\ndocument: 1234/BC-SNV",
  );
  expect(problems).toEqual([]);
  expect(value).toMatchObject({
    plan: "vi-du-2023",
    asOf: "2023-09-30",
    published: "2023-10-05",
    reporter: "so-noi-vu-vi-du",
    document: "1234/BC-SNV",
    prose: { source: "Tình hình chung." },
    tasks: [
      {
        task: "A.I.3",
        state: "Đang thực hiện",
        progress: 60,
        value: "22/40 cơ quan",
        evidence: "[Kế hoạch](https://vi-du.vn/)",
        prose: { source: "Ghi chú." },
      },
      { task: "A.I.4", state: "Hoàn thành", progress: undefined, finished: "2023-09-15" },
    ],
  });
});

describe("progress", () => {
  test.each([
    ["0%", 0],
    ["100%", 100],
    ["60", 60],
    ["62,5%", 62.5],
    ["62.5 %", 62.5],
  ])("%j is %d per cent", (typed, progress) => {
    const { value, problems } = parse(`## A.1\n- Trạng thái: Đang thực hiện\n- Tiến độ: ${typed}\n`);
    expect(problems).toEqual([]);
    expect(value?.tasks).toMatchObject([{ progress }]);
  });
  test.each(["130%", "-1%", "gần xong", "6/10"])("%j is refused", typed => {
    expect(parse(`## A.1\n- Trạng thái: Đang thực hiện\n- Tiến độ: ${typed}\n`).problems).toEqual([
      `2023-09-30.md:7:12: tiến độ “${typed}” không nằm trong 0–100%; ghi phần trăm đã xong, ví dụ 60%`,
    ]);
  });
});

test("a task may be done on the day of the report, wholly, and the report be published that day", () => {
  const { problems } = parse(
    "## A.1\n- Trạng thái: Hoàn thành\n- Tiến độ: 100%\n- Minh chứng: Báo cáo\n- Ngày hoàn thành: 30/9/2023\n",
    "plan: vi-du-2023\nas_of: 2023-09-30\npublished: 2023-09-30",
  );
  expect(problems).toEqual([]);
});

test("a number alone is a task where a status stands below it, and a heading of prose elsewhere", () => {
  const { value, problems } = parse("## 1. Tình hình\n\nChung.\n\n## 2. Việc\n- Trạng thái: Vướng mắc\n");
  expect(problems).toEqual([]);
  expect(value?.tasks.map(({ task }) => task)).toEqual(["2"]);
  expect(value?.prose.source).toContain("Chung.");
});

test("prose below other headings is kept", () => {
  const { value, problems } = parse(
    "Mở đầu.\n\n## Khó khăn\nThiếu người.\n\n## A.1\n- Trạng thái: Vướng mắc\n",
  );
  expect(problems).toEqual([]);
  expect(value?.prose.source).toBe("Mở đầu.\n\n## Khó khăn\nThiếu người.");
  expect(value?.prose.line).toBe(5);
});

test("a report may move the deadline, within its own year when it names none", () => {
  const { value, problems } = parse("## A.1\n- Trạng thái: Vướng mắc\n- Thời hạn mới: Quý IV\n");
  expect(problems).toEqual([]);
  expect(value?.tasks).toMatchObject([
    { newDeadline: { printed: "Quý IV", due: "2023-12-31", rule: "hết quý IV/2023 (năm của văn bản)" } },
  ]);
});

test("words without marks are understood", () => {
  const { value, problems } = parse("## A.1\n- trang thai: dang thuc hien\n- tien do: 5%\n");
  expect(problems).toEqual([]);
  expect(value?.tasks).toMatchObject([{ state: "Đang thực hiện", progress: 5 }]);
});

describe("the name of the file begins with the day of the report", () => {
  const problemsOf = (name: string, asOf: string) =>
    parse("", `plan: vi-du-2023\nas_of: ${asOf}`, name).problems;
  test.each([
    ["updates/a/b/2023-09-30.md", "2023-09-30"],
    ["updates/a/b/2023-09-30.md", "30/9/2023"],
    ["updates/a/b/2023-09-30-so-noi-vu.md", "2023-09-30"],
    // As the editor in the browser calls a second report of a day.
    ["updates/a/b/2023-09-30-1.md", "2023-09-30"],
    ["2023-09-30b.md", "2023-09-30"],
  ])("%s for %s", (name, asOf) => expect(problemsOf(name, asOf)).toEqual([]));
  test.each([
    ["2023-09-03.md", "2023-09-30"],
    ["quy-3.md", "30/9/2023"],
    ["2023-09-301.md", "2023-09-30"],
  ])("not %s for %s", (name, asOf) =>
    expect(problemsOf(name, asOf)).toEqual([
      `${name}:3:8: tên tệp “${name.replace(".md", "")}” không bắt đầu bằng ngày số liệu 2023-09-30; đổi tên tệp thành 2023-09-30.md, hoặc sửa as_of`,
    ]),
  );
  test("a day that has not come yet is one problem, not two", () =>
    expect(problemsOf("2023-09-30.md", "2023-10-30")).toHaveLength(1));
});

describe("a report in other words is told which ones are meant, once each", () => {
  test.each([
    [
      "Tình trạng: Đang thực hiện",
      ["nhãn “Tình trạng” không có trong định dạng; có phải ý bạn là “Trạng thái”?"],
    ],
    ["Trạng thái: Xong", ["trạng thái “Xong” không có trong danh mục; có phải ý bạn là “Hoàn thành”?"]],
    [
      "Trạng thái: Đang làm",
      ["trạng thái “Đang làm” không có trong danh mục; có phải ý bạn là “Đang thực hiện”?"],
    ],
    [
      "Trạng thái: Chưa triển khai",
      ["trạng thái “Chưa triển khai” không có trong danh mục; có phải ý bạn là “Chưa bắt đầu”?"],
    ],
    [
      "Tình trạng: Đã xong",
      [
        "nhãn “Tình trạng” không có trong định dạng; có phải ý bạn là “Trạng thái”?",
        "trạng thái “Đã xong” không có trong danh mục; có phải ý bạn là “Hoàn thành”?",
      ],
    ],
    [
      "Trạng thái: Vướng mắc\n- Kết quả: 22/40",
      ["nhãn “Kết quả” không có trong định dạng; có phải ý bạn là “Giá trị”?"],
    ],
  ])("%s", (list, problems) =>
    expect(parse(`## A.1\n- ${list}\n`).problems.map(problem => problem.replace(/^\S+: /, ""))).toEqual(
      problems,
    ),
  );
});

test.each([
  ["Tình hình thực hiện", "Trạng thái"],
  ["Hiện trạng", "Trạng thái"],
  ["Tỷ lệ", "Tiến độ"],
  ["Phần trăm", "Tiến độ"],
  ["Số liệu", "Giá trị"],
  ["Tài liệu", "Minh chứng"],
  ["Văn bản", "Minh chứng"],
  ["Dẫn chứng", "Minh chứng"],
  ["Kiểm chứng", "Minh chứng"],
  ["Gia hạn", "Thời hạn mới"],
  ["Hạn mới", "Thời hạn mới"],
])("the label %j is told to be “%s”", (typed, label) =>
  expect(parse(`## A.1\n- ${typed}: 5\n`).problems.join()).toContain(
    `nhãn “${typed}” không có trong định dạng; có phải ý bạn là “${label}”?`,
  ),
);

test.each([
  ["Chưa", "Chưa bắt đầu"],
  ["Hoàn tất", "Hoàn thành"],
  ["Đã hoàn thành", "Hoàn thành"],
  ["Thực hiện xong", "Hoàn thành"],
  ["Đang", "Đang thực hiện"],
  ["Đã đang làm", "Đang thực hiện"],
  ["Khó khăn", "Vướng mắc"],
  ["Gặp khó khăn", "Vướng mắc"],
  ["Vướng", "Vướng mắc"],
  ["Gặp vướng", "Vướng mắc"],
  ["Không", "Không còn áp dụng"],
  ["Hủy", "Không còn áp dụng"],
  ["Đã hủy", "Không còn áp dụng"],
  ["Đã bỏ", "Không còn áp dụng"],
])("the status %j is told to be “%s”", (typed, state) =>
  expect(parse(`## A.1\n- Trạng thái: ${typed}\n`).problems).toEqual([
    expect.stringContaining(`trạng thái “${typed}” không có trong danh mục; có phải ý bạn là “${state}”?`),
  ]),
);

test("a report whose front matter is refused is checked to its end all the same", () => {
  expect(parse("## A.1\n- Trạng thái: Xong\n", "plan: vi-du-2023\nas_of: 30/9").problems).toEqual([
    expect.stringContaining("as_of: “30/9” không phải ngày"),
    expect.stringContaining("trạng thái “Xong” không có trong danh mục"),
  ]);
});
