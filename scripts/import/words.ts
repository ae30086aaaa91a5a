import { fold } from "../model/vietnamese.ts";

/** `KẾ HOẠCH` in a line of its own. */
export function isPlanTitle(text: string): boolean {
  return /^(du thao )?(ke hoach|chuong trinh|de an|quyet dinh)$/.test(fold(text)) && !/\p{Ll}/u.test(text);
}

/** What a plan was issued with, in brackets under its title. */
export const ISSUED_WITH = /^\((?:ban hành )?kèm theo\b/iu;

/** How the parts of a plan begin: what stands above the first of them is title and preamble. */
export const PART_START = /^(?:[IVX]+|[A-ZĐ]|\d{1,2})[.)/]\s/u;

/** “Nơi nhận”, with which a document ends: recipients and signature follow. */
export function isRecipients(text: string): boolean {
  return /^noi nhan\b/.test(fold(text));
}

/** “Phụ lục”, with which what stands behind the signature begins. */
export function isAppendix(text: string): boolean {
  return /^phu luc\b/.test(fold(text));
}

/** Whether words stand in capitals; a few letters are an abbreviation. */
export function isCapitals(text: string): boolean {
  return (text.match(/\p{Lu}/gu)?.length ?? 0) > 5 && text === text.toUpperCase();
}

/** Whether a title is printed in capitals; it may be as short as one word. */
export function isCapitalTitle(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();
}

/** Folded text in which a scanner read l as 1. */
export function foldScan(text: string): string {
  return fold(text).replace(/1(?=\p{L})/gu, "l");
}

/** A text with a capital at its beginning. */
export function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A text without its line breaks and runs of spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The beginning of a text, for messages. */
export function start(text: string, length = 60): string {
  const line = oneLine(text);
  return line.length > length ? `${line.slice(0, length).trimEnd()}…` : line;
}
