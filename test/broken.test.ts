import { expect, test } from "vitest";
import { checkContent } from "../scripts/check.ts";
import { formatProblem } from "../scripts/model/problem.ts";

const folder = "test/fixtures/broken";

/** Every fault of the folder: place, and words of the message and the mend. One line a fault. */
const FAULTS: readonly [place: string, words: string][] = [
  ["content/lac.md:1:1", "tệp không nằm trong thư mục nào"],
  ["content/pages/trang.md:3:1", "khóa “titel” không có trong định dạng; có phải ý bạn là “title”?"],
  ["content/plans/vi-du/Ten_Sai.md:1:1", "tên tệp “Ten_Sai” không dùng làm địa chỉ được"],
  ["content/plans/vi-du/anh.png:1:1", "tệp không thuộc định dạng của thư mục này"],
  ["content/plans/vi-du/chi-so-la.md:6:11", "không có chỉ số “par-indexx”; có phải ý bạn là “par-index”?"],
  ["content/plans/vi-du/chi-tieu-hai-nguong.md:7:5", "chỉ tiêu cần đúng một ngưỡng"],
  [
    "content/plans/vi-du/chu-tri-la.md:8:23",
    "không có cơ quan tên “Sở Nọi vụ”; có phải ý bạn là “Sở Nội vụ”?",
  ],
  ["content/plans/vi-du/chu-tri-mo-ho.md:8:12", "tên “Các Sở” chỉ 2 cơ quan khác nhau: cac-so-1, cac-so-2"],
  ["content/plans/vi-du/chua-dong.md:1:1", "phần đầu chưa được đóng"],
  // Its tasks name agencies of a tree that is not known; that is no fault of theirs.
  [
    "content/plans/vi-du/co-quan-la.md:3:9",
    "không có cơ quan mang mã “ubnd-vi-dx”; có phải ý bạn là “ubnd-vi-du”?",
  ],
  ["content/plans/vi-du/han-khong-co.md:8:13", "ngày “Trước ngày 31/6/2023” không có trong lịch"],
  [
    "content/plans/vi-du/ke-hoach-thuc-hien-la.md:8:14",
    "không có kế hoạch “vi-du-2024”; có phải ý bạn là “vi-du-2023”?",
  ],
  [
    "content/plans/vi-du/ke-hoach-tren-la.md:6:14",
    "không có kế hoạch hay văn bản “vi-du-2033”; có phải ý bạn là “vi-du-2023”?",
  ],
  ["content/plans/vi-du/khoa-hai-lan.md:6:1", "khóa này đã có ở trên"],
  // The report of 9 March is on this plan; that is no second fault.
  ["content/plans/vi-du/khoa-la.md:6:1", "khóa “isued” không có trong định dạng; có phải ý bạn là “issued”?"],
  ["content/plans/vi-du/khong-phan-dau.md:1:1", "tệp không có phần đầu"],
  ["content/plans/vi-du/khong-utf8.md:2:9", "tệp không phải UTF-8, từ chỗ này"],
  ["content/plans/vi-du/lien-ket-chet.md:7:16", "liên kết “/ke-hoach/khong-he-co/” không dẫn tới trang nào"],
  ["content/plans/vi-du/ma-hai-lan.md:10:1", "mã “A.1” đã có ở dòng 7"],
  [
    "content/plans/vi-du/neo-chet.md:8:12",
    "liên kết “/ke-hoach/vi-du-2023/#A.7” không dẫn tới trang nào; trang ấy không có mã đứng sau dấu #",
  ],
  ["content/plans/vi-du/neo-yaml.md:2:8", "neo YAML “&a” không được dùng"],
  ["content/plans/vi-du/ngay-khong-co.md:6:9", "ngày “31/6/2023” không có trong lịch"],
  ["content/plans/vi-du/ngon-ngu-js.md:1:4", "phần đầu khai ngôn ngữ “js”"],
  ["content/plans/vi-du/nhan-hai-lan.md:10:3", "nhãn “Thời hạn” có hai lần"],
  [
    "content/plans/vi-du/nhan-la.md:9:3",
    "nhãn “Thời hạm” không có trong định dạng; có phải ý bạn là “Thời hạn”?",
  ],
  [
    "content/plans/vi-du/nhiem-vu-tren-la.md:8:14",
    "kế hoạch “vi-du-2023” không có nhiệm vụ “A.9”; có phải ý bạn là “A.1”?",
  ],
  ["content/plans/vi-du/so-giu-cho.md:6:9", "còn ký hiệu giữ chỗ “#SoKyHieu”"],
  ["content/plans/vi-du/the-yaml.md:2:8", "thẻ YAML “tag:yaml.org,2002:js/function” không được dùng"],
  ["content/plans/vi-du/thieu-khoa.md:1:1", "thiếu khóa “title”; thêm dòng title"],
  ["content/plans/vi-du/tieu-chi-la.md:8:13", "không có chỉ số “par-idex”; có phải ý bạn là “par-index”?"],
  ["content/plans/vi-du/tinh-trang-la.md:5:8", "“isued” không có trong danh mục; có phải ý bạn là “issued”?"],
  [
    "content/plans/vi-du/trung-ten.md:1:1",
    "tên tệp “trung-ten” đã có ở test/fixtures/broken/content/plans/khac/trung-ten.md",
  ],
  ["content/plans/vi-du/van-ban-la.md:6:15", "không có văn bản mang mã “1-nqx”; có phải ý bạn là “1-nq”?"],
  ["content/updates/vi-du/2023-03-01.md:6:15", "“Hoàn thành” mà không có minh chứng"],
  ["content/updates/vi-du/2023-03-02.md:7:12", "tiến độ “130%” không nằm trong 0–100%"],
  [
    "content/updates/vi-du/2023-03-03.md:5:1",
    "kế hoạch “vi-du-2023” không có nhiệm vụ “A.8”; có phải ý bạn là “A.1”?",
  ],
  ["content/updates/vi-du/2023-03-04.md:3:8", "báo cáo tại ngày 2024-01-01, sau ngày xét 2023-08-31"],
  [
    "content/updates/vi-du/2023-03-05.md:2:7",
    "không có kế hoạch “vi-du-2203”; có phải ý bạn là “vi-du-2023”?",
  ],
  ["content/updates/vi-du/2023-03-06.md:6:15", "trạng thái “Đang làm” không có trong danh mục"],
  ["content/updates/vi-du/2023-03-07.md:7:20", "liên kết “/chi-so/khong-he-co/” không dẫn tới trang nào"],
  ["content/updates/vi-du/2023-03-08b.md:5:1", "nhiệm vụ A.1 đã có báo cáo cùng ngày"],
  ["data/agencies.csv:4:1", "mã “so-noi-vu-vi-du” đã có ở dòng trên"],
  ["data/agencies.csv:5:45", "không có cơ quan mang mã “ubnd-vi-dj”; có phải ý bạn là “ubnd-vi-du”?"],
  ["data/agencies.csv:8:23", "“agenci” không có trong danh mục; có phải ý bạn là “agency”?"],
  ["data/documents.csv:3:22", "ngày “2021-12-32” không có trong lịch"],
  ["data/documents.csv:4:6", "văn bản 01/NQ-HĐND đã có với mã “1-nq”"],
  ["data/documents.csv:5:1", "mã “1-nq” đã có ở dòng trên"],
  ["data/ghi-chu.txt:1:1", "tệp không thuộc định dạng của thư mục này"],
  ["data/indices/sipas.yaml:2:1", "khóa “namee” không có trong định dạng; có phải ý bạn là “name”?"],
  ["data/results/par-index.csv:3:23", "điểm 101 lớn hơn điểm tối đa 100"],
  ["data/results/par-index.csv:4:33", "hạng 64 lớn hơn số đơn vị xếp hạng 63"],
  ["data/results/par-index.csv:5:1", "ô này đã có giá trị ở dòng 2"],
  [
    "data/results/par-index.csv:6:6",
    "chỉ số par-index không có bộ tiêu chí “bo-9”; có phải ý bạn là “bo-1”?",
  ],
  [
    "data/results/par-index.csv:7:22",
    "bộ tiêu chí bo-1 không có lĩnh vực “the-ch”; có phải ý bạn là “the-che”?",
  ],
  [
    "data/results/par-index.csv:8:11",
    "không có cơ quan mang mã “ubnd-vi-dv”; có phải ý bạn là “ubnd-vi-du”?",
  ],
];

const { problems } = await checkContent({
  contentDir: `${folder}/content`,
  dataDir: `${folder}/data`,
  asOf: "2023-08-31",
});

test("every fault of the broken folder is reported once, at its place, and nothing else is", () => {
  expect(
    problems.map(({ file, line, column }) => `${file.slice(folder.length + 1)}:${line}:${column}`),
  ).toEqual(FAULTS.map(([place]) => place));
});

test.each(FAULTS.map(([place, words]) => ({ place, words })))("$place: $words", ({ place, words }) => {
  const found = problems.map(formatProblem).filter(problem => problem.startsWith(`${folder}/${place}: `));
  expect(found).toEqual([expect.stringContaining(words)]);
});

test("every problem says how to mend it, in clauses without a full stop", () => {
  for (const { message, mend } of problems) {
    expect(mend).toMatch(/\S/);
    expect(message).not.toMatch(/\.$/);
  }
});
