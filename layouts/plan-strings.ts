import type { Plan } from "../scripts/model/plan.ts";
import type { Target } from "../scripts/model/target.ts";
import { formatAmount, formatCount, formatNumber } from "./format.ts";

const bounds = { at_least: "từ", at_most: "không quá", above: "trên", below: "dưới" } as const;
const measures = { value: "đạt", rank: "hạng", band: "nhóm" } as const;

/**
 * "PAR INDEX năm 2023: trong nhóm 25 đơn vị đứng đầu (hạng từ 1 đến 25)", "SIPAS năm 2023: đạt từ 85% trở lên".
 * @param about the index or a domain of it
 * @param unit of the threshold of a value or a change
 */
function target(about: string, { measure, bound, threshold, year, baseYear }: Target, unit: string): string {
  const name = `${about} năm ${year}`;
  const last = lastPlace(measure, bound, threshold);
  if (last === 1) return `${name}: đứng đầu (hạng 1)`;
  if (last !== undefined) return `${name}: trong nhóm ${last} đơn vị đứng đầu (hạng từ 1 đến ${last})`;
  const amount = typeof threshold === "number" ? formatAmount(formatNumber(threshold), unit) : threshold;
  const onwards = bound === "at_least" ? " trở lên" : "";
  if (measure === "change") {
    if (threshold === 0 && bound === "above") return `${name}: cải thiện so với năm ${baseYear}`;
    const isRise =
      typeof threshold === "number" && threshold >= 0 && (bound === "at_least" || bound === "above");
    return `${name}: ${isRise ? "tăng" : "thay đổi"} ${bounds[bound]} ${amount}${onwards} so với năm ${baseYear}`;
  }
  if (measure === "band" && (bound === "at_least" || bound === "at_most"))
    return `${name}: nhóm ${amount} trở ${bound === "at_least" ? "lên" : "xuống"}`;
  return `${name}: ${measures[measure]} ${bounds[bound]} ${amount}${onwards}`;
}

/** What is said of a plan in a state in which it binds nobody: beside its name, and where its tasks are judged. */
const notInForce: Readonly<
  Partial<Record<Plan["state"], { readonly name: string; readonly judged: string }>>
> = {
  draft: {
    name: "dự thảo",
    judged: "Kế hoạch này là dự thảo: tình trạng xét theo thời hạn ghi trong dự thảo.",
  },
  replaced: {
    name: "đã thay thế",
    judged: "Kế hoạch này đã được thay thế: tình trạng xét theo thời hạn ghi trong bản cũ.",
  },
};

/** The last place that keeps a promise about a rank: "hạng dưới 25" would read as a place behind the 25th. */
function lastPlace(
  measure: Target["measure"],
  bound: Target["bound"],
  threshold: number | string,
): number | undefined {
  if (measure !== "rank" || typeof threshold !== "number") return undefined;
  return bound === "below" ? threshold - 1 : threshold;
}

/** Words of a plan: its letterhead, its tasks and what it promises. */
export const planStrings = {
  target,
  notInForce,
  description: (number: string | undefined, issuer: string, tasks: number) =>
    `${number ?? "Kế hoạch chưa có số"}, ${issuer}: ${formatCount(tasks)} nhiệm vụ với cơ quan chủ trì, thời hạn và sản phẩm.`,
  plan: "Kế hoạch",
  noNumber: "chưa có số",
  unnumbered: (indices: string, years: string, issuer: string) =>
    ["Kế hoạch", indices, years, `(${issuer})`].filter(Boolean).join(" "),
  head: {
    number: "Số",
    day: "Ban hành",
    years: "Thời gian",
    state: "Trạng thái",
    indices: "Chỉ số",
    signer: "Người ký",
    legalBasis: "Căn cứ",
    carriesOut: "Thực hiện",
    carriedOutBy: "Được triển khai bởi",
    recipients: "Nơi nhận",
    recipientCount: (count: number) => `${formatCount(count)} nơi nhận`,
    missing: "chưa có trong bản nguồn",
    disclaimer: (number: string | undefined) =>
      `Đây là bản tóm lược có cấu trúc, không thay thế văn bản gốc (${number ?? "bản nguồn chưa có số"}).`,
  },
  /** Lists of plans: all, those of a year, those of an index. */
  lists: {
    ofYear: (year: number) => `Kế hoạch năm ${year}`,
    ofIndex: (index: string) => `Kế hoạch về ${index}`,
    description: (title: string, count: string) =>
      `${title}: ${count} kế hoạch, với nhiệm vụ, cơ quan chủ trì và thời hạn.`,
    none: "Chưa có kế hoạch nào được công bố trên trang này.",
    filter: "Lọc kế hoạch",
    year: (year: number) => `Năm ${year}`,
    chooseAgency: "chọn trong danh sách cơ quan",
  },
  citation: {
    title: "Trích dẫn",
    number: (number: string) => `số ${number}`,
    day: (day: string) => `ngày ${day}`,
    task: "Một nhiệm vụ: thêm # và mã của nó vào địa chỉ, ví dụ",
  },
  notes: (count: number) => `Ghi chú về bản gốc (${count})`,
  groupDeadline: (printed: string) => `Thời hạn chung: ${printed}`,
  task: {
    leads: "Chủ trì",
    coordinators: "Phối hợp",
    deadline: "Thời hạn",
    output: "Sản phẩm",
    target: "Chỉ tiêu",
    criteria: "Tiêu chí",
    status: "Tình trạng",
    computed: "hạn tính được:",
    deadlineFrom: (group: string) => `(theo nhóm ${group})`,
  },
} as const;
