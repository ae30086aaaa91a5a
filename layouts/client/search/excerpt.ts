import { fold } from "../../../scripts/model/vietnamese.ts";

/** Letters of an excerpt; about two lines. */
const LENGTH = 220;
/** Letters before the place that it is cut for, and those behind it among which words count as standing together. */
const BEFORE = 60;
const NEAR = 120;

/** About two lines of the text around the place where most of the words stand together; the first of such places. */
export function excerptOf(text: string, terms: readonly string[]): string {
  const places = placesOf(text, terms);
  let best = { at: 0, words: 0 };
  for (const [i, [at]] of places.entries()) {
    const near = new Set<string>();
    for (let j = i; j < places.length && (places[j]?.[0] ?? 0) <= at + NEAR; j++)
      near.add(places[j]?.[2] ?? "");
    if (near.size > best.words) best = { at, words: near.size };
  }
  const from = Math.max(0, text.lastIndexOf(" ", Math.max(0, best.at - BEFORE)));
  const cut = text.slice(from, from + LENGTH);
  return `${from > 0 ? "…" : ""}${cut.trim()}${from + LENGTH < text.length ? "…" : ""}`;
}

/** Where the folded words stand in folded text: [from, to, word], places in the text itself; folding keeps the length. */
export function placesOf(text: string, terms: readonly string[]): [number, number, string][] {
  const plain = [...text.normalize("NFC")].map(foldSign).join("");
  const words = [...new Set(terms.flatMap(term => fold(term).split(/[^\p{L}\p{N}/.%-]+/u)))].filter(Boolean);
  const places: [number, number, string][] = [];
  for (const word of words)
    for (let at = plain.indexOf(word); at !== -1; at = plain.indexOf(word, at + word.length))
      if (
        !/[\p{L}\p{N}]/u.test(plain[at - 1] ?? " ") &&
        !/[\p{L}\p{N}]/u.test(plain[at + word.length] ?? " ")
      )
        places.push([at, at + word.length, word]);
  return places.sort(([a], [b]) => a - b);
}

const foldedSigns = new Map<string, string>();

/** Folding takes long, and a text has few signs that differ. */
function foldSign(sign: string): string {
  const known = foldedSigns.get(sign);
  if (known !== undefined) return known;
  const folded = fold(sign) || sign;
  foldedSigns.set(sign, folded);
  return folded;
}
