import { fold } from "../model/vietnamese.ts";
import { looksLikeAgency } from "./agency-cell.ts";
import type { Namer } from "./names.ts";
import { capitalise, oneLine } from "./words.ts";

/** "Thường xuyên", "Định kỳ hằng tháng": the only times that running text names without a doubt. */
export function readTextDeadline(text: string): string {
  const folded = fold(text);
  const often =
    /(?:^|[;,.:(–-]\s*)thuong xuyen(?!\s+(?:cua|va)\b)/.test(folded) ||
    /\bcac (?:so|don vi|phong)[^.;]{0,20} thuong xuyen /.test(folded);
  const day =
    /(?:trước|chậm nhất|hoàn thành)\s+(?:(?:là|vào|trong|trước)\s+)*(?:(?:ngày\s+)?\d{1,2}[/-]\d{1,2}[/-]\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|(?:quý\s+(?:IV|I{1,3})|tháng\s+\d{1,2})(?:\s*\/\s*|\s+năm\s+)\d{4})/iu.exec(
      text,
    )?.[0];
  if (day !== undefined) return capitalise(oneLine(day));
  const regular = /dinh ky (hang (?:thang|quy|nam)|6 thang)/.exec(folded)?.[1];
  const REGULAR: Record<string, string> = {
    "hang thang": "Định kỳ hằng tháng",
    "hang quy": "Định kỳ hằng quý",
    "hang nam": "Định kỳ hằng năm",
    "6 thang": "Định kỳ 6 tháng",
  };
  return regular !== undefined ? (REGULAR[regular] ?? "") : often ? "Thường xuyên" : "";
}

/** Who leads, in running text: `Giao Sở Tư pháp chủ trì, …`, `… (Văn phòng chủ trì; …)`. */
export function readTextLead(text: string, namer: Namer): string {
  for (const { 0: before, index } of text.matchAll(/(?:^|[.;:(–-]\s*)(?:giao(?:\s+cho)?\s+|do\s+)?/giu)) {
    const rest = text.slice(index + before.length);
    const length = namer.prefix(rest)?.length;
    if (length !== undefined && LEADS.test(rest.slice(length))) return rest.slice(0, length);
    const printed = /^([^.;:(),]{3,80}?)\s+chủ trì(?=[\s,;.)]|$)/iu.exec(rest)?.[1];
    if (printed !== undefined && looksLikeAgency(printed)) return printed;
  }
  return "";
}

const LEADS = /^\s+(?:là\s+(?:cơ quan|đơn vị)\s+)?chủ trì(?=[\s,;.)]|$)/iu;

/** Who helps, in running text: `phối hợp với các địa phương đẩy nhanh …`. */
export function readTextCoordinators(text: string, namer: Namer): string {
  const match = /ph.{1,3}i h.{1,3}p\s+(?:chặt chẽ\s+)?(?:cùng\s+)?(?:v.{1,3}i\s+)?/iu.exec(text);
  if (!match) return "";
  const rest = text.slice(match.index + match[0].length);
  let end = 0;
  for (let known = namer.prefix(rest); known; ) {
    end += known.length;
    const gap = /^(?:\s*[,;]\s*|\s+và\s+)/u.exec(rest.slice(end))?.[0] ?? "";
    known = gap === "" ? undefined : namer.prefix(rest.slice(end + gap.length));
    if (known) end += gap.length;
  }
  if (end > 0) return rest.slice(0, end);
  const words = [...rest.matchAll(/\S+/g)].slice(0, 12);
  for (const word of words.reverse()) {
    const restored = namer.restore(rest.slice(0, word.index + word[0].length).replace(/[\s,;:.]+$/, ""));
    if (restored) return restored.text;
  }
  const group =
    /^((?:các\s+)?(?:cơ quan|đơn vị|sở|ban|ngành|phòng|địa phương|huyện|xã)(?:(?:\s*,\s*|\s+và\s+)(?:các\s+)?(?:cơ quan|đơn vị|sở|ban|ngành|phòng|địa phương|huyện|xã|đoàn thể))*(?:\s+(?:có\s+)?liên quan|\s+trực thuộc)?)(?=[\s,.;])/iu.exec(
      rest,
    );
  return group?.[1] ?? "";
}
