import type { Agency } from "../model/agency.ts";
import { beginsRole, endOfRole, toRole, verbAt } from "./role.ts";
import { capitalise, oneLine } from "./words.ts";

/** One agency of a cell: the words that go into the plan, and what they were found to mean. */
export interface Name {
  readonly text: string;
  /** "theo dõi, đôn đốc" in `Sở Nội vụ theo dõi, đôn đốc`. */
  readonly role: string | undefined;
  readonly agency: Agency | undefined;
  /** As printed, when letters had to be restored or a short form written out for the name to be found. */
  readonly printed: string | undefined;
}

/** Finds one agency in printed text. */
export interface Finder {
  readonly find: (name: string) => Agency | undefined;
  /** The longest name that `text` begins with, and how many characters it takes. */
  readonly prefix: (text: string) => { agency: Agency; length: number } | undefined;
  /** The name that is meant by text whose letters or marks were lost, when only one is near. */
  readonly restore: (name: string) => { text: string; agency: Agency } | undefined;
}

/** Words that a name of an agency, group or post begins with. */
const HEAD =
  /^(?:(?:các|những|toàn thể|tất cả|một số|lãnh đạo|trưởng|phó trưởng|giám đốc|chánh|chủ tịch|thủ trưởng|người đứng đầu)\s+)*(?:sở|ban(?!\s+hành)|phòng(?!\s+(?:chống|ngừa))|văn phòng|vp|ubnd|u[ỷy] ban|ủy ban|hđnd|hội đồng|trung tâm|công an|cục|chi cục|đài|báo(?!\s+(?:cáo|đảm))|bưu điện|đoàn|hội(?!\s+(?:nghị|thảo))|thanh tra|kho bạc|cơ quan|đơn vị|địa phương|bộ(?!\s+(?:trí|sung|máy))|tổ(?!\s+chức)|mặt trận|ubmttq\S*|liên đoàn|tỉnh ủy|huyện ủy|thành ủy|bệnh viện|viện|trường|công ty|ngân hàng|tòa án|viện kiểm sát|bảo hiểm|bhxh|bql|lãnh đạo|công chức|viên chức|chuyên viên|cán bộ|kế toán|văn thư|ngành|cấp\s+(?:huyện|xã|tỉnh))(?=$|[\s,;:.()/-])/iu;

/** Whether text begins like the name of an agency. */
export function looksLikeAgency(text: string): boolean {
  return HEAD.test(text.trim());
}

/** All agencies of a cell, with the roles printed beside them. */
export function splitCell(cell: string, finder: Finder): Name[] {
  return strongParts(cell, finder).flatMap(part => splitPart(part, finder));
}

/** Parts that no name reaches across: between semicolons, bullets, and lines that begin a new name. */
function strongParts(cell: string, { find, prefix, restore }: Finder): string[] {
  const text = cell.replace(/[^\S\n]+/g, " ").trim();
  const whole = text.replace(/\n/g, " ").replace(/^[-+•–]\s*/, "");
  if (find(whole) ?? (whole.includes(";") ? undefined : restore(whole))) return [whole];
  const isList = /^[-+•–]/.test(text);
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 0; i <= text.length; i++) {
    const sign = text[i];
    if (sign === "(") depth++;
    else if (sign === ")") depth = Math.max(depth - 1, 0);
    if (i < text.length && depth > 0) continue;
    const rest = text.slice(i + 1).trimStart();
    const begins = () => looksLikeAgency(rest) || prefix(rest) !== undefined || LEVEL.test(rest);
    if (/[\n\-–]/.test(sign ?? "") && isInName(text, start, i, prefix)) continue;
    const isBreak =
      i === text.length ||
      sign === ";" ||
      (sign === "\n" && (/^[-+•–]/.test(rest) || (begins() && !isOpen(text.slice(start, i), rest, find)))) ||
      (isList && /[-+•–]/.test(sign ?? "") && /^\s?$/.test(text.charAt(i - 1)) && begins());
    if (!isBreak) continue;
    parts.push(text.slice(start, i));
    start = i + 1;
  }
  return parts
    .map(part =>
      part
        .replace(/\n/g, " ")
        .replace(/^[\s\-+•–]+/, "")
        .trim(),
    )
    .filter(part => part !== "");
}

