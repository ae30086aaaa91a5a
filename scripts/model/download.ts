import type { IsoDate } from "./fields.ts";

/** The formats of a table, as they are offered; `excel` is a CSV for an Excel whose country writes a decimal comma. */
export const TABLE_FORMATS = ["csv", "excel", "json", "parquet"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];
/** What a file for download is. */
export type Format = TableFormat | "zip";

/** Where a table lies in a format, below /du-lieu/. */
export function tablePath(table: string, format: TableFormat): string {
  return format === "excel" ? `excel/${table}.csv` : `${table}.${format}`;
}

/** Where all tables lie together, below /du-lieu/. */
export const ALL_TABLES = "tat-ca.zip";

/** Registered media types (IANA). */
export const MEDIA_TYPES: Record<Format, string> = {
  csv: "text/csv",
  excel: "text/csv",
  json: "application/json",
  parquet: "application/vnd.apache.parquet",
  zip: "application/zip",
};

/** One file of the downloads. */
export interface DownloadFile {
  readonly format: Format;
  /** Below /du-lieu/. */
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** One table as it was written. */
export interface TableDownload {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly rows: number;
  readonly files: readonly DownloadFile[];
}

/** All that can be taken away from a site. */
export interface Downloads {
  /** The day of the data. */
  readonly asOf: IsoDate;
  readonly tables: readonly TableDownload[];
  readonly zip: DownloadFile;
}

/** Who publishes under what terms; the same words in every description of the data. */
export const DATASET = {
  name: "minh-bach",
  title: "Kế hoạch và kết quả cải cách hành chính",
  description:
    "Kế hoạch, nhiệm vụ, báo cáo, chỉ tiêu và kết quả chỉ số của các cơ quan. Giá trị như in đứng bên cạnh giá trị chuẩn hóa; mỗi dòng có nguồn.",
  keywords: ["cải cách hành chính", "PAR INDEX", "SIPAS", "PAPI", "kế hoạch", "nhiệm vụ"],
  license: {
    name: "CC-BY-4.0",
    path: "https://creativecommons.org/licenses/by/4.0/",
    title: "Creative Commons Ghi công 4.0 Quốc tế",
  },
} as const;
