import type { AddressChange, ChangeKind } from "../scripts/model/release.ts";

/** Words of what was published, and what changed since the version before. */
export const releaseStrings = {
  unreleased: "Trang này được dựng để xem thử, chưa qua bước phát hành.",
  id: "Bản phát hành",
  asOf: "Ngày xét tình trạng",
  noRevision: "nội dung không lưu trong Git",
  size: "Gồm",
  pages: "trang",
  files: "tệp dữ liệu và hình",
  manifest: "Bản kê",
  manifestSays: "ghi dung lượng và mã SHA-256 của từng tệp; tải trang về thì đối chiếu được từng tệp.",
  changes: "Thay đổi so với bản trước",
  first: "Đây là bản phát hành đầu tiên.",
  since: "So với bản",
  judgedAt: "xét tại ngày",
  nothing: "Không có nội dung nào thay đổi.",
  more: "và các mục khác:",
  kinds: {
    plan: "Kế hoạch",
    agency: "Trang cơ quan",
    index: "Chỉ số",
    document: "Văn bản",
    dashboard: "Bảng điều khiển",
    page: "Trang",
    data: "Tệp dữ liệu",
    feed: "Nguồn tin và lịch",
    list: "Trang danh sách",
    embed: "Hình để nhúng",
    figure: "Hình và số liệu của hình",
    api: "Tệp của giao diện lập trình",
  } satisfies Record<ChangeKind, string>,
  how: { added: "Thêm", changed: "Đổi", removed: "Bỏ" } satisfies Record<AddressChange["how"], string>,
  counted: { added: "thêm", changed: "đổi", removed: "bỏ" } satisfies Record<AddressChange["how"], string>,
} as const;

/** Words of the page that says how the site was made and what it lacks. */
export const trustStrings = {
  description:
    "Bản đang công bố, bản kê từng tệp, thay đổi so với bản trước, chỗ đính chính, chỗ còn thiếu và nơi báo lỗi.",
  release: "Bản đang công bố",
  method: "Trang được làm ra thế nào",
  methodLead:
    "Mọi trang, hình, tệp dữ liệu và chỉ mục tìm kiếm được dựng một lần từ cùng một bộ tệp kế hoạch, báo cáo và số liệu đã kiểm tra; cùng nội dung và cùng ngày xét thì ra đúng từng byte. Bản mới chỉ thay bản cũ khi qua hết mọi phép kiểm tra: liên kết, HTML, dung lượng, không lấy gì từ máy chủ khác, không địa chỉ nào đã công bố bị mất.",
  methodMore: "Cách tính hạn, xét tình trạng và so sánh chỉ số:",
  corrections: "Đính chính và ghi chú",
  correctionsLead: "Điều bản gốc in được giữ nguyên; chỗ in sai hoặc tự mâu thuẫn có lời ghi chú bên cạnh.",
  notes: "ghi chú",
  tasks: "nhiệm vụ",
  corrected: "kết quả được đính chính so với bản in",
  derived: "kết quả suy ra từ các số đã công bố, ghi rõ tại chỗ",
  gaps: "Chỗ còn thiếu",
  gapsLead: "Đếm từ chính nội dung của bản này.",
  more: "và các kế hoạch khác:",
  withoutNumber: "kế hoạch không có số, ký hiệu",
  withoutDate: "kế hoạch không có ngày ban hành",
  withoutSource: "kết quả chỉ số không ghi nguồn",
  unreported: "nhiệm vụ đã qua hạn mà chưa ai báo cáo",
  report: "Báo lỗi",
  contact: {
    tell: "Thấy số liệu, tên hay liên kết sai, xin gửi địa chỉ trang và chỗ sai tới:",
    email: "Thư điện tử:",
    phone: "Điện thoại:",
    address: "Địa chỉ:",
    none: "Đơn vị quản lý trang này chưa cung cấp địa chỉ nhận phản ánh.",
  },
} as const;
