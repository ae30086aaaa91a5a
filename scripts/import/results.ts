import { namesOf } from "../model/agency.ts";
import { editionOf } from "../model/edition.ts";
import { resolveAgency } from "../model/find-agency.ts";
import { resultFields } from "../model/result.ts";
import type { Site } from "../model/site.ts";
import { findNearest, fold } from "../model/vietnamese.ts";
import type { Note, Row, SourceDocument } from "./blocks.ts";
import { isColumnNumbers } from "./join-rows.ts";
import { texts } from "./table-header.ts";
import { oneLine } from "./words.ts";

/** Columns of data/results/<index>.csv, in their order. */
export const RESULT_COLUMNS = resultFields.keyof().options;
type ResultColumn = (typeof RESULT_COLUMNS)[number];
export type ResultRecord = Readonly<Partial<Record<ResultColumn, string>>>;

const WORDS: readonly [ResultColumn, RegExp][] = [
  ["rank_of", /^(rank_of|tren tong so|so (don vi|tinh|bo)( xep hang)?|tong so don vi)$/],
  ["rank", /^(rank|(xep |thu |vi tri )?hang|vi thu|thu bac|xep thu)\b/],
  ["maximum", /maximum|toi da|diem chuan/],
  ["stated_change", /stated_change|tang.*giam|thay doi|so voi/],
  // Before the agency: “Đơn vị tính” is no “đơn vị”, “Bộ tiêu chí” no “bộ”, “Số TT” no “sở”.
  ["edition", /^(edition|bo tieu chi)/],
  ["unit", /^(unit|don vi tinh|dvt)/],
  ["agency", /^(agency|co quan|don vi|tinh|bo|so(?! (tt|thu tu)\b)|dia phuong|ten)\b/],
  ["component", /^(component|linh vuc|thanh phan|noi dung|truc)/],
  ["year", /^(year|nam)$/],
  ["group", /^(group|nhom|loai|xep loai)/],
  ["basis", /^(basis|co so)/],
  ["source", /^(source|nguon)/],
  ["note", /^(note|ghi chu)/],
  ["value", /^(value|(tong )?diem|gia tri|ket qua|chi so|ty le|index|par index|sipas|papi)\b/],
];

/** What an index publishes of an agency: any of these is a result. */
const PUBLISHED = ["value", "rank", "group", "stated_change"] as const;
const PER_CENT = /\s*%$/;

interface ResultColumns {
  /** The row behind the header. */
  readonly end: number;
  readonly columns: readonly (ResultColumn | { readonly domain: string } | undefined)[];
}

/**
 * Reads a table of results, one row an agency; columns in any order, by Vietnamese words or by the names of the CSV.
 * A column headed by a domain of the edition gives results of that domain.
 * @param within the agency in whose tree names are looked up first: every province has a Sở Nội vụ
 */
