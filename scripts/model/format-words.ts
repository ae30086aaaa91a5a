import type { z } from "zod";
import { type AGENCY_KINDS, type AGENCY_LEVELS, agencyRow } from "./agency.ts";
import { documentRow } from "./document.ts";
import { pageFields } from "./page.ts";
import { type noteFields, type PLAN_STATES, planFields } from "./plan.ts";
import { type RESULT_BASES, resultRow } from "./result.ts";
import type { MEASURES, targetFields } from "./target.ts";
import type { TASK_LABELS } from "./task.ts";
import { type UPDATE_LABELS, updateFields } from "./update.ts";

/** What an editor is told about a key: its name, what to write, a value as it is typed, what its options mean. */
interface Words {
  readonly title: string;
  readonly help: string;
  readonly example: string;
  readonly options?: Readonly<Record<string, string>>;
}

// The compiler asks for words for every key of every schema, and for none that is not there.
type KeysOf<Schema extends z.ZodObject> = keyof Schema["shape"] & string;
type WordsOf<Schema extends z.ZodObject> = Readonly<Record<KeysOf<Schema>, Words>>;
type PlanKeys =
  | KeysOf<typeof planFields>
  | `targets.${KeysOf<(typeof targetFields)["in"]>}`
  | `notes.${KeysOf<typeof noteFields>}`;

