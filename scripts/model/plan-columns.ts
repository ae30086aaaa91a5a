import { z } from "zod";
import { VERDICTS } from "./judgement.ts";
import { PLAN_STATES } from "./plan.ts";
import { PRECISIONS } from "./printed-time.ts";
import { STATUS_KEYS } from "./status.ts";
import {
  choice,
  day,
  list,
  someChoice,
  someDay,
  someNumber,
  someText,
  someYear,
  text,
  whole,
  year,
} from "./table.ts";
import { BOUNDS, MEASURES } from "./target.ts";
import { REPORTED_STATES } from "./task-update.ts";

const ofPlan = { refers: "ke-hoach.id" };
const ofTask = { refers: "nhiem-vu.id" };
const ofAgency = { refers: "co-quan.id" };

const deadline = {
  deadline: someText("Thời hạn", "Lời văn như in trong kế hoạch."),
  due: someDay("Hạn tính được", "Ngày cuối còn đúng hạn; trống khi lời văn không nêu ngày.", {
    rule: "Suy từ lời văn ở cột deadline; cột due_rule ghi cách tính.",
  }),
  due_precision: someChoice(PRECISIONS, "Độ chính xác của hạn", "Khoảng thời gian mà lời văn nêu."),
  due_rule: someText("Cách tính hạn", "Vì sao có ngày ấy, hoặc vì sao không có."),
};

/** ke-hoach: one row a plan. */
export const planRow = z.strictObject({
  id: text("Mã kế hoạch", "Cố định; là phần cuối của địa chỉ trang kế hoạch."),
  title: text("Tên kế hoạch", "Tên của văn bản."),
  agency: text("Mã cơ quan ban hành", "Cơ quan ban hành kế hoạch.", ofAgency),
  agency_name: text("Cơ quan ban hành", "Tên của cơ quan ấy."),
  number: someText("Số, ký hiệu", "Số văn bản; trống khi chưa có hoặc bản gốc không còn."),
  issued: someDay("Ngày ban hành", "Ngày ký."),
  year_from: year("Năm đầu", "Năm đầu của thời gian thực hiện."),
  year_to: year("Năm cuối", "Năm cuối của thời gian thực hiện."),
  state: choice(
    PLAN_STATES,
    "Trạng thái",
    "draft: dự thảo, issued: đã ban hành, replaced: đã thay thế, ended: đã kết thúc.",
  ),
  indices: list("Chỉ số", "Mã các chỉ số mà kế hoạch nhằm nâng cao."),
  implements: list("Thực hiện", "Kế hoạch hoặc văn bản cấp trên được thực hiện: mã hoặc số văn bản."),
  legal_basis: list("Căn cứ", "Mã các văn bản làm căn cứ.", { refers: "van-ban.id" }),
  signed_by: someText("Người ký", "Họ tên như in."),
  position: someText("Chức vụ", "Chức vụ như in."),
  recipients: list("Nơi nhận", "Từng nơi nhận; chữ viết tắt có thể được viết đủ."),
  task_count: whole("Số nhiệm vụ", "Số dòng của kế hoạch này ở bảng nhiem-vu.", { unit: "nhiệm vụ" }),
  source: someText("Nguồn", "Văn bản mà nội dung được lấy ra: số và ngày, hoặc tên khi không có số."),
  url: text("Địa chỉ", "Trang kế hoạch."),
});

