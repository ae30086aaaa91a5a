/** Letters of sub-items in the order of Vietnamese documents: a, b, c, d, đ, e, g … */
const LETTERS = [..."abcdđeghiklmnopqrstuvxy"];
const CAPITALS = [..."ABCDĐEGHIKLMNOPQRSTUVXY"];

/** The id that a row gets, and how deep it stands: 1 for `A`, 3 for `A.I.3`. */
export interface NumberedId {
  readonly id: string;
  readonly depth: number;
  /** Why the id is not simply the printed number; undefined when it is. */
  readonly reason: "repeated" | "unnumbered" | undefined;
}

/**
 * Makes full ids out of the numbers that a table or narrative prints: letters hold Roman numerals, these hold
 * numbers, and 2.1 stands below 2 by itself. An item without a number becomes the next letter of the item above it;
 * a number that is printed twice is kept apart by a letter (2, 2b).
 * @param used ids that are taken; grows
 * @param prefix a letter before all ids, for a second table that begins anew
 */
export function createNumbering(used: Set<string>, prefix?: string) {
  let letter = prefix;
  let roman: string | undefined;
  let parent: string[] = prefix === undefined ? [] : [prefix];
  const children = new Map<string, number>();

  const take = (path: string[], reason?: NumberedId["reason"]): NumberedId => {
    const last = path.at(-1) ?? "";
    let id = path.join(".");
    let unique = last;
    for (let i = 1; used.has(id); i++) {
      unique = /^\d+$/.test(last) ? `${last}${LETTERS[i] ?? i}` : `${i + 1}`;
      id = [...path.slice(0, -1), unique].join(".");
    }
    used.add(id);
    return { id, depth: path.length, reason: unique === last ? reason : "repeated" };
  };
  const child = (): NumberedId => {
    const key = parent.join(".");
    const at = children.get(key) ?? 0;
    children.set(key, at + 1);
    if (parent.length === 0) return take([String(at + 1)], "unnumbered");
    return take([...parent, LETTERS[at] ?? String(at + 1)], "unnumbered");
  };

  return {
    /** The id of an item that prints `number`; undefined when that is no number of an item. */
    numbered(number: string): NumberedId | undefined {
      const clean = cleanNumber(number);
      const segments = clean.split(".");
      const first = segments[0] ?? "";
      if (segments.length === 1 && isLetterHere(first, letter, roman)) {
        letter = first;
        roman = undefined;
        parent = [first];
        return take(parent);
      }
      const above = letter === undefined ? [] : [letter];
      if (isRoman(first)) {
        roman = first;
        const found = take([...above, ...segments]);
        parent = found.id.split(".");
        return found;
      }
      if (/^[A-ZĐ]$/.test(first) && segments.length > 1) {
        letter = first;
        roman = isRoman(segments[1] ?? "") ? segments[1] : undefined;
        const found = take(segments);
        parent = found.id.split(".");
        return found;
      }
      if (/^\d+[a-zđ]?$/.test(first)) {
        const found = take([...above, ...(roman === undefined ? [] : [roman]), ...segments]);
        parent = found.id.split(".");
        return found;
      }
      if (/^[a-zđ]$/.test(clean)) {
        children.set(parent.join("."), Math.max(LETTERS.indexOf(clean) + 1, 0));
        return take([...parent, clean]);
      }
      return undefined;
    },
    /** The id of an item without a number: the next letter below the item above. */
    unnumbered: child,
    /** The next letter below an item further up. */
    unnumberedBelow(id: string): NumberedId {
      parent = id.split(".");
      return child();
    },
    /** The id of a section without a number, in a table whose sections have none. */
    section(ordinal: number): NumberedId {
      roman = toRoman(ordinal);
      parent = [...(letter === undefined ? [] : [letter]), roman];
      return take(parent, "unnumbered");
    },
  };
}

/** `2.1.`, `(2)`, `a)`, `1/` without its signs. */
export function cleanNumber(text: string): string {
  return text
    .trim()
    .replace(/^[([]|[)\]./:\s]+$/g, "")
    .replace(/\s*\.\s*/g, ".");
}

/** Whether a cell holds the number of an item and nothing else. */
export function isNumber(text: string): boolean {
  return /^(?:[A-ZĐ]|[IVXLC]{1,6}|\d{1,3}[a-zđ]?|[a-zđ])(?:\.(?:[IVXLC]{1,6}|\d{1,3}[a-zđ]?|[a-zđ]))*$/u.test(
    cleanNumber(text),
  );
}

/** Whether a text is a Roman numeral from I to XXXIX, the highest that plans have. */
export function isRoman(text: string): boolean {
  return /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/.test(text);
}

/** A number as a Roman numeral, right up to 39. */
export function toRoman(value: number): string {
  const ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
  return "X".repeat(Math.floor(value / 10)) + (ones[value % 10] ?? "");
}

function fromRoman(text: string): number {
  for (let value = 1; value < 40; value++) if (toRoman(value) === text) return value;
  return 0;
}

/** Whether a lone capital is a letter rather than a Roman numeral: I after H, V after U, X after V. */
function isLetterHere(text: string, letter: string | undefined, roman: string | undefined): boolean {
  if (!/^[A-ZĐ]$/.test(text)) return false;
  if (!isRoman(text)) return true;
  if (fromRoman(text) === (roman === undefined ? 0 : fromRoman(roman)) + 1) return false;
  return letter !== undefined && CAPITALS.indexOf(text) === CAPITALS.indexOf(letter) + 1;
}
