import type { AGENCY_KINDS, AGENCY_LEVELS, agencyFields } from "./agency.ts";
import type { documentFields } from "./document.ts";
import type { WordsOf } from "./format-words.ts";
import type { resultFields } from "./result.ts";
import type { ResultBasis } from "./result-basis.ts";

/** The columns of agencies.csv. */
export const AGENCY_WORDS: WordsOf<typeof agencyFields> = {
  id: {
    title: "Mã",
    help: "Chữ thường không dấu, chữ số và gạch nối; không đổi về sau.",
    example: "so-noi-vu-vi-du",
    alsoCalled: ["Mã cơ quan"],
  },
  name: {
    title: "Tên đầy đủ",
    help: "Tên như trên văn bản.",
    example: "Sở Nội vụ",
    alsoCalled: ["Tên", "Tên cơ quan", "Cơ quan"],
  },
  short_name: {
    title: "Tên ngắn",
    help: "Cho biểu đồ và chỗ hẹp.",
    example: "Sở Nội vụ Ví Dụ",
    alsoCalled: ["Tên viết tắt"],
  },
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
  parent: {
    title: "Cấp trên",
    help: "Mã của cơ quan cấp trên trực tiếp.",
    example: "ubnd-vi-du",
    inForm: "Cơ quan cấp trên trực tiếp; gõ vài chữ của tên để tìm.",
  },
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

/** The columns of documents.csv. */
export const DOCUMENT_WORDS: WordsOf<typeof documentFields> = {
  id: {
    title: "Mã",
    help: "Số, ký hiệu và năm viết bằng chữ thường không dấu.",
    example: "12-kh-ubnd-vi-du-2023",
  },
  number: {
    title: "Số, ký hiệu",
    help: "Như trên văn bản.",
    example: "12/KH-UBND",
    alsoCalled: ["Số ký hiệu", "Số hiệu"],
  },
  kind: {
    title: "Loại văn bản",
    help: "Kế hoạch, Quyết định, Nghị quyết hay loại khác.",
    example: "Kế hoạch",
    alsoCalled: ["Loại"],
  },
  date: { title: "Ngày ban hành", help: "Ngày ký.", example: "2023-06-06", alsoCalled: ["Ngày"] },
  issuer: {
    title: "Cơ quan ban hành",
    help: "Mã của cơ quan trong data/agencies.csv.",
    example: "ubnd-vi-du",
  },
  title: {
    title: "Trích yếu",
    help: "Như trên văn bản.",
    example: "Cải cách hành chính năm 2023",
    alsoCalled: ["Tên văn bản", "Tên"],
  },
  url: { title: "Địa chỉ", help: "Nơi đọc toàn văn trên mạng.", example: "https://vi-du.example/12-kh-ubnd" },
};

/** The columns of results. */
export const RESULT_WORDS: WordsOf<typeof resultFields> = {
  year: { title: "Năm", help: "Năm mà kết quả được đo.", example: "2023" },
  edition: { title: "Bộ tiêu chí", help: "Mã bộ tiêu chí trong data/indices.", example: "2022-2024" },
  agency: {
    title: "Cơ quan được đo",
    help: "Mã của cơ quan trong data/agencies.csv.",
    inForm: "Gõ vài chữ của tên để tìm.",
    example: "ubnd-vi-du",
    alsoCalled: ["Cơ quan", "Địa phương", "Tỉnh", "Tỉnh, thành phố"],
  },
  component: {
    title: "Lĩnh vực",
    help: "Mã lĩnh vực; để trống khi là cả chỉ số.",
    example: "the-che",
    alsoCalled: ["Thành phần", "Nội dung"],
  },
  value: {
    title: "Điểm",
    help: "Như nguồn công bố.",
    example: "86,57",
    alsoCalled: ["Giá trị", "Điểm số", "Kết quả"],
  },
  unit: { title: "Đơn vị", help: "Đơn vị của điểm.", example: "điểm", alsoCalled: ["Đơn vị tính"] },
  maximum: { title: "Điểm tối đa", help: "Điểm cao nhất có thể đạt.", example: "100" },
  rank: { title: "Thứ hạng", help: "Hạng 1 là cao nhất.", example: "18", alsoCalled: ["Hạng", "Xếp hạng"] },
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
    } satisfies Record<ResultBasis, string>,
  },
  source: {
    title: "Nguồn",
    help: "Văn bản hoặc trang công bố, kèm “ · ” và địa chỉ: https://…, hoặc /ke-hoach/… của trang này.",
    example: "Quyết định số 1/QĐ-VD",
  },
  note: { title: "Ghi chú", help: "Điều cần nói thêm.", example: "Số in lệch bảng tổng hợp" },
};
