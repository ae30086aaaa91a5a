/** Words that name a time; they are never said to name none. */
const TIME = "\\d\\s*[/.-]\\s*\\d|\\b(?:quy|thang) [\\divx]+\\b(?! lan)|\\b(?:19|20)\\d{2}\\b";
/** Words that send the reader to another document. */
const ELSEWHERE = "(?<!tiep )theo|tien do|ke hoach|quy dinh";

/** Why words that name a time give no date. */
export const UNCLEAR = "có nêu thời gian nhưng không rõ ngày cuối";

/** All day, every day, and not the 24th of July: that has a word in front. */
export const AROUND_THE_CLOCK = /^24\/(?:7|24)$/;

const RECURRING = "việc thường xuyên hoặc định kỳ, không có ngày kết thúc";
const REASONS: readonly [RegExp, string][] = [
  [AROUND_THE_CLOCK, RECURRING],
  [/\b(thuong xuyen|hang (ngay|tuan|thang|quy|nam)|dinh ky|lien tuc|moi (thang|quy|nam))/, RECURRING],
  // “2 lần/năm”, “06 tháng/lần”; “06 tháng, năm”, “ngày 15 tháng cuối quý”, as reports are due.
  [
    /\blan ?\/ ?(tuan|thang|quy|nam)\b|(tuan|thang|quy|nam) ?\/ ?lan\b|\b(thang|quy)(,| va) ([^/]*, )?nam$|\b\d+ (cua )?thang (dau|cuoi) quy$/,
    RECURRING,
  ],
  [
    /^(ngay )?khi\b|^[^,;]*\bsau khi\b|.\bke tu\b|^(trong|sau) (vong )?\d+ (ngay|thang)\b/,
    "tính từ một việc khác chưa rõ ngày",
  ],
  [/^(bat dau |ke )?tu (?!.*\bden\b)/, "chỉ nêu lúc bắt đầu"],
  // What may still change makes nobody late.
  [/\bdu kien\b/, "thời gian chỉ là dự kiến"],
  [
    new RegExp(`^(?=.*(?:${ELSEWHERE})).*(?:${TIME})`),
    "dẫn tới văn bản hoặc tiến độ khác; thời gian nêu cùng không rõ là ngày cuối",
  ],
  [new RegExp(ELSEWHERE), "dẫn tới văn bản hoặc tiến độ khác, không nêu ngày"],
  [new RegExp(TIME), UNCLEAR],
];

/** Why a deadline, folded, gives no date. */
export function whyUndated(folded: string): string {
  return REASONS.find(([words]) => words.test(folded))?.[1] ?? "lời văn không nêu ngày";
}

/**
 * Whether words in front of a time make it less than a deadline: they name a time of their own, or say that the work comes
 * again and again, may change, or is counted from something else.
 */
export function isOpenEnded(folded: string): boolean {
  return OPEN_ENDED.test(folded);
}

const OPEN_ENDED = new RegExp(
  `\\b(?:thuong xuyen|dinh ky|lien tuc|(?:hang|moi) \\w+|khi|neu|du kien|ke tu|bat dau)\\b|${TIME}`,
);
