import { OTHER_WORDS } from "../model/task-items.ts";
import { fold } from "../model/vietnamese.ts";
import { oneLine } from "./words.ts";

/** What a column of an appendix table, or a labelled paragraph of a narrative plan, is about. */
export type Role =
  | "number"
  | "title"
  | "deadline"
  | "leads"
  | "coordinators"
  | "assignment"
  | "output"
  | "target"
  | "criterion"
  | "note";

/** Header words by role. The first that matches counts: “đơn vị thực hiện nhiệm vụ” is who, not what. */
const WORDS: readonly [Role, RegExp][] = [
  ["number", /^(tt|s ?tt|so tt|(so )?thu tu|muc so|ma( so| nv| nhiem vu)?|no)\.?$/],
  // When work begins is no deadline.
  ["note", /bat dau(?!.*(ket thuc|hoan thanh))/],
  ["assignment", /(chu tri|phu trach).*phoi hop|phan cong( thuc hien| nhiem vu| to chuc thuc hien)?$/],
  ["coordinators", OTHER_WORDS.coordinators],
  ["coordinators", /^(cac )?(co quan|don vi).* lien quan$/],
  ["leads", OTHER_WORDS.leads],
  ["deadline", OTHER_WORDS.deadline],
  ["deadline", /^((ngay|tg|du kien) )?(ket thuc|hoan thanh)$|^han (chot|nop|trinh|xu ly)$|^deadline$/],
  ["output", OTHER_WORDS.output],
  [
    "title",
    /nhiem vu|noi dung|cong viec|hoat dong|giai phap|dau viec|viec can lam|^(ten )?de an\b|^ten van ban$/,
  ],
  // “Tiêu chí, tiêu chí thành phần” is no “chỉ tiêu”.
  ["target", /muc tieu|(?<!tieu )chi tieu|phan dau/],
  ["criterion", /tieu chi|linh vuc|chi so/],
  ["note", /ghi chu|kinh phi|nguon luc|diem|can cu/],
];

/** The role that a header or label names, or undefined for other words. */
export function roleOf(header: string): Role | undefined {
  const words = fold(header)
    .replace(/[^\p{L}\d.]+/gu, " ")
    .trim();
  if (words === "" || words.length > 80) return undefined;
  return WORDS.find(([, form]) => form.test(words))?.[0];
}

/** A column of a task table. */
export interface Column {
  readonly role: Role;
  /** As printed, for columns whose text is kept as prose. */
  readonly header: string;
  /** The time that heads it, “Quý II” or “Năm 2024”: a cross in the column means it. */
  readonly time?: string | undefined;
}

/** The time that a header is and nothing else: “Quý II”, “Tháng 6”, “Năm 2024”. */
export function timeOf(header: string): string | undefined {
  return /^(?:(?:quy|q\.?) ?(?:iv|i{1,3}|[1-4])|(?:thang |t)\d{1,2}|(?:nam )?20\d\d)(?: ?[/-] ?20\d\d| nam 20\d\d)?$/.test(
    fold(header).trim(),
  )
    ? oneLine(header)
    : undefined;
}

/**
 * Reads the header row of a task table: columns in any order, known by their words.
 * @returns undefined when the row is no such header: it must name the work and say who or when.
 */
export function readHeader(cells: readonly string[]): Column[] | undefined {
  const headers = cells.map(oneLine);
  const roles = findLeads(
    headers,
    headers.map(header => roleOf(header) ?? "note"),
  );
  const seen = new Set(roles.filter(role => role !== "note"));
  // Columns of quarters or years beside the work are one of deadlines; beside goals they say how much.
  const times = seen.has("title") ? headers.filter(header => timeOf(header) !== undefined).length : 0;
  if (times > 1) seen.add("deadline");
  const columns = headers.map((header, i): Column => {
    const role = roles[i] ?? "note";
    if (times > 1 && timeOf(header) !== undefined) return { role: "note", header, time: timeOf(header) };
    if (role === "note" || plainest(role, headers, roles) === i) return { role, header };
    // “Nhóm nhiệm vụ” beside “Nhiệm vụ cụ thể” stands in front of the work as criteria do, and may name a part.
    return { role: role === "title" ? "criterion" : "note", header };
  });
  const filled = cells.filter(cell => cell.trim() !== "");
  if (filled.some(cell => cell.length > 120 || /^[\d.]+$/.test(cell.trim()) || /\.\s*$/.test(cell)))
    return undefined;
  if (seen.size * 2 <= filled.length - Math.max(times - 1, 0)) return undefined;
  // Some plans are tables of criteria or of goals; what stands there is then the work to be done.
  const title = (["title", "criterion", "target", "output"] as const).find(role => seen.has(role));
  const tells = (["leads", "coordinators", "assignment", "deadline"] as const).filter(role => seen.has(role));
  if (title === undefined || tells.length === 0 || seen.size < 3) return undefined;
  return nameTitle(columns, title);
}

