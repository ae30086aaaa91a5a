import { z } from "zod";
import type { AgencyDirectory } from "./agency.ts";
import { parseCsv, type Row } from "./csv.ts";
import { RESULT_WORDS } from "./data-words.ts";
import { editionOf } from "./edition.ts";
import { number, rankNumber, reference, slug, text, withComma, year } from "./fields.ts";
import type { Index } from "./indices.ts";
import type { Place, Report } from "./problem.ts";
import { RESULT_BASES } from "./result-basis.ts";
import { readSource } from "./result-source.ts";
import { checkUnits, type PlacedResult } from "./result-units.ts";
import { fileSlug, type SourceFile } from "./source-file.ts";
import { checkAgency, inYear } from "./unknown-agency.ts";
import { suggest } from "./vietnamese.ts";

/** Columns of data/results/<index>.csv. */
export const resultFields = z.strictObject({
  year,
  edition: text.optional(),
  agency: reference,
  component: slug.optional(),
  value: number.optional(),
  unit: text.optional(),
  maximum: number.optional(),
  rank: rankNumber.optional(),
  rank_of: rankNumber.optional(),
  group: text.optional(),
  stated_change: number.optional(),
  basis: z.enum(RESULT_BASES).optional(),
  source: text.optional(),
  note: text.optional(),
});

/**
 * One published result: an index, or one of its domains, of one agency in one year. An empty component is the whole
 * index. `rank` is out of `rank_of`; lower is better. `stated_change` is quoted, never computed.
 */
export interface Result extends z.output<typeof resultFields> {
  readonly index: string;
  /** Where the source stands that is a page of the site. */
  readonly sourcePlace?: Place;
}

/**
 * Reads data/results/<index>.csv and checks it against the index: value within its scale, rank within its base,
 * edition and component known, agency known and existing that year, one value a cell, one unit a series. A printed value and its
 * correction may both be given; the correction counts, and its note tells what was printed.
 * @param indices described indices; where a description could not be read, rows are checked only within themselves
 */
export function parseResults(
  file: SourceFile,
  indices: ReadonlyMap<string, Index>,
  agencies: AgencyDirectory,
  report: Report,
): Result[] {
  const id = fileSlug(file.name);
  const index = indices.get(id);
  const cells = new Map<string, { readonly line: number; readonly results: Result[] }>();
  const placed: PlacedResult[] = [];
  for (const row of parseCsv(file, resultFields, report, { words: RESULT_WORDS })) {
    const { fields, placeOf } = row;
    const cell = `${fields.year}|${fields.agency}|${fields.component ?? ""}`;
    const twin = cells.get(cell);
    const isOfSite = readSource(fields.source ?? "").href?.startsWith("/");
    const result = { index: id, ...fields, ...(isOfSite && { sourcePlace: placeOf("source") }) };
    placed.push({ result, unitPlace: placeOf("unit") });
    let isSound = true;
    const refuse: Report = (...problem) => {
      isSound = false;
      report(...problem);
    };
    const { year, agency } = fields;
    checkAgency(agency, agencies, placeOf("agency"), refuse, inYear(year));
    const isPair = twin?.results.length === 1 && joinCorrection([...twin.results, result]).length === 1;
    if (twin && !isPair)
      refuse(
        placeOf(),
        `ô này đã có giá trị ở dòng ${twin.line}`,
        "giữ một giá trị, ghi nguồn kia vào cột note; số in sai thì một dòng basis printed, một dòng corrected",
      );
    checkFigures(row, index, refuse);
    if (index) checkEdition(row, index, refuse);
    if (!twin) cells.set(cell, { line: placeOf().line, results: isSound ? [result] : [] });
    else if (isSound) twin.results.push(result);
  }
  if (index) checkUnits(placed, index, report);
  return [...cells.values()].flatMap(({ results }) => joinCorrection(results));
}

type ResultRow = Row<z.output<typeof resultFields>>;

/** A row says something; a value is from zero to its maximum, a rank at most its base. */
function checkFigures({ fields, placeOf }: ResultRow, index: Index | undefined, refuse: Report): void {
  const { value, rank, rank_of, group, stated_change, note } = fields;
  if ([value, rank, group, stated_change, note].every(cell => cell === undefined))
    refuse(placeOf(), "dòng này chưa có số liệu", "điền giá trị hoặc thứ hạng, hoặc xóa dòng");
  const edition = index && editionOf(index, fields.year, fields.edition);
  const measured =
    fields.component === undefined ? edition : edition?.domains?.find(({ key }) => key === fields.component);
  const maximum = fields.maximum ?? measured?.maximum;
  if (maximum !== undefined && value !== undefined && value > maximum)
    refuse(
      placeOf("value"),
      `điểm ${withComma(value)} lớn hơn điểm tối đa ${withComma(maximum)}`,
      "kiểm tra lại value và maximum",
    );
  // A scale that has a maximum begins at zero.
  if (maximum !== undefined && value !== undefined && value < 0)
    refuse(placeOf("value"), `điểm ${withComma(value)} là số âm`, "bỏ dấu trừ, hoặc kiểm tra lại maximum");
  if (rank !== undefined && rank_of !== undefined && rank > rank_of)
    refuse(
      placeOf("rank"),
      `hạng ${rank} lớn hơn số đơn vị xếp hạng ${rank_of}`,
      "kiểm tra lại rank và rank_of",
    );
}

/** The edition that a row names is one of the index and of the row's year; its domain is one of that edition. */
function checkEdition({ fields, placeOf }: ResultRow, index: Index, refuse: Report): void {
  const ids = index.editions?.map(({ id }) => id);
  const edition = editionOf(index, fields.year, fields.edition);
  const isNamed = edition !== undefined && edition.id === fields.edition;
  if (isNamed && (fields.year < edition.from || fields.year > (edition.to ?? fields.year)))
    refuse(
      placeOf("edition"),
      `bộ tiêu chí “${edition.id}” không áp dụng cho năm ${fields.year}`,
      "sửa cột edition hoặc year, hoặc from và to trong data/indices",
    );
  if (fields.edition !== undefined && ids && !isNamed)
    refuse(
      placeOf("edition"),
      `chỉ số ${index.id} không có bộ tiêu chí “${fields.edition}”`,
      suggest(fields.edition, ids, "thêm vào data/indices"),
    );
  const keys = edition?.domains?.map(({ key }) => key);
  if (fields.component !== undefined && edition && keys && !keys.includes(fields.component))
    refuse(
      placeOf("component"),
      `bộ tiêu chí ${edition.id} không có lĩnh vực “${fields.component}”`,
      suggest(fields.component, keys, "thêm vào data/indices"),
    );
}

/** Results of one cell; of what was printed and its correction, the correction with the printed figures in its note. */
export function joinCorrection(results: readonly Result[]): readonly Result[] {
  const printed = results.find(({ basis }) => basis === "printed");
  const corrected = results.find(({ basis }) => basis === "corrected");
  if (results.length !== 2 || !printed || !corrected) return results;
  const value = printed.value === undefined ? [] : [withComma(printed.value)];
  const rank =
    printed.rank === undefined ? [] : [`hạng ${[printed.rank, printed.rank_of ?? []].flat().join("/")}`];
  const source = printed.source === undefined ? "" : ` (${printed.source})`;
  const notes = [
    corrected.note ?? [],
    `bản in: ${[...value, ...rank].join(", ")}${source}`,
    printed.note ?? [],
  ];
  return [{ ...corrected, note: notes.flat().join("; ") }];
}
