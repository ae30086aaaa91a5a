import type { Words, WordsOf } from "./format-words.ts";
import type { UPDATE_LABELS } from "./task-update.ts";
import type { updateFields } from "./update.ts";

/** The front matter of a report. */
export const UPDATE_WORDS: WordsOf<typeof updateFields> = {
  plan: {
    title: "Kế hoạch",
    help: "Tên tệp của kế hoạch, không có đuôi .md.",
    example: "vi-du-2023",
    inForm: "Kế hoạch được báo cáo.",
  },
  as_of: {
    title: "Số liệu tại ngày",
    help: "Ngày mà báo cáo mô tả.",
    example: "2023-09-30",
    inForm: "Ngày mà báo cáo mô tả; tệp mang tên ngày này.",
  },
  published: { title: "Ngày công bố", help: "Ngày báo cáo được công bố.", example: "2023-10-05" },
  reporter: {
    title: "Cơ quan báo cáo",
    help: "Mã của cơ quan trong data/agencies.csv.",
    example: "so-noi-vu-vi-du",
    inForm: "Cơ quan lập báo cáo; gõ vài chữ của tên để tìm.",
  },
  document: { title: "Số văn bản", help: "Số, ký hiệu của báo cáo, khi có.", example: "34/BC-SNV" },
};

/** The labels in the list under the heading of a task in a report. */
export const UPDATE_LABEL_WORDS: Readonly<Record<(typeof UPDATE_LABELS)[number], Omit<Words, "title">>> = {
  "Trạng thái": { help: "Bắt buộc, một trong năm trạng thái bên dưới.", example: "Đang thực hiện" },
  "Tiến độ": { help: "Phần trăm đã xong, 0–100%.", example: "60%" },
  "Giá trị": { help: "Số đo được, như báo cáo nêu.", example: "22/40 cơ quan" },
  "Minh chứng": {
    help: "Văn bản hoặc liên kết; bắt buộc khi Hoàn thành.",
    example: "[Kế hoạch số 5](https://vi-du.example/5)",
  },
  "Ngày hoàn thành": { help: "Ngày xong việc, khi biết.", example: "30/6/2023" },
  "Thời hạn mới": { help: "Khi thời hạn được dời; kèm một đoạn văn nói lý do.", example: "31/12/2023" },
};
