/**
 * How many words the parts of a record have, as text that packs well: most parts have few words, and a sign each. A larger
 * number is spelled by several, its lowest digit first, each but the last from the upper half of the signs.
 */
const FIRST = 35;
const DIGITS = 45;

/** The lengths as text. */
export function writeLengths(lengths: readonly number[]): string {
  let text = "";
  for (let rest of lengths) {
    for (; rest >= DIGITS; rest = Math.floor(rest / DIGITS))
      text += String.fromCharCode(FIRST + DIGITS + (rest % DIGITS));
    text += String.fromCharCode(FIRST + rest);
  }
  return text;
}

/** The lengths that a text says. */
export function readLengths(text: string): number[] {
  const lengths: number[] = [];
  let length = 0;
  let place = 1;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i) - FIRST;
    length += place * (sign % DIGITS);
    place *= DIGITS;
    if (sign >= DIGITS) continue;
    lengths.push(length);
    length = 0;
    place = 1;
  }
  return lengths;
}
