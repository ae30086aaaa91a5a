import { fold } from "../../../scripts/model/vietnamese.ts";

/** A name by its initials: letters, and the place of the word that each begins. */
interface Initials {
  readonly letters: string;
  readonly places: readonly number[];
  readonly words: readonly string[];
}

/** "Sở Tài nguyên và Môi trường" → "stnmt": words that only join have none. */
export function initialsOf(name: string): Initials {
  const words = name.split(/\s+/);
  const places = words.flatMap((word, i) => (/^(?:và|[^\p{L}]+)$/u.test(word) ? [] : [i]));
  return { letters: places.map(i => fold(words[i] ?? "")[0]).join(""), places, words };
}

/** Letters that say by themselves which words they stand for; fewer do so beside a word that stands there in the name. */
const ENOUGH = 3;

/**
 * What a query abbreviates by initials, with the words of the names: "tnmt", "TN&MT" → "Tài nguyên và Môi trường". Words of
 * the sites are not taken apart.
 * @param isWord whether the sites have a word, which has no marks
 */
export function spellInitials(
  query: string,
  names: readonly Initials[],
  isWord: (word: string) => boolean,
): [abbreviation: string, expansion: string][] {
  const typed = query.split(/\s+/).map(word => word.replace(/,+$/, ""));
  const seen = new Set<string>();
  return typed.flatMap((word, i): [string, string][] => {
    const letters = fold(word).replace(/[&.-]/g, "");
    if (!/^[a-z]{2,}$/.test(letters) || isWord(letters) || seen.has(letters)) return [];
    seen.add(letters);
    const found = names.flatMap(({ letters: all, places, words }) =>
      [...all.matchAll(new RegExp(`(?=${letters})`, "g"))].flatMap(({ index }) => {
        const [from = 0, to = 0] = [places[index], places[index + letters.length - 1]];
        const beside = isSame(typed[i - 1], words[from - 1]) || isSame(typed[i + 1], words[to + 1]);
        return letters.length >= ENOUGH || beside ? [words.slice(from, to + 1).join(" ")] : [];
      }),
    );
    return [...new Set(found)].map(words => [word, words]);
  });
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && fold(a) === fold(b);
}
