import type { IsoDate } from "./fields.ts";

/** What a file for download is; `excel` is a CSV for an Excel whose country writes a decimal comma. */
export type Format = "csv" | "excel" | "json" | "parquet" | "zip";

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
