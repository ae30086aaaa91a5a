import { DATASET, type DownloadFile, MEDIA_TYPES, type TableDownload } from "./download.ts";
import type { IsoDate } from "./fields.ts";
import { CSV_RULE, DIALECTS } from "./table-csv.ts";
import { TABLES_VERSION } from "./table-list.ts";

/** The address of the Table Schema of a table, below /du-lieu/. */
export function schemaPath(table: string): string {
  return `luoc-do/${table}.json`;
}

/**
 * The Data Package descriptor (datapackage.org, 2.0) of some tables: what each file holds, how long it is and its
 * digest, so that whoever fetches it knows that it came whole.
 * @param homepage absolute address of the site; "" when it is not known
 */
export function dataPackage(tables: readonly TableDownload[], asOf: IsoDate, homepage: string): object {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: DATASET.name,
    title: DATASET.title,
    description: `${DATASET.description} ${CSV_RULE}`,
    ...(/^https?:/.test(homepage) ? { homepage } : {}),
    version: TABLES_VERSION,
    created: `${asOf}T00:00:00Z`,
    keywords: DATASET.keywords,
    licenses: [DATASET.license],
    resources: tables.flatMap(table =>
      table.files.filter(({ format }) => format !== "excel").map(file => resourceOf(table, file)),
    ),
  };
}

/** An Excel file says the same as the plain CSV in other marks: it is no resource of its own. */
function resourceOf({ name, title, description, rows }: TableDownload, file: DownloadFile): object {
  const { format, path, bytes, sha256 } = file;
  return {
    // The plain CSV carries the name that foreign keys refer to.
    name: format === "csv" ? name : `${name}-${format}`,
    title,
    description,
    type: "table",
    path,
    format,
    mediatype: MEDIA_TYPES[format],
    ...(format === "parquet" ? {} : { encoding: "utf-8" }),
    bytes,
    hash: `sha256:${sha256}`,
    rows,
    ...(format === "csv"
      ? { dialect: { delimiter: DIALECTS.plain.separator, lineTerminator: "\r\n", header: true } }
      : {}),
    schema: schemaPath(name),
  };
}
