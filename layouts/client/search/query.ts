import type { SearchTable } from "../../../scripts/model/search-table.ts";
import { isCode, type SearchWord } from "../../../scripts/model/search-words.ts";
import { fold } from "../../../scripts/model/vietnamese.ts";

/** Words that have to stand in a row: a number or id stands for itself, since the index has its parts beside it. */
export function runsOf(words: readonly SearchWord[]): SearchWord[][] {
  const runs: SearchWord[][] = [[]];
  for (const word of words) {
    if (isCode(word)) runs.push([word], []);
    else runs.at(-1)?.push(word);
  }
  return runs.filter(run => run.length > 0);
}

/** "…" are phrases, the rest is free. */
export function splitQuotes(query: string): { phrases: string[]; free: string } {
  const phrases = [...query.matchAll(/["“”]([^"“”]+)["“”]/g)].map(([, phrase = ""]) => phrase);
  return { phrases, free: query.replace(/["“”][^"“”]*["“”]?/g, " ") };
}

/** The query, and the query with one abbreviation spelled out or one expansion abbreviated. */
export function widen(query: string, marked: boolean, abbreviations: SearchTable["abbreviations"]): string[] {
  const variants = [query];
  const folded = ` ${fold(query)} `;
  for (const [short, long] of abbreviations) {
    const brief = ` ${fold(short)} `;
    const full = ` ${fold(long.replace(/[,]/g, ""))} `;
    if (folded.includes(brief)) variants.push(folded.replace(brief, marked ? ` ${long} ` : full).trim());
    else if (folded.replaceAll(",", "").includes(full))
      variants.push(folded.replaceAll(",", "").replace(full, brief).trim());
  }
  return variants;
}
