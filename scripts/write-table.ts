import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { type Bytes, encodeText, gatherBytes, putBytes, putText } from "./model/bytes.ts";
import {
  type DownloadFile,
  type Format,
  type TableDownload,
  type TableFormat,
  tablePath,
} from "./model/download.ts";
import type { Site } from "./model/site.ts";
import type { Addresses, Cell, Table } from "./model/table.ts";
import { csvHeader, DIALECTS } from "./model/table-csv.ts";
import { columnGroup, parquetSchema } from "./model/table-parquet.ts";
import { rowWriter } from "./model/table-text.ts";

/** Bytes that are gathered before they are written. */
const CHUNK = 1 << 18;
/** Rows of a Parquet row group, which has to be held whole. */
const GROUP = 10_000;
/** Between the rows of a JSON file. */
export const BETWEEN = encodeText(",\n");

/** A file that is written once, from the first byte to the last, while its length and digest are taken. */
interface Sink {
  /** What comes next is put in here. */
  readonly waiting: Bytes;
  /** Writes what waits, once there is enough of it. */
  readonly settle: () => void;
  readonly close: () => DownloadFile;
}

/**
 * @param path below `folder`; what the file is called in the downloads
 * @param onBytes is given all that is written, piece by piece
 */
export function openSink(
  folder: string,
  path: string,
  format: Format,
  onBytes?: (bytes: Uint8Array) => void,
): Sink {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  const file = openSync(join(folder, path), "w");
  const digest = createHash("sha256");
  const waiting = gatherBytes();
  let bytes = 0;
  const flush = () => {
    const chunk = waiting.data.subarray(0, waiting.length);
    digest.update(chunk);
    onBytes?.(chunk);
    bytes += chunk.length;
    for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
    waiting.length = 0;
  };
  return {
    waiting,
    settle() {
      if (waiting.length > CHUNK) flush();
    },
    close() {
      flush();
      closeSync(file);
      return { format, path, bytes, sha256: digest.digest("hex") };
    },
  };
}

/** A table as it was written. */
interface WrittenTable {
  readonly download: TableDownload;
  /** Where each row begins in the JSON file, and where one more would. */
  readonly places: readonly number[];
}

/**
 * Writes a table in all its formats in one pass over its rows; what is held at once does not grow with the table.
 * @param folder the folder of the downloads
 * @param onCsv is given the plain CSV piece by piece, for the zip
 */
export function writeTable(
  table: Table,
  site: Site,
  addresses: Addresses,
  folder: string,
  onCsv: (chunk: Uint8Array) => void,
): WrittenTable {
  const { name, title, description } = table;
  const open = (format: TableFormat, onBytes?: (chunk: Uint8Array) => void) =>
    openSink(folder, tablePath(name, format), format, onBytes);
  const csv = open("csv", onCsv);
  const excel = open("excel");
  const json = open("json");
  const parquet = openParquet(table, open("parquet"));
  const writeRow = rowWriter(table, { csv: csv.waiting, excel: excel.waiting, json: json.waiting });
  putText(csv.waiting, csvHeader(table, DIALECTS.plain));
  putText(excel.waiting, csvHeader(table, DIALECTS.excel));
  putText(json.waiting, "[\n");
  const places: number[] = [];
  let place = json.waiting.length;
  for (const row of table.rows(site, addresses)) {
    if (places.length > 0) putBytes(json.waiting, BETWEEN);
    places.push(place);
    const start = json.waiting.length;
    writeRow(row);
    place += json.waiting.length - start + BETWEEN.length;
    parquet.add(row);
    csv.settle();
    excel.settle();
    json.settle();
  }
  const rows = places.length;
  places.push(place);
  putText(json.waiting, rows === 0 ? "]\n" : "\n]\n");
  const files = [csv, excel, json, parquet].map(sink => sink.close());
  return { download: { name, title, description, rows, files }, places };
}

/** A Parquet file that is handed on group by group. */
function openParquet(table: Table, sink: Sink) {
  const bytes = new ByteWriter();
  const flush = () => {
    putBytes(sink.waiting, new Uint8Array(bytes.buffer, 0, bytes.index));
    sink.settle();
    bytes.index = 0;
  };
  const writer = new ParquetWriter({
    writer: Object.assign(bytes, { flush, finish: flush }),
    schema: parquetSchema(table),
    createdBy: "minh-bach",
  });
  let group = columnGroup(table);
  let rows = 0;
  const writeGroup = () => {
    writer.write({ columnData: group.columns(), rowGroupSize: GROUP });
    group = columnGroup(table);
    rows = 0;
  };
  return {
    add(row: Readonly<Record<string, Cell>>) {
      group.add(row);
      if (++rows === GROUP) writeGroup();
    },
    close() {
      if (rows > 0) writeGroup();
      writer.finish();
      return sink.close();
    },
  };
}
