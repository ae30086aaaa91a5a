import { distance } from "fastest-levenshtein";

/**
 * Folds Vietnamese text to what someone types without marks: "Đà Nẵng" → "da nang".
 * Lower case, NFC or NFD alike, đ → d, one space for any run of white space.
 */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** What is typed with its tone on the second vowel, as it is printed with it on the first. */
const OLD_TONES = new Map([
  ["oà", "òa"],
  ["oá", "óa"],
  ["oả", "ỏa"],
  ["oã", "õa"],
  ["oạ", "ọa"],
  ["oè", "òe"],
  ["oé", "óe"],
  ["oẻ", "ỏe"],
  ["oẽ", "õe"],
  ["oẹ", "ọe"],
  ["uỳ", "ùy"],
  ["uý", "úy"],
  ["uỷ", "ủy"],
  ["uỹ", "ũy"],
  ["uỵ", "ụy"],
]);
const MODERN_TONE = /o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]/g;

/**
 * One key for a name however it is typed: case, white space, kind of dash, the dot of an abbreviation and tone placement
 * (uỷ = ủy, hoà = hòa) do not count, the marks do: "Uỷ ban  nhân dân" and "ủy ban nhân dân", "TP. Huế" and "TP Huế" are
 * the same, "tình" and "tỉnh" are not.
 */
export function nameKey(text: string): string {
  const lower = text.normalize("NFC").toLowerCase();
  return lower
    .replace(MODERN_TONE, tone => OLD_TONES.get(tone) ?? tone)
    .replace(/\.(?=\s*\p{L})/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/ ?[-–—] ?/g, "-")
    .replace(/ ?, ?/g, ", ")
    .trim();
}

const folds = new Map<string, string>();

/** Folds a name and remembers it, as the same names are compared again and again; the cap keeps hostile content from filling memory. */
export function foldOnce(text: string): string {
  const known = folds.get(text);
  if (known !== undefined) return known;
  const folded = fold(text);
  if (folds.size < 20_000) folds.set(text, folded);
  return folded;
}

/**
 * The candidate that someone who typed `text` most likely meant, or undefined when none is near.
 * Near is at most a third of the letters apart once marks are folded away.
 */
export function findNearest(text: string, candidates: Iterable<string>): string | undefined {
  const typed = fold(text);
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - typed.length) >= bestDistance) continue;
    const apart = distance(typed, foldOnce(candidate));
    if (apart < bestDistance) {
      best = candidate;
      bestDistance = apart;
    }
  }
  return best;
}

/** The mend of an unknown name: "có phải ý bạn là “…”?" or the fallback when nothing is near. */
export function suggest(text: string, candidates: Iterable<string>, otherwise: string): string {
  const nearest = findNearest(text, candidates);
  return nearest === undefined ? otherwise : `có phải ý bạn là “${nearest}”?`;
}
