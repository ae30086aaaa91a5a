import { namesOf } from "../model/agency.ts";
import { editionOf } from "../model/edition.ts";
import { parseNumber } from "../model/fields.ts";
import { resolveAgency } from "../model/find-agency.ts";
import type { Edition } from "../model/indices.ts";
import { NO_VALUE } from "../model/labelled-item.ts";
import type { Site } from "../model/site.ts";
import { findNearest, fold } from "../model/vietnamese.ts";
import type { Note, Row, SourceDocument } from "./blocks.ts";
import { isColumnNumbers } from "./join-rows.ts";
import {
  findColumns,
  type NamedDomain,
  PUBLISHED,
  RESULT_COLUMNS,
  type ResultColumn,
  type ResultColumns,
  unfold,
} from "./result-columns.ts";
import { texts } from "./table-header.ts";
import { oneLine } from "./words.ts";

/** What is known of one result, by column; columns that say nothing are left out. */
export type ResultRecord = Readonly<Partial<Record<ResultColumn, string>>>;

const PER_CENT = /\s*%$/;
/** “12/63”, “9,5/10” */
const OUT_OF = /^(\d+(?:[.,]\d+)?)\s*\/\s*(\d+)$/;

/** What the rows of a table are read by. */
interface Reading {
  readonly site: Site;
  /** The unit of the index. */
  readonly unit: string | undefined;
  readonly edition: Edition | undefined;
  readonly year: number;
  readonly within: string;
  readonly note: Note;
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
  const reading = { site, unit: index?.unit, edition, year, within, note };
  const told = new Map<string, { readonly said: string; readonly line: number }>();
  const isNew = (result: ResultRecord, line: number) => {
    const [said, key] = [JSON.stringify(result), `${result.agency}|${result.component}|${result.basis}`];
    const before = told.get(key);
    if (before === undefined) told.set(key, { said, line });
    else if (before.said !== said)
      note(
        "unresolved",
        line,
        `“${result.agency}” đã có kết quả khác ở dòng ${before.line} của tệp; giữ một dòng`,
      );
    return before === undefined;
  };
  return source.blocks.flatMap(block => {
    const rows = block.kind === "table" ? unfold(block.rows) : [];
    const header = findColumns(rows, edition?.domains ?? [], year, note);
    const below = header ? rows.slice(header.end) : [];
    return below.flatMap(row =>
      readRow(row, header?.columns ?? [], reading).filter(result => isNew(result, row.line)),
    );
  });
}

/** The results of a row: of the index or of a domain that a cell names, and of those domains that head a column. */
function readRow(row: Row, columns: ResultColumns["columns"], reading: Reading): ResultRecord[] {
  if (isColumnNumbers(texts(row))) return [];
  const { edition, year, note } = reading;
  const { record, parts } = readCells(row, columns);
  const name = record.agency;
  // A row without a result names a part of the table.
  const isResult = PUBLISHED.some(column => record[column] !== undefined);
  if (name === undefined || !(isResult || parts.length > 0)) return [];
  if (record.year !== undefined && record.year !== String(year)) {
    note("reading", row.line, `bỏ qua dòng của năm ${record.year}`);
    return [];
  }
  const agency = findMeasured(name, row, reading);
  if (agency === undefined) return [];
  const common = { year: String(year), edition: record.edition ?? edition?.id, agency };
  const results: ResultRecord[] = [];
  if (isResult) {
    const place = (record.rank ?? "").replace(/^(?:đồng )?(?:xếp )?(?:hạng|thứ)\s+(?=\d)/iu, "");
    const [, rank = place, of = record.rank_of] = OUT_OF.exec(place) ?? [];
    const component =
      record.component === undefined ? undefined : domainKey(record.component, edition?.domains ?? []);
    tellNoNumber(rank, row, note);
    results.push(
      defined({
        ...record,
        ...common,
        ...readAmount(record.value ?? "", component, row, reading),
        ...(record.unit !== undefined && { unit: record.unit }),
        ...(record.maximum !== undefined && { maximum: record.maximum }),
        component,
        rank,
        rank_of: of,
        basis: record.basis ?? "printed",
      }),
    );
  }
  for (const { component, printed } of parts)
    results.push(
      defined({
        ...common,
        ...readAmount(printed, component, row, reading),
        component,
        basis: "printed",
        source: record.source,
      }),
    );
  return results;
}

/** A value with its unit and maximum, as far as they are printed with it; otherwise those of what it measures. */
function readAmount(
  printed: string,
  component: string | undefined,
  row: Row,
  { unit, edition, note }: Reading,
) {
  const [, part, whole] = OUT_OF.exec(printed) ?? [];
  const value = part ?? printed.replace(PER_CENT, "");
  tellNoNumber(value, row, note);
  const measured = component === undefined ? edition : edition?.domains?.find(({ key }) => key === component);
  return {
    value,
    unit: PER_CENT.test(printed) ? "%" : unit,
    maximum: whole ?? measured?.maximum?.toString(),
  };
}

/** Where the table is checked, nobody would know the line. */
function tellNoNumber(number: string, { line }: Row, note: Note): void {
  if (number !== "" && parseNumber(number) === undefined)
    note("unresolved", line, `“${number}” không phải số; để trống ô này nếu không có kết quả`);
}

/** What the cells of a row say, by column, and of domains the value. */
function readCells(row: Row, columns: ResultColumns["columns"]) {
  const record: Partial<Record<ResultColumn, string>> = {};
  const parts: { component: string; printed: string }[] = [];
  for (const [i, column] of columns.entries()) {
    const text = oneLine(row.cells[i]?.text ?? "");
    if (NO_VALUE.test(text) || column === undefined) continue;
    if (typeof column === "string") record[column] = text;
    else parts.push({ component: column.domain, printed: text });
  }
  return { record, parts };
}

function defined(record: Partial<Record<ResultColumn, string | undefined>>): ResultRecord {
  const filled: Partial<Record<ResultColumn, string>> = {};
  for (const column of RESULT_COLUMNS) {
    const value = record[column];
    if (value !== undefined && value !== "") filled[column] = value;
  }
  return filled;
}

function domainKey(text: string, domains: readonly NamedDomain[]): string {
  const typed = fold(text);
  return (
    domains.find(({ key, name, code }) => key === text || fold(name) === typed || code === text)?.key ?? text
  );
}

/** What stands in the place of a name where a row sums up others; “Trung bình cả nước” is one that is published, and known. */
const SUMMARY =
  /^(?:(?:gia tri|diem|muc|chi so) )?(?:(?:trung binh|binh quan)(?: (?:chung|toan|khoi|nhom|vung|cac) ?.*)?|tong(?: so| cong)?|cong|cao nhat|thap nhat|trung vi)$/;

/**
 * The agency that a table of results names; what is not found stays as typed, for the check to refuse.
 * @returns undefined for a row that sums up others
 */
function findMeasured(
  name: string,
  row: Row,
  { site: { agencies }, year, within, note }: Reading,
): string | undefined {
  if (agencies.byId.has(name)) return name;
  const found = resolveAgency(agencies, name, within, `${year}-12-31`);
  if (found.kind === "found") return found.agency.id;
  if (SUMMARY.test(fold(name))) {
    note("reading", row.line, `bỏ qua dòng tổng hợp “${name}”`);
    return undefined;
  }
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
