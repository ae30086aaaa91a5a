import { type Bytes, encodeText, gatherBytes, putByte, putBytes, putText, reserve } from "./bytes.ts";
import { type Cell, columnsOf, type Table } from "./table.ts";
import { csvCell, DIALECTS } from "./table-csv.ts";

/** The texts that a table is written as. */
export interface TableTexts {
  readonly csv: Bytes;
  readonly excel: Bytes;
  readonly json: Bytes;
}

const sign = (character: string) => character.charCodeAt(0);
const QUOTE = sign('"');
const COMMA = sign(",");
const SEMICOLON = sign(";");
const BACKSLASH = sign("\\");
const OPEN_OBJECT = sign("{");
const CLOSE_OBJECT = sign("}");
const LINE_END = encodeText("\r\n");

/** A cell as it stands in all texts, with its key and its separator. */
interface KnownCell {
  readonly csv: Uint8Array;
  readonly excel: Uint8Array;
  readonly json: Uint8Array;
}

/** What a column said so far; a column that hardly ever repeats itself is no longer asked. */
interface Column {
  readonly name: string;
  readonly key: Uint8Array;
  known: Map<Cell, KnownCell> | undefined;
  hits: number;
}

/** Values of a column that are kept. */
const KEPT = 1000;

/**
 * Returns the function that writes one row of a table in all its texts at once: CSV with its line end, and a JSON object.
 * Nearly every text stands in all of them as it is and is encoded once; the others are written by the rules of each
 * format (`csvCell`, `JSON.stringify`). Most columns repeat a few values, which are put there as they were written before.
 */
export function rowWriter(
  table: Pick<Table, "row">,
  texts: TableTexts,
): (row: Readonly<Record<string, Cell>>) => void {
  const { csv, excel, json } = texts;
  const columns = columnsOf(table).map(
    ({ name }): Column => ({
      name,
      key: encodeText(`,${JSON.stringify(name)}:`),
      known: new Map(),
      hits: 0,
    }),
  );
  const plainCell = csvCell(DIALECTS.plain);
  const excelCell = csvCell(DIALECTS.excel);
  const text = gatherBytes();

  const writeCell = (value: Exclude<Cell, undefined>) => {
    const found = typeof value === "string" ? encodeCell(value, text) : MORE;
    if (found < MORE) return putCell(texts, text, (found & HAS_COMMA) !== 0, (found & HAS_SEMICOLON) !== 0);
    putText(csv, plainCell(value));
    putText(excel, excelCell(value));
    putText(json, JSON.stringify(value));
  };
  const writeColumn = (column: Column, value: Exclude<Cell, undefined>) => {
    const known = column.known?.get(value);
    if (known) {
      column.hits++;
      putBytes(csv, known.csv);
      putBytes(excel, known.excel);
      putBytes(json, known.json);
      return;
    }
    const starts = { csv: csv.length, excel: excel.length, json: json.length };
    putBytes(json, column.key);
    writeCell(value);
    putByte(csv, COMMA);
    putByte(excel, SEMICOLON);
    if (!column.known) return;
    if (column.known.size === KEPT) {
      if (column.hits < KEPT) column.known = undefined;
      return;
    }
    column.known.set(value, {
      csv: csv.data.slice(starts.csv, csv.length),
      excel: excel.data.slice(starts.excel, excel.length),
      json: json.data.slice(starts.json, json.length),
    });
  };

  return row => {
    const start = json.length;
    for (const column of columns) {
      const value = row[column.name];
      if (value !== undefined) writeColumn(column, value);
      else {
        putByte(csv, COMMA);
        putByte(excel, SEMICOLON);
      }
    }
    // Separators stand between cells: what followed the last gives way to the line end, and the first comma to a brace.
    csv.length--;
    excel.length--;
    putBytes(csv, LINE_END);
    putBytes(excel, LINE_END);
    json.data[start] = OPEN_OBJECT;
    putByte(json, CLOSE_OBJECT);
  };
}

/** Puts an encoded text into all three, in quotation marks or not. */
function putCell(
  { csv, excel, json }: TableTexts,
  text: Bytes,
  isCsvQuoted: boolean,
  isExcelQuoted: boolean,
): void {
  const { data: from, length } = text;
  reserve(csv, length + 2);
  reserve(excel, length + 2);
  reserve(json, length + 2);
  const { data: toCsv } = csv;
  const { data: toExcel } = excel;
  const { data: toJson } = json;
  let inCsv = csv.length;
  let inExcel = excel.length;
  let inJson = json.length;
  if (isCsvQuoted) toCsv[inCsv++] = QUOTE;
  if (isExcelQuoted) toExcel[inExcel++] = QUOTE;
  toJson[inJson++] = QUOTE;
  for (let i = 0; i < length; i++) {
    const byte = from[i] ?? 0;
    toCsv[inCsv++] = byte;
    toExcel[inExcel++] = byte;
    toJson[inJson++] = byte;
  }
  if (isCsvQuoted) toCsv[inCsv++] = QUOTE;
  if (isExcelQuoted) toExcel[inExcel++] = QUOTE;
  toJson[inJson++] = QUOTE;
  csv.length = inCsv;
  excel.length = inExcel;
  json.length = inJson;
}

/** What a text holds that a format must mind; of what may need more than quotation marks, nothing else is said. */
const NOTHING = 0;
const HAS_COMMA = 1;
const HAS_SEMICOLON = 2;
const MORE = 4;

/** Encodes a text as UTF-8 in the place of what stood there, and says what it holds. */
function encodeCell(text: string, into: Bytes): number {
  into.length = 0;
  const { length } = text;
  if (length === 0) return NOTHING;
  if (!isPlainEdge(text.charCodeAt(0), FIRST) || !isPlainEdge(text.charCodeAt(length - 1), LAST)) return MORE;
  reserve(into, length * 3);
  const { data } = into;
  let at = 0;
  let found = NOTHING;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      if (code < 0x20 || code === QUOTE || code === BACKSLASH) return MORE;
      if (code === COMMA) found |= HAS_COMMA;
      else if (code === SEMICOLON) found |= HAS_SEMICOLON;
      data[at++] = code;
    } else if (code < 0x800) {
      data[at++] = 0xc0 | (code >> 6);
      data[at++] = 0x80 | (code & 0x3f);
    } else {
      // Half of a pair: the engine knows what becomes of it.
      if (code >= 0xd800 && code < 0xe000) return MORE;
      data[at++] = 0xe0 | (code >> 12);
      data[at++] = 0x80 | ((code >> 6) & 0x3f);
      data[at++] = 0x80 | (code & 0x3f);
    }
  }
  into.length = at;
  return found;
}

/** Signs besides letters and digits that a text may begin or end with and be neither a formula nor a space. */
const FIRST = "([<";
const LAST = ")]>.:!?%/";

/** Whether no format minds that a text begins or ends so: with a letter of Latin, a digit, or a harmless sign. */
function isPlainEdge(code: number, signs: string): boolean {
  if (code >= 0x61 && code <= 0x7a) return true;
  if (code >= 0x30 && code <= 0x39) return true;
  if (code >= 0x41 && code <= 0x5a) return true;
  return (
    (code >= 0xc0 && code < 0x250) ||
    (code >= 0x1e00 && code < 0x1f00) ||
    signs.includes(String.fromCharCode(code))
  );
}
