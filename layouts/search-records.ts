import { extent } from "d3";
import { type Agency, nameOf } from "../scripts/model/agency.ts";
import { existence } from "../scripts/model/existence.ts";
import { indexTables } from "../scripts/model/index-table.ts";
import { groupBy } from "../scripts/model/maps.ts";
import { plainText } from "../scripts/model/markdown.ts";
import type { Plan } from "../scripts/model/plan.ts";
import type { Result } from "../scripts/model/result.ts";
import type { SearchRecord } from "../scripts/model/search-table.ts";
import { FIELD_END } from "../scripts/model/search-words.ts";
import type { Site } from "../scripts/model/site.ts";
import { yearChange } from "../scripts/model/year-change.ts";
import { formatDate } from "./format.ts";
import { feedStrings } from "./history-strings.ts";
import { indexName } from "./index-name.ts";
import { related } from "./related.ts";
import { sitePages } from "./search-pages.ts";
import { searchPageStrings } from "./search-strings.ts";
import { inOneLine, proseOf, shorten, taskText } from "./search-texts.ts";
import { updateAddress } from "./updates.ts";
import { urls } from "./urls.ts";

/** A record before Pagefind has named it: the texts of its parts, the record itself first. */
export interface SearchDraft extends Omit<SearchRecord, "hash"> {
  readonly parts: readonly string[];
}

/**
 * Everything that can be found. Of two equal hits the earlier comes first: newer plans and results, agencies that lead
 * more tasks or still exist.
 */
export function* searchRecords(site: Site): Iterable<SearchDraft> {
  yield* plans(site);
  yield* agencies(site);
  yield* documents(site);
  yield* results(site);
  yield* updates(site);
  for (const { slug, title, description, prose } of site.dashboards)
    yield single({
      kind: "dashboard",
      url: urls.dashboard(slug),
      title,
      lines: [description, plainText(prose.source)],
    });
  for (const { slug, title, prose } of site.pages)
    yield single({ kind: "page", url: urls.page(slug), title, lines: [plainText(prose.source)] });
  for (const [url, title, text] of sitePages(site)) yield single({ kind: "page", url, title, lines: [text] });
}

function* plans(site: Site): Iterable<SearchDraft> {
  for (const plan of site.plans) {
    const head = [
      plan.title,
      plan.number ?? "",
      agencyName(site, plan.agency),
      ...plan.years,
      ...plan.indices.map(id => indexName(site, id)),
    ];
    yield {
      kind: "plan",
      url: urls.plan(plan.slug),
      title: "",
      years: plan.years,
      indices: plan.indices,
      agency: plan.agency,
      parts: [
        [...head, plan.signedBy ?? "", dateOf(plan), proseOf(plan)].join(FIELD_END),
        ...plan.tasks.map(taskText),
      ],
    };
  }
}

/** As a plan is cited: "Kế hoạch số 8/KH-UBND ngày 02/3/2020". */
function dateOf({ issued }: Plan): string {
  return issued === undefined ? "" : searchPageStrings.dated(formatDate(issued));
}

function* agencies(site: Site): Iterable<SearchDraft> {
  const { leads, predecessors } = related(site);
  const led = ({ id }: Agency) => leads.get(id)?.length ?? 0;
  const gone = ({ validTo }: Agency) => (validTo === undefined ? 0 : 1);
  const results = groupBy(site.results, ({ agency }) => agency);
  for (const agency of site.agencies.all.toSorted((a, b) => led(b) - led(a) || gone(a) - gone(b))) {
    const { id, name, shortName, aliases, note } = agency;
    const byIndex = groupBy(results.get(id) ?? [], ({ index }) => index);
    const measured = [...byIndex]
      .map(([index, own]) => `${indexName(site, index)} ${spanOf(own)}`)
      .join(", ");
    yield single({
      kind: "agency",
      url: urls.agency(id),
      title: name,
      called: shortName === name ? undefined : shortName,
      lines: [existence(agency), measured && searchPageStrings.agencyResults(measured), ...aliases, note],
      years: [...new Set(results.get(id)?.map(({ year }) => year))],
      indices: [...byIndex.keys()],
      agency: id,
      formerly: byIndex.size > 0 ? undefined : only(predecessors.get(id))?.id,
    });
  }
}

