import type { AGENCY_KINDS } from "../scripts/model/agency.ts";
import type { PLAN_STATES } from "../scripts/model/plan.ts";
import type { StatusKey } from "../scripts/model/status.ts";

/** Every word of the interface, in one place; Vietnamese with every mark. Parts of the site have their own group. */
export const strings = {
  site: {
    name: "Minh Bạch",
    tagline: "Kế hoạch và kết quả cải cách hành chính, công khai để ai cũng tra cứu được",
    skip: "Đến nội dung chính",
    menu: "Mục lục trang",
    search: "Tìm kiếm",
    find: "Tìm",
    searchHint: "Kế hoạch, nhiệm vụ, cơ quan, số văn bản",
    breadcrumbs: "Đường dẫn",
    home: "Trang chủ",
    unknown: "chưa rõ",
    asOf: "Tình trạng nhiệm vụ xét tại ngày",
    onThisPage: "Trong trang này",
    pages: "Trang",
    textSize: { smaller: "A−", normal: "A", larger: "A+", label: "Cỡ chữ" },
    theme: { label: "Giao diện", light: "Sáng", dark: "Tối", system: "Theo máy" },
  },
  nav: {
    plans: "Kế hoạch",
    tasks: "Nhiệm vụ",
    agencies: "Cơ quan",
    indices: "Chỉ số",
    documents: "Văn bản",
    data: "Dữ liệu",
    about: "Giới thiệu",
    method: "Phương pháp",
    accessibility: "Trợ năng",
    abbreviations: "Từ viết tắt",
    updates: "Cập nhật",
    compare: "So sánh",
  },
  planState: {
    draft: "Dự thảo",
    issued: "Đã ban hành",
    replaced: "Đã thay thế",
    ended: "Đã kết thúc",
  } satisfies Record<(typeof PLAN_STATES)[number], string>,
  status: {
    overdue: "Quá hạn",
    unreported: "Hết hạn, chưa có báo cáo",
    "due-soon": "Sắp đến hạn",
    blocked: "Vướng mắc",
    "in-progress": "Đang thực hiện",
    "not-due": "Chưa đến hạn",
    undated: "Không xác định hạn",
    "done-late": "Hoàn thành trễ",
    done: "Hoàn thành",
    "not-applicable": "Không còn áp dụng",
  } satisfies Record<StatusKey, string>,
  task: {
    computed: "hạn tính được:",
  },
  agencyKind: {
    body: "Cơ quan quyền lực, chính quyền",
    agency: "Cơ quan",
    unit: "Đơn vị",
    group: "Nhóm cơ quan",
    temporary: "Tổ chức phối hợp",
    press: "Báo chí",
    company: "Doanh nghiệp",
    office: "Chức danh",
  } satisfies Record<(typeof AGENCY_KINDS)[number], string>,
} as const;
