import { HEADER_RULES, headersOf, OTHER_TYPE, TYPES } from "./headers.ts";
import { quote, type Served } from "./served.ts";

/**
 * Locations for the server block of nginx, below the path prefix of the site; the server block itself, its name and
 * its certificate, is the host's. Packed files need the modules gzip_static (Debian's nginx has it) and brotli_static
 * (package libnginx-mod-http-brotli-static).
 */
export function nginxConfig({ folder, pathPrefix, redirects }: Served): string {
  const at = (path: string) => `${pathPrefix}${path}`;
  return `# Minh Bạch: nạp trong khối server của nginx, rồi “nginx -t && systemctl reload nginx”.
${pathPrefix === "/" ? "" : `location = ${pathPrefix.slice(0, -1)} {\n  absolute_redirect off;\n  return 301 ${pathPrefix};\n}\n`}location ^~ ${pathPrefix} {
  alias ${quote(`${folder}/`)};
  index index.html;
  error_page 403 404 =404 ${at("404.html")};
  absolute_redirect off;
  gzip_static on;
  # Cần gói libnginx-mod-http-brotli-static; không có gói này thì bỏ dòng dưới.
  brotli_static on;
  gzip_vary on;
  default_type ${OTHER_TYPE};
  types {
${Object.entries(TYPES)
  .map(([ending, type]) => `    ${quote(type)} ${ending};`)
  .join("\n")}
  }
${headerLines("", "  ")}
${HEADER_RULES.filter(({ folder: below }) => below !== "")
  .map(({ folder: below }) => `  location ^~ ${at(below)} {\n${headerLines(below, "    ")}\n  }`)
  .join("\n")}
${redirects.map(({ from, to }) => `  location = ${quote(at(from))} { return 301 ${quote(to)}; }\n`).join("")}}
`;
}

/** All headers of a folder: nginx inherits none as soon as a location names one. */
function headerLines(folder: string, indent: string): string {
  return Object.entries(headersOf(folder))
    .map(([name, value]) => `${indent}add_header ${name} ${quote(value)} always;`)
    .join("\n");
}
