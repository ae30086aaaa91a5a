import { LOST_LETTERS } from "../model/csv.ts";

/** Signs of TCVN3 and VNI that no Vietnamese word has inside: `®¬n vÞ`, `haønh`. */
const STRANGE = /\p{L}[¨«¬®©ª¶·¸¹¼½¾×÷µ]|[¨«¬®©ª¶¸¹¼½¾µ]\p{L}|[äåæçëîïñöøûüþß]/iu;

/**
 * A few words of a text that was typed for a font from before Unicode, such as .VnTime, and reads as other letters;
 * undefined for any other text.
 */
export function findLegacyText(texts: readonly string[]): string | undefined {
  let words = 0;
  const strange: string[] = [];
  for (const text of texts)
    for (const word of text.split(/\s+/)) {
      if (!/\p{L}{2}/u.test(word)) continue;
      words++;
      if (STRANGE.test(word)) strange.push(word);
    }
  return strange.length > 4 && strange.length > words * 0.2 ? strange.slice(0, 4).join(" ") : undefined;
}

/** A few words whose letters with marks became question marks when they were saved in another code page. */
export function findLostText(text: string): string | undefined {
  const words = text.split(/[\s;,]+/).filter(word => LOST_LETTERS.test(word) && !word.includes("://"));
  return words.length > 2 ? words.slice(0, 4).join(" ") : undefined;
}
