/** The end of a line of iCalendar. */
const END = "\r\n";
/** RFC 5545 allows 75 bytes a line, with the space that a folded one begins with. */
const LENGTH = 74;

const SPECIAL = /[\\;,\n]/g;

/**
 * A line with a text: what means something in iCalendar is escaped (RFC 5545, 3.3.11). A site has a hundred thousand
 * events in two calendars each, and ical.js takes seven times as long; the tests hold both to the same bytes.
 */
export function textLine(name: string, text: string): string {
  const escaped = text.replace(SPECIAL, character => (character === "\n" ? "\\n" : `\\${character}`));
  return valueLine(name, escaped);
}

/** A line with a value that has no letters to escape: a day, a moment, an address. */
export function valueLine(name: string, value: string): string {
  return fold(`${name}:${value}`) + END;
}

/** Breaks a line that is too long, and never within a letter (RFC 5545, 3.1). */
function fold(line: string): string {
  // In UTF-8 a UTF-16 unit takes three bytes at most.
  if (line.length * 3 <= LENGTH) return line;
  let folded = "";
  let from = 0;
  let bytes = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.codePointAt(at) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes + size > LENGTH) {
      folded += `${line.slice(from, at)}${END} `;
      from = at;
      bytes = 0;
    }
    bytes += size;
    // Two units are one letter.
    if (size === 4) at++;
  }
  return folded + line.slice(from);
}
