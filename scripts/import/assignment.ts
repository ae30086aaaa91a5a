/** `Chủ trì: X` and `Phối hợp: Y` in one cell. */
export function splitAssignment(text: string): { leads: string; coordinators: string } {
  const flat = text
    .replace(/[^\S\n]+/g, " ")
    .replace(/[\s,]+(?:để\s+)?(?:(?:triển khai|tổ chức)\s+)?thực hiện[.\s]*$/iu, "");
  const help =
    /(?:^|[\n;.,-])\s*(?:[-+]\s*)?(?:(?:các\s+)?(?:cơ quan|đơn vị|phòng|bộ phận)[^:\n;.]{0,30}\s)?phối hợp(?:\s+thực hiện)?\s*:\s*/iu.exec(
      flat,
    );
  const lead = (help ? flat.slice(0, help.index) : flat)
    .replace(
      /^\s*[-+]?\s*(?:(?:cơ quan|đơn vị|phòng|bộ phận)[^:\n]{0,30}\s)?chủ trì(?:\s+thực hiện)?\s*:\s*/iu,
      "",
    )
    .trim();
  if (help) return { leads: lead, coordinators: flat.slice(help.index + help[0].length).trim() };
  for (const form of SAID) {
    const said = form.exec(lead);
    if (said) return { leads: said[1] ?? "", coordinators: said[2] ?? "" };
  }
  return { leads: lead, coordinators: "" };
}

/** “X chủ trì, phối hợp với Y”, “X chủ trì, Y phối hợp”, “X (chủ trì); Y (phối hợp)”, “X phối hợp với Y”. */
const SAID = [
  /^(.+?)\s+(?:là (?:cơ quan|đơn vị) )?chủ trì[\s,;]+(?:.{0,60}?)phối hợp\s+(?:chặt chẽ\s+)?(?:cùng\s+)?(?:với\s+)?(.+)$/isu,
  /^(.+?)\s+(?:là (?:cơ quan|đơn vị) )?chủ trì[\s,;.+-]+(.+?)\s+(?:là (?:cơ quan|đơn vị) )?phối hợp[.\s]*$/isu,
  /^(.+?)\s*\(chủ trì\)[\s,;.+-]+(.+?)\s*\(phối hợp\)[.\s]*$/isu,
  /^(.+?)[\s,]+(?:chủ động\s+)?phối hợp\s+(?:chặt chẽ\s+)?(?:cùng\s+)?với\s+(.+)$/isu,
];