/** The agency that another continues: it has become that one alone, and not one of several. */
function only([before, ...others]: readonly Agency[] = []): Agency | undefined {
  return others.length === 0 && before?.successors.length === 1 ? before : undefined;
}

function* documents(site: Site): Iterable<SearchDraft> {
  for (const { id, kind, number, date, title, issuer } of site.documents.values())
    yield single({
      kind: "document",
      url: urls.document(id),
      title: [kind, number].filter(Boolean).join(" "),
      also: [searchPageStrings.cited(kind, number)],
      lines: [title, agencyName(site, issuer), date && searchPageStrings.dated(formatDate(date))],
      year: date === undefined ? undefined : yearOf(date),
      agency: issuer,
    });
}

function* results(site: Site): Iterable<SearchDraft> {
  const tables = indexTables(site);
  for (const { id, name, measures, english, editions } of site.indices.values()) {
    const title = indexName(site, id);
    const lines = [name, english?.name, measures];
    const domains = editions?.at(-1)?.domains?.map(({ name: domain }) => domain) ?? [];
    const also = [searchPageStrings.index(title)];
    yield single({
      kind: "result",
      url: urls.index(id),
      title,
      also,
      lines,
      last: [...domains, searchPageStrings.method],
      indices: [id],
    });
    const table = tables.get(id);
    for (const year of table?.years.toReversed() ?? []) {
      const { rise, fall } = (table && yearChange(table, year)) ?? {};
      yield single({
        kind: "result",
        url: urls.indexYear(id, year),
        title: `${title} ${year}`,
        also: [searchPageStrings.ofYear(title, year)],
        lines: [searchPageStrings.results(name, (rise ?? fall) !== undefined)],
        year,
        indices: [id],
      });
    }
  }
}

function* updates(site: Site): Iterable<SearchDraft> {
  for (const update of site.updates) {
    const plan = site.planBySlug.get(update.plan);
    yield single({
      kind: "update",
      url: updateAddress(site, update),
      title: feedStrings.report(update.asOf, plan?.title ?? update.plan),
      lines: [
        agencyName(site, update.reporter),
        update.document,
        plainText(update.prose.source),
        ...update.tasks.map(({ task, state, value, evidence, prose }) =>
          [task, state, value, plainText(evidence ?? ""), plainText(prose.source)].filter(Boolean).join(" "),
        ),
      ],
      year: yearOf(update.asOf),
      indices: plan?.indices,
      agency: update.reporter,
    });
  }
}

/** A record without parts: what it says below its title is shown, as much as there is room for. */
function single({
  also = [],
  lines,
  last = [],
  year,
  years = [],
  indices = [],
  agency,
  ...named
}: Pick<SearchDraft, "kind" | "url" | "title" | "called" | "formerly"> & {
  /** Other ways to call it, which are not shown. */
  readonly also?: readonly string[];
  readonly lines: readonly (string | undefined)[];
  /** What it is found by after all else, and not shown. */
  readonly last?: readonly string[];
  readonly year?: number | undefined;
  /** Years that it is found by and that are shown as a span: 2011–2024. */
  readonly years?: readonly number[];
  readonly indices?: readonly string[] | undefined;
  readonly agency?: string | undefined;
}): SearchDraft {
  const texts = lines.filter(Boolean);
  return {
    ...named,
    years: year === undefined ? undefined : [year, year],
    indices,
    agency,
    parts: [[named.title, ...also, ...texts, years.join(" "), ...last].join(FIELD_END)],
    text: shorten(inOneLine(texts.join("\n"))),
  };
}

function agencyName(site: Site, id: string | undefined): string {
  return id === undefined ? "" : nameOf(site.agencies, id);
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** `2012–2024` */
function spanOf(results: readonly Result[]): string {
  const [from, to] = extent(results, ({ year }) => year);
  return from === to ? `${from}` : `${from}–${to}`;
}