/** nhiem-vu: one row a task. */
export const taskRow = z.strictObject({
  id: text("Mã nhiệm vụ", "<kế hoạch>#<mã trong kế hoạch>; cố định, dùng để dẫn."),
  plan: text("Mã kế hoạch", "Kế hoạch có nhiệm vụ này.", ofPlan),
  order: whole("Thứ tự", "Vị trí trong kế hoạch, chung với bảng muc; tính từ 1."),
  level: whole("Cấp tiêu đề", "Cấp của tiêu đề trong kế hoạch, 1–6."),
  code: text("Mã trong kế hoạch", "Như A.I.3."),
  title: text("Nhiệm vụ", "Tên nhiệm vụ (Markdown); có thể viết gọn so với văn bản."),
  leads: list(
    "Mã cơ quan chủ trì",
    "Mỗi cơ quan một lần, kể cả tên gọi chung như “các sở, ban, ngành” (kind là group ở bảng co-quan); từng cặp chủ trì, phối hợp ở bảng phan-cong.",
    ofAgency,
  ),
  leads_printed: someText("Chủ trì", "Tên và vai trò như in, cách nhau bằng dấu chấm phẩy."),
  coordinators: list(
    "Mã cơ quan phối hợp",
    "Mỗi cơ quan một lần, kể cả cơ quan chỉ theo dõi, hướng dẫn, đôn đốc: xem cột role của bảng phan-cong.",
    ofAgency,
  ),
  coordinators_printed: someText("Phối hợp", "Tên và vai trò như in."),
  ...deadline,
  deadline_from: someText("Hạn lấy từ mục", "Mã của mục cho hạn, khi nhiệm vụ không có hạn riêng."),
  due_now: someDay("Hạn đang xét", "Hạn mà tình trạng được xét theo; trống khi không có ngày.", {
    rule: "Hạn tính được, hoặc hạn mới nhất mà một báo cáo dời tới.",
    since: "1.2.0",
  }),
  output: someText("Sản phẩm", "Kết quả phải có; có thể viết gọn so với văn bản."),
  criteria: list("Tiêu chí", "Chỉ số và số của tiêu chí, như par-index/1.3.1."),
  target: someText("Chỉ tiêu", "Mức phải đạt, rút từ văn bản."),
  carries_out: list("Thực hiện nhiệm vụ", "Mã nhiệm vụ của kế hoạch cấp trên.", ofTask),
  prose: text("Nội dung thêm", "Đoạn văn dưới nhiệm vụ (Markdown); chữ rỗng khi không có."),
  status: choice(
    STATUS_KEYS,
    "Tình trạng",
    "Xét tại ngày của bộ dữ liệu, theo giờ Việt Nam. Quá hạn là overdue (báo cáo gần nhất cho biết chưa xong) và unreported (chưa ai báo cáo); due-soon: sắp đến hạn, blocked: vướng mắc, in-progress: đang thực hiện, not-due: chưa đến hạn, undated: không xác định hạn nên không xét trễ, done-late: hoàn thành trễ, done: hoàn thành, not-applicable: không còn áp dụng.",
    { rule: "Theo hạn tính được và báo cáo gần nhất; cột status_rule ghi cách xét." },
  ),
  status_rule: text("Cách xét tình trạng", "Quy tắc và các ngày đã dùng."),
  reported: someDay("Ngày báo cáo gần nhất", "Ngày số liệu của báo cáo dùng để xét."),
  progress: someNumber("Tiến độ", "Theo báo cáo gần nhất.", { unit: "%" }),
  source: someText("Nguồn", "Văn bản mà nội dung được lấy ra: số và ngày, hoặc tên khi không có số."),
  url: text("Địa chỉ", "Nhiệm vụ trên trang kế hoạch."),
});

/** phan-cong: one row for each agency that a task names. */
export const assignmentRow = z.strictObject({
  task: text("Mã nhiệm vụ", "Nhiệm vụ được giao.", ofTask),
  pair: whole("Cặp", "Cặp chủ trì, phối hợp thứ mấy của nhiệm vụ; tính từ 1."),
  part: choice(["lead", "coordinator"], "Phần việc", "Chủ trì (lead) hay phối hợp (coordinator)."),
  order: whole("Thứ tự", "Thứ tự như in, tính từ 1."),
  agency: someText("Mã cơ quan", "Cơ quan mà tên in ra chỉ tới.", {
    ...ofAgency,
    rule: "Tên được tìm trước hết trong hệ thống của cơ quan ban hành kế hoạch.",
  }),
  printed: text("Tên như in", "Tên cơ quan đúng như kế hoạch in."),
  role: someText(
    "Vai trò",
    "Phần trong ngoặc đơn sau tên, như in. Mở đầu bằng theo dõi, đôn đốc, giám sát hay hướng dẫn thì trang của cơ quan kể nhiệm vụ ở mục Theo dõi, hướng dẫn, đôn đốc: việc phối hợp chỉ ở đó, việc chủ trì ở cả hai mục.",
  ),
});

/** muc: one row for each heading of a plan that is no task. */
export const sectionRow = z.strictObject({
  plan: text("Mã kế hoạch", "Kế hoạch có mục này.", ofPlan),
  order: whole("Thứ tự", "Vị trí trong kế hoạch, chung với bảng nhiem-vu; tính từ 1."),
  level: whole("Cấp tiêu đề", "1–6; 0 là phần trước tiêu đề đầu tiên."),
  code: someText("Mã mục", "Như A.I; trống khi tiêu đề không đánh số theo mã."),
  title: text("Tiêu đề", "Có thể viết gọn so với văn bản; chữ rỗng ở phần trước tiêu đề đầu tiên."),
  ...deadline,
  prose: text("Nội dung", "Đoạn văn dưới tiêu đề (Markdown); chữ rỗng khi không có."),
});

