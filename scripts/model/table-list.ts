import { agencyRows, documentRows, resultRows } from "./data-rows.ts";
import { noteRows, planRows, sectionRows, targetRows } from "./plan-rows.ts";
import type { Table } from "./table.ts";
import {
  agencyRow,
  assignmentRow,
  documentRow,
  noteRow,
  planRow,
  reportRow,
  resultRow,
  sectionRow,
  targetRow,
  taskRow,
  updateRow,
} from "./tables.ts";
import { assignmentRows, taskRows } from "./task-rows.ts";
import { reportRows, updateRows } from "./update-rows.ts";

/** Every published table, in the order of the downloads page. */
export const TABLES = [
  {
    name: "ke-hoach",
    title: "Kế hoạch",
    description: "Mỗi dòng một kế hoạch: ai ban hành, số, ngày, thời gian thực hiện, căn cứ.",
    key: ["id"],
    row: planRow,
    rows: planRows,
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
    rows: sectionRows,
  },
  {
    name: "muc-tieu",
    title: "Chỉ tiêu về chỉ số",
    description: "Mỗi dòng một điều kế hoạch hứa về một chỉ số, và kết quả có đạt không.",
    key: ["id"],
    row: targetRow,
    rows: targetRows,
  },
  {
    name: "ghi-chu",
    title: "Chỗ cần lưu ý trong bản gốc",
    description: "Mỗi dòng một chỗ bản gốc tự mâu thuẫn hoặc in nhầm: chữ in và lời chú bên cạnh.",
    key: ["plan", "order"],
    row: noteRow,
    rows: noteRows,
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
    description: "Mỗi dòng một kết quả đã công bố của một cơ quan trong một năm, kèm cơ sở và nguồn.",
    key: ["id"],
    row: resultRow,
    rows: resultRows,
  },
  {
    name: "co-quan",
    title: "Cơ quan",
    description: "Mỗi dòng một cơ quan, với cấp trên, thời gian tồn tại và cơ quan kế thừa.",
    key: ["id"],
    row: agencyRow,
    rows: agencyRows,
  },
  {
    name: "van-ban",
    title: "Văn bản",
    description: "Mỗi dòng một văn bản mà kế hoạch căn cứ hoặc thực hiện.",
    key: ["id"],
    row: documentRow,
    rows: documentRows,
  },
] as const satisfies readonly Table[];

export type TableName = (typeof TABLES)[number]["name"];
