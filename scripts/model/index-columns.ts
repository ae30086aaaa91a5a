import { z } from "zod";
import { someChoice, someNumber, someText, someYear, text, whole, year } from "./table.ts";

const ofIndex = { refers: "chi-so.id" };
const order = () => whole("Thứ tự", "Thứ tự trong mô tả của chỉ số, tính từ 1.");
const english = (title: string, more = {}) =>
  someText(`${title} (tiếng Anh)`, "Tên hoặc lời bằng tiếng Anh.", more);
/** What the tables had not before. */
const since = { since: "1.2.0" };

/** chi-so: one row an index. */
export const indexRow = z.strictObject({
  id: text("Mã chỉ số", "Cố định; là phần cuối của địa chỉ trang chỉ số."),
  name: text("Tên chỉ số", "Tên đầy đủ."),
  short_name: someText("Tên ngắn", "Như PAR INDEX."),
  measures: someText("Đo điều gì", "Điều chỉ số đo."),
  publisher: someText("Nơi công bố", "Mã ở bảng co-quan khi là cơ quan trong bảng ấy, nếu không thì là tên."),
  unit: someText("Đơn vị", "Đơn vị của giá trị cả chỉ số."),
  population: someText("Đối tượng", "Ai được đánh giá và công bố thế nào."),
  name_en: english("Tên chỉ số"),
  short_name_en: english("Tên ngắn", since),
  measures_en: english("Đo điều gì"),
  publisher_en: english("Nơi công bố"),
  population_en: english("Đối tượng"),
  source: someText("Nguồn", "Nơi mô tả chỉ số."),
});

/** bo-tieu-chi: one row for each scheme that an index was measured by. */
export const editionRow = z.strictObject({
  index: text("Chỉ số", "Chỉ số có bộ tiêu chí này.", ofIndex),
  id: text("Mã bộ tiêu chí", "Giá trị ở cột edition của bảng ket-qua, trong cùng chỉ số."),
  order: order(),
  year_from: year("Từ năm", "Năm được đánh giá đầu tiên theo bộ này."),
  year_to: someYear("Đến năm", "Năm cuối cùng; trống là còn dùng."),
  decision: someText("Quyết định", "Văn bản ban hành bộ tiêu chí: mã ở bảng van-ban khi có ở đó."),
  maximum: someNumber("Điểm tối đa", "Điểm tối đa của cả chỉ số."),
  basis: someText("Cơ sở", "Điểm tối đa được in ra (printed) hay suy ra (derived)."),
  note: someText("Ghi chú", "Điều cần biết."),
  note_en: english("Ghi chú", since),
});

/** linh-vuc: one row for each domain of an edition. */
export const domainRow = z.strictObject({
  index: text("Chỉ số", "Chỉ số có lĩnh vực này.", ofIndex),
  edition: text("Bộ tiêu chí", "Mã ở bảng bo-tieu-chi, trong cùng chỉ số."),
  order: order(),
  component: text(
    "Mã lĩnh vực",
    "Giá trị ở cột component của bảng ket-qua và muc-tieu; cùng một lĩnh vực giữ một mã qua các bộ tiêu chí.",
  ),
  code: someText("Số của lĩnh vực", "Như in trong bộ tiêu chí."),
  name: text("Tên lĩnh vực", "Như in trong bộ tiêu chí."),
  name_en: english("Tên lĩnh vực"),
  maximum: someNumber("Điểm tối đa", "Điểm tối đa của lĩnh vực trong bộ tiêu chí này."),
  basis: someText("Cơ sở", "Điểm tối đa được in ra (printed) hay suy ra (derived)."),
});

/** cho-gay: one row for each break in the series of an index. */
export const breakRow = z.strictObject({
  index: text("Chỉ số", "Chỉ số có chỗ gãy này.", ofIndex),
  order: order(),
  year_before: year("Năm trước", "Năm cuối cùng đo theo cách cũ."),
  year_after: year("Năm sau", "Năm đầu tiên đo theo cách mới."),
  kind: someChoice(
    ["hard", "soft"],
    "Loại",
    "hard: không nối, không so giá trị hay hạng qua chỗ này; soft: so được nhưng phải nêu thay đổi.",
    { rule: "Trống thì coi như hard." },
  ),
  why: text("Vì sao", "Điều đã thay đổi."),
  why_en: english("Vì sao"),
  source: someText("Nguồn", "Nơi nêu thay đổi."),
});

/** nguong-nhom: one row for each year and band that an index sorts its values into. */
export const bandRow = z.strictObject({
  index: text("Chỉ số", "Chỉ số xếp nhóm theo ngưỡng này.", ofIndex),
  order: order(),
  year: year("Năm", "Năm được đánh giá mà ngưỡng này áp dụng."),
  label: text("Nhóm", "Tên nhóm."),
  from: someNumber("Từ", "Giá trị nhỏ nhất thuộc nhóm; trống là không có ngưỡng dưới."),
  below: someNumber("Dưới", "Giá trị thuộc nhóm phải nhỏ hơn số này; trống là không có ngưỡng trên."),
});

/** so-don-vi: one row for each span of years in which an index measured the same number of agencies. */
export const coverRow = z.strictObject({
  index: text("Chỉ số", "Chỉ số đánh giá các đơn vị này.", ofIndex),
  order: order(),
  year_from: year("Từ năm", "Năm được đánh giá đầu tiên."),
  year_to: year("Đến năm", "Năm được đánh giá cuối cùng."),
  count: whole(
    "Số đơn vị",
    "Số đơn vị thuộc diện đánh giá, kể cả đơn vị không có kết quả; không kể nhóm được xếp hạng riêng, như các bộ.",
    {
      unit: "đơn vị",
    },
  ),
  source: someText("Nguồn", "Nơi nêu con số."),
});

/** khong-danh-gia: one row for each agency and year that is known to have no result. */
export const unassessedRow = z.strictObject({
  index: text("Chỉ số", "Chỉ số không có kết quả.", ofIndex),
  order: order(),
  year: year("Năm", "Năm được đánh giá."),
  agency: text(
    "Mã cơ quan",
    "Cơ quan không có kết quả của cả chỉ số năm ấy, dù vài lĩnh vực có thể vẫn có ở bảng ket-qua; không có kết quả không phải là 0.",
    {
      refers: "co-quan.id",
    },
  ),
  why: someText("Vì sao", "Lý do được nêu."),
  why_en: english("Vì sao", since),
  source: someText("Nguồn", "Nơi nêu lý do."),
});
