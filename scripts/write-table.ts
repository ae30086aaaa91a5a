import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { DownloadFile, Format, TableDownload } from "./model/download.ts";
import type { Site } from "./model/site.ts";
import type { Addresses, Cell, Table } from "./model/table.ts";
import { csvHeader, csvWriter, DIALECTS } from "./model/table-csv.ts";
import { parquetColumns, parquetSchema } from "./model/table-parquet.ts";

/** Characters that are gathered before they are written. */
const CHUNK = 1 << 18;
/** Rows of a Parquet row group, which has to be held whole. */
const GROUP = 10_000;

/** A file that is written once, from the first byte to the last, while its length and digest are taken. */
export interface Sink {
  write(chunk: string | Uint8Array): void;
  close(): DownloadFile;
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
  let waiting = "";
  let bytes = 0;
  const put = (chunk: Uint8Array) => {
    digest.update(chunk);
    onBytes?.(chunk);
    bytes += chunk.length;
    for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
  };
  const flush = () => {
    if (waiting !== "") put(Buffer.from(waiting));
    waiting = "";
  };
  return {
    write(chunk) {
      if (typeof chunk === "string") {
        waiting += chunk;
        if (waiting.length > CHUNK) flush();
      } else {
        flush();
        put(chunk);
      }
    },
    close() {
      flush();
      closeSync(file);
      return { format, path, bytes, sha256: digest.digest("hex") };
    },
  };
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
): TableDownload {
  const { name, title, description } = table;
  const csv = openSink(folder, `${name}.csv`, "csv", onCsv);
  const excel = openSink(folder, `excel/${name}.csv`, "excel");
  const json = openSink(folder, `${name}.json`, "json");
  const parquet = openParquet(table, openSink(folder, `${name}.parquet`, "parquet"));
  const plainLine = csvWriter(table, DIALECTS.plain);
  const excelLine = csvWriter(table, DIALECTS.excel);
  csv.write(csvHeader(table, DIALECTS.plain));
  excel.write(csvHeader(table, DIALECTS.excel));
  json.write("[");
  let rows = 0;
  for (const row of table.rows(site, addresses)) {
    csv.write(plainLine(row));
    excel.write(excelLine(row));
    json.write(`${rows === 0 ? "\n" : ",\n"}${JSON.stringify(row)}`);
    parquet.add(row);
    rows++;
  }
  json.write("\n]\n");
  return { name, title, description, rows, files: [csv, excel, json, parquet].map(sink => sink.close()) };
}

/** A Parquet file that is handed on group by group. */
function openParquet(table: Table, sink: Sink) {
  const bytes = new ByteWriter();
  const flush = () => {
    sink.write(new Uint8Array(bytes.buffer, 0, bytes.index));
    bytes.index = 0;
  };
  const writer = new ParquetWriter({
    writer: Object.assign(bytes, { flush, finish: flush }),
    schema: parquetSchema(table),
    createdBy: "minh-bach",
  });
  let group: Readonly<Record<string, Cell>>[] = [];
  const writeGroup = () => {
    writer.write({ columnData: parquetColumns(table, group), rowGroupSize: GROUP });
    group = [];
  };
  return {
    add(row: Readonly<Record<string, Cell>>) {
      group.push(row);
      if (group.length === GROUP) writeGroup();
    },
    close() {
      if (group.length > 0) writeGroup();
      writer.finish();
      return sink.close();
    },
  };
}
