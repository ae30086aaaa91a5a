import { describe, expect, test } from "vitest";
import { parseAgencies } from "../scripts/model/agency.ts";
import { parseUpdate } from "../scripts/model/update.ts";
import { AGENCIES, reading, source } from "./support/sources.ts";

const { value: agencies } = reading(report => parseAgencies(source("agencies.csv", AGENCIES), report));
const parse = (body: string, front = "plan: vi-du-2023\nas_of: 2023-09-30", name = "2023-09-30.md") =>
  reading(report => parseUpdate(source(name, `---\n${front}\n---\n${body}`), agencies, "2023-10-01", report));

describe("what is refused, and where", () => {
  test.each([
    [
      "done without evidence",
      "## A.1\n- Trạng thái: Hoàn thành\n",
      "6:15: nhiệm vụ A.1 ghi “Hoàn thành” mà không có minh chứng",
    ],
    [
      "done with empty evidence",
      "## A.1\n- Trạng thái: Hoàn thành\n- Minh chứng:\n",
      "6:15: nhiệm vụ A.1 ghi “Hoàn thành” mà không có minh chứng",
    ],
    [
      "done with the dots of the message as evidence",
      "## A.1\n- Trạng thái: Hoàn thành\n- Minh chứng: …\n",
      "6:15: nhiệm vụ A.1 ghi “Hoàn thành” mà không có minh chứng",
    ],
    ...["Không", "Chưa có", "không có."].map(none => [
      `done, with “${none}” as evidence`,
      `## A.1\n- Trạng thái: Hoàn thành\n- Minh chứng: ${none}\n`,
      "6:15: nhiệm vụ A.1 ghi “Hoàn thành” mà không có minh chứng",
    ]),
    [
      "a value that is only a dash",
      "## A.1\n- Trạng thái: Đang thực hiện\n- Giá trị: -\n",
      "7:3: nhãn “Giá trị” không có giá trị; ghi giá trị, hoặc bỏ dòng này",
    ],
    [
      "an unknown status",
      "## A.1\n- Trạng thái: Đang thực hịn\n",
      "6:15: trạng thái “Đang thực hịn” không có trong danh mục; có phải ý bạn là “Đang thực hiện”?",
    ],
    [
      "an unknown label",
      "## A.1\n- Trạng thái: Đang thực hiện\n- Tiến độo: 5%\n",
      "7:3: nhãn “Tiến độo” không có trong định dạng; có phải ý bạn là “Tiến độ”?",
    ],
    [
      "a label that stands twice",
      "## A.1\n- Trạng thái: Đang thực hiện\n- Trạng thái: Vướng mắc\n",
      "7:3: nhãn “Trạng thái” có hai lần",
    ],
    [
      "a line without label",
      "## A.1\n- Trạng thái: Đang thực hiện\n- chờ\n",
      "7:3: dòng “chờ” không có dạng Nhãn: giá trị; thêm nhãn, hoặc chuyển câu này xuống đoạn văn bên dưới",
    ],
    [
      "a long line without label",
      `## A.1\n- Trạng thái: Đang thực hiện\n- ${"chờ ".repeat(9)}duyệt xong\n`,
      `7:3: dòng “${"chờ ".repeat(9)}duyệ” không có dạng`,
    ],
    [
      "a state without its colon",
      "## A.1\n- Trạng thái Đang thực hiện\n",
      "6:3: dòng “Trạng thái Đang thực hiện” không có dạng Nhãn: giá trị; viết “Trạng thái: Đang thực hiện”",
    ],
    [
      "a label in bold",
      "## A.1\n- Trạng thái: Vướng mắc\n- **Ghi chú:** chờ\n",
      "7:3: dòng “**Ghi chú:** chờ” không có dạng Nhãn: giá trị; bỏ dấu * và _ quanh nhãn",
    ],
    [
      "a label in italics",
      "## A.1\n- Trạng thái: Vướng mắc\n- _Ghi chú_ chờ xong\n",
      "7:3: dòng “_Ghi chú_ chờ xong” không có dạng Nhãn: giá trị; bỏ dấu * và _ quanh nhãn",
    ],
    [
      "a wide colon",
      "## A.1\n- Trạng thái: Vướng mắc\n- Ghi chú：chờ\n",
      "7:3: dòng “Ghi chú：chờ” không có dạng Nhãn: giá trị; dùng dấu hai chấm thường “:”, sau nó một dấu cách",
    ],
    [
      "a colon without a space",
      "## A.1\n- Trạng thái: Vướng mắc\n- Ghi chú:chờ\n",
      "7:3: dòng “Ghi chú:chờ” không có dạng Nhãn: giá trị; thêm dấu cách sau dấu hai chấm",
    ],
    [
      "a label that no report has",
      "## A.1\n- Trạng thái: Vướng mắc\n- Ghi chú: chờ\n",
      "7:3: nhãn “Ghi chú” không có trong định dạng; các nhãn dùng được: Trạng thái, Tiến độ, Giá trị, Minh chứng, Ngày hoàn thành, Thời hạn mới; điều khác viết thành đoạn văn",
    ],
    [
      "a status that no report has",
      "## A.1\n- Trạng thái: Bỏ ngỏ\n",
      "6:15: trạng thái “Bỏ ngỏ” không có trong danh mục; dùng một trong: Chưa bắt đầu, Đang thực hiện, Hoàn thành, Vướng mắc, Không còn áp dụng",
    ],
    [
      "a label without value",
      "## A.1\n- Trạng thái: Vướng mắc\n- Giá trị:\n",
      "7:3: nhãn “Giá trị” không có giá trị; ghi giá trị, hoặc bỏ dòng này",
    ],
    [
      "done with nearly all of the progress",
      "## A.1\n- Trạng thái: Hoàn thành\n- Tiến độ: 99,5%\n- Minh chứng: Báo cáo\n",
      "7:12: nhiệm vụ A.1 ghi “Hoàn thành” mà tiến độ mới 99,5%; sửa trạng thái hoặc tiến độ",
    ],
    [
      "a heading that stands further in than the list above it",
      "## A.1\n- Trạng thái: Vướng mắc\n\n  ## A.2. Hai: ba\n- Trạng thái: Vướng mắc\n",
      "8:1: tiêu đề “A.2. Hai: ba” thụt vào nên bị coi là một mục của danh sách ở trên; xóa các dấu cách",
    ],
    [
      "a share as Excel writes it, which may be more than half of the work or less than one percent",
      "## A.1\n- Trạng thái: Vướng mắc\n- Tiến độ: 0,6\n",
      "7:12: tiến độ “0,6” có thể là 0,6% hay 60%; ghi cả dấu %",
    ],
    [
      "labels without bullets",
      "## A.1\nTrạng thái: Vướng mắc\n",
      "6:1: “Trạng thái” ở dòng này không được đọc là nhãn",
    ],
    [
      "words right below the list that go on",
      "## A.1\n- Trạng thái: Vướng mắc\nvì thiếu kinh phí.\n",
      "7:1: dòng này đứng sát danh sách nên bị gộp vào giá trị của nhãn ở trên; thêm một dòng trống phía trên, hoặc thụt vào hai dấu cách",
    ],
    [
      "number signs without a space",
      "Tình hình.\n\n##A.1\n- Trạng thái: Vướng mắc\n",
      "7:1: dòng “##A.1” không được đọc là tiêu đề",
    ],
    ["an empty status", "## A.1\n- Trạng thái:\n", "6:3: nhãn “Trạng thái” không có giá trị"],
    [
      "done with half of the progress",
      "## A.1\n- Trạng thái: Hoàn thành\n- Tiến độ: 50%\n- Minh chứng: Báo cáo\n",
      "7:12: nhiệm vụ A.1 ghi “Hoàn thành” mà tiến độ mới 50%; sửa trạng thái hoặc tiến độ",
    ],
    [
      "no status",
      "## A.1\n- Tiến độ: 5%\n",
      "5:1: cập nhật của A.1 không có trạng thái; thêm dòng - Trạng thái: Chưa bắt đầu | Đang thực hiện | Hoàn thành | Vướng mắc | Không còn áp dụng",
    ],
    ["no list at all", "## A.I.1\n\nĐã xong một nửa.\n", "5:1: cập nhật của A.I.1 không có trạng thái"],
    [
      "a status below a heading without id",
      "## Kiểm tra\n- Trạng thái: Đang thực hiện\n",
      "5:1: tiêu đề “Kiểm tra” có trạng thái nhưng không có mã nhiệm vụ",
    ],
    [
      "a task twice",
      "## A.1\n- Trạng thái: Vướng mắc\n## A.1\n- Trạng thái: Vướng mắc\n",
      "7:1: nhiệm vụ A.1 được cập nhật hai lần",
    ],
    [
      "an impossible day",
      "## A.1\n- Trạng thái: Vướng mắc\n- Ngày hoàn thành: 31/6/2023\n",
      "7:20: ngày “31/6/2023” không có trong lịch",
    ],
    [
      "a day of completion after the report",
      "## A.1\n- Trạng thái: Hoàn thành\n- Ngày hoàn thành: 1/10/2023\n- Minh chứng: Báo cáo\n",
      "7:20: ngày hoàn thành 2023-10-01 sau ngày báo cáo 2023-09-30",
    ],
    [
      "a new deadline without a day",
      "## A.1\n- Trạng thái: Vướng mắc\n- Thời hạn mới: Thường xuyên\n",
      "7:17: thời hạn mới “Thường xuyên” không cho ra một ngày",
    ],
    [
      "a new deadline that no calendar has",
      "## A.1\n- Trạng thái: Vướng mắc\n- Thời hạn mới: 31/6/2023\n",
      "7:17: ngày “31/6/2023” không có trong lịch",
    ],
    [
      "a new deadline without a year, which would lie in the past",
      "## A.1\n- Trạng thái: Vướng mắc\n- Thời hạn mới: Quý I\n",
      "7:17: thời hạn mới “Quý I” không ghi năm, mà 2023-03-31 đã qua tại ngày báo cáo 2023-09-30; ghi cả năm",
    ],
    [
      "a day of completion of what is not done",
      "## A.1\n- Trạng thái: Đang thực hiện\n- Ngày hoàn thành: 15/9/2023\n",
      "7:20: nhiệm vụ A.1 ghi ngày hoàn thành mà trạng thái là “Đang thực hiện”; sửa trạng thái, hoặc xóa ngày",
    ],
    [
      "words for a day",
      "## A.1\n- Trạng thái: Vướng mắc\n- Ngày hoàn thành: hôm qua\n",
      "7:20: “hôm qua” không phải ngày",
    ],
  ])("%s", (_, body, problem) =>
    expect(parse(body).problems).toEqual([expect.stringContaining(`2023-09-30.md:${problem}`)]),
  );

  test.each([
    [
      "a report from the future",
      "plan: vi-du-2023\nas_of: 2023-10-02",
      "3:8: báo cáo tại ngày 2023-10-02, sau ngày xét 2023-10-01",
    ],
    [
      "published before its own day",
      "plan: vi-du-2023\nas_of: 2023-09-30\npublished: 2023-09-29",
      "4:12: ngày công bố trước ngày số liệu",
    ],
    [
      "an unknown reporter",
      "plan: vi-du-2023\nas_of: 2023-09-30\nreporter: so-noi-vu-vi-d",
      "4:11: không có cơ quan mang mã “so-noi-vu-vi-d”; có phải ý bạn là “so-noi-vu-vi-du”?",
    ],
    ["no plan", "as_of: 2023-09-30", "1:1: thiếu khóa “plan”"],
    [
      "a title, which no page would show",
      "plan: vi-du-2023\nas_of: 2023-09-30\ntitle: Báo cáo quý III",
      "4:1: khóa “title” không có trong định dạng; bỏ khóa này",
    ],
  ])("%s", (_, front, problem) =>
    expect(parse("", front).problems).toEqual([expect.stringContaining(`2023-09-30.md:${problem}`)]),
  );
});

test.each(["Tiến độ: 5%", "Minh chứng: Báo cáo", "Ngày hoàn thành: 1/9/2023", "Thời hạn mới: Quý IV"])(
  "a label without a bullet is never published as prose: %s",
  line =>
    expect(parse(`## A.1\n- Trạng thái: Vướng mắc\n\n${line}\n`).problems).toEqual([
      expect.stringContaining(
        `2023-09-30.md:8:1: “${line.split(":", 1)[0]}” ở dòng này không được đọc là nhãn`,
      ),
    ]),
);
