import { z } from "zod";
import { AGENCY_KINDS, AGENCY_LEVELS } from "./agency.ts";
import { CORRECTED_COLUMNS } from "./data-change.ts";
import { RESULT_BASES } from "./result-basis.ts";
import {
  choice,
  day,
  list,
  someChoice,
  someDay,
  someNumber,
  someText,
  someWhole,
  text,
  year,
} from "./table.ts";

const ofAgency = { refers: "co-quan.id" };

/** ket-qua: one row for each published result of an index. */
export const resultRow = z.strictObject({
  id: text("Mã kết quả", "<chỉ số>/<năm>/<cơ quan>, thêm /<lĩnh vực> khi không phải cả chỉ số."),
  index: text("Chỉ số", "Mã chỉ số.", { refers: "chi-so.id" }),
  year: year("Năm", "Năm được đánh giá, không phải năm công bố."),
  edition: someText(
    "Bộ tiêu chí",
    "Bộ tiêu chí đã dùng: cột id của bảng bo-tieu-chi, trong cùng chỉ số. Trước khi so hai năm, tra bảng cho-gay.",
  ),
  agency: text(
    "Mã cơ quan",
    "Cơ quan được đánh giá. Dòng của cơ quan có kind là group ở bảng co-quan (cả nước, các vùng, các bộ) là giá trị trung bình: để riêng khi tính trên các cơ quan. Tỉnh và bộ có thể cùng một chỉ số: phân biệt bằng cột level ở bảng ấy.",
    ofAgency,
  ),
  agency_name: text("Cơ quan", "Tên của cơ quan ấy."),
  component: someText(
    "Lĩnh vực",
    "Trống là cả chỉ số; nếu không là cột component của bảng linh-vuc, trong cùng chỉ số và bộ tiêu chí.",
  ),
  value: someNumber("Giá trị", "Điểm hoặc phần trăm, theo cột unit; trống khi nguồn chỉ nêu hạng hoặc nhóm."),
  unit: someText("Đơn vị", "Đơn vị của giá trị."),
  maximum: someNumber(
    "Điểm tối đa",
    "Điểm tối đa của chỉ số hoặc lĩnh vực; được in ra hay suy ra thì xem cột basis của bảng bo-tieu-chi hoặc linh-vuc.",
  ),
  rank: someWhole(
    "Hạng",
    "Hạng được công bố, giữa các cơ quan cùng loại, cùng cấp và cùng cấp trên; nhỏ là tốt.",
  ),
  rank_of: someWhole("Trên tổng số", "Số đơn vị được xếp hạng; hạng chỉ so được khi số này như nhau.", {
    unit: "đơn vị",
  }),
  group: someText("Nhóm", "Nhóm được công bố."),
  stated_change: someNumber(
    "Mức thay đổi được nêu",
    "Dẫn đúng như nguồn nêu, không tính lại, kể cả khi nguồn so qua một chỗ gãy; cùng đơn vị với giá trị.",
  ),
  basis: someChoice(
    RESULT_BASES,
    "Cơ sở",
    "Của giá trị, hoặc của hạng, nhóm khi không có giá trị. printed: lấy nguyên từ nguồn, corrected: đã sửa, derived: suy ra từ các số đã công bố (phép tính ở cột note).",
  ),
  source: someText(
    "Nguồn",
    "Nơi công bố giá trị, kèm “ · ” và địa chỉ (bắt đầu bằng / là trang này); khi hạng lấy ở nơi khác, cột note nêu nơi ấy.",
  ),
  note: someText("Ghi chú", "Giá trị khác của nguồn khác, hoặc điều cần biết."),
  url: text("Địa chỉ", "Trang của chỉ số trong năm."),
});

