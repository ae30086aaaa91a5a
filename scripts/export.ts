import { join } from "node:path";
import zlib from "node:zlib";
import { Zip, ZipPassThrough } from "fflate";
import { siteName } from "../layouts/site-name.ts";
import { urls } from "../layouts/urls.ts";
import { exportApi } from "./export-api.ts";
import { putBytes, putText } from "./model/bytes.ts";
import { dataCatalog } from "./model/catalog.ts";
import { dataPackage, schemaPath } from "./model/data-package.ts";
import {
  ALL_TABLES,
  type DownloadFile,
  type Downloads,
  type TableDownload,
  tablePath,
} from "./model/download.ts";
import type { IsoDate } from "./model/fields.ts";
import type { Site } from "./model/site.ts";
import type { Addresses } from "./model/table.ts";
import { TABLES, type TableName } from "./model/table-list.ts";
import { tableSchema } from "./model/table-schema.ts";
import { openRows } from "./read-rows.ts";
import type { Settings } from "./settings.ts";
import { openSink, writeTable } from "./write-table.ts";

/**
 * Writes everything that programs read of a site into its output folder: tables, one zip, descriptions and the API.
 * The same site and settings give the same bytes; work grows with the rows, memory does not.
 * @returns what was written, for the page that offers it
 */
export function exportData(
  site: Site,
  settings: Pick<Settings, "outputDir" | "pathPrefix" | "siteUrl">,
): Downloads {
  const folder = join(settings.outputDir, urls.data);
  const root = `${settings.siteUrl}${settings.pathPrefix}`;
  const addresses = addressesUnder(root);
  const zip = openZip(folder, site.asOf);
  const places = new Map<TableName, readonly number[]>();
  const tables = TABLES.map(table => {
    const csv = zip.add(tablePath(table.name, "csv"));
    const written = writeTable(table, site, addresses, folder, csv.write);
    csv.end();
    places.set(table.name, written.places);
    return written.download;
  });
  const described: [string, object][] = TABLES.map(table => [schemaPath(table.name), tableSchema(table)]);
  for (const [path, schema] of described) writeJson(folder, path, schema);
  // The zip is a package of its own: its descriptor names only what is in it.
  described.push(["datapackage.json", dataPackage(tables.map(onlyCsv), site.asOf, root)]);
  for (const [path, content] of described) {
    const entry = zip.add(path);
    entry.write(Buffer.from(formatJson(content)));
    entry.end();
  }
  const downloads = { asOf: site.asOf, tables, zip: zip.close() };
  writeJson(folder, "datapackage.json", dataPackage(tables, site.asOf, root));
  const data = `${root}${urls.data.slice(1)}`;
  writeJson(folder, "catalog.jsonld", dataCatalog(downloads, siteName(site), root, data));
  const rowsOf = (name: TableName) => openRows(join(folder, tablePath(name, "json")), places.get(name) ?? []);
  const rows = { "nhiem-vu": rowsOf("nhiem-vu"), "phan-cong": rowsOf("phan-cong") };
  exportApi(site, addresses, settings, rows);
  for (const reader of Object.values(rows)) reader.close();
  return downloads;
}

/** Addresses of pages behind origin and path prefix. */
function addressesUnder(root: string): Addresses {
  const at = (path: string) => `${root}${path.slice(1)}`;
  return {
    plan: slug => at(urls.plan(slug)),
    task: (plan, task) => at(urls.task(plan, task)),
    agency: id => at(urls.agency(id)),
    document: id => at(urls.document(id)),
    indexYear: (index, year) => at(urls.indexYear(index, year)),
  };
}

function onlyCsv({ files, ...table }: TableDownload): TableDownload {
  return { ...table, files: files.filter(({ format }) => format === "csv") };
}

function formatJson(value: object): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

function writeJson(folder: string, path: string, value: object): void {
  const sink = openSink(folder, path, "json");
  putText(sink.waiting, formatJson(value));
  sink.close();
}

/** A zip that is written while its entries come, one after another, all of them dated with the day of the data. */
function openZip(folder: string, day: IsoDate) {
  const sink = openSink(folder, ALL_TABLES, "zip");
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  // A zip has no time zone: noon of the machine's own day is written as it stands here.
  const mtime = new Date(year, month - 1, date, 12);
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    putBytes(sink.waiting, chunk);
    sink.settle();
  });
  return {
    add(name: string) {
      const entry = new PackedEntry(name);
      entry.mtime = mtime;
      zip.add(entry);
      return {
        write: (chunk: Uint8Array) => entry.push(chunk, false),
        end: () => entry.push(new Uint8Array(), true),
      };
    },
    close(): DownloadFile {
      zip.end();
      return sink.close();
    },
  };
}

/** Packed by Node's own zlib, piece by piece: each ends on a whole byte, so that together they are one stream. */
class PackedEntry extends ZipPassThrough {
  override compression = 8;
  private sum = 0;

  override push(chunk: Uint8Array, isLast = false): void {
    this.size += chunk.length;
    this.sum = zlib.crc32(chunk, this.sum);
    if (isLast) this.crc = this.sum;
    this.process(chunk, isLast);
  }

  protected override process(chunk: Uint8Array, isLast: boolean): void {
    const finishFlush = isLast ? zlib.constants.Z_FINISH : zlib.constants.Z_SYNC_FLUSH;
    this.ondata(null, zlib.deflateRawSync(chunk, { level: LEVEL, chunkSize: PIECE, finishFlush }), isLast);
  }
}

/** Level of compression, from 1 to 9. The default of 6 saves another tenth, but takes half as long again. */
const LEVEL = 4;
/** Bytes of memory that zlib fills at once. */
const PIECE = 1 << 18;
