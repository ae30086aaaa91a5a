import type { Judgement } from "../scripts/model/judgement.ts";
import type { Target } from "../scripts/model/target.ts";
import { chartSentences } from "./chart-sentences.ts";
import { formatAmount, formatChange, formatCount, formatNumber, formatRank } from "./format.ts";
import type { Same } from "./same-words.ts";

/** Signs that stand in every language. */
export const BOUND_SIGNS = { at_least: "≥", at_most: "≤", above: ">", below: "<" } as const;
const verdicts = {
  met: "đạt",
  missed: "không đạt",
  unknown: "chưa có kết quả",
  incomparable: "không so sánh được",
} as const;

/** "hạng ≤ 25", "≥ 86,57"; a number is not torn from its sign. Beside an axis that has the unit, none is named. */
function bound({ measure, bound: kind, threshold, baseYear }: Target, unit = ""): string {
  if (measure === "change" && kind === "above" && threshold === 0) return `cải thiện so với năm ${baseYear}`;
  const limit = typeof threshold === "number" ? amount(measure, formatNumber(threshold), unit) : threshold;
  const subject = { rank: "hạng ", value: "", band: "nhóm ", change: "thay đổi " }[measure];
  return `${subject}${BOUND_SIGNS[kind]}\u00a0${limit}`;
}

/** A number with its unit, where it has one: a rank has none. */
function amount(measure: Target["measure"], number: string, unit: string): string {
  if (measure === "rank") return number;
  return formatAmount(number, measure === "change" ? changeUnit(unit) : unit);
}

/** What a plan promised, what came, and the verdict; `unit` is that of the value. */
function judged({ target, verdict, actual, result }: Judgement, unit: string): string {
  const { measure } = target;
  const came =
    actual === undefined
      ? ""
      : typeof actual === "string"
        ? ` Kết quả: nhóm ${actual}.`
        : measure === "rank"
          ? ` Kết quả: hạng ${formatRank(actual, result?.rank_of)}.`
          : ` Kết quả: ${amount(measure, measure === "change" ? formatChange(actual) : formatNumber(actual), unit)}.`;
  const why =
    verdict === "incomparable" ? ` Cách đo đã đổi giữa năm ${target.baseYear} và ${target.year}.` : "";
  return `mục tiêu năm ${target.year} ${bound(target, unit)}: ${verdicts[verdict]}.${came}${why}`;
}

/** The unit of a difference: two percentages differ by "điểm phần trăm". */
function changeUnit(unit: string): string {
  return unit === "%" ? "điểm phần trăm" : unit;
}

/** Words of charts, figures and index pages. */
export const chartStrings = {
  number: formatNumber,
  /** Between the columns of a CSV, where a comma is the decimal one. */
  separator: ";",
  change: formatChange,
  sentence: chartSentences,
  nationwide: "cả nước",
  everyUnit: "mọi đơn vị",
  and: (a: string, b: string) => `${a} và ${b}`,
  bound,
  judged,
  changeUnit,
  verdicts,
  rank: "hạng",
  ranked: (rank: number, of: number | undefined) => formatRank(rank, of),
  rankAxis: "hạng, số nhỏ là tốt",
  shareAxis: "% điểm tối đa",
  break: "Đổi cách đo",
  meanShort: "TB cả nước",
  median: "Trung vị",
  eachDot: "mỗi chấm một đơn vị",
  regionKey: "nét đứt: trung bình các đơn vị của vùng",
  breakKey: (years: string) => `vạch chấm: đổi cách đo ${years}`,
  heatmapLegend: "Màu càng nổi, điểm càng cao trong cùng cột; ô trống: chưa có số liệu",
  basis: { printed: "công bố", corrected: "đã hiệu chỉnh", derived: "suy ra từ số công bố" },
  columns: {
    agency: "Cơ quan",
    year: "Năm",
    value: "Giá trị",
    unit: "Đơn vị",
    rank: "Hạng",
    base: "Trên tổng số",
    group: "Nhóm",
    stated: "Thay đổi theo công bố",
    basis: "Cơ sở",
    source: "Nguồn",
    note: "Ghi chú",
    domain: "Lĩnh vực",
    index: "Chỉ số",
    maximum: "Điểm tối đa",
    min: "Thấp nhất",
    max: "Cao nhất",
    mean: "Trung bình",
  },
  figure: {
    table: "Xem bảng số liệu",
    source: "Nguồn",
    csv: "CSV",
    svg: "SVG",
    download: "Tải về",
    embed: "Nhúng",
    permalink: "Liên kết tới hình này",
    more: (count: number) => `và ${count} nguồn khác, ghi trong bảng`,
    derived: "Dấu rỗng: giá trị suy ra từ các số đã công bố.",
    derivedOf: (domains: string) => `Suy ra từ các số đã công bố: ${domains}.`,
    band: "Dải xám: từ thấp nhất đến cao nhất của mọi đơn vị có số liệu; nét đứt: trung bình.",
    national: "Nét đứt: trung bình cả nước do cơ quan công bố nêu.",
    partial: (known: number, base: number) => `Chỉ có giá trị của ${known}/${base} đơn vị.`,
    partialIn: (year: string, known: number, base: number) =>
      `Năm ${year} chỉ có giá trị của ${known}/${base} đơn vị.`,
    notAssessed: (names: string) => `Không có kết quả: ${names}.`,
    page: (site: string) => `Xem trên ${site}`,
    spreadNote: (count: number) => `tính từ ${count} đơn vị có số liệu`,
  },
  titles: {
    trend: (what: string, who: string) => `${what}: ${who} qua các năm`,
    rank: (what: string, who: string) => `Thứ hạng ${what}: ${who} qua các năm`,
    ranking: (what: string, year: number) => `${what} năm ${year}: từng đơn vị`,
    distribution: (what: string, year: number) => `${what} năm ${year}: phân bố`,
    domains: (what: string, who: string, sides: string) => `${what} theo lĩnh vực, ${who}: ${sides}`,
    heatmap: (what: string, year: number | undefined) =>
      year === undefined
        ? `${what}: từng đơn vị, từng năm`
        : `${what} năm ${year}: từng đơn vị, từng lĩnh vực`,
    scatter: (a: string, b: string, year: number) => `${a} và ${b} năm ${year}`,
    regions: (what: string) => `${what} theo vùng`,
  },
} as const;

