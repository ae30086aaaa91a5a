import { decodeText } from "../load.ts";
import { countMarked, MARKED_LETTERS } from "./lost-letters.ts";

const WINDOWS_1258 = new TextDecoder("windows-1258");
/** Tones, which this code page writes behind their vowel: its only signs that other code pages have not. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const FEWEST_TONES = 5;
/** Letters of Vietnamese and the signs of its typists: what has any other was never typed in this code page. */
const VIETNAMESE = new RegExp(`^[\\t\\n\\r -~${MARKED_LETTERS}\\u00A0–—‘’“”•…§°²³₫]*$`, "iu");

/**
 * Text that Windows of Vietnam saved before Unicode; undefined for all that might be something else. TCVN3, VNI and the
 * code page of Western Europe use the same bytes for other letters: then a tone stands alone, a letter is none of
 * Vietnamese, or hardly a word is.
 */
export function decodeWindows1258(bytes: Uint8Array): string | undefined {
  const letters = WINDOWS_1258.decode(bytes);
  const text = letters.normalize("NFC");
  if ((letters.match(TONES) ?? []).length < FEWEST_TONES || !VIETNAMESE.test(text)) return undefined;
  const { marked, known } = countMarked([text]);
  return known >= marked * 0.6 ? decodeText(new TextEncoder().encode(text)) : undefined;
}