/** “Đơn vị” beside the work says who does it, where no other column does, and no amount stands in it. */
function findLeads(headers: readonly string[], roles: readonly Role[]): readonly Role[] {
  const words = headers.map(header =>
    fold(header)
      .replace(/[^\p{L}]+/gu, " ")
      .trim(),
  );
  const isKnown = !roles.includes("title") || roles.includes("leads") || roles.includes("assignment");
  if (isKnown || words.some(word => AMOUNT.test(word))) return roles;
  const at = words.findIndex((word, i) => roles[i] === "note" && WHO.test(word));
  return roles.map((role, i) => (i === at ? "leads" : role));
}

const WHO = /^(?:ten )?(?:cac )?(?:(?:co quan|don vi|dia phuong|phong|ban|bo phan) ?)+$/;
const AMOUNT = /so luong|khoi luong|don gia|thanh tien/;

/** What says more plainly than other words of its role what a column holds: who leads, and not which leader looks after it. */
const PLAINEST: Partial<Record<Role, RegExp>> = {
  title: /cu the/,
  leads: /chu tri/,
  deadline: /hoan thanh|ket thuc/,
};

/** Which of the columns of one role has it: the one that says so most plainly, or else the first. */
function plainest(role: Role, headers: readonly string[], roles: readonly Role[]): number {
  const plain = headers.findIndex((header, i) => roles[i] === role && PLAINEST[role]?.test(fold(header)));
  return plain < 0 ? roles.indexOf(role) : plain;
}

/** Columns that are kept as prose because another one has their role, with the header of that one. */
export function secondColumns(columns: readonly Column[]): { header: string; first: string }[] {
  return columns.flatMap(({ header, role }) => {
    const own = roleOf(header);
    const first = columns.find(column => column.role === own && column.header !== header)?.header;
    return own === undefined || own === role || role === "title" || first === undefined
      ? []
      : [{ header, first }];
  });
}

/** Makes the columns of the role that stands in for the work the columns of the work. */
function nameTitle(columns: readonly Column[], title: Role): Column[] {
  return columns.map(column => (column.role === title ? { ...column, role: "title" } : column));
}

/** The roles of a header whose cells were printed one after another: `TT Nhiệm vụ Tiến độ Cơ quan chủ trì …`. */
export function readFlatHeader(text: string): Column[] | undefined {
  const words = fold(text).replace(/[^\p{L}\d]+/gu, " ");
  const starts: { role: Role; at: number }[] = [];
  for (const [role, form] of FLAT_WORDS) {
    const at = words.search(form);
    if (at >= 0) starts.push({ role, at });
  }
  const columns = starts.sort((a, b) => a.at - b.at).map(({ role }): Column => ({ role, header: "" }));
  const title = (["title", "criterion", "target"] as const).find(role =>
    starts.some(start => start.role === role),
  );
  const tells = starts.filter(
    ({ role }) => role === "leads" || role === "coordinators" || role === "deadline",
  );
  if (title === undefined || tells.length < 2 || starts.length < 4) return undefined;
  return nameTitle(columns, title);
}

const FLAT_WORDS: readonly [Role, RegExp][] = [
  ["number", /^(tt|stt|so tt)\b/],
  ["title", /\b(nhiem vu|noi dung|cong viec|hoat dong|giai phap)\b/],
  ["criterion", /\b(tieu chi|linh vuc)\b/],
  ["target", /\b(muc tieu|(?<!tieu )chi tieu)\b/],
  ["deadline", /\b(tien do|thoi gian|thoi han)\b/],
  ["leads", /\b(chu tri|phu trach|chiu trach nhiem|thuc hien chinh)\b/],
  ["coordinators", /\bphoi hop\b/],
  ["output", /\b(ket qua|san pham)\b/],
  ["note", /\bghi chu\b/],
];
