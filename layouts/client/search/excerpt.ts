import { isCode, type SearchWord, type WordPlace, wordPlaces } from "../../../scripts/model/search-words.ts";

/** Letters of an excerpt; about two lines. */
const LENGTH = 220;
/** Letters before the place that it is cut for, and those behind it among which words count as standing together. */
const BEFORE = 60;
const NEAR = 120;

/** What was looked up: words that stand in a row, and whether their marks count. */
export interface Sought {
  readonly runs: readonly (readonly SearchWord[])[];
  readonly withMarks: boolean;
}

/** Where a run stands in a text. */
interface RunPlace {
  readonly from: number;
  readonly to: number;
  readonly run: readonly SearchWord[];
}

/** About two lines of the text around the place where most of the runs stand together; the first of such places. */
export function excerptOf(text: string, sought: Sought): string {
  const places = placesOf(text, sought);
  let best = { at: 0, runs: 0 };
  for (const [i, { from }] of places.entries()) {
    const near = new Set<RunPlace["run"]>();
    for (let j = i; j < places.length; j++) {
      const place = places[j];
      if (!place || place.from > from + NEAR) break;
      near.add(place.run);
    }
    if (near.size > best.runs) best = { at: from, runs: near.size };
  }
  const from = Math.max(0, text.lastIndexOf(" ", Math.max(0, best.at - BEFORE)));
  const cut = text.slice(from, from + LENGTH);
  return `${from > 0 ? "…" : ""}${cut.trim()}${from + LENGTH < text.length ? "…" : ""}`;
}

/** Where the runs stand in a text, the longest first where two begin together. */
export function placesOf(text: string, { runs, withMarks }: Sought): RunPlace[] {
  const codes: WordPlace[] = [];
  const words: WordPlace[] = [];
  for (const place of wordPlaces(text)) (isCode(place.word) ? codes : words).push(place);
  const key = (word: SearchWord | undefined) => (withMarks ? word?.marked : word?.folded);
  const places: RunPlace[] = [];
  for (const run of runs) {
    const [first] = run;
    if (!first) continue;
    const among = isCode(first) ? codes : words;
    for (const [i, { word, from, to }] of among.entries())
      if (key(word) === key(first) && run.every((other, j) => key(among[i + j]?.word) === key(other)))
        places.push({ from, to: among[i + run.length - 1]?.to ?? to, run });
  }
  return places.sort((a, b) => a.from - b.from || b.to - a.to);
}
