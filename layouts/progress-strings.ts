import type { Target } from "../scripts/model/target.ts";
import { filterStrings } from "./filter-strings.ts";
import { formatCount, formatCounted, formatDate } from "./format.ts";

const QUARTERS = ["I", "II", "III", "IV"];

/** `2023-2` → "quý II/2023". */
function quarter(key: string): string {
  return `quý ${QUARTERS[Number(key.slice(5)) - 1]}/${key.slice(0, 4)}`;
}

/** Words of what follows the plans: the task board, reports, sheets, lineage and judged targets. */
export const progressStrings = {
  ...filterStrings,
  quarter,
  unstated: "văn bản không nêu",
  judgedAt: (day: string) => `Xét tại ngày ${formatDate(day)}.`,
  board: {
    lead: "Chỉ nhiệm vụ có hạn tính ra được một ngày mới có thể quá hạn; nhiệm vụ hết hạn mà không ai báo cáo được ghi riêng.",
    description: (count: number, day: string) =>
      `${formatCount(count)} nhiệm vụ theo tình trạng, cơ quan chủ trì, quý đến hạn và kế hoạch, xét tại ngày ${formatDate(day)}.`,
    byStatus: "Theo tình trạng",
    byLead: "Theo cơ quan chủ trì",
    byQuarter: "Theo quý đến hạn",
    byPlan: "Theo kế hoạch",
    flagged: "Dời hạn hoặc lùi bước",
    flaggedLead:
      "Nhiệm vụ mà báo cáo đã dời thời hạn, hoặc rút lại trạng thái, tiến độ, giá trị đã báo cáo trước đó.",
    noLead: "Không nêu cơ quan chủ trì",
    undated: "Không có hạn bằng ngày",
    moreLeads: (count: number) => `${formatCount(count)} cơ quan nhiều việc nhất; các cơ quan khác ở`,
    leadsList: "danh sách cơ quan",
    morePlans: (count: number) =>
      `${formatCount(count)} kế hoạch nhiều việc quá hạn hoặc chưa có báo cáo nhất; các kế hoạch khác ở`,
    plansList: "danh sách kế hoạch",
    none: "Không có nhiệm vụ nào.",
    dueIn: (key: string) => `Đến hạn trong ${quarter(key)}`,
    leadTitle: (agency: string) => `Nhiệm vụ chủ trì – ${agency}`,
    leadHeading: (agency: string, count: number) => `${agency}: chủ trì ${formatCounted(count, "nhiệm vụ")}`,
    listDescription: (title: string, count: number, day: string) =>
      `${formatCount(count)} nhiệm vụ: ${title}, xét tại ngày ${formatDate(day)}.`,
    longList: {
      ends: (listed: number, total: number) =>
        `Danh sách này dừng ở ${formatCount(listed)} nhiệm vụ đầu trong tổng số ${formatCount(total)}, theo thứ tự kế hoạch.`,
      all: "Tất cả nhiệm vụ có ở:",
      plans: "trang của từng kế hoạch",
      agencies: "danh sách của từng cơ quan chủ trì",
      noLead: "danh sách không nêu cơ quan chủ trì",
      filter: "bộ lọc kết hợp",
      data: "dữ liệu tải về",
    },
    group: (status: string, count: number) => `${status} (${formatCount(count)})`,
  },
  late: {
    summary: (statuses: string, agencies: number) =>
      `${statuses}: ai chủ trì (${formatCount(agencies)} cơ quan)`,
    count: (tasks: number, status: string) => `${formatCount(tasks)} ${status.toLowerCase()}`,
  },
  lead: {
    title: "Nhiệm vụ chủ trì đến đâu",
    heading: "Đang chủ trì",
    ofAll: (open: number, all: number) =>
      open === all ? formatCount(open) : `${formatCount(open)} (trong ${formatCount(all)})`,
    soon: "Đến hạn trong 30 ngày",
  },
  flags: {
    heading: "Báo cáo đã dời hạn hoặc lùi bước:",
    at: (text: string, day: string) => `${text} (báo cáo ngày ${formatDate(day)})`,
  },
  reports: {
    label: "Báo cáo",
    heading: (count: number) => `Báo cáo về kế hoạch (${formatCount(count)})`,
    older: (count: number) => `${formatCount(count)} báo cáo trước`,
    evidence: "Minh chứng:",
    finished: (day: string) => `hoàn thành ngày ${formatDate(day)}`,
    newDeadline: (printed: string) => `thời hạn mới: ${printed}`,
    published: (day: string) => `công bố ${formatDate(day)}`,
    states: (count: number, state: string) => `${formatCount(count)} ${state.toLowerCase()}`,
    description: "Báo cáo về tiến độ và kết quả của các kế hoạch, mới nhất trước.",
    none: "Chưa có báo cáo nào được công bố.",
    tasks: (count: number) =>
      count > 0 ? `${formatCount(count)} nhiệm vụ được báo cáo` : "chưa nói về từng nhiệm vụ",
  },
  lineage: {
    carriesOut: "Thực hiện",
    carriedOutBy: "Triển khai bởi",
    differs: (differences: readonly string[]) => `Khác về ${differences.join("; ")}.`,
    coverage: (covered: number, total: number) =>
      `${formatCount(covered)}/${formatCount(total)} nhiệm vụ của kế hoạch này có đơn vị cấp dưới triển khai`,
    coverageAbove: (covered: number, total: number) =>
      `${formatCount(covered)}/${formatCount(total)} nhiệm vụ có đơn vị cấp dưới triển khai`,
    share: (own: number) => `kế hoạch này triển khai ${formatCount(own)}`,
    of: "Của",
    differing: (count: number) =>
      `${formatCount(count)} nhiệm vụ có thời hạn hoặc chỉ tiêu khác với cấp trên:`,
  },
  targets: {
    heading: "Mục tiêu về chỉ số",
    ofPlans: "Mục tiêu của các kế hoạch",
    ofTasks: (count: number, all: number, status: string) =>
      `${formatCount(count)}/${formatCount(all)} ${status.toLowerCase()}`,
    columns: { target: "Mục tiêu", result: "Kết quả", verdict: "Kết luận" },
    measures: { value: "giá trị", rank: "hạng", band: "nhóm", change: "thay đổi" } satisfies Record<
      Target["measure"],
      string
    >,
    noResult: (year: number) => `chưa có kết quả năm ${year}`,
    /** The result is known, but not this of it. */
    notStated: (what: string, year: number) => `nguồn không nêu ${what} năm ${year}`,
    break: (why: string) => `cách đo đã đổi: ${why}`,
    count: (count: number, verdict: string) => `${formatCount(count)} ${verdict}`,
    more: (shown: number, all: number) =>
      `${formatCount(shown)} mục tiêu đầu trong tổng số ${formatCount(all)}; mỗi kế hoạch có đủ mục tiêu của mình.`,
  },
  sheet: {
    title: "Việc theo quý",
    ofPlan: (plan: string) => `Việc theo quý – ${plan}`,
    ofAgency: (agency: string) => `Việc chủ trì theo quý – ${agency}`,
    description: (name: string) =>
      `${name}: việc đến hạn từng quý và việc không xác định hạn, để in trên giấy A4.`,
    lead: "Chọn một quý rồi in: tờ in chỉ có việc đến hạn trong quý ấy và việc không xác định hạn. Không chọn thì in mọi quý, mỗi quý một tờ.",
    due: (key: string) => `Việc đến hạn trong ${quarter(key)}`,
    undated: "Việc không xác định hạn",
    moved: (printed: string) => `theo báo cáo: ${printed}`,
    link: "Tờ in theo quý",
    more: (count: number) => `… và ${formatCount(count)} nhiệm vụ khác ở`,
    fullList: "danh sách đầy đủ",
  },
  agencies: {
    lead: (count: number) =>
      `${formatCount(count)} cơ quan, đơn vị ban hành kế hoạch, được giao việc, hoặc là cấp trên của các đơn vị ấy; xếp theo cấp trên trực tiếp.`,
    description: (count: number) =>
      `${formatCount(count)} cơ quan, đơn vị trong các kế hoạch: ban hành, chủ trì, phối hợp, theo dõi, và cấp trên của các đơn vị ấy.`,
    none: "Chưa có kế hoạch nào, nên chưa có cơ quan nào được giao việc.",
    others: "Cơ quan khác có trong dữ liệu",
    noOthers: "Mọi cơ quan trong dữ liệu đều có trong các kế hoạch.",
    othersLink: (count: number) => `${formatCount(count)} cơ quan khác có trong dữ liệu`,
    since: (year: string) => `(từ ${year})`,
    roles: { leads: "chủ trì", coordinates: "phối hợp", supervises: "theo dõi" },
  },
} as const;
