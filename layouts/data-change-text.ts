import { abridge } from "../scripts/model/abridge.ts";
import { nameOf } from "../scripts/model/agency.ts";
import {
  changedParts,
  type DataCorrection,
  type IndexFact,
  type ResultChange,
  type ResultPart,
} from "../scripts/model/data-change.ts";
import { componentName, indexTables } from "../scripts/model/index-table.ts";
import { groupBy } from "../scripts/model/maps.ts";
import type { Result } from "../scripts/model/result.ts";
import type { Site } from "../scripts/model/site.ts";
import type { ChangeText } from "./change-text.ts";
import { chartStrings, indexStrings } from "./chart-strings.ts";
import { documentName } from "./document-name.ts";
import { formatAmount, formatNumber, formatRank } from "./format.ts";
import { historyStrings } from "./history-strings.ts";
import { urls } from "./urls.ts";

const words = historyStrings.ofIndex;

/** One line of a correction: of which result or results, and what of them was changed. */
interface DataLine {
  /** What it is about; undefined for the index itself. */
  readonly name: string | undefined;
  /** The page of the year, where there is one. */
  readonly href: string | undefined;
  /** Empty for results that came. */
  readonly changes: readonly ChangeText[];
}

/**
 * A correction line by line: figures that were corrected or taken out, results that came, what the index says of itself,
 * and last sources and notes. Of many results of which the very same was changed, one line tells.
 */
export function dataLines(site: Site, correction: DataCorrection): DataLine[] {
  const { index, results, added, described } = correction;
  const [cited = [], others = []] = [true, false].map(isWanted =>
    results.filter(change => changesFigures(change) === isWanted),
  );
  const grouped = (changes: readonly ResultChange[]): DataLine[] => {
    const texts = changes.map(change => ({ change, texts: resultTexts(site, change) }));
    return [...groupBy(texts, ({ texts }) => JSON.stringify(texts)).values()].map(group => ({
      ...nameAll(
        site,
        group.map(({ change }) => change.before),
      ),
      changes: group[0]?.texts ?? [],
    }));
  };
  return [
    ...grouped(cited),
    ...added.map(({ year, count }) => ({
      name: `${words.added(count)} ${year}`,
      href: yearPage(site, index, year),
      changes: [],
    })),
    ...described.map(({ part, before, after }) => ({
      name: undefined,
      href: undefined,
      changes: [factChange(site, words.indexParts[part], before, after)],
    })),
    ...grouped(others),
  ];
}

/** What a reader would cite; a source or note stands behind it. */
const FIGURES: ReadonlySet<ResultPart> = new Set(["value", "rank", "group", "maximum", "stated_change"]);

function changesFigures(change: ResultChange): boolean {
  return change.after === undefined || changedParts(change).some(part => FIGURES.has(part));
}

/** "2022, Hà Giang, Thủ tục hành chính công", or "9 kết quả năm 2012–2014". */
function nameAll(site: Site, results: readonly Result[]): Pick<DataLine, "name" | "href"> {
  const [first] = results;
  if (!first) return { name: undefined, href: undefined };
  const { index, year, agency, component } = first;
  const years = results.map(result => result.year);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const href = from === to ? yearPage(site, index, year) : undefined;
  if (results.length > 1)
    return { name: words.results(results.length, from === to ? `${from}` : `${from}–${to}`), href };
  const table = indexTables(site).get(index);
  const domain = component === undefined ? [] : table ? componentName(table, component, year) : component;
  const short = site.agencies.byId.get(agency)?.shortName ?? nameOf(site.agencies, agency);
  return { name: [year, short, domain].flat().join(", "), href };
}

function yearPage(site: Site, index: string, year: number): string | undefined {
  return indexTables(site).get(index)?.years.includes(year) ? urls.indexYear(index, year) : undefined;
}

function resultTexts(site: Site, change: ResultChange): ChangeText[] {
  const { before, after } = change;
  if (after)
    return changedParts(change).map(part => {
      const [was, is] = [partText(site, part, before), partText(site, part, after)];
      return between(words.resultParts[part], was, is);
    });
  return [between(words.result, figures(site, before), undefined)];
}

/** "70,26 điểm, hạng 57/63": what a result that was taken out had said. */
function figures(site: Site, result: Result): string {
  const [value, rank, group] = (["value", "rank", "group"] as const).map(part =>
    partText(site, part, result),
  );
  const words = [value, rank && `${chartStrings.rank} ${rank}`, group && indexStrings.inGroup(group)];
  return words.filter(Boolean).join(", ");
}

function between(what: string, before: string | undefined, after: string | undefined): ChangeText {
  const [was, is] = abridge(before, after);
  return { what, before: was, after: is };
}

/** With all decimals: a correction may be of the last. */
const exact = (value: number) => formatNumber(value, 10);

function partText(site: Site, part: ResultPart, result: Result): string | undefined {
  const { value, rank, rank_of, basis } = result;
  if (part === "value")
    return value === undefined ? undefined : formatAmount(exact(value), unitOf(site, result));
  if (part === "rank") return rank === undefined ? undefined : formatRank(rank, rank_of);
  if (part === "basis") return basis && chartStrings.basis[basis];
  const text = result[part];
  return typeof text === "number" ? exact(text) : text;
}

function unitOf(site: Site, { index, unit }: Result): string {
  return unit ?? site.indices.get(index)?.unit ?? "";
}

function factChange(
  site: Site,
  what: string,
  before: IndexFact | undefined,
  after: IndexFact | undefined,
): ChangeText {
  const [was, is] = [before && factText(site, before), after && factText(site, after)];
  const name = (is ?? was)?.name;
  return between(name === undefined ? what : `${what} ${name}`, was?.text, is?.text);
}

/** Which of several things it is that an index says, and what it says. */
interface FactText {
  readonly name?: string;
  readonly text: string;
}

function factText(site: Site, fact: IndexFact): FactText {
  if ("text" in fact) return fact;
  if ("seriesBreak" in fact) {
    const { between, kind, why, source } = fact.seriesBreak;
    const name = kind === "soft" ? indexStrings.soft : indexStrings.hard;
    return { name: between.join(" | "), text: withSource(`${name}: ${why}`, source) };
  }
  if ("band" in fact) {
    const { label, years, from, below } = fact.band;
    return { name: `${label} (${years.join(", ")})`, text: indexStrings.band(from, below) };
  }
  if ("cover" in fact) {
    const { years, count, source } = fact.cover;
    return { name: years.join("–"), text: withSource(words.covered(count), source) };
  }
  if ("gap" in fact) {
    const { year, agencies, why, source } = fact.gap;
    const names = agencies.map(id => nameOf(site.agencies, id)).join(", ");
    return { name: `${year}`, text: withSource([names, why].filter(Boolean).join("; "), source) };
  }
  const { id, from, to, decision, maximum, note, domains = [] } = fact.edition;
  const limit = (most: number | undefined) =>
    most === undefined ? [] : `${words.resultParts.maximum.toLowerCase()} ${exact(most)}`;
  const named = domains.map(({ code, name, maximum: most }) =>
    [[code, name].filter(Boolean).join(". "), limit(most)].flat().join(", "),
  );
  const issued = site.documents.get(decision ?? "");
  const by = issued ? documentName(issued) : (decision ?? []);
  const parts = [indexStrings.edition(from, to), by, limit(maximum), note ?? [], named];
  return { name: id, text: parts.flat().join(" · ") };
}

function withSource(text: string, source: string | undefined): string {
  return source === undefined ? text : `${text} – ${source}`;
}