/** muc-tieu: one row for each promise of a plan about an index. */
export const targetRow = z.strictObject({
  id: text("Mã chỉ tiêu", "<kế hoạch>/<thứ tự>."),
  plan: text("Mã kế hoạch", "Kế hoạch đặt ra chỉ tiêu.", ofPlan),
  agency: text("Mã cơ quan", "Cơ quan ban hành kế hoạch.", ofAgency),
  index: text("Chỉ số", "Mã chỉ số, như ở bảng chi-so."),
  component: someText("Lĩnh vực", "Trống là cả chỉ số; nếu không là cột component của bảng linh-vuc."),
  year: year("Năm", "Năm được đánh giá."),
  measure: choice(
    MEASURES,
    "Đại lượng",
    "value: điểm hoặc phần trăm, rank: thứ hạng, band: nhóm xếp loại, change: mức thay đổi so với base_year.",
  ),
  bound: choice(
    BOUNDS,
    "Chiều",
    "at_least: từ ngưỡng trở lên, at_most: không quá ngưỡng, above: lớn hơn ngưỡng, below: nhỏ hơn ngưỡng.",
  ),
  threshold: someNumber(
    "Ngưỡng",
    "Hạng, hoặc số theo cột unit của bảng chi-so (mức thay đổi của phần trăm là điểm phần trăm), tùy đại lượng; hạng nhỏ là tốt.",
  ),
  band: someText("Nhóm", "Khi đại lượng là nhóm xếp loại."),
  base_year: someYear("Năm gốc", "Khi đại lượng là mức thay đổi."),
  verdict: choice(
    VERDICTS,
    "Kết luận",
    "met: đạt, missed: không đạt, unknown: chưa rõ vì chưa có kết quả, incomparable: không so sánh được.",
    {
      rule: "Chỉ xét khi có kết quả công bố của năm ấy; mức thay đổi không tính qua chỗ gãy của chuỗi (bảng cho-gay).",
    },
  ),
  actual: someNumber(
    "Giá trị thực",
    "Giá trị, hạng hoặc mức thay đổi dùng để kết luận; đơn vị như ở threshold.",
  ),
  actual_band: someText("Nhóm thực", "Nhóm dùng để kết luận, khi mục tiêu là một nhóm."),
  source: someText("Nguồn", "Văn bản đặt ra chỉ tiêu: số và ngày, hoặc tên khi không có số."),
});

/** ghi-chu: one row for each flaw of an original that is flagged. */
export const noteRow = z.strictObject({
  plan: text("Mã kế hoạch", "Kế hoạch có chỗ cần lưu ý.", ofPlan),
  order: whole("Thứ tự", "Tính từ 1."),
  where: text("Ở đâu", "Chỗ trong văn bản."),
  printed: someText("Như in", "Lời hoặc số như in."),
  note: text("Lời chú", "Điều người công bố lưu ý; giá trị in vẫn giữ nguyên."),
});

/** bao-cao: one row a report on a plan. */
export const reportRow = z.strictObject({
  id: text("Mã báo cáo", "Cố định; đường dẫn của tệp báo cáo."),
  plan: text("Mã kế hoạch", "Kế hoạch được báo cáo.", ofPlan),
  as_of: day("Ngày số liệu", "Ngày mà báo cáo mô tả."),
  published: someDay("Ngày công bố", "Ngày báo cáo được công bố."),
  reporter: someText("Mã cơ quan báo cáo", "Cơ quan báo cáo.", ofAgency),
  document: someText("Văn bản", "Số, ký hiệu của báo cáo; là nguồn của các dòng ở bảng cap-nhat."),
  prose: text("Nội dung chung", "Phần của báo cáo không thuộc riêng nhiệm vụ nào (Markdown)."),
  url: text("Địa chỉ", "Trang kế hoạch có báo cáo."),
});

/** cap-nhat: one row for each task that a report speaks of. */
export const updateRow = z.strictObject({
  report: text("Mã báo cáo", "Báo cáo có dòng này.", { refers: "bao-cao.id" }),
  order: whole("Thứ tự", "Thứ tự trong báo cáo, tính từ 1."),
  task: text("Mã nhiệm vụ", "Nhiệm vụ được báo cáo.", ofTask),
  as_of: day("Ngày số liệu", "Ngày mà báo cáo mô tả."),
  state: choice(
    REPORTED_STATES,
    "Trạng thái báo cáo",
    "Điều cơ quan báo cáo, không phải tình trạng được xét.",
  ),
  progress: someNumber("Tiến độ", "Phần việc đã xong.", { unit: "%" }),
  value: someText("Giá trị", "Giá trị đo được, như báo cáo."),
  evidence: someText("Minh chứng", "Như báo cáo (Markdown)."),
  finished: someDay("Ngày hoàn thành", "Khi báo cáo nêu."),
  ...deadline,
  deadline: someText("Thời hạn mới", "Khi báo cáo dời hạn."),
  prose: text("Nội dung", "Đoạn văn về nhiệm vụ (Markdown)."),
  source: someText("Nguồn", "Số, ký hiệu của báo cáo."),
});
