import { push } from "../../../scripts/model/maps.ts";
import type { SearchRecord, SearchTable } from "../../../scripts/model/search-table.ts";
import { queryWords } from "../../../scripts/model/search-words.ts";
import { formatChoice, MOST_AGENCIES } from "../../parts/compare-choice.ts";
import type { Answer } from "./engine.ts";

/** What asks for a comparison, without marks: "A so với B", "so sánh A, B", "A vs B". */
const SIDE_BY_SIDE = /(?<![^ ])(?:so (?:sanh|voi)|vs)(?![^ ])/;
const RANK = /(?<![^ ])hang(?![^ ])/;

/**
 * Answers who sets agencies side by side: with the page of comparison where these are chosen, then with each of them. The
 * index is the one that is named, or else one by which most of them are measured. Undefined where no comparison is asked
 * for, or fewer than two are named that are measured.
 * @param spell the query as it was typed, and with its abbreviations spelled out
 */
export function comparisonOf(
  query: string,
  spell: (query: string) => readonly string[],
  { records, comparison }: Pick<SearchTable, "records" | "comparison">,
): Pick<Answer, "hits" | "how" | "sought"> | undefined {
  const typed = wordsOf(query).join(" ");
  const page = SIDE_BY_SIDE.test(typed) && records.find(({ url }) => url === comparison);
  if (!page) return undefined;
  const texts = spell(query).map(wordsOf);
  const measured = new Map(
    records.flatMap(record =>
      record.kind === "agency" && record.indices.length > 0 ? [[record.agency, record]] : [],
    ),
  );
  const named = namedIn(texts, [...measured.values(), ...records.filter(({ formerly }) => formerly)]);
  const agencies = [...new Set(named.map(({ agency, formerly = agency }) => formerly))]
    .flatMap(id => measured.get(id) ?? [])
    .slice(0, MOST_AGENCIES);
  if (agencies.length < 2) return undefined;
  const indices = records.filter(({ kind, years }) => kind === "result" && years === undefined);
  const countOf = (id = "") => agencies.filter(agency => agency.indices.includes(id)).length;
  const [first, second] = namedIn(texts, indices);
  const [most] = indices.toSorted((a, b) => countOf(b.indices[0]) - countOf(a.indices[0]));
  const choice = formatChoice({
    agencies: agencies.flatMap(({ agency }) => agency ?? []),
    index: (first ?? most)?.indices[0] ?? "",
    second: second?.indices[0] ?? "",
    component: "",
    from: undefined,
    to: undefined,
    measure: RANK.test(typed) ? "rank" : "value",
  });
  const names = agencies.map(({ title, called = title }) => called);
  const chosen = { ...page, url: `${page.url}${choice}`, title: `${page.title}: ${names.join(", ")}` };
  return {
    hits: [chosen, ...agencies].map((record, order) => ({
      record,
      site: 0,
      order,
      part: 0,
      kind: record.kind,
      score: 0,
    })),
    how: "exact",
    sought: { runs: names.map(queryWords), withMarks: false },
  };
}

/** Records whose name stands in one of the texts, in the order of the text that has most of them; of two names the longer. */
function namedIn(texts: readonly (readonly string[])[], records: readonly SearchRecord[]): SearchRecord[] {
  const byName = new Map<string, SearchRecord[]>();
  for (const record of records)
    for (const name of new Set([record.title, record.called ?? record.title]))
      push(byName, wordsOf(name).join(" "), record);
  const longest = Math.max(0, ...[...byName.keys()].map(name => name.split(" ").length));
  const found = texts.map(words => {
    const named = new Set<SearchRecord>();
    for (let at = 0; at < words.length; at++)
      for (let length = longest; length > 0; length--) {
        const known = byName.get(words.slice(at, at + length).join(" "));
        if (!known || at + length > words.length) continue;
        for (const record of known) named.add(record);
        at += length - 1;
        break;
      }
    return [...named];
  });
  return found.reduce((most, named) => (named.length > most.length ? named : most), []);
}

function wordsOf(text: string): string[] {
  return queryWords(text).map(({ folded }) => folded);
}
