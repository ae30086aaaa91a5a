import type { ChangedField } from "../scripts/model/change.ts";
import type { IndexPart, ResultPart } from "../scripts/model/data-change.ts";
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
  ofIndex: {
    title: (index: string) => `Lịch sử sửa đổi: ${index}`,
    description: (index: string) =>
      `Kết quả ${index} đã sửa, bỏ hay thêm, và những gì đã đổi trong mô tả của chỉ số: ngày, trước và sau.`,
    none: "Dữ liệu không nằm trong kho Git nên trang này không biết kết quả chỉ số nào đã được sửa.",
    since: "Sửa đổi của kết quả chỉ số được ghi từ ngày",
    /** Why, as the editor wrote it. */
    reason: "Lý do:",
    /** Several results of which the same was changed. */
    results: (count: number, years: string) => `${formatCount(count)} kết quả năm ${years}`,
    added: (count: number) => `Thêm ${formatCount(count)} kết quả năm`,
    result: "Kết quả",
    more: (count: number) => `và ${formatCount(count)} chỗ khác`,
    inHistory: "trong lịch sử của chỉ số.",
    inData: "thấy khi so hai bản dữ liệu theo cột id.",
    resultParts: {
      value: "Giá trị",
      rank: "Hạng",
      group: "Nhóm",
      maximum: "Điểm tối đa",
      stated_change: "Mức thay đổi được nêu",
      basis: "Cơ sở",
      edition: "Bộ tiêu chí",
      source: "Nguồn",
      note: "Ghi chú",
    } satisfies Record<ResultPart, string>,
    indexParts: {
      name: "Tên chỉ số",
      short_name: "Tên ngắn",
      measures: "Đo gì",
      publisher: "Cơ quan công bố",
      unit: "Đơn vị",
      population: "Đo ai",
      source: "Nguồn của mô tả",
      editions: "Bộ tiêu chí",
      bands: "Nhóm theo điểm",
      breaks: "Đổi cách đo",
      covers: "Số đơn vị được đánh giá",
      not_assessed: "Không có kết quả",
    } satisfies Record<IndexPart, string>,
    covered: (count: number) => `${formatCount(count)} đơn vị`,
  },
  corrections: {
    description:
      "Những gì đã được sửa trong kế hoạch, báo cáo và kết quả chỉ số sau khi công bố: ngày, chỗ sửa, trước và sau.",
    lead: "Nội dung đã được sửa sau khi đưa lên trang này, mới nhất trước.",
    ofReport: (day: string) => `Báo cáo tại ngày ${formatDate(day)}`,
    more: (count: number) => `và ${formatCount(count)} chỗ khác trong lịch sử của kế hoạch.`,
    table: "Kết quả chỉ số đã sửa (CSV)",
  },
} as const;

/** Words of feeds and calendars, and of the links to them. */
export const feedStrings = {
  atom: "Nguồn tin Atom",
  json: "Nguồn tin JSON",
  calendar: "Thêm hạn vào lịch",
  calendarOf: "Thời hạn nhiệm vụ",
  kinds: { plan: "Kế hoạch", report: "Báo cáo", correction: "Sửa đổi", data: "Kết quả chỉ số" },
  follow: "Theo dõi",
  plan: (number: string | undefined, agency: string, tasks: number) =>
    `${number ?? "Chưa có số"}, ${agency}: ${formatCount(tasks)} nhiệm vụ.`,
  report: (day: string, plan: string) => `Báo cáo tại ngày ${formatDate(day)}: ${plan}`,
  correction: (plan: string, report: string | undefined) =>
    `Sửa đổi: ${plan}${report ? `, báo cáo tại ngày ${formatDate(report)}` : ""}`,
  /** "PAPI: sửa 3 kết quả, thêm 63 kết quả, đổi 1 chỗ trong mô tả chỉ số". */
  data: (index: string, corrected: number, added: number, described: number) => {
    const parts = [
      corrected > 0 ? `sửa ${formatCount(corrected)} kết quả` : [],
      added > 0 ? `thêm ${formatCount(added)} kết quả` : [],
      described > 0 ? `đổi ${formatCount(described)} chỗ trong mô tả chỉ số` : [],
    ].flat();
    return `${index}: ${parts.join(", ")}`;
  },
  more: (count: number) => `… và ${formatCount(count)} mục khác.`,
} as const;
