import { parseDeadline } from "../model/deadline.ts";
import { getOrMake } from "../model/maps.ts";
import { looksLikeAgency, type Name } from "./agency-cell.ts";
import type { Column } from "./columns.ts";
import { textOf, type Word } from "./flat-rows.ts";
import type { Namer } from "./names.ts";

/** Whether what belongs into a column can be told by its words. */
export function isTyped(role: Column["role"]): boolean {
  return role === "deadline" || role === "leads" || role === "coordinators";
}

/** Whether a deadline or a name may begin with a word: all longer spans from there need not be looked at otherwise. */
export function canBegin(words: readonly Word[], from: number, role: Column["role"], namer: Namer): boolean {
  const text = textOf(words.slice(from, from + 10)).replace(/\n/g, " ");
  if (role === "deadline") return BEGINS_DEADLINE.test(text) || /^\d/.test(text) || /^6 tháng/.test(text);
  return (
    looksLikeAgency(text) ||
    namer.prefix(text) !== undefined ||
    /^\p{Lu}\p{L}{0,2}$/u.test(words[from]?.text ?? "")
  );
}

/** How well words fit a column. */
export function scoreSpan(
  words: readonly Word[],
  from: number,
  to: number,
  role: Column["role"],
  namer: Namer,
): number {
  if (from === to) return role === "title" ? -8 : isTyped(role) ? -2 : -0.5;
  const gap = words[from]?.gap ?? 0;
  const edge = from === 0 ? 0.5 : ([-1.2, -0.2, 0.5, 0.6, 0.6][gap] ?? 0);
  if (!isTyped(role)) return edge + (/^[\p{Lu}\d“"(+-]/u.test(words[from]?.text ?? "") ? 0.4 : -1);
  const text = textOf(words.slice(from, to)).replace(/\n/g, " ");
  const value = role === "deadline" ? scoreDeadline(text) : scoreNames(text, namer);
  // A cell begins with a capital, and so does what stands behind it.
  const capital = (at: number) => (/^\p{Ll}/u.test(words[at]?.text ?? "") ? -1.5 : 0);
  return value === undefined ? -50 : value + edge + capital(from) + capital(to);
}

const OPEN_DEADLINE =
  /^(?:theo|thường xuyên|định kỳ|hằng|hàng|khi|sau khi|ngay sau|cả năm|từ|đến|chậm nhất)(?=\s|$)/iu;

/** How surely words are a deadline; undefined when they are none. */
export function scoreDeadline(text: string): number | undefined {
  const words = text.split(" ").length;
  if (/^\d{4}$/.test(text)) return undefined;
  const read = parseDeadline(text, 2000);
  if (read !== "impossible" && read.due !== undefined) return (/\d/.test(text) ? 5 : 2) + words * 0.5;
  if (
    /^(?:thường xuyên|định kỳ|hằng năm|hàng năm|hằng quý|hàng quý|hằng tháng|hàng tháng|cả năm)$/iu.test(text)
  )
    return 6;
  if (/^\p{Lu}/u.test(text) && OPEN_DEADLINE.test(text) && words <= 10 && !/[.;:]$/.test(text))
    return 4 + Math.min(words, 6) * 0.3;
  return undefined;
}

const scores = new WeakMap<Namer, Map<string, number | undefined>>();

/** How surely words are names of agencies; undefined when they are none. */
export function scoreNames(text: string, namer: Namer): number | undefined {
  const known = getOrMake(scores, namer, () => new Map());
  if (!known.has(text)) known.set(text, readScore(text, namer));
  return known.get(text);
}

function readScore(text: string, namer: Namer): number | undefined {
  if (!looksLikeAgency(text) && namer.prefix(text) === undefined && namer.restore(text) === undefined)
    return undefined;
  if (/[,;]$/.test(text) || /[.:]\s/.test(text)) return undefined;
  const names = namer.split(text);
  const words = text.split(" ").length;
  const separators = text.match(/[,;/&]|\svà\s/gu)?.length ?? 0;
  const loose = Math.max(names.length - 1 - separators, 0) * 1.5;
  if (names.every(name => name.agency !== undefined && name.role === undefined))
    return 3 + words * 0.9 - loose;
  if (names.every(name => name.agency !== undefined)) {
    // A role goes on in small letters; a capital begins the next column.
    const roles = names.map(({ role }) => role ?? "").filter(role => role !== "");
    const named = words - roles.join(" ").split(" ").length;
    return roles.every(role => /^\p{Ll}/u.test(role)) && words < 16 ? 2.8 + named * 0.9 : undefined;
  }
  const isName = ({ text, agency, role }: Name) =>
    agency !== undefined ||
    (looksLikeAgency(text) &&
      !/\s(?:Trước|Quý|Trong|Thường|Tháng|Theo|Các)(?=\s|$)/u.test(text) &&
      role === undefined &&
      /\s/.test(text) &&
      text.split(" ").length <= 10);
  return names.every(isName)
    ? 1.3 - loose + names.reduce((sum, { text }) => sum + Math.min(text.split(" ").length, 7) * 0.35, 0)
    : undefined;
}

/** How a deadline begins. */
export const BEGINS_DEADLINE =
  /^(?:trong|trước|quý|tháng|năm|ngày|theo|thường|định kỳ|hằng|hàng|khi|sau|cả năm|từ|đến|chậm)(?=\s|$)/iu;
