/** Verbs and turns that begin a role behind a name: `Sở Tài chính thẩm định`. */
const ROLE =
  /^(?:là\s|chủ trì|chủ động|chịu trách nhiệm|theo dõi|theo nhu cầu|theo chức năng|đôn đốc|hướng dẫn|giám sát|kiểm tra|thẩm định|tham mưu|tổng hợp|phối hợp|tổ chức|triển khai|thực hiện|xây dựng|cung cấp|báo cáo|bố trí|làm đầu mối|đầu mối|rà soát|có trách nhiệm|trình|ban hành)/iu;

/** Whether the words behind a name say what it does; "Ban Tổ chức Tỉnh ủy": a capital goes on with the name. */
export function beginsRole(words: string): boolean {
  return ROLE.test(words.trim()) && /^\s*\p{Ll}/u.test(words);
}

/** Where the role of an unknown name begins: a verb that stands before any comma. */
export function verbAt(text: string): number {
  for (const gap of text.matchAll(/\s+/g)) {
    const before = text.slice(0, gap.index);
    if (before.includes(",")) return -1;
    // "Đoàn kiểm tra", "Tổ công tác": a verb behind one word belongs to the name.
    if (!/\s/.test(before)) continue;
    // "Phòng Quản lý xử lý vi phạm hành chính và theo dõi thi hành pháp luật": one that is joined to the name, too.
    if (/\svà$/iu.test(before)) continue;
    const rest = text.slice(gap.index + gap[0].length);
    if (beginsRole(rest) && !NAMED_SO.test(`${before} | ${rest}`)) return gap.index + gap[0].length;
  }
  return -1;
}

/** "Phòng Quản lý xây dựng", "Ban Quản lý dự án đầu tư xây dựng", "Phòng Hành chính tổng hợp", "Ban Quản lý công trình". */
const NAMED_SO =
  /(?:quản lý|đầu tư|quy hoạch|tư vấn|thiết kế|kiểm định|vật liệu) \| xây dựng|(?:hành chính|kế hoạch|nghiên cứu) \| tổng hợp[\s.,;]*$|(?:công|chương|quy) \| trình/iu;

/**
 * Where a role ends: at a name with a colon or a capital “Các”, which begins another entry, or else at the end.
 * @param prefix the name that a text begins with
 */
export function endOfRole(
  tail: string,
  prefix: (text: string) => { readonly length: number } | undefined,
): number {
  for (const gap of tail.matchAll(/\s+/g)) {
    const rest = tail.slice(gap.index + gap[0].length);
    if (!/^\p{Lu}/u.test(rest)) continue;
    const next = prefix(rest);
    if (!next) continue;
    if (
      /^\s*:/.test(rest.slice(next.length)) ||
      (/^Các\s/.test(rest) && !/[.:]\s*$/.test(tail.slice(0, gap.index)))
    )
      return gap.index;
  }
  return tail.length;
}

/** A role stands in parentheses in the plan, so it may hold none itself. */
export function toRole(text: string): string | undefined {
  const role = text
    .replace(/[()]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s:–-]+|[\s.;,]+$/g, "")
    .replace(/\bv\.v$/, "v.v.");
  return role === "" ? undefined : role;
}
