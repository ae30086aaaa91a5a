import { resultFields } from "../model/result.ts";
import { fold } from "../model/vietnamese.ts";
import type { Note, Row } from "./blocks.ts";
import { texts } from "./table-header.ts";
import { oneLine } from "./words.ts";

/** Columns of data/results/<index>.csv, in their order. */
export const RESULT_COLUMNS = resultFields.keyof().options;
export type ResultColumn = (typeof RESULT_COLUMNS)[number];

const WORDS: readonly [ResultColumn, RegExp][] = [
  ["rank_of", /^(rank_of|tren tong so|so (don vi|tinh|bo)( xep hang)?|tong so don vi)$/],
  ["rank", /^(rank|((vi tri|thu tu|ket qua) )?(xep |thu )?hang|vi thu|vi tri|thu bac|xep thu)\b/],
  ["maximum", /maximum|toi da|diem chuan/],
  ["stated_change", /stated_change|tang.*giam|thay doi|so voi/],
  // Before the agency: “Đơn vị tính” is no “đơn vị”, “Bộ tiêu chí” no “bộ”, “Số TT” no “sở”.
  ["edition", /^(edition|bo tieu chi)/],
  ["unit", /^(unit|don vi tinh|dvt)/],
  [
    "agency",
    /^(agency|co quan|don vi|tinh|bo|so(?! (tt|thu tu)\b)|dia phuong|huyen|thi xa|thanh pho|xa|phuong|ten)\b/,
  ],
  ["component", /^(component|linh vuc|thanh phan|noi dung|truc)/],
  ["year", /^(year|nam)$/],
  ["group", /^(group|nhom|(ket qua |muc )?((xep|phan) )?loai)/],
  ["basis", /^(basis|co so)/],
  ["source", /^(source|nguon)/],
  ["note", /^(note|ghi chu)/],
  // Points for merit and against it are no result.
  [
    "value",
    /^(value|tong cong|(tong )?diem(?! (cong|tru|thuong|phat)\b)|gia tri|ket qua|chi so|ty le|index|par index|sipas|papi)\b/,
  ],
];
/** Of several columns of points the one of the whole. */
const WHOLE = /^(value|tong|chi so|index|par index|sipas|papi)\b/;

/** What an index publishes of an agency: any of these is a result. */
export const PUBLISHED = ["value", "rank", "group", "stated_change"] as const;

/** A domain of an edition, by whose name a column may be headed. */
export interface NamedDomain {
  readonly key: string;
  readonly name: string;
  readonly code?: string | undefined;
}

/** A table of results as its header describes it. */
export interface ResultColumns {
  /** The row behind the header. */
  readonly end: number;
  readonly columns: readonly (ResultColumn | { readonly domain: string } | undefined)[];
}

/** The words that head a column: its own at the end, behind those above it and its neighbours. */
type Header = readonly string[];

/** Where the header of a table of results stands, in one row or up to three, and what its columns hold. */
export function findColumns(
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

/** A ranking that goes on beside itself, its names of columns printed again, with its rows one below the other. */
export function unfold(rows: readonly Row[]): readonly Row[] {
  for (const [at, row] of rows.slice(0, 30).entries()) {
    const words = texts(row).map(wordsOf);
    const width = words.indexOf(words[0] ?? "", 1);
    if (width < 2 || words[0] === "" || words.some((word, i) => word !== words[i % width])) continue;
    const sides = Array.from({ length: Math.ceil(words.length / width) }, (_, side) =>
      rows.slice(side === 0 ? 0 : at + 1).map(row => ({
        ...row,
        cells: row.cells.slice(side * width, (side + 1) * width),
      })),
    );
    return sides.flat();
  }
  return rows;
}

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
  // “Năm 2023” beside the names is what they reached in it.
  return header.length === 1 && /^(?:nam )?(?:19|20)\d{2}$/.test(wordsOf(header[0] ?? ""))
    ? "value"
    : undefined;
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
  const whole = headers.find(
    header =>
      WHOLE.test(wordsOf(header.at(-1) ?? "")) && !findDomain(header, domains) && !isOfOther(header, year),
  );
  return headers.map(header => {
    const domain = findDomain(header, domains);
    const column = columnOf(header);
    // Below the name of a domain, its rank has no place.
    const isOfDomain = domain && (header.length === 1 || column === "value");
    const name = isOfDomain ? `${domain.key}/` : domain ? undefined : column;
    if (name === undefined || seen.has(name) || isOfOther(header, year)) return undefined;
    if (name === "value" && whole && header !== whole) return undefined;
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
    const isPoints = column === undefined && /^diem\b/.test(wordsOf(header.at(-1) ?? ""));
    if (columns[i] !== undefined || !(isPoints || FIGURES.includes(column))) continue;
    const taken = headers[columns.indexOf(column)];
    const why = isOfOther(header, year)
      ? `không phải kết quả năm ${year}`
      : taken && column
        ? `đã lấy cột ${shown(taken)}`
        : "không có chỗ trong bảng kết quả";
    note("reading", line, `không đọc cột ${shown(header)}: ${why}`);
  }
}
