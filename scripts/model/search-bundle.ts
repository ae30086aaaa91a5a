import { z } from "zod";
import { parseJson } from "./json.ts";
import { FIELD_KEYS, RECORD_KINDS, shardFolder } from "./search-table.ts";
import { STATUS_KEYS } from "./status.ts";

/** How the files of a search index are laid out; one more whenever a client of before could not read them. */
export const SEARCH_FORMAT = 2;

/** Where a site lists the files of its index, so that a portal can take them. */
export const BUNDLE_FILE = "pagefind/bundle.json";

/** Files that a portal takes: data, never the program that reads it; by names that every disk can hold. */
const BUNDLE_PATH =
  /^(pagefind\/((\d{1,3}\/)?(pagefind-entry\.json|pagefind\.[a-z0-9_-]{1,60}\.pf_meta|index\/[a-z0-9_-]{1,60}\.pf_index)|(records|tasks|words)\.pack)|tim-kiem\/ke-hoach\/[a-z0-9-]{1,250}\.pack)$/;

/** One file of an index, as its site promises it. */
interface BundleFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a site says of its search index. */
export interface Bundle {
  readonly format: number;
  /** Version of Pagefind that wrote it. */
  readonly pagefind: string;
  /** Address of the site, with a slash at the end; empty when it was built without one. */
  readonly root: string;
  readonly files: readonly BundleFile[];
}

const bundleHead = z.object({ format: z.int(), pagefind: z.string().max(40) });
const bundleRest = z.object({
  root: z.union([z.literal(""), z.url({ protocol: /^https?$/ }).endsWith("/")]),
  files: z
    .array(
      z.object({
        path: z.string().regex(BUNDLE_PATH),
        bytes: z.int().nonnegative(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(50_000),
});

/** Whether a file of a site belongs to its bundle. */
export function isBundled(path: string): boolean {
  return BUNDLE_PATH.test(path);
}

/** Whether the client of this site can read an index, before anything else is known of it. */
function isReadable({ format, pagefind }: Pick<Bundle, "format" | "pagefind">, own: string): boolean {
  return format === SEARCH_FORMAT && pagefind === own;
}

/**
 * Reads the list of another site.
 * @param own version of Pagefind that this site uses
 * @returns the bundle, or a Vietnamese clause that says why it cannot be used; `foreign` when it is of another format
 */
export function parseBundle(text: string, own: string): Bundle | { reason: string; foreign?: true } {
  const json = parseJson(text);
  const head = bundleHead.safeParse(json);
  if (!head.success) return { reason: "bundle.json không phải bản kê chỉ mục tìm kiếm" };
  if (!isReadable(head.data, own))
    return {
      reason: `chỉ mục tìm kiếm dạng ${head.data.format}, Pagefind ${head.data.pagefind}; cổng đọc dạng ${SEARCH_FORMAT}, Pagefind ${own}`,
      foreign: true,
    };
  const rest = bundleRest.safeParse(json);
  if (!rest.success)
    return { reason: `bundle.json sai ở ${rest.error.issues[0]?.path.join(".") || "cấu trúc chung"}` };
  return { ...head.data, ...rest.data };
}

const year = z.int().min(1900).max(2200);
const record = z.object({
  hash: z.string().regex(/^[a-z]+_[0-9a-f]{7,40}$/),
  kind: z.enum(RECORD_KINDS),
  // A path on its own site, which no prefix can turn into another host.
  url: z.string().regex(/^\/(?![/\\])\S*$/),
  title: z.string(),
  years: z.tuple([year, year]).optional(),
  indices: z.array(z.string()),
  agency: z.string().optional(),
  text: z.string().optional(),
});
const searchTable = z.object({
  shards: z.int().min(1).max(999),
  records: z.array(record),
  lengths: z.array(z.string().regex(/^[#-|]*$/)),
  agencies: z.record(z.string(), z.string()),
  vocabulary: z.record(z.string(), z.array(z.string())),
  abbreviations: z.array(z.tuple([z.string(), z.string()])),
});

const field = z.tuple([z.enum(FIELD_KEYS), z.string()]);
const planDetails = z.object({
  title: z.string(),
  number: z.string().optional(),
  fields: z.array(field),
  tasks: z.array(z.tuple([z.string(), z.string(), z.array(field), z.enum(STATUS_KEYS)])),
});

const place = z.int().nonnegative();
const taskFacts = z.object({
  statuses: z.array(z.enum(STATUS_KEYS)),
  leads: z.array(z.tuple([z.string(), z.string()])),
  plans: z.record(
    z.string(),
    z.object({
      name: z.string(),
      statuses: z.array(place),
      leads: z.array(z.array(place)),
      due: z.array(z.number().nullable()),
    }),
  ),
});

const entry = z.object({
  languages: z.record(z.string(), z.object({ hash: z.string().regex(/^[a-z]+_[0-9a-f]+$/) })),
});

/** Whether a file of an index, unpacked, is what its name says. */
export function isWhatItSays(path: string, json: unknown): boolean {
  if (path.endsWith("records.pack")) return searchTable.safeParse(json).success;
  if (path.endsWith("tasks.pack")) return taskFacts.safeParse(json).success;
  if (path.endsWith("words.pack")) return z.base64().min(2).safeParse(json).success;
  return planDetails.safeParse(json).success;
}

/** The files that an index cannot do without, given its table. */
export function neededFiles(table: unknown): string[] {
  const { shards, records } = searchTable.parse(table);
  return [
    "pagefind/tasks.pack",
    "pagefind/words.pack",
    ...Array.from({ length: shards }, (_, i) => `pagefind/${shardFolder(i + 1)}pagefind-entry.json`),
    ...records.flatMap(({ kind, url }) =>
      kind === "plan" ? [`tim-kiem/ke-hoach/${url.split("/").at(-2)}.pack`] : [],
    ),
  ];
}

/** The metadata that the entry of an index names, beside it. */
export function metaFiles(json: unknown): string[] | undefined {
  const parsed = entry.safeParse(json);
  return parsed.success
    ? Object.values(parsed.data.languages).map(({ hash }) => `pagefind.${hash}.pf_meta`)
    : undefined;
}
