import type { Note } from "./blocks.ts";

/** What an office system leaves where a number, a date or a signature should stand. */
const PLACEHOLDERS = /\[daky\]|#[\p{L}_]{2,}(?:\/[\p{L}]{1,3}(?=\/|\s|$))?/giu;
/** `I:\Dropbox\…\kế hoạch.docx`, `\\may-chu\chung\…`, `C:/Users/…`: where a file lay on somebody's disk. */
const LOCAL_PATHS = /(?:\b[A-Z]:[\\/]|\\\\[\w.-]+\\)[^\n<>"|]*?\.\w{2,5}\b|\bfile:\/\/\S+/gu;
const TAGS = /<\/?(?:[a-z][a-z0-9]*)(?:\s+[a-z-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*))?)*\s*\/?>/giu;
const ENTITIES = new Map([
  ["nbsp", " "],
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["hellip", "…"],
  ["ldquo", "“"],
  ["rdquo", "”"],
]);

/**
 * Text as people wrote it: NFC, without HTML residue, Markdown emphasis, placeholders, local paths and invisible
 * signs. Breaks of lines and runs of spaces stay: they tell where a cell ends or a letter was lost. Everything that
 * says something and is taken away is noted with its line.
 */
export function cleanText(raw: string, line: number, note: Note): string {
  let text = raw
    .normalize("NFC")
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/\p{Zs}/gu, " ");
  if (text.includes("<")) text = stripTags(text, line, note);
  if (text.includes("&")) text = decodeEntities(text);
  if (text.includes("*") || text.includes("__"))
    // "(*) … (*)" are two signs of a note.
    text = text
      .replace(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, "$2")
      .replace(/(^|[\s(])\*(?=[^\s)])([^*\n]*?[^\s(])\*/g, "$1$2");
  if (/[:\\]/.test(text))
    text = text.replace(LOCAL_PATHS, found => {
      note("dropped", line, `đường dẫn tệp trên máy “${found}”`);
      return "";
    });
  if (text.includes("#") || text.includes("["))
    text = text.replace(PLACEHOLDERS, found => {
      note("dropped", line, `ký hiệu giữ chỗ “${found}”`);
      return "";
    });
  return text;
}

function stripTags(text: string, line: number, note: Note): string {
  let count = 0;
  const plain = text.replace(TAGS, tag => {
    count++;
    return /^<(?:br|li|p|div|tr|\/p|\/li|\/div|\/ul|\/ol)\b/i.test(tag) ? "\n" : "";
  });
  if (count > 0) note("dropped", line, `${count} thẻ HTML còn sót, giữ lại chữ`);
  return count > 0 ? plain.replace(/[^\S\n]*\n\s*/g, "\n").trim() : text;
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x?[\da-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES.get(name.toLowerCase()) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
