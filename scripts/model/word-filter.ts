/**
 * Which words a site may have, in a byte a word (a Bloom filter): of the words that it does not have, one in forty is
 * taken for one that it has. By it the client of a portal tells which indices a query has to do with.
 */
const PLACES_PER_WORD = 5;

/** The filter of some words, in base 64. */
export function makeWordFilter(words: ReadonlySet<string>): string {
  const bytes = new Uint8Array(Math.max(1, words.size));
  for (const word of words)
    for (const place of placesOf(word, bytes.length * 8))
      bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (1 << (place & 7));
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
}

/** Reads a filter: a function that says of a word whether the site may have it. */
export function readWordFilter(filter: string): (word: string) => boolean {
  const bytes = Uint8Array.from(atob(filter), sign => sign.charCodeAt(0));
  return word =>
    placesOf(word, bytes.length * 8).every(place => ((bytes[place >> 3] ?? 0) & (1 << (place & 7))) !== 0);
}

function placesOf(word: string, bits: number): number[] {
  const first = digest(word, 0x811c9dc5);
  const step = digest(word, 0x9747b28c) | 1;
  return Array.from({ length: PLACES_PER_WORD }, (_, i) => ((first + Math.imul(i, step)) >>> 0) % bits);
}

/** FNV-1a over the code units of a word. */
function digest(word: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