/** sua-ket-qua: one row for each cell of a published result that was corrected, or went with its result. */
export const correctionRow = z.strictObject({
  commit: text("Mã lần sửa", "Lần ghi trong kho Git của dữ liệu."),
  date: day("Ngày sửa", "Ngày của lần ghi ấy, theo giờ Việt Nam."),
  result: text("Mã kết quả", "Như cột id của bảng ket-qua; không còn ở đó khi kết quả bị bỏ."),
  index: text("Chỉ số", "Mã chỉ số; chỉ số có thể không còn."),
  year: year("Năm", "Năm được đánh giá."),
  agency: text("Mã cơ quan", "Cơ quan được đánh giá."),
  agency_name: text("Cơ quan", "Tên của cơ quan ấy; là mã khi bảng co-quan không còn nó."),
  component: someText("Lĩnh vực", "Trống là cả chỉ số."),
  kind: choice(
    ["changed", "removed"],
    "Loại",
    "changed: ô được sửa, removed: cả kết quả bị bỏ, mỗi ô nó từng có là một dòng.",
  ),
  column: choice(CORRECTED_COLUMNS, "Cột", "Cột của bảng ket-qua."),
  before: someText("Trước", "Giá trị cũ, viết thành chữ; trống là chưa có."),
  after: someText("Sau", "Giá trị sau lần sửa này, viết thành chữ; trống là không còn."),
  reason: someText("Lý do", "Lời người sửa viết cho người đọc; trống là không nêu."),
});

/** co-quan: one row an agency. */
export const agencyRow = z.strictObject({
  id: text("Mã cơ quan", "Cố định; không bao giờ dùng tên làm khóa."),
  name: text("Tên", "Tên đầy đủ."),
  short_name: text("Tên ngắn", "Dùng ở biểu đồ và chỗ hẹp."),
  kind: choice(
    AGENCY_KINDS,
    "Loại",
    "body: cơ quan quyền lực, chính quyền, agency: cơ quan, unit: đơn vị, group: nhóm được gọi chung như “các sở, ban, ngành”, temporary: tổ chức phối hợp, press: báo chí, company: doanh nghiệp, office: chức danh.",
  ),
  level: someChoice(
    AGENCY_LEVELS,
    "Cấp",
    "central: trung ương, province: tỉnh, district: huyện, commune: xã, internal: bên trong cơ quan.",
  ),
  parent: someText("Mã cấp trên", "Cơ quan cấp trên trực tiếp.", ofAgency),
  valid_from: someDay("Từ ngày", "Ngày đầu tồn tại; trống là trước mọi văn bản ở đây."),
  valid_to: someDay(
    "Đến ngày",
    "Ngày cuối tồn tại; trống là còn, hoặc không rõ ngày (xem successors và note).",
  ),
  successors: list(
    "Mã cơ quan kế thừa",
    "Các cơ quan nhận nhiệm vụ về sau. Tỉnh trước và sau khi sắp xếp là hai dòng, hai mã, dù cùng tên.",
    ofAgency,
  ),
  aliases: list("Tên gọi khác", "Các cách gọi trong văn bản."),
  region: someText("Vùng", "Vùng kinh tế – xã hội; có thể trống ở tỉnh mới sau khi sắp xếp."),
  code: someText(
    "Mã chính thức",
    "Như mã thống kê của tỉnh: chữ, giữ số 0 ở đầu. Tỉnh mới có thể mang mã mà một tỉnh khác dùng trước đó: không nối bảng theo cột này.",
  ),
  source: someText("Nguồn", "Văn bản thành lập, sắp xếp."),
  note: someText("Ghi chú", "Điều cần biết."),
  url: text("Địa chỉ", "Trang của cơ quan."),
});

/** van-ban: one row a legal document. */
export const documentRow = z.strictObject({
  id: text("Mã văn bản", "Cố định."),
  number: text("Số, ký hiệu", "Như in."),
  kind: someText("Loại", "Nghị quyết, quyết định, kế hoạch …"),
  date: someDay("Ngày ban hành", "Ngày ký."),
  issuer: someText("Mã cơ quan ban hành", "Cơ quan ban hành.", ofAgency),
  title: someText("Trích yếu", "Như in; trống khi các nguồn không nêu."),
  source: someText("Nguồn", "Địa chỉ của bản công bố."),
  url: text("Địa chỉ", "Trang của văn bản."),
});
