/** Text up to this length is kept whole. */
const WHOLE = 200;
/** How much of what stayed the same is kept on each side of what differs. */
const CONTEXT = 40;
/** No value is longer than this. */
const LONGEST = 600;

/**
 * Of two long texts, the stretch that differs with a few words around it; what was left out is an ellipsis.
 * Short texts stay whole.
 */
export function abridge(
  before: string | undefined,
  after: string | undefined,
): [string | undefined, string | undefined] {
  if (before === undefined || after === undefined) return [before && cut(before), after && cut(after)];
  if (Math.max(before.length, after.length) <= WHOLE) return [before, after];
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  // Both sides are cut between words.
  const from = start > CONTEXT ? before.lastIndexOf(" ", start - CONTEXT) + 1 : 0;
  const tail = before.slice(before.length - end);
  const kept = end > CONTEXT && tail.includes(" ", CONTEXT) ? tail.indexOf(" ", CONTEXT) : end;
  const stretch = (text: string) =>
    `${from > 0 ? "… " : ""}${cut(text.slice(from, text.length - end + kept))}${kept < end ? " …" : ""}`;
  return [stretch(before), stretch(after)];
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${cutAtWord(text, LONGEST)} …`;
}

/** As much of a longer text as there is room for, cut between words; a word that is longer than the room is cut. */
export function cutAtWord(text: string, length: number): string {
  const space = text.lastIndexOf(" ", length);
  return text.slice(0, space > 0 ? space : length);
}
