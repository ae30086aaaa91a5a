// A second capital or a digit in the first word (PAPI), a capital that follows it (Bộ Nội vụ), a number of a document.
const NAMED_FIRST = /^(?:\S+[\p{Lu}\d]|\S+ \p{Lu}|(?:\p{L}+ ){1,3}(?:số )?\d+\/)/u;

/** What was written as a sentence, as it stands inside another one: a name that it begins with keeps its capital. */
export function insideSentence(text: string): string {
  return NAMED_FIRST.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