export function readResults(
  source: SourceDocument,
  site: Site,
  { index: id, year, within = "" }: { index: string; year: number; within?: string | undefined },
  note: Note,
): ResultRecord[] {
  const index = site.indices.get(id);
  const edition = index && editionOf(index, year);
  const domains = edition?.domains ?? [];
  const results: ResultRecord[] = [];
  for (const block of source.blocks) {
    if (block.kind !== "table") continue;
    const header = findColumns(block.rows, domains, year, note);
    if (!header) continue;
    for (const row of block.rows.slice(header.end)) {
      if (isColumnNumbers(texts(row))) continue;
      const record: Partial<Record<ResultColumn, string>> = {};
      const parts: { component: string; value: string }[] = [];
      for (const [i, column] of header.columns.entries()) {
        const text = oneLine(row.cells[i]?.text ?? "");
        if (text === "" || column === undefined) continue;
        if (typeof column === "string") record[column] = text;
        else parts.push({ component: column.domain, value: text });
      }
      const name = record.agency;
      // A row without a result names a part of the table.
      const isResult = PUBLISHED.some(column => record[column] !== undefined);
      if (name === undefined || !(isResult || parts.length > 0)) continue;
      if (record.year !== undefined && record.year !== String(year)) {
        note("reading", row.line, `bỏ qua dòng của năm ${record.year}`);
        continue;
      }
      const agency = findMeasured(name, site, { year, within }, row, note);
      const [, rank, of] = /^(\d+)\s*\/\s*(\d+)$/.exec(record.rank ?? "") ?? [];
      const component = record.component === undefined ? undefined : domainKey(record.component, domains);
      const common = { year: String(year), edition: record.edition ?? edition?.id, agency };
      if (isResult)
        results.push(
          defined({
            ...common,
            component,
            value: record.value?.replace(PER_CENT, ""),
            unit: record.unit ?? (PER_CENT.test(record.value ?? "") ? "%" : index?.unit),
            maximum:
              record.maximum ??
              (component === undefined
                ? asText(edition?.maximum)
                : asText(domains.find(({ key }) => key === component)?.maximum)),
            rank: rank ?? record.rank,
            rank_of: of ?? record.rank_of,
            group: record.group,
            stated_change: record.stated_change,
            basis: record.basis ?? "printed",
            source: record.source,
            note: record.note,
          }),
        );
      for (const part of parts)
        results.push(
          defined({
            ...common,
            component: part.component,
            value: part.value.replace(PER_CENT, ""),
            unit: PER_CENT.test(part.value) ? "%" : index?.unit,
            maximum: asText(domains.find(({ key }) => key === part.component)?.maximum),
            basis: "printed",
            source: record.source,
          }),
        );
    }
  }
  return results;
}

