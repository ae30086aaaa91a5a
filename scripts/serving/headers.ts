/**
 * What every web server answers with beside the files: the one home of the content policy, the cache rules and the
 * types. `scripts/serve.ts` sends them, and the configurations of nginx, Caddy and static hosts are written from them.
 */
interface HeaderRule {
  /** Folder of the site, without the path prefix: `""` is all of it, `assets/` what lies below. */
  readonly folder: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Nothing from elsewhere, no script and no style written into a page. The one allowance is WebAssembly, which the
 * search is made of.
 * @param framedBy who may show a page in a frame, as a source list of CSP
 */
function contentPolicy(framedBy: string): string {
  return [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy}`,
  ].join("; ");
}

const FOR_GOOD = "public, max-age=31536000, immutable";

/** Folder of the editing page. It carries its policy itself, with the Git host that it may write to. */
export const EDITORS = "quan-tri/";

/** The rules in order; a later one wins over an earlier one of the same header. */
export const HEADER_RULES: readonly HeaderRule[] = [
  {
    folder: "",
    headers: {
      "Content-Security-Policy": contentPolicy("'self'"),
      // Browsers heed it over HTTPS only. Other hosts below the domain are not ours to speak for.
      "Strict-Transport-Security": "max-age=31536000",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      // Kept, but asked for anew every time: a new release is seen at once, an unchanged page costs no body.
      "Cache-Control": "no-cache",
    },
  },
  // Names in these folders carry a digest of what is inside.
  { folder: "assets/", headers: { "Cache-Control": FOR_GOOD } },
  { folder: "pagefind/index/", headers: { "Cache-Control": FOR_GOOD } },
  // Data for the pages of others, too.
  { folder: "du-lieu/", headers: { "Access-Control-Allow-Origin": "*" } },
  { folder: "api/", headers: { "Access-Control-Allow-Origin": "*" } },
  { folder: EDITORS, headers: { "Content-Security-Policy": "frame-ancestors 'self'" } },
  // Made to be framed by others.
  { folder: "nhung/", headers: { "Content-Security-Policy": contentPolicy("*") } },
];

/** The headers of a file or folder of the site, by its path without prefix and without a slash in front. */
export function headersOf(path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const rule of HEADER_RULES) if (path.startsWith(rule.folder)) Object.assign(headers, rule.headers);
  return headers;
}

/** Whether the name of a file says what is in it: such files never change, and two releases may lie side by side. */
export function isHashed(path: string): boolean {
  return headersOf(path)["Cache-Control"] === FOR_GOOD || /_[0-9a-f]{7,}\.pf_meta$/.test(path);
}

/** The type of files of all other endings. */
export const OTHER_TYPE = "application/octet-stream";

/** Type of each ending that a site may have; text is UTF-8. Servers know too few of them, or other ones. */
export const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  atom: "application/atom+xml; charset=utf-8",
  rss: "application/rss+xml; charset=utf-8",
  json: "application/json; charset=utf-8",
  jsonld: "application/ld+json; charset=utf-8",
  geojson: "application/geo+json; charset=utf-8",
  yaml: "application/yaml; charset=utf-8",
  yml: "application/yaml; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  ico: "image/x-icon",
  woff2: "font/woff2",
  pdf: "application/pdf",
  wasm: "application/wasm",
  parquet: "application/vnd.apache.parquet",
  zip: "application/zip",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  // Data of the search, which Caddy would send as an archive of Java programs.
  pack: OTHER_TYPE,
};

/** The ending of a file's name, without the dot; empty when it has none. */
export function endingOf(path: string): string {
  return /\.([a-z0-9_]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
}

/** Whether a file is text, which is worth packing. */
export function isText(path: string): boolean {
  return TYPES[endingOf(path)]?.endsWith("charset=utf-8") ?? false;
}
