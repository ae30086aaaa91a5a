import type { Index } from "../scripts/model/indices.ts";
import { perSite } from "../scripts/model/site-reads.ts";
import { chartStrings, indexWords } from "./chart-strings.ts";
import { counted, englishChartStrings, englishUnit } from "./chart-strings-en.ts";
import { shortName } from "./index-name.ts";
import { trustStrings } from "./release-strings.ts";
import type { Same } from "./same-words.ts";
import { strings } from "./strings.ts";
import { hasProse, indexYears, urls } from "./urls.ts";

/** The languages that pages are in. */
export type Language = "vi" | "en";

/** Each language by its own name. */
export const LANGUAGE_NAMES: Record<Language, string> = { vi: "Tiếng Việt", en: "English" };

const vietnamese = {
  site: strings.site,
  nav: strings.nav,
  indices: indexWords,
  contact: trustStrings.contact,
  charts: chartStrings,
};

/** Words of the pages that stand in both languages. */
type Words = Same<typeof vietnamese>;

const english: Words = {
  site: {
    name: "Minh Bạch",
    tagline: "Administrative reform plans and results, open for everyone to look up",
    skip: "Skip to content",
    menu: "Main menu",
    search: "Search",
    find: "Search",
    searchHint: "Plans, tasks, agencies, document numbers",
    breadcrumbs: "Path",
    home: "Home",
    version: "Revision of the content",
    changed: "with changes not yet kept as a revision",
    page: (title, number) => `${title}, page ${number}`,
    printedFrom: address => `Printed from ${address}`,
  },
  nav: {
    plans: "Plans",
    tasks: "Tasks",
    agencies: "Agencies",
    indices: "Indices",
    documents: "Documents",
    data: "Data",
    about: "About",
    method: "Methods",
    accessibility: "Accessibility",
    trust: "About this release",
    abbreviations: "Abbreviations",
    updates: "Reports",
    corrections: "Corrections",
    portal: "Other agencies' sites",
    embeds: "Embed",
    guide: "Guide for editors",
  },
  indices: {
    title: "Indices",
    lead: "Indices of administrative reform and governance: who measures what, when the method changed, and the results of each year. The small number beside a year is that of its results.",
    years: "Results by year",
    measures: "What it measures",
    publisher: "Published by",
    population: "Who is measured",
    unit: "Unit",
    editions: "Sets of criteria over time",
    breaks: "Changes of method",
    breaksLead: "No line is drawn and no change is computed across years marked as a break.",
    hard: "break",
    soft: "partial change; comparable with a note",
    edition: (from, to) => (to === undefined ? `Since ${from}` : from === to ? `${from}` : `${from}–${to}`),
    domains: "Domains",
    maximumOfEach: (maximum, basis) =>
      `Maximum of each domain: ${maximum}${basis === undefined ? "" : ` (${basis})`}.`,
    maximaAre: basis => `Basis of the maximum scores: ${basis}.`,
    notAssessed: "No result",
    notZero: "No result is not a score of zero.",
    someRanks: "Ranks only where the source gives them.",
    ranking: "Every unit",
    byDomain: "Every domain",
    previous: "Previous year",
    next: "Next year",
    results: count => counted(count, "result"),
    resultsHead: "Results",
    none: "There are no results of any index yet.",
    noResults: "No results yet.",
    partial: (known, base) =>
      `Results with a source were found for ${known} of ${base} units; do not read this as the full ranking.`,
    figures: "Charts",
  },
  contact: {
    tell: "If a figure, a name or a link is wrong, please send the address of the page and what is wrong to:",
    email: "Email:",
    phone: "Phone:",
    address: "Address:",
    none: "The publisher of this site has not given a contact.",
  },
  charts: englishChartStrings,
};

const words: Record<Language, Words> = { vi: vietnamese, en: english };

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return words[language];
}

/** The addresses of what stands in both languages. */
export function urlsIn(language: Language) {
  return language === "en" ? urls.english : urls;
}

/** A unit of data/indices in the words of a language. */
export function unitIn(language: Language, unit: string): string {
  return language === "en" ? englishUnit(unit) : unit;
}

/** Pages in English and the Vietnamese pages that say the same, by address. */
export const englishPages = perSite("englishPages", (site): ReadonlyMap<string, string> => {
  const { english } = urls;
  return new Map([
    [urls.home, english.home],
    ...(hasProse(site, urls.method) ? [[urls.method, english.method] as const] : []),
    [urls.indices, english.indices],
    ...[...site.indices.keys()].map(id => [urls.index(id), english.index(id)] as const),
    ...indexYears(site).map(
      ({ index: { id }, year }) => [urls.indexYear(id, year), english.indexYear(id, year)] as const,
    ),
  ]);
});

/** An index as English pages name it. */
interface EnglishIndex {
  readonly name: string;
  /** What it is called in a line: its abbreviation, where it has one. */
  readonly short: string;
  /** Its name in a line, unless that is Vietnamese: an abbreviation is read in any language. */
  readonly shortEnglish: string | undefined;
  readonly measures?: string | undefined;
  readonly population?: string | undefined;
  readonly publisher?: string | undefined;
  /** The language that these words are in. */
  readonly language: Language;
}

/** Name and description of an index in English where data/indices gives them; the Vietnamese ones otherwise. */
export function englishIndex(index: Index): EnglishIndex {
  const { name, short_name, measures, population, english } = index;
  if (!english)
    return {
      name,
      short: shortName(index),
      shortEnglish: short_name,
      measures,
      population,
      language: "vi",
    };
  const short = english.short_name ?? short_name ?? english.name;
  return { ...english, short, shortEnglish: short, language: "en" };
}

/** English names of the domains of an index by key, as the last edition names them that held by a year. */
export function englishDomains(index: Index | undefined, year: number): ReadonlyMap<string, string> {
  const domains = (index?.editions ?? []).flatMap(({ from, domains = [] }) => (from <= year ? domains : []));
  return new Map(domains.flatMap(({ key, english }) => (english === undefined ? [] : [[key, english]])));
}