function asText(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function defined(record: Partial<Record<ResultColumn, string | undefined>>): ResultRecord {
  const filled: Partial<Record<ResultColumn, string>> = {};
  for (const column of RESULT_COLUMNS) {
    const value = record[column];
    if (value !== undefined && value !== "") filled[column] = value;
  }
  return filled;
}

interface NamedDomain {
  readonly key: string;
  readonly name: string;
  readonly code?: string | undefined;
}

/** The words that head a column: its own at the end, behind those above it and its neighbours. */
type Header = readonly string[];

/** Where the header of a table of results stands, in one row or up to three, and what its columns hold. */
function findColumns(
  rows: readonly Row[],
  domains: readonly NamedDomain[],
  year: number,
  note: Note,
): ResultColumns | undefined {
  for (const [at, row] of rows.slice(0, 30).entries()) {
    let headers = texts(row).map((text): Header => [text]);
    const agencyAt = headers.findIndex(header => columnOf(header) === "agency");
    if (agencyAt < 0) continue;
    let end = at + 1;
    for (const below of rows.slice(end, at + HEADER_ROWS)) {
      const agency = below.cells[agencyAt];
      if (agency && agency.text !== "" && !agency.carried) break;
      if (below.cells.some(({ text }) => /^[\d.,/%-]+$/.test(text) && !/^(?:19|20)\d{2}$/.test(text))) break;
      headers = joinHeaders(headers, below);
      end++;
    }
    const columns = nameColumns(headers, domains, year);
    const isFound = columns.some(
      column => typeof column === "object" || PUBLISHED.some(known => known === column),
    );
    if (isFound || headers.some(header => isOfOther(header, year)))
      tellUnread(headers, columns, year, row.line, note);
    if (isFound) return { end, columns };
  }
  return undefined;
}

const HEADER_ROWS = 3;

/** Puts a row of headers below another: words above several columns belong to each of them. */
function joinHeaders(above: readonly Header[], { cells }: Row): Header[] {
  let shared: Header = [];
  return above.map((header, i) => {
    const { text = "", carried = true } = cells[i] ?? {};
    if (text === "" || carried) {
      shared = [];
      return header;
    }
    if (header.some(words => words !== "")) shared = header;
    return [...shared, text];
  });
}

/** What a column holds by its own words, or by those above: “Điểm” above “2022” and “2023”. */
function columnOf(header: Header): ResultColumn | undefined {
  for (const words of header.toReversed().map(wordsOf)) {
    const column = WORDS.find(([, form]) => form.test(words))?.[0];
    if (column !== undefined) return column;
  }
  return undefined;
}

function wordsOf(text: string): string {
  return fold(text).replace(/[^\p{L}\d_ -]/gu, "");
}

function findDomain(header: Header, domains: readonly NamedDomain[]): NamedDomain | undefined {
  const words = header.map(wordsOf);
  return domains.find(({ name, key }) => words.includes(fold(name)) || words.includes(key));
}

/** What the columns hold. Figures of another year, and those that an agency gave itself, are no results. */
function nameColumns(
  headers: readonly Header[],
  domains: readonly NamedDomain[],
  year: number,
): ResultColumns["columns"] {
  const seen = new Set<string>();
  return headers.map(header => {
    const domain = findDomain(header, domains);
    const column = columnOf(header);
    // Below the name of a domain, its rank has no place.
    const isOfDomain = domain && (header.length === 1 || column === "value");
    const name = isOfDomain ? `${domain.key}/` : domain ? undefined : column;
    if (name === undefined || seen.has(name) || isOfOther(header, year)) return undefined;
    seen.add(name);
    return isOfDomain ? { domain: domain.key } : column;
  });
}

const FIGURES: readonly (ResultColumn | undefined)[] = ["value", "rank", "group"];
/** A year, and not that of a day: “Quyết định ngày 14/4/2023”. */
const YEAR = /(?<![\d/])(?:19|20)\d{2}(?!\d)/g;

/** Whether a column has figures, but not those that were published for the year. */
function isOfOther(header: Header, year: number): boolean {
  if (!FIGURES.includes(columnOf(header))) return false;
  const words = header.join(" ");
  const years = words.match(YEAR);
  return (years !== null && !years.includes(String(year))) || /\btu (?:cham|danh gia)/.test(fold(words));
}

/** Says which columns of figures were left out. */
function tellUnread(
  headers: readonly Header[],
  columns: ResultColumns["columns"],
  year: number,
  line: number,
  note: Note,
): void {
  const shown = (header: Header | undefined) => `“${oneLine((header ?? []).join(" "))}”`;
  for (const [i, header] of headers.entries()) {
    const column = columnOf(header);
    if (columns[i] !== undefined || !FIGURES.includes(column)) continue;
    const taken = headers[columns.indexOf(column)];
    const why = isOfOther(header, year)
      ? `không phải kết quả năm ${year}`
      : taken
        ? `đã lấy cột ${shown(taken)}`
        : "không có chỗ trong bảng kết quả";
    note("reading", line, `không đọc cột ${shown(header)}: ${why}`);
  }
}

function domainKey(text: string, domains: readonly NamedDomain[]): string {
  const typed = fold(text);
  return (
    domains.find(({ key, name, code }) => key === text || fold(name) === typed || code === text)?.key ?? text
  );
}

/** The agency that a table of results names; what is not found stays as typed, for the check to refuse. */
function findMeasured(
  name: string,
  { agencies }: Site,
  { year, within }: { year: number; within: string },
  row: Row,
  note: Note,
): string {
  if (agencies.byId.has(name)) return name;
  const found = resolveAgency(agencies, name, within, `${year}-12-31`);
  if (found.kind === "found") return found.agency.id;
  const bodies = agencies.all.filter(({ kind }) => kind === "body" || kind === "agency");
  const near = findNearest(name, bodies.flatMap(namesOf));
  note(
    "unresolved",
    row.line,
    found.kind === "ambiguous"
      ? `tên “${name}” chỉ ${found.candidates.length} cơ quan: ${found.candidates.map(({ id }) => id).join(", ")}; ghi mã của cơ quan, hoặc chạy lại với --agency và mã của cơ quan cấp trên`
      : `không có cơ quan tên “${name}”${near === undefined ? "" : `; có phải ý bạn là “${near}”?`}`,
  );
  return name;
}
