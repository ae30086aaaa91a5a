import { z } from "zod";
import type { IsoDate } from "./fields.ts";
import { parseJson } from "./json.ts";
import type { Table } from "./table.ts";
import { TABLES, TABLES_VERSION } from "./table-list.ts";

/** The Parquet file of one table, as another site's data package promises it. */
export interface Promised {
  readonly table: Table;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
}

/** What another site's data package says of itself, as far as a portal needs it. */
interface PromisedTables {
  /** The day of its data. */
  readonly asOf: IsoDate;
  /** The version of its tables. */
  readonly version: string;
  readonly files: readonly Promised[];
}

const manifestFields = z.object({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  created: z.iso.datetime().transform(moment => moment.slice(0, 10)),
  resources: z.array(z.looseObject({ name: z.string() })).max(1000),
});

const resourceFields = z.object({
  // A name beside the manifest: no other folder, no other server.
  path: z.string().regex(/^[a-z0-9-]+\.parquet$/),
  bytes: z.int().nonnegative(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  rows: z.int().nonnegative(),
});

/**
 * Reads the data package of another site.
 * @returns what it promises, or a Vietnamese clause that says why it cannot be used
 */
export function parsePromisedTables(text: string): PromisedTables | string {
  const json = parseJson(text);
  if (json === undefined) return "datapackage.json không phải JSON";
  const parsed = manifestFields.safeParse(json);
  if (!parsed.success)
    return `datapackage.json sai ở ${parsed.error.issues[0]?.path.join(".") || "cấu trúc chung"}`;
  const { version, created, resources } = parsed.data;
  if (version.split(".")[0] !== TABLES_VERSION.split(".")[0])
    return `cấu trúc dữ liệu phiên bản ${version}, cổng đọc phiên bản ${TABLES_VERSION}`;
  const byName = new Map(resources.map(resource => [resource.name, resource]));
  const files: Promised[] = [];
  for (const table of TABLES) {
    const { name, since }: Table = table;
    if (since !== undefined && isEarlier(version, since)) continue;
    const resource = resourceFields.safeParse(byName.get(`${name}-parquet`));
    if (!resource.success) return `datapackage.json thiếu hoặc ghi sai tệp Parquet của bảng ${name}`;
    const { path, bytes, hash, rows } = resource.data;
    files.push({ table, path, bytes, sha256: hash.slice("sha256:".length), rows });
  }
  return { asOf: created, version, files };
}

/** Whether a version of the tables, such as 1.0.0, is earlier than another of the same first number. */
export function isEarlier(version: string, than: string): boolean {
  return Number(version.split(".")[1]) < Number(than.split(".")[1]);
}
