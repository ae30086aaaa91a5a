import { type Bytes, encodeText, gatherBytes, putByte, putBytes, putText } from "./bytes.ts";
import { type Cell, columnsOf, type Table } from "./table.ts";
import { csvCell, DIALECTS } from "./table-csv.ts";

/** The texts that a table is written as. */
interface TableTexts {
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
    if (found === MORE) {
      putText(csv, plainCell(value));
      putText(excel, excelCell(value));
      putText(json, JSON.stringify(value));
    } else {
      const bytes = text.data.subarray(0, text.length);
      found & HAS_COMMA ? putQuoted(csv, bytes) : putBytes(csv, bytes);
      found & HAS_SEMICOLON ? putQuoted(excel, bytes) : putBytes(excel, bytes);
      putQuoted(json, bytes);
    }
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

function putQuoted(bytes: Bytes, part: Uint8Array): void {
  putByte(bytes, QUOTE);
  putBytes(bytes, part);
  putByte(bytes, QUOTE);
}

/** What a text holds that a format must mind; of what may need more than quotation marks, nothing else is said. */
const NOTHING = 0;
const HAS_COMMA = 1;
const HAS_SEMICOLON = 2;
const MORE = 4;

/** Encodes a text as UTF-8 in the place of what stood there, and says what it holds. */
function encodeCell(value: string, text: Bytes): number {
  text.length = 0;
  putText(text, value);
  const { data, length } = text;
  if (length === 0) return NOTHING;
  if (!isPlainStart(data) || !isPlainEnd(data, length)) return MORE;
  let found = NOTHING;
  // Bytes are looked at, not signs: all that a format minds inside a text is ASCII.
  for (let i = 0; i < length; i++) {
    const byte = data[i];
    if (byte === COMMA) found |= HAS_COMMA;
    else if (byte === SEMICOLON) found |= HAS_SEMICOLON;
    else if (
      byte === QUOTE ||
      byte === BACKSLASH ||
      byte === MAYBE_HALF ||
      (byte !== undefined && byte < SPACE)
    )
      return MORE;
  }
  return found;
}

/** By byte, whether a text may begin so. */
const PLAIN_STARTS = Array.from({ length: 0x80 }, (_, code) =>
  /[A-Za-z0-9([]/.test(String.fromCharCode(code)),
);
const SPACE = sign(" ");
/** Begins what stands for half of a pair, U+FFFD, and other rare signs. */
const MAYBE_HALF = 0xef;

/** Whether a text begins with a letter of Latin, a digit or an opening bracket: with no formula and no space. */
function isPlainStart(data: Uint8Array): boolean {
  const first = data[0] ?? 0;
  return first < 0x80 ? PLAIN_STARTS[first] === true : isLatin(first, data[1] ?? 0);
}

/** Whether a sign of several bytes is a letter of Latin, Vietnamese ones included: U+00C0 to U+027F, U+1E00 to U+1EFF. */
function isLatin(first: number, second: number): boolean {
  return (first >= 0xc3 && first <= 0xc9) || (first === 0xe1 && second >= 0xb8 && second <= 0xbb);
}

/** Whether a text ends with a letter of Latin or any sign of ASCII, but with no space. */
function isPlainEnd(data: Uint8Array, length: number): boolean {
  const last = data[length - 1] ?? 0;
  if (last < 0x80) return last > SPACE;
  return isLatin(data[length - 2] ?? 0, last) || isLatin(data[length - 3] ?? 0, data[length - 2] ?? 0);
}