/** "Sở Thông tin - Truyền thông": whether a name that an entry begins with holds what elsewhere begins an entry. */
function isInName(text: string, start: number, at: number, prefix: Finder["prefix"]): boolean {
  const entry = text.slice(start).replace(/^[\s\-+•–]+/, "");
  return (prefix(entry)?.length ?? 0) > at - (text.length - entry.length);
}

/** Whether a line is continued by the next: together they are a name, or a comma holds them together. */
function isOpen(before: string, after: string, find: Finder["find"]): boolean {
  const [first = ""] = after.split("\n", 1);
  return /,\s*$/.test(before) || find(`${before.replace(/^[\s-]+/, "")} ${first}`) !== undefined;
}

/** `Huyện: 18/18 huyện …` names a level instead of an agency. */
const LEVEL = /^(?:cấp\s+)?(sở|huyện|xã|phòng|ban)\s*:\s*/iu;
const LEVEL_NAMES = new Map([
  ["huyện", "UBND cấp huyện"],
  ["xã", "UBND cấp xã"],
]);

/** `Các Sở: Nội vụ, Tư pháp` says once what all names begin with. */
const SERIES = /^các\s+(sở|phòng|ban|bộ)\s*:\s*(.+)$/isu;

function splitPart(part: string, finder: Finder): Name[] {
  const level = LEVEL.exec(part);
  if (level) {
    const rest = part.slice(level[0].length);
    const name = LEVEL_NAMES.get((level[1] ?? "").toLowerCase());
    const agency = name === undefined ? undefined : finder.find(name);
    if (name === undefined || finder.prefix(rest)) return splitPart(rest, finder);
    if (agency) return [{ text: name, role: toRole(rest), agency, printed: part }];
  }
  const names: Name[] = [];
  const [, kind, listed] = SERIES.exec(part) ?? [];
  let rest = (listed ?? part).replace(/[\s.,;]+$/, "");
  while (rest !== "") {
    const isShort = kind !== undefined && !looksLikeAgency(rest);
    const next = takeName(isShort ? `${capitalise(kind)} ${rest}` : rest, names.at(-1), finder);
    names.push(isShort ? { ...next.name, printed: next.name.text.slice(kind.length).trim() } : next.name);
    rest = next.rest;
  }
  return spreadRole(names, part);
}

/** Takes the first name of a part, with its role, and says what is left. */
function takeName(text: string, before: Name | undefined, finder: Finder): { name: Name; rest: string } {
  const known = finder.prefix(text);
  const tail = text.slice(known?.length);
  if (known && !(known.agency.kind === "group" && goesOn(tail.replace(/^\s*,\s*/, ""), finder))) {
    const printed = text.slice(0, known.length);
    const named = (role: string): Name => ({
      text: printed,
      role: toRole(role),
      agency: known.agency,
      printed: undefined,
    });
    const role = /^\s*\(([^()]*)\)/.exec(tail);
    if (role) return { name: named(role[1] ?? ""), rest: trimJoin(tail.slice(role[0].length)) };
    if (/^\s*(?:[,;/&]|và\s|hoặc\s|$)/iu.test(tail) || /^\s+[-–]\s/.test(tail))
      return { name: named(""), rest: trimJoin(tail) };
    if (/^\s*:/.test(tail) || beginsRole(tail)) {
      const end = endOfRole(tail, finder.prefix);
      return { name: named(tail.slice(0, end).replace(/^\s*:/, "")), rest: trimJoin(tail.slice(end)) };
    }
    // Two names that stand in two lines of a cell, with nothing between them.
    if (finder.prefix(tail.trim()) !== undefined || looksLikeAgency(tail))
      return { name: named(""), rest: tail.trim() };
  }
  const end = endOfUnknown(text, finder);
  const printed = text.slice(0, end).trim();
  return { name: readUnknown(printed, before, finder), rest: trimJoin(text.slice(end)) };
}

