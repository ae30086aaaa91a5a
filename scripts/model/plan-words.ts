import type { KeysOf, Words } from "./format-words.ts";
import type { noteFields, PLAN_STATES, planFields } from "./plan.ts";
import type { MEASURES, targetFields } from "./target.ts";
import type { TASK_LABELS } from "./task-items.ts";

type PlanKeys =
  | KeysOf<typeof planFields>
  | `targets.${KeysOf<(typeof targetFields)["in"]>}`
  | `notes.${KeysOf<typeof noteFields>}`;

/** The front matter of a plan. */
export const PLAN_WORDS: Readonly<Record<PlanKeys, Words>> = {
  title: {
    title: "Tên kế hoạch",
    help: "Trích yếu của văn bản, không kèm số và ngày.",
    example: "Kế hoạch cải thiện Chỉ số cải cách hành chính năm 2023",
  },
  agency: {
    title: "Cơ quan ban hành",
    help: "Mã của cơ quan trong data/agencies.csv.",
    example: "ubnd-vi-du",
    inForm: "Gõ vài chữ của tên để tìm. Cơ quan chưa có trong danh sách thì thêm vào data/agencies.csv.",
  },
  number: {
    title: "Số, ký hiệu",
    help: "Số và ký hiệu của văn bản; bỏ khóa này khi chưa có số.",
    example: "12/KH-UBND",
    inForm: "Số và ký hiệu của văn bản; để trống khi chưa có số.",
  },
  issued: {
    title: "Ngày ban hành",
    help: "Ngày ký; bỏ khóa này khi chưa ký.",
    example: "2023-06-06",
    inForm: "Ngày ký; để trống khi chưa ký.",
  },
  year: {
    title: "Năm",
    help: "Năm mà kế hoạch thực hiện; chỉ dùng một trong hai khóa year và years.",
    example: "2023",
    inForm: "Năm mà kế hoạch thực hiện; kế hoạch nhiều năm thì để trống, và điền hai năm ở ô dưới.",
  },
  years: {
    title: "Năm đầu và năm cuối",
    help: "Cho kế hoạch nhiều năm; chỉ dùng một trong hai khóa year và years.",
    example: "[2023, 2025]",
    inForm: "Chỉ cho kế hoạch nhiều năm: hai năm, và để trống ô Năm ở trên.",
  },
  state: {
    title: "Tình trạng",
    help: "Văn bản đang ở bước nào.",
    example: "issued",
    options: {
      draft: "Dự thảo",
      issued: "Đã ban hành",
      replaced: "Đã thay thế",
      ended: "Đã kết thúc",
    } satisfies Record<(typeof PLAN_STATES)[number], string>,
  },
  indices: {
    title: "Chỉ số",
    help: "Mã các chỉ số mà kế hoạch nhằm nâng cao.",
    example: "[par-index, sipas]",
    inForm: "Các chỉ số mà kế hoạch nhằm nâng cao.",
  },
  implements: {
    title: "Thực hiện kế hoạch",
    help: "Kế hoạch hoặc văn bản cấp trên mà kế hoạch này thực hiện: tên tệp của kế hoạch hoặc mã văn bản.",
    example: "[vi-du-2023]",
    inForm: "Kế hoạch hoặc văn bản cấp trên mà kế hoạch này thực hiện.",
  },
  legal_basis: {
    title: "Căn cứ",
    help: "Mã các văn bản làm căn cứ, có trong data/documents.csv.",
    example: "[76-nq-cp-2021]",
    inForm: "Các văn bản làm căn cứ. Văn bản chưa có trong danh sách thì thêm vào data/documents.csv.",
  },
  signed_by: { title: "Người ký", help: "Họ và tên như trên văn bản.", example: "Nguyễn Văn A" },
  position: {
    title: "Chức vụ người ký",
    help: "Thẩm quyền ký như trên văn bản.",
    example: "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH",
  },
  recipients: {
    title: "Nơi nhận",
    help: "Mỗi nơi nhận một mục, như trên văn bản.",
    example: "[Bộ Nội vụ, Thường trực Tỉnh ủy]",
  },
  targets: {
    title: "Chỉ tiêu về chỉ số",
    help: "Kế hoạch hứa gì về một chỉ số; mỗi chỉ tiêu một mục.",
    example: "[{index: par-index, measure: rank, at_most: 25, year: 2023}]",
  },
  "targets.index": { title: "Chỉ số", help: "Mã chỉ số.", example: "par-index", inForm: "Chỉ số được hứa." },
  "targets.measure": {
    title: "Đại lượng",
    help: "Chỉ tiêu nói về điểm, thứ hạng, nhóm hay mức thay đổi.",
    example: "rank",
    options: {
      value: "Điểm",
      rank: "Thứ hạng",
      band: "Nhóm",
      change: "Mức thay đổi so với năm gốc",
    } satisfies Record<(typeof MEASURES)[number], string>,
  },
  "targets.component": {
    title: "Lĩnh vực",
    help: "Mã lĩnh vực của chỉ số; bỏ khóa này khi nói về cả chỉ số.",
    example: "the-che",
    inForm: "Mã lĩnh vực của chỉ số; để trống khi nói về cả chỉ số.",
  },
  "targets.at_least": {
    title: "Ít nhất",
    help: "Ngưỡng dưới, kể cả ngưỡng; mỗi chỉ tiêu đúng một ngưỡng.",
    example: "86,5",
  },
  "targets.at_most": {
    title: "Nhiều nhất",
    help: "Ngưỡng trên, kể cả ngưỡng; dùng cho thứ hạng.",
    example: "25",
  },
  "targets.above": { title: "Lớn hơn", help: "Ngưỡng dưới, không kể ngưỡng.", example: "80" },
  "targets.below": { title: "Nhỏ hơn", help: "Ngưỡng trên, không kể ngưỡng.", example: "30" },
  "targets.year": { title: "Năm của chỉ số", help: "Năm mà kết quả được đo.", example: "2023" },
  "targets.base_year": {
    title: "Năm gốc",
    help: "Bắt buộc khi đại lượng là mức thay đổi.",
    example: "2022",
  },
  notes: {
    title: "Ghi chú của người công bố",
    help: "Chỗ sai sót trong bản gốc mà người đọc cần biết; bản gốc vẫn giữ nguyên.",
    example: '[{where: Phần mở đầu, printed: "giảm 5,67", note: "86,57 − 80,91 = 5,66"}]',
  },
  "notes.where": { title: "Ở đâu", help: "Phần, mục hoặc trang của bản gốc.", example: "Phần mở đầu" },
  "notes.printed": { title: "Bản gốc in", help: "Nguyên văn chỗ cần ghi chú.", example: "giảm 5,67" },
  "notes.note": { title: "Ghi chú", help: "Điều người đọc cần biết.", example: "86,57 − 80,91 = 5,66" },
};

