import { agencyRow, correctionRow, documentRow, resultRow } from "./data-columns.ts";
import { agencyRows, correctionRows, documentRows, resultRows } from "./data-rows.ts";
import {
  bandRow,
  breakRow,
  coverRow,
  domainRow,
  editionRow,
  indexRow,
  unassessedRow,
} from "./index-columns.ts";
import {
  bandRows,
  breakRows,
  coverRows,
  domainRows,
  editionRows,
  indexRows,
  unassessedRows,
} from "./index-rows.ts";
import { push } from "./maps.ts";
import {
  assignmentRow,
  noteRow,
  planRow,
  reportRow,
  sectionRow,
  targetRow,
  taskRow,
  updateRow,
} from "./plan-columns.ts";
import { noteRows, planRows, sectionRows, targetRows } from "./plan-rows.ts";
import { columnsOf, type Table } from "./table.ts";
import { assignmentRows, taskRows } from "./task-rows.ts";
import { reportRows, updateRows } from "./update-rows.ts";

/**
 * The first number is raised when a column changes its name or meaning, or goes; the second when a table or a column
 * comes, which says since when it is there.
 */
export const TABLES_VERSION = "1.3.0";

/** Every published table, in the order of the downloads page. */
export const TABLES = [
  {
    name: "ke-hoach",
    title: "Kế hoạch",
    description: "Mỗi dòng một kế hoạch: ai ban hành, số, ngày, thời gian thực hiện, căn cứ.",
    key: ["id"],
    row: planRow,
    // In the order of their files, so that a plan that joins does not move the others.
    rows: (site, at) => planRows(site, at, site.planBySlug.values()),
  },
  {
    name: "nhiem-vu",
    title: "Nhiệm vụ",
    description: "Mỗi dòng một nhiệm vụ: ai làm, hạn như in và hạn tính được, sản phẩm, tình trạng.",
    key: ["id"],
    row: taskRow,
    rows: taskRows,
  },
  {
    name: "phan-cong",
    title: "Phân công",
    description: "Mỗi dòng một cơ quan được nhiệm vụ nêu tên: tên như in bên cạnh mã cơ quan.",
    key: ["task", "pair", "part", "order"],
    row: assignmentRow,
    rows: assignmentRows,
  },
  {
    name: "muc",
    title: "Mục và lời văn",
    description: "Mỗi dòng một tiêu đề của kế hoạch không phải nhiệm vụ, với lời văn bên dưới.",
    key: ["plan", "order"],
    row: sectionRow,
    rows: ({ planBySlug }) => sectionRows(planBySlug.values()),
  },
  {
    name: "muc-tieu",
    title: "Chỉ tiêu về chỉ số",
    description: "Mỗi dòng một điều kế hoạch hứa về một chỉ số, và kết quả có đạt không.",
    key: ["id"],
    row: targetRow,
    rows: site => targetRows(site, site.planBySlug.values()),
  },
  {
    name: "ghi-chu",
    title: "Chỗ cần lưu ý trong bản gốc",
    description: "Mỗi dòng một chỗ bản gốc tự mâu thuẫn hoặc in nhầm: chữ in và lời chú bên cạnh.",
    key: ["plan", "order"],
    row: noteRow,
    rows: ({ planBySlug }) => noteRows(planBySlug.values()),
  },
  {
    name: "bao-cao",
    title: "Báo cáo",
    description: "Mỗi dòng một báo cáo về một kế hoạch.",
    key: ["id"],
    row: reportRow,
    rows: reportRows,
  },
  {
    name: "cap-nhat",
    title: "Cập nhật của nhiệm vụ",
    description: "Mỗi dòng một nhiệm vụ trong một báo cáo: trạng thái, tiến độ, minh chứng.",
    key: ["report", "task"],
    row: updateRow,
    rows: updateRows,
  },
  {
    name: "ket-qua",
    title: "Kết quả chỉ số",
    description:
      "Mỗi dòng một kết quả đã công bố của một cơ quan trong một năm, kèm cơ sở và nguồn. Chỉ có kết quả đã tìm được nguồn: cơ quan không có dòng chưa hẳn không được đánh giá (xem so-don-vi, khong-danh-gia).",
    key: ["id"],
    row: resultRow,
    rows: (site, at) => resultRows(site, at, site.results),
  },
  {
    name: "sua-ket-qua",
    title: "Kết quả đã sửa",
    description:
      "Mỗi dòng một ô của bảng ket-qua đã sửa sau khi đưa vào kho: giá trị trước và sau, ngày, lý do. Kết quả đưa thêm vào không có ở đây. Chỉ có từ khi dữ liệu nằm trong kho Git; trống khi trang được dựng không có kho ấy.",
    since: "1.3.0",
    key: ["commit", "result", "column"],
    row: correctionRow,
    rows: correctionRows,
  },
  {
    name: "chi-so",
    title: "Chỉ số",
    description: "Mỗi dòng một chỉ số: đo điều gì, ai công bố, ai được đánh giá.",
    since: "1.1.0",
    key: ["id"],
    row: indexRow,
    rows: ({ indices }) => indexRows(indices.values()),
  },
  {
    name: "bo-tieu-chi",
    title: "Bộ tiêu chí của chỉ số",
    description: "Mỗi dòng một bộ tiêu chí: dùng từ năm nào đến năm nào, điểm tối đa.",
    since: "1.1.0",
    key: ["index", "id"],
    row: editionRow,
    rows: ({ indices }) => editionRows(indices.values()),
  },
  {
    name: "linh-vuc",
    title: "Lĩnh vực của chỉ số",
    description: "Mỗi dòng một lĩnh vực của một bộ tiêu chí: tên của mã ở cột component, điểm tối đa.",
    since: "1.1.0",
    key: ["index", "edition", "component"],
    row: domainRow,
    rows: ({ indices }) => domainRows(indices.values()),
  },
  {
    name: "cho-gay",
    title: "Chỗ gãy của chuỗi số liệu",
    description:
      "Mỗi dòng một lần đổi cách đo của một chỉ số. Trước khi so kết quả hai năm, tra ở đây: không so qua chỗ gãy loại hard. Hai năm ở hai bên chỗ gãy khi năm trước nhỏ hơn year_after và năm sau lớn hơn year_before.",
    since: "1.1.0",
    key: ["index", "order"],
    row: breakRow,
    rows: ({ indices }) => breakRows(indices.values()),
  },
  {
    name: "nguong-nhom",
    title: "Ngưỡng xếp nhóm",
    description: "Mỗi dòng một nhóm trong một năm: giá trị từ bao nhiêu đến dưới bao nhiêu.",
    since: "1.1.0",
    key: ["index", "order", "year"],
    row: bandRow,
    rows: ({ indices }) => bandRows(indices.values()),
  },
  {
    name: "so-don-vi",
    title: "Số đơn vị được đánh giá",
    description: "Mỗi dòng một khoảng năm: bao nhiêu đơn vị thuộc diện đánh giá.",
    since: "1.1.0",
    key: ["index", "order"],
    row: coverRow,
    rows: ({ indices }) => coverRows(indices.values()),
  },
  {
    name: "khong-danh-gia",
    title: "Không có kết quả",
    description: "Mỗi dòng một cơ quan được biết là không có kết quả của một năm, và vì sao.",
    since: "1.1.0",
    key: ["index", "order", "agency"],
    row: unassessedRow,
    rows: ({ indices }) => unassessedRows(indices.values()),
  },
  {
    name: "co-quan",
    title: "Cơ quan",
    description: "Mỗi dòng một cơ quan, với cấp trên, thời gian tồn tại và cơ quan kế thừa.",
    key: ["id"],
    row: agencyRow,
    rows: ({ agencies }, at) => agencyRows(at, agencies.all),
  },
  {
    name: "van-ban",
    title: "Văn bản",
    description:
      "Mỗi dòng một văn bản mà kế hoạch căn cứ, thực hiện hay dẫn tới, hoặc mà chỉ số và cơ quan dựa vào.",
    key: ["id"],
    row: documentRow,
    rows: documentRows,
  },
] as const satisfies readonly Table[];

export type TableName = (typeof TABLES)[number]["name"];

/** What each version brought, the newest first: tables, and columns (`nhiem-vu.due_now`) of tables that had been there. */
export function tableChanges(): [version: string, brought: string[]][] {
  const changes = new Map<string, string[]>();
  for (const table of TABLES) {
    const { name, since }: Table = table;
    if (since !== undefined) push(changes, since, name);
    for (const column of columnsOf(table))
      if (column.since !== undefined && column.since !== since)
        push(changes, column.since, `${name}.${column.name}`);
  }
  return [...changes].sort(([a], [b]) => b.localeCompare(a, "en", { numeric: true }));
}