const PLAN: Readonly<Record<PlanKeys, Words>> = {
  title: {
    title: "Tên kế hoạch",
    help: "Trích yếu của văn bản, không kèm số và ngày.",
    example: "Kế hoạch cải thiện Chỉ số cải cách hành chính năm 2023",
  },
  agency: {
    title: "Cơ quan ban hành",
    help: "Mã của cơ quan trong data/agencies.csv.",
    example: "ubnd-vi-du",
  },
  number: {
    title: "Số, ký hiệu",
    help: "Số và ký hiệu của văn bản; bỏ khóa này khi chưa có số.",
    example: "12/KH-UBND",
  },
  issued: { title: "Ngày ban hành", help: "Ngày ký; bỏ khóa này khi chưa ký.", example: "2023-06-06" },
  year: {
    title: "Năm",
    help: "Năm mà kế hoạch thực hiện; chỉ dùng một trong hai khóa year và years.",
    example: "2023",
  },
  years: {
    title: "Năm đầu và năm cuối",
    help: "Cho kế hoạch nhiều năm; chỉ dùng một trong hai khóa year và years.",
    example: "[2023, 2025]",
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
  },
  implements: {
    title: "Thực hiện kế hoạch",
    help: "Kế hoạch hoặc văn bản cấp trên mà kế hoạch này thực hiện: tên tệp của kế hoạch hoặc mã văn bản.",
    example: "[vi-du-2023]",
  },
  legal_basis: {
    title: "Căn cứ",
    help: "Mã các văn bản làm căn cứ, có trong data/documents.csv.",
    example: "[76-nq-cp-2021]",
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
  "targets.index": { title: "Chỉ số", help: "Mã chỉ số.", example: "par-index" },
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

const UPDATE: WordsOf<typeof updateFields> = {
  plan: { title: "Kế hoạch", help: "Tên tệp của kế hoạch, không có đuôi .md.", example: "vi-du-2023" },
  as_of: { title: "Số liệu tại ngày", help: "Ngày mà báo cáo mô tả.", example: "2023-09-30" },
  published: { title: "Ngày công bố", help: "Ngày báo cáo được công bố.", example: "2023-10-05" },
  reporter: {
    title: "Cơ quan báo cáo",
    help: "Mã của cơ quan trong data/agencies.csv.",
    example: "so-noi-vu-vi-du",
  },
  document: { title: "Số văn bản", help: "Số, ký hiệu của báo cáo, khi có.", example: "34/BC-SNV" },
  title: {
    title: "Tên báo cáo",
    help: "Trích yếu của báo cáo, khi có.",
    example: "Báo cáo quý III năm 2023",
  },
};

const PAGE: WordsOf<typeof pageFields> = {
  title: { title: "Tên trang", help: "Tiêu đề ở đầu trang.", example: "Giới thiệu" },
  description: {
    title: "Mô tả",
    help: "Một câu cho kết quả tìm kiếm và khi chia sẻ.",
    example: "Trang này công khai điều gì, cho ai.",
  },
};

const AGENCY: WordsOf<typeof agencyRow> = {
  id: {
    title: "Mã",
    help: "Chữ thường không dấu, chữ số và gạch nối; không đổi về sau.",
    example: "so-noi-vu-vi-du",
  },
  name: { title: "Tên đầy đủ", help: "Tên như trên văn bản.", example: "Sở Nội vụ" },
  short_name: { title: "Tên ngắn", help: "Cho biểu đồ và chỗ hẹp.", example: "Sở Nội vụ Ví Dụ" },
  kind: {
    title: "Loại",
    help: "Loại tổ chức.",
    example: "agency",
    options: {
      body: "Cơ quan quyền lực, chính quyền",
      agency: "Cơ quan",
      unit: "Đơn vị thuộc cơ quan",
      group: "Nhóm cơ quan, như “các sở, ban, ngành”",
      temporary: "Tổ chức phối hợp: ban chỉ đạo, tổ, đoàn",
      press: "Báo chí",
      company: "Doanh nghiệp",
      office: "Chức danh",
    } satisfies Record<(typeof AGENCY_KINDS)[number], string>,
  },
  level: {
    title: "Cấp",
    help: "Cấp hành chính.",
    example: "province",
    options: {
      central: "Trung ương",
      province: "Tỉnh, thành phố",
      district: "Huyện (đến 30/6/2025)",
      commune: "Xã, phường",
      internal: "Bên trong cơ quan",
    } satisfies Record<(typeof AGENCY_LEVELS)[number], string>,
  },
  parent: { title: "Cấp trên", help: "Mã của cơ quan cấp trên trực tiếp.", example: "ubnd-vi-du" },
  valid_from: {
    title: "Có từ ngày",
    help: "Ngày đầu tiên tồn tại; để trống khi có từ lâu.",
    example: "2025-07-01",
  },
  valid_to: {
    title: "Đến hết ngày",
    help: "Ngày cuối cùng tồn tại; để trống khi đang còn.",
    example: "2025-06-30",
  },
  successors: {
    title: "Nay là",
    help: "Mã các cơ quan kế tục, cách nhau bằng dấu |.",
    example: "ubnd-vi-du-moi",
  },
  aliases: {
    title: "Tên gọi khác",
    help: "Tên gọi khác trong văn bản, cách nhau bằng dấu |.",
    example: "SNV|Sở Nội vụ tỉnh",
  },
  region: {
    title: "Vùng",
    help: "Vùng kinh tế, để so sánh trong vùng.",
    example: "Bắc Trung Bộ và Duyên hải miền Trung",
  },
  code: { title: "Mã hành chính", help: "Mã số theo danh mục của Nhà nước.", example: "49" },
  source: { title: "Nguồn", help: "Văn bản nêu cơ quan này.", example: "12/QĐ-UBND" },
  note: { title: "Ghi chú", help: "Điều cần nói thêm.", example: "Sáp nhập từ 01/7/2025" },
};

const DOCUMENT: WordsOf<typeof documentRow> = {
  id: {
    title: "Mã",
    help: "Số, ký hiệu và năm viết bằng chữ thường không dấu.",
    example: "12-kh-ubnd-vi-du-2023",
  },
  number: { title: "Số, ký hiệu", help: "Như trên văn bản.", example: "12/KH-UBND" },
  kind: {
    title: "Loại văn bản",
    help: "Kế hoạch, Quyết định, Nghị quyết hay loại khác.",
    example: "Kế hoạch",
  },
  date: { title: "Ngày ban hành", help: "Ngày ký.", example: "2023-06-06" },
  issuer: {
    title: "Cơ quan ban hành",
    help: "Mã của cơ quan trong data/agencies.csv.",
    example: "ubnd-vi-du",
  },
  title: { title: "Trích yếu", help: "Như trên văn bản.", example: "Cải cách hành chính năm 2023" },
  url: { title: "Địa chỉ", help: "Nơi đọc toàn văn trên mạng.", example: "https://vi-du.example/12-kh-ubnd" },
};

const RESULT: WordsOf<typeof resultRow> = {
  year: { title: "Năm", help: "Năm mà kết quả được đo.", example: "2023" },
  edition: { title: "Bộ tiêu chí", help: "Mã bộ tiêu chí trong data/indices.", example: "2022-2024" },
  agency: {
    title: "Cơ quan được đo",
    help: "Mã của cơ quan trong data/agencies.csv.",
    example: "ubnd-vi-du",
  },
  component: { title: "Lĩnh vực", help: "Mã lĩnh vực; để trống khi là cả chỉ số.", example: "the-che" },
  value: { title: "Điểm", help: "Như nguồn công bố.", example: "86,57" },
  unit: { title: "Đơn vị", help: "Đơn vị của điểm.", example: "điểm" },
  maximum: { title: "Điểm tối đa", help: "Điểm cao nhất có thể đạt.", example: "100" },
  rank: { title: "Thứ hạng", help: "Hạng 1 là cao nhất.", example: "18" },
  rank_of: { title: "Trên tổng số", help: "Số đơn vị được xếp hạng.", example: "63" },
  group: { title: "Nhóm", help: "Nhóm mà nguồn công bố xếp vào.", example: "Nhóm A" },
  stated_change: {
    title: "Thay đổi được nêu",
    help: "Mức tăng, giảm mà nguồn công bố; không tự tính.",
    example: "5,66",
  },
  basis: {
    title: "Cơ sở",
    help: "Số này lấy từ đâu ra.",
    example: "printed",
    options: {
      printed: "Như nguồn in",
      corrected: "Đã đính chính",
      derived: "Suy ra từ số liệu khác",
    } satisfies Record<(typeof RESULT_BASES)[number], string>,
  },
  source: {
    title: "Nguồn",
    help: "Văn bản hoặc trang công bố, kèm địa chỉ.",
    example: "Quyết định số 1/QĐ-VD",
  },
  note: { title: "Ghi chú", help: "Điều cần nói thêm.", example: "Số in lệch bảng tổng hợp" },
};

/** Every format that editors write: the schema that the checker uses, and the words for its keys. */
export const WORDS = {
  plan: { schema: planFields, words: PLAN },
  update: { schema: updateFields, words: UPDATE },
  page: { schema: pageFields, words: PAGE },
  agency: { schema: agencyRow, words: AGENCY },
  document: { schema: documentRow, words: DOCUMENT },
  result: { schema: resultRow, words: RESULT },
} as const;

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