/** The labels in the list under the heading of a task of a plan. */
export const TASK_LABEL_WORDS: Readonly<Record<keyof typeof TASK_LABELS, Omit<Words, "title">>> = {
  "Chủ trì": {
    help: "Cơ quan chủ trì; nhiều cơ quan cách nhau bằng dấu chấm phẩy.",
    example: "Sở Nội vụ (theo dõi, đôn đốc)",
  },
  "Phối hợp": {
    help: "Cơ quan phối hợp; nhiều cơ quan cách nhau bằng dấu chấm phẩy.",
    example: "Sở Tư pháp; Văn phòng",
  },
  "Thời hạn": {
    help: "Nguyên văn thời hạn; chỉ khi nêu ngày thì mới tính được trễ hạn.",
    example: "Trước 15/12/2023",
  },
  "Sản phẩm": { help: "Kết quả phải có.", example: "Báo cáo kết quả kiểm tra" },
  "Tiêu chí": { help: "Chỉ số và số của tiêu chí.", example: "par-index/1.3.1" },
  "Chỉ tiêu": { help: "Chỉ tiêu đo được, nguyên văn.", example: "≥ 30% cơ quan được kiểm tra" },
  "Thực hiện": { help: "Nhiệm vụ của kế hoạch cấp trên.", example: "vi-du-2023#A.I.3" },
};
