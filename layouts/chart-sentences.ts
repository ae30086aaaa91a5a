import type { Measure } from "../scripts/model/series.ts";
import { insideSentence } from "./inside-sentence.ts";

/** What a value did: it rose, fell, or stayed. */
export type Move = "up" | "down" | "same";

const moves = { up: "tăng", down: "giảm", same: "không đổi" } as const;

/** Of a year without a score the rank may be known, and the other way round; what is not in the data may have been published. */
const measures = { value: "điểm", rank: "hạng" } as const satisfies Record<Measure, string>;

/** Pieces of the sentences under charts; numbers, ranks and names come in as text. */
export const chartSentences = {
  none: (measure: Measure) => `chưa có số liệu về ${measures[measure]}`,
  /** `of` names the series where there are several. */
  missing: (measure: Measure, years: string, of: string | undefined) =>
    `Chưa có số liệu về ${measures[measure]}${of ? ` của ${of}` : ""}: ${years}.`,
  /** Units whose result is not in the data; it may have been published all the same. */
  unknown: (names: string) => `Chưa có số liệu: ${names}.`,
  /** Why a method changed stands in the words of its source, Vietnamese. */
  breakWhy: (years: string, why: string) => `${years} (${insideSentence(why)})`,
  crossing: (breaks: string) => `Không so sánh qua mốc ${breaks}.`,
  noted: (breaks: string) => `So được nhưng cần lưu ý cách đo đổi một phần: ${breaks}.`,
  spread: (year: number, count: number, min: string, max: string, mean: string) =>
    `Năm ${year}, ${count} đơn vị có số liệu từ ${min} đến ${max}, trung bình ${mean}.`,
  rank: (rank: string) => `hạng ${rank}`,
  inYear: (year: number, what: string) => `${what} năm ${year}`,
  changed: (move: Move, by: string, year: number) =>
    `, ${moves[move]}${move === "same" ? "" : ` ${by}`} so với năm ${year}`,
  places: (move: Move, places: number, year: number) =>
    move === "same"
      ? `, giữ nguyên hạng so với năm ${year}`
      : `, ${move === "up" ? "lên" : "xuống"} ${places} bậc so với năm ${year}`,
  stated: (move: Move, by: string) =>
    ` (theo công bố: ${move === "same" ? moves.same : `${moves[move]} ${by}`})`,
  stretch: (span: string, best: string, worst: string) => `${span} cao nhất ${best}, thấp nhất ${worst}`,
  steady: (years: string, what: string) => `${years} đều ${what}`,
  /** `isPart`: of those that were asked for. */
  year: (measured: string, year: number, unit: string, count: string, isPart: boolean) =>
    `${measured} năm ${year}${unit && `, ${unit}`}: ${count} đơn vị${isPart ? " được chọn" : ""} có số liệu về điểm`,
  only: (what: string) => `, ${what}.`,
  alike: (value: string) => `, đều ${value}.`,
  range: (best: string, worst: string, isComplete: boolean) =>
    `, cao nhất ${best}, thấp nhất ${worst}${isComplete ? "" : " trong số đã có"}.`,
  national: (mean: string) => ` Trung bình cả nước ${mean}.`,
  onlyRanks: (ranks: string) => ` Chỉ có thứ hạng: ${ranks}.`,
  domains: (what: string, unit: string, best: string, worst: string) =>
    `${what}${unit && ` (${unit})`}: cao nhất ${best}, thấp nhất ${worst}.`,
  oneDomain: (what: string, unit: string, value: string) => `${what}${unit && ` (${unit})`}: ${value}.`,
  incomparable: (a: string, b: string) => ` Không so sánh ${a} với ${b}: cách đo đã đổi.`,
  compared: (a: string, moves: string) => ` So với ${a}: ${moves}.`,
  /** The upper or lower end of all that moved; of a rise the lower end is the least. */
  movedEnd: (move: Move, isUpper: boolean, name: string, by: string) =>
    move === "same"
      ? `${name} ${moves.same}`
      : `${name} ${moves[move]} ${(move === "up") === isUpper ? "nhiều" : "ít"} nhất ${by}`,
  /** The same of two agencies: where one is ahead of the other, or behind. */
  aheadEnd: (move: Move, isUpper: boolean, name: string, change: string) =>
    move === "same"
      ? `ngang nhau ở ${name}`
      : `${move === "up" ? "hơn" : "kém"} ${(move === "up") === isUpper ? "nhiều" : "ít"} nhất ở ${name} (${change})`,
  /** From one year to the next, among all that have both. */
  greatest: (year: number, count: number, moved: string) =>
    `So với năm ${year}, trong ${count} đơn vị có số liệu cả hai năm: ${moved}.`,
  movedMost: (move: Move, names: string, by: string) => `${moves[move]} nhiều nhất ${names} ${by}`,
  moved: (move: Move, by: string) => (move === "same" ? moves.same : `${moves[move]} ${by}`),
  heatmap: (measured: string, rows: number, columns: number, year: number | undefined) =>
    year === undefined
      ? `${measured}: ${rows} đơn vị, ${columns} năm, xếp theo năm cuối.`
      : `${measured} năm ${year}: ${rows} đơn vị, ${columns} lĩnh vực, xếp theo điểm chung.`,
  /** `which` names the domains, when they are few. */
  aboveMedian: (name: string, above: number, of: number, which: string) =>
    `${name} cao hơn trung vị ở ${above}/${of} lĩnh vực${which && `: ${which}`}.`,
  fromMedian: (what: string, move: Move, by: string) =>
    move === "same"
      ? `${what}, bằng trung vị.`
      : `${what}, ${move === "up" ? "cao" : "thấp"} hơn trung vị ${by}.`,
  half: (from: string, to: string) => `Một nửa số đơn vị nằm giữa ${from} và ${to}.`,
  regionMeans: (year: number, most: string, least: string) =>
    `Trung bình vùng năm ${year}: cao nhất ${most}, thấp nhất ${least}.`,
  /** Without a lowest where there is one alone. */
  column: (name: string, best: string, worst: string | undefined, isComplete: boolean) =>
    worst === undefined
      ? `${name}: ${best}.`
      : `${name}: cao nhất ${best}; thấp nhất ${worst}${isComplete ? "" : " trong số đã có"}.`,
  empty: (count: number) => `${count} ô trống.`,
  both: (year: number, count: number) => `Năm ${year}: ${count} đơn vị có số liệu của cả hai chỉ số.`,
  withoutBoth: (names: string) => `Chưa có đủ hai kết quả: ${names}.`,
  highest: (index: string, what: string) => ` Cao nhất về ${index}: ${what}.`,
  /** Without a highest where all have the same. */
  region: (name: string, min: string, max: string | undefined) =>
    max === undefined ? `${name} ${min}` : `${name} từ ${min} đến ${max}`,
  noRegion: (name: string) => `${name} chưa có số liệu`,
  regions: (measured: string, year: number, unit: string) => `${measured} năm ${year}${unit && `, ${unit}`}`,
} as const;
