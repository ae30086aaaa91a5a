import type { ChangedField } from "../scripts/model/change.ts";
import { formatCount, formatDate } from "./format.ts";

/** Words of the history of plans, of feeds and calendars; beside layouts/strings.ts. */
export const historyStrings = {
  history: "Lịch sử",
  historyOfPlan: "Lịch sử báo cáo và sửa đổi",
  thisPlan: "Kế hoạch này",
  changed: "Sửa đổi",
  fields: {
    file: "Tệp",
    address: "Địa chỉ trang",
    title: "Tên kế hoạch",
    number: "Số, ký hiệu",
    issued: "Ngày ban hành",
    years: "Năm",
    state: "Trạng thái kế hoạch",
    agency: "Cơ quan ban hành",
    signedBy: "Người ký",
    position: "Chức vụ người ký",
    recipients: "Nơi nhận",
    indices: "Chỉ số",
    implements: "Thực hiện kế hoạch, văn bản",
    legalBasis: "Căn cứ",
    notes: "Ghi chú về bản gốc",
    promise: "Mục tiêu về chỉ số",
    asOf: "Ngày của báo cáo",
    published: "Ngày công bố",
    reporter: "Cơ quan báo cáo",
    document: "Văn bản báo cáo",
    section: "Tên mục",
    task: "Tên nhiệm vụ",
    leads: "Chủ trì",
    coordinators: "Phối hợp",
    deadline: "Thời hạn",
    output: "Sản phẩm",
    target: "Chỉ tiêu",
    criteria: "Tiêu chí",
    carriesOut: "Thực hiện nhiệm vụ cấp trên",
    status: "Trạng thái",
    progress: "Tiến độ",
    value: "Giá trị",
    evidence: "Minh chứng",
    finished: "Ngày hoàn thành",
    newDeadline: "Thời hạn mới",
    prose: "Nội dung",
  } satisfies Record<ChangedField, string>,
  /** What became of a value: "từ … thành …". */
  change: { added: "thêm", removed: "bỏ", from: "từ", into: "thành" },
  changedTimes: (count: number, day: string) => `${formatCount(count)} lần, gần nhất ngày ${formatDate(day)}`,
  deadlineBefore: (day: string, printed: string) => `thời hạn trước ngày ${formatDate(day)}: “${printed}”`,
  wholePlan: "Toàn kế hoạch",
  noHistory:
    "Nội dung không nằm trong kho Git nên trang này không biết văn bản đã được sửa những gì; chỉ các báo cáo được ghi lại.",
  noChange: "Chưa có nội dung nào được sửa.",
  since: "Lịch sử sửa đổi được ghi từ ngày",
  shallow:
    "Bản sao của kho Git dùng để dựng trang này không đầy đủ; sửa đổi trước ngày đó không xem được ở đây.",
  ofPlan: {
    description: (plan: string) => `Báo cáo và sửa đổi của ${plan}: ngày, nhiệm vụ, trước và sau.`,
    byTime: "Theo thời gian",
    byTask: "Theo nhiệm vụ",
    changes: (count: number, report: string | undefined) =>
      `Sửa ${formatCount(count)} chỗ trong ${report ? `báo cáo tại ngày ${formatDate(report)}` : "kế hoạch"}`,
    report: "Báo cáo",
    by: "của",
    about: (tasks: number) => (tasks > 0 ? `về ${formatCount(tasks)} nhiệm vụ` : "về kết quả chung"),
  },
  corrections: {
    description:
      "Những gì đã được sửa trong kế hoạch và báo cáo sau khi công bố: ngày, chỗ sửa, trước và sau.",
    lead: "Nội dung đã được sửa sau khi đưa lên trang này, mới nhất trước.",
    ofReport: (day: string) => `Báo cáo tại ngày ${formatDate(day)}`,
    more: (count: number) => `và ${formatCount(count)} chỗ khác trong lịch sử của kế hoạch.`,
  },
} as const;

export const feedStrings = {
  atom: "Nguồn tin Atom",
  json: "Nguồn tin JSON",
  calendar: "Thêm hạn vào lịch",
  calendarOf: "Thời hạn nhiệm vụ",
  kinds: { plan: "Kế hoạch", report: "Báo cáo", correction: "Sửa đổi" },
  follow: "Theo dõi",
  plan: (number: string | undefined, agency: string, tasks: number) =>
    `${number ?? "Chưa có số"}, ${agency}: ${formatCount(tasks)} nhiệm vụ.`,
  report: (day: string, plan: string) => `Báo cáo tại ngày ${formatDate(day)}: ${plan}`,
  correction: (plan: string, report: string | undefined) =>
    `Sửa đổi: ${plan}${report ? `, báo cáo tại ngày ${formatDate(report)}` : ""}`,
  more: (count: number) => `… và ${formatCount(count)} mục khác.`,
} as const;
