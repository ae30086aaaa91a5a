import { countMarked } from "./lost-letters.ts";

/** How a font from before Unicode draws the letters of Western Europe. */
export interface LegacyFont {
  readonly name: string;
  readonly code: "TCVN3" | "VNI";
  /** `.VnTimeH` draws small letters as capitals: TCVN3 has no capitals with tones. */
  readonly isCapitals: boolean;
}

/** The legacy font of this name, or undefined for any other: `.VnTime`, `.VnArialH`, `VNI-Times`. */
export function legacyFont(name: string | undefined): LegacyFont | undefined {
  if (name === undefined) return undefined;
  if (/^\.vn[a-z]/i.test(name)) return { name, code: "TCVN3", isCapitals: /[a-z\d]H(?:\s|$)/.test(name) };
  return /^vni[-\s]/i.test(name) ? { name, code: "VNI", isCapitals: false } : undefined;
}

/** Letters that only Unicode has: where they stand, the text was converted and its font was not. */
const UNICODE = /[\u1EA0-\u1EF9]|[\u0300-\u0323]|[ăĂđĐĩĨũŨơƠưƯ]/u;

/**
 * Whether text in a legacy font was typed for it: many files were converted to Unicode and kept the name of the font. Of both
 * readings that one counts which has more Vietnamese syllables.
 */
export function isTypedFor(text: string, { code }: LegacyFont): boolean {
  if (UNICODE.test(text)) return false;
  return countMarked([decode(text, code)]).known >= countMarked([text]).known;
}

/** Text that was typed for a legacy font, in Unicode. */
export function fromLegacy(text: string, { code, isCapitals }: LegacyFont): string {
  const letters = decode(text, code);
  return isCapitals ? letters.toUpperCase() : letters;
}

function decode(text: string, code: LegacyFont["code"]): string {
  return code === "TCVN3"
    ? text.replace(/[\u00A1-\u00FE]/g, sign => TCVN3.get(sign) ?? sign)
    : text.replace(VNI_LETTER, (sign, base?: string, mark?: string) =>
        base === undefined || mark === undefined
          ? (single(sign) ?? sign)
          : `${single(base) ?? base}${VNI_MARKS[mark.toLowerCase()]}`.normalize("NFC"),
      );
}

/** TCVN 5712:1993, VN3, from the sign A1 on; a dot where it has no letter. */
const TCVN3 = new Map(
  [
    ..."ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ......",
    ...".ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộ",
    ..."ờởỡớợù.ủũúụừửữứựỳỷỹýỵ",
  ].flatMap((letter, i) => (letter === "." ? [] : [[String.fromCharCode(0xa1 + i), letter] as const])),
);

/** VNI writes most letters in two signs, the second of which is the mark: `aä` is ậ. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: "\u0301",
  ø: "\u0300",
  û: "\u0309",
  õ: "\u0303",
  ï: "\u0323",
  â: "\u0302",
  á: "\u0302\u0301",
  à: "\u0302\u0300",
  å: "\u0302\u0309",
  ã: "\u0302\u0303",
  ä: "\u0302\u0323",
  ê: "\u0306",
  é: "\u0306\u0301",
  è: "\u0306\u0300",
  ú: "\u0306\u0309",
  ü: "\u0306\u0303",
  ë: "\u0306\u0323",
};
const VNI_SINGLE = new Map([..."ôöñæóòî"].map((sign, i) => [sign, [..."ơưđỉĩịỵ"][i] ?? sign]));
const VNI_LETTER = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöñæóòî]/giu;

/** A letter of VNI that is one sign, as large as it was typed. */
function single(sign: string): string | undefined {
  const letter = VNI_SINGLE.get(sign.toLowerCase());
  return sign === sign.toLowerCase() ? letter : letter?.toUpperCase();
}