/** A name that the directory does not know as it is printed: with lost letters, shortened, or new. */
function readUnknown(printed: string, before: Name | undefined, finder: Finder): Name {
  // "UBND cấp huyện, cấp xã", "các Sở Tư pháp, Tài chính": the second name leaves out how it begins.
  const words = printed.includes(" ") ? (before?.text ?? "").split(" ") : [];
  for (let count = 1; count < words.length; count++) {
    const full = `${words.slice(0, count).join(" ")} ${printed}`;
    const agency = finder.find(full);
    if (agency) return { text: full, role: undefined, agency, printed };
  }
  const restored = finder.restore(printed);
  if (restored) return { text: restored.text, role: undefined, agency: restored.agency, printed };
  const role = /^(.*?\S)\s*(?:\(([^()]*)\)|:\s+(.*))$/su.exec(printed);
  if (role?.[1] !== undefined && (role[2] ?? role[3])?.trim())
    return {
      text: role[1],
      role: toRole(role[2] ?? role[3] ?? ""),
      agency: finder.find(role[1]),
      printed: undefined,
    };
  const verb = verbAt(printed);
  if (verb > 0 && looksLikeAgency(printed))
    return {
      text: printed.slice(0, verb).trim(),
      role: toRole(printed.slice(verb)),
      agency: finder.find(printed.slice(0, verb)),
      printed: undefined,
    };
  return { text: plain(printed), role: undefined, agency: undefined, printed: undefined };
}

const COMMON = /^(?:và\s+)?(?:phòng|đơn vị|ban|ngành|cơ quan|địa phương|đoàn thể|hội)(?=$|[\s,])/u;

/** `các Vụ, Cục, đơn vị`: another kind of agency, and nothing that is called by it. */
const KIND =
  /^(?:vụ|cục|chi cục|sở|ban|phòng|bộ|viện|trung tâm)(?=\s*(?:[,;]|$)|\s+(?:và|thuộc|trực thuộc|(?:có\s+)?liên quan)(?:\s|$))/iu;

/** "Các phòng, ban": a word in small letters goes on with the group, though one agency is called "Ban" in short. */
function goesOn(rest: string, { prefix }: Finder): boolean {
  const called = prefix(rest);
  return (
    called !== undefined && called.agency.kind !== "group" && called.length === COMMON.exec(rest)?.[0].length
  );
}

/** An unknown name ends at a comma behind which another name begins; `các xã, phường` goes on. */
function endOfUnknown(text: string, finder: Finder): number {
  for (const comma of text.matchAll(/[,;]|\svà\s|\s(?=Các\s)/gu)) {
    const rest = text.slice(comma.index + comma[0].length).trimStart();
    if (comma.index === 0) continue;
    // "các phòng, đơn vị thuộc Ban" is one group.
    const isGroup = /^(?:các|những|toàn thể)\s/iu.test(text) && (COMMON.test(rest) || KIND.test(rest));
    if (isGroup && (goesOn(rest, finder) || /^[^,;]*\sliên quan(?=[,;]|$)/u.test(rest))) continue;
    if (finder.prefix(rest) !== undefined) return comma.index;
    if (looksLikeAgency(rest) && !isGroup) return comma.index;
  }
  return text.length;
}

/** `Sở Tài chính, Sở Xây dựng thẩm định`: the role is that of both. */
function spreadRole(names: readonly Name[], part: string): Name[] {
  const last = names.at(-1);
  if (!last?.role || last.printed !== undefined || /[(:]/.test(part)) return [...names];
  return names.map(name => (name.role === undefined && name.agency ? { ...name, role: last.role } : name));
}

function trimJoin(text: string): string {
  return text.replace(/^[\s,;/&]*(?:[-–]\s+|(?:và|hoặc)\s+)?/iu, "").trim();
}

/** `;` separates agencies in a plan. */
function plain(text: string): string {
  return oneLine(text.replace(/;/g, ","));
}

/** The list as a plan writes it: `Sở Nội vụ (theo dõi); UBND cấp huyện`. */
export function formatNames(names: readonly Name[]): string {
  return names.map(({ text, role }) => (role === undefined ? text : `${text} (${role})`)).join("; ");
}