/** Words of charts in any language. */
export type ChartWords = Same<typeof chartStrings>;

/** Words of the pages of indices that stand in English too. */
export const indexWords = {
  figures: "Biểu đồ",
  title: "Chỉ số",
  lead: "Các chỉ số đo cải cách hành chính và quản trị: ai đo, đo gì, đổi cách đo khi nào, và kết quả từng năm. Số nhỏ cạnh năm là số kết quả có nguồn.",
  none: "Chưa có số liệu của chỉ số nào.",
  years: "Kết quả từng năm",
  measures: "Đo gì",
  publisher: "Cơ quan công bố",
  population: "Đo ai",
  unit: "Đơn vị",
  editions: "Bộ tiêu chí qua các thời kỳ",
  edition: (from: number, to: number | undefined) =>
    to === undefined ? `Từ năm ${from}` : from === to ? `Năm ${from}` : `Giai đoạn ${from}–${to}`,
  domains: "Lĩnh vực",
  maximumOfEach: (maximum: string, basis: string | undefined) =>
    `Điểm tối đa mỗi lĩnh vực: ${maximum}${basis === undefined ? "" : ` (${basis})`}.`,
  maximaAre: (basis: string) => `Cơ sở của điểm tối đa: ${basis}.`,
  breaks: "Đổi cách đo",
  breaksLead: "Không nối đường và không tính tăng, giảm qua năm ghi là chỗ gãy.",
  hard: "chỗ gãy",
  soft: "đổi một phần, vẫn so được khi có ghi chú",
  notAssessed: "Không có kết quả",
  someRanks: "Hạng chỉ ghi nơi nguồn nêu.",
  ranking: "Từng đơn vị",
  byDomain: "Từng lĩnh vực",
  notZero: "Không có kết quả không có nghĩa là điểm 0.",
  noResults: "Chưa có kết quả.",
  partial: (known: number, base: number) =>
    `Mới tìm được kết quả có nguồn của ${known}/${base} đơn vị; không nên đọc bảng này như bảng xếp hạng đầy đủ.`,
  results: (count: number) => `${formatCount(count)} kết quả`,
  resultsHead: "Kết quả",
  previous: "Năm trước",
  next: "Năm sau",
} as const;

/** Words of the pages of indices and dashboards. */
export const indexStrings = {
  ...indexWords,
  views: {
    title: "Mọi đơn vị, mọi năm",
    titles: { regions: "theo vùng", heatmap: "mọi năm" },
    regions: "Theo vùng: mỗi vùng một hình, mỗi đơn vị một đường",
    heatmap: "Bảng màu: mỗi đơn vị một hàng, mỗi năm một cột",
  },
  bands: "Nhóm theo điểm của năm",
  /** "từ 80 đến dưới 90"; open at either end. */
  band: (from: number | undefined, below: number | undefined) =>
    [
      ...(from === undefined ? [] : [`từ ${formatNumber(from)}`]),
      ...(below === undefined ? [] : [`dưới ${formatNumber(below)}`]),
    ].join(" đến "),
  noRegions: "Các đơn vị của chỉ số này chưa được xếp vào vùng nào.",
  nothingToDraw: "Chưa có số liệu để vẽ biểu đồ này.",
  peers: {
    provinces: "Tỉnh, thành phố",
    ministries: "Bộ, cơ quan ngang bộ",
    departments: (province: string) => `Cơ quan thuộc ${province}`,
    districts: (province: string) => `Cấp huyện của ${province}`,
    means: "Giá trị trung bình",
  },
  changeDiffers: (year: number, computed: number) =>
    `Trừ hai giá trị đã công bố của năm ${year - 1} và ${year} được ${formatChange(computed)}, khác số văn bản nêu.`,
  agencyResults: "Kết quả các chỉ số",
  inGroup: (group: string) => `nhóm ${group}`,
  agencyTargets: "Mục tiêu trong kế hoạch",
  dashboards: "Bảng điều khiển",
  dashboardsLead: "Mỗi bảng trả lời một câu hỏi bằng số liệu có nguồn.",
  noDashboards: "Chưa có bảng điều khiển nào.",
} as const;
