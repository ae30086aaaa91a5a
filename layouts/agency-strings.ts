import type { AGENCY_KINDS } from "../scripts/model/agency.ts";
import { formatCount, formatCounted } from "./format.ts";

/** Words of an agency: its own page, and where it is named. */
export const agencyStrings = {
  kinds: {
    body: "Cơ quan quyền lực, chính quyền",
    agency: "Cơ quan",
    unit: "Đơn vị",
    group: "Nhóm cơ quan",
    temporary: "Tổ chức phối hợp",
    press: "Báo chí",
    company: "Doanh nghiệp",
    office: "Chức danh",
  } satisfies Record<(typeof AGENCY_KINDS)[number], string>,
  /** Before the successors of an agency that is named. */
  now: "nay là",
  description: (name: string, plans: number, tasks: number) =>
    `${name}: ${formatCount(plans)} kế hoạch ban hành, ${formatCount(tasks)} nhiệm vụ chủ trì.`,
  facts: {
    successors: "Nay là",
    kind: "Loại",
    parent: "Thuộc",
    from: "Từ ngày",
    to: "Đến ngày",
    predecessors: "Trước đây",
    aliases: "Tên gọi khác",
    note: "Ghi chú",
    source: "Nguồn",
  },
  nothing: "Chưa có kế hoạch, nhiệm vụ hay kết quả chỉ số nào của cơ quan này.",
  plans: (count: number) => `Ban hành: ${formatCounted(count, "kế hoạch")}`,
  roles: { leads: "Chủ trì", coordinates: "Phối hợp", supervises: "Theo dõi, hướng dẫn, đôn đốc" },
  tasks: (role: string, count: number) => `${role}: ${formatCounted(count, "nhiệm vụ")}`,
  moreLeads: (count: number) => `${formatCount(count)} nhiệm vụ đầu; tất cả có ở`,
  leadsList: "danh sách theo tình trạng",
  children: (count: number) => `Trực thuộc: ${formatCounted(count, "cơ quan, đơn vị")}`,
} as const;
